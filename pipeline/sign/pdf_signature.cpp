// SPDX-License-Identifier: Apache-2.0
//
// One signature is one incremental update (ISO 32000-1, 7.5.6):
//
//     bytes of the file before   unchanged; an earlier signature covers exactly these
//     signature dictionary       ByteRange, Contents
//     appearance                 a form XObject with the document's own fonts
//     signature field            the old one with /V and /AP
//     xref, trailer              /Prev points to the table before
//
// All lengths are known before the first byte is written, so ByteRange is final when the digest is
// taken and only the hexadecimal digits of Contents change afterwards.
#include "sign/pdf_signature.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/pdf/syntax.h"
#include "sign/cms.h"
#include "sign/pdf_reader.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace {

constexpr std::size_t kByteRangeWidth = 40;  // room for three offsets

std::string pdf_date(Instant moment) {  // (D:20220112093000+07'00')
    std::string digits;
    for (const char c : to_iso(moment).substr(0, 19)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return "(D:" + digits + "+07'00')";
}

// What is appended to the file, with the table that lists it.
class Update {
public:
    Update(const std::string& pdf, std::size_t expected) {
        bytes_.reserve(pdf.size() + expected);
        bytes_ = pdf;
        if (bytes_.back() != '\n') bytes_ += '\n';
    }
    // Returns where the value begins.
    std::size_t add(std::uint32_t number, std::string_view value) {
        entries_.push_back({number, bytes_.size()});
        bytes_ += std::to_string(number) + " 0 obj\n";
        const std::size_t start = bytes_.size();
        bytes_ += value;
        bytes_ += "\nendobj\n";
        return start;
    }
    std::string finish(const pdf_reader::File& base, std::uint32_t size) {
        std::sort(entries_.begin(), entries_.end());
        const std::size_t table = bytes_.size();
        bytes_ += "xref\n";
        for (std::size_t i = 0; i < entries_.size();) {
            std::size_t end = i + 1;
            while (end < entries_.size() && entries_[end].first == entries_[end - 1].first + 1) {
                ++end;
            }
            bytes_ += fmt::format("{} {}\n", entries_[i].first, end - i);
            for (; i < end; ++i) bytes_ += fmt::format("{:010} 00000 n \n", entries_[i].second);
        }
        bytes_ += fmt::format("trailer\n<<\n/Size {}\n/Prev {}\n", size, base.last_xref());
        for (const auto& [key, value] : base.trailer().entries()) {
            if (key == "/Size" || key == "/Prev") continue;
            bytes_ += fmt::format("{} {}\n", key, value);
        }
        bytes_ += fmt::format(">>\nstartxref\n{}\n%%EOF\n", table);
        return std::move(bytes_);
    }

private:
    std::string bytes_;
    std::vector<std::pair<std::uint32_t, std::size_t>> entries_;
};

pdf_reader::SignatureField empty_field(const pdf_reader::File& file, const std::string& role) {
    for (pdf_reader::SignatureField& field : pdf_reader::signature_fields(file)) {
        if (field.name != role) continue;
        if (field.is_signed) throw UsageError("ô ký \"" + role + "\" đã có chữ ký");
        return std::move(field);
    }
    throw UsageError("tài liệu không có ô ký cho vai trò \"" + role + "\"");
}

std::string appearance_object(const pdf_reader::File& file, const pdf_reader::SignatureField& field,
                              const Appearance& appearance, const AppearanceFonts& fonts) {
    const auto rectangle = field.dictionary.find("/Rect");
    const auto corners = pdf_reader::numbers(rectangle ? *rectangle : "[]");
    if (corners.size() != 4) pdf_reader::refuse("a signature field has no Rect");
    const double width = corners[2] - corners[0], height = corners[3] - corners[1];

    const auto resources = pdf_reader::acro_form(file).find("/DR");
    if (!resources) pdf_reader::refuse("its form has no fonts");
    const auto listed = file.dictionary(*resources).find("/Font");
    if (!listed) pdf_reader::refuse("its form has no fonts");
    const pdf_reader::Dictionary embedded = file.dictionary(*listed);
    std::string used;
    for (const std::string& name : {fonts.regular, fonts.bold}) {
        const auto font = embedded.find("/" + name);
        if (!font) pdf_reader::refuse("its form has no font " + name);
        used += fmt::format("/{} {} ", name, *font);
    }
    const std::string stream = appearance_stream(width, height, appearance, fonts);
    return fmt::format(
        "<<\n/Type /XObject\n/Subtype /Form\n/FormType 1\n/BBox [0 0 {} {}]\n"
        "/Resources << /Font << {}>> >>\n/Length {}\n>>\nstream\n{}\nendstream",
        pdf::number(width), pdf::number(height), used, stream.size(), stream);
}

std::string signed_field(const pdf_reader::SignatureField& field, std::uint32_t signature,
                         std::uint32_t appearance) {
    std::string text = "<<\n";
    bool printed = false;
    for (const auto& [key, value] : field.dictionary.entries()) {
        if (key == "/AP" || key == "/V") continue;
        printed = printed || key == "/F";
        text += fmt::format("{} {}\n", key, value);
    }
    // PDF/A-2, 6.3.2: every annotation prints. 132 = Print + Locked.
    if (!printed) text += "/F 132\n";
    return text + fmt::format("/V {} 0 R\n/AP << /N {} 0 R >>\n>>", signature, appearance);
}

std::string signature_dictionary(const Appearance& appearance, std::size_t contents_size) {
    std::string text = "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n";
    text +=
        "/Name " + pdf::text_string(appearance.name) + "\n/M " + pdf_date(appearance.time) + "\n";
    if (appearance.demonstration) {
        text += "/Reason " + pdf::text_string("Chữ ký thử nghiệm, không có giá trị pháp lý") + "\n";
    }
    text += "/ByteRange [" + std::string(kByteRangeWidth, ' ') + "]\n";
    return text + "/Contents <" + std::string(contents_size, '0') + ">\n>>";
}

}  // namespace

PreparedSignature prepare_with(const std::string& pdf, const std::string& role,
                               const std::vector<std::string>& chain, const std::string& algorithm,
                               std::size_t signature_size, const Appearance& appearance,
                               const AppearanceFonts& fonts) {
    if (chain.empty()) throw std::logic_error("a signature needs the signer's certificate");
    const pdf_reader::File file(pdf);
    const pdf_reader::SignatureField field = empty_field(file, role);
    const std::string any_digest(32, '\0');
    const std::size_t cms_size =
        cms::signed_data(chain, algorithm,
                         cms::signed_attributes(any_digest, chain.front(), std::nullopt),
                         std::string(signature_size, '\0'))
            .size();

    PreparedSignature prepared;
    prepared.contents_size = 2 * cms_size;
    const std::uint32_t signature = file.size(), look = file.size() + 1;
    const std::string dictionary = signature_dictionary(appearance, prepared.contents_size);
    Update update(pdf, dictionary.size() + 4096);
    const std::size_t start = update.add(signature, dictionary);
    update.add(look, appearance_object(file, field, appearance, fonts));
    update.add(field.object, signed_field(field, signature, look));
    prepared.pdf = update.finish(file, file.size() + 2);

    prepared.contents_offset = start + dictionary.find("/Contents <") + 11;
    // ISO 32000-1, 12.8.1: ByteRange covers every byte except the Contents string with its
    // brackets.
    const std::size_t before = prepared.contents_offset - 1;
    const std::size_t after = prepared.contents_offset + prepared.contents_size + 1;
    const std::string range = fmt::format("0 {} {} {}", before, after, prepared.pdf.size() - after);
    if (range.size() > kByteRangeWidth) throw UsageError("tệp PDF quá lớn để ký");
    prepared.pdf.replace(start + dictionary.find("/ByteRange [") + 12, range.size(), range);

    const std::string covered =
        prepared.pdf.substr(0, before).append(prepared.pdf, after, std::string::npos);
    prepared.signed_attributes =
        cms::signed_attributes(sha256_raw(covered), chain.front(), std::nullopt);
    prepared.digest = sha256_raw(prepared.signed_attributes);
    return prepared;
}

PreparedSignature prepare_signature(const std::string& pdf, const std::string& role,
                                    const std::vector<std::string>& chain,
                                    const std::string& algorithm, std::size_t signature_size,
                                    const Appearance& appearance, const FontSet& fonts) {
    return prepare_with(pdf, role, chain, algorithm, signature_size, appearance, fonts_of(fonts));
}

std::string complete_signature(PreparedSignature prepared, const std::vector<std::string>& chain,
                               const std::string& algorithm, const std::string& signature_value) {
    const std::string bracketed = pdf::hex_string(
        cms::signed_data(chain, algorithm, prepared.signed_attributes, signature_value));
    const std::string digits = bracketed.substr(1, bracketed.size() - 2);
    const std::string_view reserved =
        std::string_view(prepared.pdf).substr(prepared.contents_offset, prepared.contents_size);
    if (digits.size() > prepared.contents_size || reserved.size() != prepared.contents_size ||
        reserved.find_first_not_of('0') != std::string_view::npos) {
        throw LibraryError("the signature does not fit the place that was reserved for it");
    }
    prepared.pdf.replace(prepared.contents_offset, digits.size(), digits);
    return std::move(prepared.pdf);
}

std::string sign_pdf(const std::string& pdf, const std::string& role, const Signer& signer,
                     const Appearance& appearance, const FontSet& fonts) {
    PreparedSignature prepared = prepare_signature(pdf, role, signer.chain(), signer.algorithm(),
                                                   signer.signature_size(), appearance, fonts);
    const std::string value = signer.sign_digest(prepared.digest);
    return complete_signature(std::move(prepared), signer.chain(), signer.algorithm(), value);
}

std::vector<std::string> signed_roles(const std::string& pdf) {
    const pdf_reader::File file(pdf);
    // Each signature was appended behind the one before it, so the place in the file is the order.
    std::vector<std::pair<const char*, std::string>> found;
    for (const pdf_reader::SignatureField& field : pdf_reader::signature_fields(file)) {
        if (!field.is_signed) continue;
        found.emplace_back(file.resolve(*field.dictionary.find("/V")).data(), field.name);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> roles;
    for (auto& [place, role] : found) roles.push_back(std::move(role));
    return roles;
}

std::string sign_detached(const std::string& bytes, const Signer& signer, Instant signing_time) {
    const std::string attributes =
        cms::signed_attributes(sha256_raw(bytes), signer.chain().front(), signing_time);
    return cms::signed_data(signer.chain(), signer.algorithm(), attributes,
                            signer.sign_digest(sha256_raw(attributes)));
}

}  // namespace hoso
