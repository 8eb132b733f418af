// SPDX-License-Identifier: Apache-2.0
#include "sign/der.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "vocabulary/errors.h"

namespace hoso::der {

namespace {

void append_length(std::string& out, std::size_t length) {
    if (length < 0x80) {
        out += static_cast<char>(length);
        return;
    }
    std::string digits;
    for (std::size_t rest = length; rest > 0; rest >>= 8) {
        digits.insert(digits.begin(), static_cast<char>(rest & 0xFF));
    }
    out += static_cast<char>(0x80 | digits.size());
    out += digits;
}

void append_base128(std::string& out, std::uint32_t arc) {
    std::string digits(1, static_cast<char>(arc & 0x7F));
    for (arc >>= 7; arc > 0; arc >>= 7) {
        digits.insert(digits.begin(), static_cast<char>(0x80 | (arc & 0x7F)));
    }
    out += digits;
}

}  // namespace

std::string element(std::uint8_t tag, std::string_view content) {
    std::string out;
    out.reserve(content.size() + 6);
    out += static_cast<char>(tag);
    append_length(out, content.size());
    out += content;
    return out;
}

std::string sequence(std::initializer_list<std::string_view> members) {
    std::string content;
    for (const std::string_view member : members) content += member;
    return element(Sequence, content);
}

std::string octet_string(std::string_view bytes) { return element(OctetString, bytes); }

std::string small_integer(std::uint8_t value) {
    if (value > 127) throw std::logic_error("der::small_integer: above 127");
    return {static_cast<char>(Integer), 1, static_cast<char>(value)};
}

std::string null() { return {static_cast<char>(Null), 0}; }

std::string oid(std::string_view dotted) {
    std::vector<std::uint32_t> arcs;
    const char* at = dotted.data();
    const char* end = at + dotted.size();
    while (at < end) {
        std::uint32_t arc = 0;
        const auto [stop, error] = std::from_chars(at, end, arc);
        if (error != std::errc{}) throw std::logic_error("der::oid: not a dotted number");
        arcs.push_back(arc);
        at = stop < end ? stop + 1 : stop;
    }
    if (arcs.size() < 2) throw std::logic_error("der::oid: fewer than two arcs");
    std::string content;
    append_base128(content, arcs[0] * 40 + arcs[1]);
    for (std::size_t i = 2; i < arcs.size(); ++i) append_base128(content, arcs[i]);
    return element(ObjectIdentifier, content);
}

std::string set_of(std::vector<std::string> members, std::uint8_t tag) {
    std::sort(members.begin(), members.end(), [](const std::string& a, const std::string& b) {
        return std::lexicographical_compare(
            a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
                return static_cast<unsigned char>(x) < static_cast<unsigned char>(y);
            });
    });
    std::string content;
    for (const std::string& member : members) content += member;
    return element(tag, content);
}

Element read(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t index) {
        if (index >= bytes.size()) throw LibraryError("DER: the data ends inside an element");
        return static_cast<std::uint8_t>(bytes[index]);
    };
    Element found;
    found.tag = byte(at);
    std::size_t header = 2;
    std::size_t length = byte(at + 1);
    if (length >= 0x80) {
        const std::size_t digits = length & 0x7F;
        if (digits == 0 || digits > 4) throw LibraryError("DER: a length that DER does not allow");
        length = 0;
        for (std::size_t i = 0; i < digits; ++i) length = length << 8 | byte(at + 2 + i);
        header += digits;
    }
    if (length > bytes.size() - at || header > bytes.size() - at - length) {
        throw LibraryError("DER: an element is longer than the data");
    }
    found.whole = bytes.substr(at, header + length);
    found.content = bytes.substr(at + header, length);
    return found;
}

}  // namespace hoso::der
