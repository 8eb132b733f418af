// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/word/table.h"

#include <charconv>
#include <map>

#include "ingest/limits.h"
#include "ingest/package/xml_part.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "vocabulary/location.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

std::uint32_t number(pugi::xml_node properties, const char* name, std::uint32_t otherwise) {
    const std::string_view text = attribute(child(properties, name), "val");
    std::uint32_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class TableReader {
public:
    TableReader(std::shared_ptr<const Origin> origin, WordText& text, std::size_t& cells_left)
        : builder_(std::move(origin), "docx", cells_left), text_(text) {}

    // False: beyond a limit, which `fault` names.
    bool rows(pugi::xml_node parent) {
        for (const pugi::xml_node node : parent.children()) {
            const char* name = node.name();
            if (is_named(name, "tr")) {
                if (!row(node)) return false;
            } else if (!is_named(name, "tblPr") && !is_named(name, "tblGrid")) {
                if (!rows(content_of(node))) return false;
            }
        }
        return true;
    }

    bool finish(Findings& findings, Sheet& sheet) {
        for (const CellRange& merge : merges_) {
            if (merge.first_row != merge.last_row || merge.first_column != merge.last_column) {
                builder_.sheet().merges.push_back(merge);
            }
        }
        if (builder_.sheet().cells.empty()) {
            sheet = std::move(builder_.sheet());
            return true;
        }
        return builder_.finish(findings, sheet);
    }

    void report_fault(Findings& findings) const {
        const Location table = builder_.at(0, 0);
        if (fault_ == &rule::sheet_too_large) {
            report(findings, *fault_, {table},
                   {{"reference", cell_name(row_, column_)},
                    {"rows", std::to_string(limits::kRows)},
                    {"columns", std::to_string(limits::kColumns)}});
        } else {
            const std::size_t limit =
                fault_ == &rule::too_many_merges ? limits::kMerges : limits::kCells;
            report(findings, *fault_, {table}, {{"limit", std::to_string(limit)}});
        }
    }

private:
    bool refuse(const Rule& fault) {
        fault_ = &fault;
        return false;
    }

    bool row(pugi::xml_node tr) {
        const pugi::xml_node properties = child(tr, "trPr");
        if (child(properties, "ins")) text_.count_change();
        if (child(properties, "del")) {
            text_.count_change();
            return true;
        }
        if (++row_ > limits::kRows) return refuse(rule::sheet_too_large);
        column_ = 1;
        return skip(number(properties, "gridBefore", 0)) && cells(tr);
    }

    bool skip(std::uint32_t columns) {
        if (columns > limits::kColumns || column_ + columns > limits::kColumns + 1) {
            return refuse(rule::sheet_too_large);
        }
        column_ += columns;
        return true;
    }

    bool cells(pugi::xml_node parent) {
        for (const pugi::xml_node node : parent.children()) {
            if (is_named(node.name(), "tc")) {
                if (!cell(node)) return false;
            } else if (!is_named(node.name(), "trPr") && !is_named(node.name(), "tblPrEx")) {
                if (!cells(content_of(node))) return false;
            }
        }
        return true;
    }

    bool cell(pugi::xml_node tc) {
        const pugi::xml_node properties = child(tc, "tcPr");
        const std::uint32_t span = std::max(number(properties, "gridSpan", 1), 1u);
        const std::uint32_t first = column_;
        if (!skip(span)) return false;
        const std::vector<TextRun> runs = text_.cell(tc);  // its numbers count, whoever shows it
        const pugi::xml_node merge = child(properties, "vMerge");
        if (merge && attribute(merge, "val") != "restart") {
            const auto above = open_.find(first);
            if (above != open_.end() && merges_[above->second].last_row + 1 == row_) {
                merges_[above->second].last_row = row_;
                return true;
            }
        }
        open_.erase(first);
        if (merge || span > 1) {
            if (merges_.size() == limits::kMerges) return refuse(rule::too_many_merges);
            if (merge) open_[first] = merges_.size();
            merges_.push_back({row_, first, row_, first + span - 1});
        }
        if (runs.empty()) return true;
        if (!builder_.add_text(row_, first, false, make_cell_text(runs), common_font(runs))) {
            return refuse(rule::too_many_cells);
        }
        return true;
    }

    SheetBuilder builder_;
    WordText& text_;
    std::uint32_t row_ = 0, column_ = 1;
    std::vector<CellRange> merges_;
    std::map<std::uint32_t, std::size_t> open_;  // first column → the merge that goes down there
    const Rule* fault_ = nullptr;
};

}  // namespace

bool read_word_table(pugi::xml_node tbl, std::shared_ptr<const Origin> origin, WordText& text,
                     std::size_t& cells_left, Sheet& sheet, Findings& findings) {
    TableReader reader(std::move(origin), text, cells_left);
    if (!reader.rows(tbl)) {
        reader.report_fault(findings);
        return false;
    }
    return reader.finish(findings, sheet);
}

}  // namespace hoso
