// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "validate/logbook/logbook.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class Reviewer {
public:
    explicit Reviewer(const Desk& desk)
        : desk_(desk), book_(*desk.rows_of("logbook")), teachers_(desk) {
        for (const LogColumn& column : desk.setting.limits().log_columns) {
            const int at = book_.find_column(column.name);
            const bool judged =
                column.by == LogColumn::By::Homeroom || column.by == LogColumn::By::SubjectTeacher;
            if (at >= 0 && judged) columns_.push_back({&column, static_cast<std::size_t>(at)});
        }
    }

    void review(const LogWeek& week) {
        for (const Lesson& lesson : week.lessons) {
            const Staff staff = staff_of(lesson);
            filled(lesson, staff);
            signed_by(week, lesson, staff);
        }
        days(week);
    }

private:
    struct Column {
        const LogColumn* type;
        std::size_t at;
    };
    struct Staff {
        std::vector<std::string> people, signs;
    };

    [[nodiscard]] Staff staff_of(const Lesson& lesson) const {
        Staff staff;
        if (lesson.class_meeting()) {
            const std::string homeroom = desk_.homeroom(lesson.klass->name);
            if (!homeroom.empty()) staff.people.push_back(homeroom);
        }
        if (!lesson.subject) return staff;
        for (const Teachers::Person& person :
             teachers_.of(lesson.klass->name, lesson.subject->code, lesson.date)) {
            staff.people.push_back(person.name);
            staff.signs.push_back(person.sign);
        }
        return staff;
    }

    std::map<std::string, std::string> args_of(const Lesson& lesson) const {
        return {{"class", lesson.klass->name},
                {"week", std::to_string(lesson.week)},
                {"lesson", lesson_words(lesson)},
                {"lesson_en", lesson_words_en(lesson)}};
    }

    void filled(const Lesson& lesson, const Staff& staff) {
        using By = LogColumn::By;
        // A free period: "Giáo viên nghỉ".
        const std::string content = match_key(book_.text(lesson.row, "content"));
        if (content.rfind("giao vien nghi", 0) == 0 || content.rfind("nghi", 0) == 0) return;
        for (const By by : {By::Homeroom, By::SubjectTeacher}) {
            for (const Severity severity : {Severity::Error, Severity::Warning}) {
                std::vector<std::string> blank;
                std::vector<Location> places;
                for (const Column& column : columns_) {
                    const LogColumn& type = *column.type;
                    if (type.by != by || type.severity != severity || type.blank) continue;
                    if (type.subjects_only && !lesson.subject) continue;
                    const Datum& cell = book_.rows[lesson.row][column.at];
                    if (!cell.empty() || is_refused(desk_.faults, cell)) continue;
                    blank.push_back("cột " + std::to_string(type.number));
                    places.push_back(cell.where);
                }
                if (!blank.empty()) report(lesson, staff, by, severity, blank, std::move(places));
            }
        }
    }

    void report(const Lesson& lesson, const Staff& staff, LogColumn::By by, Severity severity,
                const std::vector<std::string>& blank, std::vector<Location> places) {
        const bool homeroom = by == LogColumn::By::Homeroom;
        const Rule& rule = homeroom ? flaw::log_row_unfilled : flaw::lesson_unfilled;
        std::string teacher = homeroom ? desk_.homeroom(lesson.klass->name) : joined(staff.people);
        if (teacher.empty()) teacher = homeroom ? "Giáo viên chủ nhiệm" : "Giáo viên dạy tiết này";
        std::map<std::string, std::string> args = args_of(lesson);
        args["columns"] = joined(blank);
        args["teacher"] = std::move(teacher);
        Finding finding{&rule, std::move(places), std::move(args), {lesson.scope()}};
        if (severity != rule.severity) finding.softened = severity;
        desk_.findings.add(std::move(finding));
    }

    void signed_by(const LogWeek& week, const Lesson& lesson, const Staff& staff) {
        const Datum& cell = book_.at(lesson.row, "signed");
        if (cell.empty() || staff.people.empty()) return;
        const std::string text = plain_text(cell.value);
        const Signature read = read_signature(text, staff.people, staff.signs);
        if (read == Signature::Right) return;
        if (read == Signature::Other && substituted(week, lesson, text)) return;
        std::map<std::string, std::string> args = args_of(lesson);
        args["value"] = text;
        std::vector<std::string> expected = staff.people;
        if (read == Signature::InFull) {
            for (std::string& person : expected) person = given_name(person);
        }
        args["expected"] = joined(expected);
        desk_.findings.add(
            read == Signature::InFull ? flaw::signed_in_full : flaw::signature_of_other,
            {cell.where}, std::move(args), lesson.scope());
    }

    // Does the foot of the week speak of this lesson, or of lessons without saying which?
    [[nodiscard]] bool substituted(const LogWeek& week, const Lesson& lesson,
                                   const std::string& signature) const {
        if (!week.foot) return false;
        const Table& feet = *desk_.rows_of("logbook_week");
        const std::string key = squeezed(feet.text(*week.foot, "substituted"));
        if (key.empty() || key == "0" || key == "khong") return false;
        const bool only_a_number = key.find_first_not_of("0123456789") == std::string::npos;
        const auto mentions = [&](const std::string& word) {
            return !word.empty() && key.find(squeezed(word)) != std::string::npos;
        };
        if (only_a_number || mentions(given_name(signature)) || mentions(lesson.subject_name)) {
            return true;
        }
        return lesson.subject && (mentions(lesson.subject->short_name) ||
                                  std::any_of(lesson.subject->headings.begin(),
                                              lesson.subject->headings.end(), mentions));
    }

    // Lessons of one day, as written, on a day that cannot have them.
    void days(const LogWeek& week) {
        std::map<std::string, std::vector<const Lesson*>> by_day;
        for (const Lesson& lesson : week.lessons) by_day[lesson.day].push_back(&lesson);
        const std::string substituted =
            week.foot ? squeezed(desk_.rows_of("logbook_week")->text(*week.foot, "substituted"))
                      : "";
        const bool made_up = !substituted.empty() && substituted != "0" && substituted != "khong";
        for (const auto& [day, lessons] : by_day) {
            const auto [why, why_en] = wrong_day(week, *lessons.front(), made_up);
            if (why.empty()) continue;
            desk_.findings.add(flaw::lesson_on_wrong_day,
                               {book_.at(lessons.front()->row, "day").where},
                               {{"class", week.klass->name},
                                {"week", std::to_string(week.number)},
                                {"count", std::to_string(lessons.size())},
                                {"value", day},
                                {"why", why},
                                {"why_en", why_en}},
                               lessons.front()->scope());
        }
    }

    [[nodiscard]] std::pair<std::string, std::string> wrong_day(const LogWeek& week,
                                                                const Lesson& lesson,
                                                                bool made_up) const {
        const Date date = lesson.date;
        if (!date.valid()) return {};
        const std::string day = "ngày " + to_dmy(date);
        if (lesson.weekday > 0 && lesson.weekday != date.weekday()) {
            return {"nhưng " + day + " là " + weekday_words(date.weekday()),
                    "but " + to_dmy(date) + " is another day of the week"};
        }
        if (date.weekday() == 7 && !made_up) return {"là Chủ nhật", "a Sunday"};
        if (week.from.valid() && week.to.valid() && (date < week.from || week.to < date)) {
            return {"nhưng tuần này từ " + to_dmy(week.from) + " đến " + to_dmy(week.to),
                    "but the week is from " + to_dmy(week.from) + " to " + to_dmy(week.to)};
        }
        if (made_up) return {};
        if (!desk_.setting.is_holiday(date)) return {};
        for (const Holiday& holiday : desk_.setting.job().holidays) {
            if (holiday.from <= date && date <= holiday.to) {
                return {"là ngày nghỉ (" + holiday.reason + ")", "a holiday"};
            }
        }
        return {};
    }

    const Desk& desk_;
    const Table& book_;
    Teachers teachers_;
    std::vector<Column> columns_;
};

// "17", "17, 18", "17–20"; empty: no number.
std::vector<int> numbers_in(const std::string& text) {
    std::vector<int> found;
    int number = -1;
    bool run = false;
    const auto end = [&] {
        if (number < 0) return;
        const int from = run && !found.empty() ? found.back() + 1 : number;
        for (int each = from; each <= number && number - from < 20; ++each) found.push_back(each);
        number = -1;
        run = false;
    };
    for (const char c : text) {
        if (c >= '0' && c <= '9' && number < 10000) {
            number = std::max(number, 0) * 10 + (c - '0');
            continue;
        }
        end();
        // The en dash begins with \xE2.
        if (c == '-' || c == '\xE2') run = true;
        if (c == ',' || c == ';') run = false;
    }
    end();
    return found;
}

struct Numbers {
    const Lesson* last = nullptr;
    std::map<int, std::vector<const Lesson*>> lessons;
};

void check_plan_numbers(const Desk& desk, const std::vector<LogWeek>& weeks) {
    const Table& book = *desk.rows_of("logbook");
    const std::size_t plan_no = book.column("plan_no");
    // Of a subject whose parts are numbered on their own, each part.
    std::map<std::pair<std::string, std::string>, Numbers> series;
    for (const LogWeek& week : weeks) {
        for (const Lesson& lesson : week.lessons) {
            if (!lesson.subject) continue;
            Numbers& of = series[{week.klass->name, match_key(lesson.subject_name)}];
            for (const int number : numbers_in(plain_text(book.rows[lesson.row][plan_no].value))) {
                of.lessons[number].push_back(&lesson);
            }
            of.last = &lesson;
        }
    }
    for (const auto& [key, numbers] : series) {
        std::string what, what_en;
        std::vector<Location> places;
        const auto add = [&](const std::string& vi, const std::string& en, const Lesson& at) {
            what += (what.empty() ? "" : "; ") + vi;
            what_en += (what_en.empty() ? "" : "; ") + en;
            places.push_back(book.rows[at.row][plan_no].where);
        };
        int next = numbers.lessons.empty() ? 0 : numbers.lessons.begin()->first;
        for (const auto& [number, lessons] : numbers.lessons) {
            if (number > next) {
                const std::string run = std::to_string(next) +
                                        (number - 1 > next ? "–" + std::to_string(number - 1) : "");
                add("thiếu " + run, run + " missing", *lessons.front());
            }
            if (lessons.size() > 1) {
                add(std::to_string(number) + " có " + std::to_string(lessons.size()) + " lần",
                    std::to_string(number) + " stands " + std::to_string(lessons.size()) + " times",
                    *lessons.back());
            }
            next = number + 1;
        }
        if (what.empty()) continue;
        desk.findings.add(flaw::plan_numbers_uneven, std::move(places),
                          {{"class", key.first},
                           {"subject", numbers.last->subject_name},
                           {"what", what},
                           {"what_en", what_en}},
                          {key.first, "", numbers.last->term, false, "logbook"});
    }
}

}  // namespace

void check_lessons(const Desk& desk, const std::vector<LogWeek>& weeks) {
    Reviewer reviewer(desk);
    for (const LogWeek& week : weeks) reviewer.review(week);
    check_plan_numbers(desk, weeks);
}

}  // namespace hoso
