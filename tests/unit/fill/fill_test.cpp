// SPDX-License-Identifier: Apache-2.0
#include "fill/fill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "fill/rules.h"
#include "support/fake_disk.h"
#include "vocabulary/parallel.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Node leaf(std::string text, int id = -1) { return Node{Node::Leaf{std::move(text), id}}; }
Node list(std::vector<Node> rows) { return Node{std::move(rows)}; }
Node object(Node::Object members) {
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return Node{std::move(members)};
}

// Frames as a person can read them: ‹7:8,1›.
std::string readable(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\xEE\x80") != 0) {
            out += text[i];
            continue;
        }
        const unsigned char c = static_cast<unsigned char>(text[i + 2]);
        if (c == 0x80) out += "‹";
        if (c == 0x81) out += ":";
        if (c == 0x82) out += "›";
        if (c >= 0x90) out += static_cast<char>('0' + (c - 0x90));
        i += 2;
    }
    return out;
}

class Fill : public testing::Test {
protected:
    Fill() {
        plan_.record = "I.03";
        plan_.form = "tt22";
        plan_.unit = plan_.klass = "6A";
        plan_.period.id = "HK1";
        plan_.stem = "data/6A/I.03_6A_HK1";
    }
    TemplateSet load(const std::string& document) {
        disk_.files["t/records/I.03/tt22/document.html"] = document;
        return TemplateSet(TemplateFolder(disk_, "t"), "I.03", "tt22", findings_);
    }
    std::string filled(const std::string& document, Node data) {
        plan_.data = std::move(data);
        return readable(fill(plan_, load(document), findings_).document);
    }
    std::string refusal(const std::string& document) {
        try {
            load(document);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    }
    std::vector<std::string> messages() const {
        std::vector<std::string> texts;
        for (const Finding& f : findings_.sorted())
            texts.push_back(message(f, Language::Vietnamese));
        return texts;
    }

    FakeDisk disk_;
    Findings findings_;
    DocumentPlan plan_;
};

TEST_F(Fill, FramesAPrintedValueWithItsLineageAndLeavesConstantsBare) {
    EXPECT_EQ(filled("<p>{{name}}: {{mark}}</p>",
                     object({{"name", leaf("Lò Thị Ánh", 12)}, {"mark", leaf("8,1", 305)}})),
              "<p>‹12:Lò Thị Ánh›: ‹305:8,1›</p>");
    EXPECT_EQ(filled("<p>{{title}}</p>", object({{"title", leaf("Sổ")}})), "<p>Sổ</p>");
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(Fill, EscapesForXml) {
    EXPECT_EQ(filled("<p>{{x}}</p>", object({{"x", leaf("<b> & \"'")}})),
              "<p>&lt;b&gt; &amp; &quot;&apos;</p>");
}

TEST_F(Fill, WritesABlankThatIsThereOnPurposeWithoutAFrame) {
    EXPECT_EQ(filled("<td>{{x}}</td>", object({{"x", leaf("", 4)}})), "<td></td>");
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(Fill, DoesNotFrameInsideTagsTitleAndStyle) {
    EXPECT_EQ(filled("<title>{{x}}</title><style>{{x}}</style><box checked=\"{{x}}\"/><p>{{x}}</p>",
                     object({{"x", leaf("yes", 1)}})),
              "<title>yes</title><style>yes</style><box checked=\"yes\"/><p>‹1:yes›</p>");
}

TEST_F(Fill, WalksListsAndLooksOutwards) {
    const Node data = object(
        {{"class", object({{"name", leaf("6A")}})},
         {"pupils",
          list({object({{"name", leaf("An")}, {"marks", list({leaf("8", 1), leaf("9", 2)})}}),
                object({{"name", leaf("Bình")}, {"marks", list({})}})})}});
    EXPECT_EQ(filled("{{#pupils}}{{class.name}} {{name}}:{{#marks}} {{.}}{{/marks}}{{^marks}} "
                     "chưa có{{/marks}};{{/pupils}}",
                     data),
              "6A An: ‹1:8› ‹2:9›;6A Bình: chưa có;");
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(Fill, KeepsItsPlaceAfterAListInsideARow) {
    const auto row = [](const char* name) {
        return object(
            {{"name", leaf(name)}, {"a", list({leaf("1"), leaf("2")})}, {"b", list({leaf("3")})}});
    };
    EXPECT_EQ(filled("{{#rows}}{{name}}{{#a}}{{.}}{{/a}}{{#b}}{{.}}{{name}}{{/b}}{{#a}}{{.}}{{/a}} "
                     "{{/rows}}",
                     object({{"rows", list({row("x"), row("y")})}})),
              "x123x12 y123y12 ");
}

TEST_F(Fill, EntersObjectsAndFlags) {
    const Node data = object({{"year", object({{"id", leaf("2021-2022")}})},
                              {"left", leaf("true")},
                              {"exempt", leaf("false")},
                              {"note", leaf("")}});
    EXPECT_EQ(filled("{{#year}}{{id}}{{/year}}{{#left}}L{{/left}}{{#exempt}}E{{/exempt}}"
                     "{{^exempt}}e{{year.id}}{{/exempt}}{{^note}}n{{/note}}{{exempt}}",
                     data),
              "2021-2022Le2021-2022nfalse");
}

TEST_F(Fill, PutsPartialsIn) {
    disk_.files["t/partials/head.html"] = "<p>{{school}}</p>{{! không in}}";
    EXPECT_EQ(filled("{{> head}}{{>head}}", object({{"school", leaf("THCS")}})),
              "<p>THCS</p><p>THCS</p>");
}

TEST_F(Fill, FoldsBlanksAndKeepsLines) {
    EXPECT_EQ(filled("<p>\n    a   b\n</p>\n", object({})), "<p>\na b\n</p>\n");
}

TEST_F(Fill, ReportsEveryNameWithoutAValueOncePerDocument) {
    filled("<p>{{#rows}}{{nam}}{{/rows}}</p>\n  <p>{{year.start}}{{#gone}}x{{/gone}}</p>",
           object({{"rows", list({object({}), object({})})}, {"year", object({})}}));
    EXPECT_THAT(
        messages(),
        ElementsAre(
            "mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 13: không có giá trị nào "
            "tên \"nam\" để in vào hồ sơ data/6A/I.03_6A_HK1",
            "mẫu templates/records/I.03/tt22/document.html, dòng 2, cột 20: không có giá trị nào "
            "tên \"gone\" để in vào hồ sơ data/6A/I.03_6A_HK1",
            "mẫu templates/records/I.03/tt22/document.html, dòng 2, cột 6: không có giá trị nào "
            "tên \"year.start\" để in vào hồ sơ data/6A/I.03_6A_HK1"));
    const Scope touched = findings_.items().front().scopes.front();
    EXPECT_EQ(touched, (Scope{"6A", "", "HK1", false}));
}

TEST_F(Fill, ReportsAListWhereAValueShouldStand) {
    plan_.unit = "0140600123";
    filled("{{rows}}", object({{"rows", list({leaf("1")})}}));
    EXPECT_THAT(messages(),
                ElementsAre("mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 1: "
                            "\"rows\" là một danh sách hoặc một nhóm, không in thành chữ được (hồ "
                            "sơ data/6A/I.03_6A_HK1)"));
    EXPECT_EQ(findings_.items().front().scopes.front().pupil, "0140600123");
}

TEST_F(Fill, DoesNotTakeAnOuterMemberForAMissingInnerOne) {
    filled("{{#row}}{{marks.tx2}}{{/row}}",
           object({{"marks", object({{"tx2", leaf("9")}})},
                   {"row", object({{"marks", object({{"tx1", leaf("8")}})}})}}));
    EXPECT_EQ(messages().size(), 1U);
}

TEST_F(Fill, SeesAnOuterObjectPastAColumnOfItsName) {
    EXPECT_EQ(filled("{{#rows}}{{class}} {{class.name}}{{/rows}}",
                     object({{"class", object({{"name", leaf("6A")}})},
                             {"rows", list({object({{"class", leaf("9B")}})})}})),
              "9B 6A");
    EXPECT_THAT(messages(), IsEmpty());
}

TEST_F(Fill, RefusesWhatTheTemplatesMustNotUse) {
    const std::string at = "templates/records/I.03/tt22/document.html:";
    EXPECT_EQ(refusal("a\n {{{x}}}"),
              at + "2:2: không dùng {{{…}}}: mọi giá trị đều phải là chữ thường");
    EXPECT_EQ(refusal("{{&x}}"), at + "1:1: không dùng {{&…}}: mọi giá trị đều phải là chữ thường");
    EXPECT_EQ(refusal("{{=<% %>=}}"), at + "1:1: không đổi dấu thẻ {{=…=}}");
    EXPECT_EQ(refusal("{{x"), at + "1:1: thẻ {{ chưa được đóng bằng }}");
    EXPECT_EQ(refusal("{{ }}"), at + "1:1: thẻ {{}} không có tên");
    EXPECT_EQ(refusal("{{a..b}}"), at + "1:1: tên \"a..b\" viết sai");
    EXPECT_EQ(refusal("{{#a}}"), at + "1:7: mục \"a\" mở ở dòng 1 chưa được đóng");
    EXPECT_EQ(refusal("{{#a}}{{#b}}{{/a}}{{/b}}"),
              at + "1:13: đóng mục \"a\" mà mục đó không mở ở đây");
    EXPECT_EQ(refusal("{{> absent}}"), at + "1:1: không có tệp templates/partials/absent.html");
    disk_.files["t/partials/self.html"] = "{{> self}}";
    EXPECT_EQ(refusal("{{> self}}"),
              "templates/partials/self.html:1:1: templates/partials/self.html chứa chính nó");
}

TEST_F(Fill, FindsMisspeltNamesWithoutAnyData) {
    RealDisk disk;
    const std::string root = HOSO_SOURCE_DIR "/templates/datasets";
    for (const auto& entry : disk.list(root)) {
        disk_.files["t/datasets/" + entry.path] = disk.read(root + "/" + entry.path);
    }
    disk_.files["t/records/I.03/record.xml"] =
        R"(<record id="I.03"><document unit="class" form="tt22" pack="tt22" periods="HK1" title="x"
            stem="{class}"><data><list name="pupils" from="class_list">
              <pivot name="marks" from="mark" where="pupil=^.pupil" key="column" value="value"
                     keys="tx1"/></list></data></document></record>)";
    load(
        "{{#pupils}}{{name}}{{nam}}{{marks.tx1}}{{marks.tx9}}{{class.name}}{{/pupils}}"
        "{{people.nurse.name}}{{^pupil}}{{anything}}{{/pupil}}{{school.nam}}{{period.roman}}");
    EXPECT_THAT(messages(),
                ElementsAre("mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 109: "
                            "record.xml không khai báo tên \"anything\"",
                            "mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 131: "
                            "record.xml không khai báo tên \"school.nam\"",
                            "mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 20: "
                            "record.xml không khai báo tên \"nam\"",
                            "mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 40: "
                            "record.xml không khai báo tên \"marks.tx9\"",
                            "mẫu templates/records/I.03/tt22/document.html, dòng 1, cột 99: "
                            "record.xml không khai báo tên \"pupil\""));
    EXPECT_TRUE(findings_.items().front().scopes.front().nothing);
}

TEST_F(Fill, OfOneTemplateSetByManyThreadsGivesTheSame) {
    const TemplateSet set = load("{{#rows}}<td>{{.}}</td>{{/rows}}");
    plan_.data = object({{"rows", list(std::vector<Node>(50, leaf("7,5", 3)))}});
    const std::string expected = fill(plan_, set, findings_).document;
    std::vector<std::string> results(64);
    parallel_for(results.size(), 4, [&](std::size_t i) {
        Findings own;
        results[i] = fill(plan_, set, own).document;
    });
    EXPECT_THAT(results, testing::Each(expected));
}

// Every tag of every shipped form names something that its record.xml promises.
TEST(ShippedTemplates, NameOnlyWhatTheirRecordsHave) {
    RealDisk disk;
    const TemplateFolder templates(disk, HOSO_SOURCE_DIR "/templates");
    Findings findings;
    std::size_t forms = 0;
    for (const RecordType& type : load_catalogue(templates).records) {
        if (!type.has_templates) continue;
        std::set<std::string> seen;
        for (const std::string& path : templates.list("records/" + type.id, ".html")) {
            const auto folder = std::filesystem::path(path).parent_path().filename().string();
            if (!seen.insert(folder).second) continue;
            const TemplateSet set(templates, type.id, folder, findings);
            EXPECT_TRUE(set.has_document()) << path;
            ++forms;
        }
    }
    EXPECT_GE(forms, 8U);
    for (const Finding& finding : findings.sorted()) {
        ADD_FAILURE() << message(finding, Language::Vietnamese);
    }
}

TEST(FillRules, HaveTextsInBothLanguages) {
    for (const Rule* rule : fill_rules) {
        Finding finding;
        finding.rule = rule;
        finding.args = {
            {"document", "d"}, {"template", "t"}, {"line", "1"}, {"column", "2"}, {"tag", "x"}};
        for (const Language language : {Language::Vietnamese, Language::English}) {
            EXPECT_NE(message(finding, language), "") << rule->id;
            EXPECT_NE(hint(finding, language), "") << rule->id;
        }
    }
}

}  // namespace
}  // namespace hoso
