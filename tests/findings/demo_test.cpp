// SPDX-License-Identifier: Apache-2.0
//
// The real files through ingest, recognise and validate: inputs/demo has nothing to complain of,
// and each mistake of inputs/mistakes.json is found once, where it is, and nothing else is.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catalogue/job.h"
#include "ingest/ingest.h"
#include "recognise/recognise.h"
#include "support/templates.h"
#include "validate/validate.h"

namespace hoso {
namespace {

const std::string inputs = HOSO_SOURCE_DIR "/inputs/";

std::vector<Finding> findings_of(const std::string& folder) {
    ShippedTemplates shipped;
    const Job job = load_job(shipped.disk, inputs + folder);
    Findings findings;
    NoOffice office;
    const Ingested ingested = ingest(shipped.disk, office, inputs + folder, 2, findings);
    const Recognised recognised = recognise(ingested, shipped.folder, findings);
    validate(job, recognised, shipped.folder, findings);
    std::vector<Finding> told = findings.sorted();
    // One paper is a .doc; this test does not wait for LibreOffice.
    told.erase(std::remove_if(told.begin(), told.end(),
                              [](const Finding& finding) {
                                  return finding.rule->id ==
                                         std::string_view("ingest/doc-needs-office");
                              }),
               told.end());
    return told;
}

std::string told(const Finding& finding) {
    std::string places;
    for (const Location& place : finding.places) places += describe(place) + " | ";
    return places + message(finding, Language::Vietnamese) + " [" + std::string(finding.rule->id) +
           "]";
}

const char* severity_of(const Finding& finding) {
    static constexpr const char* names[] = {"error", "warning", "note"};
    return names[static_cast<std::size_t>(finding.severity())];
}

// "F8" of the mistake's sheet, "file!F8" of another, or a whole file.
bool points_at(const Finding& finding, const nlohmann::json& mistake) {
    const std::string file = mistake["file"];
    return std::any_of(finding.places.begin(), finding.places.end(), [&](const Location& place) {
        if (!place.origin || place.origin->file != file) return false;
        if (mistake["cell"].is_null()) return true;
        const std::string cell = cell_name(place.row, place.column);
        if (cell == mistake["cell"]) return true;
        // A whole row: "16" for "C16".
        if (place.column == 0 && mistake["cell"].get<std::string>().substr(1) == cell) return true;
        return std::any_of(mistake["also"].begin(), mistake["also"].end(),
                           [&](const nlohmann::json& also) { return also == cell; });
    });
}

TEST(Demo, HasNothingToComplainOf) {
    for (const Finding& finding : findings_of("demo")) {
        EXPECT_EQ(finding.rule->severity, Severity::Note) << told(finding);
    }
}

TEST(DemoWithMistakes, EachMistakeIsFoundOnceAndNothingElse) {
    nlohmann::json mistakes;
    std::ifstream(inputs + "mistakes.json") >> mistakes;
    const std::vector<Finding> findings = findings_of("demo-with-mistakes");
    std::set<const Finding*> explained;
    for (const nlohmann::json& mistake : mistakes) {
        std::vector<const Finding*> found;
        for (const Finding& finding : findings) {
            if (finding.rule->id == mistake["expected_rule"].get<std::string>() &&
                points_at(finding, mistake)) {
                found.push_back(&finding);
            }
        }
        EXPECT_EQ(found.size(), 1u) << mistake.dump();
        explained.insert(found.begin(), found.end());
        if (found.size() != 1) continue;
        EXPECT_EQ(severity_of(*found[0]), mistake["severity"]) << mistake.dump();
        EXPECT_FALSE(hint(*found[0], Language::Vietnamese).empty());
        EXPECT_FALSE(message(*found[0], Language::English).empty());
    }
    for (const Finding& finding : findings) {
        // Notes that inputs/demo has, too.
        const bool of_demo = finding.rule->severity == Severity::Note;
        EXPECT_TRUE(explained.count(&finding) != 0 || of_demo) << told(finding);
    }
}

}  // namespace
}  // namespace hoso
