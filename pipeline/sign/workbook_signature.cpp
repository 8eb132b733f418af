// SPDX-License-Identifier: Apache-2.0
//
// A package signature (ECMA-376, Part 2, clause 13) as Excel makes them:
//
//     _rels/.rels ──▶ _xmlsignatures/origin.sigs (empty)
//                         └─ _rels/origin.sigs.rels ──▶ sig1.xml, sig2.xml, …
//
//     Signature
//       SignedInfo         digests of the three things below; this is what the key signs
//       SignatureValue
//       KeyInfo            the signer's certificate
//       Object             Manifest: a digest for each part, with its content type; time
//       Object             what Excel shows of a signature
//       Object             XAdES: time, the certificate's digest, role; the issuers' certificates
//
// Every part is covered but the signatures themselves, every relationship but the one to them, so
// that a second signature leaves the first alone. The XML is written in its canonical form
// (Canonical XML 1.0): attributes in order, no abbreviated empty elements, the namespaces of a
// fragment on its first element. Digesting a fragment then takes no canonicaliser.
#include <fmt/format.h>

#include <algorithm>

#include "sign/certificate_facts.h"
#include "sign/opc_package.h"
#include "sign/opc_xml.h"
#include "sign/sign.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::string_view kC14n = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
constexpr std::string_view kSha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr std::string_view kObjectType = "http://www.w3.org/2000/09/xmldsig#Object";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view kDsigNamespace = " xmlns=\"http://www.w3.org/2000/09/xmldsig#\"";
constexpr std::string_view kXadesNamespace = " xmlns:xd=\"http://uri.etsi.org/01903/v1.3.2#\"";
constexpr std::string_view kOrigin = "_xmlsignatures/origin.sigs";

std::string origin_type() {
    return std::string(kPackage) + "relationships/digital-signature/origin";
}

std::string digest_of(std::string_view bytes) {
    return fmt::format(
        "<DigestMethod Algorithm=\"{}\"></DigestMethod><DigestValue>{}</DigestValue>", kSha256,
        certificate::base64(sha256_raw(bytes)));
}

// An element in two shapes: as it stands in the file, and by itself, with the namespaces that it
// inherits there.
struct Fragment {
    std::string name, namespaces, attributes, content;
    [[nodiscard]] std::string inside() const {
        return fmt::format("<{0}{1}>{2}</{0}>", name, attributes, content);
    }
    [[nodiscard]] std::string alone() const {
        return fmt::format("<{0}{1}{2}>{3}</{0}>", name, namespaces, attributes, content);
    }
};

std::string part_reference(const std::string& name, const std::string& type,
                           const std::string& transforms, std::string_view bytes) {
    return fmt::format("<Reference URI=\"{}\">{}{}</Reference>",
                       opc::escaped_attribute("/" + name + "?ContentType=" + type), transforms,
                       digest_of(bytes));
}

// 13.2.4.24: the relationships that are named, by id, with the mode that they have by default.
std::string relationships_reference(const std::string& name, const std::string& type,
                                    const std::string& xml) {
    std::string sources,
        canonical = fmt::format("<Relationships xmlns=\"{}relationships\">", kPackage);
    for (const opc::Relationship& one : opc::read_relationships(xml)) {
        if (one.type == origin_type()) continue;
        const std::string id = opc::escaped_attribute(one.id);
        sources += fmt::format(
            "<mdssi:RelationshipReference xmlns:mdssi=\"{}digital-signature\" SourceId=\"{}\">"
            "</mdssi:RelationshipReference>",
            kPackage, id);
        canonical += fmt::format(
            "<Relationship Id=\"{}\" Target=\"{}\" TargetMode=\"{}\" Type=\"{}\"></Relationship>",
            id, opc::escaped_attribute(one.target), opc::escaped_attribute(one.mode),
            opc::escaped_attribute(one.type));
    }
    canonical += "</Relationships>";
    const std::string transforms = fmt::format(
        "<Transforms><Transform Algorithm=\"{}RelationshipTransform\">{}</Transform>"
        "<Transform Algorithm=\"{}\"></Transform></Transforms>",
        kPackage, sources, kC14n);
    return part_reference(name, type, transforms, canonical);
}

std::string manifest(const opc::Package& package) {
    std::string references;
    for (const std::string& name : package.names()) {
        if (name.starts_with(opc::kSignatureFolder)) continue;
        const std::string type = package.content_type(name), bytes = package.read(name);
        references += opc::is_relationships(name) ? relationships_reference(name, type, bytes)
                                                  : part_reference(name, type, "", bytes);
    }
    return "<Manifest>" + references + "</Manifest>";
}

std::string zulu(Instant moment) {
    return to_iso(Instant{moment.seconds - 7 * 3600}).substr(0, 19) + "Z";  // printed in +07:00
}

Fragment package_object(const opc::Package& package, Instant time) {
    return {
        "Object", std::string(kDsigNamespace), " Id=\"idPackageObject\"",
        manifest(package) +
            fmt::format("<SignatureProperties><SignatureProperty Id=\"idSignatureTime\" "
                        "Target=\"#idPackageSignature\"><mdssi:SignatureTime "
                        "xmlns:mdssi=\"{}digital-signature\"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD"
                        "</mdssi:Format><mdssi:Value>{}</mdssi:Value></mdssi:SignatureTime>"
                        "</SignatureProperty></SignatureProperties>",
                        kPackage, zulu(time))};
}

// [MS-OFFCRYPTO], 2.5.2.5. Excel wants all of it; only the comment says anything.
Fragment office_object(const Appearance& appearance) {
    const std::string comment =
        appearance.demonstration ? "Chữ ký thử nghiệm, không có giá trị pháp lý" : "";
    return {
        "Object", std::string(kDsigNamespace), " Id=\"idOfficeObject\"",
        fmt::format("<SignatureProperties><SignatureProperty Id=\"idOfficeV1Details\" "
                    "Target=\"#idPackageSignature\">"
                    "<SignatureInfoV1 xmlns=\"http://schemas.microsoft.com/office/2006/digsig\">"
                    "<SetupID></SetupID><SignatureText></SignatureText><SignatureImage>"
                    "</SignatureImage><SignatureComments>{}</SignatureComments>"
                    "<WindowsVersion>6.1</WindowsVersion><OfficeVersion>16.0</OfficeVersion>"
                    "<ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors>"
                    "<HorizontalResolution>1280</HorizontalResolution>"
                    "<VerticalResolution>800</VerticalResolution><ColorDepth>32</ColorDepth>"
                    "<SignatureProviderId>{{00000000-0000-0000-0000-000000000000}}"
                    "</SignatureProviderId><SignatureProviderUrl></SignatureProviderUrl>"
                    "<SignatureProviderDetails>9</SignatureProviderDetails>"
                    "<SignatureType>1</SignatureType></SignatureInfoV1></SignatureProperty>"
                    "</SignatureProperties>",
                    opc::escaped_text(comment))};
}

// ETSI TS 101 903, 7.2, in the older form of SigningCertificate: Excel and LibreOffice know no
// other.
Fragment signed_properties(const std::string& signer, const Appearance& appearance) {
    return {
        "xd:SignedProperties", std::string(kDsigNamespace) + std::string(kXadesNamespace),
        " Id=\"idSignedProperties\"",
        fmt::format(
            "<xd:SignedSignatureProperties><xd:SigningTime>{}</xd:SigningTime>"
            "<xd:SigningCertificate><xd:Cert><xd:CertDigest>{}</xd:CertDigest><xd:IssuerSerial>"
            "<X509IssuerName>{}</X509IssuerName><X509SerialNumber>{}</X509SerialNumber>"
            "</xd:IssuerSerial></xd:Cert></xd:SigningCertificate><xd:SignaturePolicyIdentifier>"
            "<xd:SignaturePolicyImplied></xd:SignaturePolicyImplied>"
            "</xd:SignaturePolicyIdentifier><xd:SignerRole><xd:ClaimedRoles><xd:ClaimedRole>{}"
            "</xd:ClaimedRole></xd:ClaimedRoles></xd:SignerRole></xd:SignedSignatureProperties>",
            zulu(appearance.time), digest_of(signer),
            opc::escaped_text(certificate::issuer(signer)), certificate::serial_number(signer),
            opc::escaped_text(appearance.role_title))};
}

// The issuers travel outside of KeyInfo, where LibreOffice takes the last one for the signer.
std::string issuers(const std::vector<std::string>& chain) {
    if (chain.size() < 2) return "";
    std::string values;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        values += "<xd:EncapsulatedX509Certificate>" + certificate::base64(chain[i]) +
                  "</xd:EncapsulatedX509Certificate>";
    }
    return "<xd:UnsignedProperties><xd:UnsignedSignatureProperties><xd:CertificateValues>" +
           values +
           "</xd:CertificateValues></xd:UnsignedSignatureProperties></xd:UnsignedProperties>";
}

Fragment signed_info(const Fragment& package, const Fragment& office, const Fragment& properties,
                     const std::string& algorithm) {
    const std::string method = algorithm == "ecdsa-sha256" ? "ecdsa-sha256" : "rsa-sha256";
    const auto object = [](std::string_view id, const Fragment& fragment) {
        return fmt::format("<Reference Type=\"{}\" URI=\"#{}\">{}</Reference>", kObjectType, id,
                           digest_of(fragment.alone()));
    };
    return {"SignedInfo", std::string(kDsigNamespace), "",
            fmt::format(
                "<CanonicalizationMethod Algorithm=\"{0}\"></CanonicalizationMethod>"
                "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#{1}\">"
                "</SignatureMethod>{2}{3}<Reference "
                "Type=\"http://uri.etsi.org/01903#SignedProperties\" URI=\"#idSignedProperties\">"
                "<Transforms><Transform Algorithm=\"{0}\"></Transform></Transforms>{4}"
                "</Reference>",
                kC14n, method, object("idPackageObject", package), object("idOfficeObject", office),
                digest_of(properties.alone()))};
}

std::string signature_name(std::size_t number) {
    return fmt::format("{}sig{}.xml", opc::kSignatureFolder, number);
}

// The origin and the way to it, unless an earlier signature has brought them.
void add_origin(opc::Package& package) {
    if (package.has(std::string(kOrigin))) return;
    std::vector<opc::Relationship> root = opc::read_relationships(package.read("_rels/.rels"));
    root.push_back({"rIdSignatures", origin_type(), std::string(kOrigin), "Internal"});
    package.put("_rels/.rels", opc::write_relationships(root));
    package.put(std::string(kOrigin), "");
    package.declare_extension("sigs",
                              "application/vnd.openxmlformats-package.digital-signature-origin");
}

}  // namespace

std::size_t workbook_signatures(const std::string& xlsx) {
    const opc::Package package(xlsx);
    std::size_t count = 0;
    while (package.has(signature_name(count + 1))) ++count;
    return count;
}

PreparedWorkbook prepare_workbook(const std::string& xlsx, const std::vector<std::string>& chain,
                                  const std::string& algorithm, const Appearance& appearance) {
    if (chain.empty()) throw std::logic_error("a signature needs the signer's certificate");
    const Fragment package = package_object(opc::Package(xlsx), appearance.time);
    const Fragment office = office_object(appearance);
    const Fragment properties = signed_properties(chain.front(), appearance);
    const Fragment info = signed_info(package, office, properties, algorithm);

    PreparedWorkbook prepared;
    prepared.before_value = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Signature{} "
        "Id=\"idPackageSignature\">{}<SignatureValue>",
        kDsigNamespace, info.inside());
    prepared.after_value = fmt::format(
        "</SignatureValue><KeyInfo><X509Data><X509Certificate>{}</X509Certificate></X509Data>"
        "</KeyInfo>{}{}<Object><xd:QualifyingProperties{} Target=\"#idPackageSignature\">{}{}"
        "</xd:QualifyingProperties></Object></Signature>",
        certificate::base64(chain.front()), package.inside(), office.inside(), kXadesNamespace,
        properties.inside(), issuers(chain));
    prepared.digest = sha256_raw(info.alone());
    return prepared;
}

std::string complete_workbook(const std::string& xlsx, const PreparedWorkbook& prepared,
                              const std::vector<std::string>& chain, const std::string& algorithm,
                              const std::string& signature_value) {
    opc::Package package(xlsx);
    add_origin(package);
    const std::string links = opc::relationships_name(std::string(kOrigin));
    std::vector<opc::Relationship> signatures;
    if (package.has(links)) signatures = opc::read_relationships(package.read(links));
    const std::size_t number = signatures.size() + 1;
    signatures.push_back({fmt::format("rId{}", number),
                          std::string(kPackage) + "relationships/digital-signature/signature",
                          fmt::format("sig{}.xml", number), "Internal"});
    package.put(links, opc::write_relationships(signatures));
    const std::string value = algorithm == "ecdsa-sha256"
                                  ? certificate::plain_ecdsa(signature_value, chain.front())
                                  : signature_value;
    package.put(signature_name(number),
                prepared.before_value + certificate::base64(value) + prepared.after_value);
    package.declare_part(
        signature_name(number),
        "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml");
    return package.finish();
}

std::string sign_workbook(const std::string& xlsx, const Signer& signer,
                          const Appearance& appearance) {
    const PreparedWorkbook prepared =
        prepare_workbook(xlsx, signer.chain(), signer.algorithm(), appearance);
    return complete_workbook(xlsx, prepared, signer.chain(), signer.algorithm(),
                             signer.sign_digest(prepared.digest));
}

}  // namespace hoso
