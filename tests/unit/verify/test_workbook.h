// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>
#include <openssl/ecdsa.h>

#include <map>
#include <string>
#include <vector>

#include "unit/ingest/zip_builder.h"
#include "unit/verify/test_identity.h"
#include "vocabulary/digest.h"

namespace hoso::test {

inline std::string base64(const std::string& bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    text.resize(static_cast<std::size_t>(EVP_EncodeBlock(
        reinterpret_cast<unsigned char*>(text.data()),
        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()))));
    return text;
}

// The value of XML-DSig: an ECDSA signature as two numbers of 32 bytes (P-256).
inline std::string sign_value(const std::string& bytes, const Identity& identity) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    std::string value(1024, '\0');
    std::size_t size = value.size();
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, identity.key);
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(value.data()), &size, data,
                   bytes.size());
    EVP_MD_CTX_free(context);
    value.resize(size);
    if (EVP_PKEY_is_a(identity.key, "EC") != 1) return value;
    const auto* der = reinterpret_cast<const unsigned char*>(value.data());
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &der, static_cast<long>(value.size()));
    std::string plain(64, '\0');
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), out + 32, 32);
    ECDSA_SIG_free(pair);
    return plain;
}

inline std::string der_of(const Identity& identity) {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(identity.certificate, &bytes);
    std::string der(bytes, bytes + size);
    OPENSSL_free(bytes);
    return der;
}

inline const std::string kOpc = "http://schemas.openxmlformats.org/package/2006/";
inline const std::string kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// A workbook as another program might write and sign it: its XML is not canonical (prefixes other
// than ours, blanks, short empty elements, attributes in another order), so that the reader has to
// canonicalise. The canonical forms stand here by hand.
struct TestWorkbook {
    std::map<std::string, std::string> files = {
        {"[Content_Types].xml",
         "<?xml version='1.0'?>\n<Types xmlns='" + kOpc +
             "content-types'>\n<Default Extension='rels' ContentType='links'/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Default Extension=\"sigs\" ContentType=\"origin\"/>"
             "<Override ContentType=\"sheet\" PartName=\"/xl/sheet1.xml\"/></Types>"},
        {"_rels/.rels",
         "<Relationships xmlns=\"" + kOpc +
             "relationships\">\n <Relationship Target='xl/workbook.xml' Type='" + kOffice +
             "officeDocument' Id='b'/>" + "<Relationship Id=\"o\" Type=\"" + kOpc +
             "relationships/digital-signature/origin\" Target=\"/sign/origin.sigs\"/>"
             "</Relationships>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"r\"><sheets><sheet name=\"TOÁN\" r:id=\"s\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns=\"" + kOpc + "relationships\"><Relationship Id=\"s\" Type=\"" +
             kOffice + "worksheet\" Target=\"sheet1.xml\"/></Relationships>"},
        {"xl/sheet1.xml", "<sheet>8.1</sheet>"},
        {"sign/origin.sigs", ""},
    };
    std::vector<std::string> signatures;

    static std::string reference(const std::string& uri, const std::string& canonical,
                                 const std::string& transforms = "") {
        return "<Reference URI=\"" + uri + "\">" + transforms +
               "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">"
               "</DigestMethod><DigestValue>" +
               base64(sha256_raw(canonical)) + "</DigestValue></Reference>";
    }
    static std::string links(const std::string& id) {
        return "<Transforms><Transform Algorithm=\"" + kOpc +
               "RelationshipTransform\"><m:RelationshipReference xmlns:m=\"" + kOpc +
               "digital-signature\" SourceId=\"" + id +
               "\"></m:RelationshipReference></Transform><Transform "
               "Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></Transform>"
               "</Transforms>";
    }
    static std::string transformed(const std::string& id, const std::string& type,
                                   const std::string& target) {
        return "<Relationships xmlns=\"" + kOpc + "relationships\"><Relationship Id=\"" + id +
               "\" Target=\"" + target + "\" TargetMode=\"Internal\" Type=\"" + kOffice + type +
               "\"></Relationship></Relationships>";
    }
    [[nodiscard]] std::string manifest() const {
        return reference("/_rels/.rels?ContentType=links",
                         transformed("b", "officeDocument", "xl/workbook.xml"), links("b")) +
               reference("/xl/_rels/workbook.xml.rels?ContentType=links",
                         transformed("s", "worksheet", "sheet1.xml"), links("s")) +
               reference("/xl/workbook.xml?ContentType=application/xml",
                         files.at("xl/workbook.xml")) +
               reference("/xl/sheet1.xml?ContentType=sheet", files.at("xl/sheet1.xml"));
    }

    // `method`, `named`: what the signature says of its algorithm and of the certificate.
    TestWorkbook& sign(const Identity& identity, const Identity* named = nullptr,
                       std::string method = "") {
        if (method.empty()) {
            method = EVP_PKEY_is_a(identity.key, "EC") == 1 ? "ecdsa-sha256" : "rsa-sha256";
        }
        const std::string space = " xmlns=\"http://www.w3.org/2000/09/xmldsig#\"";
        const std::string list = "<Manifest>\n" + manifest() + "</Manifest>";
        const std::string object = "<Object" + space + " Id=\"parts\">" + list + "</Object>";
        const std::string certificate = der_of(named ? *named : identity);
        const std::string told =
            "<x:SignedSignatureProperties><x:SigningTime>2022-01-12T09:30:00+07:00"
            "</x:SigningTime><x:SigningCertificateV2><x:Cert><x:CertDigest><DigestMethod "
            "Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></DigestMethod><DigestValue>" +
            base64(sha256_raw(certificate)) +
            "</DigestValue></x:CertDigest></x:Cert></x:SigningCertificateV2><x:SignerRole>"
            "<x:ClaimedRoles><x:ClaimedRole>A &amp; B &gt; \"C\"</x:ClaimedRole>"
            "</x:ClaimedRoles></x:SignerRole></x:SignedSignatureProperties>";
        const std::string properties = "<x:SignedProperties" + space +
                                       " xmlns:x=\"http://uri.etsi.org/01903/v1.3.2#\" Id=\"p\">" +
                                       told + "</x:SignedProperties>";
        const std::string info =
            "<CanonicalizationMethod "
            "Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\">"
            "</CanonicalizationMethod><SignatureMethod "
            "Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#" +
            method + "\"></SignatureMethod>" + reference("#parts", object) +
            reference("#p", properties);
        const std::string value =
            sign_value("<SignedInfo" + space + ">" + info + "</SignedInfo>", identity);
        std::string xml =
            "<?xml version=\"1.0\"?>\n<Signature" + space + "><!-- x -->\n<SignedInfo>" + info +
            "</SignedInfo><SignatureValue>\n" + base64(value) +
            "\n</SignatureValue><KeyInfo><X509Data><X509Certificate>" + base64(der_of(identity)) +
            "</X509Certificate></X509Data></KeyInfo><Object   Id='parts'  >" + list +
            "</Object ><Object><x:QualifyingProperties "
            "xmlns:x='http://uri.etsi.org/01903/v1.3.2#'><x:SignedProperties "
            "Id='p'>" +
            told + "</x:SignedProperties></x:QualifyingProperties></Object></Signature>";
        const auto shorten = [&](const std::string& from, const std::string& to) {
            for (std::size_t at = xml.find(from); at != std::string::npos;
                 at = xml.find(from, at)) {
                xml.replace(at, from.size(), to);
            }
        };
        shorten("></DigestMethod>", "\n/>");
        shorten("0315\"></Transform>", "0315\" />");
        shorten("&gt; \"C\"", "> &quot;<![CDATA[C]]>&#34;");
        signatures.push_back(std::move(xml));
        return *this;
    }

    [[nodiscard]] std::string bytes() const {
        std::vector<ZipItem> items;
        for (const auto& [name, content] : files) items.push_back({name, content});
        std::string to_signatures = "<Relationships xmlns=\"" + kOpc + "relationships\">";
        for (std::size_t i = 0; i < signatures.size(); ++i) {
            items.push_back({fmt::format("sign/{}.xml", i), signatures[i]});
            to_signatures += fmt::format(
                "<Relationship Id=\"r{}\" Type=\"{}relationships/digital-signature/signature\" "
                "Target=\"{}.xml\"/>",
                i, kOpc, i);
        }
        if (!signatures.empty()) {
            items.push_back({"sign/_rels/origin.sigs.rels", to_signatures + "</Relationships>"});
        }
        return zip_of(items);
    }
};

}  // namespace hoso::test
