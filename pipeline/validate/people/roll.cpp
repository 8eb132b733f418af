// SPDX-License-Identifier: Apache-2.0
#include "validate/people/roll.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_tone(UChar32 c) {
    return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

std::string person_key(const std::string& key, Date birth_date) {
    return key + "|" + to_iso(birth_date);
}

}  // namespace

bool Pupil::knows(const std::string& klass) const {
    return std::any_of(stays.begin(), stays.end(),
                       [&](const Stay& stay) { return stay.klass == klass; });
}

const Stay* Pupil::at_end_of(const Period& period) const {
    for (const Stay& stay : stays) {
        if (stay.at_end_of(period)) return &stay;
    }
    return nullptr;
}

Pupil* Roll::find(const std::string& code) {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &pupils[found->second];
}

const Pupil* Roll::find(const std::string& code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &pupils[found->second];
}

const Pupil* Roll::unique(const std::string& name, Date birth_date) const {
    const auto found = by_person_.find(person_key(name_key(name), birth_date));
    if (found == by_person_.end() || found->second.size() != 1) return nullptr;
    return &pupils[found->second.front()];
}

std::vector<const Pupil*> Roll::of_name(const std::string& name, Date birth_date) const {
    std::vector<const Pupil*> found;
    const auto known = by_person_.find(person_key(name_key(name), birth_date));
    if (known == by_person_.end()) return found;
    for (const std::size_t at : known->second) found.push_back(&pupils[at]);
    return found;
}

std::vector<const Pupil*> Roll::present(const std::string& klass, const Period& period) const {
    std::vector<const Pupil*> found;
    for (const Pupil& pupil : pupils) {
        const Stay* stay = pupil.at_end_of(period);
        if (stay && stay->klass == klass) found.push_back(&pupil);
    }
    return found;
}

bool Roll::knows(const std::string& klass) const {
    return std::any_of(pupils.begin(), pupils.end(),
                       [&](const Pupil& pupil) { return pupil.knows(klass); });
}

void Roll::add(Pupil pupil) {
    by_code_[pupil.code] = pupils.size();
    by_person_[person_key(pupil.name_key, pupil.birth_date)].push_back(pupils.size());
    pupils.push_back(std::move(pupil));
}

std::string name_key(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString split =
        nfd->normalize(icu::UnicodeString::fromUTF8(to_lower(clean(name))), status);
    icu::UnicodeString key, tones;
    split.append(static_cast<UChar>(' '));
    for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
        const UChar32 c = split.char32At(i);
        if (is_tone(c)) {
            tones.append(c);
        } else if (c == ' ') {
            key.append(tones).append(c);
            tones.remove();
        } else {
            key.append(c);
        }
    }
    std::string utf8;
    key.toUTF8String(utf8);
    return utf8;
}

std::optional<Date> date_in(const std::string& text) {
    std::optional<Date> found;
    for (const std::string& word : split(text, ' ')) {
        if (const auto date = parse_date(word)) found = date;
    }
    return found;
}

}  // namespace hoso
