// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// As much of X.690 DER as a CMS signature needs. Values are strings of finished DER.
namespace hoso::der {

enum Tag : std::uint8_t {
    Integer = 0x02,
    OctetString = 0x04,
    Null = 0x05,
    ObjectIdentifier = 0x06,
    UtcTime = 0x17,
    GeneralizedTime = 0x18,
    Sequence = 0x30,
    Set = 0x31,
    Context0 = 0xA0,
};

std::string element(std::uint8_t tag, std::string_view content);
std::string sequence(std::initializer_list<std::string_view> members);
std::string octet_string(std::string_view bytes);
std::string small_integer(std::uint8_t value);  // below 128
std::string null();
std::string oid(std::string_view dotted);

// X.690, 11.6: the members of a SET OF stand in ascending order of their encodings.
std::string set_of(std::vector<std::string> members, std::uint8_t tag = Set);

// One element of `bytes` at `at`. Throws LibraryError where the bytes are not DER.
struct Element {
    std::uint8_t tag = 0;
    std::string_view whole, content;
};
Element read(std::string_view bytes, std::size_t at = 0);

}  // namespace hoso::der
