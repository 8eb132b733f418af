// SPDX-License-Identifier: Apache-2.0
//
// A signed PDF is a pile of revisions (ISO 32000-1, 7.5.6); each signature covers all bytes up to
// the end of its own revision but for the hexadecimal string that holds it:
//
//     0 ─────────── b [Contents] c ─────────── c+d │ next revision ─────────── │
//     └── signed ───┘            └──── signed ────┘
//
// A signature is worth its claim only if the range is exactly that, and if what the next revision
// lists in its cross-reference table is new objects and the field that the next signer fills.
#include "verify/pdf_check.h"

#include <algorithm>
#include <map>

#include "verify/container.h"
#include "verify/pdf_objects.h"
#include "verify/rules.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Signature {
    pdf::Object object;
    std::uint64_t before = 0, after = 0, end = 0;  // b, c, c + d
    bool readable = false;                         // ByteRange and Contents have the right form
    bool whole = false;                            // the range is that of the drawing above
    std::string cms;
    std::string role;
    SignatureCheck check;
};

struct Field {
    std::string role;
    std::optional<std::uint32_t> value;  // the object number of its signature
};

// "D:20220112093000+07'00'" (7.9.4). Without a zone: the school's.
std::optional<Instant> parse_pdf_date(std::string_view text) {
    if (!text.starts_with("D:") || text.size() < 16) return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t size) {
        return std::string(text.substr(at, size));
    };
    std::string iso = part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + "T" + part(10, 2) + ":" +
                      part(12, 2) + ":" + part(14, 2);
    const std::string_view zone = text.substr(16);
    if (zone.size() >= 6 && (zone[0] == '+' || zone[0] == '-')) {
        iso += std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(4, 2));
    } else {
        iso += zone.starts_with('Z') ? "Z" : "+07:00";
    }
    return parse_instant(iso);
}

std::vector<std::uint64_t> numbers_of(std::string_view array) {
    std::vector<std::uint64_t> numbers;
    if (array.size() < 2 || array.front() != '[') return numbers;
    for (std::size_t at = pdf::skip_space(array, 1); at < array.size() && array[at] != ']';) {
        const std::size_t end = std::min(array.find_first_of(" \r\n\t]", at), array.size());
        const auto number = pdf::number(array.substr(at, end - at));
        if (!number) return {};
        numbers.push_back(*number);
        at = pdf::skip_space(array, end);
    }
    return numbers;
}

bool ends_revision(std::string_view pdf, std::uint64_t end) {
    std::string_view head = pdf.substr(0, end);
    if (head.ends_with('\n')) head.remove_suffix(1);
    if (head.ends_with('\r')) head.remove_suffix(1);
    return head.ends_with("%%EOF");
}

Signature read_signature(std::string_view pdf, pdf::Object object) {
    Signature signature;
    signature.object = std::move(object);
    const auto range = numbers_of(*signature.object.find("/ByteRange"));
    const auto contents = signature.object.find("/Contents");
    const auto cms = contents ? pdf::hex_bytes(*contents) : std::nullopt;
    if (range.size() != 4 || !cms) return signature;
    signature.readable = true;
    signature.cms = *cms;
    signature.before = range[1];
    signature.after = range[2];
    signature.end = range[2] + range[3];
    const auto contents_at = static_cast<std::uint64_t>(contents->data() - pdf.data());
    signature.whole = range[0] == 0 && signature.before == contents_at &&
                      signature.after == contents_at + contents->size() &&
                      signature.end >= signature.after && signature.end <= pdf.size() &&
                      ends_revision(pdf, signature.end);
    return signature;
}

// Every dictionary with a ByteRange, by the place where its revision ends.
std::vector<Signature> find_signatures(std::string_view pdf) {
    std::vector<Signature> signatures;
    for (std::size_t at = pdf.find("/ByteRange"); at != npos; at = pdf.find("/ByteRange", at + 1)) {
        auto object = pdf::enclosing_object(pdf, at);
        const auto range = object ? object->find("/ByteRange") : std::nullopt;
        // In another object's stream it is no key of the dictionary.
        if (!range || range->data() < pdf.data() + at || range->data() > pdf.data() + at + 64)
            continue;
        signatures.push_back(read_signature(pdf, std::move(*object)));
    }
    std::stable_sort(signatures.begin(), signatures.end(),
                     [](const Signature& a, const Signature& b) { return a.end < b.end; });
    return signatures;
}

bool is_signature_field(const pdf::Object& object) {
    return object.find("/FT") == std::optional<std::string_view>("/Sig");
}

Field read_field(const pdf::Object& object) {
    const auto name = object.find("/T"), value = object.find("/V");
    return {name ? to_nfc(pdf::text(*name)) : "", value ? pdf::reference(*value) : std::nullopt};
}

// The signature fields as the last revision has them, by object number.
std::map<std::uint32_t, Field> find_fields(std::string_view pdf) {
    std::map<std::uint32_t, Field> fields;
    for (std::size_t at = pdf.find("/FT"); at != npos; at = pdf.find("/FT", at + 1)) {
        const auto object = pdf::enclosing_object(pdf, at);
        if (object && is_signature_field(*object)) fields[object->number] = read_field(*object);
    }
    return fields;
}

// A classic cross-reference section (7.5.4) with its trailer.
struct Section {
    std::vector<std::pair<std::uint32_t, std::uint64_t>> entries;  // object, offset
    std::uint64_t at = 0;
    std::optional<std::uint64_t> size, previous;
    std::string root;
};

// The section that the revision ending at `end` is read by; nullopt if there is none.
std::optional<Section> last_section(std::string_view pdf, std::uint64_t end) {
    const std::string_view head = pdf.substr(0, end);
    const std::size_t word = head.rfind("startxref");
    if (word == npos) return std::nullopt;
    const std::size_t digits = pdf::skip_space(head, word + 9);
    const std::size_t digits_end = std::min(head.find_first_of("\r\n ", digits), head.size());
    const auto at = pdf::number(head.substr(digits, digits_end - digits));
    if (!at || *at >= head.size() || head.substr(*at, 4) != "xref") return std::nullopt;

    Section section;
    section.at = *at;
    auto next = [&, cursor = std::size_t{*at + 4}]() mutable {
        const std::size_t start = pdf::skip_space(head, cursor);
        cursor = std::min(head.find_first_of(" \r\n<", start), head.size());
        return head.substr(start, cursor - start);
    };
    std::string_view token = next();
    while (token != "trailer") {
        const auto first = pdf::number(token), count = pdf::number(next());
        if (!first || !count || *count > head.size()) return std::nullopt;
        for (std::uint64_t i = 0; i < *count; ++i) {
            const auto offset = pdf::number(next());
            next();  // generation
            const std::string_view kind = next();
            if (!offset || (kind != "n" && kind != "f")) return std::nullopt;
            if (kind == "n") section.entries.emplace_back(*first + i, *offset);
        }
        token = next();
    }
    const std::size_t trailer = static_cast<std::size_t>(token.data() - head.data()) + token.size();
    const auto entries = pdf::dictionary_at(head, pdf::skip_space(head, trailer));
    if (!entries) return std::nullopt;
    for (const auto& [key, value] : *entries) {
        if (key == "/Size") section.size = pdf::number(value);
        if (key == "/Prev") section.previous = pdf::number(value);
        if (key == "/Root") section.root = value;
        if (key == "/XRefStm") return std::nullopt;
    }
    return section;
}

// Does the revision from `begin` to `next.end` do nothing but add the signature `next`?
bool adds_only_signature(std::string_view pdf, std::uint64_t begin, const Signature& next) {
    const auto before = last_section(pdf, begin), after = last_section(pdf, next.end);
    if (!before || !after || !before->size || after->at < begin) return false;
    if (after->previous != before->at || after->root != before->root) return false;
    for (const auto& [number, offset] : after->entries) {
        const auto object = offset >= begin ? pdf::object_at(pdf, offset) : std::nullopt;
        if (!object || object->number != number) return false;
        if (number >= *before->size) continue;
        if (!is_signature_field(*object) || read_field(*object).value != next.object.number) {
            return false;
        }
    }
    return true;
}

void check_contents(std::string_view pdf, const TrustStore* trust, Signature& signature,
                    const Location& place, Findings& findings) {
    SignatureCheck& check = signature.check;
    check.role = signature.role;
    if (!signature.readable) {
        findings.add(rule::signature_unreadable, {place}, {{"why", "ByteRange, Contents"}});
        check.intact = Verdict::No;
        return;
    }
    const std::string_view format = signature.object.find("/SubFilter").value_or("SubFilter");
    const bool cades = format == "/ETSI.CAdES.detached";
    if (!cades && format != "/adbe.pkcs7.detached") {
        findings.add(rule::signature_unreadable, {place}, {{"why", to_nfc(format)}});
        check.intact = Verdict::No;
        return;
    }
    const auto claimed = signature.object.find("/M");
    const std::uint64_t end = std::min<std::uint64_t>(signature.end, pdf.size());
    std::string covered(pdf.substr(0, signature.before));
    if (signature.after < end) covered += pdf.substr(signature.after, end - signature.after);
    const CmsCheck cms =
        check_cms(signature.cms, covered, cades ? CmsProfile::Cades : CmsProfile::Pkcs7, trust,
                  claimed ? parse_pdf_date(pdf::text(*claimed)) : std::nullopt);
    report_cms(cms, place, trust != nullptr, findings);
    check.signer = cms.signer;
    check.intact = cms.fault == CmsCheck::Fault::None ? Verdict::Yes : Verdict::No;
    check.trusted = cms.trusted;
    check.note = describe_cms(cms);
    if (!signature.whole) {
        findings.add(rule::pdf_byte_range, {place}, {{"signer", cms.signer}});
        check.intact = Verdict::No;
    }
    check.covers_whole_file = signature.whole && signature.end == pdf.size();
}

void check_revisions(std::string_view pdf, std::vector<Signature>& signatures,
                     const Location& place, Findings& findings) {
    for (std::size_t i = 0; i + 1 < signatures.size(); ++i) {
        Signature& signature = signatures[i];
        if (!signature.whole || !signatures[i + 1].whole) continue;  // said already
        if (adds_only_signature(pdf, signature.end, signatures[i + 1])) continue;
        findings.add(rule::pdf_changed_after, {place}, {{"signer", signature.check.signer}});
        signature.check.intact = Verdict::No;
    }
    if (signatures.empty() || !signatures.back().whole) return;
    const std::uint64_t added = pdf.size() - signatures.back().end;
    if (added == 0) return;
    findings.add(rule::pdf_bytes_after, {place}, {{"count", std::to_string(added)}});
    signatures.back().check.intact = Verdict::No;
}

}  // namespace

std::vector<SignatureCheck> check_pdf(std::string_view pdf, const std::string& name,
                                      const TrustStore* trust, Findings& findings) {
    const Location place = place_of(name);
    std::vector<Signature> signatures = find_signatures(pdf);
    for (const auto& [number, field] : find_fields(pdf)) {
        const auto filled = std::find_if(
            signatures.begin(), signatures.end(),
            [&](const Signature& signature) { return field.value == signature.object.number; });
        if (filled != signatures.end()) {
            filled->role = field.role;
        } else if (!field.value) {
            findings.add(rule::pdf_field_unsigned, {place}, {{"role", field.role}});
        } else {
            findings.add(rule::signature_unreadable, {place}, {{"why", "/V"}});
        }
    }
    std::vector<SignatureCheck> checks;
    for (Signature& signature : signatures) {
        signature.check.file = name;
        check_contents(pdf, trust, signature, place, findings);
    }
    check_revisions(pdf, signatures, place, findings);
    for (Signature& signature : signatures) checks.push_back(std::move(signature.check));
    return checks;
}

}  // namespace hoso
