// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/table_writer.h"

#include <algorithm>

#include "vocabulary/text.h"

namespace hoso {

namespace {

std::string read_token(const std::string& text, const std::vector<Token>& tokens) {
    // Most cells are numbers, which no token is.
    if (tokens.empty() || (text.front() >= '0' && text.front() <= '9')) return text;
    const std::string key = heading_key(text);
    for (const Token& token : tokens) {
        if (token.read == key) return token.as;
    }
    return text;
}

// What marks a cell that shows an error; compared by address, so that no other derivation equals
// it.
const std::shared_ptr<const Derivation>& error_mark() {
    static const auto mark = std::make_shared<const Derivation>(Derivation{"cell-error", "", {}});
    return mark;
}

// CSV has no kinds of cells: Excel writes an error there as its text.
bool shows_error(const Cell& cell) {
    static constexpr std::string_view errors[] = {"#N/A",   "#REF!",  "#VALUE!", "#DIV/0!",
                                                  "#NAME?", "#NULL!", "#NUM!"};
    return cell.kind == CellKind::Error ||
           std::find(std::begin(errors), std::end(errors), cell.text) != std::end(errors);
}

std::string numbered(std::string as, int number) {
    if (const auto at = as.find("{n}"); at != std::string::npos) {
        as.replace(at, 3, std::to_string(number));
    }
    return as;
}

}  // namespace

Datum error_datum(std::string text, Location where) {
    return {std::move(text), std::move(where), error_mark()};
}

bool is_error(const Datum& cell) { return !cell.empty() && cell.derivation == error_mark(); }

TableWriter::TableWriter(const Grid& grid, const Header& header, const BoundTable& bound,
                         const Context& context)
    : grid_(grid), header_(header), bound_(bound), context_(context) {
    const Dataset& dataset = *bound.shape->dataset;
    result_.table.dataset = dataset.type.id;
    for (const ColumnType& column : dataset.type.columns) {
        result_.table.columns.push_back(column.name);
        const ContextValue* value = context.find(column.name);
        constants_.push_back(value ? Datum{value->value, value->where, nullptr} : Datum{});
    }
    describe();
}

void TableWriter::add(std::uint32_t row, const std::vector<Datum>& carried) {
    std::vector<Datum> base(constants_);
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (bound_.columns[i] >= 0) {
            const Heading& heading = header_.headings[static_cast<std::size_t>(bound_.columns[i])];
            base[i] = datum(row, heading.column, i);
            if (base[i].empty() && i < carried.size() && !carried[i].empty()) base[i] = carried[i];
        } else if (base[i].empty()) {
            base[i].where = grid_.where(row, 0);
        }
    }
    if (bound_.takes.empty()) {
        result_.table.rows.push_back(std::move(base));
        return;
    }
    for (const BoundTake& take : bound_.takes) unpivot(row, base, take);
}

Datum TableWriter::datum(std::uint32_t row, std::uint32_t column, std::size_t target) const {
    Datum result;
    result.where = grid_.where(row, column);
    if (const Cell* cell = grid_.at(row, column)) {
        if (shows_error(*cell)) return error_datum(cell->text, result.where);
        std::string text = read_token(cell->text, bound_.shape->tokens[target]);
        if (!text.empty()) result.value = std::move(text);
    }
    return result;
}

void TableWriter::describe() {
    result_.system = header_.layout->system;
    result_.layout = header_.layout->id;
    result_.klass = context_.text("class");
    result_.period = context_.text(context_.find("term") ? "term" : "month");
    result_.subject = context_.text("subject");
    result_.year = context_.text("year");
    result_.teacher = context_.text("teacher");
    result_.origin = grid_.sheet().origin;
    result_.title = grid_.where(0, 0);
    for (const char* name : {"year", "term", "class"}) {
        const ContextValue* value = context_.find(name);
        if (value && value->where.row > 0) result_.title = value->where;
    }
    for (std::size_t i = 0; i < bound_.columns.size(); ++i) {
        if (bound_.columns[i] < 0) continue;
        result_.headings[result_.table.columns[i]] =
            header_.headings[static_cast<std::size_t>(bound_.columns[i])].where;
    }
    for (const BoundTake& bound : bound_.takes) {
        const Heading& heading = header_.headings[bound.heading];
        result_.headings[bound.take->as.empty() ? heading.top : bound.take->as] = heading.where;
    }
    // A column "… HKI" alone says what the title does not.
    if (bound_.takes.size() == 1 && result_.period.empty() &&
        result_.table.columns[bound_.shape->unpivot.front().into] == "term") {
        result_.period = bound_.takes.front().take->as;
        result_.title = header_.headings[bound_.takes.front().heading].where;
    }
}

void TableWriter::unpivot(std::uint32_t row, const std::vector<Datum>& base,
                          const BoundTake& bound) {
    const Unpivot& shape = bound_.shape->unpivot.front();
    const Heading& heading = header_.headings[bound.heading];
    const Datum value = datum(row, heading.column, shape.value);
    if (value.empty() && !shape.keep_blank) return;
    if (bound.take->split.empty() || value.empty() || is_error(value)) {
        const std::string& as = bound.take->others ? heading.top : bound.take->as;
        add_unpivoted(base, bound, numbered(as, 1), value);
        return;
    }
    int number = 0;
    const std::string& text = std::get<std::string>(value.value);
    for (const std::string& part : split(text, bound.take->split.front())) {
        if (is_blank(part)) continue;
        Datum cell = value;
        cell.value = clean(part);
        add_unpivoted(base, bound, numbered(bound.take->as, ++number), cell);
    }
}

void TableWriter::add_unpivoted(const std::vector<Datum>& base, const BoundTake& bound,
                                const std::string& as, const Datum& cell) {
    const Unpivot& shape = bound_.shape->unpivot.front();
    const Location& where = header_.headings[bound.heading].where;
    std::vector<Datum> made(base);
    // The remark of a sheet for the year is no remark for its first term.
    const ContextValue* own = context_.find(result_.table.columns[shape.into]);
    if (own && own->value != as && bound_.takes.size() > 1) {
        for (const std::size_t blank : bound.take->without)
            made[blank] = Datum{{}, made[blank].where, nullptr};
    }
    for (const auto& [column, text] : bound.take->sets) made[column] = Datum{text, where, nullptr};
    if (!as.empty()) made[shape.into] = Datum{as, where, nullptr};
    made[shape.value] = cell;
    result_.table.rows.push_back(std::move(made));
}

}  // namespace hoso
