// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "validate/compare/compare.h"
#include "validate/lists/lists.h"
#include "validate/rules.h"
#include "validate/typing/words.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class Checker {
public:
    explicit Checker(const Desk& desk)
        : desk_(desk),
          lists_(*desk.rows_of("proposal")),
          years_(desk.tables, "result_year", {"pupil"}),
          terms_(desk.tables, "result_term", {"pupil", "term"}) {}

    void check() {
        for (std::size_t row = 0; row < lists_.rows.size(); ++row) compare(row);
        const Period* year = desk_.setting.period("CN");
        if (!year) return;
        for (const std::string& klass : classes_) {
            for (const Pupil* pupil : desk_.roll.present(klass, *year)) missing(klass, *pupil);
        }
    }

private:
    [[nodiscard]] std::map<std::string, std::string> args_of(std::size_t row) const {
        return {{"class", lists_.text(row, "class")},
                {"name", lists_.text(row, "name")},
                {"value", lists_.text(row, "list")}};
    }

    // nullopt: not known.
    [[nodiscard]] std::optional<std::string> outcome_of(const ClassSetting& klass,
                                                        const std::string& pupil) const {
        const Datum* outcome = years_.cell({pupil}, "outcome");
        if (!outcome || outcome->empty() || result_doubtful(desk_, klass, pupil, "CN")) {
            return std::nullopt;
        }
        return plain_text(outcome->value);
    }

    void compare(std::size_t row) {
        const std::string klass = lists_.text(row, "class"), pupil = lists_.text(row, "pupil");
        const ClassSetting* of = desk_.setting.klass(klass);
        const Datum& cell = lists_.at(row, "list");
        const std::string text = plain_text(cell.value);
        if (!of || text.empty()) return;
        const Scope scope{klass, pupil, "CN", false};
        std::map<std::string, std::string> args = args_of(row);
        const auto expected = outcome_of(*of, pupil);
        if (const auto title = title_named(text, of->pack == "tt22")) {
            const Datum* earned = terms_.cell({pupil, "CN"}, "title");
            if (!expected || !earned || plain_text(earned->value) == title->title) return;
            args["expected"] = earned->empty() ? "không có danh hiệu" : plain_text(earned->value);
            desk_.findings.add(flaw::list_differs, {cell.where}, std::move(args), scope);
            return;
        }
        const std::string words = outcome_words(text, of->pack == "tt22");
        if (words.empty()) return;
        classes_.insert(klass);
        const auto [first, fresh] = rows_.try_emplace(pupil, row);
        if (!fresh) {
            const Datum& other = lists_.at(first->second, "list");
            args["other"] = plain_text(other.value);
            if (args["other"] == text) return;
            desk_.findings.add(flaw::list_twice, {cell.where, other.where}, std::move(args), scope);
            return;
        }
        if (!expected || *expected == words) return;
        args["expected"] = *expected;
        desk_.findings.add(flaw::list_differs, {cell.where}, std::move(args), scope);
    }

    void missing(const std::string& klass, const Pupil& pupil) {
        const ClassSetting* of = desk_.setting.klass(klass);
        if (!of || rows_.count(pupil.code) != 0) return;
        const auto expected = outcome_of(*of, pupil.code);
        desk_.findings.add(flaw::list_missing, {pupil.where},
                           {{"class", klass},
                            {"name", pupil.name},
                            {"pupil", pupil.code},
                            {"what", expected ? "; tính lại là \"" + *expected + "\"" : ""},
                            {"what_en", expected ? "; recomputed: \"" + *expected + "\"" : ""}},
                           {klass, pupil.code, "CN", false});
    }

    const Desk& desk_;
    const Table& lists_;
    ResultIndex years_, terms_;
    std::set<std::string> classes_;
    std::map<std::string, std::size_t> rows_;
};

}  // namespace

void check_proposals(const Desk& desk) {
    if (desk.rows_of("proposal") && desk.setting.year_due()) Checker(desk).check();
}

}  // namespace hoso
