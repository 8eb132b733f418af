// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/likeness.h"

#include <algorithm>
#include <string>
#include <vector>

#include "vocabulary/text.h"

namespace hoso {

namespace {

// Longer headings are prose: they are compared by their beginning.
constexpr std::size_t longest = 60;

std::vector<std::string> words_of(std::string_view text) {
    std::string plain;
    for (const char c : text.substr(0, longest)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0;
        plain += letter ? c : ' ';
    }
    std::vector<std::string> words = split(plain, ' ');
    std::erase(words, "");
    return words;
}

std::string letters_of(const std::vector<std::string>& words) {
    std::string letters;
    for (const std::string& word : words) letters += word;
    return letters;
}

// `brief` is made of the beginnings of all words of `full`, in order.
bool shortens(const std::string& brief, const std::vector<std::string>& full) {
    if (brief.size() < 2 || full.size() < 2) return false;
    std::vector<bool> reached(brief.size() + 1, false);
    reached[0] = true;
    for (const std::string& word : full) {
        std::vector<bool> next(brief.size() + 1, false);
        for (std::size_t at = 0; at < brief.size(); ++at) {
            if (!reached[at]) continue;
            for (std::size_t n = 0;
                 n < word.size() && at + n < brief.size() && brief[at + n] == word[n]; ++n) {
                next[at + n + 1] = true;
            }
        }
        reached = std::move(next);
    }
    return reached[brief.size()];
}

}  // namespace

int likeness(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return 0;
    if (a == b) return 100;
    const auto first = words_of(a), second = words_of(b);
    if (first.empty() || second.empty()) return 0;
    const std::string left = letters_of(first), right = letters_of(second);
    if (left == right) return 95;
    if (shortens(left, second) || shortens(right, first))
        return std::min(left.size(), right.size()) >= 4 ? 90 : 70;
    auto some = first, others = second;
    std::sort(some.begin(), some.end());
    std::sort(others.begin(), others.end());
    std::vector<std::string> shared;
    std::set_intersection(some.begin(), some.end(), others.begin(), others.end(),
                          std::back_inserter(shared));
    return static_cast<int>(200 * shared.size() / (some.size() + others.size()));
}

}  // namespace hoso
