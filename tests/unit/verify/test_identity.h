// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/cms.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <stdexcept>
#include <string>

// Certificates and signatures by OpenSSL's own functions, none of hoso's.
namespace hoso::test {

struct Identity {
    X509* certificate = nullptr;
    EVP_PKEY* key = nullptr;
};

inline Identity issue(const std::string& name, const Identity* issuer, const std::string& from,
                      const std::string& to, bool authority, unsigned rsa_bits = 0) {
    Identity made{X509_new(), rsa_bits ? EVP_RSA_gen(rsa_bits) : EVP_EC_gen("P-256")};
    static long serial = 1;
    X509_set_version(made.certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.certificate), serial++);
    ASN1_TIME_set_string(X509_getm_notBefore(made.certificate), from.c_str());
    ASN1_TIME_set_string(X509_getm_notAfter(made.certificate), to.c_str());
    X509_set_pubkey(made.certificate, made.key);
    X509_NAME_add_entry_by_NID(X509_get_subject_name(made.certificate), NID_commonName,
                               MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name.data()),
                               static_cast<int>(name.size()), -1, 0);
    X509_set_issuer_name(made.certificate,
                         X509_get_subject_name(issuer ? issuer->certificate : made.certificate));
    X509_EXTENSION* basic = X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints,
                                                authority ? "critical,CA:TRUE" : "CA:FALSE");
    X509_add_ext(made.certificate, basic, -1);
    X509_EXTENSION_free(basic);
    X509_sign(made.certificate, issuer ? issuer->key : made.key, EVP_sha256());
    return made;
}

inline std::string pem_of(const Identity& identity) {
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, identity.certificate);
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    std::string pem(bytes, static_cast<std::size_t>(size));
    BIO_free(bio);
    return pem;
}

struct CmsWish {
    const EVP_MD* digest = EVP_sha256();
    std::string signing_time = "220112093000Z";  // empty: none
    bool cades = true;
};

// Detached, DER. The signing time is set before OpenSSL would put in the machine's.
inline std::string sign_cms(const std::string& content, const Identity& identity,
                            const CmsWish& wish = {}) {
    BIO* data = BIO_new_mem_buf(content.data(), static_cast<int>(content.size()));
    constexpr unsigned kFlags = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL;
    CMS_ContentInfo* cms = CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags);
    CMS_SignerInfo* signer = CMS_add1_signer(cms, identity.certificate, identity.key, wish.digest,
                                             kFlags | (wish.cades ? CMS_CADES : 0u));
    ASN1_TIME* time = ASN1_TIME_new();
    ASN1_TIME_set_string(time, wish.signing_time.c_str());
    CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time, -1);
    ASN1_TIME_free(time);
    if (CMS_final(cms, data, nullptr, kFlags) != 1) throw std::runtime_error("CMS_final");
    unsigned char* bytes = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &bytes);
    std::string der(bytes, bytes + size);
    OPENSSL_free(bytes);
    CMS_ContentInfo_free(cms);
    BIO_free(data);
    return der;
}

// Made once: an authority, two people of it, one whose time has passed, one of a foreign authority.
struct People {
    Identity authority =
        issue("CA THỬ NGHIỆM", nullptr, "20200101000000Z", "21200101000000Z", true);
    Identity teacher =
        issue("Trần Thị Hương", &authority, "20210101000000Z", "21200101000000Z", false, 2048);
    Identity principal =
        issue("Vì Văn Thủy", &authority, "20210101000000Z", "21200101000000Z", false);
    Identity former =
        issue("Lường Văn Xuân", &authority, "20200101000000Z", "20210101000000Z", false);
    Identity foreign_authority =
        issue("CA LẠ", nullptr, "20200101000000Z", "21200101000000Z", true);
    Identity stranger =
        issue("Người Lạ", &foreign_authority, "20200101000000Z", "21200101000000Z", false);
    Identity weak =
        issue("Khóa Ngắn", &authority, "20210101000000Z", "21200101000000Z", false, 1024);
};
inline const People& people() {
    static const People made;
    return made;
}

}  // namespace hoso::test
