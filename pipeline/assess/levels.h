// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assess/assess.h"

namespace hoso {

// The full words, as datasets and summaries have them.
std::string words_of(LearningTT58 level);
std::string words_of(LearningTT22 level);
std::string words_of(ConductTT58 level);
std::string words_of(ConductTT22 level);

// Full words and the short forms of exports ("Tb", "T.bình", "CĐ"). The same letter means different
// things by column and circular, hence four functions.
std::optional<LearningTT58> learning_tt58(std::string_view text);
std::optional<LearningTT22> learning_tt22(std::string_view text);
std::optional<ConductTT58> conduct_tt58(std::string_view text);
std::optional<ConductTT22> conduct_tt22(std::string_view text);

// "Đ" "Đạt" → true, "CĐ" "Chưa đạt" → false.
std::optional<bool> passed(std::string_view text);

inline bool is_tt22(std::string_view pack) { return pack == "tt22"; }

}  // namespace hoso
