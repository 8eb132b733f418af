// SPDX-License-Identifier: Apache-2.0
//
// tests/findings/validate/<rule>/: fail-*.case with fail-*.expected, every finding with its places
// and hint, as the secretary reads it; pass-*.case without any.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>

#include "assess/rules.h"
#include "school_case.h"
#include "validate/rules.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;

const fs::path tests = fs::path(HOSO_SOURCE_DIR) / "tests/findings";

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string words_of(const Scope& scope) {
    const std::string form = scope.dataset.empty() ? "" : " (" + scope.dataset + ")";
    std::string text;
    for (const std::string& part : {scope.klass, scope.pupil, scope.period}) {
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    }
    if (scope.nothing) return "không giữ lại gì";
    return (text.empty() ? "tất cả" : text) + form;
}

std::string words_of(const std::vector<Scope>& scopes) {
    std::string text;
    for (const Scope& scope : scopes) text += (text.empty() ? "" : ", ") + words_of(scope);
    return text;
}

std::string told(const Findings& findings) {
    static constexpr const char* severities[] = {"lỗi", "cảnh báo", "ghi chú"};
    std::string text;
    for (const Finding& finding : findings.sorted()) {
        std::string places;
        for (const Location& place : finding.places) {
            places += (places.empty() ? "" : " | ") + describe(place);
        }
        text += (places.empty() ? "(công việc)" : places) + ": " +
                severities[static_cast<std::size_t>(finding.rule->severity)] + ": " +
                message(finding, Language::Vietnamese) + " [" + std::string(finding.rule->id) +
                "]\n  gợi ý: " + hint(finding, Language::Vietnamese) +
                "\n  phạm vi: " + words_of(finding.scopes) + "\n";
        EXPECT_FALSE(message(finding, Language::English).empty());
        EXPECT_FALSE(hint(finding, Language::English).empty());
    }
    return text;
}

std::string findings_of(const fs::path& path) {
    test::SchoolCase school(tests / "validate");
    school.read(path);
    school.run();
    return told(school.findings);
}

std::vector<fs::path> cases(const char* room, const std::string& beginning) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(tests / room)) {
        const fs::path& path = entry.path();
        if (path.extension() != ".case") continue;
        if (path.filename().string().rfind(beginning, 0) == 0) found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

TEST(ValidateFindings, TheBaseHasNone) {
    test::SchoolCase school(tests / "validate");
    school.run();
    EXPECT_EQ(told(school.findings), "");
}

TEST(ValidateFindings, EachRuleHasAFailingCase) {
    std::vector<const Rule*> rules(std::begin(validate_rules), std::end(validate_rules));
    rules.insert(rules.end(), std::begin(assess_rules), std::end(assess_rules));
    for (const Rule* rule : rules) {
        EXPECT_TRUE(fs::exists(tests / std::string(rule->id) / "fail-1.case")) << rule->id;
    }
}

TEST(ValidateFindings, FailingCasesTellWhatIsExpectedAndNameTheirRule) {
    const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
    for (const char* room : {"validate", "assess"}) {
        for (const fs::path& path : cases(room, "fail")) {
            const std::string text = findings_of(path);
            const std::string rule = room + ("/" + path.parent_path().filename().string());
            const fs::path expected = fs::path(path).replace_extension(".expected");
            EXPECT_NE(text.find("[" + rule + "]"), std::string::npos) << path << "\n" << text;
            if (update) std::ofstream(expected) << text;
            EXPECT_EQ(text, read(expected)) << path;
        }
    }
    EXPECT_FALSE(update) << "expectations were rewritten: look at the difference";
}

TEST(ValidateFindings, PassingCasesTellNothing) {
    for (const fs::path& path : cases("validate", "pass")) {
        EXPECT_EQ(findings_of(path), "") << path;
    }
}

}  // namespace
}  // namespace hoso
