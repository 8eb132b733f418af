// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "recognise/recognise.h"
#include "support/grid.h"
#include "support/templates.h"

namespace hoso {

// What recognise() makes of some sheets, with the findings as lines of text:
// "file › sheet › cell: message [rule]".
struct Outcome {
    std::vector<SourceTable> tables;
    std::vector<std::string> unused, findings;
    std::vector<Finding> raw;

    explicit Outcome(std::vector<Sheet> sheets, Language language = Language::Vietnamese,
                     std::vector<Preference> prefer = {}) {
        static const ShippedTemplates templates;
        Ingested ingested;
        ingested.sheets = std::move(sheets);
        Findings found;
        Recognised recognised =
            recognise(ingested, templates.folder, found, {1, false, std::move(prefer)});
        tables = std::move(recognised.tables);
        unused = std::move(recognised.unused);
        raw = found.sorted();
        for (const Finding& finding : raw) {
            findings.push_back(describe(finding.places.front()) + ": " +
                               message(finding, language) + " [" + std::string(finding.rule->id) +
                               "]");
            hint(finding, language);  // throws if an argument is missing
        }
    }

    [[nodiscard]] const SourceTable& table(const std::string& dataset) const {
        for (const SourceTable& candidate : tables) {
            if (candidate.table.dataset == dataset) return candidate;
        }
        throw std::runtime_error("no table " + dataset);
    }
    // "8@F7 7@G7 …": a column of a table with the cells it came from.
    [[nodiscard]] std::string column(const std::string& dataset, const std::string& name) const {
        const Table& found = table(dataset).table;
        std::string text;
        for (std::size_t row = 0; row < found.rows.size(); ++row) {
            const Location& where = found.at(row, name).where;
            text += (row == 0 ? "" : " ") + found.text(row, name) + "@" +
                    cell_name(where.row, where.column);
        }
        return text;
    }
};

}  // namespace hoso
