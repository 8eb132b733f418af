// SPDX-License-Identifier: Apache-2.0
//
// Text cells become typed values, by the column's type and, where the same letter means different
// things, by the class's circular. Nothing is repaired silently: what is read otherwise than it
// stands is a note, what cannot be read is an error and stays blank.
#include <charconv>

#include "assess/formula.h"
#include "assess/levels.h"
#include "validate/rules.h"
#include "validate/typing/mark_value.h"
#include "validate/typing/typist.h"
#include "validate/typing/words.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

Datum with(const Datum& raw, Scalar value) {
    Datum datum = raw;
    datum.value = std::move(value);
    return datum;
}

Datum blank_at(const Datum& raw) { return with(raw, std::monostate()); }

Datum gap_at(const Datum& raw, const std::string& sign) {
    Datum datum = blank_at(raw);
    if (!sign.empty()) {
        datum.derivation = std::make_shared<const Derivation>(Derivation{"gap", sign, {}});
    }
    return datum;
}

}  // namespace

Datum Typist::typed(const Row& row, const ColumnType& column, const Datum& raw) {
    if (is_error(raw)) return typed_error(row, column, raw);
    const std::string& type = column.type;
    const std::string original = plain_text(raw.value);
    if (type == "mark") return typed_mark(row, raw, original);
    const std::string text = tidy(original);
    if (column.name == "term") return with(raw, text.empty() ? row.term : term_id(text));
    if (text.empty()) return blank_at(raw);
    if (column.name == "absences" && type == "text") return typed_absences(row, column, raw, text);
    if (type == "average") return typed_average(row, raw, text);
    if (type == "name") return typed_name(row, raw, text);
    if (type == "code") return typed_code(row, column, raw, text);
    if (type == "date") return typed_date(row, column, raw, text);
    if (type == "int") return typed_count(row, column, raw, text);
    if (type == "decimal") return typed_decimal(row, column, raw, text);
    if (type == "level") return typed_level(row, column, raw, text);
    if (type == "token") return typed_token(row, column, raw, text);
    return with(raw, text);
}

// The cell becomes blank, and that it is blank is no finding of its own.
Datum Typist::typed_error(const Row& row, const ColumnType& column, const Datum& raw) {
    const std::string text = plain_text(raw.value);
    // ingest has told why it refused a cell; two tables of one sheet hold the same name cells.
    if (text != kUnreadableCell && !is_refused(faults_, raw)) {
        findings_.add(
            flaw::cell_error, {raw.where},
            {{"column", column.type == "mark" ? column_words(row.column) : heading_of(column)},
             {"value", text},
             {"who", row.who()}},
            row.scope());
    }
    remember_refused(flaw::cell_error, faults_, raw);
    faults_.add(flaw::cell_error, {"value", row.pupil, column.name});
    faults_.add(flaw::cell_error, {column.name, row.pupil, row.term});
    if (column.type == "int") faults_.add(flaw::cell_error, {"absences", row.pupil, row.term});
    const std::string subject = row.subject ? row.subject->code : "";
    if (column.type == "average") {
        faults_.add(flaw::cell_error, {"average", row.pupil, subject, row.term});
    }
    if (column.type == "mark") {
        faults_.add(flaw::cell_error, {"cell", row.pupil, subject, row.term, row.column});
        faults_.add(flaw::cell_error, {"marks", row.pupil, subject, row.term});
    }
    return {{}, raw.where, nullptr};
}

Datum Typist::typed_name(const Row& row, const Datum& raw, const std::string& text) {
    std::string read;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool eth = text[i] == '\xC3' && i + 1 < text.size();
        if (eth && text[i + 1] == '\x90') {  // Ð U+00D0
            read += "Đ";
            ++i;
        } else if (eth && text[i + 1] == '\xB0') {  // ð U+00F0
            read += "đ";
            ++i;
        } else {
            read += text[i];
        }
    }
    if (read != text && faults_.first({"eth", text})) {
        Scope scope = row.scope();
        scope.nothing = true;
        findings_.add(flaw::letter_eth, {raw.where}, {{"value", text}, {"read", read}}, scope);
    }
    return with(raw, read);
}

Datum Typist::typed_code(const Row& row, const ColumnType& column, const Datum& raw,
                         const std::string& text) {
    if (in_exponent_form(text)) {
        findings_.add(flaw::code_damaged, {raw.where},
                      {{"column", heading_of(column)}, {"value", text}, {"who", row.who()}},
                      row.scope());
        remember_refused(flaw::code_damaged, faults_, raw);
        if (column.name == "personal_id")
            faults_.add(flaw::code_damaged, {"personal_id", row.name});
        return blank_at(raw);
    }
    if (column.name == "pupil" && row.pupil != row.written) {
        Datum known = with(raw, row.pupil);
        known.derivation = std::make_shared<const Derivation>(Derivation{"code", text, {}});
        return known;
    }
    return with(raw, text);
}

Datum Typist::typed_date(const Row& row, const ColumnType& column, const Datum& raw,
                         const std::string& text) {
    if (const auto date = parse_date(text)) return with(raw, *date);
    findings_.add(flaw::bad_date, {raw.where},
                  {{"column", heading_of(column)}, {"value", text}, {"who", row.who()}},
                  row.scope());
    faults_.add(flaw::bad_date, {"value", row.pupil, column.name});
    remember_refused(flaw::bad_date, faults_, raw);
    return blank_at(raw);
}

Datum Typist::typed_count(const Row& row, const ColumnType& column, const Datum& raw,
                          const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= 0) {
        return with(raw, number);
    }
    findings_.add(flaw::bad_number, {raw.where},
                  {{"column", heading_of(column)}, {"value", text}, {"who", row.who()}},
                  row.scope());
    faults_.add(flaw::bad_number, {"absences", row.pupil, row.term});
    remember_refused(flaw::bad_number, faults_, raw);
    return blank_at(raw);
}

// "152,5" and 152 are numbers as marks are, in tenths; finer ones stay as they stand.
Datum Typist::typed_decimal(const Row& row, const ColumnType& column, const Datum& raw,
                            const std::string& text) {
    if (const auto tenths = parse_tenths(text)) return with(raw, *tenths);
    const auto point = text.find_first_of(".,");
    const bool digits = text.find_first_not_of("0123456789.,") == std::string::npos;
    const bool one = point != std::string::npos && point > 0 && point + 1 < text.size() &&
                     text.find_first_of(".,", point + 1) == std::string::npos;
    if (digits && one && text.size() - point <= 4) {
        return with(raw, text.substr(0, point) + "," + text.substr(point + 1));
    }
    findings_.add(flaw::bad_number, {raw.where},
                  {{"column", heading_of(column)}, {"value", text}, {"who", row.who()}},
                  row.scope());
    remember_refused(flaw::bad_number, faults_, raw);
    return blank_at(raw);
}

// "2/1": days missed with and without leave at the old school, as assess reads them.
Datum Typist::typed_absences(const Row& row, const ColumnType& column, const Datum& raw,
                             const std::string& text) {
    const auto slash = text.find('/');
    if (slash != std::string::npos) {
        const std::string with_leave = clean(text.substr(0, slash));
        const std::string without = clean(text.substr(slash + 1));
        const auto is_count = [](const std::string& part) {
            return !part.empty() && part.size() <= 3 &&
                   part.find_first_not_of("0123456789") == std::string::npos;
        };
        if (is_count(with_leave) && is_count(without)) {
            return with(raw, with_leave + "/" + without);
        }
    }
    findings_.add(flaw::value_unknown, {raw.where},
                  {{"class", row.class_name},
                   {"name", row.name},
                   {"value", text},
                   {"column", heading_of(column)}},
                  row.scope());
    faults_.add(flaw::value_unknown, {"value", row.pupil, column.name});
    return blank_at(raw);
}

std::map<std::string, std::string> Typist::mark_args(const Row& row,
                                                     const std::string& value) const {
    return {{"class", row.class_name},
            {"subject", row.subject->name},
            {"period", period_short(row.term)},
            {"name", row.name},
            {"column", column_words(row.column)},
            {"value", value}};
}

Datum Typist::typed_mark(const Row& row, const Datum& raw, const std::string& text) {
    const bool decimal_comma = row.sheet->source->origin->sheet.empty();
    const MarkReading reading = read_mark(text, row.subject->scored, decimal_comma);
    if (reading.gap) return gap_at(raw, clean(text));
    if (reading.exempt) return with(raw, clean(text));
    if (reading.fault) {
        auto args = mark_args(row, text);
        args["guess"] = reading.guess;
        if (reading.mark) args["read"] = spoken_mark(*reading.mark);
        Scope scope = row.scope();
        scope.nothing = reading.fault->severity == Severity::Note;
        findings_.add(*reading.fault, {raw.where}, std::move(args), scope);
    }
    if (reading.mark) return with(raw, *reading.mark);
    if (reading.passed) return with(raw, std::string(*reading.passed ? "Đ" : "CĐ"));
    faults_.add(*reading.fault, {"cell", row.pupil, row.subject->code, row.term, row.column});
    faults_.add(*reading.fault, {"marks", row.pupil, row.subject->code, row.term});
    return blank_at(raw);
}

Datum Typist::typed_average(const Row& row, const Datum& raw, const std::string& text) {
    if (is_gap(text)) return gap_at(raw, text);
    if (!row.subject) {  // an overall average
        if (const auto mark = parse_tenths(text); mark && mark->count <= 100) {
            return with(raw, *mark);
        }
    } else {
        if (is_exempt(text)) return with(raw, text);
        const MarkReading reading = read_mark(text, row.subject->scored, true);
        if (reading.mark) return with(raw, *reading.mark);
        if (reading.passed) return with(raw, std::string(*reading.passed ? "Đ" : "CĐ"));
    }
    findings_.add(flaw::bad_average, {raw.where},
                  {{"class", row.class_name},
                   {"subject", row.subject ? row.subject->name : "trung bình các môn"},
                   {"period", period_short(row.term)},
                   {"name", row.name},
                   {"value", text}},
                  row.scope());
    faults_.add(flaw::bad_average,
                {"average", row.pupil, row.subject ? row.subject->code : "", row.term});
    return blank_at(raw);
}

Datum Typist::typed_level(const Row& row, const ColumnType& column, const Datum& raw,
                          const std::string& text) {
    if (is_gap(text)) return gap_at(raw, text);
    const bool learning = column.name.compare(0, 8, "learning") == 0;
    const std::string words = level_words(row.pack, learning, text);
    if (!words.empty()) return with(raw, words);
    const std::string other = is_tt22(row.pack) ? "tt58" : "tt22";
    const bool of_other = !level_words(other, learning, text).empty();
    // A level for each term of earlier years stands in a column of its own.
    std::string term = row.term;
    for (const char* id : {"hk1", "hk2", "cn"}) {
        if (column.name == std::string(learning ? "learning_" : "conduct_") + id) {
            term = to_upper(id);
        }
    }
    faults_.add(of_other ? flaw::level_of_other_circular : flaw::level_unknown,
                {column.name, row.pupil, row.term});
    findings_.add(of_other ? flaw::level_of_other_circular : flaw::level_unknown, {raw.where},
                  {{"class", row.class_name},
                   {"period", period_short(term)},
                   {"name", row.name},
                   {"value", text},
                   {"column", heading_of(column)},
                   {"pack", pack_words(row.pack)},
                   {"levels", levels_of(row.pack, learning)}},
                  row.scope());
    return blank_at(raw);
}

Datum Typist::typed_token(const Row& row, const ColumnType& column, const Datum& raw,
                          const std::string& text) {
    if (column.name == "year") {
        const auto year = parse_school_year(text);
        return with(raw, year ? year->id() : text);
    }
    if (column.name != "sex") return with(raw, text);
    const std::string key = match_key(text);
    if (key == "nam") return with(raw, std::string("Nam"));
    if (key == "nu") return with(raw, std::string("Nữ"));
    findings_.add(flaw::value_unknown, {raw.where},
                  {{"class", row.class_name},
                   {"name", row.name},
                   {"value", text},
                   {"column", heading_of(column)}},
                  row.scope());
    faults_.add(flaw::value_unknown, {"value", row.pupil, column.name});
    return blank_at(raw);
}

}  // namespace hoso
