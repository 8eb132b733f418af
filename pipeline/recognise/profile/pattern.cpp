// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "recognise/profile/reading.h"
#include "vocabulary/text.h"

// A pattern is expanded into plain sequences of literals and captures when it is read, and matched
// by a small backtracking walk over the folded text. std::regex is not used: it recurses once per
// character and a cell may hold 32,767 of them.

namespace hoso {

namespace {

constexpr std::array<std::pair<std::string_view, CaptureKind>, 19> capture_names{{
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
    {"course", CaptureKind::Course},
    {"subject", CaptureKind::Subject},
    {"teacher", CaptureKind::Teacher},
    {"classes", CaptureKind::Classes},
    {"number", CaptureKind::Number},
    {"decimal", CaptureKind::Decimal},
    {"date", CaptureKind::Date},
    {"code", CaptureKind::Code},
    {"text", CaptureKind::Text},
}};

// No title is longer; what is longer is searched up to here.
constexpr std::size_t longest_title = 1000;

using Elements = std::vector<Pattern::Element>;

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
    std::size_t end = 0;  // of what was matched

private:
    bool step(std::size_t index, std::size_t at) {
        if (index == elements_.size()) {
            end = at;
            return !whole_ || at == key_.size();
        }
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
        for (std::size_t behind = at + 1; behind <= border; ++behind) {
            if (keep(index, at, behind, "")) return true;
        }
        return false;
    }

    bool keep(std::size_t index, std::size_t at, std::size_t behind, std::string value) {
        const CaptureKind kind = elements_[index].capture;
        const std::size_t first = text_.from[at];
        if (value.empty()) {
            value = clean(original_.substr(first, text_.from[behind] - first));
            if (kind == CaptureKind::Class) value = to_upper(value);
            while (!value.empty() &&
                   std::string_view(" -,;:.").find(value.back()) != std::string_view::npos) {
                value.pop_back();
            }
            if (value.empty()) return false;
        }
        captured.push_back({kind, std::move(value), first, elements_[index].name});
        if (step(index + 1, behind)) return true;
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
            const std::string_view inside = text.substr(1, close - 1);
            const std::size_t colon = inside.find(':');
            const std::string_view kind =
                colon == std::string_view::npos ? inside : inside.substr(colon + 1);
            const auto known = std::find_if(capture_names.begin(), capture_names.end(),
                                            [&](const auto& entry) { return entry.first == kind; });
            if (known == capture_names.end() || colon == 0) return std::nullopt;
            result.push_back({Pattern::Element::Capture, "", known->second,
                              std::string(inside.substr(0, std::min(colon, inside.size())))});
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

// "Tổ[:|] {team:text}*" → "Tổ: …"
std::string readable(const std::string& sequence) {
    std::string text;
    bool inside = false;
    for (const char c : sequence) {
        if (c == '{' || c == '*') text += "…";
        if (c == '{') inside = true;
        if (!inside && c != '*') text += c;
        if (c == '}') inside = false;
    }
    return clean(text);
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
    pattern.shown_ = readable(sequences->front());
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

std::optional<Pattern::Match> Pattern::begins(const FoldedText& text,
                                              std::string_view original) const {
    for (const Elements& elements : alternatives_) {
        Walk walk(elements, text, original, false);
        if (walk.from(0)) return Match{std::move(walk.captured), walk.end};
    }
    return std::nullopt;
}

std::vector<std::string> Pattern::names() const {
    std::vector<std::string> names;
    for (const Elements& elements : alternatives_) {
        for (const Element& element : elements) {
            if (element.kind == Element::Capture) names.push_back(element.name);
        }
    }
    return names;
}

bool Pattern::covers(const FoldedText& text) const {
    if (text.key.size() > longest_title) return false;
    return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const Elements& elements) {
        return Walk(elements, text, {}, true).from(0);
    });
}

}  // namespace hoso
