// SPDX-License-Identifier: Apache-2.0
#include "recognise/versions/exported.h"

#include <fmt/format.h>

#include <algorithm>

#include "recognise/profile/fold.h"
#include "vocabulary/clock.h"
#include "vocabulary/value.h"

namespace hoso {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads a key from left to right.
class Walk {
public:
    explicit Walk(std::string_view key) : key_(key) {}

    bool word(std::string_view wanted) {
        if (key_.substr(at_, wanted.size()) != wanted) return false;
        at_ += wanted.size();
        return true;
    }
    void blanks() {
        while (at_ < key_.size() && (key_[at_] == ' ' || key_[at_] == ':' || key_[at_] == ','))
            ++at_;
    }
    // At most `most` digits; -1: none, or more of them.
    int number(std::size_t most) {
        std::size_t end = at_;
        int value = 0;
        while (end < key_.size() && is_digit(key_[end]) && end - at_ < most)
            value = 10 * value + (key_[end++] - '0');
        if (end == at_ || (end < key_.size() && is_digit(key_[end]))) return -1;
        at_ = end;
        return value;
    }
    bool mark(char c) {
        if (at_ >= key_.size() || key_[at_] != c) return false;
        ++at_;
        return true;
    }

private:
    std::string_view key_;
    std::size_t at_ = 0;
};

Date date_of(int year, int month, int day) {
    return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
            static_cast<std::int8_t>(day)};
}

std::optional<Date> read_date(Walk& walk) {
    const int day = walk.number(2);
    if (day < 0) return std::nullopt;
    int month = 0, year = 0;
    if (walk.mark('/')) {
        month = walk.number(2);
        if (!walk.mark('/')) return std::nullopt;
        year = walk.number(4);
    } else {
        walk.blanks();
        if (!walk.word("thang")) return std::nullopt;
        walk.blanks();
        month = walk.number(2);
        walk.blanks();
        if (!walk.word("nam")) return std::nullopt;
        walk.blanks();
        year = walk.number(4);
    }
    const Date date = date_of(year, month, day);
    if (month < 1 || year < 2000 || !date.valid()) return std::nullopt;
    return date;
}

std::optional<Exported> stamp_at(std::string_view key, std::size_t at) {
    Walk walk(key.substr(at));
    const auto date = read_date(walk);
    if (!date) return std::nullopt;
    Exported result{to_iso(*date), to_dmy(*date), {}};
    walk.blanks();
    const int hour = walk.number(2);
    if (hour >= 0 && hour < 24 && walk.mark(':')) {
        const int minute = walk.number(2);
        if (minute >= 0 && minute < 60) {
            const std::string time = fmt::format(" {:02}:{:02}", hour, minute);
            result.stamp += time;
            result.shown += time;
        }
    }
    return result;
}

// "Ngày xuất", "Xuất lúc", "Thời gian kết xuất", "Ngày in": what a system writes of itself.
bool names_the_export(std::string_view key) {
    constexpr std::string_view words[] = {
        "ngay xuat", "xuat ngay", "xuat luc", "thoi gian xuat", "thoi diem xuat", "ngay ket xuat",
        "ket xuat",  "ngay in",   "in ngay",  "in luc",         "thoi gian in"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return key.substr(0, word.size()) == word; });
}

// A row of a table holds more.
constexpr std::ptrdiff_t most_cells = 3;

}  // namespace

std::optional<Exported> date_in(std::string_view text) {
    const FoldedText folded = fold(text.substr(0, 300));
    for (std::size_t at = 0; at < folded.key.size(); ++at) {
        if (!is_digit(folded.key[at]) || (at > 0 && is_digit(folded.key[at - 1]))) continue;
        if (auto found = stamp_at(folded.key, at)) return found;
    }
    return std::nullopt;
}

std::optional<Exported> exported(const Sheet& sheet) {
    std::optional<Exported> footer;
    for (auto cell = sheet.cells.begin(); cell != sheet.cells.end();) {
        const auto end = std::find_if(cell, sheet.cells.end(),
                                      [&](const Cell& other) { return other.row != cell->row; });
        for (const bool few = end - cell <= most_cells; cell != end; ++cell) {
            if (!few || cell->kind != CellKind::Text) continue;
            const std::string key = heading_key(std::string_view(cell->text).substr(0, 300));
            const bool own = names_the_export(key);
            if (!own && key.find("thang") == std::string::npos) continue;
            auto found = date_in(cell->text);
            if (!found) continue;
            found->where = {sheet.origin, cell->row, cell->column};
            if (own) return found;
            footer = std::move(found);
        }
    }
    if (footer) return footer;
    const auto saved = parse_instant(sheet.modified);
    if (!saved) return std::nullopt;
    const std::string iso = to_iso(*saved);
    const Date day = parse_date(iso.substr(0, 10)).value_or(Date{});
    return Exported{iso.substr(0, 10) + " " + iso.substr(11, 5),
                    to_dmy(day) + " " + iso.substr(11, 5),
                    {sheet.origin, 0, 0}};
}

}  // namespace hoso
