// SPDX-License-Identifier: Apache-2.0
//
// Column 10 holds the TÊN, the last word of a name (quy chế Điều 4.1b); what stands for it in
// practice is accepted: "HƯƠNG", "T. Hương", "Cô Hương", "Hương (Toán)".
#include <algorithm>

#include "validate/logbook/logbook.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

std::vector<std::string> words_of(std::string text) {
    text = text.substr(0, text.find('('));
    std::replace(text.begin(), text.end(), '.', ' ');
    std::vector<std::string> found;
    for (const std::string& word : split(clean(text), ' ')) {
        const std::string key = match_key(word);
        const bool title = key == "co" || key == "thay" || key == "gv" || key == "th";
        if (!word.empty() && !title && code_point_count(word) > 1) found.push_back(name_key(word));
    }
    return found;
}

bool ends_with(const std::vector<std::string>& name, const std::vector<std::string>& end) {
    return end.size() <= name.size() && std::equal(end.rbegin(), end.rend(), name.rbegin());
}

}  // namespace

std::string given_name(const std::string& full_name) {
    const std::string name = clean(full_name);
    const auto blank = name.rfind(' ');
    return blank == std::string::npos ? name : name.substr(blank + 1);
}

Signature read_signature(const std::string& text, const std::vector<std::string>& people,
                         const std::vector<std::string>& signs) {
    for (const std::string& sign : signs) {
        if (!sign.empty() && name_key(sign) == name_key(text)) return Signature::Right;
    }
    // "Ý": a name of one letter is no initial.
    std::vector<std::string> words = words_of(text);
    if (words.empty()) words = {name_key(text)};
    for (const std::string& person : people) {
        std::vector<std::string> name;
        for (const std::string& word : split(clean(person), ' ')) name.push_back(name_key(word));
        if (!ends_with(name, words)) continue;
        return words.size() > 1 && words.size() == name.size() ? Signature::InFull
                                                               : Signature::Right;
    }
    return Signature::Other;
}

}  // namespace hoso
