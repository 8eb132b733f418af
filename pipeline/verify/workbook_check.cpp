// SPDX-License-Identifier: Apache-2.0
//
// What holds what (XML-DSig 1.1; ECMA-376, Part 2, 13):
//
//     key ──▶ SignedInfo ──▶ Object with the Manifest ──▶ parts, relationships
//                       └──▶ SignedProperties (XAdES) ──▶ time, certificate
//
// An XML signature signs what its references lead to, so the reader must take everything from just
// there: a Manifest or a time that stands elsewhere in the file is nobody's word.
#include "verify/workbook_check.h"

#include <algorithm>

#include "verify/package_parts.h"
#include "verify/rules.h"
#include "verify/xml_tree.h"
#include "vocabulary/digest.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

constexpr std::string_view kDsig = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view kXades = "http://uri.etsi.org/01903/v1.3.2#";
constexpr std::string_view kOpc =
    "http://schemas.openxmlformats.org/package/2006/digital-signature";
constexpr std::string_view kC14n = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
constexpr std::string_view kLinksTransform =
    "http://schemas.openxmlformats.org/package/2006/RelationshipTransform";

struct Digest {
    bool known = false;
    std::string algorithm, value;
    [[nodiscard]] bool fits(std::string_view bytes) const {
        return known && value == sha256_raw(bytes);
    }
};

Digest read_digest(const pugi::xml_node& holder) {
    Digest digest;
    digest.algorithm =
        xml::only_child(holder, kDsig, "DigestMethod").attribute("Algorithm").value();
    const auto value = xml::base64(xml::text(xml::only_child(holder, kDsig, "DigestValue")));
    digest.known = digest.algorithm == "http://www.w3.org/2001/04/xmlenc#sha256" && value;
    digest.value = value.value_or("");
    return digest;
}

std::vector<pugi::xml_node> transforms_of(const pugi::xml_node& reference) {
    const pugi::xml_node holder = xml::only_child(reference, kDsig, "Transforms");
    return xml::children(holder, kDsig, "Transform");
}

class SignatureReader {
public:
    SignatureReader(const PackageParts& package, const std::string& part, const Location& place)
        : package_(package), part_(part), place_(place) {}

    SignatureCheck run(const TrustStore* trust, Findings& findings) {
        SignatureCheck check;
        check.file = place_.origin->file;
        BareSignature bare;
        CmsCheck result;
        result.why = read(bare);
        if (result.why.empty()) result = check_bare(bare, trust);
        report_cms(result, place_, trust != nullptr, findings);
        check.signer = result.signer;
        check.role = role_;
        check.intact = result.fault == CmsCheck::Fault::None ? Verdict::Yes : Verdict::No;
        check.trusted = result.trusted;
        check.note = describe_cms(result);
        if (check.intact == Verdict::Yes && !check_parts(result.signer, findings)) {
            check.intact = Verdict::No;
            check.note = "Chữ ký không hợp lệ.";
        }
        check.covers_whole_file = check.intact == Verdict::Yes;
        return check;
    }

private:
    // What cannot be read, in words; empty: all is there.
    std::string read(BareSignature& bare) {
        document_ = xml::parse(package_.parts().at(part_));
        if (!document_) return "XML";
        root_ = document_->document_element();
        if (!xml::is(root_, kDsig, "Signature")) return "Signature";
        const pugi::xml_node info = xml::only_child(root_, kDsig, "SignedInfo");
        if (xml::only_child(info, kDsig, "CanonicalizationMethod").attribute("Algorithm").value() !=
            kC14n) {
            return "CanonicalizationMethod";
        }
        bare.method =
            xml::only_child(info, kDsig, "SignatureMethod").attribute("Algorithm").value();
        bare.content = xml::canonical(info);
        const auto value = xml::base64(xml::text(xml::only_child(root_, kDsig, "SignatureValue")));
        if (!value) return "SignatureValue";
        bare.value = *value;
        const auto references = xml::children(info, kDsig, "Reference");
        constexpr std::size_t kMostReferences = 16;  // each costs a walk through the tree
        if (references.size() > kMostReferences) return "SignedInfo";
        for (const pugi::xml_node& reference : references) {
            const std::string why = follow(reference, bare);
            if (!why.empty()) return why;
        }
        if (!manifest_) return "Manifest";
        read_certificates(bare);
        return read_properties(bare);
    }

    // A reference of SignedInfo: into this file, to an Object or the properties.
    std::string follow(const pugi::xml_node& reference, BareSignature& bare) {
        const std::string uri = reference.attribute("URI").value();
        for (const pugi::xml_node& transform : transforms_of(reference)) {
            if (transform.attribute("Algorithm").value() != kC14n) return "Transform";
        }
        const pugi::xml_node target = find(uri);
        if (!target) return "URI " + uri;
        const Digest digest = read_digest(reference);
        if (!digest.known) return "DigestMethod " + digest.algorithm;
        bare.references_fit = bare.references_fit && digest.fits(xml::canonical(target));
        if (xml::is(target, kXades, "SignedProperties")) {
            properties_ = target;
        } else if (const auto found = xml::only_child(target, kDsig, "Manifest")) {
            if (manifest_) return "Manifest";
            manifest_ = found;
        }
        return "";
    }

    // The element of this id: an Object of the signature or the properties in one. None if the id
    // stands twice, so that no two readers can take different elements for it.
    [[nodiscard]] pugi::xml_node find(const std::string& uri) const {
        if (uri.size() < 2 || uri[0] != '#') return {};
        pugi::xml_node found;
        std::size_t count = 0;
        const auto walk = [&](const auto& self, const pugi::xml_node& node) -> void {
            for (const pugi::xml_attribute& attribute : node.attributes()) {
                const std::string_view name = attribute.name();
                if (name != "Id" && name != "ID" && name != "id" && name != "xml:id") continue;
                if (attribute.value() != std::string_view(uri).substr(1)) continue;
                found = node;
                ++count;
            }
            for (const pugi::xml_node& child : node.children()) self(self, child);
        };
        walk(walk, root_);
        if (count != 1) return {};
        const bool object = xml::is(found, kDsig, "Object") && found.parent() == root_;
        const bool properties = xml::is(found, kXades, "SignedProperties") &&
                                xml::is(found.parent(), kXades, "QualifyingProperties") &&
                                xml::is(found.parent().parent(), kDsig, "Object") &&
                                found.parent().parent().parent() == root_;
        return object || properties ? found : pugi::xml_node();
    }

    void read_certificates(BareSignature& bare) const {
        const auto take = [&](const pugi::xml_node& node) {
            if (auto der = xml::base64(xml::text(node))) bare.certificates.push_back(*der);
        };
        const pugi::xml_node keys = xml::only_child(root_, kDsig, "KeyInfo");
        for (const pugi::xml_node& data : xml::children(keys, kDsig, "X509Data")) {
            for (const auto& one : xml::children(data, kDsig, "X509Certificate")) take(one);
        }
        if (!properties_) return;
        pugi::xml_node issuers = properties_.parent();
        for (const char* step :
             {"UnsignedProperties", "UnsignedSignatureProperties", "CertificateValues"}) {
            issuers = xml::only_child(issuers, kXades, step);
        }
        for (const auto& one : xml::children(issuers, kXades, "EncapsulatedX509Certificate")) {
            take(one);
        }
    }

    // Time and role, and the certificate that the signer says is his (XAdES); without them the time
    // that stands beside the Manifest (13.2.4.21).
    std::string read_properties(BareSignature& bare) {
        if (!properties_) {
            pugi::xml_node time = xml::only_child(manifest_.parent(), kDsig, "SignatureProperties");
            time = xml::only_child(time, kDsig, "SignatureProperty");
            time = xml::only_child(time, kOpc, "SignatureTime");
            bare.time = parse_instant(xml::text(xml::only_child(time, kOpc, "Value")));
            return "";
        }
        const pugi::xml_node of_signature =
            xml::only_child(properties_, kXades, "SignedSignatureProperties");
        bare.time = parse_instant(xml::text(xml::only_child(of_signature, kXades, "SigningTime")));
        pugi::xml_node role = of_signature;
        for (const char* step : {"SignerRole", "ClaimedRoles", "ClaimedRole"}) {
            role = xml::only_child(role, kXades, step);
        }
        role_ = to_nfc(xml::text(role));
        for (const char* form : {"SigningCertificateV2", "SigningCertificate"}) {
            const auto named =
                xml::children(xml::only_child(of_signature, kXades, form), kXades, "Cert");
            if (named.empty()) continue;
            const Digest digest = read_digest(xml::only_child(named.front(), kXades, "CertDigest"));
            if (!digest.known) return form;
            bare.names_certificate =
                !bare.certificates.empty() && digest.fits(bare.certificates.front());
            return "";
        }
        return "SigningCertificate";
    }

    bool check_parts(const std::string& signer, Findings& findings) const {
        std::size_t faults = 0;
        const auto fault = [&](const Rule& which, const std::string& part) {
            findings.add(which, {place_}, {{"signer", signer}, {"what", package_.describe(part)}});
            ++faults;
        };
        std::set<std::string> covered;
        for (const pugi::xml_node& reference : xml::children(manifest_, kDsig, "Reference")) {
            const std::string uri = reference.attribute("URI").value();
            const auto query = uri.find("?ContentType=");
            const std::string part = uri.substr(0, query);
            covered.insert(part);
            const auto bytes = package_.parts().find(part);
            if (query == std::string::npos || bytes == package_.parts().end() ||
                package_.content_type(part) != uri.substr(query + 13) ||
                !fits(reference, part, bytes->second)) {
                fault(rule::workbook_changed, part);
            }
        }
        for (const auto& [part, bytes] : package_.parts()) {
            if (covered.count(part) == 0 && !package_.belongs_to_signatures(part)) {
                fault(rule::workbook_added, part);
            }
        }
        return faults == 0;
    }

    static bool fits(const pugi::xml_node& reference, const std::string& part,
                     const std::string& bytes) {
        const auto transforms = transforms_of(reference);
        const Digest digest = read_digest(reference);
        if (!PackageParts::is_relationships(part)) return transforms.empty() && digest.fits(bytes);
        if (transforms.empty()) return digest.fits(bytes);
        if (transforms.size() != 2 ||
            transforms[0].attribute("Algorithm").value() != kLinksTransform ||
            transforms[1].attribute("Algorithm").value() != kC14n) {
            return false;
        }
        const auto canonical = transformed(transforms[0], bytes);
        return canonical && digest.fits(*canonical);
    }

    // 13.2.4.24. The transform drops what the signer did not choose; but a relationship that nobody
    // signed may lead Excel elsewhere, so only the one to the signatures may be left out.
    static std::optional<std::string> transformed(const pugi::xml_node& transform,
                                                  const std::string& bytes) {
        const auto all = PackageParts::relationships(bytes);
        if (!all) return std::nullopt;
        std::set<std::string> ids, types;
        for (const auto& one : xml::children(transform, kOpc, "RelationshipReference")) {
            ids.insert(one.attribute("SourceId").value());
        }
        for (const auto& one : xml::children(transform, kOpc, "RelationshipsGroupReference")) {
            types.insert(one.attribute("SourceType").value());
        }
        pugi::xml_document document;
        pugi::xml_node root = document.append_child("Relationships");
        root.append_attribute("xmlns") =
            "http://schemas.openxmlformats.org/package/2006/relationships";
        for (const PackageParts::Relationship& one : *all) {
            if (ids.count(one.id) == 0 && types.count(one.type) == 0) {
                if (one.type == PackageParts::kOriginType) continue;
                return std::nullopt;
            }
            pugi::xml_node node = root.append_child("Relationship");
            node.append_attribute("Id") = one.id.c_str();
            node.append_attribute("Target") = one.target.c_str();
            node.append_attribute("TargetMode") = one.mode.c_str();
            node.append_attribute("Type") = one.type.c_str();
        }
        return xml::canonical(root);
    }

    const PackageParts& package_;
    const std::string& part_;
    const Location& place_;
    std::optional<pugi::xml_document> document_;
    pugi::xml_node root_, manifest_, properties_;
    std::string role_;
};

}  // namespace

std::vector<SignatureCheck> check_workbook(std::string_view xlsx, const std::string& name,
                                           const TrustStore* trust, Findings& findings) {
    PackageParts package;
    std::vector<SignatureCheck> checks;
    if (!package.open(xlsx, name, findings)) return checks;
    const Location place = place_of(name);
    for (const std::string& part : package.signatures()) {
        if (package.parts().count(part) == 0) {
            findings.add(rule::signature_unreadable, {place}, {{"why", part}});
            checks.push_back(
                {name, "?", "", Verdict::No, Verdict::Unknown, false, "Chữ ký không hợp lệ."});
            continue;
        }
        checks.push_back(SignatureReader(package, part, place).run(trust, findings));
    }
    return checks;
}

}  // namespace hoso
