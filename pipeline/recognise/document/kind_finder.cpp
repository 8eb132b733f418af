// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/kind_finder.h"

#include <algorithm>
#include <tuple>

namespace hoso {

namespace {

constexpr std::size_t not_there = SIZE_MAX;

// What the lines near the top begin with; titles are often set in two paragraphs.
class TopLines {
public:
    explicit TopLines(const std::vector<FlowLine>& flow) {
        const FlowLine* last = nullptr;
        for (const FlowLine& line : flow) {
            if (line.kind == FlowLine::Kind::Joined) continue;
            if (texts_.size() >= key_lines) break;
            texts_.emplace_back(line.text, line.folded);
            if (last && last->table == line.table) {
                std::string both = last->text + " " + line.text;
                FoldedText folded = fold(both);
                pairs_.emplace_back(std::move(both), std::move(folded));
            }
            last = &line;
        }
    }

    // The number of the first one; not_there: none.
    [[nodiscard]] std::size_t find(const Pattern& pattern) const {
        std::size_t first = not_there;
        for (const auto* texts : {&texts_, &pairs_}) {
            const auto found = std::find_if(texts->begin(), texts->end(), [&](const auto& text) {
                return pattern.begins(text.second, text.first).has_value();
            });
            if (found == texts->end()) continue;
            first = std::min(first, static_cast<std::size_t>(found - texts->begin()));
        }
        return first;
    }

private:
    std::vector<std::pair<std::string, FoldedText>> texts_, pairs_;
};

// 0 … 100 of the sections that must be there.
std::size_t share(const Outline& outline) {
    return outline.demanded == 0 ? 0 : 100 * outline.found / outline.demanded;
}

constexpr std::size_t convincing_share = 60;

}  // namespace

KindSearch find_kind(const std::vector<FlowLine>& flow, const TextDocument& document,
                     const std::vector<DocumentKind>& kinds) {
    const TopLines top(flow);
    KindSearch search;
    std::tuple<std::size_t, std::size_t, std::size_t> best{};
    std::tuple<std::size_t, std::size_t> nearest{};
    for (const DocumentKind& kind : kinds) {
        std::vector<std::string> lacks;
        std::size_t first = not_there;
        for (const Pattern& key : kind.keys) {
            const std::size_t line = top.find(key);
            if (line == not_there) lacks.push_back(key.shown());
            first = std::min(first, line);
        }
        Outline outline = outline_of(flow, document, kind.sections);
        if (lacks.empty()) {
            const std::tuple rank{kind.keys.size(), not_there - first, share(outline)};
            if (rank <= best) continue;
            best = rank;
            search.found = &kind;
            search.outline = std::move(outline);
            continue;
        }
        const std::size_t keys = kind.keys.size() - lacks.size();
        if (keys == 0 && share(outline) < convincing_share) continue;
        const std::tuple rank{100 * keys / kind.keys.size() + share(outline), kind.keys.size()};
        if (rank <= nearest) continue;
        nearest = rank;
        search.nearest = &kind;
        search.lacks = std::move(lacks);
    }
    return search;
}

}  // namespace hoso
