// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/conversion.h"

#include <algorithm>
#include <set>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/text/letters.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::size_t kExamples = 3;

std::string arrow(const std::string& before, const std::string& after) {
    return "\"" + before + "\" → \"" + after + "\"";
}

// For messages: capitals of VPS and VISCII stand below U+0020.
std::string printable(const std::string& text) {
    if (!find_refused_character(text)) return text;
    std::u32string shown = code_points(text);
    for (char32_t& c : shown) {
        if (find_refused_character(to_utf8({&c, 1}))) c = U'□';
    }
    return to_utf8(shown);
}

bool fits_a_cell(const std::string& text) {
    const bool long_text =
        text.size() > limits::kTextLength && code_point_count(text) > limits::kTextLength;
    return !long_text && !find_refused_character(text);
}

}  // namespace

std::size_t Conversion::Hash::operator()(std::size_t suspect) const {
    std::size_t sum = 0;
    for (const TextRun& run : *(*suspects)[suspect].source) {
        sum = sum * 31 + std::hash<std::string>()(run.text);
    }
    return sum;
}

bool Conversion::Same::operator()(std::size_t a, std::size_t b) const {
    const Suspect& one = (*suspects)[a];
    const Suspect& other = (*suspects)[b];
    return one.font == other.font && (one.source == other.source || *one.source == *other.source);
}

void Conversion::add(std::size_t cell, std::shared_ptr<const std::vector<TextRun>> source,
                     const std::optional<LegacyFont>& font, bool certain) {
    suspects_.push_back({std::move(source), font, certain, {}});
    const auto [known, fresh] = known_.insert(suspects_.size() - 1);
    if (!fresh) suspects_.pop_back();
    suspects_[*known].cells.push_back(cell);
}

void Conversion::run(const std::array<std::size_t, kLegacy.size()>& unicode_in_font,
                     Findings& findings) {
    for (const Decision& decision : decide_legacy(sheet_.cells, suspects_, unicode_in_font)) {
        apply(decision, findings);
    }
    if (!converted_.empty()) sheet_.encoding.clear();
    for (const auto& [encoding, told] : converted_) {
        sheet_.encoding += (sheet_.encoding.empty() ? "" : "+") + std::string(name_of(encoding));
        report_all(rule::legacy_converted, std::string(name_of(encoding)), told, findings);
    }
    if (!small_.cells.empty()) report_all(rule::legacy_capital, "TCVN3", small_, findings);
}

void Conversion::apply(const Decision& decision, Findings& findings) {
    const std::string encoding(name_of(decision.encoding));
    const auto tell = [&](const Rule& r, std::map<std::string, std::string> args) {
        args["before"] = printable(decision.before);
        args["after"] = printable(decision.after);
        args["encoding"] = encoding;
        args["count"] = std::to_string(decision.cells.size());
        report(findings, r, places_of(decision.cells), std::move(args));
    };
    const bool strange = decision.verdict == Verdict::Strange;
    // What cannot stand in a cell as it is is told as that, and no question.
    if ((strange || decision.verdict == Verdict::Ask) && find_refused_character(decision.before)) {
        return;
    }
    if (strange) return tell(rule::strange_text, {});
    for (const std::size_t i : decision.cells) decided_[i] = true;
    const bool ask = decision.verdict == Verdict::Ask || !fits_a_cell(decision.after);
    for (const std::size_t i : decision.cells) {
        Cell& cell = sheet_.cells[i];
        cell.kind = ask ? CellKind::Error : CellKind::Text;
        cell.text = ask ? std::string(kUnreadableCell) : decision.after;
    }
    if (ask)
        return tell(decision.after.empty() ? rule::legacy_unreadable : rule::legacy_ambiguous, {});
    if (decision.verdict == Verdict::Doubt) tell(rule::legacy_doubtful, {{"word", decision.word}});
    if (decision.encoding == Legacy::Tcvn3 && !small_beginning(decision.after).empty()) {
        small_.add(decision.cells, [&] { return '"' + decision.after + '"'; });
    }
    converted_[decision.encoding].add(
        decision.cells, [&] { return arrow(printable(decision.before), decision.after); });
}

void Conversion::Told::add(const std::vector<std::size_t>& more,
                           const std::function<std::string()>& example) {
    cells.insert(cells.end(), more.begin(), more.end());
    if (examples.size() < kExamples) examples.push_back(example());
}

std::string Conversion::Told::shown() const {
    std::string list;
    for (const std::string& example : examples) list += (list.empty() ? "" : "; ") + example;
    return list;
}

void Conversion::report_all(const Rule& told_rule, const std::string& encoding, const Told& told,
                            Findings& findings) const {
    report(findings, told_rule, places_of(told.cells),
           {{"encoding", encoding},
            {"examples", told.shown()},
            {"columns", columns_of(told.cells)},
            {"count", std::to_string(told.cells.size())}});
}

std::string Conversion::columns_of(const std::vector<std::size_t>& cells) const {
    std::set<std::uint32_t> columns;
    for (const std::size_t i : cells) columns.insert(sheet_.cells[i].column);
    std::string list;
    for (const std::uint32_t column : columns) {
        if (column == 0) return "";
        const std::string name = cell_name(1, column);
        list += (list.empty() ? " (" : ", ") + name.substr(0, name.size() - 1);
    }
    return list + ")";
}

std::vector<Location> Conversion::places_of(const std::vector<std::size_t>& cells) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted;
    for (const std::size_t i : cells)
        sorted.emplace_back(sheet_.cells[i].row, sheet_.cells[i].column);
    std::sort(sorted.begin(), sorted.end());
    std::vector<Location> places;
    places.reserve(sorted.size());
    for (const auto& [row, column] : sorted) places.push_back({sheet_.origin, row, column});
    return places;
}

void replace_eths(Sheet& sheet, const std::vector<std::size_t>& cells, Findings& findings) {
    std::vector<Location> places;
    std::string example;
    for (const std::size_t i : cells) {
        Cell& cell = sheet.cells[i];
        std::u32string text = code_points(cell.text);
        if (cell.kind != CellKind::Text || !replace_eth(text)) continue;
        std::string after = to_utf8(text);
        if (places.empty()) example = arrow(cell.text, after);
        cell.text = std::move(after);
        places.push_back({sheet.origin, cell.row, cell.column});
    }
    if (places.empty()) return;
    std::sort(places.begin(), places.end());
    const std::string count = std::to_string(places.size());
    report(findings, rule::letter_eth, std::move(places), {{"example", example}, {"count", count}});
}

}  // namespace hoso
