// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

#include "ingest/text/letters.h"

namespace hoso {

namespace {

using namespace std::string_view_literals;

// In the spelling of Letter::sound. The clusters at the end are those of names and places of the
// Central Highlands and the north-west (Krông Pắc, Plei Ku, Đắk Mil), which stand in pupils' data.
constexpr std::array kInitials{
    "ngh"sv, "ng"sv, "nh"sv, "ch"sv, "gh"sv, "gi"sv, "kh"sv, "ph"sv, "qu"sv, "th"sv, "tr"sv,
    "kr"sv,  "pr"sv, "pl"sv, "bl"sv, "br"sv, "b"sv,  "c"sv,  "D"sv,  "d"sv,  "g"sv,  "h"sv,
    "k"sv,   "l"sv,  "m"sv,  "n"sv,  "p"sv,  "r"sv,  "s"sv,  "t"sv,  "v"sv,  "x"sv,  ""sv};

constexpr std::u32string_view kRimes =
    U"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây "
    U"e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in ing inh ip it iu "
    U"iê iêc iêm iên iêng iêp iêt iêu o oc oi om on ong ooc oong op ot oa oac oach oai oam oan "
    U"oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôôc ôông "
    U"ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uênh uêu "
    U"uên uơ uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm "
    U"ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu y yc ych yêm yên yêng yêt yêu ym yn ynh yp "
    U"yt yu";

constexpr std::u32string_view kKnown =
    U"nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lương "
    U"trịnh đào tô hà lò lường quàng sùng giàng vàng thào cầm tòng bạc lưu mã chảo tẩn lầu vừ "
    U"hờ mùa cứ giang phùng quách cao chu đàm kiều lâm nông tạ thái triệu trương tống văn thị đức "
    U"hữu đình ngọc thúy thùy thuỷ minh hồng phương hương thảo hải hùng dũng tuấn hằng yến ánh "
    U"quỳnh việt đạt quốc bình nhật bảo khánh hiếu thắng tú tâm vân hạnh nga xuân páo dính "
    U"lớp họ tên trường sở giáo dục đào tạo điểm môn toán ngữ tiếng sử địa vật lí hóa hoá học "
    U"sinh công nghệ thể kì kỳ năm số thứ tự ngày tháng giới tính nữ khá giỏi tốt yếu kém trung "
    U"hiệu trưởng giáo viên chủ nhiệm nhận xét xã huyện tỉnh thị trấn thành phố dân tộc mông "
    U"mường tày đoàn đội chưa hoàn chuyển vắng phép cả bạ sổ và của được không đồng kinh kết quả "
    U"hạnh kiểm rèn luyện miễn thi lại ghi chú cộng hòa xã hội nghĩa độc lập tự hạnh phúc phòng";

std::string sounds_of(std::u32string_view word) {
    std::string sounds;
    for (const char32_t c : word) sounds += vietnamese_letter(c)->sound;
    return sounds;
}

std::u32string lower(std::u32string_view word) {
    std::u32string result;
    for (const char32_t c : word) {
        Letter letter = *vietnamese_letter(c);
        letter.upper = false;
        result += spell(letter);
    }
    return result;
}

template <typename Set, typename Convert>
Set words_of(std::u32string_view list, Convert convert) {
    Set words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(U' '), list.size());
        words.insert(convert(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

bool is_rime(std::string_view sounds) {
    static const auto rimes = words_of<std::set<std::string, std::less<>>>(kRimes, sounds_of);
    return rimes.contains(sounds);
}

bool is_known(std::u32string_view word) {
    static const auto known = words_of<std::set<std::u32string>>(kKnown, lower);
    return known.contains(lower(word));
}

bool ends_in_stop(std::string_view sounds) {
    return sounds.ends_with("ch") ||
           (!sounds.empty() && "cpt"sv.find(sounds.back()) != "cpt"sv.npos);
}

bool is_syllable(std::string_view sounds, Tone tone) {
    if (ends_in_stop(sounds) && tone != Tone::Rising && tone != Tone::Heavy) return false;
    return std::any_of(kInitials.begin(), kInitials.end(), [&](std::string_view initial) {
        return sounds.starts_with(initial) && is_rime(sounds.substr(initial.size()));
    });
}

struct Spelling {
    std::string sounds;
    Tone tone = Tone::Level;
    std::size_t tones = 0, capitals = 0, marked = 0;  // marked: neither ASCII nor đ
    bool first_capital = false, vietnamese = true;
};

Spelling spelling_of(std::u32string_view word) {
    Spelling result;
    for (const char32_t c : word) {
        const auto letter = vietnamese_letter(c);
        if (!letter) {
            result.vietnamese = false;
            return result;
        }
        if (result.sounds.empty()) result.first_capital = letter->upper;
        result.sounds += letter->sound;
        result.capitals += letter->upper ? 1 : 0;
        result.marked += c >= 0x80 && letter->sound != 'D' ? 1 : 0;
        if (letter->tone != Tone::Level) {
            ++result.tones;
            result.tone = letter->tone;
        }
    }
    return result;
}

// "ĐTB", "ĐĐGtx", "HĐ": capitals, Đ among them, and no marked vowel.
bool is_abbreviation(std::u32string_view word) {
    const auto is_ascii_letter = [](char32_t c) {
        return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
    };
    return std::all_of(word.begin(), word.end(),
                       [&](char32_t c) { return c == U'Đ' || is_ascii_letter(c); });
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }
bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

// The signs of Latin-1 and windows-1252 in whose place old encodings have letters.
bool is_sign(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    if (c >= 0x7F && c < 0xC0) return c != 0xA0;
    if (c == 0xD7 || c == 0xF7) return true;
    return c == 0x192 || c == 0x2C6 || c == 0x2DC || (c >= 0x2018 && c <= 0x203A && c != 0x2026) ||
           c == 0x20AC || c == 0x2122;
}
bool is_letter(char32_t c) {
    return is_ascii_letter(c) || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000 && !is_sign(c));
}

// What may touch a word in honest text: «a», “a”, m², 5°C, a·b is none of them.
bool may_open(char32_t c) { return U"«¿¡©®°µ±×‘’“”„‹–—"sv.find(c) != std::u32string_view::npos; }
bool may_close(char32_t c) { return U"»²³°®©ªº™’‘“”›–—"sv.find(c) != std::u32string_view::npos; }

// Dashes and quotation marks may join words; other signs may not.
bool is_joint(char32_t c) { return (c >= 0x2013 && c <= 0x2014) || (c >= 0x2018 && c <= 0x201E); }

void count_word(std::u32string_view word, TextLook& look) {
    while (!word.empty() && may_open(word.front())) word.remove_prefix(1);
    while (!word.empty() && may_close(word.back())) word.remove_suffix(1);
    const bool has_sign = std::any_of(word.begin(), word.end(), is_sign);
    const bool ascii = std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; });
    if ((ascii && !has_sign) || std::none_of(word.begin(), word.end(), is_letter)) return;
    const WordLook seen = has_sign ? WordLook::Impossible : look_at_word(word);
    if (seen == WordLook::Impossible) {
        if (look.impossible++ == 0) look.first_impossible = word;
        return;
    }
    ++look.possible;
    look.known += seen == WordLook::Known ? 1 : 0;
}

void count(std::u32string_view run, TextLook& look) {
    while (!run.empty()) {
        const auto joint = std::find_if(run.begin(), run.end(), is_joint);
        const auto at = static_cast<std::size_t>(joint - run.begin());
        count_word(run.substr(0, at), look);
        run.remove_prefix(std::min(at + 1, run.size()));
    }
}

bool belongs(char32_t c) { return is_letter(c) || is_sign(c) || is_mark(c); }

// The runs of letters and signs of a text.
template <typename Visit>
void for_each_run(std::u32string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && belongs(text[end])) ++end;
        if (end > at) visit(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
}

WordLook look_at_new_word(std::u32string_view word) {
    if (is_abbreviation(word)) return WordLook::Possible;
    const Spelling spelling = spelling_of(word);
    if (!spelling.vietnamese || spelling.tones > 1) return WordLook::Impossible;
    const std::size_t capitals = spelling.capitals;
    const bool cased =
        capitals == 0 || capitals == word.size() || (capitals == 1 && spelling.first_capital);
    if (!cased || !is_syllable(spelling.sounds, spelling.tone)) return WordLook::Impossible;
    return is_known(word) ? WordLook::Known : WordLook::Possible;
}

}  // namespace

WordLook look_at_word(std::u32string_view word) {
    // The pupils of a school share a few hundred words: each is looked at once and then known,
    // until another takes its slot.
    struct Known {
        std::array<char32_t, 12> word{};
        std::uint8_t size = 0;
        WordLook look = WordLook::Impossible;
    };
    constexpr std::size_t kSlots = 4096;
    thread_local std::vector<Known> known(kSlots);
    if (word.empty() || word.size() > std::tuple_size_v<decltype(Known::word)>) {
        return look_at_new_word(word);
    }
    std::uint32_t hash = 2166136261;  // FNV-1a
    for (const char32_t c : word) hash = (hash ^ c) * 16777619;
    Known& slot = known[(hash ^ hash >> 16) % kSlots];
    if (slot.size != word.size() || !std::equal(word.begin(), word.end(), slot.word.begin())) {
        slot.look = look_at_new_word(word);
        slot.size = static_cast<std::uint8_t>(word.size());
        std::copy(word.begin(), word.end(), slot.word.begin());
    }
    return slot.look;
}

TextLook look_at_text(std::u32string_view text) {
    TextLook look;
    for_each_run(text, [&](std::u32string_view run) { count(run, look); });
    return look;
}

bool has_sign_in_word(std::u32string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (is_sign(text[i]) && is_letter(text[i - 1]) && !is_joint(text[i])) {
            std::size_t next = i + 1;
            while (next < text.size() && is_sign(text[next]) && !is_joint(text[next])) ++next;
            if (next < text.size() && is_letter(text[next])) return true;
        }
    }
    return false;
}

}  // namespace hoso
