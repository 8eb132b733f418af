// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/odd_letters.h"

#include <algorithm>

#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/text/letters.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::size_t kExamples = 3;

bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }
bool is_other_script(char32_t c) { return c >= 0x370 && c < 0x530; }  // Greek, Coptic, Cyrillic
bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }
bool is_full_width(char32_t c) { return (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ'); }
bool is_latin(char32_t c) {
    return ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') || vietnamese_letter(c).has_value();
}

// The marks of Vietnamese, each with what it does to a letter.
constexpr std::u32string_view kTones = U"\u0300\u0301\u0309\u0303\u0323";  // as in Tone, from huyền
constexpr char32_t kCircumflex = 0x302, kBreve = 0x306, kHorn = 0x31B;

// 0: the letter does not take the mark.
char32_t with_mark(char32_t base, char32_t mark) {
    const bool plain = ((base | 0x20) >= U'a' && (base | 0x20) <= U'z');
    auto letter = vietnamese_letter(base);
    if (!letter ||
        (plain && std::u32string_view(U"aeiouyAEIOUY").find(base) == std::u32string_view::npos)) {
        return 0;
    }
    const char sound = letter->sound;
    if (const std::size_t tone = kTones.find(mark); tone != kTones.npos) {
        if (letter->tone != Tone::Level) return 0;
        letter->tone = static_cast<Tone>(tone + 1);
    } else if (mark == kCircumflex && (sound == 'a' || sound == 'e' || sound == 'o')) {
        letter->sound = static_cast<char>(sound - 32);
    } else if (mark == kBreve && sound == 'a') {
        letter->sound = 'W';
    } else if (mark == kHorn && (sound == 'o' || sound == 'u')) {
        letter->sound = sound == 'o' ? 'Q' : 'U';
    } else {
        return 0;
    }
    return spell(*letter);
}

// ê̆, as Ê Đê has it.
bool is_highland_letter(char32_t base, char32_t mark) {
    return mark == kBreve &&
           std::u32string_view(U"êôơưÊÔƠƯ").find(base) != std::u32string_view::npos;
}

// No small Greek letters but ο: "sinα" and "tia α" are no mistakes.
constexpr std::u32string_view kOthers =
    U"АВЕКМНОРСТУХІЈЅҺаеорсухіјѕһ"  // Cyrillic
    U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
constexpr std::u32string_view kLatin =
    U"ABEKMHOPCTYXIJSHaeopcyxijsh"
    U"ABEZHIKMNOPTYXo";
static_assert(kOthers.size() == kLatin.size());

bool in_word(char32_t c) {
    return is_latin(c) || is_mark(c) || is_other_script(c) || is_full_width(c);
}

// What is told of many cells at once.
struct Told {
    std::vector<Location> places;
    std::string examples;
    void add(Location place, const std::string& example) {
        if (places.size() < kExamples) examples += (places.empty() ? "" : "; ") + example;
        places.push_back(std::move(place));
    }
    void report_as(const Rule& told, Findings& findings) {
        if (places.empty()) return;
        std::sort(places.begin(), places.end());
        const std::string count = std::to_string(places.size());
        report(findings, told, std::move(places), {{"examples", examples}, {"count", count}});
    }
};

}  // namespace

bool may_have_odd_letter(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) {
        return is_mark(c) || is_other_script(c) || is_full_width(c);
    });
}

std::optional<char32_t> find_loose_mark(std::u32string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_mark(text[i]) && (i == 0 || !is_highland_letter(text[i - 1], text[i]))) {
            return text[i];
        }
    }
    return std::nullopt;
}

std::optional<std::u32string> join_loose_marks(std::u32string_view text) {
    std::u32string joined;
    for (const char32_t c : text) {
        if (!is_mark(c) || (!joined.empty() && is_highland_letter(joined.back(), c))) {
            joined += c;
            continue;
        }
        const char32_t letter = joined.empty() ? 0 : with_mark(joined.back(), c);
        if (letter == 0) return std::nullopt;
        joined.back() = letter;
    }
    return joined;
}

char32_t latin_lookalike(char32_t c) {
    if (is_full_width(c)) return c - U'Ａ' + U'A';
    const std::size_t at = kOthers.find(c);
    return at == kOthers.npos ? 0 : kLatin[at];
}

std::optional<std::size_t> find_lookalike(std::u32string_view text) {
    const bool foreign = std::any_of(text.begin(), text.end(), [](char32_t c) {
        return is_cyrillic(c) && latin_lookalike(c) == 0;
    });
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at, latin = 0, other = 0;
        std::optional<std::size_t> first;
        for (; end < text.size() && in_word(text[end]); ++end) {
            latin += is_latin(text[end]) ? 1 : 0;
            const bool looks = latin_lookalike(text[end]) != 0;
            other += is_other_script(text[end]) && !looks ? 1 : 0;
            if (looks && !first) first = end;
        }
        // A word that is wholly of look-alikes is none, if the text has no letters of that script
        // that look like no other.
        const bool whole = latin == 0 && other == 0 && !foreign;
        if (first && (latin > 0 || whole)) return first;
        at = std::max(end, at + 1);
    }
    return std::nullopt;
}

void report_odd_letters(const Sheet& sheet, const std::vector<std::size_t>& cells,
                        Findings& findings) {
    Told marks, lookalikes;
    for (const std::size_t i : cells) {
        const Cell& cell = sheet.cells[i];
        if (cell.kind != CellKind::Text) continue;
        const std::u32string text = code_points(cell.text);
        const std::string quoted = '"' + cell.text + "\" (";
        const Location place{sheet.origin, cell.row, cell.column};
        if (const auto mark = find_loose_mark(text)) {
            const auto joined = join_loose_marks(text);
            marks.add(place, quoted + code_point_name(*mark) +
                                 (joined ? ") → \"" + to_utf8(*joined) + "\"?" : ")"));
        }
        if (const auto at = find_lookalike(text)) {
            const char32_t latin = latin_lookalike(text[*at]);
            lookalikes.add(place, quoted + to_utf8(text.substr(*at, 1)) + " = " +
                                      code_point_name(text[*at]) + " → " + to_utf8({&latin, 1}) +
                                      "?)");
        }
    }
    marks.report_as(rule::loose_mark, findings);
    lookalikes.report_as(rule::lookalike_letter, findings);
}

}  // namespace hoso
