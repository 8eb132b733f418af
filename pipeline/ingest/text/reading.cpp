// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/reading.h"

#include <algorithm>

#include "ingest/text/letters.h"
#include "ingest/text/syllable.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_small(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }

// As to_nfc, but for text that can only be NFC, which is nearly all, without the way through UTF-8.
std::u32string nfc(std::u32string text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char32_t c) {
        return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2028);
    });
    return plain ? std::move(text) : code_points(to_nfc(to_utf8(text)));
}
std::u32string capitals(std::u32string_view text) { return code_points(to_upper(to_utf8(text))); }

// TCVN3 has no capitals with tones: "TRÇN" is TRẦN, though its second vowel is a small letter.
// "Hµ" stays Hà: one capital alone only begins a word.
void mend_capitals(std::u32string& text) {
    if (std::any_of(text.begin(), text.end(), is_small)) return;
    const auto two = std::adjacent_find(text.begin(), text.end(), [](char32_t a, char32_t b) {
        return is_capital(a) && is_capital(b);
    });
    if (two != text.end()) text = capitals(text);
}

// What windows-1252 has for the bytes that windows-1258 reads so.
std::u32string as_windows_1252(std::u32string_view text) {
    constexpr std::u32string_view kSeen = U"ĂĐƠƯăđơư₫\u0300\u0309\u0303\u0301\u0323";
    constexpr std::u32string_view kMeant = U"ÃÐÕÝãðõýþÌÒÞìò";
    std::u32string result(text);
    for (char32_t& c : result) {
        if (const std::size_t at = kSeen.find(c); at != kSeen.npos) c = kMeant[at];
    }
    return result;
}

std::optional<std::u32string> decode(const std::vector<FontRun>& runs, bool through_1258) {
    std::u32string result;
    bool tcvn3 = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].font) {
            result += runs[i].text;
            continue;
        }
        const LegacyFont font = *runs[i].font;
        tcvn3 = tcvn3 || font.encoding == Legacy::Tcvn3;
        std::u32string part = runs[i].text;
        // A vowel and its mark may stand in two runs.
        while (i + 1 < runs.size() && runs[i + 1].font == font) part += runs[++i].text;
        const auto text = decode_legacy(font.encoding, through_1258 ? as_windows_1252(part) : part);
        if (!text) return std::nullopt;
        result += font.capitals ? capitals(*text) : *text;
    }
    if (tcvn3) mend_capitals(result);
    return nfc(std::move(result));
}

Look to_look(const TextLook& look) { return {look.impossible, look.possible, look.known}; }

bool is_word_letter(char32_t c) {
    return c == U'Ð' || c == U'ð' || vietnamese_letter(c) || is_capital(c) || is_small(c) ||
           (c >= 0xC0 && c <= 0xFF);
}

}  // namespace

int Reading::known_words() const {
    if (look.known == 0 && decoded_look.known > 0) return 1;
    return look.known > 0 && decoded_look.known == 0 ? -1 : 0;
}

Reading read_both_ways(const std::vector<FontRun>& runs) {
    Reading reading;
    std::u32string text;
    for (const FontRun& run : runs) text += run.text;
    text = nfc(std::move(text));
    reading.as_is = to_utf8(text);
    replace_eth(text);
    reading.look = to_look(look_at_text(text));
    std::optional<std::u32string> decoded = decode(runs, false);
    if (!decoded && !reading.look.good()) {
        decoded = decode(runs, true);
        reading.through_1258 = decoded.has_value();
    }
    if (!decoded) return reading;
    const TextLook look = look_at_text(*decoded);
    reading.decoded = to_utf8(*decoded);
    reading.decoded_look = to_look(look);
    reading.doubtful_word = to_utf8(look.first_impossible);
    return reading;
}

std::string small_beginning(std::string_view text) {
    std::string_view found;
    bool capital_seen = false;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        std::size_t at = 0;
        const auto first = vietnamese_letter(next_code_point(word, at));
        if (!first) return "";
        if (first->upper) {
            capital_seen = true;
        } else if (first->tone != Tone::Level) {
            if (found.empty()) found = word;
        } else {
            return "";
        }
    }
    return capital_seen ? std::string(found) : "";
}

bool replace_eth(std::u32string& text) {
    bool replaced = false;
    std::size_t end = 0;
    for (std::size_t at = text.find_first_of(U"Ðð"); at != text.npos;
         at = text.find_first_of(U"Ðð", end)) {
        std::size_t start = at;
        end = at;
        while (start > 0 && is_word_letter(text[start - 1])) --start;
        while (end < text.size() && is_word_letter(text[end])) ++end;
        std::u32string word = text.substr(start, end - start);
        for (char32_t& c : word) c = c == U'Ð' ? U'Đ' : c == U'ð' ? U'đ' : c;
        if (look_at_word(word) == WordLook::Impossible) continue;
        text.replace(start, end - start, word);
        replaced = true;
    }
    return replaced;
}

bool looks_vietnamese(std::u32string_view text) {
    std::u32string read(text);
    replace_eth(read);
    return look_at_text(read).impossible == 0;
}

}  // namespace hoso
