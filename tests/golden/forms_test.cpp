// SPDX-License-Identifier: Apache-2.0
// A template folder is its own test: each templates/records/<record>/<form>/sample*.json is filled
// and rendered without a finding, and reads as tests/golden/forms/<record>.<form>.<sample>.txt says
// (pdftotext -layout). UPDATE_GOLDEN=1 rewrites those files and then fails.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "fill/fill.h"
#include "render/render.h"
#include "support/shell.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::IsEmpty;

const fs::path records = fs::path(HOSO_SOURCE_DIR) / "templates" / "records";
const fs::path goldens = fs::path(HOSO_SOURCE_DIR) / "tests" / "golden" / "forms";

struct Sample {
    std::string record, form, name;
    [[nodiscard]] fs::path path() const { return records / record / form / (name + ".json"); }
    [[nodiscard]] std::string title() const { return record + "." + form + "." + name; }
};

void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.title(); }

std::vector<fs::path> folders_of_forms() {
    std::vector<fs::path> forms;
    for (const auto& record : fs::directory_iterator(records)) {
        for (const auto& form : fs::directory_iterator(record)) {
            if (fs::exists(form.path() / "document.html")) forms.push_back(form.path());
        }
    }
    std::sort(forms.begin(), forms.end());
    return forms;
}

std::vector<Sample> samples() {
    std::vector<Sample> found;
    for (const fs::path& form : folders_of_forms()) {
        for (const auto& file : fs::directory_iterator(form)) {
            const std::string stem = file.path().stem().string();
            if (file.path().extension() != ".json") continue;
            found.push_back({form.parent_path().filename(), form.filename(), stem});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Sample& a, const Sample& b) { return a.title() < b.title(); });
    return found;
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Node node_of(const json& value) {
    if (value.is_object()) {
        Node::Object members;  // json keeps its keys sorted, as Node wants them
        for (const auto& [key, member] : value.items()) members.emplace_back(key, node_of(member));
        return Node{std::move(members)};
    }
    if (value.is_array()) {
        Node::List rows;
        for (const json& row : value) rows.push_back(node_of(row));
        return Node{std::move(rows)};
    }
    return Node{Node::Leaf{value.get<std::string>(), -1}};
}

std::vector<std::string> messages(const Findings& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings.sorted()) {
        all.push_back(message(finding, Language::English) + " [" + std::string(finding.rule->id) +
                      "]");
    }
    return all;
}

class Form : public testing::TestWithParam<Sample> {
protected:
    FilledDocument filled() {
        const Sample& sample = GetParam();
        DocumentPlan plan;
        plan.record = sample.record;
        plan.form = sample.form;
        plan.stem = sample.title();
        plan.has_workbook = has_workbook();
        plan.data = node_of(json::parse(read(sample.path())));
        const TemplateFolder templates(disk_, fs::path(HOSO_SOURCE_DIR) / "templates");
        const TemplateSet set(templates, sample.record, sample.form, findings_);
        return fill(plan, set, findings_);
    }
    static bool has_workbook() {
        return fs::exists(GetParam().path().parent_path() / "workbook.html");
    }
    RenderOptions options() const {
        RenderOptions options;
        options.title = GetParam().title();
        options.author = "hoso";
        options.created = Date{2022, 1, 12};
        options.id_seed = options.title;
        return options;
    }
    RealDisk disk_;
    Findings findings_;
    test::ScratchFolder scratch_;
};

TEST_P(Form, prints_its_sample_as_the_golden_text_says) {
    const FontSet fonts(disk_, HOSO_FONT_FOLDER, HOSO_FULL_FONT_FOLDER);
    const PdfRendition pdf = render_pdf(filled().document, {}, fonts, options(), findings_);
    EXPECT_THAT(messages(findings_), IsEmpty());
    const fs::path file = scratch_.path() / "form.pdf";
    std::ofstream(file, std::ios::binary) << pdf.bytes;
    const test::Outcome text = test::run("pdftotext -layout " + file.string() + " -");
    ASSERT_EQ(text.status, 0) << text.err;
    const fs::path golden = goldens / (GetParam().title() + ".txt");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::ofstream(golden, std::ios::binary) << text.out;
        FAIL() << golden << " was rewritten: read it, then run again";
    }
    EXPECT_EQ(text.out, read(golden)) << "UPDATE_GOLDEN=1 rewrites it";
}

TEST_P(Form, makes_a_workbook_of_its_sample) {
    const fs::path file = scratch_.path() / "form.xlsx";
    const FilledDocument document = filled();
    if (has_workbook()) {
        render_xlsx(document.workbook, {}, options(), disk_, file, findings_);
    }
    EXPECT_THAT(messages(findings_), IsEmpty());
    EXPECT_EQ(fs::exists(file), has_workbook());
}

INSTANTIATE_TEST_SUITE_P(Samples, Form, testing::ValuesIn(samples()), [](const auto& test) {
    std::string name = test.param.title();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '.' || c == '-'; }, '_');
    return name;
});

TEST(Forms, each_has_a_sample) {
    for (const fs::path& form : folders_of_forms()) {
        EXPECT_TRUE(fs::exists(form / "sample.json")) << form;
    }
}

TEST(Forms, no_golden_text_is_left_over) {
    std::vector<std::string> known;
    for (const Sample& sample : samples()) known.push_back(sample.title() + ".txt");
    for (const auto& file : fs::directory_iterator(goldens)) {
        EXPECT_THAT(known, testing::Contains(file.path().filename().string()));
    }
}

}  // namespace
}  // namespace hoso
