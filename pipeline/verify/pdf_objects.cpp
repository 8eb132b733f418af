// SPDX-License-Identifier: Apache-2.0
#include "verify/pdf_objects.h"

#include <algorithm>
#include <charconv>

namespace hoso::pdf {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int kDeepest = 64;

bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != npos; }

std::size_t skip_string(std::string_view bytes, std::size_t at) {
    int depth = 0;
    for (; at < bytes.size(); ++at) {
        if (bytes[at] == '\\') {
            ++at;
        } else if (bytes[at] == '(') {
            ++depth;
        } else if (bytes[at] == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return npos;
}

std::size_t skip_regular(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && !is_space(bytes[at]) && !is_delimiter(bytes[at])) ++at;
    return at;
}

std::size_t skip_nested(std::string_view bytes, std::size_t at, int depth);

// "12 0 R" is one value; "12 0" in an array are two.
std::size_t skip_reference(std::string_view bytes, std::size_t first_end) {
    const std::size_t second = skip_space(bytes, first_end);
    const std::size_t second_end = skip_regular(bytes, second);
    const std::size_t letter = skip_space(bytes, second_end);
    const bool digits =
        second_end > second &&
        bytes.substr(second, second_end - second).find_first_not_of("0123456789") == npos;
    if (digits && skip_regular(bytes, letter) == letter + 1 && bytes[letter] == 'R') {
        return letter + 1;
    }
    return first_end;
}

std::size_t skip_until(std::string_view bytes, std::size_t at, std::string_view end, int depth) {
    for (;;) {
        at = skip_space(bytes, at);
        if (at >= bytes.size()) return npos;
        if (bytes.substr(at, end.size()) == end) return at + end.size();
        at = skip_nested(bytes, at, depth + 1);
        if (at == npos) return npos;
    }
}

std::size_t skip_nested(std::string_view bytes, std::size_t at, int depth) {
    if (at >= bytes.size() || depth > kDeepest) return npos;
    if (bytes.substr(at, 2) == "<<") return skip_until(bytes, at + 2, ">>", depth);
    switch (bytes[at]) {
        case '<': {
            const std::size_t end = bytes.find('>', at);
            return end == npos ? npos : end + 1;
        }
        case '[':
            return skip_until(bytes, at + 1, "]", depth);
        case '(':
            return skip_string(bytes, at);
        case '/':
            return skip_regular(bytes, at + 1);
        default: {
            const std::size_t end = skip_regular(bytes, at);
            if (end == at) return npos;
            const bool digits = bytes.substr(at, end - at).find_first_not_of("0123456789") == npos;
            return digits ? skip_reference(bytes, end) : end;
        }
    }
}

// The bytes of "(a\(b)" (7.3.4.2).
std::string literal_bytes(std::string_view value) {
    std::string bytes;
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        if (value[i] != '\\') {
            bytes += value[i];
            continue;
        }
        const char c = value[++i];
        static constexpr std::string_view kNames = "nrtbf", kValues = "\n\r\t\b\f";
        const std::size_t known = kNames.find(c);
        if (known != npos) {
            bytes += kValues[known];
        } else if (c >= '0' && c <= '7') {
            int code = 0;
            std::size_t digits = 0;
            for (; digits < 3 && value[i + digits] >= '0' && value[i + digits] <= '7'; ++digits) {
                code = code * 8 + (value[i + digits] - '0');
            }
            bytes += static_cast<char>(code);
            i += digits - 1;
        } else if (c != '\n' && c != '\r') {
            bytes += c;
        }
    }
    return bytes;
}

void append_utf8(std::string& utf8, std::uint32_t c) {
    const auto put = [&](std::uint32_t byte) { utf8 += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

}  // namespace

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

std::size_t skip_space(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && (is_space(bytes[at]) || bytes[at] == '%')) {
        if (bytes[at] == '%') at = std::min(bytes.find_first_of("\r\n", at), bytes.size());
        if (at < bytes.size()) ++at;
    }
    return at;
}

std::optional<std::string_view> Object::find(std::string_view key) const {
    for (const auto& [name, value] : entries) {
        if (name == key) return value;
    }
    return std::nullopt;
}

std::size_t skip_value(std::string_view bytes, std::size_t at) { return skip_nested(bytes, at, 0); }

std::optional<Entries> dictionary_at(std::string_view bytes, std::size_t at) {
    if (bytes.substr(at, 2) != "<<") return std::nullopt;
    Entries entries;
    at = skip_space(bytes, at + 2);
    while (bytes.substr(at, 2) != ">>") {
        if (at >= bytes.size() || bytes[at] != '/') return std::nullopt;
        const std::size_t key_end = skip_regular(bytes, at + 1);
        const std::size_t value = skip_space(bytes, key_end);
        const std::size_t end = skip_value(bytes, value);
        if (end == npos) return std::nullopt;
        entries.emplace_back(bytes.substr(at, key_end - at), bytes.substr(value, end - value));
        at = skip_space(bytes, end);
    }
    return entries;
}

std::optional<Object> object_at(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) return std::nullopt;
    Object object;
    object.at = at;
    const std::size_t number_end = std::min(bytes.find(' ', at), bytes.size());
    const auto parsed = number(bytes.substr(at, number_end - at));
    const std::size_t generation_end = skip_regular(bytes, skip_space(bytes, number_end));
    const std::size_t word = skip_space(bytes, generation_end);
    if (!parsed || *parsed > 0xFFFFFFFF || bytes.substr(word, 3) != "obj") return std::nullopt;
    object.number = static_cast<std::uint32_t>(*parsed);
    auto entries = dictionary_at(bytes, skip_space(bytes, word + 3));
    if (!entries) return std::nullopt;
    object.entries = std::move(*entries);
    return object;
}

std::optional<Object> enclosing_object(std::string_view bytes, std::size_t inside) {
    const std::size_t word = bytes.substr(0, inside).rfind(" obj");
    if (word == npos) return std::nullopt;
    const auto is_digit = [&](std::size_t i) { return bytes[i] >= '0' && bytes[i] <= '9'; };
    std::size_t at = word;
    while (at > 0 && is_digit(at - 1)) --at;  // generation
    if (at == word || at == 0 || bytes[at - 1] != ' ') return std::nullopt;
    for (--at; at > 0 && is_digit(at - 1);) --at;
    return object_at(bytes, at);
}

std::optional<std::uint64_t> number(std::string_view value) {
    std::uint64_t result = 0;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc() || stop != value.data() + value.size()) return std::nullopt;
    return result;
}

std::optional<std::uint32_t> reference(std::string_view value) {
    const auto result = number(value.substr(0, std::min(value.find(' '), value.size())));
    if (!result || *result > 0xFFFFFFFF || !value.ends_with('R')) return std::nullopt;
    return static_cast<std::uint32_t>(*result);
}

std::optional<std::string> hex_bytes(std::string_view value) {
    if (value.size() < 2 || value.front() != '<' || value.back() != '>') return std::nullopt;
    std::string bytes;
    bool half = false;
    for (const char c : value.substr(1, value.size() - 2)) {
        if (is_space(c)) continue;
        static constexpr std::string_view kDigits = "0123456789abcdef";
        const std::size_t digit =
            kDigits.find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
        if (digit == npos) return std::nullopt;
        if (half) {
            bytes.back() = static_cast<char>(bytes.back() | static_cast<char>(digit));
        } else {
            bytes += static_cast<char>(digit << 4);
        }
        half = !half;
    }
    return bytes;
}

std::string text(std::string_view value) {
    const auto hex = hex_bytes(value);
    const std::string bytes = hex ? *hex : value.starts_with('(') ? literal_bytes(value) : "";
    std::string utf8;
    if (!bytes.starts_with("\xFE\xFF")) {
        // PDFDocEncoding, of which names of roles use the part that is Latin-1.
        for (const char c : bytes) append_utf8(utf8, static_cast<unsigned char>(c));
        return utf8;
    }
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        const auto unit = [&](std::size_t at) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                              static_cast<unsigned char>(bytes[at + 1]));
        };
        std::uint32_t c = unit(i);
        if (c >= 0xD800 && c <= 0xDBFF && i + 3 < bytes.size()) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        }
        append_utf8(utf8, c);
    }
    return utf8;
}

}  // namespace hoso::pdf
