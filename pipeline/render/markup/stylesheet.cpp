// SPDX-License-Identifier: Apache-2.0
#include "render/markup/stylesheet.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <mutex>

namespace hoso::markup {

namespace {

// Documented in docs/templates.md.
constexpr std::string_view house_style = R"(
section { margin: 20mm 15mm 20mm 30mm }
h1 { font-size: 16pt; font-weight: bold; text-align: center; margin: 6pt 0; break-after: avoid }
h2 { font-size: 14pt; font-weight: bold; text-align: center; margin: 6pt 0 4pt; break-after: avoid }
h3 { font-size: 13pt; font-weight: bold; margin: 4pt 0 2pt; break-after: avoid }
b, th { font-weight: bold }
i { font-style: italic }
u { text-decoration: underline }
s { text-decoration: line-through }
td, th { padding: 0.5mm 1mm }
table { vertical-align: middle }
th { text-align: center }
ul, ol { margin-left: 7mm }
hr { border-top: 0.5pt solid; margin: 3pt 0 }
signature { width: 60mm; height: 25mm }
)";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

std::string without_comments(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find("/*", at), text.size());
        result.append(text.substr(at, open - at));
        const std::size_t close = text.find("*/", open);
        if (close == std::string_view::npos) break;
        at = close + 2;
    }
    return result;
}

std::optional<int> integer(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "5n" "5n+1" "odd" "even" "3"
std::optional<Nth> parse_nth(std::string_view text) {
    if (text == "odd") return Nth{2, 1};
    if (text == "even") return Nth{2, 0};
    const std::size_t n = text.find('n');
    if (n == std::string_view::npos) {
        const auto b = integer(text);
        return b ? std::optional(Nth{0, *b}) : std::nullopt;
    }
    const auto a = n == 0 ? std::optional(1) : integer(text.substr(0, n));
    const auto b = n + 1 == text.size() ? std::optional(0) : integer(text.substr(n + 1));
    if (!a || !b) return std::nullopt;
    return Nth{*a, *b};
}

class SelectorParser {
public:
    SelectorParser(std::string_view text, std::vector<Nth>& nth) : text_(text), nth_(nth) {}

    bool parse(RuleSet& rule) {
        while (skip_spaces()) {
            Compound compound;
            if (!parse_compound(compound, rule.specificity)) return false;
            rule.selector.push_back(std::move(compound));
        }
        return !rule.selector.empty();
    }

private:
    bool skip_spaces() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        return at_ < text_.size();
    }
    std::string_view name() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        return text_.substr(start, at_ - start);
    }
    bool parse_compound(Compound& compound, int& specificity) {
        const std::size_t start = at_;
        if (is_name(text_[at_])) {
            compound.tag = find_tag(name());
            if (!compound.tag) return false;
            ++specificity;
        }
        while (at_ < text_.size() && !is_space(text_[at_])) {
            if (text_[at_] == '.') {
                ++at_;
                compound.classes.emplace_back(name());
                if (compound.classes.back().empty()) return false;
            } else if (text_.substr(at_).starts_with(":nth-child(")) {
                if (!parse_nth_child(compound)) return false;
            } else {
                return false;
            }
            specificity += 100;
        }
        return at_ > start;
    }
    bool parse_nth_child(Compound& compound) {
        at_ += std::string_view(":nth-child(").size();
        const std::size_t close = text_.find(')', at_);
        if (close == std::string_view::npos || compound.nth >= 0) return false;
        const auto nth = parse_nth(text_.substr(at_, close - at_));
        if (!nth) return false;
        at_ = close + 1;
        auto found = std::find(nth_.begin(), nth_.end(), *nth);
        if (found == nth_.end()) {
            if (nth_.size() == max_nth) return false;
            found = nth_.insert(nth_.end(), *nth);
        }
        compound.nth = static_cast<int>(found - nth_.begin());
        return true;
    }

    std::string_view text_;
    std::vector<Nth>& nth_;
    std::size_t at_ = 0;
};

void parse_selectors(std::string_view list, const std::vector<Declaration>& declarations,
                     Stylesheet& sheet) {
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        const std::string_view one = list.substr(at, comma - at);
        at = comma + 1;
        RuleSet rule;
        if (!SelectorParser(one, sheet.nth).parse(rule)) {
            sheet.bad_selectors.emplace_back(one);
            continue;
        }
        rule.declarations = declarations;
        sheet.rules.push_back(std::move(rule));
    }
}

void parse_sheet(std::string_view text, Stylesheet& sheet) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = text.find('}', open == std::string_view::npos ? at : open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            const std::string_view rest = text.substr(at);
            if (!std::all_of(rest.begin(), rest.end(), is_space)) {
                sheet.bad_selectors.emplace_back(rest);
            }
            return;
        }
        std::vector<Declaration> declarations;
        parse_declarations(text.substr(open + 1, close - open - 1), declarations, sheet.problems);
        parse_selectors(text.substr(at, open - at), declarations, sheet);
        at = close + 1;
    }
}

std::shared_ptr<const Stylesheet> parse(std::string_view text) {
    auto sheet = std::make_shared<Stylesheet>();
    parse_sheet(house_style, *sheet);
    const auto own = static_cast<std::ptrdiff_t>(sheet->rules.size());
    parse_sheet(without_comments(text), *sheet);
    // Any rule of the template outranks the house style, so the two are sorted apart.
    const auto weaker = [](const RuleSet& a, const RuleSet& b) {
        return a.specificity < b.specificity;
    };
    std::stable_sort(sheet->rules.begin(), sheet->rules.begin() + own, weaker);
    std::stable_sort(sheet->rules.begin() + own, sheet->rules.end(), weaker);
    return sheet;
}

}  // namespace

std::shared_ptr<const Stylesheet> stylesheet(std::string_view text) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Stylesheet>, std::less<>> kept;
    constexpr std::size_t kept_at_most = 64;  // a job has a few forms; a fuzzer has more
    {
        const std::lock_guard lock(mutex);
        const auto found = kept.find(text);
        if (found != kept.end()) return found->second;
    }
    auto parsed = parse(text);
    const std::lock_guard lock(mutex);
    if (kept.size() >= kept_at_most) kept.clear();
    return kept.try_emplace(std::string(text), std::move(parsed)).first->second;
}

}  // namespace hoso::markup
