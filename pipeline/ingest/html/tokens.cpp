// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/tokens.h"

#include <algorithm>

namespace hoso {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

void assign_lower(std::string& to, std::string_view from) {
    to.resize(from.size());
    std::transform(from.begin(), from.end(), to.begin(), lower);
}

}  // namespace

HtmlTokens::Kind HtmlTokens::next() {
    std::string ignored;
    for (std::string_view value; in_tag_ && next_attribute(ignored, value);) {
    }
    for (;;) {
        if (rest_.empty()) return Kind::Finished;
        const char second = rest_.size() > 1 ? rest_[1] : '\0';
        const bool end = second == '/' && rest_.size() > 2 && is_letter(rest_[2]);
        if (rest_[0] == '<' && (is_letter(second) || end)) {
            rest_.remove_prefix(end ? 2 : 1);
            const std::size_t size = std::min(rest_.find_first_of(" \t\r\n\f/>"), rest_.size());
            assign_lower(name, rest_.substr(0, size));
            rest_.remove_prefix(size);
            in_tag_ = true;
            closed_ = false;
            return end ? Kind::End : Kind::Start;
        }
        if (rest_[0] == '<' && (second == '!' || second == '?' || second == '/')) {
            skip_declaration();
            continue;
        }
        const std::size_t size = std::min(rest_.find('<', 1), rest_.size());
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return Kind::Text;
    }
}

void HtmlTokens::skip_declaration() {
    if (!rest_.starts_with("<!--")) {
        take_until(">");
    } else if (rest_.starts_with("<!-->") || rest_.starts_with("<!--->")) {
        take_until(">");
    } else {
        rest_.remove_prefix(4);
        take_until("-->");
    }
}

std::string_view HtmlTokens::take_until(std::string_view end) {
    const std::size_t at = std::min(rest_.find(end), rest_.size());
    const std::string_view taken = rest_.substr(0, at);
    rest_.remove_prefix(std::min(at + end.size(), rest_.size()));
    return taken;
}

void HtmlTokens::skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kBlanks), rest_.size()));
}

bool HtmlTokens::next_attribute(std::string& attribute, std::string_view& value) {
    if (!in_tag_) return false;
    for (;;) {
        skip_blanks();
        if (rest_.empty() || rest_[0] == '>') {
            rest_.remove_prefix(rest_.empty() ? 0 : 1);
            in_tag_ = false;
            return false;
        }
        if (rest_[0] != '/') break;
        closed_ = rest_.size() > 1 && rest_[1] == '>';
        rest_.remove_prefix(1);
    }
    // A name may begin with '='.
    const std::size_t size = std::min(rest_.find_first_of(" \t\r\n\f/>=", 1), rest_.size());
    assign_lower(attribute, rest_.substr(0, size));
    rest_.remove_prefix(size);
    skip_blanks();
    value = {};
    if (rest_.starts_with('=')) {
        rest_.remove_prefix(1);
        skip_blanks();
        value = take_value();
    }
    return true;
}

std::string_view HtmlTokens::take_value() {
    if (rest_.starts_with('"') || rest_.starts_with('\'')) {
        const std::string_view quote = rest_.substr(0, 1);
        rest_.remove_prefix(1);
        return take_until(quote);
    }
    const std::size_t size = std::min(rest_.find_first_of(" \t\r\n\f>"), rest_.size());
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
}

std::string_view HtmlTokens::take_raw() {
    if (closed_ || unclosed_.contains(name)) return {};
    for (std::size_t at = rest_.find("</"); at < rest_.size(); at = rest_.find("</", at + 2)) {
        const std::string_view end = rest_.substr(at + 2, name.size() + 1);
        const bool same =
            end.size() > name.size() && std::equal(name.begin(), name.end(), end.begin(),
                                                   [](char a, char b) { return a == lower(b); });
        if (!same || is_letter(end.back())) continue;
        const std::string_view taken = rest_.substr(0, at);
        rest_.remove_prefix(at);
        take_until(">");
        return taken;
    }
    unclosed_.insert(name);
    return {};
}

}  // namespace hoso
