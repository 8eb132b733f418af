// SPDX-License-Identifier: Apache-2.0
#include "assess/levels.h"

#include <utility>

#include "vocabulary/text.h"

namespace hoso {

namespace {

template <class Level, std::size_t n>
std::optional<Level> look_up(const std::pair<std::string_view, Level> (&words)[n],
                             std::string_view text) {
    const std::string key = match_key(text);
    for (const auto& [word, level] : words) {
        if (word == key) return level;
    }
    return std::nullopt;
}

}  // namespace

std::string words_of(LearningTT58 level) {
    static constexpr const char* words[] = {"Kém", "Yếu", "Trung bình", "Khá", "Giỏi"};
    return words[static_cast<std::size_t>(level)];
}

std::string words_of(LearningTT22 level) {
    static constexpr const char* words[] = {"Chưa đạt", "Đạt", "Khá", "Tốt"};
    return words[static_cast<std::size_t>(level)];
}

std::string words_of(ConductTT58 level) {
    static constexpr const char* words[] = {"Yếu", "Trung bình", "Khá", "Tốt"};
    return words[static_cast<std::size_t>(level)];
}

std::string words_of(ConductTT22 level) { return words_of(static_cast<LearningTT22>(level)); }

std::optional<LearningTT58> learning_tt58(std::string_view text) {
    using L = LearningTT58;
    static constexpr std::pair<std::string_view, L> words[] = {
        {"g", L::Gioi},           {"gioi", L::Gioi},       {"k", L::Kha},
        {"kha", L::Kha},          {"tb", L::TrungBinh},    {"trung binh", L::TrungBinh},
        {"t.binh", L::TrungBinh}, {"tbinh", L::TrungBinh}, {"y", L::Yeu},
        {"yeu", L::Yeu},          {"kem", L::Kem}};
    return look_up(words, text);
}

std::optional<LearningTT22> learning_tt22(std::string_view text) {
    using L = LearningTT22;
    static constexpr std::pair<std::string_view, L> words[] = {
        {"t", L::Tot}, {"tot", L::Tot}, {"k", L::Kha},      {"kha", L::Kha},
        {"d", L::Dat}, {"dat", L::Dat}, {"cd", L::ChuaDat}, {"chua dat", L::ChuaDat}};
    return look_up(words, text);
}

std::optional<ConductTT58> conduct_tt58(std::string_view text) {
    using C = ConductTT58;
    static constexpr std::pair<std::string_view, C> words[] = {{"t", C::Tot},
                                                               {"tot", C::Tot},
                                                               {"k", C::Kha},
                                                               {"kha", C::Kha},
                                                               {"tb", C::TrungBinh},
                                                               {"trung binh", C::TrungBinh},
                                                               {"t.binh", C::TrungBinh},
                                                               {"tbinh", C::TrungBinh},
                                                               {"y", C::Yeu},
                                                               {"yeu", C::Yeu}};
    return look_up(words, text);
}

std::optional<ConductTT22> conduct_tt22(std::string_view text) {
    const auto level = learning_tt22(text);
    if (!level) return std::nullopt;
    return static_cast<ConductTT22>(*level);
}

std::optional<bool> passed(std::string_view text) {
    const auto level = learning_tt22(text);
    if (level == LearningTT22::Dat) return true;
    if (level == LearningTT22::ChuaDat) return false;
    return std::nullopt;
}

}  // namespace hoso
