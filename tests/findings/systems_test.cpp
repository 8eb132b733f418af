// SPDX-License-Identifier: Apache-2.0
//
// The fourteen systems of Điều 1.2: each has a profile, inputs/demo has a file of each, and every
// row of it arrives typed in validate's tables.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "catalogue/job.h"
#include "ingest/ingest.h"
#include "recognise/recognise.h"
#include "support/templates.h"
#include "validate/validate.h"

namespace hoso {
namespace {

struct Demo {
    ShippedTemplates shipped;
    Findings findings;
    NoOffice office;
    Ingested ingested = ingest(shipped.disk, office, HOSO_SOURCE_DIR "/inputs/demo", 2, findings);
    Recognised recognised = recognise(ingested, shipped.folder, findings);
    ValidBatch batch = validate(load_job(shipped.disk, HOSO_SOURCE_DIR "/inputs/demo"), recognised,
                                shipped.folder, findings);
};

const Demo& demo() {
    static const Demo school;
    return school;
}

TEST(Systems, EachHasAFileInTheDemonstration) {
    std::map<std::string, std::set<std::string>> files;
    for (const SourceTable& table : demo().recognised.tables) {
        files[table.system].insert(table.origin->file);
    }
    for (const auto& system : load_catalogue(demo().shipped.folder).systems) {
        EXPECT_FALSE(files[system.id].empty()) << system.clause << " " << system.title;
    }
}

TEST(Systems, EveryRowOfTheirTablesReachesValidateTyped) {
    // Rows of these are joined, so that there are fewer.
    const std::set<std::string> joined{"mark", "reported_subject", "reported_term", "conduct"};
    std::map<std::string, std::size_t> rows;
    for (const SourceTable& table : demo().recognised.tables) {
        rows[table.table.dataset] += table.table.rows.size();
    }
    EXPECT_GT(rows.size(), 40U);
    for (const auto& [dataset, count] : rows) {
        const std::size_t arrived = demo().batch.table(dataset).rows.size();
        EXPECT_GT(arrived, 0U) << dataset;
        if (joined.count(dataset) != 0) continue;
        EXPECT_EQ(arrived, count) << dataset;
    }
}

TEST(Systems, TheirDatesAndCountsAreNoLongerText) {
    const auto datasets = load_datasets(demo().shipped.folder);
    for (const DatasetType& dataset : datasets) {
        const Table& table = demo().batch.table(dataset.id);
        for (const ColumnType& column : dataset.columns) {
            const bool date = column.type == "date", count = column.type == "int";
            const int at = table.find_column(column.name);
            if (at < 0 || (!date && !count)) continue;
            for (const auto& row : table.rows) {
                const Scalar& value = row[static_cast<std::size_t>(at)].value;
                const bool typed = date ? std::holds_alternative<Date>(value)
                                        : std::holds_alternative<std::int64_t>(value);
                ASSERT_TRUE(typed || std::holds_alternative<std::monostate>(value))
                    << dataset.id << "." << column.name << " " << plain_text(value);
            }
        }
    }
}

TEST(Systems, OfAllFormatsThereIsAFile) {
    std::set<std::string> formats, encodings;
    for (const SourceFile& file : demo().ingested.files) formats.insert(file.format);
    for (const Sheet& sheet : demo().ingested.sheets) encodings.insert(sheet.encoding);
    for (const char* format : {"xlsx", "xls", "html", "spreadsheetml", "ods", "csv", "doc", "docx",
                               "pdf", "image", "eml", "mbox"}) {
        EXPECT_TRUE(formats.count(format) != 0) << format;
    }
    for (const char* encoding : {"UTF-16LE", "CP1258", "TCVN3", "VNI"}) {
        EXPECT_TRUE(encodings.count(encoding) != 0) << encoding;
    }
}

}  // namespace
}  // namespace hoso
