// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/mail/header.h"

#include <algorithm>

#include "ingest/documents/mail/coding.h"

namespace hoso {

namespace {

constexpr std::size_t kFields = 1'000;  // of a header

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// =?charset?B?text?= (RFC 2047, 2)
struct EncodedWord {
    std::string charset, bytes;
    std::size_t size = 0;
};
std::optional<EncodedWord> encoded_word(std::string_view text) {
    constexpr std::size_t kLongest = 1000;  // the standard says 75; programs write more
    if (!text.starts_with("=?")) return std::nullopt;
    text = text.substr(0, kLongest);
    const std::size_t first = text.find('?', 2);
    if (first == text.npos || first + 2 >= text.size() || text[first + 2] != '?') {
        return std::nullopt;
    }
    const std::size_t end = text.find("?=", first + 3);
    if (end == text.npos) return std::nullopt;
    const std::string_view content = text.substr(first + 3, end - first - 3);
    EncodedWord word;
    const std::string_view charset = text.substr(2, first - 2);
    word.charset = lowered(charset.substr(0, charset.find('*')));  // RFC 2231, 5: a language
    word.size = end + 2;
    bool fits = true;
    const char kind = text[first + 1];
    if (kind == 'B' || kind == 'b') {
        word.bytes = decode_base64(content, fits);
    } else if (kind == 'Q' || kind == 'q') {
        word.bytes = decode_quoted_printable(content, true);
    } else {
        return std::nullopt;
    }
    return word;
}

// "a; b=c": splits at `separator` outside of quotation marks, comments and angle brackets.
std::vector<std::string_view> split_outside(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && (quoted || depth > 0)) {
            ++i;
        } else if (c == '"' && depth == 0) {
            quoted = !quoted;
        } else if (!quoted && (c == '(' || c == '<')) {
            ++depth;
        } else if (!quoted && (c == ')' || c == '>')) {
            depth -= depth > 0 ? 1 : 0;
        } else if (c == separator && !quoted && depth == 0) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string unquoted(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 2 || text.front() != '"') return std::string(text);
    std::string result;
    for (std::size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        result += text[i];
    }
    return result;
}

// A parameter that came in pieces: name*0*=, name*1= … (RFC 2231, 3 and 4).
struct Pieces {
    std::map<int, std::pair<std::string, bool>> pieces;  // text, whether it is percent-encoded
    std::string joined(std::string& unknown) const {
        std::string bytes, charset;
        for (const auto& [index, piece] : pieces) {
            std::string_view text = piece.first;
            if (piece.second && index == 0) {
                const std::size_t first = text.find('\''), second = text.find('\'', first + 1);
                if (first != text.npos && second != text.npos) {
                    charset = lowered(text.substr(0, first));
                    text.remove_prefix(second + 1);
                }
            }
            bytes += piece.second ? decode_percent(text) : std::string(text);
        }
        return from_charset(bytes, charset, unknown);
    }
};

void add_parameter(std::string_view part, std::map<std::string, std::string>& plain,
                   std::map<std::string, Pieces>& in_pieces) {
    const std::size_t equals = part.find('=');
    if (equals == part.npos) return;
    std::string name = lowered(trimmed(part.substr(0, equals)));
    const std::string value = unquoted(part.substr(equals + 1));
    const std::size_t star = name.find('*');
    if (star == name.npos) {
        plain.emplace(name, value);
        return;
    }
    std::string_view rest = std::string_view(name).substr(star + 1);
    const bool extended = rest.empty() || rest.ends_with('*');
    if (rest.ends_with('*')) rest.remove_suffix(1);
    int index = 0;
    for (const char c : rest) {
        if (c < '0' || c > '9' || index > 1000) return;
        index = index * 10 + (c - '0');
    }
    name.resize(star);
    in_pieces[name].pieces.emplace(index, std::pair(value, extended));
}

}  // namespace

std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

MailHeader MailHeader::read(std::string_view entity, std::string_view& body) {
    MailHeader header;
    while (!entity.empty()) {
        const std::string_view line = take_line(entity);
        if (line.empty()) break;
        if ((line[0] == ' ' || line[0] == '\t') && !header.fields_.empty()) {
            header.fields_.back().second += line;
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == line.npos) continue;
        if (header.fields_.size() == kFields) {
            header.cut_ = true;
            continue;
        }
        header.fields_.emplace_back(lowered(trimmed(line.substr(0, colon))),
                                    trimmed(line.substr(colon + 1)));
    }
    body = entity;
    return header;
}

std::string_view MailHeader::find(std::string_view name) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const auto& field) { return field.first == name; });
    return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

std::string mail_text(std::string_view field, std::string& unknown) {
    std::string result, plain, bytes, charset;
    bool after_word = false;
    const auto end_words = [&] {
        if (after_word) result += from_charset(bytes, charset, unknown);
        bytes.clear();
        after_word = false;
    };
    const auto end_plain = [&] {
        // Blanks between two encoded words are not part of the text.
        if (after_word && trimmed(plain).empty()) return plain.clear();
        end_words();
        result += from_charset(plain, "", unknown);
        plain.clear();
    };
    while (!field.empty()) {
        const auto word = encoded_word(field);
        if (!word) {
            plain += field.front();
            field.remove_prefix(1);
            continue;
        }
        if (!plain.empty()) end_plain();
        // A letter may be cut in two between words of one encoding.
        if (after_word && word->charset != charset) end_words();
        bytes += word->bytes;
        charset = word->charset;
        after_word = true;
        field.remove_prefix(word->size);
    }
    end_words();
    return result + from_charset(plain, "", unknown);
}

MailValue mail_value(std::string_view field, std::string& unknown) {
    MailValue result;
    std::map<std::string, std::string> plain;
    std::map<std::string, Pieces> in_pieces;
    bool first = true;
    for (const std::string_view part : split_outside(field, ';')) {
        if (first) {
            result.value = lowered(trimmed(part.substr(0, part.find('('))));
        } else {
            add_parameter(part, plain, in_pieces);
        }
        first = false;
    }
    for (const auto& [name, pieces] : in_pieces) {
        result.parameters.emplace(name, pieces.joined(unknown));
    }
    for (const auto& [name, value] : plain) {
        if (!in_pieces.contains(name)) result.parameters.emplace(name, mail_text(value, unknown));
    }
    return result;
}

std::string mail_addresses(std::string_view field, std::string& unknown) {
    std::string result;
    for (std::string_view item : split_outside(field, ',')) {
        // "nhóm: a@x, b@x;"
        const std::size_t colon = item.find(':');
        const std::size_t quote = item.find_first_of("\"<");
        if (colon != item.npos && (quote == item.npos || colon < quote))
            item.remove_prefix(colon + 1);
        item = trimmed(item);
        if (item.ends_with(';')) item = trimmed(item.substr(0, item.size() - 1));
        if (item.empty()) continue;
        const std::size_t open = item.rfind('<'), close = item.rfind('>');
        const bool angle = open != item.npos && close != item.npos && open < close;
        const std::string address(angle ? item.substr(open + 1, close - open - 1) : item);
        const std::string name =
            angle ? mail_text(unquoted(item.substr(0, open)), unknown) : std::string();
        if (!result.empty()) result += "; ";
        result += name.empty() ? mail_text(address, unknown) : name + " <" + address + ">";
    }
    return result;
}

}  // namespace hoso
