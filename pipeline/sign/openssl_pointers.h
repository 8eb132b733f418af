// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

// OpenSSL's objects with owners, and its errors as ours. For the .cpp files of this room only.
namespace hoso::openssl {

template <auto free>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        free(object);
    }
};
inline void free_stack(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

using Bio = std::unique_ptr<BIO, Deleter<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Deleter<free_stack>>;
using Pkcs12 = std::unique_ptr<PKCS12, Deleter<PKCS12_free>>;

// "what: OpenSSL's reason"; empties OpenSSL's queue, so that no later call reads an old error.
std::string describe_error(const std::string& what);
[[noreturn]] void fail(const std::string& what);  // LibraryError
std::string to_der(const X509* certificate);
std::string to_pem(X509* certificate);
std::string common_name(const X509* certificate);

// The identity in a PKCS#12 file. Throws UsageError for a wrong password.
struct Identity {
    Key key;
    Certificate certificate;
    Certificates others;  // as they lie in the file; may be null
};
Identity read_pkcs12(const std::string& bytes, const std::string& file,
                     const std::string& password);

}  // namespace hoso::openssl
