// SPDX-License-Identifier: Apache-2.0
//
// Quy chế Điều 4.1c: the plans of a week are uploaded by Monday 07:00. Who has no lessons in a week
// owes nothing; a plan may cover several weeks, then its lessons count (forms-and-practice 3.9).
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "validate/duties/duties.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

struct Upload {
    std::size_t row = 0;
    std::string teacher, kind, klass, subject;
    int week = 0, from = 0, to = 0;
    std::optional<Instant> time;
};

struct Late {
    std::set<std::string> files;
    const Upload* last = nullptr;
    Instant deadline;
};

class Examiner {
public:
    explicit Examiner(const Desk& desk)
        : desk_(desk), log_(*desk.rows_of("upload")), weeks_(school_weeks(desk)), teachers_(desk) {
        for (std::size_t row = 0; row < log_.rows.size(); ++row) read(row);
    }

    void check() {
        lateness();
        approvals();
        if (desk_.setting.limits().plans_complete) missing();
    }

private:
    [[nodiscard]] int number(std::size_t row, const char* column) const {
        const auto* count = std::get_if<std::int64_t>(&log_.at(row, column).value);
        return count ? static_cast<int>(*count) : 0;
    }

    void read(std::size_t row) {
        Upload upload;
        upload.row = row;
        upload.kind = log_.text(row, "kind");
        const auto& kinds = desk_.setting.limits().plan_kinds;
        if (std::find(kinds.begin(), kinds.end(), upload.kind) == kinds.end()) return;
        upload.teacher = log_.text(row, "teacher");
        upload.week = number(row, "week");
        upload.from = number(row, "plan_from");
        upload.to = std::max(number(row, "plan_to"), upload.from);
        upload.time = time_in_cell(desk_, log_.at(row, "time"), "Nhật ký tải lên", "thời điểm",
                                   {"", "", "", true});
        const std::string subject = log_.text(row, "subject_name");
        // "6A, 6B": one plan for several classes.
        std::vector<std::string> classes = split(log_.text(row, "class_name"), ',');
        if (classes.empty()) classes.emplace_back();
        for (const std::string& name : classes) {
            const ClassSetting* klass = desk_.setting.klass(clean(name));
            const Subject* known = klass ? subject_of(*klass, subject) : nullptr;
            upload.klass = klass ? klass->name : "";
            upload.subject = known ? known->code : "";
            uploads_.push_back(upload);
        }
    }

    [[nodiscard]] const Subject* subject_of(const ClassSetting& klass,
                                            const std::string& name) const {
        const Subject* known = desk_.setting.subject(klass, name);
        const auto part = name.rfind('(');
        if (!known && part != std::string::npos) {
            known = desk_.setting.subject(klass, clean(name.substr(0, part)));
        }
        return known;
    }

    [[nodiscard]] const SchoolWeek* week(int number) const {
        const auto found = std::find_if(weeks_.begin(), weeks_.end(), [&](const SchoolWeek& each) {
            return each.number == number;
        });
        return found == weeks_.end() ? nullptr : &*found;
    }

    // Only the first upload of a plan counts: one that replaces it is not late.
    void lateness() {
        std::map<std::tuple<std::string, std::string, std::string, std::string, int, int>,
                 const Upload*>
            first;
        for (const Upload& upload : uploads_) {
            if (!upload.time) continue;
            const auto [known, fresh] =
                first.try_emplace({upload.teacher, upload.kind, upload.klass, upload.subject,
                                   upload.week, upload.from},
                                  &upload);
            if (!fresh && *upload.time < *known->second->time) known->second = &upload;
        }
        std::map<std::pair<std::string, int>, Late> late;
        for (const auto& [key, upload] : first) {
            const SchoolWeek* of = week(upload->week);
            const Date day = of ? first_school_day(desk_.setting, *of) : Date{};
            if (!day.valid()) continue;
            const Instant deadline = at(day, desk_.setting.limits().plans_before);
            if (*upload->time <= deadline) continue;
            Late& group = late[{upload->teacher, upload->week}];
            group.files.insert(log_.text(upload->row, "file"));
            group.deadline = deadline;
            if (!group.last || *group.last->time < *upload->time) group.last = upload;
        }
        for (const auto& [key, group] : late) {
            const std::size_t row = group.last->row;
            desk_.findings.add(flaw::plan_late, {log_.at(row, "time").where},
                               {{"teacher", key.first},
                                {"week", std::to_string(key.second)},
                                {"count", std::to_string(group.files.size())},
                                {"deadline", moment_words(group.deadline)},
                                {"file", log_.text(row, "file")},
                                {"value", moment_words(*group.last->time)}},
                               {"", "", term_of(key.second), true});
        }
    }

    [[nodiscard]] std::string term_of(int number) const {
        const SchoolWeek* of = week(number);
        const Period* term = of ? desk_.setting.term_of(of->from) : nullptr;
        return term ? term->id : "";
    }

    void approvals() {
        std::map<std::string, std::pair<std::set<std::string>, std::vector<Location>>> open;
        std::set<std::size_t> seen;
        for (const Upload& upload : uploads_) {
            if (!seen.insert(upload.row).second) continue;
            const Datum& approved = log_.at(upload.row, "approved_at");
            const std::string file = log_.text(upload.row, "file");
            if (approved.empty() || log_.at(upload.row, "approver").empty()) {
                auto& [files, places] = open[upload.teacher];
                files.insert("\"" + file + "\"");
                places.push_back(approved.where);
                continue;
            }
            const auto time = time_in_cell(desk_, approved, "Nhật ký tải lên", "thời điểm duyệt",
                                           {"", "", "", true});
            if (!time || !upload.time || *upload.time <= *time) continue;
            desk_.findings.add(flaw::approved_before_entry, {approved.where},
                               {{"what", upload.teacher + ", \"" + file + "\""},
                                {"value", moment_words(*time)},
                                {"expected", moment_words(*upload.time)}},
                               {"", "", term_of(upload.week), true});
        }
        for (const auto& [teacher, files] : open) {
            desk_.findings.add(flaw::plan_not_approved, files.second,
                               {{"teacher", teacher},
                                {"count", std::to_string(files.first.size())},
                                {"what", joined({files.first.begin(), files.first.end()})}},
                               {"", "", "", true});
        }
    }

    // What the timetable has lessons of, week by week.
    void missing() {
        const Timetables timetables(desk_);
        std::map<std::pair<std::string, std::string>, std::set<int>> there;  // class, subject
        std::set<std::pair<std::string, int>> schedules;                     // teacher, week
        std::set<std::string> kinds;
        for (const Upload& upload : uploads_) {
            kinds.insert(upload.kind + term_of(upload.week));
            if (upload.subject.empty()) schedules.insert({name_key(upload.teacher), upload.week});
            there[{upload.klass, upload.subject}].insert(upload.week);
            covered(upload, there[{upload.klass, upload.subject}]);
        }
        std::map<std::pair<std::string, std::string>, std::vector<std::string>>
            gaps;  // teacher, term
        for (const SchoolWeek& each : weeks_) {
            const std::string term = term_of(each.number);
            const bool due = std::any_of(desk_.setting.terms().begin(), desk_.setting.terms().end(),
                                         [&](const Period* of) { return of->id == term; });
            if (!due) continue;
            std::set<std::string> teaching;
            for (const ClassSetting& klass : desk_.setting.classes()) {
                for (const auto& [subject, day] : lessons_in(timetables, klass, each)) {
                    const auto people = teachers_.of(klass.name, subject->code, day);
                    // A subject of several teachers: the one in charge uploads for all.
                    if (!people.empty()) teaching.insert(people.front().name);
                    const auto found = there.find({klass.name, subject->code});
                    if (people.empty() || kinds.count("KHBD" + term) == 0) continue;
                    if (found != there.end() && found->second.count(each.number) != 0) continue;
                    gaps[{people.front().name, term}].push_back("giáo án " + subject->short_name +
                                                                " " + klass.name + " tuần " +
                                                                std::to_string(each.number));
                }
            }
            if (kinds.count("LBG" + term) == 0) continue;
            for (const std::string& teacher : teaching) {
                if (schedules.count({name_key(teacher), each.number}) != 0) continue;
                gaps[{teacher, term}].push_back("lịch báo giảng tuần " +
                                                std::to_string(each.number));
            }
        }
        for (const auto& [key, what] : gaps) {
            desk_.findings.add(flaw::plan_missing, {{log_.rows[0][0].where.origin, 0, 0}},
                               {{"teacher", key.first},
                                {"period", period_short(key.second)},
                                {"what", joined(what)}},
                               {"", "", key.second, true});
        }
    }

    // The weeks in which the log book has the lessons of this plan.
    void covered(const Upload& upload, std::set<int>& weeks) {
        if (upload.from == 0 || upload.subject.empty()) return;
        if (!taught_read_) read_taught();
        const auto found = taught_.find({upload.klass, upload.subject});
        if (found == taught_.end()) return;
        for (auto lesson = found->second.lower_bound(upload.from);
             lesson != found->second.end() && lesson->first <= upload.to; ++lesson) {
            weeks.insert(lesson->second);
        }
    }

    void read_taught() {
        taught_read_ = true;
        const Table* book = desk_.rows_of("logbook");
        if (!book) return;
        const std::size_t klass = book->column("class"), name = book->column("subject_name"),
                          plan_no = book->column("plan_no"), week = book->column("week");
        std::map<std::pair<std::string, std::string>, const Subject*> subjects;
        for (const std::vector<Datum>& row : book->rows) {
            const std::string of = plain_text(row[klass].value), text = plain_text(row[name].value);
            const std::string plan = plain_text(row[plan_no].value);
            const auto* number = std::get_if<std::int64_t>(&row[week].value);
            int lesson = 0;
            std::from_chars(plan.data(), plan.data() + plan.size(), lesson);
            if (lesson == 0 || !number) continue;
            const auto [known, fresh] = subjects.try_emplace({of, text}, nullptr);
            const ClassSetting* setting = fresh ? desk_.setting.klass(of) : nullptr;
            if (setting) known->second = subject_of(*setting, text);
            if (known->second)
                taught_[{of, known->second->code}][lesson] = static_cast<int>(*number);
        }
    }

    [[nodiscard]] std::map<const Subject*, Date> lessons_in(const Timetables& timetables,
                                                            const ClassSetting& klass,
                                                            const SchoolWeek& of) const {
        std::map<const Subject*, Date> subjects;
        for (Date day = of.from; day <= of.to; day = day.plus_days(1)) {
            if (!desk_.setting.is_school_day(day)) continue;
            for (const auto& [period, name] : timetables.lessons_on(klass.name, day)) {
                if (const Subject* subject = subject_of(klass, name))
                    subjects.try_emplace(subject, day);
            }
        }
        return subjects;
    }

    const Desk& desk_;
    const Table& log_;
    std::vector<SchoolWeek> weeks_;
    Teachers teachers_;
    std::vector<Upload> uploads_;
    bool taught_read_ = false;
    std::map<std::pair<std::string, std::string>, std::map<int, int>> taught_;  // lesson → week
};

}  // namespace

void check_plans(const Desk& desk) {
    if (desk.rows_of("upload")) return Examiner(desk).check();
    if (!desk.rows_of("timetable")) return;
    desk.not_checked("Toàn trường", "giờ tải giáo án, lịch báo giảng lên hồ sơ điện tử",
                     "when lesson plans were uploaded", "nhật ký tải lên", "the log of uploads");
}

}  // namespace hoso
