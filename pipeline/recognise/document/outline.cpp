// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/outline.h"

#include <algorithm>
#include <set>

#include "recognise/document/table_check.h"

namespace hoso {

namespace {

// A line may be the heading of a section; behind the heading stands `rest` of it.
struct Candidate {
    std::size_t line = 0;
    bool says_more = false;
};

constexpr std::size_t most_candidates = 200;

class OutlineReader {
public:
    OutlineReader(const std::vector<FlowLine>& flow, const TextDocument& document)
        : flow_(flow), document_(document) {
        outline_.first = flow.size();
        for (const FlowLine& line : flow) {
            if (line.table < 0) continue;
            for (const char* words : {"(ky ", "(ky,", "(ky)", "ghi ro ho"}) {
                if (line.folded.key.find(words) != std::string::npos) signed_.insert(line.table);
            }
        }
    }

    Outline read(const std::vector<OutlineSection>& sections) {
        level(sections, nullptr, 0, 0, flow_.size());
        return std::move(outline_);
    }

private:
    using Found = std::vector<std::vector<Candidate>>;  // by section

    // Sections side by side in the lines from `begin` to `end`.
    void level(const std::vector<OutlineSection>& sections, const OutlineSection* parent,
               unsigned depth, std::size_t begin, std::size_t end) {
        Found candidates;
        for (const OutlineSection& section : sections)
            candidates.push_back(look_for(section, begin, end));
        std::vector<int> chosen = in_order(candidates);
        std::set<std::size_t> headings;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            if (chosen[i] < 0) continue;
            headings.insert(candidates[i][static_cast<std::size_t>(chosen[i])].line);
            if (!sections[i].repeats) continue;
            for (const Candidate& other : candidates[i]) headings.insert(other.line);
        }
        std::vector<bool> misplaced(sections.size(), false);
        for (std::size_t i = 0; i < sections.size(); ++i) {
            for (std::size_t c = 0; chosen[i] < 0 && c < candidates[i].size(); ++c) {
                if (!headings.insert(candidates[i][c].line).second) continue;
                chosen[i] = static_cast<int>(c);
                misplaced[i] = true;
            }
        }
        const auto behind = [&](std::size_t line) {
            const auto next = headings.upper_bound(line);
            return next == headings.end() ? end : *next;
        };
        std::size_t above = begin;  // where the section before ends
        for (std::size_t i = 0; i < sections.size(); ++i) {
            if (chosen[i] < 0) {
                missing(sections[i], parent, depth, above);
                continue;
            }
            const bool all = sections[i].repeats && !misplaced[i];
            for (std::size_t c = all ? 0 : static_cast<std::size_t>(chosen[i]);
                 c < candidates[i].size(); ++c) {
                const Candidate& candidate = candidates[i][c];
                present(sections[i], parent, depth, candidate, behind(candidate.line),
                        misplaced[i]);
                if (!misplaced[i]) above = behind(candidate.line);
                if (!all) break;
            }
        }
    }

    [[nodiscard]] std::vector<Candidate> look_for(const OutlineSection& section, std::size_t begin,
                                                  std::size_t end) const {
        std::vector<Candidate> numbered, others;
        for (std::size_t i = begin; i < end; ++i) {
            const FlowLine& line = flow_[i];
            if (line.kind == FlowLine::Kind::Joined) continue;
            const bool fits = line.number.kind != Numbering::None &&
                              (!section.numbering || *section.numbering == line.number.kind);
            const bool bare = line.number.kind == Numbering::None && line.table < 0;
            if (!fits && !bare) continue;
            const auto rest = heading_rest(section, line);
            if (!rest) continue;
            // Without a number only what looks like a heading is one.
            const bool ends = rest->empty() || rest->front() == ':' || rest->front() == '(' ||
                              rest->front() == '.';
            if (bare && !(ends && (line.heading || rest->empty() || rest->front() == ':')) &&
                !(line.heading && !section.numbering)) {
                continue;
            }
            auto& list = fits ? numbered : others;
            if (list.size() < most_candidates) list.push_back({i, says_more(*rest)});
        }
        if (!numbered.empty() && section.numbering) return numbered;
        numbered.insert(numbered.end(), others.begin(), others.end());
        std::sort(numbered.begin(), numbered.end(),
                  [](const Candidate& a, const Candidate& b) { return a.line < b.line; });
        return numbered;
    }

    // What stands behind the heading; nullopt: the line does not begin with it.
    static std::optional<std::string> heading_rest(const OutlineSection& section,
                                                   const FlowLine& line) {
        const FoldedText text = without_first(line.folded, line.number.length);
        for (const Pattern& pattern : section.headings) {
            if (const auto match = pattern.begins(text, line.text))
                return text.key.substr(match->end);
        }
        return std::nullopt;
    }

    // "Mục tiêu: …" goes on behind the colon; without one a long line is more than a heading.
    static bool says_more(const std::string& rest) {
        constexpr std::size_t longest_heading = 60;
        const auto colon = rest.find(':');
        if (colon == std::string::npos) return rest.size() > longest_heading;
        return hoso::says_something(std::string_view(rest).substr(colon + 1));
    }

    // For each section a candidate, such that their lines rise and as many as possible have one;
    // -1: none. Of several such choices the one with the earliest lines.
    static std::vector<int> in_order(const Found& candidates) {
        struct Step {
            std::size_t length = 1;
            int section = -1, candidate = -1;  // the one before
        };
        std::vector<std::vector<Step>> steps(candidates.size());
        int last_section = -1, last_candidate = -1;
        std::size_t longest = 0;
        const auto line_of = [&](int section, int candidate) {
            return candidates[static_cast<std::size_t>(section)]
                             [static_cast<std::size_t>(candidate)]
                                 .line;
        };
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            for (std::size_t c = 0; c < candidates[i].size(); ++c) {
                Step step;
                for (std::size_t j = 0; j < i; ++j) {
                    for (std::size_t k = 0; k < candidates[j].size(); ++k) {
                        if (candidates[j][k].line >= candidates[i][c].line) break;
                        if (steps[j][k].length < step.length) continue;
                        const std::size_t before =
                            step.section < 0 ? SIZE_MAX : line_of(step.section, step.candidate);
                        if (steps[j][k].length + 1 == step.length &&
                            candidates[j][k].line >= before) {
                            continue;
                        }
                        step = {steps[j][k].length + 1, static_cast<int>(j), static_cast<int>(k)};
                    }
                }
                steps[i].push_back(step);
                if (step.length < longest) continue;
                if (step.length == longest &&
                    candidates[i][c].line >= line_of(last_section, last_candidate)) {
                    continue;
                }
                longest = step.length;
                last_section = static_cast<int>(i);
                last_candidate = static_cast<int>(c);
            }
        }
        std::vector<int> chosen(candidates.size(), -1);
        while (last_section >= 0) {
            const auto at = static_cast<std::size_t>(last_section);
            chosen[at] = last_candidate;
            const Step& step = steps[at][static_cast<std::size_t>(last_candidate)];
            last_section = step.section;
            last_candidate = step.candidate;
        }
        return chosen;
    }

    void present(const OutlineSection& shape, const OutlineSection* parent, unsigned depth,
                 const Candidate& candidate, std::size_t end, bool misplaced) {
        PlacedSection section;
        section.shape = &shape;
        section.parent = parent;
        section.depth = depth;
        section.line = candidate.line;
        section.state = misplaced ? SectionState::Misplaced : SectionState::Found;
        count(shape, true);
        outline_.first = std::min(outline_.first, candidate.line);
        const bool leaf = shape.sections.empty() && shape.columns.empty();
        if (leaf && !candidate.says_more && !says_something(candidate.line + 1, end)) {
            section.state = SectionState::Empty;
        }
        if (!shape.columns.empty()) check_table(section, end);
        outline_.sections.push_back(std::move(section));
        if (!shape.sections.empty())
            level(shape.sections, &shape, depth + 1, candidate.line + 1, end);
    }

    void missing(const OutlineSection& shape, const OutlineSection* parent, unsigned depth,
                 std::size_t above) {
        PlacedSection section;
        section.shape = &shape;
        section.parent = parent;
        section.depth = depth;
        section.below_nothing = above == 0;
        section.line = above == 0 ? 0 : above - 1;
        while (section.line > 0 && flow_[section.line].kind == FlowLine::Kind::Joined) {
            --section.line;
        }
        count(shape, false);
        outline_.sections.push_back(std::move(section));
    }

    void count(const OutlineSection& shape, bool found) {
        if (!shape.missing) return;
        ++outline_.demanded;
        if (found) ++outline_.found;
    }

    // Signatures below the last section are no content of it.
    [[nodiscard]] bool says_something(std::size_t begin, std::size_t end) const {
        return std::any_of(flow_.begin() + static_cast<std::ptrdiff_t>(begin),
                           flow_.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const FlowLine& line) {
                               return line.says_something() && signed_.count(line.table) == 0;
                           });
    }

    // Of the tables below the heading the one that lacks least.
    void check_table(PlacedSection& section, std::size_t end) const {
        section.lacks_table = true;
        std::size_t fewest = SIZE_MAX;
        std::set<int> seen;
        for (std::size_t i = section.line + 1; i < end; ++i) {
            const int table = flow_[i].table;
            if (table < 0 || !seen.insert(table).second) continue;
            const TableCheck check = check_columns(
                document_.tables[static_cast<std::size_t>(table)], section.shape->columns);
            // A table of a few signatures is not the one that is meant.
            if (check.missing.size() == section.shape->columns.size()) continue;
            if (check.missing.size() >= fewest) continue;
            fewest = check.missing.size();
            section.lacks_table = false;
            section.table = table;
            section.columns = check.missing;
            if (check.rows == 0 && section.state == SectionState::Found) {
                section.state = SectionState::Empty;
            }
        }
    }

    const std::vector<FlowLine>& flow_;
    const TextDocument& document_;
    std::set<int> signed_;  // tables of signatures
    Outline outline_;
};

}  // namespace

Outline outline_of(const std::vector<FlowLine>& flow, const TextDocument& document,
                   const std::vector<OutlineSection>& sections) {
    return OutlineReader(flow, document).read(sections);
}

}  // namespace hoso
