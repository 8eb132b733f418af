// SPDX-License-Identifier: Apache-2.0
//
// Files that travel with a document, and the PDF/A of those that are Word files.
#include "compose/rules.h"
#include "support/pdf_builder.h"
#include "unit/compose/school.h"
#include "vocabulary/digest.h"

namespace hoso {
namespace {

using testing::ElementsAre;

// Makes a PDF of two pages of everything but "broken".
class FakeOffice final : public Office {
public:
    [[nodiscard]] bool installed() const override { return true; }
    std::optional<std::string> convert(std::string_view bytes, std::string_view,
                                       Target target) override {
        EXPECT_EQ(target, Target::PdfA);
        ++asked;
        if (bytes == "broken") return std::nullopt;
        return test::pdf_of(
            {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
             "<< /Type /Page /Parent 2 0 R >>", "<< /Type /Page /Parent 2 0 R >>",
             "<< /Title (" + std::string(bytes) + ") >>"},
            "/Info 5 0 R");
    }
    void prepare(const std::vector<Source>& sources, Target) override {
        together.push_back(sources.size());
    }

    int asked = 0;
    std::vector<std::size_t> together;
};

class Attached : public SchoolTest {
protected:
    Attached() {
        disk_.files["t/datasets/plan.xml"] =
            R"(<dataset id="plan" title="Tệp Word" key="file"><column name="file" type="text"/>)"
            R"(<column name="sha256" type="text"/><column name="month" type="text"/></dataset>)";
        catalogue_.records.push_back(record("II.02", "school", {"CN"}));
        catalogue_.records.back().signers = {"principal"};
        form(
            "II.02",
            R"(<document unit="school" form="so" periods="CN" title="Sổ" stem="data/II.02_{unit}">)"
            R"(<attach from="plan" file="file" sha256="sha256" pdfa="yes" sort="month"/><data>)"
            R"(<list name="months" from="plan" sort="month" chunk-by="month"/></data></document>)");
        table("plan", {"file", "sha256", "month"});
    }
    void plan(const std::string& name, const std::string& bytes, const std::string& month) {
        disk_.files["job/" + name] = bytes;
        tables_.at("plan").rows.push_back({bare(name), bare(sha256_hex(bytes)), bare(month)});
    }
    RecordBatch made(Detail detail = Detail::Whole) {
        auto batches = compose_tables(job_, catalogue_, tables_, TemplateFolder(disk_, "t"), {"CN"},
                                      {}, findings_, more_, detail, &files_);
        EXPECT_EQ(batches.size(), 1U);
        return std::move(batches.front());
    }

    FakeOffice office_;
    NoOffice no_office_;
    AttachedFiles files_{disk_, office_, "job", "work"};
};

TEST_F(Attached, WordFilesHaveTheirPdfABesideThem) {
    plan("b.docx", "two", "2021-10");
    plan("a.pdf", "%PDF", "2021-09");
    const RecordBatch batch = made();
    ASSERT_EQ(batch.documents.size(), 1U);
    const auto& files = batch.documents[0].attachments;
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].path, "data/II.02_THCSNP_01.pdf");
    EXPECT_FALSE(files[0].copy);
    EXPECT_EQ(files[1].path, "data/II.02_THCSNP_02.docx");
    EXPECT_EQ(files[1].copy_path, "data/II.02_THCSNP_02.pdf");
    EXPECT_EQ(files[1].size, 3U);
    ASSERT_TRUE(files[1].copy);
    EXPECT_EQ(files[1].copy->pages, 2);
    EXPECT_EQ(sha256_hex(disk_.read(files[1].copy->on_disk)), files[1].copy->sha256);
    EXPECT_THAT(office_.together, ElementsAre(1U));
}

TEST_F(Attached, ARowTellsOfItsFile) {
    plan("b.docx", "two", "2021-10");
    const RecordBatch batch = made();
    const std::string digest = batch.documents.at(0).attachments.at(0).copy->sha256;
    EXPECT_THAT(
        batch.documents[0].slice,
        testing::HasSubstr(
            R"("attached":{"copied":"true","copy":{"file":"II.02_THCSNP_01.pdf","from":"","pages":"2","sha256":")" +
            digest));
    EXPECT_THAT(batch.documents[0].slice,
                testing::HasSubstr(R"("file":"II.02_THCSNP_01.docx","number":"1","size":"3")"));
}

TEST_F(Attached, ALightPlanIsWholeAgainWithoutAnotherConversion) {
    plan("b.docx", "two", "2021-10");
    const RecordBatch light = made(Detail::Light);
    const DocumentPlan again = whole(light.documents.at(0));
    EXPECT_EQ(again.key, light.documents[0].key);
    EXPECT_FALSE(again.slice.empty());
    EXPECT_EQ(office_.asked, 1);
}

TEST_F(Attached, AnotherPdfAIsAnotherDocument) {
    plan("b.docx", "two", "2021-10");
    const std::string key = made().documents.at(0).key;
    disk_.files["job/b.docx"] = "three";
    tables_.at("plan").rows[0][1] = bare(sha256_hex("three"));
    EXPECT_NE(made().documents.at(0).key, key);
}

TEST_F(Attached, IsHeldBackWithoutLibreOffice) {
    plan("b.docx", "two", "2021-10");
    AttachedFiles none(disk_, no_office_, "job", "work");
    for (AttachedFiles* files : {&none, static_cast<AttachedFiles*>(nullptr)}) {
        const auto batches = compose_tables(job_, catalogue_, tables_, TemplateFolder(disk_, "t"),
                                            {"CN"}, {}, findings_, more_, Detail::Whole, files);
        ASSERT_EQ(batches.at(0).held_back.size(), 1U);
        const Finding& finding = batches[0].held_back[0].because.at(0);
        EXPECT_EQ(finding.rule, &compose_rule::office_missing);
        EXPECT_EQ(message(finding, Language::Vietnamese),
                  "hồ sơ data/II.02_THCSNP cần bản PDF/A của 1 tệp Word, nhưng máy này không có "
                  "LibreOffice (hoặc đang chạy với --without-office)");
    }
}

TEST_F(Attached, IsHeldBackWhenAConversionFails) {
    plan("b.docx", "two", "2021-10");
    plan("c.doc", "broken", "2021-11");
    const RecordBatch batch = made();
    ASSERT_EQ(batch.held_back.size(), 1U);
    EXPECT_EQ(message(batch.held_back[0].because.at(0), Language::Vietnamese),
              "hồ sơ data/II.02_THCSNP: LibreOffice không chuyển được tệp c.doc sang PDF/A");
}

TEST_F(Attached, AFileThatChangedSinceItWasReadStopsTheRun) {
    plan("b.docx", "two", "2021-10");
    disk_.files["job/b.docx"] = "other";
    EXPECT_THROW(made(), EnvironmentError);
}

TEST_F(Attached, RowsOfAnotherDatasetMayStandForTheFiles) {
    form("II.02",
         R"(<document unit="school" form="so" periods="CN" title="Sổ" stem="data/II.02_{unit}">)"
         R"(<attach from="plan" file="file" sha256="sha256" unless="award" title="biên bản"/>)"
         R"(<data/></document>)");
    EXPECT_EQ(message(made().held_back.at(0).because.at(0), Language::Vietnamese),
              "hồ sơ data/II.02_THCSNP chưa có tệp kèm theo: không có \"biên bản\" nào");
    table("award", {"pupil"}).rows.push_back({bare("P1")});
    EXPECT_EQ(made().documents.size(), 1U);
}

constexpr Rule section_missing{"test/section", Severity::Error, "teacher", "sai", "wrong", "", ""};

TEST_F(Attached, AnErrorInAFileHoldsBackWhatItTravelsWith) {
    form(
        "II.02",
        R"(<document unit="rows" from="plan" by="month" unit-title="{month}" form="so" periods="CN" )"
        R"(title="Sổ" stem="data/{unit}"><attach from="plan" where="month=^.month" file="file" )"
        R"(sha256="sha256"/><data><list name="files" from="plan" where="month=^.month"/></data>)"
        R"(</document>)");
    plan("a.docx", "one", "2021-09");
    plan("b.docx", "two", "2021-10");
    Scope scope;
    scope.dataset = "plan";
    const auto origin = std::make_shared<Origin>(Origin{"b.docx", ""});
    findings_.push_back({&section_missing, {{origin, 3, 1}}, {}, {scope}});
    const RecordBatch batch = made();
    ASSERT_EQ(batch.documents.size(), 1U);
    EXPECT_EQ(batch.documents[0].unit, "2021-09");
    ASSERT_EQ(batch.held_back.size(), 1U);
    EXPECT_EQ(batch.held_back[0].unit, "2021-10");
}

TEST_F(Attached, OneFileOfAnyKindMayBeEnough) {
    form(
        "II.02",
        R"(<document unit="school" form="so" periods="CN" title="Sổ" stem="data/II.02_{unit}">)"
        R"(<attach from="plan" where="month='2021-09'" file="file" sha256="sha256" required="any"/>)"
        R"(<attach from="plan" where="month='2021-10'" file="file" sha256="sha256" required="any"/>)"
        R"(<data/></document>)");
    EXPECT_EQ(made().held_back.size(), 1U);
    plan("a.pdf", "%PDF", "2021-10");
    EXPECT_EQ(made().documents.size(), 1U);
}

TEST_F(Attached, PdfAsAreJoinedWhereAskedTo) {
    form("II.02",
         R"(<document unit="school" form="so" periods="CN" title="Sổ" stem="data/II.02_{unit}">)"
         R"(<attach from="plan" file="file" sha256="sha256" pdfa="yes" join="yes" sort="month"/>)"
         R"(<data><list name="files" from="plan" sort="month"/></data></document>)");
    plan("b.docx", "two", "2021-10");
    plan("a.docx", "one", "2021-09");
    const RecordBatch batch = made();
    const DocumentPlan& book = batch.documents.at(0);
    ASSERT_TRUE(book.joined);
    EXPECT_EQ(book.joined->pages, 4);
    EXPECT_EQ(book.joined_path, "data/II.02_THCSNP_gop.pdf");
    EXPECT_EQ(book.attachments[1].source, "b.docx");
    EXPECT_EQ(book.attachments[1].first_page, 3);
    EXPECT_THAT(book.slice, testing::HasSubstr(R"("joined":{"file":"II.02_THCSNP_gop.pdf")"));
    EXPECT_THAT(book.slice, testing::HasSubstr(R"("from":"3","pages":"2")"));
}

TEST_F(Attached, AWeekTakesItsOwnFiles) {
    job_.periods.push_back({job_.year, Axis::Week, "W07", {2021, 10, 18}, {2021, 10, 23}, {}});
    catalogue_.records.back().periods = {"W"};
    form(
        "II.02",
        R"(<document unit="school" form="so" periods="W" title="Sổ" stem="data/II.02_{unit}">)"
        R"(<attach from="plan" where="month=$week" file="file" sha256="sha256"/><data/></document>)");
    plan("a.docx", "one", "6");
    plan("b.docx", "two", "7");
    const auto batches = compose_tables(job_, catalogue_, tables_, TemplateFolder(disk_, "t"),
                                        {"W07"}, {}, findings_, more_, Detail::Whole, &files_);
    const auto& files = batches.at(0).documents.at(0).attachments;
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].source, "b.docx");
}

}  // namespace
}  // namespace hoso
