// SPDX-License-Identifier: Apache-2.0
#include "validate/typing/words.h"

#include <algorithm>
#include <map>

#include "assess/levels.h"
#include "validate/setting.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool in_exponent_form(const std::string& text) {
    const auto e = text.find_first_of("eE");
    if (e == std::string::npos || e == 0) return false;
    std::string power = text.substr(e + 1);
    if (!power.empty() && power.front() == '+') power.erase(0, 1);
    const std::string front = text.substr(0, e);
    return all_digits(power) && front.find_first_not_of("0123456789.,") == std::string::npos;
}

std::string term_id(const std::string& text) {
    if (text == "HK1" || text == "HK2" || text == "CN") return text;
    const std::string key = squeezed(text);
    if (key == "hk1" || key == "hki" || key == "i" || key == "1" || key == "hocky1" ||
        key == "hocki1" || key == "hockyi" || key == "hockii") {
        return "HK1";
    }
    if (key == "hk2" || key == "hkii" || key == "ii" || key == "2" || key == "hocky2" ||
        key == "hocki2" || key == "hockyii" || key == "hockiii") {
        return "HK2";
    }
    return key == "cn" || key == "canam" ? "CN" : text;
}

std::string pack_words(const std::string& pack) {
    return is_tt22(pack) ? "Thông tư 22" : "Thông tư 58";
}

std::string levels_of(const std::string& pack, bool learning) {
    if (is_tt22(pack)) return "Tốt, Khá, Đạt, Chưa đạt";
    return learning ? "Giỏi, Khá, Trung bình, Yếu, Kém" : "Tốt, Khá, Trung bình, Yếu";
}

std::string level_words(const std::string& pack, bool learning, const std::string& text) {
    if (is_tt22(pack)) {
        const auto level = learning_tt22(text);
        return level ? words_of(*level) : "";
    }
    if (learning) {
        const auto level = learning_tt58(text);
        return level ? words_of(*level) : "";
    }
    const auto level = conduct_tt58(text);
    return level ? words_of(*level) : "";
}

std::string outcome_words(const std::string& text, bool tt22) {
    const std::string key = squeezed(text);
    const auto begins = [&](std::string_view words) {
        return key.compare(0, words.size(), words) == 0;
    };
    if (begins("duoclenlop") || begins("lenlop")) return "Được lên lớp";
    if (begins("khongduoclenlop") || begins("olailop") || begins("khonglenlop")) {
        return tt22 ? "Không được lên lớp" : "Ở lại lớp";
    }
    if (begins("kiemtra")) return tt22 ? "Kiểm tra, đánh giá lại" : "Kiểm tra lại các môn";
    if (begins("renluyen")) {
        return tt22 ? "Rèn luyện trong kì nghỉ hè" : "Rèn luyện hạnh kiểm trong hè";
    }
    return "";
}

std::string mark_column(const std::string& text) {
    std::string key = squeezed(text);
    if (key.compare(0, 3, "ddg") == 0) key.erase(0, 3);
    if (key == "ck" || key == "cuoiki" || key == "cuoiky") return "ck";
    if (key == "gk" || key == "giuaki" || key == "giuaky") return "gk";
    const bool regular =
        key.size() == 3 && key.compare(0, 2, "tx") == 0 && key[2] >= '1' && key[2] <= '5';
    return regular ? key : "";
}

std::string heading_of(const ColumnType& column) {
    static const std::map<std::string, std::string> names = {{"pupil", "Mã học sinh"},
                                                             {"moet_code", "Mã MOET"},
                                                             {"register_no", "Sổ đăng bộ"},
                                                             {"conduct", "Hạnh kiểm/KQRL"},
                                                             {"learning", "Học lực/KQHT"},
                                                             {"date", "Ngày"},
                                                             {"absent_p", "P"},
                                                             {"absent_k", "K"},
                                                             {"total", "TS"}};
    const auto known = names.find(column.name);
    if (known != names.end()) return known->second;
    return column.headings.empty() ? column.name : column.headings.front();
}

std::string tidy(const std::string& text) {
    bool blank = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        // C2, E2, E3, EF: where no-break and zero-width blanks begin in UTF-8.
        const bool suspect =
            byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
        if (suspect || (c == ' ' && blank)) return clean(text);
        blank = c == ' ';
    }
    return text.empty() || !blank ? text : clean(text);
}

}  // namespace hoso
