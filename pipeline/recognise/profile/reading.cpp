// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/reading.h"

#include <array>
#include <utility>

#include "recognise/profile/fold.h"
#include "vocabulary/period.h"
#include "vocabulary/text.h"
#include "vocabulary/value.h"

namespace hoso {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view key, std::size_t at, std::size_t most) {
    std::size_t count = 0;
    while (count < most && at + count < key.size() && is_digit(key[at + count])) ++count;
    return count;
}

// 6A 6a2 10C9; "6/1" only after a word such as Lớp, for a bare 6/1 may be a date.
Reading read_class(std::string_view key, std::size_t at, bool introduced) {
    const std::size_t grade = digits(key, at, 2);
    if (grade == 0) return {};
    std::size_t end = at + grade;
    if (end >= key.size()) return {};
    if (key[end] >= 'a' && key[end] <= 'z') {
        ++end;
        end += digits(key, end, 2);
    } else if (introduced && key[end] == '/') {
        const std::size_t number = digits(key, end + 1, 2);
        if (number == 0) return {};
        end += 1 + number;
    } else {
        return {};
    }
    return word_ends(key, end) ? Reading{end - at, ""} : Reading{};
}

Reading read_term(std::string_view key, std::size_t at, bool introduced, bool bare_cn) {
    std::size_t end = at;
    for (const std::string_view word : {"hoc ky", "hoc ki", "hk"}) {
        if (key.substr(at, word.size()) == word) {
            introduced = true;
            end += word.size();
            while (end < key.size() && (is_gap(key[end]) || key[end] == ':')) ++end;
            break;
        }
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{
        {{"ca nam", "CN"}, {"cn", "CN"}, {"ii", "HK2"}, {"i", "HK1"}, {"2", "HK2"}, {"1", "HK1"}}};
    for (const auto& [name, id] : names) {
        if (!introduced && name != "ca nam" && !(bare_cn && name == "cn")) continue;
        if (key.substr(end, name.size()) == name && word_ends(key, end + name.size())) {
            return {end + name.size() - at, std::string(id)};
        }
    }
    return {};
}

Reading read_year(std::string_view key, std::size_t at) {
    if (digits(key, at, 5) != 4) return {};
    std::size_t end = at + 4;
    while (end < key.size() && is_gap(key[end])) ++end;
    if (end >= key.size() || (key[end] != '-' && key[end] != '_')) return {};
    ++end;
    while (end < key.size() && is_gap(key[end])) ++end;
    if (digits(key, end, 5) != 4) return {};
    const auto year =
        parse_school_year(std::string(key.substr(at, 4)) + "-" + std::string(key.substr(end, 4)));
    return year ? Reading{end + 4 - at, year->id()} : Reading{};
}

Reading read_number(std::string_view key, std::size_t at, int most) {
    const std::size_t length = digits(key, at, 3);
    if (length == 0 || length > 2 || !word_ends(key, at + length)) return {};
    const int number = std::stoi(std::string(key.substr(at, length)));
    return number >= 1 && number <= most ? Reading{length, std::to_string(number)} : Reading{};
}

// A plain count; tiết PPCT goes beyond 100.
Reading read_count(std::string_view key, std::size_t at) {
    const std::size_t length = digits(key, at, 4);
    if (length == 0 || length > 3 || !word_ends(key, at + length)) return {};
    return {length, std::to_string(std::stoi(std::string(key.substr(at, length))))};
}

Reading read_month_number(std::string_view key, std::size_t at) { return read_number(key, at, 12); }

// 04/10/2021
Reading read_date(std::string_view key, std::size_t at) {
    std::size_t end = at;
    for (const std::size_t most : {2U, 2U, 4U}) {
        const std::size_t length = digits(key, end, most);
        if (length == 0 || (most == 4 && length < 4)) return {};
        end += length;
        if (most == 4) break;
        if (end >= key.size() || key[end] != '/') return {};
        ++end;
    }
    if (!word_ends(key, end) || !parse_date(key.substr(at, end - at))) return {};
    return {end - at, std::string(key.substr(at, end - at))};
}

// "6A, 6B và 7A" → "6A, 6B, 7A"
Reading read_classes(std::string_view key, std::size_t at) {
    Reading all;
    for (std::size_t end = at;;) {
        const Reading one = read_class(key, end, true);
        if (one.length == 0) return all;
        all.value += (all.value.empty() ? "" : ", ") + to_upper(key.substr(end, one.length));
        end += one.length;
        all.length = end - at;
        bool joined = false;
        for (const std::string_view link : {",", ";", "-", " va "}) {
            if (key.substr(end, link.size()) != link) continue;
            end += link.size();
            joined = true;
            break;
        }
        if (!joined) return all;
    }
}

// 17, 17,5 or 17.5
Reading read_decimal(std::string_view key, std::size_t at) {
    const std::size_t whole = digits(key, at, 4);
    if (whole == 0 || whole > 3) return {};
    std::size_t end = at + whole;
    if (end + 1 < key.size() && (key[end] == ',' || key[end] == '.') && is_digit(key[end + 1])) {
        end += 1 + digits(key, end + 1, 2);
    }
    if (!word_ends(key, end)) return {};
    return {end - at, std::string(key.substr(at, end - at))};
}

// "14/10/2021" "14-10-2021" "14 tháng 10 năm 2021" → 14/10/2021
Reading read_day(std::string_view key, std::size_t at) {
    std::array<std::string_view, 3> parts;
    std::size_t end = at;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t length = digits(key, end, 5);
        if (length == 0 || (i == 2 ? length != 4 : length > 2)) return {};
        parts[i] = key.substr(end, length);
        end += length;
        if (i == 2) break;
        const std::string_view word = i == 0 ? " thang " : " nam ";
        if (key.substr(end, word.size()) == word) {
            end += word.size();
        } else if (end < key.size() && (key[end] == '/' || key[end] == '-' || key[end] == '.')) {
            ++end;
        } else {
            return {};
        }
    }
    const auto date = parse_date(std::string(parts[0]) + "/" + std::string(parts[1]) + "/" +
                                 std::string(parts[2]));
    if (!date || !word_ends(key, end)) return {};
    return {end - at, to_dmy(*date)};
}

// The number of a document, 28/KH-THCSNP: it begins with a figure and holds a stroke.
Reading read_code(std::string_view key, std::size_t at) {
    if (digits(key, at, 1) == 0) return {};
    std::size_t end = at;
    while (end < key.size() && !is_gap(key[end]) && key[end] != ',' && key[end] != ';') ++end;
    return key.substr(at, end - at).find('/') == std::string_view::npos ? Reading{}
                                                                        : Reading{end - at, ""};
}

// "2018-2022": the first and the last year of a course, two to nine years apart.
Reading read_course(std::string_view key, std::size_t at) {
    if (digits(key, at, 5) != 4) return {};
    std::size_t end = at + 4;
    while (end < key.size() && is_gap(key[end])) ++end;
    if (end >= key.size() || (key[end] != '-' && key[end] != '_')) return {};
    ++end;
    while (end < key.size() && is_gap(key[end])) ++end;
    if (digits(key, end, 5) != 4) return {};
    const std::string first(key.substr(at, 4)), last(key.substr(end, 4));
    const int years = std::stoi(last) - std::stoi(first);
    if (years < 2 || years > 9) return {};
    return {end + 4 - at, first + "-" + last};
}

// I.7 I.07 III.03, the number of a record in the catalogue.
Reading read_record(std::string_view key, std::size_t at) {
    std::size_t part = 0;
    while (part < 3 && at + part < key.size() && key[at + part] == 'i') ++part;
    const std::size_t dot = at + part;
    if (part == 0 || dot >= key.size() || key[dot] != '.') return {};
    const Reading number = read_number(key, dot + 1, 99);
    if (number.length == 0) return {};
    const std::string zero = number.value.size() == 1 ? "0" : "";
    return {part + 1 + number.length, std::string(part, 'I') + "." + zero + number.value};
}

std::string month_id(std::string_view year, std::string_view month) {
    return std::string(year) + "-" + (month.size() == 1 ? "0" : "") + std::string(month);
}

// "10 năm 2021" "10/2021" "2021-10"
Reading read_month(std::string_view key, std::size_t at) {
    if (digits(key, at, 5) == 4 && at + 4 < key.size() && key[at + 4] == '-') {
        const Reading month = read_month_number(key, at + 5);
        if (month.length == 0) return {};
        return {5 + month.length, month_id(key.substr(at, 4), month.value)};
    }
    const Reading month = read_month_number(key, at);
    if (month.length == 0) return {};
    for (const std::string_view link : {" nam ", "/", "-"}) {
        const std::size_t year = at + month.length + link.size();
        if (key.substr(at + month.length, link.size()) == link && digits(key, year, 5) == 4) {
            return {year + 4 - at, month_id(key.substr(year, 4), month.value)};
        }
    }
    return {};
}

}  // namespace

bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }
bool is_gap(char c) { return c == ' ' || c == cell_border; }

bool word_ends(std::string_view key, std::size_t at) {
    return at >= key.size() || !is_word(key[at]);
}

Reading read_typed(CaptureKind kind, std::string_view key, std::size_t at, bool introduced,
                   bool bare_cn) {
    switch (kind) {
        case CaptureKind::Class:
            return read_class(key, at, introduced);
        case CaptureKind::Term:
            return read_term(key, at, introduced, bare_cn);
        case CaptureKind::Year:
            return read_year(key, at);
        case CaptureKind::Month:
            return read_month(key, at);
        case CaptureKind::MonthNumber:
            return read_month_number(key, at);
        case CaptureKind::Week:
        case CaptureKind::Visit:
            return read_number(key, at, 60);
        case CaptureKind::From:
        case CaptureKind::To:
            return read_date(key, at);
        case CaptureKind::Record:
            return read_record(key, at);
        case CaptureKind::Course:
            return read_course(key, at);
        case CaptureKind::Classes:
            return read_classes(key, at);
        case CaptureKind::Number:
            return read_count(key, at);
        case CaptureKind::Decimal:
            return read_decimal(key, at);
        case CaptureKind::Date:
            return read_day(key, at);
        case CaptureKind::Code:
            return read_code(key, at);
        case CaptureKind::Subject:
        case CaptureKind::Teacher:
        case CaptureKind::Text:
            break;
    }
    return {};
}

bool is_free(CaptureKind kind) {
    return kind == CaptureKind::Subject || kind == CaptureKind::Teacher ||
           kind == CaptureKind::Text;
}

}  // namespace hoso
