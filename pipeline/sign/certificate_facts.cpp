// SPDX-License-Identifier: Apache-2.0
#include "sign/certificate_facts.h"

#include <openssl/ecdsa.h>

#include "sign/openssl_pointers.h"

namespace hoso::certificate {

namespace {

openssl::Certificate read(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    openssl::Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!certificate) openssl::fail("cannot read the signer's certificate");
    return certificate;
}

}  // namespace

std::string issuer(const std::string& der) {
    const openssl::Certificate certificate = read(der);
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    constexpr unsigned long kFlags = XN_FLAG_RFC2253 & ~static_cast<unsigned>(ASN1_STRFLGS_ESC_MSB);
    if (!bio ||
        X509_NAME_print_ex(bio.get(), X509_get_issuer_name(certificate.get()), 0, kFlags) < 0) {
        openssl::fail("cannot print the issuer of a certificate");
    }
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

std::string serial_number(const std::string& der) {
    const openssl::Certificate certificate = read(der);
    const std::unique_ptr<BIGNUM, openssl::Deleter<BN_free>> number(
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate.get()), nullptr));
    char* digits = number ? BN_bn2dec(number.get()) : nullptr;
    if (digits == nullptr) openssl::fail("cannot print the number of a certificate");
    std::string text = digits;
    OPENSSL_free(digits);
    return text;
}

std::string base64(const std::string& bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::string plain_ecdsa(const std::string& signature, const std::string& der) {
    const openssl::Certificate certificate = read(der);
    const EVP_PKEY* key = X509_get0_pubkey(certificate.get());
    if (key == nullptr) openssl::fail("cannot read the signer's public key");
    const int width = (EVP_PKEY_get_bits(key) + 7) / 8;
    const auto* at = reinterpret_cast<const unsigned char*>(signature.data());
    const std::unique_ptr<ECDSA_SIG, openssl::Deleter<ECDSA_SIG_free>> pair(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(signature.size())));
    std::string plain(2 * static_cast<std::size_t>(width), '\0');
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, width) != width ||
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + width, width) != width) {
        openssl::fail("cannot read an ECDSA signature");
    }
    return plain;
}

}  // namespace hoso::certificate
