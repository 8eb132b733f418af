// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace hoso {

std::string sha256_hex(std::string_view bytes);
std::string sha512_hex(std::string_view bytes);
std::string sha256_raw(std::string_view bytes);  // 32 bytes

// SHA-256 of bytes that come in parts.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex();  // once, after the last part

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hoso
