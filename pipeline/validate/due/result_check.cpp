// SPDX-License-Identifier: Apache-2.0
//
// The last net under everything else: what a form prints from the results must be there, or some
// error must hold the form back, or a written decision must have allowed the gap.
#include <set>

#include "validate/compare/compare.h"
#include "validate/due/completeness.h"
#include "validate/rules.h"

namespace hoso {

namespace {

constexpr std::string_view old_school = "Kết quả của trường cũ";

// Whom the errors found so far hold back already, and in which term.
class HeldBack {
public:
    HeldBack(const Job& job, const Findings& findings) {
        for (const Finding& finding : findings.items()) {
            if (!job.enforces(*finding.rule)) continue;
            for (const Scope& scope : finding.scopes) {
                if (scope.nothing || !scope.dataset.empty()) continue;
                held_.insert({scope.pupil.empty() ? scope.klass : scope.pupil, scope.period});
            }
        }
    }
    [[nodiscard]] bool has(const Pupil& pupil, const std::string& period) const {
        for (const std::string& who : {pupil.code, pupil.klass(), std::string()}) {
            if (held_.count({who, ""}) != 0 || held_.count({who, period}) != 0) return true;
            // The year rests on its terms.
            const bool year = period == "CN";
            if (year && (held_.count({who, "HK1"}) != 0 || held_.count({who, "HK2"}) != 0)) {
                return true;
            }
        }
        return false;
    }

private:
    std::set<std::pair<std::string, std::string>> held_;  // pupil, class or "" (all); period
};

class Net {
public:
    Net(const Due& due, const Tables& tables, Findings& findings)
        : due_(due),
          findings_(findings),
          held_(due.setting.job(), findings),
          terms_(tables, "result_term", {"pupil", "term"}),
          years_(tables, "result_year", {"pupil"}) {
        const auto found = tables.find("result_subject");
        if (found != tables.end()) read(found->second);
    }

    void examine() {
        std::vector<const Period*> periods = due_.setting.terms();
        const Period* year = due_.setting.period("CN");
        if (year && due_.setting.year_due()) periods.push_back(year);
        for (const Pupil& pupil : due_.roll.pupils) {
            for (const Period* period : periods) {
                if (pupil.at_end_of(*period)) examine(pupil, *period);
            }
        }
    }

private:
    using Key = std::pair<std::string, std::string>;  // pupil, term

    void read(const Table& results) {
        for (std::size_t row = 0; row < results.rows.size(); ++row) {
            if (!results.at(row, "average").empty()) continue;
            if (results.text(row, "exempt") == "true") continue;
            const Key key{results.text(row, "pupil"), results.text(row, "term")};
            // A decision lets the gap through; but marks of the old school must have come along.
            const std::string note = results.text(row, "note");
            if (note.empty() || note.compare(0, old_school.size(), old_school) == 0) {
                gaps_[key].push_back(results.text(row, "subject"));
            } else {
                excused_.insert(key);
            }
        }
    }

    void examine(const Pupil& pupil, const Period& period) {
        if (held_.has(pupil, period.id)) return;
        const Key key{pupil.code, period.id};
        const auto gaps = gaps_.find(key);
        if (gaps != gaps_.end()) return report(pupil, period, subjects(pupil, gaps->second));
        const bool excused = excused_.count(key) != 0;
        for (const auto& [column, what] : {std::pair{"learning", "kết quả học tập (học lực)"},
                                           std::pair{"conduct", "kết quả rèn luyện (hạnh kiểm)"},
                                           std::pair{"absent", "số buổi nghỉ"}}) {
            const Datum* cell = terms_.cell({pupil.code, period.id}, column);
            const bool allowed = excused && column == std::string_view("learning");
            if ((!cell || cell->empty()) && !allowed) return report(pupil, period, what);
        }
        if (period.id != "CN") return;
        const Datum* outcome = years_.cell({pupil.code}, "outcome");
        if (outcome && !outcome->empty()) return;
        if (!excused) return report(pupil, period, "kết luận cuối năm");
        findings_.add(flaw::plan_without_conclusion, {pupil.where},
                      {{"class", pupil.klass()}, {"name", pupil.name}, {"pupil", pupil.code}},
                      {pupil.klass(), pupil.code, "CN", true});
    }

    std::string subjects(const Pupil& pupil, const std::vector<std::string>& codes) const {
        const ClassSetting* klass = due_.setting.klass(pupil.klass());
        std::string names;
        for (const std::string& code : codes) {
            const Subject* subject = klass ? klass->subjects->find(code) : nullptr;
            names += (names.empty() ? "" : ", ") + (subject ? subject->short_name : code);
        }
        return "kết quả môn " + names;
    }

    void report(const Pupil& pupil, const Period& period, const std::string& what) {
        findings_.add(flaw::result_missing, {pupil.where},
                      {{"class", pupil.klass()},
                       {"period", period_short(period.id)},
                       {"name", pupil.name},
                       {"pupil", pupil.code},
                       {"what", what}},
                      {pupil.klass(), pupil.code, period.id, false});
    }

    const Due& due_;
    Findings& findings_;
    HeldBack held_;
    ResultIndex terms_, years_;
    std::map<Key, std::vector<std::string>> gaps_;
    std::set<Key> excused_;
};

}  // namespace

void check_results(const Due& due, const Tables& tables, Findings& findings) {
    Net(due, tables, findings).examine();
}

}  // namespace hoso
