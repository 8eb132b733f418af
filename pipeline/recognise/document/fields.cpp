// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/fields.h"

#include <algorithm>

#include "vocabulary/text.h"
#include "vocabulary/value.h"

namespace hoso {

namespace {

bool all_capitals(const std::string& text) {
    return to_upper(text) == text && to_lower(text) != text;
}

std::string capitalised(const std::string& lower) {
    std::size_t first = 1;
    while (first < lower.size() && (static_cast<unsigned char>(lower[first]) & 0xC0U) == 0x80U) {
        ++first;
    }
    return to_upper(lower.substr(0, first)) + lower.substr(first);
}

std::string recased(const std::string& text, bool every_word) {
    if (!all_capitals(text)) return text;
    std::string result;
    for (const std::string& word : split(text, ' ')) {
        const bool spoken = match_key(word).find_first_of("aeiouy") != std::string::npos;
        std::string lower = spoken ? to_lower(word) : word;
        if (spoken && (every_word || result.empty())) lower = capitalised(lower);
        result += (result.empty() ? "" : " ") + lower;
    }
    return result;
}

// Equal but for tones, case, blanks and signs: file names have none of them.
std::string bare(const std::string& text) {
    std::string result;
    for (const char c : heading_key(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
    }
    return result;
}

class FieldReader {
public:
    FieldReader(const DocumentKind& kind, const TextDocument& document,
                const std::vector<FlowLine>& flow, std::size_t top)
        : kind_(kind), document_(document), flow_(flow), top_(top) {}

    std::map<std::size_t, FieldValue> read() {
        for (const Pattern& pattern : kind_.top_lines) search(pattern, top_);
        for (const Pattern& pattern : kind_.lines) search(pattern, flow_.size());
        from_file_name();
        title_line();
        for (const TextField& field : kind_.fields) {
            from_property(field);
            from_month(field);
            auto known = values_.find(field.column);
            if (known == values_.end()) continue;
            std::string& value = known->second.value;
            if (field.letters == TextField::Case::Sentence) value = in_sentence_case(value);
            if (field.letters == TextField::Case::Name) value = in_name_case(value);
        }
        return std::move(values_);
    }

private:
    // The first line that gives something new.
    void search(const Pattern& pattern, std::size_t end) {
        const auto names = pattern.names();
        const auto known = [&](const std::string& name) {
            return values_.count(column(name)) != 0;
        };
        if (std::all_of(names.begin(), names.end(), known)) return;
        for (std::size_t i = 0; i < end; ++i) {
            const auto match = pattern.begins(flow_[i].folded, flow_[i].text);
            if (match && take(flow_[i], match->captured)) return;
        }
    }

    bool take(const FlowLine& line, const std::vector<Captured>& captured) {
        for (const Captured& capture : captured) {
            // "Họ và tên giáo viên:" with nothing behind it, and another label in the next cell.
            const bool label =
                line.kind == FlowLine::Kind::Joined && capture.value.find(':') != std::string::npos;
            if (label || !says_something(fold(capture.value).key)) return false;
        }
        bool any = false;
        for (const Captured& capture : captured) {
            FieldValue value;
            value.value = capture.value;
            value.where = line.where(capture.at);
            any = values_.try_emplace(column(capture.name), std::move(value)).second || any;
        }
        return any;
    }

    void from_file_name() {
        const std::string& path = document_.origin->file;
        const auto slash = path.rfind('/');
        const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
        const FoldedText folded = fold(name);
        for (const Pattern& pattern : kind_.files) {
            const auto captured = pattern.search(folded, name, Pattern::Where::Name);
            if (!captured) continue;
            for (const Captured& capture : *captured) {
                FieldValue value;
                value.value = capture.value;
                value.where = {document_.origin, 0, 0};
                value.from = ReadFrom::FileName;
                const auto [entry, fresh] = values_.try_emplace(column(capture.name), value);
                if (!fresh && entry->second.from == ReadFrom::Title &&
                    bare(entry->second.value) != bare(capture.value)) {
                    entry->second.name_says = capture.value;
                }
            }
        }
    }

    // Where no line says how the document is called, the one that it is known by does.
    void title_line() {
        const int title = kind_.dataset->find("title");
        if (title < 0) return;
        for (const FlowLine& line : flow_) {
            if (line.kind == FlowLine::Kind::Joined ||
                !kind_.keys.front().begins(line.folded, line.text)) {
                continue;
            }
            FieldValue value;
            value.value = line.text;
            value.where = line.where();
            values_.try_emplace(static_cast<std::size_t>(title), std::move(value));
            return;
        }
    }

    void from_property(const TextField& field) {
        const auto property = document_.properties.find(field.property);
        if (field.property.empty() || property == document_.properties.end()) return;
        FieldValue value;
        value.value = property->second;
        value.where = {document_.origin, 0, 0};
        value.from = ReadFrom::Column;
        values_.try_emplace(field.column, std::move(value));
    }

    void from_month(const TextField& field) {
        if (!field.month_of) return;
        const auto day = values_.find(*field.month_of);
        const auto date = day == values_.end() ? std::nullopt : parse_date(day->second.value);
        if (!date) return;
        FieldValue value = day->second;
        value.value = to_iso(*date).substr(0, 7);
        value.name_says.clear();
        values_.try_emplace(field.column, std::move(value));
    }

    [[nodiscard]] std::size_t column(const std::string& name) const {
        return static_cast<std::size_t>(kind_.dataset->find(name));
    }

    const DocumentKind& kind_;
    const TextDocument& document_;
    const std::vector<FlowLine>& flow_;
    const std::size_t top_;
    std::map<std::size_t, FieldValue> values_;
};

}  // namespace

std::map<std::size_t, FieldValue> read_fields(const DocumentKind& kind,
                                              const TextDocument& document,
                                              const std::vector<FlowLine>& flow, std::size_t top) {
    return FieldReader(kind, document, flow, top).read();
}

std::string in_sentence_case(const std::string& text) { return recased(text, false); }
std::string in_name_case(const std::string& text) { return recased(text, true); }

}  // namespace hoso
