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

// Each word of `brief` is a word of `full`, its beginning, or the initials of several: walked once,
// from left to right.
bool shortens(const std::vector<std::string>& brief, const std::vector<std::string>& full) {
    std::size_t at = 0;
    for (const std::string& word : brief) {
        if (at == full.size()) return false;
        if (full[at].rfind(word, 0) == 0 && word.size() > 1) {
            ++at;
            continue;
        }
        for (const char initial : word) {
            if (at == full.size() || full[at].front() != initial) return false;
            ++at;
        }
    }
    return at == full.size();
}

std::vector<std::string> pairs_of(const std::vector<std::string>& words) {
    std::vector<std::string> pairs;
    for (const std::string& word : words) {
        const std::string framed = " " + word + " ";
        for (std::size_t i = 0; i + 1 < framed.size(); ++i) pairs.push_back(framed.substr(i, 2));
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace

int likeness(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return 0;
    if (a == b) return 100;
    const auto first = words_of(a), second = words_of(b);
    if (first.empty() || second.empty()) return 0;
    if (shortens(first, second) || shortens(second, first)) return 90;
    const auto left = pairs_of(first), right = pairs_of(second);
    std::vector<std::string> shared;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                          std::back_inserter(shared));
    return static_cast<int>(200 * shared.size() / (left.size() + right.size()));
}

}  // namespace hoso
