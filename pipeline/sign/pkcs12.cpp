// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <openssl/rsa.h>

#include <algorithm>

#include "sign/openssl_pointers.h"
#include "sign/sign.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace openssl {

std::string describe_error(const std::string& what) {
    const unsigned long code = ERR_peek_last_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return what + ": OpenSSL: " + (reason == nullptr ? "no reason given" : reason);
}

void fail(const std::string& what) { throw LibraryError(describe_error(what)); }

std::string to_der(const X509* certificate) {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    if (size <= 0) fail("cannot encode a certificate");
    std::string der(bytes, bytes + size);
    OPENSSL_free(bytes);
    return der;
}

std::string common_name(const X509* certificate) {
    const X509_NAME* subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (size < 0) fail("cannot read a certificate's name");
    std::string name(text, text + size);
    OPENSSL_free(text);
    return name;
}

Identity read_pkcs12(const std::string& bytes, const std::string& file,
                     const std::string& password) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const Pkcs12 container(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
    if (!container) {
        ERR_clear_error();
        throw UsageError(file + ": không phải tệp khóa PKCS#12 (.p12, .pfx)");
    }
    const int length = static_cast<int>(password.size());
    if (PKCS12_mac_present(container.get()) == 1 &&
        PKCS12_verify_mac(container.get(), password.c_str(), length) != 1) {
        ERR_clear_error();
        throw UsageError(file + ": sai mật khẩu của tệp khóa");
    }
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    if (PKCS12_parse(container.get(), password.c_str(), &key, &certificate, &others) != 1) {
        // Typically RC2 or 3DES, which OpenSSL 3 leaves to a provider that is not loaded.
        throw EnvironmentError(describe_error(
            file +
            ": không mở được tệp khóa; nếu tệp được mã hóa kiểu cũ, hãy xuất lại với AES-256"));
    }
    Identity identity{Key(key), Certificate(certificate), Certificates(others)};
    if (!identity.key || !identity.certificate) {
        throw UsageError(file + ": tệp khóa thiếu khóa riêng hoặc chứng thư số");
    }
    return identity;
}

}  // namespace openssl

namespace {

// The signer's certificate, then each issuer found in the file. A file lists them in any order.
std::vector<std::string> order_chain(const openssl::Identity& identity) {
    std::vector<std::string> chain{openssl::to_der(identity.certificate.get())};
    const X509* last = identity.certificate.get();
    const int count = identity.others ? sk_X509_num(identity.others.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const X509* issuer = nullptr;
        for (int j = 0; j < count && issuer == nullptr; ++j) {
            X509* candidate = sk_X509_value(identity.others.get(), j);
            if (X509_NAME_cmp(X509_get_subject_name(candidate), X509_get_issuer_name(last)) == 0) {
                issuer = candidate;
            }
        }
        if (issuer == nullptr) break;
        std::string der = openssl::to_der(issuer);
        if (std::find(chain.begin(), chain.end(), der) != chain.end()) break;
        chain.push_back(std::move(der));
        last = issuer;
    }
    return chain;
}

class KeySigner final : public Signer {
public:
    KeySigner(openssl::Identity identity, const std::string& file)
        : chain_(order_chain(identity)),
          name_(openssl::common_name(identity.certificate.get())),
          key_(std::move(identity.key)) {
        // TT06/2015/TT-BTTTT: RSA from 2048 bits; ECDSA from P-256.
        const int bits = EVP_PKEY_get_bits(key_.get());
        rsa_ = EVP_PKEY_is_a(key_.get(), "RSA") == 1;
        const bool ec = EVP_PKEY_is_a(key_.get(), "EC") == 1;
        if (!(rsa_ && bits >= 2048) && !(ec && bits >= 256)) {
            throw UsageError(fmt::format(
                "{}: khóa phải là RSA từ 2048 bit hoặc ECDSA từ 256 bit (khóa này: {} bit)", file,
                bits));
        }
    }

    const std::vector<std::string>& chain() const override { return chain_; }
    std::string common_name() const override { return name_; }
    std::size_t signature_size() const override {
        return static_cast<std::size_t>(EVP_PKEY_get_size(key_.get()));
    }
    std::string algorithm() const override { return rsa_ ? "rsa-pkcs1-sha256" : "ecdsa-sha256"; }

    // The context is made per call: EVP_PKEY may be shared between threads, EVP_PKEY_CTX may not.
    std::string sign_digest(const std::string& digest) const override {
        const openssl::KeyContext context(EVP_PKEY_CTX_new(key_.get(), nullptr));
        if (!context || EVP_PKEY_sign_init(context.get()) != 1 ||
            (rsa_ && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1) ||
            EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1) {
            openssl::fail("cannot set up signing");
        }
        std::string value(signature_size(), '\0');
        std::size_t size = value.size();
        if (EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size,
                          reinterpret_cast<const unsigned char*>(digest.data()),
                          digest.size()) != 1) {
            openssl::fail("cannot sign");
        }
        value.resize(size);
        return value;
    }

private:
    std::vector<std::string> chain_;
    std::string name_;
    openssl::Key key_;
    bool rsa_ = true;
};

}  // namespace

std::unique_ptr<Signer> open_pkcs12(Disk& disk, const std::filesystem::path& file,
                                    const std::string& password) {
    if (!disk.exists(file)) throw UsageError(file.string() + ": không có tệp khóa này");
    return std::make_unique<KeySigner>(
        openssl::read_pkcs12(disk.read(file), file.string(), password), file.string());
}

}  // namespace hoso
