// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "vocabulary/period.h"
#include "vocabulary/text.h"
#include "vocabulary/value.h"

// A pattern is expanded into plain sequences of literals and captures when it is read, and matched
// by a small backtracking walk over the folded text. std::regex is not used: it recurses once per
// character and a cell may hold 32,767 of them.

namespace hoso {

namespace {

constexpr std::array<std::pair<std::string_view, CaptureKind>, 12> capture_names{{
    {"class", CaptureKind::Class},
    {"term", CaptureKind::Term},
    {"year", CaptureKind::Year},
    {"month", CaptureKind::Month},
    {"month-number", CaptureKind::MonthNumber},
    {"week", CaptureKind::Week},
    {"visit", CaptureKind::Visit},
    {"from", CaptureKind::From},
    {"to", CaptureKind::To},
    {"record", CaptureKind::Record},
    {"subject", CaptureKind::Subject},
    {"teacher", CaptureKind::Teacher},
}};

// No title is longer; what is longer is searched up to here.
constexpr std::size_t longest_title = 1000;

using Elements = std::vector<Pattern::Element>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }
bool is_gap(char c) { return c == ' ' || c == cell_border; }

bool word_ends(std::string_view key, std::size_t at) {
    return at >= key.size() || !is_word(key[at]);
}

std::size_t digits(std::string_view key, std::size_t at, std::size_t most) {
    std::size_t count = 0;
    while (count < most && at + count < key.size() && is_digit(key[at + count])) ++count;
    return count;
}

struct Reading {
    std::size_t length = 0;  // 0: not here
    std::string value;       // empty: the original text is the value
};

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
        case CaptureKind::Subject:
        case CaptureKind::Teacher:
            break;
    }
    return {};
}

bool is_free(CaptureKind kind) {
    return kind == CaptureKind::Subject || kind == CaptureKind::Teacher;
}

class Walk {
public:
    Walk(const Elements& elements, const FoldedText& text, std::string_view original, bool whole)
        : elements_(elements),
          key_(std::string_view(text.key).substr(0, longest_title)),
          text_(text),
          original_(original),
          whole_(whole) {}

    bool from(std::size_t at) { return step(0, at); }
    std::vector<Captured> captured;
    bool bare_cn = false;

private:
    bool step(std::size_t index, std::size_t at) {
        if (index == elements_.size()) return !whole_ || at == key_.size();
        const Pattern::Element& element = elements_[index];
        const std::size_t before = at;
        if (element.kind != Pattern::Element::Any && index > 0) {
            while (at < key_.size() && is_gap(key_[at])) ++at;
        }
        switch (element.kind) {
            case Pattern::Element::Literal:
                return literal(index, at);
            case Pattern::Element::Any:
                return any(index, at);
            case Pattern::Element::Capture:
                break;
        }
        if (is_free(element.capture)) {
            const bool glued = at == before && at > 0 && is_word(key_[at - 1]);
            return !glued && free_text(index, at);
        }
        const Reading reading = read_typed(element.capture, key_, at, index > 0, bare_cn);
        if (reading.length == 0) return false;
        return keep(index, at, at + reading.length, reading.value);
    }

    bool literal(std::size_t index, std::size_t at) {
        const std::string& wanted = elements_[index].literal;
        for (std::size_t i = 0; i < wanted.size(); ++i, ++at) {
            if (at >= key_.size()) return false;
            const bool same = wanted[i] == ' ' ? is_gap(key_[at]) : wanted[i] == key_[at];
            if (!same) return false;
        }
        if (index + 1 == elements_.size() && is_word(wanted.back()) && !word_ends(key_, at)) {
            return false;
        }
        return step(index + 1, at);
    }

    bool any(std::size_t index, std::size_t at) {
        if (index + 1 == elements_.size()) return step(index + 1, key_.size());
        for (; at <= key_.size(); ++at) {
            if (step(index + 1, at)) return true;
        }
        return false;
    }

    // As short as the rest allows; it never runs into the next cell.
    bool free_text(std::size_t index, std::size_t at) {
        const std::size_t border = std::min(key_.find(cell_border, at), key_.size());
        if (index + 1 == elements_.size()) return border > at && keep(index, at, border, "");
        for (std::size_t end = at + 1; end <= border; ++end) {
            if (keep(index, at, end, "")) return true;
        }
        return false;
    }

    bool keep(std::size_t index, std::size_t at, std::size_t end, std::string value) {
        const CaptureKind kind = elements_[index].capture;
        const std::size_t first = text_.from[at];
        if (value.empty()) {
            value = clean(original_.substr(first, text_.from[end] - first));
            if (kind == CaptureKind::Class) value = to_upper(value);
            while (!value.empty() &&
                   std::string_view(" -,;:.").find(value.back()) != std::string_view::npos) {
                value.pop_back();
            }
            if (value.empty()) return false;
        }
        captured.push_back({kind, std::move(value), first});
        if (step(index + 1, end)) return true;
        captured.pop_back();
        return false;
    }

    const Elements& elements_;
    std::string_view key_;
    const FoldedText& text_;
    std::string_view original_;
    bool whole_;
};

// [a|b]c → ac, bc; [a]b → ab, b. Brackets do not nest.
std::optional<std::vector<std::string>> expand(std::string_view text) {
    const std::size_t open = text.find('[');
    if (open == std::string_view::npos) {
        if (text.find(']') != std::string_view::npos) return std::nullopt;
        return std::vector<std::string>{std::string(text)};
    }
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) return std::nullopt;
    std::vector<std::string> choices = split(text.substr(open + 1, close - open - 1), '|');
    if (choices.size() == 1) choices.emplace_back();
    const auto rests = expand(text.substr(close + 1));
    if (!rests) return std::nullopt;
    std::vector<std::string> result;
    for (const std::string& choice : choices) {
        for (const std::string& rest : *rests) {
            result.push_back(std::string(text.substr(0, open)) + choice + rest);
        }
    }
    return result;
}

std::optional<Elements> elements_of(std::string_view text) {
    Elements result;
    while (!text.empty()) {
        if (text.front() == '*') {
            result.push_back({Pattern::Element::Any, "", CaptureKind::Class});
            text.remove_prefix(1);
            continue;
        }
        if (text.front() == '{') {
            const std::size_t close = text.find('}');
            if (close == std::string_view::npos) return std::nullopt;
            const auto name = std::find_if(
                capture_names.begin(), capture_names.end(),
                [&](const auto& entry) { return entry.first == text.substr(1, close - 1); });
            if (name == capture_names.end()) return std::nullopt;
            result.push_back({Pattern::Element::Capture, "", name->second});
            text.remove_prefix(close + 1);
            continue;
        }
        const std::size_t end = std::min(text.find_first_of("*{"), text.size());
        FoldedText folded = fold(text.substr(0, end));
        if (!folded.key.empty()) {
            result.push_back(
                {Pattern::Element::Literal, std::move(folded.key), CaptureKind::Class});
        }
        text.remove_prefix(end);
    }
    if (result.empty()) return std::nullopt;
    return result;
}

}  // namespace

std::string_view capture_name(CaptureKind kind) {
    for (const auto& [name, entry] : capture_names) {
        if (entry == kind) return name;
    }
    return "";
}

std::optional<Pattern> Pattern::parse(std::string_view text) {
    const auto sequences = expand(text);
    if (!sequences) return std::nullopt;
    Pattern pattern;
    for (const std::string& sequence : *sequences) {
        auto elements = elements_of(sequence);
        if (!elements) return std::nullopt;
        pattern.alternatives_.push_back(std::move(*elements));
    }
    return pattern;
}

std::optional<std::vector<Captured>> Pattern::search(const FoldedText& text,
                                                     std::string_view original, Where where) const {
    const std::size_t end = std::min(text.key.size(), longest_title);
    for (std::size_t at = 0; at < end; ++at) {
        if (is_gap(text.key[at]) ||
            (at > 0 && is_word(text.key[at]) && is_word(text.key[at - 1]))) {
            continue;
        }
        for (const Elements& elements : alternatives_) {
            Walk walk(elements, text, original, false);
            walk.bare_cn = where == Where::Name;
            if (walk.from(at)) return std::move(walk.captured);
        }
    }
    return std::nullopt;
}

bool Pattern::covers(const FoldedText& text) const {
    if (text.key.size() > longest_title) return false;
    return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const Elements& elements) {
        return Walk(elements, text, {}, true).from(0);
    });
}

}  // namespace hoso
