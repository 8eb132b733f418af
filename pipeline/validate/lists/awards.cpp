// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "validate/compare/compare.h"
#include "validate/lists/lists.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool take_beginning(std::string& key, std::string_view beginning) {
    if (key.compare(0, beginning.size(), beginning) != 0) return false;
    key.erase(0, beginning.size());
    return true;
}

// "hki", "hockyinamhoc20212022", "canam": nullopt where something else follows the title.
std::optional<std::string> period_in(std::string key) {
    if (key.empty()) return "";
    if (take_beginning(key, "canam") || take_beginning(key, "namhoc")) return "CN";
    if (!take_beginning(key, "hocky") && !take_beginning(key, "hocki") &&
        !take_beginning(key, "hk")) {
        return std::nullopt;
    }
    if (take_beginning(key, "ii") || take_beginning(key, "2")) return "HK2";
    return "HK1";
}

std::string title_words(const std::string& title) {
    return title == "HSG" ? "Học sinh giỏi" : title == "HSTT" ? "Học sinh tiên tiến" : title;
}

class Checker {
public:
    explicit Checker(const Desk& desk)
        : desk_(desk),
          awards_(*desk.rows_of("award")),
          results_(desk.tables, "result_term", {"pupil", "term"}) {}

    void check() {
        for (std::size_t row = 0; row < awards_.rows.size(); ++row) compare(row);
        for (const auto& [klass, term] : listed_) missing(klass, term);
    }

private:
    void compare(std::size_t row) {
        const std::string klass = awards_.text(row, "class"), pupil = awards_.text(row, "pupil");
        const ClassSetting* of = desk_.setting.klass(klass);
        const Datum& cell = awards_.at(row, "title");
        const auto named =
            of ? title_named(plain_text(cell.value), of->pack == "tt22") : std::nullopt;
        if (!named) return;
        std::string term = named->period.empty() ? awards_.text(row, "term") : named->period;
        if (term.empty()) return;
        listed_.insert({klass, term});
        winners_.insert({pupil, term});
        const std::optional<std::string> expected = title_of(*of, pupil, term);
        if (!expected || *expected == named->title) return;
        desk_.findings.add(
            flaw::award_differs, {cell.where},
            {{"class", klass},
             {"period", period_short(term)},
             {"name", awards_.text(row, "name")},
             {"value", plain_text(cell.value)},
             {"what", expected->empty() ? "không đạt danh hiệu nào"
                                        : "đạt danh hiệu \"" + title_words(*expected) + "\""},
             {"what_en", expected->empty() ? "there is no title"
                                           : "it is \"" + title_words(*expected) + "\""}},
            {klass, pupil, term, false, "award"});
    }

    // nullopt: not known.
    [[nodiscard]] std::optional<std::string> title_of(const ClassSetting& klass,
                                                      const std::string& pupil,
                                                      const std::string& term) const {
        for (const char* column : {"learning", "conduct"}) {
            const Datum* level = results_.cell({pupil, term}, column);
            if (!level || level->empty()) return std::nullopt;
        }
        if (result_doubtful(desk_, klass, pupil, term)) return std::nullopt;
        return plain_text(results_.cell({pupil, term}, "title")->value);
    }

    void missing(const std::string& klass, const std::string& term) {
        const Period* period = desk_.setting.period(term);
        const ClassSetting* of = desk_.setting.klass(klass);
        if (!period || !of) return;
        for (const Pupil* pupil : desk_.roll.present(klass, *period)) {
            const auto title = title_of(*of, pupil->code, term);
            if (!title || title->empty() || winners_.count({pupil->code, term}) != 0) continue;
            desk_.findings.add(flaw::award_missing, {pupil->where},
                               {{"class", klass},
                                {"period", period_short(term)},
                                {"name", pupil->name},
                                {"expected", title_words(*title)}},
                               {klass, pupil->code, term, true});
        }
    }

    const Desk& desk_;
    const Table& awards_;
    ResultIndex results_;
    std::set<std::pair<std::string, std::string>> listed_, winners_;
};

}  // namespace

std::optional<TitleNamed> title_named(const std::string& text, bool tt22) {
    static constexpr std::pair<std::string_view, int> words[] = {
        {"hocsinhxuatsac", 2},  {"hsxs", 2}, {"hocsinhgioi", 1}, {"hsg", 1},
        {"hocsinhtientien", 0}, {"hstt", 0}};
    std::string key = squeezed(text);
    take_beginning(key, "danhhieu");
    for (const auto& [word, rank] : words) {
        if (!take_beginning(key, word)) continue;
        const auto period = period_in(key);
        if (!period) return std::nullopt;
        const std::string good = tt22 ? "Học sinh Giỏi" : "HSG";
        return TitleNamed{rank == 2 ? "Học sinh Xuất sắc" : rank == 1 ? good : "HSTT", *period};
    }
    return std::nullopt;
}

bool result_doubtful(const Desk& desk, const ClassSetting& klass, const std::string& pupil,
                     const std::string& term) {
    std::vector<std::string> terms{term};
    if (term == "CN") terms.insert(terms.end(), {"HK1", "HK2"});
    for (const std::string& each : terms) {
        for (const char* what : {"learning", "conduct", "overall", "absences"}) {
            if (desk.faults.has({what, pupil, each})) return true;
        }
    }
    return marks_doubtful(desk.faults, *klass.subjects, pupil, term);
}

void check_awards(const Desk& desk) {
    if (desk.rows_of("award")) Checker(desk).check();
}

}  // namespace hoso
