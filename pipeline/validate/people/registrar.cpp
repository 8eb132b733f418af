// SPDX-License-Identifier: Apache-2.0
//
// From the list of pupils and the registers of transfers to the roll.
#include <algorithm>

#include "validate/people/roll.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

enum class State { Here, Left, Quit, MovedClass };

State state_of(const std::string& status) {
    const std::string key = match_key(status);
    const auto begins = [&](std::string_view words) {
        return key.compare(0, words.size(), words) == 0;
    };
    if (begins("chuyen lop")) return State::MovedClass;
    if (begins("chuyen di") || begins("chuyen truong")) return State::Left;
    if (begins("thoi hoc") || begins("bo hoc")) return State::Quit;
    return State::Here;
}

struct Transfer {
    Date date;
    std::string school;
    Location where;
};

std::unordered_map<std::string, Transfer> transfers(const std::vector<TypedSheet>& sheets,
                                                    const char* dataset) {
    std::unordered_map<std::string, Transfer> found;
    for (const TypedSheet& sheet : sheets) {
        if (sheet.table.dataset != dataset) continue;
        for (std::size_t row = 0; row < sheet.table.rows.size(); ++row) {
            const Datum& date = sheet.table.at(row, "date");
            const auto* day = std::get_if<Date>(&date.value);
            found[sheet.table.text(row, "pupil")] = {day ? *day : Date{},
                                                     sheet.table.text(row, "school"), date.where};
        }
    }
    return found;
}

class Registrar {
public:
    Registrar(const Setting& setting, const std::vector<TypedSheet>& sheets, Faults& faults,
              Findings& findings)
        : setting_(setting),
          faults_(faults),
          findings_(findings),
          out_(transfers(sheets, "transfer_out")),
          in_(transfers(sheets, "transfer_in")) {
        require_dates(sheets, "transfer_out", "Ngày chuyển");
        require_dates(sheets, "transfer_in", "Ngày đến");
        require_absences(sheets);
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset != "pupil") continue;
            roll_.list.columns = sheet.table.columns;
            for (const auto& row : sheet.table.rows) roll_.list.rows.push_back(row);
        }
    }

    Roll read() {
        for (std::size_t row = 0; row < roll_.list.rows.size(); ++row) add(row);
        for (Pupil& pupil : roll_.pupils) settle(pupil);
        for (const char* column : {"moet_code", "personal_id", "register_no"}) unique(column);
        return std::move(roll_);
    }

private:
    void add(std::size_t row) {
        const Table& list = roll_.list;
        const std::string code = list.text(row, "pupil"), name = list.text(row, "name");
        const std::string klass = list.text(row, "class");
        if (code.empty()) {
            if (!is_refused(faults_, list.at(row, "pupil"))) {
                findings_.add(flaw::code_missing, {list.at(row, "pupil").where},
                              {{"name", name}, {"proposal", ""}}, {klass, "", "", false});
            }
            faults_.add(flaw::code_missing, {"headcount", klass});
            return;
        }
        require(row, {"name", "birth_date", "sex", "ethnicity"});
        if (Pupil* known = roll_.find(code)) return again(*known, row);
        Pupil pupil;
        pupil.code = code;
        pupil.name = name;
        pupil.name_key = name_key(name);
        pupil.where = list.at(row, "name").where;
        pupil.where_birth = list.at(row, "birth_date").where;
        if (const auto* day = std::get_if<Date>(&list.at(row, "birth_date").value)) {
            pupil.birth_date = *day;
        }
        pupil.inclusive = !list.text(row, "disability").empty();
        pupil.stays.push_back({klass, {}, {}, row, ""});
        roll_.add(std::move(pupil));
    }

    void require(std::size_t row, std::initializer_list<const char*> columns) {
        const Table& list = roll_.list;
        static const std::map<std::string, std::string> headings = {{"name", "Họ và tên"},
                                                                    {"birth_date", "Ngày sinh"},
                                                                    {"sex", "Giới tính"},
                                                                    {"ethnicity", "Dân tộc"}};
        for (const char* column : columns) {
            const Datum& cell = list.at(row, column);
            const std::string code = list.text(row, "pupil");
            if (!cell.empty() || faults_.has({"value", code, column})) continue;
            findings_.add(flaw::value_missing, {cell.where},
                          {{"class", list.text(row, "class")},
                           {"name", list.text(row, "name")},
                           {"column", headings.at(column)}},
                          {list.text(row, "class"), code, "", false});
        }
    }

    void lacking(const Table& table, std::size_t row, const char* column,
                 const std::string& heading) {
        const Datum& cell = table.at(row, column);
        const std::string code = table.text(row, "pupil"), klass = table.text(row, "class");
        if (!cell.empty() || faults_.has({"value", code, column})) return;
        findings_.add(flaw::value_missing, {cell.where},
                      {{"class", klass}, {"name", table.text(row, "name")}, {"column", heading}},
                      {klass, code, "", false});
    }

    void require_dates(const std::vector<TypedSheet>& sheets, const char* dataset,
                       const char* heading) {
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset != dataset) continue;
            for (std::size_t row = 0; row < sheet.table.rows.size(); ++row) {
                lacking(sheet.table, row, "date", heading);
            }
        }
    }

    // Who came while school was on brings what he missed; a blank is not "0/0".
    void require_absences(const std::vector<TypedSheet>& sheets) {
        if (setting_.terms().empty()) return;
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset != "transfer_in") continue;
            for (std::size_t row = 0; row < sheet.table.rows.size(); ++row) {
                const auto* day = std::get_if<Date>(&sheet.table.at(row, "date").value);
                if (day && *day <= setting_.terms().front()->from.plus_days(grace_)) continue;
                lacking(sheet.table, row, "absences", "Nghỉ học ở trường cũ (P/K)");
            }
        }
    }

    // The code stands in the list already: he changed class, or somebody made a mistake.
    void again(Pupil& known, std::size_t row) {
        const Table& list = roll_.list;
        const Stay& first = known.stays.front();
        const std::string klass = list.text(row, "class");
        const bool same_class = klass == first.klass;
        const State before = state_of(list.text(first.row, "status"));
        const State now = state_of(list.text(row, "status"));
        const bool moved = before == State::MovedClass || now == State::MovedClass;
        if (!same_class && moved && name_key(list.text(row, "name")) == known.name_key) {
            Stay stay{klass, {}, {}, row, ""};
            if (before == State::MovedClass) {
                known.stays.push_back(stay);
            } else {
                known.stays.insert(known.stays.begin(), stay);
            }
            return;
        }
        const Location here = list.at(row, "pupil").where;
        const Location there = list.at(first.row, "pupil").where;
        const Rule& rule = same_class ? flaw::duplicate_code : flaw::pupil_in_two_classes;
        faults_.add(rule, {"headcount", klass});
        faults_.add(rule, {"headcount", first.klass});
        if (same_class) {
            // Whoever lost his code to another is not found in any other file either.
            faults_.add(flaw::duplicate_code, {"shadowed", name_key(list.text(row, "name"))});
            findings_.add(flaw::duplicate_code, {here, there},
                          {{"class", klass},
                           {"pupil", known.code},
                           {"name", known.name},
                           {"other", list.text(row, "name")}},
                          {klass, "", "", false});
            return;
        }
        // He stays in both lists, so that both classes are held back.
        findings_.add(
            flaw::pupil_in_two_classes, {here, there},
            {{"name", known.name}, {"pupil", known.code}, {"class", klass}, {"other", first.klass}},
            {klass, known.code, "", false});
        known.stays.push_back({klass, {}, {}, row, ""});
        faults_.add(flaw::pupil_in_two_classes, {"two-classes", known.code});
    }

    void settle(Pupil& pupil) {
        for (std::size_t i = 0; i + 1 < pupil.stays.size(); ++i) {
            if (faults_.has({"two-classes", pupil.code})) break;
            Stay &before = pupil.stays[i], &after = pupil.stays[i + 1];
            const Datum& status = roll_.list.at(before.row, "status");
            const auto day = date_in(plain_text(status.value));
            if (!day) {
                undated(pupil, status, "Trạng thái (ngày chuyển lớp)");
                continue;
            }
            before.to = after.from = *day;
            before.changes = "Chuyển sang lớp " + after.klass + " từ ngày " + to_dmy(*day);
            after.changes = "Từ lớp " + before.klass + " chuyển sang ngày " + to_dmy(*day);
        }
        depart(pupil);
        arrive(pupil);
    }

    void undated(const Pupil& pupil, const Datum& cell, const std::string& heading) {
        findings_.add(flaw::value_missing, {cell.where},
                      {{"class", pupil.klass()}, {"name", pupil.name}, {"column", heading}},
                      {pupil.klass(), pupil.code, "", false});
        faults_.add(flaw::value_missing, {"headcount", pupil.klass()});
        faults_.add(flaw::value_missing, {"departure", pupil.code});
    }

    void depart(Pupil& pupil) {
        Stay& stay = pupil.stays.back();
        const Datum& cell = roll_.list.at(stay.row, "status");
        const std::string status = plain_text(cell.value);
        const State state = state_of(status);
        const auto registered = out_.find(pupil.code);
        const auto written = date_in(status);
        const bool gone = state == State::Left || state == State::Quit;
        std::map<std::string, std::string> args{
            {"class", stay.klass}, {"name", pupil.name}, {"value", status}};
        if (registered == out_.end()) {
            if (!gone) return;
            leave(pupil, written.value_or(Date{}), state == State::Quit ? "Thôi học" : "Chuyển đi",
                  "");
            if (!written && state == State::Quit) {
                undated(pupil, cell, "Trạng thái (ngày thôi học)");
            }
            if (state == State::Quit) return;
            report(flaw::departure_not_registered, pupil, {cell.where}, std::move(args));
            return;
        }
        const Transfer& transfer = registered->second;
        leave(pupil, transfer.date, "Chuyển đi", transfer.school);
        if (!transfer.date.valid()) {  // which has been said
            faults_.add(flaw::value_missing, {"headcount", pupil.klass()});
            faults_.add(flaw::value_missing, {"departure", pupil.code});
            return;
        }
        args["date"] = to_dmy(transfer.date);
        if (!gone) {
            report(flaw::status_not_updated, pupil, {cell.where, transfer.where}, std::move(args));
        } else if (written && *written != transfer.date) {
            report(flaw::departure_dates_differ, pupil, {transfer.where, cell.where},
                   std::move(args));
        }
    }

    void leave(Pupil& pupil, Date day, const std::string& how, const std::string& school) {
        // Without a day he counts as gone from the start; an error holds his class back.
        const Date start = setting_.terms().empty() ? Date{} : setting_.terms().front()->from;
        pupil.left = pupil.stays.back().to = day.valid() ? day : start;
        pupil.stays.back().changes = how + (day.valid() ? " ngày " + to_dmy(day) : "") +
                                     (school.empty() ? "" : ", đến " + school);
    }

    void report(const Rule& rule, const Pupil& pupil, std::vector<Location> places,
                std::map<std::string, std::string> args) {
        findings_.add(rule, std::move(places), std::move(args),
                      {pupil.klass(), pupil.code, "", false});
        faults_.add(rule, {"headcount", pupil.klass()});
        faults_.add(rule, {"departure", pupil.code});
    }

    void arrive(Pupil& pupil) {
        Stay& stay = pupil.stays.front();
        const auto registered = in_.find(pupil.code);
        const Datum& cell = roll_.list.at(stay.row, "enrolled_on");
        const auto* enrolled = std::get_if<Date>(&cell.value);
        if (registered != in_.end()) {
            const Date day = registered->second.date;
            pupil.arrived = stay.from = day;
            const std::string& school = registered->second.school;
            stay.changes = "Chuyển đến" + (day.valid() ? " ngày " + to_dmy(day) : "") +
                           (school.empty() ? "" : ", từ " + school) +
                           (stay.changes.empty() ? "" : "; " + stay.changes);
            return;
        }
        if (!enrolled || setting_.terms().empty()) return;
        const Date begin = setting_.terms().front()->from;
        if (*enrolled <= begin.plus_days(grace_)) return;
        stay.from = *enrolled;
        findings_.add(flaw::arrival_not_registered, {cell.where},
                      {{"class", stay.klass}, {"name", pupil.name}, {"date", to_dmy(*enrolled)}},
                      {stay.klass, pupil.code, "", false});
    }

    // A code that a second pupil has too.
    void unique(const char* column) {
        static const std::map<std::string, std::string> headings = {
            {"moet_code", "Mã MOET"},
            {"personal_id", "Số định danh cá nhân"},
            {"register_no", "Số đăng bộ"}};
        std::unordered_map<std::string, const Pupil*> owner;
        for (const Pupil& pupil : roll_.pupils) {
            const Datum& cell = roll_.list.at(pupil.stays.back().row, column);
            const std::string value = plain_text(cell.value);
            if (value.empty()) continue;
            const auto [known, fresh] = owner.try_emplace(value, &pupil);
            if (fresh) continue;
            const Pupil& other = *known->second;
            faults_.add(flaw::identifier_twice, {"shared", value});
            findings_.add(flaw::identifier_twice,
                          {cell.where, roll_.list.at(other.stays.back().row, column).where},
                          {{"column", headings.at(column)},
                           {"value", value},
                           {"name", pupil.name},
                           {"class", pupil.klass()},
                           {"other", other.name + " (lớp " + other.klass() + ")"}},
                          std::vector<Scope>{{pupil.klass(), pupil.code, "", false},
                                             {other.klass(), other.code, "", false}});
        }
    }

    const Setting& setting_;
    const int grace_ = setting_.limits().arrival_grace_days;
    Faults& faults_;
    Findings& findings_;
    Roll roll_;
    std::unordered_map<std::string, Transfer> out_, in_;
};

}  // namespace

Roll read_roll(const Setting& setting, const std::vector<TypedSheet>& sheets, Faults& faults,
               Findings& findings) {
    return Registrar(setting, sheets, faults, findings).read();
}

}  // namespace hoso
