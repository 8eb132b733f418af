// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/rules.h"
#include "validate/typing/typist.h"
#include "validate/typing/words.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_earlier(const TypedSheet& sheet) {
    return sheet.source->table.dataset.compare(0, 8, "earlier_") == 0;
}

}  // namespace

const ClassSetting* Typist::class_of(const Datum& cell, const std::string& form) {
    const std::string text = clean(plain_text(cell.value));
    const auto [known, fresh] = classes_.try_emplace(text, nullptr);
    if (fresh) known->second = setting_.klass(text);
    if (!known->second && !text.empty() && faults_.first({"class", text, form})) {
        findings_.add(flaw::class_not_in_job, {cell.where}, {{"class", text}},
                      {text, "", "", false, form});
    }
    return known->second;
}

const SubjectList* Typist::list_of(const Row& row) {
    if (!is_earlier(*row.sheet)) return row.klass ? row.klass->subjects : nullptr;
    const auto [known, fresh] = earlier_.try_emplace({row.year, row.class_name}, nullptr);
    const auto year = parse_school_year(row.year);
    if (fresh && year) known->second = setting_.subjects_of(*year, row.class_name);
    return known->second;
}

const Subject* Typist::subject_of(const TypedSheet& sheet, const Row& row, const Datum& raw) {
    const SubjectList* list = list_of(row);
    std::string text = clean(plain_text(raw.value));
    if (text.empty()) {
        findings_.add(flaw::value_missing, {raw.where},
                      {{"class", row.class_name}, {"name", row.name}, {"column", "Môn"}},
                      row.scope());
        return nullptr;
    }
    if (!list) {
        // A row of an earlier year must not fall away unseen: the course book would print dashes.
        if (is_earlier(sheet) && faults_.first({"year", row.year, row.pupil})) {
            findings_.add(flaw::unknown_subject, {raw.where},
                          {{"class", row.class_name},
                           {"value", text},
                           {"pack", "năm học " + row.year + " (chưa có trong quy chế đánh giá)"}},
                          {"", row.pupil, row.term, false});
        }
        return nullptr;
    }
    const auto [known, fresh] = subjects_.try_emplace({list, text}, nullptr);
    if (fresh) {
        known->second = list->find(text);
        if (!known->second) known->second = list->by_heading(text);
        // "Khoa học tự nhiên (Vật lí)": the part that a teacher gives.
        const auto part = text.rfind('(');
        if (!known->second && part != std::string::npos) {
            known->second = list->by_heading(text.substr(0, part));
        }
    }
    if (!known->second &&
        faults_.first({"subject", row.class_name, text, sheet.source->origin->file})) {
        findings_.add(flaw::unknown_subject, {raw.where},
                      {{"class", row.class_name}, {"value", text}, {"pack", pack_words(row.pack)}},
                      {row.klass ? row.klass->name : "", "", row.term, false});
    }
    return known->second;
}

void Typist::fill_in(const TypedSheet& sheet, const Table& raw, std::size_t at, Row& row) {
    const auto text = [&](const char* name) {
        const int column = raw.find_column(name);
        if (column < 0) return std::string();
        const Datum& cell = raw.rows[at][static_cast<std::size_t>(column)];
        return is_error(cell) ? std::string() : tidy(plain_text(cell.value));
    };
    row.sheet = &sheet;
    row.klass = sheet.klass;
    row.name = text("name");
    row.pupil = row.written = text("pupil");
    if (!row.pupil.empty() && sheet.source->table.dataset != "pupil") {
        row.pupil = codes_.pupil(sheet.source->system, row.written, row.name, text("birth_date"));
    }
    row.term = sheet.term;
    if (const std::string term = text("term"); !term.empty()) row.term = term_id(term);
    row.column = text("column");
    row.year = text("year");
    row.class_name = text("class");
    if (row.class_name.empty() && row.klass) row.class_name = row.klass->name;
}

void Typist::type(TypedSheet& sheet, const DatasetType& dataset) {
    const Table& raw = sheet.source->table;
    sheet.table.dataset = dataset.id;
    sheet.table.columns = raw.columns;
    const Shape shape = shape_of(raw, dataset);
    const std::vector<Datum>* last = nullptr;  // what the row before gave
    sheet.table.rows.reserve(raw.rows.size());
    for (std::size_t at = 0; at < raw.rows.size(); ++at) {
        Row row;
        fill_in(sheet, raw, at, row);
        if (!find_place(shape, raw.rows[at], row)) {
            last = nullptr;
            continue;
        }
        sheet.table.rows.push_back(cells_of(shape, raw, at, last, row));
        last = &sheet.table.rows.back();
    }
}

Typist::Shape Typist::shape_of(const Table& raw, const DatasetType& dataset) {
    Shape shape;
    shape.klass = raw.find_column("class");
    // Decisions name subjects in words of their own ("tất cả").
    shape.subject = raw.find_column("subject");
    shape.subject_is_key = shape.subject >= 0 && dataset.id != "decision";
    for (const std::string& name : raw.columns) {
        const auto type =
            std::find_if(dataset.columns.begin(), dataset.columns.end(),
                         [&](const ColumnType& column) { return column.name == name; });
        shape.types.push_back(type == dataset.columns.end() ? nullptr : &*type);
    }
    return shape;
}

// The class, circular and subject of a row; false: it has none, and cannot be used.
bool Typist::find_place(const Shape& shape, const std::vector<Datum>& cells, Row& row) {
    const bool earlier = is_earlier(*row.sheet);
    if (!row.klass && shape.klass >= 0 && !earlier) {
        const auto at = static_cast<std::size_t>(shape.klass);
        if (has_key(row, *shape.types[at], cells[at]))
            row.klass = class_of(cells[at], row.sheet->form());
        if (!row.klass) return false;
    }
    if (row.klass) row.pack = row.klass->pack;
    if (earlier) {
        const auto year = parse_school_year(row.year);
        if (year && list_of(row)) row.pack = setting_.pack_of(*year, row.class_name);
    }
    row.subject = row.sheet->subject;
    if (!shape.subject_is_key || row.subject) return true;
    const auto at = static_cast<std::size_t>(shape.subject);
    if (has_key(row, *shape.types[at], cells[at])) {
        row.subject = subject_of(*row.sheet, row, cells[at]);
    }
    return row.subject != nullptr;
}

std::vector<Datum> Typist::cells_of(const Shape& shape, const Table& raw, std::size_t at,
                                    const std::vector<Datum>* last, const Row& row) {
    std::vector<Datum> made;
    made.reserve(shape.types.size());
    for (std::size_t i = 0; i < shape.types.size(); ++i) {
        const Datum& cell = raw.rows[at][i];
        // The cells of a row that was unpivoted come again for each of its marks.
        const Datum* above = last ? &raw.rows[at - 1][i] : nullptr;
        if (above && shape.types[i] && cell.where.row > 0 && cell.where == above->where &&
            cell.value == above->value) {
            made.push_back((*last)[i]);
        } else if (static_cast<int>(i) == shape.subject && row.subject) {
            made.push_back({row.subject->code, cell.where, nullptr});
        } else if (static_cast<int>(i) == shape.klass && row.klass) {
            made.push_back({row.klass->name, cell.where, nullptr});
        } else {
            made.push_back(shape.types[i] ? typed(row, *shape.types[i], cell) : cell);
        }
    }
    return made;
}

// A row without its class or subject belongs nowhere and is left out, which must be said.
bool Typist::has_key(const Row& row, const ColumnType& column, const Datum& cell) {
    if (!is_error(cell) && !tidy(plain_text(cell.value)).empty()) return true;
    // Left out of the list of pupils he is unknown to every other file: one mistake.
    if (row.sheet->source->table.dataset == "pupil" && !row.pupil.empty()) {
        faults_.add(is_error(cell) ? flaw::cell_error : flaw::value_missing,
                    {"unlisted", row.pupil});
    }
    if (is_error(cell)) {
        typed_error(row, column, cell);
        return false;
    }
    if (!is_refused(faults_, cell)) {
        findings_.add(flaw::value_missing, {cell.where},
                      {{"class", row.class_name.empty() ? "(chưa ghi)" : row.class_name},
                       {"name", row.name},
                       {"column", heading_of(column)}},
                      row.scope());
    }
    remember_refused(flaw::value_missing, faults_, cell);
    return false;
}

}  // namespace hoso
