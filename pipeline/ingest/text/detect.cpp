// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detect.h"

#include <algorithm>
#include <map>

#include "ingest/text/letters.h"
#include "ingest/text/syllable.h"
#include "ingest/text/vote.h"

namespace hoso {

namespace {

std::optional<LegacyFont> font_of(const TextRun& run, const Suspect& suspect) {
    return run.font.empty() ? suspect.font : legacy_font(run.font);
}

std::optional<LegacyFont> font_of(const Suspect& suspect) {
    for (const TextRun& run : *suspect.source) {
        if (const auto font = font_of(run, suspect)) return font;
    }
    return std::nullopt;
}

std::vector<FontRun> all_in_one_font(std::vector<FontRun> runs) {
    const auto told = std::find_if(runs.begin(), runs.end(),
                                   [](const FontRun& run) { return run.font.has_value(); });
    for (FontRun& run : runs) {
        if (!run.font) run.font = LegacyFont{told->font->encoding, false};
    }
    return runs;
}

// The texts in fonts of one encoding.
class FontGroup {
public:
    FontGroup(Legacy encoding, std::size_t unicode) : encoding_(encoding), unicode_(unicode) {}

    void add(const Suspect& suspect) {
        const std::vector<FontRun> runs = runs_of(suspect);
        Reading reading = read_both_ways(runs);
        // A run beside the others that lost its font: "Lß ThÞ ", then "¸nh" in .VnTime.
        if (!reading.look.good() && !reading.decoded_good()) {
            const Reading whole = read_both_ways(all_in_one_font(runs));
            if (whole.decoded_good() && !whole.through_1258) reading = whole;
        }
        if (reading.decoded == reading.as_is) return;
        if (!reading.decoded || (reading.look.good() && !reading.decoded_good())) ++unicode_;
        if (reading.decoded_good() && !reading.look.good()) ++legacy_;
        texts_.emplace_back(&suspect, std::move(reading));
    }
    void decide(std::vector<Decision>& decisions) {
        for (auto& [suspect, reading] : texts_) {
            if (const auto verdict = verdict_of(reading, suspect->certain)) {
                decisions.push_back(
                    make_decision(*verdict, encoding_, suspect->cells, std::move(reading)));
            }
        }
        texts_.clear();
    }

private:
    [[nodiscard]] std::optional<Verdict> verdict_of(const Reading& reading, bool certain) const {
        if (!certain && reading.look.good()) return choice(reading);
        if (!reading.decoded || reading.through_1258) return Verdict::Ask;
        if (reading.decoded_good()) return Verdict::Convert;
        // "José" in .VnTime: all that speaks for the font is the font.
        const bool foreign = !certain && reading.decoded_look.possible == 0 &&
                             !has_sign_in_word(code_points(reading.as_is));
        const bool undone = has_sign_in_word(code_points(*reading.decoded));
        return foreign || undone ? Verdict::Ask : Verdict::Doubt;
    }
    // For a text that is Vietnamese as it stands: that, or what its font says?
    [[nodiscard]] std::optional<Verdict> choice(const Reading& reading) const {
        if (!reading.decoded_good()) return std::nullopt;
        if (unicode_ == 0) return Verdict::Convert;
        if (legacy_ == 0) return std::nullopt;
        const int known = reading.known_words();
        if (known == 0) return Verdict::Ask;
        return known > 0 ? std::optional(Verdict::Convert) : std::nullopt;
    }

    Legacy encoding_;
    std::size_t unicode_, legacy_ = 0;
    std::vector<std::pair<const Suspect*, Reading>> texts_;
};

// How well an encoding reads a text, line by line: one line may hold what it has no letter for.
double score(const std::vector<std::u32string>& lines) {
    Look sum;
    for (const std::u32string& line : lines) {
        const TextLook look = look_at_text(line);
        sum.impossible += look.impossible;
        sum.possible += look.possible;
        sum.known += look.known;
    }
    if (sum.known == 0 && sum.possible < kEnoughVotes) return 0;
    return sum.possible + 2 * sum.known - 6 * sum.impossible;
}

std::vector<std::u32string> lines_of(std::u32string_view text) {
    std::vector<std::u32string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(U'\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

std::vector<FontRun> runs_of(const Suspect& suspect) {
    std::vector<FontRun> runs;
    for (const TextRun& run : *suspect.source) {
        runs.push_back({code_points(run.text), font_of(run, suspect)});
    }
    return runs;
}

std::vector<Decision> decide_legacy(
    const std::vector<Cell>& cells, const std::vector<Suspect>& suspects,
    const std::array<std::size_t, kLegacy.size()>& unicode_in_font) {
    std::vector<Decision> decisions;
    std::map<Legacy, FontGroup> groups;
    for (const Suspect& suspect : suspects) {
        const auto font = font_of(suspect);
        if (!font) continue;
        const std::size_t unicode = unicode_in_font[static_cast<std::size_t>(font->encoding)];
        groups.try_emplace(font->encoding, font->encoding, unicode).first->second.add(suspect);
    }
    for (auto& [encoding, group] : groups) group.decide(decisions);
    Vote vote(cells, decisions);
    for (const Suspect& suspect : suspects) {
        if (!font_of(suspect)) vote.add(suspect);
    }
    vote.decide();
    return decisions;
}

std::optional<TextEncoding> encoding_of_text(std::u32string_view text) {
    struct Candidate {
        TextEncoding encoding;
        std::vector<std::u32string> lines;
        double score;
    };
    const std::vector<std::u32string> lines = lines_of(text);
    std::vector<Candidate> candidates{{{"windows-1252", std::nullopt}, lines, score(lines)}};
    for (const Legacy encoding : kLegacy) {
        if (encoding == Legacy::Utf8) continue;  // damaged in one place, it would be so in all
        Candidate candidate{{name_of(encoding), encoding}, {}, 0};
        for (const std::u32string& line : lines) {
            // What cannot be decoded stays, and looks impossible.
            candidate.lines.push_back(decode_legacy(encoding, line).value_or(line));
        }
        candidate.score = score(candidate.lines);
        candidates.push_back(std::move(candidate));
    }
    const Candidate& best =
        *std::max_element(candidates.begin(), candidates.end(),
                          [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
    const bool certain =
        best.score > 0 &&
        std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
            return c.score * kVoteMargin > best.score && c.lines != best.lines;
        });
    if (!certain) return std::nullopt;
    return best.encoding;
}

}  // namespace hoso
