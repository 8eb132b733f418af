// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/fold.h"

#include <array>

#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr char32_t latin_end = 0x250;          // Basic Latin … Latin Extended-B
constexpr char32_t additional_first = 0x1E00;  // Latin Extended Additional: ạ ả ấ …
constexpr char32_t additional_end = 0x1F00;

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;
};

// The text comes from to_nfc, so it is well-formed UTF-8; a broken end is read as one byte.
CodePoint code_point(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1 || at + length > text.size()) return {first, 1};
    char32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) value = (value << 6U) | (byte(i) & 0x3FU);
    return {value, length};
}

bool is_latin(char32_t c) { return c < latin_end || (c >= additional_first && c < additional_end); }

bool is_white(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
    return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x0300 && c < 0x0370);
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// What match_key makes of one Latin letter, asked once per letter.
class LatinTable {
public:
    LatinTable() {
        for (char32_t c = 0; c < latin_end; ++c) entries_[c] = folded(c);
        for (char32_t c = additional_first; c < additional_end; ++c) {
            entries_[latin_end + c - additional_first] = folded(c);
        }
    }
    [[nodiscard]] const std::string& at(char32_t c) const {
        return entries_[c < latin_end ? c : latin_end + c - additional_first];
    }

private:
    static std::string folded(char32_t c) {
        if (c < 0x80) return match_key(std::string(1, static_cast<char>(c)));
        std::string utf8;
        if (c >= 0x800) {
            utf8 += static_cast<char>(0xE0U | (c >> 12U));
            utf8 += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        } else {
            utf8 += static_cast<char>(0xC0U | (c >> 6U));
        }
        utf8 += static_cast<char>(0x80U | (c & 0x3FU));
        return match_key(utf8);
    }

    std::array<std::string, latin_end + (additional_end - additional_first)> entries_;
};

const LatinTable& latin() {
    static const LatinTable table;
    return table;
}

bool is_punctuation(char c) {
    return c == '-' || c == ':' || c == ',' || c == ';' || c == '(' || c == ')';
}

bool is_gap(char c) { return c == ' ' || c == cell_border; }

// Blanks beside punctuation say nothing: "2021 - 2022" is "2021-2022", "Học kỳ : I" is "Học kỳ:I".
FoldedText without_gaps_at_punctuation(const FoldedText& text) {
    FoldedText result;
    for (std::size_t i = 0; i < text.key.size(); ++i) {
        if (is_gap(text.key[i])) {
            const bool after = !result.key.empty() && is_punctuation(result.key.back());
            const bool before = i + 1 < text.key.size() && is_punctuation(text.key[i + 1]);
            if (text.key[i] == ' ' ? (after || before) : (after && result.key.back() == ':'))
                continue;
        }
        result.key += text.key[i];
        result.from.push_back(text.from[i]);
    }
    result.from.push_back(text.from.back());
    return result;
}

}  // namespace

std::string heading_key(std::string_view text) {
    std::string key;
    bool pending = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point(text, i);
        i += c.length;
        if (is_invisible(c.value)) continue;
        if (is_white(c.value)) {
            pending = !key.empty();
            continue;
        }
        if (!is_latin(c.value)) return match_key(text);
        const std::string& folded = latin().at(c.value);
        if (pending && !folded.empty()) key += ' ';
        pending = pending && folded.empty();
        key += folded;
    }
    return key;
}

bool is_blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point(text, i);
        if (!is_white(c.value) && !is_invisible(c.value)) return false;
        i += c.length;
    }
    return true;
}

FoldedText fold(std::string_view text) {
    FoldedText result;
    const auto put = [&](std::string_view folded, std::size_t from) {
        for (const char c : folded) {
            result.key += c;
            result.from.push_back(static_cast<std::uint32_t>(from));
        }
    };
    bool pending = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point(text, i);
        const std::size_t at = i;
        i += c.length;
        if (is_invisible(c.value)) continue;
        if (is_white(c.value)) {
            pending = !result.key.empty() && result.key.back() != cell_border;
            continue;
        }
        const bool border = c.value == static_cast<char32_t>(cell_border);
        if (pending && !border) put(" ", at);
        pending = false;
        if (border) {
            put(std::string_view(&cell_border, 1), at);
        } else if (is_dash(c.value)) {
            put("-", at);
        } else {
            put(is_latin(c.value) ? std::string_view(latin().at(c.value))
                                  : text.substr(at, c.length),
                at);
        }
    }
    result.from.push_back(static_cast<std::uint32_t>(text.size()));
    return without_gaps_at_punctuation(result);
}

}  // namespace hoso
