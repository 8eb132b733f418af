// SPDX-License-Identifier: Apache-2.0
//
// The foot of each week: the class teacher's remark and TÊN (quy chế Điều 4.2d), what was counted,
// the inspection whose absence is a listed fault.
#include <algorithm>
#include <map>
#include <set>

#include "validate/logbook/logbook.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

struct Absences {
    std::int64_t with_leave = 0, without = 0;
};

// Of each class and day, by the attendance sheets.
std::map<std::pair<std::string, std::string>, std::map<int, Absences>> count_absences(
    const Desk& desk) {
    std::map<std::pair<std::string, std::string>, std::map<int, Absences>> counts;
    const Table* table = desk.rows_of("attendance");
    if (!table) return counts;
    const std::size_t klass = table->column("class"), month = table->column("month"),
                      day = table->column("day"), token = table->column("token");
    for (const std::vector<Datum>& row : table->rows) {
        const auto* number = std::get_if<std::int64_t>(&row[day].value);
        if (!number) continue;
        Absences& of = counts[{plain_text(row[klass].value), plain_text(row[month].value)}]
                             [static_cast<int>(*number)];
        const std::string sign = plain_text(row[token].value);
        if (sign == "P") ++of.with_leave;
        if (sign == "K") ++of.without;
    }
    return counts;
}

class Closer {
public:
    explicit Closer(const Desk& desk)
        : desk_(desk),
          book_(*desk.rows_of("logbook")),
          feet_(*desk.rows_of("logbook_week")),
          absences_(count_absences(desk)) {}

    void check(const LogWeek& week) {
        if (!week.foot) return tell_open(week, {week.where}, "cả phần tổng kết tuần", "all");
        closed(week);
        signed_by(week);
        lessons(week);
        absent(week);
        inspected(week);
    }

    void tell_inspections() const {
        for (const auto& [book, open] : uninspected_) {
            desk_.findings.add(flaw::week_not_inspected, open.places,
                               {{"class", book.first},
                                {"period", period_short(book.second)},
                                {"weeks", open.weeks}},
                               {book.first, "", book.second, false, "logbook_week"});
        }
    }

private:
    struct Open {
        std::string weeks;
        std::vector<Location> places;
    };

    [[nodiscard]] const Datum& cell(const LogWeek& week, const char* column) const {
        return feet_.at(*week.foot, column);
    }
    static Scope scope_of(const LogWeek& week) {
        return {week.klass->name, "", week.term, false, "logbook_week"};
    }
    static std::map<std::string, std::string> args_of(const LogWeek& week) {
        return {{"class", week.klass->name}, {"week", std::to_string(week.number)}};
    }

    void tell_open(const LogWeek& week, std::vector<Location> places, const std::string& what,
                   const std::string& what_en) {
        std::map<std::string, std::string> args = args_of(week);
        const std::string teacher = desk_.homeroom(week.klass->name);
        args["what"] = what;
        args["what_en"] = what_en;
        args["teacher"] = teacher.empty() ? "Giáo viên chủ nhiệm" : teacher;
        desk_.findings.add(flaw::week_not_closed, std::move(places), std::move(args),
                           scope_of(week));
    }

    void closed(const LogWeek& week) {
        const Datum &opinion = cell(week, "opinion"), &sign = cell(week, "signed");
        std::vector<Location> places;
        std::string what, what_en;
        const auto missing = [&](const Datum& at, const char* vi, const char* en) {
            if (!at.empty() || is_refused(desk_.faults, at)) return;
            what += (what.empty() ? "" : " và ") + std::string(vi);
            what_en += (what_en.empty() ? "" : " and ") + std::string(en);
            places.push_back(at.where);
        };
        missing(opinion, "ý kiến nhận xét của giáo viên chủ nhiệm", "the class teacher's remark");
        missing(sign, "TÊN của giáo viên chủ nhiệm ở ô chữ ký", "the class teacher's name");
        if (!places.empty()) tell_open(week, std::move(places), what, what_en);
    }

    void signed_by(const LogWeek& week) {
        const Datum& sign = cell(week, "signed");
        const std::string homeroom = desk_.homeroom(week.klass->name);
        if (sign.empty() || homeroom.empty()) return;
        const Signature read = read_signature(plain_text(sign.value), {homeroom});
        if (read == Signature::Right) return;
        std::map<std::string, std::string> args = args_of(week);
        args["lesson"] = "chữ ký cuối tuần";
        args["lesson_en"] = "foot of the week";
        args["value"] = plain_text(sign.value);
        args["expected"] = read == Signature::InFull ? given_name(homeroom) : homeroom;
        desk_.findings.add(
            read == Signature::InFull ? flaw::signed_in_full : flaw::signature_of_other,
            {sign.where}, std::move(args), scope_of(week));
    }

    void differs(const LogWeek& week, const char* column, const std::string& words,
                 std::int64_t expected, const char* source, const char* source_en) {
        const Datum& at = cell(week, column);
        const auto* value = std::get_if<std::int64_t>(&at.value);
        if (!value || *value == expected) return;
        std::map<std::string, std::string> args = args_of(week);
        args["column"] = words;
        args["value"] = std::to_string(*value);
        args["expected"] = std::to_string(expected);
        args["source"] = source;
        args["source_en"] = source_en;
        desk_.findings.add(flaw::week_total_differs, {at.where}, std::move(args), scope_of(week));
    }

    void lessons(const LogWeek& week) {
        std::map<std::string, std::int64_t> grades;
        for (const Lesson& lesson : week.lessons)
            ++grades[match_key(book_.text(lesson.row, "grade"))];
        // A blank among them has been told.
        if (grades.count("") != 0) return;
        for (const auto& [column, grade] :
             {std::pair{"lessons_a", "A"}, std::pair{"lessons_b", "B"}, std::pair{"lessons_c", "C"},
              std::pair{"lessons_d", "D"}}) {
            differs(week, column, std::string("giờ ") + grade, grades[match_key(grade)], "các tiết",
                    "the lessons");
        }
    }

    void absent(const LogWeek& week) {
        if (!week.from.valid() || !week.to.valid()) return;
        Absences sum;
        for (Date day = week.from; day <= week.to; day = day.plus_days(1)) {
            const auto month = absences_.find({week.klass->name, to_iso(day).substr(0, 7)});
            if (month == absences_.end()) return;  // no sheet: nothing to compare
            const auto found = month->second.find(day.day);
            if (found == month->second.end()) continue;
            sum.with_leave += found->second.with_leave;
            sum.without += found->second.without;
        }
        const char *source = "bảng điểm danh", *source_en = "the attendance sheets";
        differs(week, "absent_p", "vắng có phép", sum.with_leave, source, source_en);
        differs(week, "absent_k", "vắng không phép", sum.without, source, source_en);
        differs(week, "absent", "tổng số vắng", sum.with_leave + sum.without, source, source_en);
    }

    void inspected(const LogWeek& week) {
        const Datum& on = cell(week, "checked_on");
        const auto* date = std::get_if<Date>(&on.value);
        if (on.empty() && !is_refused(desk_.faults, on)) {
            Open& open = uninspected_[{week.klass->name, week.term}];
            open.weeks += (open.weeks.empty() ? "" : ", ") + std::to_string(week.number);
            open.places.push_back(on.where);
        }
        if (!date || !week.to.valid() || !(*date < week.to)) return;
        std::map<std::string, std::string> args = args_of(week);
        args["value"] = to_dmy(*date);
        args["expected"] = to_dmy(week.to);
        desk_.findings.add(flaw::inspected_too_early, {on.where}, std::move(args), scope_of(week));
    }

    const Desk& desk_;
    const Table &book_, &feet_;
    std::map<std::pair<std::string, std::string>, std::map<int, Absences>> absences_;
    std::map<std::pair<std::string, std::string>, Open> uninspected_;
};

}  // namespace

void check_log_feet(const Desk& desk, const std::vector<LogWeek>& weeks) {
    std::set<std::pair<std::string, std::string>> closed;  // class, term
    for (const LogWeek& week : weeks) {
        if (week.foot) closed.insert({week.klass->name, week.term});
    }
    if (!closed.empty()) {
        Closer closer(desk);
        for (const LogWeek& week : weeks) {
            if (closed.count({week.klass->name, week.term}) != 0) closer.check(week);
        }
        closer.tell_inspections();
    }
    std::string without;
    for (const LogWeek& week : weeks) {
        if (closed.insert({week.klass->name, week.term}).second) {
            without += (without.empty() ? "Lớp " : ", ") + week.klass->name +
                       (week.term.empty() ? "" : " (" + period_short(week.term) + ")");
        }
    }
    if (without.empty()) return;
    desk.not_checked(without, "nhận xét cuối tuần và kiểm tra sổ ghi đầu bài",
                     "the foot of each week of the log book", "bảng tổng kết các tuần",
                     "the list of weekly closings");
}

}  // namespace hoso
