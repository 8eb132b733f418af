// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>

#include "recognise/recognise.h"
#include "support/templates.h"

namespace hoso {
namespace {

TEST(Demo, EverySheetIsRecognisedWithoutWarnings) {
    RealDisk disk;
    NoOffice office;
    Findings findings;
    const Ingested ingested = ingest(disk, office, HOSO_SOURCE_DIR "/inputs/demo", 2, findings);
    ASSERT_FALSE(ingested.sheets.empty());
    ShippedTemplates templates;
    const Recognised recognised = recognise(ingested, templates.folder, findings);
    for (const Finding& finding : findings.sorted()) {
        // One paper is a .doc, which only LibreOffice reads.
        if (finding.rule->id == std::string_view("ingest/doc-needs-office")) continue;
        EXPECT_EQ(finding.rule->severity, Severity::Note)
            << describe(finding.places.front()) << ": " << message(finding, Language::Vietnamese);
    }
    EXPECT_TRUE(recognised.unused.empty()) << recognised.unused.front();

    std::map<std::string, std::size_t> tables;
    for (const SourceTable& table : recognised.tables) {
        ++tables[table.table.dataset];
        EXPECT_FALSE(table.table.rows.empty()) << table.layout << " " << table.origin->file;
    }
    for (const char* dataset : {"pupil",
                                "pupil_csdl",
                                "mark",
                                "reported_subject",
                                "reported_term",
                                "attendance",
                                "attendance_total",
                                "conduct",
                                "assignment",
                                "decision",
                                "transfer_in",
                                "transfer_out",
                                "earlier_year",
                                "earlier_subject",
                                "register_entry",
                                "health",
                                "logbook",
                                "logbook_week",
                                "dispatch_out",
                                "dispatch_in",
                                "post",
                                "meal",
                                "statistic",
                                "pcgd_person",
                                "pcgd_statistic",
                                "evidence",
                                "staff",
                                "certificate",
                                "asset",
                                "cash_entry",
                                "equipment",
                                "equipment_loan",
                                "book",
                                "book_loan",
                                "correction",
                                "lock",
                                "award",
                                "disciplinary",
                                "calendar_entry",
                                "timetable",
                                "discipline"}) {
        EXPECT_GT(tables[dataset], 0U) << dataset;
    }
}

}  // namespace
}  // namespace hoso
