// SPDX-License-Identifier: Apache-2.0
#include "validate/due/attendance.h"

#include <algorithm>
#include <charconv>

#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// P, K make a session missed; T (late) and B (a lesson skipped) do not. "" if not understood.
std::string token_of(const std::string& text) {
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"p", "P"}, {"cp", "P"}, {"co phep", "P"}, {"k", "K"}, {"kp", "K"},     {"khong phep", "K"},
        {"t", "T"}, {"tr", "T"}, {"tre", "T"},     {"b", "B"}, {"bo tiet", "B"}};
    const std::string key = match_key(text);
    for (const auto& [word, token] : words) {
        if (word == key) return std::string(token);
    }
    return "";
}

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

struct Count {
    std::int64_t with_leave = 0, without = 0;
};

class Reader {
public:
    Reader(const Setting& setting, Faults& faults, Findings& findings)
        : setting_(setting), faults_(faults), findings_(findings) {}

    void read_days(Table& table) {
        const std::size_t token = table.column("token"), term = table.column("term");
        const std::size_t day = table.column("day"), month = table.column("month");
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::vector<Datum>& cells = table.rows[row];
            const std::string text = plain_text(cells[token].value);
            const std::string id = plain_text(cells[month].value);
            const auto* number = std::get_if<std::int64_t>(&cells[day].value);
            if (!number || id.size() != 7) continue;
            const Date date{static_cast<std::int16_t>(number_in(id.substr(0, 4))),
                            static_cast<std::int8_t>(number_in(id.substr(5))),
                            static_cast<std::int8_t>(*number)};
            const Period* of = date.valid() ? setting_.term_of(date) : nullptr;
            cells[term].value = of ? of->id : std::string();
            if (text.empty()) continue;
            const std::string read = token_of(text);
            if (read.empty()) {
                wrong(flaw::attendance_token, table, row, date, {{"value", text}});
                cells[token].value = std::monostate();
                continue;
            }
            if (!day_in_school(table, row, date, *number, text)) {
                cells[token].value = std::monostate();
                continue;
            }
            cells[token].value = read;
            Count& count = counts_[table.text(row, "pupil") + "|" + id];
            if (read == "P") ++count.with_leave;
            if (read == "K") ++count.without;
        }
    }

    void compare_totals(const Table& totals) {
        for (std::size_t row = 0; row < totals.rows.size(); ++row) {
            const std::string pupil = totals.text(row, "pupil"), month = totals.text(row, "month");
            if (faults_.has({"month", pupil, month})) continue;
            const Count count = counts_[pupil + "|" + month];
            std::vector<Location> places;
            const auto compare = [&](const char* column, std::int64_t expected) {
                const Datum& cell = totals.at(row, column);
                const auto* value = std::get_if<std::int64_t>(&cell.value);
                if (value && *value != expected) places.push_back(cell.where);
            };
            compare("absent_p", count.with_leave);
            compare("absent_k", count.without);
            compare("total", count.with_leave + count.without);
            if (places.empty()) continue;
            remember(flaw::attendance_total_differs, pupil, month);
            findings_.add(
                flaw::attendance_total_differs, std::move(places),
                {{"class", totals.text(row, "class")},
                 {"month", month_words(month)},
                 {"name", totals.text(row, "name")},
                 {"days", spoken(std::to_string(count.with_leave + count.without),
                                 std::to_string(count.with_leave), std::to_string(count.without))},
                 {"value", spoken(totals.text(row, "total"), totals.text(row, "absent_p"),
                                  totals.text(row, "absent_k"))}},
                {totals.text(row, "class"), pupil, term_of_month(month), false});
        }
    }

private:
    static std::string spoken(const std::string& total, const std::string& with_leave,
                              const std::string& without) {
        return "TS " + total + ", P " + with_leave + ", K " + without;
    }

    // Where a month lies in two terms neither is named: the year as a whole is touched.
    [[nodiscard]] std::string term_of_month(const std::string& month) const {
        const auto year = static_cast<std::int16_t>(number_in(month.substr(0, 4)));
        const auto number = static_cast<std::int8_t>(number_in(month.substr(5)));
        const Period* first = setting_.term_of({year, number, 1});
        const Period* last = setting_.term_of({year, number, 28});
        if (first && last && first != last) return "";
        return first ? first->id : last ? last->id : "";
    }

    void remember(const Rule& because, const std::string& pupil, const std::string& month) {
        faults_.add(because, {"month", pupil, month});
        const std::string term = term_of_month(month);
        for (const char* id : {"HK1", "HK2"}) {
            if (term.empty() || term == id) faults_.add(because, {"absences", pupil, id});
        }
    }

    bool day_in_school(const Table& table, std::size_t row, Date date, std::int64_t day,
                       const std::string& text) {
        if (date.valid() && setting_.is_school_day(date)) return true;
        std::string why = "ngoài thời gian học", why_en = "outside the terms";
        if (!date.valid()) {
            why = "không có ngày " + std::to_string(day) + " trong tháng";
            why_en = "not a day of the month";
        } else if (date.weekday() == 7) {
            why = "Chủ nhật";
            why_en = "a Sunday";
        } else if (setting_.is_holiday(date)) {
            why = "ngày nghỉ";
            why_en = "a holiday";
            for (const Holiday& holiday : setting_.job().holidays) {
                if (holiday.from <= date && date <= holiday.to) why += " (" + holiday.reason + ")";
            }
        }
        wrong(flaw::absence_on_day_off, table, row, date,
              {{"value", text}, {"why", why}, {"why_en", why_en}});
        return false;
    }

    void wrong(const Rule& rule, const Table& table, std::size_t row, Date date,
               std::map<std::string, std::string> args) {
        const std::string pupil = table.text(row, "pupil"), month = table.text(row, "month");
        remember(rule, pupil, month);
        args["class"] = table.text(row, "class");
        args["name"] = table.text(row, "name");
        args["date"] =
            date.valid() ? to_dmy(date) : table.text(row, "day") + " " + month_words(month);
        findings_.add(rule, {table.at(row, "token").where}, std::move(args),
                      {table.text(row, "class"), pupil, term_of_month(month), false});
    }

    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    std::unordered_map<std::string, Count> counts_;
};

}  // namespace

void check_attendance(const Setting& setting, Tables& tables, Faults& faults, Findings& findings) {
    Reader reader(setting, faults, findings);
    if (const auto days = tables.find("attendance"); days != tables.end()) {
        reader.read_days(days->second);
    }
    if (const auto totals = tables.find("attendance_total"); totals != tables.end()) {
        reader.compare_totals(totals->second);
    }
}

}  // namespace hoso
