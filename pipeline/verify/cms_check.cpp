// SPDX-License-Identifier: Apache-2.0
#include "verify/cms_check.h"

#include <openssl/cms.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <algorithm>

#include "verify/rules.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};
void free_certificates(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Deleter<CMS_ContentInfo_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using CertificateStack = std::unique_ptr<STACK_OF(X509), Deleter<free_certificates>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Deleter<X509_STORE_CTX_free>>;
using Store = std::unique_ptr<X509_STORE, Deleter<X509_STORE_free>>;

Bio memory(std::string_view bytes) {
    Bio bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    if (!bio) throw LibraryError("OpenSSL: no memory");
    return bio;
}

std::string common_name(X509* certificate) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (index < 0) return "?";
    unsigned char* text = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    if (size < 0) return "?";
    std::string name(text, text + size);
    OPENSSL_free(text);
    return name;
}

std::string der_of(X509* certificate) {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    if (size < 0) return "";
    std::string der(bytes, bytes + size);
    OPENSSL_free(bytes);
    return der;
}

// The one value of a signed attribute, DER; empty if it is not there.
std::string signed_attribute(CMS_SignerInfo* signer, int nid) {
    const int index = CMS_signed_get_attr_by_NID(signer, nid, -1);
    X509_ATTRIBUTE* attribute = index < 0 ? nullptr : CMS_signed_get_attr(signer, index);
    ASN1_TYPE* value = attribute ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
    unsigned char* bytes = nullptr;
    const int size = value ? i2d_ASN1_TYPE(value, &bytes) : 0;
    if (size <= 0) return "";
    std::string der(bytes, bytes + size);
    OPENSSL_free(bytes);
    return der;
}

std::optional<Instant> signing_time(CMS_SignerInfo* signer) {
    const int index = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    X509_ATTRIBUTE* attribute = index < 0 ? nullptr : CMS_signed_get_attr(signer, index);
    ASN1_TYPE* value = attribute ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
    if (!value || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) {
        return std::nullopt;
    }
    const std::unique_ptr<ASN1_TIME, Deleter<ASN1_TIME_free>> epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0, seconds = 0;
    if (!ASN1_TIME_diff(&days, &seconds, epoch.get(), value->value.asn1_string))
        return std::nullopt;
    return Instant{std::int64_t{days} * 86'400 + seconds};
}

// EN 319 122-1, 5.2.2.3: the signed attributes name the signer's certificate by its digest, so that
// nobody can put another one beside the signature. The digest stands there as it is.
bool names_certificate(CMS_SignerInfo* signer, X509* certificate, CmsProfile profile) {
    const std::string v2 = signed_attribute(signer, NID_id_smime_aa_signingCertificateV2);
    if (v2.empty()) return profile == CmsProfile::Pkcs7;
    const std::string digest = sha256_raw(der_of(certificate));
    return v2.find(digest) != std::string::npos;
}

std::string weakness(X509* certificate) {
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (!key) return "public key";
    constexpr int kSecurityBits = 112;  // RSA-2048 (NIST SP 800-57-1, table 2)
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_get_security_bits(key) < kSecurityBits) return std::to_string(bits) + " bit";
    return "";
}

std::string weakness(CMS_SignerInfo* signer, X509* certificate) {
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const int nid = OBJ_obj2nid(digest->algorithm);
    if (nid != NID_sha256 && nid != NID_sha384 && nid != NID_sha512) return OBJ_nid2sn(nid);
    return weakness(certificate);
}

void check_chain(X509* certificate, STACK_OF(X509) * others, X509_STORE* store, CmsCheck& check) {
    const StoreContext context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), store, certificate, others) != 1) {
        throw LibraryError("OpenSSL: X509_STORE_CTX_init failed");
    }
    X509_VERIFY_PARAM* how = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(how, static_cast<time_t>(check.time->seconds));
    X509_VERIFY_PARAM_set_purpose(how, X509_PURPOSE_ANY);
    X509_VERIFY_PARAM_set_auth_level(how, 2);  // 112 bits, no SHA-1 in the chain
    // The school may trust a subordinate authority without having its root.
    X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_PARTIAL_CHAIN);
    check.trusted = X509_verify_cert(context.get()) == 1 ? Verdict::Yes : Verdict::No;
    if (check.trusted == Verdict::Yes) return;
    const int error = X509_STORE_CTX_get_error(context.get());
    check.expired = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
    check.chain_error = X509_verify_cert_error_string(error);
}

Certificate certificate_of(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return certificate;
}

// XML-DSig 1.1, 6.4.3: an ECDSA value is its two numbers side by side; OpenSSL wants a SEQUENCE.
std::string ecdsa_sequence(const std::string& value) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(value.data());
    const int half = static_cast<int>(value.size() / 2);
    const std::unique_ptr<ECDSA_SIG, Deleter<ECDSA_SIG_free>> pair(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(bytes, half, nullptr);
    BIGNUM* s = BN_bin2bn(bytes + half, half, nullptr);
    if (!pair || ECDSA_SIG_set0(pair.get(), r, s) != 1) throw LibraryError("OpenSSL: no memory");
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    std::string sequence(der, der + std::max(size, 0));
    OPENSSL_free(der);
    return sequence;
}

bool value_fits(const BareSignature& signature, EVP_PKEY* key, bool ecdsa) {
    if (EVP_PKEY_is_a(key, ecdsa ? "EC" : "RSA") != 1) return false;
    const std::string value = ecdsa ? ecdsa_sequence(signature.value) : signature.value;
    const std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    const bool fits =
        context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(value.data()),
                         value.size(),
                         reinterpret_cast<const unsigned char*>(signature.content.data()),
                         signature.content.size()) == 1;
    ERR_clear_error();
    return fits;
}

// The structure and its one signer; Fault::Unreadable stays if it is not so.
CMS_SignerInfo* only_signer(CMS_ContentInfo* cms, CmsCheck& check) {
    if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed || CMS_is_detached(cms) != 1) {
        check.why = "not a detached signature";
        return nullptr;
    }
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1) {
        check.why = std::to_string(sk_CMS_SignerInfo_num(signers)) + " signers";
        return nullptr;
    }
    return sk_CMS_SignerInfo_value(signers, 0);
}

}  // namespace

struct TrustStore::Certificates {
    Store store{X509_STORE_new()};
};

TrustStore::~TrustStore() = default;
TrustStore::TrustStore(TrustStore&&) noexcept = default;

TrustStore::TrustStore(Disk& disk, const std::filesystem::path& pem_file)
    : certificates_(std::make_unique<Certificates>()) {
    const std::string pem = disk.read(pem_file);
    const Bio bio = memory(pem);
    int count = 0;
    while (const Certificate one{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
        if (X509_STORE_add_cert(certificates_->store.get(), one.get()) != 1) {
            throw LibraryError("OpenSSL: X509_STORE_add_cert failed");
        }
        ++count;
    }
    ERR_clear_error();  // the end of the file is an error to PEM_read_bio
    if (count == 0) {
        throw UsageError("tệp chứng thư gốc không có chứng thư nào: " + pem_file.string());
    }
}

CmsCheck check_cms(std::string_view der, std::string_view content, CmsProfile profile,
                   const TrustStore* trust, std::optional<Instant> claimed) {
    CmsCheck check;
    check.time = claimed;
    const auto* start = reinterpret_cast<const unsigned char*>(der.data());
    const unsigned char* end = start;
    const Cms cms(d2i_CMS_ContentInfo(nullptr, &end, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!cms) {
        check.why = "not CMS";
        return check;
    }
    if (der.substr(static_cast<std::size_t>(end - start)).find_first_not_of('\0') != der.npos) {
        check.why = "bytes after the signature";
        return check;
    }
    CMS_SignerInfo* signer = only_signer(cms.get(), check);
    if (!signer) return check;

    const Bio bio = memory(content);
    constexpr unsigned kFlags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    const bool fits = CMS_verify(cms.get(), nullptr, nullptr, bio.get(), nullptr, kFlags) == 1;
    ERR_clear_error();
    const CertificateStack certificates(CMS_get1_certs(cms.get()));
    // CMS_verify has attached the signer's certificate, if the signature carries it.
    CMS_set1_signers_certs(cms.get(), certificates.get(), 0);
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
    if (!certificate) {
        check.why = "no certificate";
        return check;
    }
    check.signer = common_name(certificate);
    check.why = weakness(signer, certificate);
    if (!check.why.empty()) {
        check.fault = CmsCheck::Fault::Weak;
        return check;
    }
    if (!fits || !names_certificate(signer, certificate, profile)) {
        check.fault = CmsCheck::Fault::Wrong;
        return check;
    }
    check.fault = CmsCheck::Fault::None;
    if (!check.time) check.time = signing_time(signer);
    if (trust && check.time) {
        check_chain(certificate, certificates.get(), trust->certificates().store.get(), check);
    }
    ERR_clear_error();
    return check;
}

CmsCheck check_bare(const BareSignature& signature, const TrustStore* trust) {
    CmsCheck check;
    check.time = signature.time;
    const Certificate certificate =
        signature.certificates.empty() ? nullptr : certificate_of(signature.certificates.front());
    if (!certificate) {
        check.why = "no certificate";
        return check;
    }
    check.signer = common_name(certificate.get());
    constexpr std::string_view kMore = "http://www.w3.org/2001/04/xmldsig-more#";
    const bool ecdsa = signature.method == std::string(kMore) + "ecdsa-sha256";
    check.why = ecdsa || signature.method == std::string(kMore) + "rsa-sha256"
                    ? weakness(certificate.get())
                    : signature.method.substr(signature.method.find('#') + 1);
    if (!check.why.empty()) {
        check.fault = CmsCheck::Fault::Weak;
        return check;
    }
    if (!signature.references_fit || !signature.names_certificate ||
        !value_fits(signature, X509_get0_pubkey(certificate.get()), ecdsa)) {
        check.fault = CmsCheck::Fault::Wrong;
        return check;
    }
    check.fault = CmsCheck::Fault::None;
    if (trust && check.time) {
        const CertificateStack others(sk_X509_new_null());
        for (const std::string& der : signature.certificates) {
            Certificate other = certificate_of(der);
            if (other && sk_X509_push(others.get(), other.get()) > 0) other.release();
        }
        check_chain(certificate.get(), others.get(), trust->certificates().store.get(), check);
    }
    ERR_clear_error();
    return check;
}

void report_cms(const CmsCheck& check, const Location& place, bool has_trust, Findings& findings) {
    switch (check.fault) {
        case CmsCheck::Fault::Unreadable:
            findings.add(rule::signature_unreadable, {place}, {{"why", check.why}});
            return;
        case CmsCheck::Fault::Weak:
            findings.add(rule::signature_weak, {place},
                         {{"signer", check.signer}, {"what", check.why}});
            return;
        case CmsCheck::Fault::Wrong:
            findings.add(rule::signature_wrong, {place}, {{"signer", check.signer}});
            return;
        case CmsCheck::Fault::None:
            break;
    }
    if (!check.time) {
        findings.add(rule::no_signing_time, {place}, {{"signer", check.signer}});
    } else if (has_trust && check.expired) {
        findings.add(rule::certificate_expired, {place},
                     {{"signer", check.signer}, {"time", to_printed(*check.time)}});
    } else if (has_trust && check.trusted == Verdict::No) {
        findings.add(rule::chain_not_trusted, {place},
                     {{"signer", check.signer}, {"why", check.chain_error}});
    }
}

std::string describe_cms(const CmsCheck& check) {
    if (check.fault != CmsCheck::Fault::None) return "Chữ ký không hợp lệ.";
    std::string text = "Chữ ký của " + check.signer;
    if (check.time) text += " lúc " + to_printed(*check.time);
    text += " khớp với nội dung";
    if (check.trusted == Verdict::Yes) return text + ", chứng thư được công nhận.";
    if (check.trusted == Verdict::No) return text + ", nhưng chứng thư không được công nhận.";
    return text + ".";
}

}  // namespace hoso
