// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/vote.h"

#include <algorithm>

#include "ingest/text/letters.h"
#include "ingest/text/syllable.h"

namespace hoso {

namespace {

constexpr std::size_t index_of(Legacy encoding) { return static_cast<std::size_t>(encoding); }

std::vector<FontRun> in_encoding(const std::vector<FontRun>& runs, Legacy encoding) {
    std::u32string text;
    for (const FontRun& run : runs) text += run.text;
    return {{std::move(text), LegacyFont{encoding, false}}};
}

int votes_of(const Reading& reading) {
    if (!reading.decoded_good() || reading.through_1258) return 0;
    return 1 + std::min(reading.decoded_look.known, 2);
}

bool is_ascii(std::string_view utf8) {
    return std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; });
}

bool has_unicode_vietnamese(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char32_t c) { return c >= 0x100 && vietnamese_letter(c).has_value(); });
}

bool is_latin(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0x80; }) &&
           std::all_of(text.begin(), text.end(),
                       [](char32_t c) { return windows_1252_byte(c).has_value(); });
}

}  // namespace

Decision make_decision(Verdict verdict, Legacy encoding, std::vector<std::size_t> cells,
                       Reading reading) {
    return {verdict,
            encoding,
            std::move(cells),
            std::move(reading.as_is),
            std::move(reading.decoded).value_or(""),
            std::move(reading.doubtful_word)};
}

Vote::Vote(const std::vector<Cell>& cells, std::vector<Decision>& decisions)
    : cells_(cells), decisions_(decisions) {
    for (const Decision& made : decisions) votes_[index_of(made.encoding)] = kEnoughVotes;
}

void Vote::add(const Suspect& suspect) {
    Ballot ballot{&suspect, {}};
    const std::vector<FontRun> runs = runs_of(suspect);
    for (const Legacy encoding : kLegacy) {
        Reading& reading = ballot.readings[index_of(encoding)];
        reading = read_both_ways(in_encoding(runs, encoding));
        votes_[index_of(encoding)] += votes_of(reading);
    }
    ballots_.push_back(std::move(ballot));
}

void Vote::decide() {
    if (ballots_.empty()) return;
    winner_ = winner();
    for (const Ballot& ballot : ballots_) decide(ballot);
    if (winner_) decide_between();
}

std::optional<Legacy> Vote::winner() const {
    std::array<int, kLegacy.size()> sorted = votes_;
    std::sort(sorted.rbegin(), sorted.rend());
    if (sorted[0] < kEnoughVotes || sorted[0] < kVoteMargin * sorted[1]) return std::nullopt;
    return kLegacy[static_cast<std::size_t>(std::find(votes_.begin(), votes_.end(), sorted[0]) -
                                            votes_.begin())];
}

void Vote::decide(const Ballot& ballot) {
    const auto add = [&](Verdict verdict, Legacy encoding) {
        decisions_.push_back(make_decision(verdict, encoding, ballot.suspect->cells,
                                           ballot.readings[index_of(encoding)]));
    };
    const auto votes = [&](Legacy e) { return votes_of(ballot.readings[index_of(e)]); };
    if (winner_ && votes(*winner_) > 0) return add(Verdict::Convert, *winner_);
    const Legacy best = *std::max_element(kLegacy.begin(), kLegacy.end(),
                                          [&](Legacy a, Legacy b) { return votes(a) < votes(b); });
    if (votes(best) > 0) {
        // A sheet may hold two encodings, each with votes enough of its own.
        const bool second = winner_ && votes_[index_of(best)] >= kEnoughVotes;
        return add(second ? Verdict::Convert : Verdict::Ask, best);
    }
    // A foreign word stays as it is, unless the winner reads a part of it.
    if (winner_ && ballot.readings[index_of(*winner_)].decoded_look.possible > 0) {
        return add(Verdict::Ask, *winner_);
    }
    if (has_sign_in_word(code_points(ballot.readings[0].as_is))) add(Verdict::Strange, best);
}

// Cells that read well as they stand and as the winner reads them.
void Vote::decide_between() {
    const std::map<std::uint32_t, Column> columns = survey();
    const bool no_unicode = std::all_of(columns.begin(), columns.end(), [](const auto& column) {
        return column.second.unicode.empty();
    });
    std::vector<bool> mentioned(cells_.size());
    for (const Decision& made : decisions_) {
        for (const std::size_t i : made.cells) mentioned[i] = true;
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (cells_[i].kind != CellKind::Text || mentioned[i] || is_ascii(cells_[i].text)) continue;
        const std::u32string text = code_points(cells_[i].text);
        if (!is_latin(text)) continue;
        const Reading reading = read_both_ways({{text, LegacyFont{*winner_, false}}});
        if (!reading.look.good() || !reading.decoded_good() || reading.decoded == reading.as_is) {
            continue;
        }
        const auto found = columns.find(cells_[i].column);
        const Column* column = found == columns.end() ? nullptr : &found->second;
        if (const auto verdict = between(cells_[i], reading, column, no_unicode)) {
            decisions_.push_back(make_decision(*verdict, *winner_, {i}, reading));
        }
    }
}

std::optional<Verdict> Vote::between(const Cell& cell, const Reading& reading, const Column* column,
                                     bool no_unicode) {
    const int known = reading.known_words();
    if (no_unicode) return known < 0 ? Verdict::Ask : Verdict::Convert;
    if (!column || column->converted == 0 || known < 0) return std::nullopt;
    const auto inside = static_cast<std::size_t>(std::count_if(
        column->unicode.begin(), column->unicode.end(),
        [&](std::uint32_t row) { return row >= column->first && row <= column->last; }));
    if (inside >= 3 * column->converted) return std::nullopt;
    const bool within = cell.row >= column->first && cell.row <= column->last;
    return (within && inside == 0) || known > 0 ? Verdict::Convert : Verdict::Ask;
}

std::map<std::uint32_t, Vote::Column> Vote::survey() const {
    std::map<std::uint32_t, Column> columns;
    for (const Decision& made : decisions_) {
        if (made.verdict == Verdict::Ask || made.verdict == Verdict::Strange) continue;
        for (const std::size_t i : made.cells) {
            const Cell& cell = cells_[i];
            Column& column = columns[cell.column];
            column.first = column.converted == 0 ? cell.row : std::min(column.first, cell.row);
            column.last = std::max(column.last, cell.row);
            ++column.converted;
        }
    }
    for (const Cell& cell : cells_) {
        if (cell.kind == CellKind::Text && !is_ascii(cell.text) &&
            has_unicode_vietnamese(code_points(cell.text))) {
            columns[cell.column].unicode.push_back(cell.row);
        }
    }
    return columns;
}

}  // namespace hoso
