// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "recognise/rules.h"
#include "support/fake_disk.h"
#include "support/grid.h"
#include "support/templates.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

constexpr const char* dataset =
    R"(<dataset id="mark" title="Điểm" key="pupil"><column name="pupil" type="code"/><column name="value" type="mark"/></dataset>)";

std::string refusal(const std::string& source, const std::string& marks = dataset) {
    FakeDisk disk;
    disk.files["/t/datasets/mark.xml"] = marks;
    disk.files["/t/sources/x.xml"] = source;
    const TemplateFolder folder(disk, "/t");
    try {
        const Profiles profiles(folder);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

std::string layout(const std::string& inside) {
    return "<source id=\"x\" title=\"X\">\n<layout id=\"l\" title=\"L\">\n"
           "<header><key>A</key><key>B</key></header>\n" +
           inside + "\n<rows key=\"pupil\"/></layout></source>";
}

TEST(Profiles, OfTheFourteenSystemsAndThreeMoreAreAllThere) {
    const ShippedTemplates templates;
    const Profiles profiles(templates.folder);
    EXPECT_GT(profiles.layouts().size(), 20U);
    const Catalogue catalogue = load_catalogue(templates.folder);
    ASSERT_EQ(catalogue.systems.size(), 17U);
    EXPECT_EQ(catalogue.systems.front().id, "smas");
    for (std::size_t i = 0; i < 14; ++i) {
        EXPECT_EQ(catalogue.systems[i].clause, "2." + std::to_string(i + 1));
    }
}

TEST(Profiles, AGoodOneIsRead) {
    EXPECT_EQ(
        refusal(layout(
            R"(<title>Lớp {class}</title><table dataset="mark"><column name="pupil" heading="A"/></table>)")),
        "");
}

TEST(Profiles, WhatTheyDoNotKnowIsRefusedByNameAndPlace) {
    EXPECT_EQ(refusal(layout(R"(<tabel dataset="mark"/>)")),
              "templates/sources/x.xml:4:1: không biết <tabel> trong <layout>; được dùng: header, "
              "title, sheet, file, path, "
              "ignore, table, rows");
    EXPECT_EQ(refusal(layout(R"(<table dataset="marks"/>)")),
              "templates/sources/x.xml:4:1: không có bảng \"marks\"");
    EXPECT_EQ(refusal(layout(R"(<table dataset="mark"><column name="puppil"/></table>)")),
              "templates/sources/x.xml:4:23: bảng \"mark\" không có cột \"puppil\"");
    EXPECT_EQ(refusal(layout(R"(<title>Lớp {klass}</title>)")),
              "templates/sources/x.xml:4:1: không hiểu mẫu chữ \"Lớp {klass}\"");
    EXPECT_EQ(
        refusal(
            layout(""),
            R"(<dataset id="mark" title="Điểm" key="code"><column name="pupil" type="code"/></dataset>)"),
        "templates/datasets/mark.xml:1:1: khóa \"code\" không phải là cột");
    const auto with = [](const std::string& constraint) {
        return std::string(R"(<dataset id="mark" title="Điểm" key="pupil">)") +
               R"(<column name="pupil" type="code"/><column name="value" type="mark"/>)" +
               constraint + "</dataset>";
    };
    const std::string good = layout(R"(<table dataset="mark"/>)");
    const std::string place = "templates/datasets/mark.xml:1:113: ";
    EXPECT_EQ(refusal(good, with(R"(<range column="valeu" from="0"/>)")),
              place + "không có cột \"valeu\"");
    EXPECT_EQ(refusal(good, with(R"(<range column="value"/>)")),
              place + "<range> thiếu from và to");
    EXPECT_EQ(refusal(good, with(R"(<range column="value" from="@puppil"/>)")),
              place + "không có cột \"puppil\"");
    EXPECT_EQ(refusal(good, with(R"(<pattern column="pupil" form="[0-9" example="1"/>)")),
              place + "form \"[0-9\" không phải là biểu thức chính quy");
    EXPECT_EQ(refusal(good, with(R"(<pattern column="pupil" form="[0-9]+" example="a"/>)")),
              place + "ví dụ \"a\" không đúng dạng của chính nó");
    EXPECT_EQ(refusal(good, with(R"(<unique columns="pupil:day"/>)")),
              place + "\"day\": chỉ có :year, :number và :symbol");
    EXPECT_EQ(refusal(good, with(R"(<reference column="pupil" dataset="pupils" key="pupil"/>)")),
              place + "không có bảng \"pupils\"");
    EXPECT_EQ(refusal(good, with(R"(<reference column="pupil" dataset="mark" key="code"/>)")),
              place + "bảng mark không có cột \"code\"");
    EXPECT_EQ(refusal(good, with(R"(<equal column="value" dataset="mark"/>)")),
              place + "<equal> cần hoặc sum, hoặc cả dataset, by, key và to");
    EXPECT_EQ(refusal(good, with(R"(<distinct columns="pupil"/>)")).substr(0, place.size()), place);
}

TEST(Profiles, ALayoutWithoutATableIsKnownAndLeftAlone) {
    FakeDisk disk;
    disk.files["/t/sources/x.xml"] = layout("");
    Ingested ingested;
    ingested.sheets.push_back(sheet_from_text("x.csv", "", "A | B\n1 | 2"));
    Findings findings;
    const Recognised recognised = recognise(ingested, TemplateFolder(disk, "/t"), findings);
    EXPECT_THAT(recognised.unused, testing::ElementsAre("x.csv"));
    ASSERT_EQ(findings.items().size(), 1U);
    EXPECT_EQ(message(findings.items().front(), Language::Vietnamese),
              "Nhận ra \"L\"; chưa có hồ sơ nào dùng bảng này.");
}

TEST(Rules, HaveUniqueIdsOfThisRoom) {
    std::set<std::string_view> ids;
    for (const Rule* rule : recognise_rules) {
        EXPECT_EQ(rule->id.substr(0, 10), "recognise/");
        EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
        for (const auto text : {rule->vi, rule->en, rule->hint_vi, rule->hint_en})
            EXPECT_FALSE(text.empty());
    }
}

}  // namespace
}  // namespace hoso
