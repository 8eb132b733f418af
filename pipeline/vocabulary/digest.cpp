// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/digest.h"

#include <openssl/evp.h>

#include "vocabulary/errors.h"

namespace hoso {

namespace {

std::string digest(std::string_view bytes, const EVP_MD* algorithm) {
    unsigned char value[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), value, &size, algorithm, nullptr) != 1) {
        throw LibraryError("OpenSSL: EVP_Digest failed");
    }
    return {value, value + size};
}

std::string hex(const std::string& raw) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * raw.size());
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace

std::string sha256_raw(std::string_view bytes) { return digest(bytes, EVP_sha256()); }
std::string sha256_hex(std::string_view bytes) { return hex(digest(bytes, EVP_sha256())); }
std::string sha512_hex(std::string_view bytes) { return hex(digest(bytes, EVP_sha512())); }

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    if (EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) != 1) {
        throw LibraryError("OpenSSL: EVP_DigestInit failed");
    }
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
    if (EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) != 1) {
        throw LibraryError("OpenSSL: EVP_DigestUpdate failed");
    }
}

std::string Sha256::hex() {
    unsigned char value[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(state_->context, value, &size) != 1) {
        throw LibraryError("OpenSSL: EVP_DigestFinal failed");
    }
    return hoso::hex({value, value + size});
}

}  // namespace hoso
