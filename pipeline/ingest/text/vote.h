// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "ingest/text/detect.h"

namespace hoso {

// Votes: a text that an encoding heals has one, and up to two more for words that are known. A
// sheet is decided by three, if no other encoding has more than half as many.
inline constexpr int kEnoughVotes = 3, kVoteMargin = 2;

// The texts of one sheet that no font tells of.
class Vote {
public:
    // `decisions`: those made by fonts; what is decided here is added.
    Vote(const std::vector<Cell>& cells, std::vector<Decision>& decisions);
    void add(const Suspect& suspect);
    void decide();

private:
    struct Ballot {
        const Suspect* suspect;
        std::array<Reading, kLegacy.size()> readings;
    };
    // What a column shows of both kinds, by row.
    struct Column {
        std::uint32_t first = 0, last = 0;
        std::size_t converted = 0;
        std::vector<std::uint32_t> unicode;
    };
    [[nodiscard]] std::optional<Legacy> winner() const;
    void decide(const Ballot& ballot);
    void decide_between();
    [[nodiscard]] std::map<std::uint32_t, Column> survey() const;
    static std::optional<Verdict> between(const Cell& cell, const Reading& reading,
                                          const Column* column, bool no_unicode);

    const std::vector<Cell>& cells_;
    std::vector<Decision>& decisions_;
    std::array<int, kLegacy.size()> votes_{};
    std::vector<Ballot> ballots_;
    std::optional<Legacy> winner_;
};

Decision make_decision(Verdict verdict, Legacy encoding, std::vector<std::size_t> cells,
                       Reading reading);

}  // namespace hoso
