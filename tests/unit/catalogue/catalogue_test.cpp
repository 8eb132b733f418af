// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fake_disk.h"

namespace hoso {
namespace {

using testing::ElementsAre;

std::string refusal(const std::string& xml) {
    FakeDisk disk;
    disk.files["t/catalogue.xml"] = xml;
    try {
        load_catalogue(TemplateFolder(disk, "t"));
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

TEST(ShippedCatalogue, HasThe21RecordsOfDieu3) {
    RealDisk disk;
    const Catalogue catalogue = load_catalogue(TemplateFolder(disk, HOSO_SOURCE_DIR "/templates"));
    ASSERT_GT(catalogue.records.size(), 21U);
    EXPECT_EQ(catalogue.records.front().id, "I.01");
    EXPECT_EQ(catalogue.records[20].id, "III.04");
    for (std::size_t i = 21; i < catalogue.records.size(); ++i) {
        EXPECT_EQ(catalogue.records[i].id.substr(0, 3), "VP.");  // the office's papers
    }

    const RecordType* book = catalogue.find("I.3");
    ASSERT_NE(book, nullptr);
    EXPECT_EQ(book, catalogue.find("I.03"));
    EXPECT_EQ(book->title, "Sổ theo dõi và đánh giá học sinh (theo lớp)");
    EXPECT_EQ(book->form, "Online");
    EXPECT_EQ(book->when, "Sau khi kết thúc học kỳ");
    EXPECT_EQ(book->software, "SMAS");
    EXPECT_EQ(book->people, "GV");
    EXPECT_EQ(book->group, "Hồ sơ sổ sách của nhà trường");
    EXPECT_EQ(book->unit, "class");
    EXPECT_THAT(book->signers, ElementsAre("homeroom", "principal"));
    EXPECT_EQ(book->retention.term, "vĩnh viễn");
    EXPECT_EQ(book->retention.confidence, "low");

    EXPECT_EQ(catalogue.find("I.12")->title, "Hồ sơ kiểm tra đánh giá giáo viên và nhân viên");
    EXPECT_EQ(catalogue.find("I.2")->retention.term, "trả học sinh");
    EXPECT_EQ(catalogue.find("I.16"), nullptr);
}

TEST(ShippedCatalogue, SaysWhenTheTranscriptIsDue) {
    RealDisk disk;
    const Catalogue catalogue = load_catalogue(TemplateFolder(disk, HOSO_SOURCE_DIR "/templates"));
    const RecordType* transcript = catalogue.find("I.02");
    EXPECT_TRUE(transcript->due_in("CN"));
    EXPECT_TRUE(transcript->due_in("KHOA-2018-2022"));
    EXPECT_TRUE(transcript->due_in("HK1"));  // the working copy
    EXPECT_FALSE(transcript->due_in("HK2"));
    EXPECT_TRUE(catalogue.find("III.02")->due_in("W07"));
    EXPECT_TRUE(catalogue.find("I.06")->due_in("W07"));  // a page of the term's book
    EXPECT_FALSE(catalogue.find("I.03")->due_in("W07"));
}

TEST(Catalogue, OrdersSystemsByClauseAndUnnamedOnesLast) {
    FakeDisk disk;
    disk.files["t/catalogue.xml"] = "<catalogue regulation=\"x\"/>";
    disk.files["t/sources/a.xml"] = R"(<source id="vnedu" title="vnEdu"/>)";
    disk.files["t/sources/b.xml"] =
        R"(<source id="qa" clause="2.10" title="Kiểm định"><x/></source>)";
    disk.files["t/sources/c.xml"] = R"(<source id="pcgd" clause="2.9" title="Phổ cập"/>)";
    const Catalogue catalogue = load_catalogue(TemplateFolder(disk, "t"));
    std::vector<std::string> ids;
    for (const auto& system : catalogue.systems) ids.push_back(system.id);
    EXPECT_THAT(ids, ElementsAre("pcgd", "qa", "vnedu"));
}

TEST(Catalogue, RefusesWhatItDoesNotKnowByPlace) {
    EXPECT_EQ(refusal("<catalogue regulation=\"x\">\n  <group id=\"I\" title=\"T\">\n    <book/>\n"
                      "  </group>\n</catalogue>"),
              "templates/catalogue.xml:3:5: không biết <book> trong <group>; được dùng: record");
    EXPECT_EQ(
        refusal("<catalogue regulation=\"x\"><group id=\"I\" title=\"T\" tên=\"x\"/></catalogue>"),
        "templates/catalogue.xml:1:27: <group> không có thuộc tính \"tên\"; được dùng: id, "
        "title");
    EXPECT_EQ(refusal("<catalogue/>"),
              "templates/catalogue.xml:1:1: <catalogue> thiếu thuộc tính \"regulation\"");
    EXPECT_EQ(refusal("<catalogue regulation=\"x\">chữ lạ</catalogue>"),
              "templates/catalogue.xml:1:1: <catalogue> không chứa chữ, mà có \"chữ lạ\"");
}

TEST(Catalogue, RefusesXmlThatIsNotWellFormed) {
    EXPECT_EQ(refusal("<catalogue>\n<group>\n</catalogue>"),
              "templates/catalogue.xml:3:3: thẻ đóng không khớp với thẻ mở");
    EXPECT_EQ(refusal("<!DOCTYPE x><catalogue/>"),
              "templates/catalogue.xml:1:1: không dùng DOCTYPE trong tệp mẫu");
    EXPECT_EQ(refusal("<catalogue a=\"1\" a=\"2\"/>"),
              "templates/catalogue.xml:1:1: <catalogue>: thuộc tính \"a\" có hai lần");
    EXPECT_EQ(refusal("<catalogue/><catalogue/>"),
              "templates/catalogue.xml:1:13: tệp chỉ được có một phần tử gốc");
    EXPECT_EQ(refusal(""), "templates/catalogue.xml:1:1: tệp không có phần tử nào");
}

TEST(TemplateFolder, ReadsTheSchoolsOwnFileBeforeTheShippedOne) {
    FakeDisk disk;
    disk.files["t/a.xml"] = "shipped a";
    disk.files["t/b.xml"] = "shipped b";
    disk.files["t/f/1.xml"] = "";
    disk.files["job/templates/b.xml"] = "own b";
    disk.files["job/templates/f/2.xml"] = "";
    const TemplateFolder templates(disk, "t", "job/templates");
    EXPECT_EQ(templates.read("a.xml"), "shipped a");
    EXPECT_EQ(templates.read("b.xml"), "own b");
    EXPECT_FALSE(templates.exists("c.xml"));
    EXPECT_THROW(templates.read("c.xml"), EnvironmentError);
    EXPECT_THAT(templates.list("f", ".xml"), ElementsAre("f/1.xml", "f/2.xml"));
    EXPECT_THAT(templates.list("absent", ".xml"), ElementsAre());
}

}  // namespace
}  // namespace hoso
