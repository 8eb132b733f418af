// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "assess/assess.h"
#include "catalogue/job.h"
#include "recognise/recognise.h"
#include "validate/limits.h"

namespace hoso {

struct ClassSetting {
    std::string name;
    int grade = 6;
    std::string pack;
    const SubjectList* subjects = nullptr;
};

// What is fixed before the first file is looked at: classes with their circulars and subjects,
// terms, school days.
class Setting {
public:
    Setting(const Job& job, const TemplateFolder& templates);

    [[nodiscard]] const Job& job() const { return *job_; }
    // nullptr: the class is not in the job. "6a" is 6A.
    [[nodiscard]] const ClassSetting* klass(std::string_view name) const;
    [[nodiscard]] const std::vector<ClassSetting>& classes() const { return classes_; }
    // By code or heading, for a class of the job; nullptr: its circular has no such subject.
    [[nodiscard]] const Subject* subject(const ClassSetting& klass, const std::string& text) const;
    // The subjects of an earlier year, for a class name of that time ("6A"); nullptr: unknown.
    [[nodiscard]] const SubjectList* subjects_of(SchoolYear year, const std::string& klass) const;
    [[nodiscard]] std::string pack_of(SchoolYear year, const std::string& klass) const;

    [[nodiscard]] const Limits& limits() const { return limits_; }
    // HK1, HK2: those that the run needs, in time order.
    [[nodiscard]] const std::vector<const Period*>& terms() const { return terms_; }
    [[nodiscard]] bool year_due() const { return year_due_; }
    [[nodiscard]] const Period* period(std::string_view id) const { return job_->period(id); }
    // The term that a day falls in; nullptr: none.
    [[nodiscard]] const Period* term_of(Date day) const;
    [[nodiscard]] bool is_holiday(Date day) const;
    [[nodiscard]] bool is_school_day(Date day) const;

private:
    const SubjectList* load(const std::string& pack, int grade) const;

    const Job* job_;
    const TemplateFolder* templates_;
    Limits limits_;
    std::vector<ClassSetting> classes_;
    std::vector<const Period*> terms_;
    bool year_due_ = false;
    // A heading is compared with all of a list's subjects: thousands of rows say the same.
    mutable std::map<std::pair<const SubjectList*, std::string>, const Subject*> headings_;
    mutable std::map<std::pair<std::string, int>, std::unique_ptr<SubjectList>> lists_;
    mutable std::map<std::pair<int, int>, std::string> packs_;  // year, grade
};

// What earlier checks have already reported, so that its consequences are not reported again.
class Faults {
public:
    using Key = std::initializer_list<std::string_view>;
    explicit Faults(const Job& job) : job_(&job) {}
    // A rule that the job switches off or makes a warning holds back nothing, so it explains
    // nothing either.
    void add(const Rule& because, Key key) {
        if (!job_->lenient(because)) known_.insert(joined(key));
    }
    // What is no fault, but leaves nothing to compare: an exemption, a written decision.
    void settle(Key key) { known_.insert(joined(key)); }
    [[nodiscard]] bool has(Key key) const { return known_.count(joined(key)) != 0; }
    // For a finding that would come again for each row or file: true only once.
    bool first(Key key) { return told_.insert(joined(key)).second; }

private:
    static std::string joined(Key key);
    const Job* job_;
    std::unordered_set<std::string> known_, told_;
};

// Datasets whose rows other checks of this room judge, blank cells included. What is wrong in them
// touches every form; what is wrong in another one, only the forms that read it.
bool has_own_checks(std::string_view dataset);

// A cell that showed an error and is blank since.
void remember_refused(const Rule& because, Faults& faults, const Datum& cell);
bool is_refused(const Faults& faults, const Datum& cell);

std::string period_short(std::string_view id);    // "HKI" "HKII" "cả năm"
std::string column_words(std::string_view id);    // "ĐĐGtx (3)" "ĐĐGgk" "ĐĐGck"
std::string month_words(std::string_view month);  // "2021-10" → "tháng 10 năm 2021"
// Letters and digits of the match key only: "BangDiem_6A_Toan" and "bảng điểm 6A Toán" agree.
std::string squeezed(std::string_view text);
// The grade that a class name begins with: "6A" → 6; 0 if none.
int grade_in(std::string_view klass);

// One more row whose cells are all blank, as wide as the table.
std::vector<Datum>& new_row(Table& table);
void put(Table& table, std::vector<Datum>& row, std::string_view column, Datum datum);

}  // namespace hoso
