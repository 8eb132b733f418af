// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/numbering.h"

namespace hoso {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_stop(char c) { return c == '.' || c == ')' || c == '/' || c == '-' || c == ':'; }

// 1 · 1.2 · 12
std::size_t figures(std::string_view key) {
    std::size_t at = 0;
    while (at < key.size() && at < 8) {
        if (!is_digit(key[at]) &&
            !(key[at] == '.' && at > 0 && at + 1 < key.size() && is_digit(key[at + 1]))) {
            break;
        }
        ++at;
    }
    return at;
}

// One letter, or a Roman number up to 39.
std::size_t letters(std::string_view key) {
    std::size_t at = 0;
    while (at < key.size() && is_letter(key[at])) ++at;
    const bool roman = key.substr(0, at).find_first_not_of("ivx") == std::string_view::npos;
    return at == 1 || (roman && at <= 7) ? at : 0;
}

}  // namespace

LineNumber numbering_of(const FoldedText& text, std::string_view original) {
    const std::string_view key = text.key;
    if (key.empty()) return {};
    LineNumber number;
    if (key.front() == '-' || key.front() == '+' || key.front() == '*') {
        number = {Numbering::Lower, 1};
    } else {
        const std::size_t count = figures(key);
        number.length = count > 0 ? count : letters(key);
        if (number.length == 0 || number.length >= key.size() || !is_stop(key[number.length])) {
            return {};
        }
        const char first = original[text.from[0]];
        number.kind = count > 0                      ? Numbering::Arabic
                      : first >= 'A' && first <= 'Z' ? Numbering::Upper
                                                     : Numbering::Lower;
        while (number.length < key.size() && is_stop(key[number.length])) ++number.length;
    }
    while (number.length < key.size() && key[number.length] == ' ') ++number.length;
    return number.length < key.size() ? number : LineNumber{};
}

FoldedText without_first(const FoldedText& text, std::size_t bytes) {
    FoldedText rest;
    rest.key = text.key.substr(bytes);
    rest.from.assign(text.from.begin() + static_cast<std::ptrdiff_t>(bytes), text.from.end());
    return rest;
}

}  // namespace hoso
