// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// As much of ISO 32000-1, 7 as it takes to find signatures in the bytes of a PDF. All views point
// into the bytes given, so that a value's place is known.
namespace hoso::pdf {

using Entries = std::vector<std::pair<std::string_view, std::string_view>>;  // "/Type", raw value

struct Object {
    std::uint32_t number = 0;
    std::size_t at = 0;  // of its number
    Entries entries;     // of its dictionary
    [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const;
};

// The end of the object that begins at `at`; npos if it is malformed.
std::size_t skip_value(std::string_view bytes, std::size_t at);
// The entries of the dictionary that begins at `at` ("<<"); nullopt if it is malformed.
std::optional<Entries> dictionary_at(std::string_view bytes, std::size_t at);
// The object "12 0 obj << … >>" that begins at `at`, or that encloses `inside`; nullopt if none.
std::optional<Object> object_at(std::string_view bytes, std::size_t at);
std::optional<Object> enclosing_object(std::string_view bytes, std::size_t inside);

std::optional<std::uint32_t> reference(std::string_view value);  // "12 0 R" → 12
std::optional<std::uint64_t> number(std::string_view value);     // "12" → 12
std::optional<std::string> hex_bytes(std::string_view value);    // "<6162>" → "ab"
std::string text(std::string_view value);  // a text string (7.9.2.2), to UTF-8
bool is_space(char c);
std::size_t skip_space(std::string_view bytes, std::size_t at);  // and comments

}  // namespace hoso::pdf
