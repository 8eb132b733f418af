// SPDX-License-Identifier: Apache-2.0
//
// tests/findings/render/<rule>/: fail-*.html with fail-*.expected, the findings in Vietnamese, a
// line each; pass-*.html without any.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "render/rules.h"
#include "render_support.h"
#include "support/shell.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(HOSO_SOURCE_DIR) / "tests/findings/render";

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string findings_of(const fs::path& html) {
    Findings findings;
    if (html.stem().extension() == ".workbook") {
        const test::ScratchFolder scratch;
        RealDisk disk;
        render_xlsx(read(html), {}, test::render_options(), disk, scratch.path() / "a.xlsx",
                    findings);
    } else {
        render_pdf(read(html), {}, test::fonts(), test::render_options(), findings);
    }
    std::string lines;
    for (const Finding& finding : findings.sorted()) {
        lines +=
            message(finding, Language::Vietnamese) + " [" + std::string(finding.rule->id) + "]\n";
        EXPECT_FALSE(hint(finding, Language::Vietnamese).empty());
        EXPECT_FALSE(hint(finding, Language::English).empty());
    }
    return lines;
}

std::string kebab(const Rule& rule) { return std::string(rule.id.substr(rule.id.find('/') + 1)); }

TEST(RenderFindings, EachRuleHasAFailingCase) {
    for (const Rule* rule : render_rules_table) {
        const fs::path cases = folder / kebab(*rule);
        EXPECT_TRUE(fs::exists(cases / "fail-1.html") || fs::exists(cases / "fail-1.workbook.html"))
            << rule->id;
    }
}

TEST(RenderFindings, FailingCasesTellWhatIsExpectedAndNameTheirRule) {
    const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path html = entry.path();
        if (html.extension() != ".html" || html.filename().string().rfind("fail", 0) != 0) continue;
        const std::string told = findings_of(html);
        const fs::path expected = fs::path(html).replace_extension(".expected");
        EXPECT_NE(told.find("[render/" + html.parent_path().filename().string() + "]"),
                  std::string::npos)
            << html << "\n"
            << told;
        if (update) std::ofstream(expected) << told;
        EXPECT_EQ(told, read(expected)) << html;
    }
    EXPECT_FALSE(update) << "expectations were rewritten: look at the difference";
}

TEST(RenderFindings, PassingCasesTellNothing) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path html = entry.path();
        if (html.extension() != ".html" || html.filename().string().rfind("pass", 0) != 0) continue;
        EXPECT_EQ(findings_of(html), "") << html;
    }
}

}  // namespace
}  // namespace hoso
