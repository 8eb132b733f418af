// SPDX-License-Identifier: Apache-2.0
//
// A school's term has some hundred thousand printed values, so this file is written by hand, one
// value a line, and names a sheet by its number in `sources`.
#include <map>

#include "bundle/metadata.h"

namespace hoso {

namespace {

void append_quoted(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

// Sheets in the order in which the values name them.
class Sources {
public:
    std::size_t number(const Origin& origin) {
        const auto [at, fresh] = numbers_.try_emplace({origin.file, origin.sheet}, ordered_.size());
        if (fresh) ordered_.push_back(&at->first);
        return at->second;
    }
    void append(std::string& out) const {
        for (std::size_t i = 0; i < ordered_.size(); ++i) {
            out += i == 0 ? "\n  {\"file\": " : ",\n  {\"file\": ";
            append_quoted(out, ordered_[i]->first);
            if (!ordered_[i]->second.empty()) {
                out += ", \"sheet\": ";
                append_quoted(out, ordered_[i]->second);
            }
            out += '}';
        }
    }

private:
    using Name = std::pair<std::string, std::string>;
    std::map<Name, std::size_t> numbers_;
    std::vector<const Name*> ordered_;
};

void append_inputs(std::string& out, const std::vector<Location>& inputs, Sources& sources) {
    bool first = true;
    for (const Location& place : inputs) {
        if (!place.origin) continue;
        out += first ? ", \"inputs\": [[" : ", [";
        out += std::to_string(sources.number(*place.origin)) + ", ";
        append_quoted(out, cell_name(place.row, place.column));
        out += ']';
        first = false;
    }
    if (!first) out += ']';
}

// {"cell": …, "field": …, "formula": …, "inputs": …, "printed": …, "rule": …, "source": …}
void append_value(std::string& out, const LineageEntry& entry, Sources& sources) {
    out += "  {";
    if (entry.where.origin && entry.where.row != 0) {
        out += "\"cell\": ";
        append_quoted(out, cell_name(entry.where.row, entry.where.column));
        out += ", ";
    }
    out += "\"field\": ";
    append_quoted(out, entry.field);
    if (entry.derivation && !entry.derivation->formula.empty()) {
        out += ", \"formula\": ";
        append_quoted(out, entry.derivation->formula);
    }
    if (entry.derivation) append_inputs(out, entry.derivation->inputs, sources);
    out += ", \"printed\": ";
    append_quoted(out, entry.printed);
    if (entry.derivation) {
        out += ", \"rule\": ";
        append_quoted(out, entry.derivation->rule);
    }
    if (entry.where.origin) {
        out += ", \"source\": " + std::to_string(sources.number(*entry.where.origin));
    }
    out += '}';
}

}  // namespace

std::string lineage_json(const SealedDocument& document) {
    const DocumentPlan plan = whole(*document.plan);
    const std::vector<LineageEntry>& entries = plan.lineage;
    Sources sources;
    std::string values;
    values.reserve(document.printed.size() * 96);
    for (const int id : document.printed) {
        if (id < 0 || static_cast<std::size_t>(id) >= entries.size()) {
            throw std::logic_error("a printed value has no lineage: " + document.plan->stem);
        }
        values += values.empty() ? "\n" : ",\n";
        append_value(values, entries[static_cast<std::size_t>(id)], sources);
    }
    std::string text = "{\n \"document\": ";
    append_quoted(text, document.plan->stem);
    text += ",\n \"sources\": [";
    sources.append(text);
    return text + "\n ],\n \"values\": [" + values + "\n ]\n}\n";
}

}  // namespace hoso
