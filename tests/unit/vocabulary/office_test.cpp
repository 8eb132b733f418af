// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/office.h"

#include <gtest/gtest.h>

#include "support/fake_disk.h"
#include "support/pdf_builder.h"
#include "vocabulary/digest.h"
#include "vocabulary/office_pdf.h"

namespace hoso {
namespace {

using test::pdf_of;
using test::pdf_stream;

std::string office_pdf(const std::string& moment, char second, const std::string& id) {
    std::string profile(128, 'p');
    profile[35] = second;
    return pdf_of(
        {"<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R /OutputIntents [<< /Type /OutputIntent "
         "/DestOutputProfile 4 0 R >>] >>",
         "<< /Type /Pages /Kids [] /Count 0 >>",
         pdf_stream("/Type /Metadata /Subtype /XML",
                    "<x><xmp:CreatorTool>Writer</xmp:CreatorTool><xmp:CreateDate>" + moment +
                        "</xmp:CreateDate></x>"),
         pdf_stream("/N 3", profile), "<< /Title (Plan) /CreationDate (D:" + moment + ") >>"},
        "/Info 5 0 R /ID [<" + id + "> <" + id + ">] /DocChecksum /" + id);
}

TEST(OfficePdf, TwoConversionsOfOneFileAreTheSameBytes) {
    const auto one = without_moments(office_pdf("20261123231302Z", '\2', "9C421FC76D0351B3"));
    const auto two = without_moments(office_pdf("20310506070809Z", '\6', "52A3AF4776B87455"));
    ASSERT_TRUE(one && two);
    EXPECT_EQ(*one, *two);
    EXPECT_EQ(one->find("Date"), std::string::npos);
    EXPECT_NE(one->find("<xmp:CreatorTool>Writer</xmp:CreatorTool>"), std::string::npos);
    EXPECT_NE(one->find("/Title (Plan)"), std::string::npos);
}

TEST(OfficePdf, WhatIsNoPdfIsRefused) {
    EXPECT_FALSE(without_moments(""));
    EXPECT_FALSE(without_moments("%PDF-1.7\nnothing"));
}

TEST(Office, AKeptConversionIsNotMadeAgain) {
    FakeDisk disk;
    RealOffice office(disk, "cache");
    if (!office.installed()) GTEST_SKIP() << "LibreOffice is not installed";
    const auto kept = std::filesystem::absolute("cache") / (sha256_hex("plan") + ".docx");
    disk.files[kept.generic_string()] = "converted";
    EXPECT_EQ(office.convert("plan", "doc", Office::Target::Docx), "converted");
    EXPECT_EQ(disk.files.size(), 1U);
}

TEST(OfficePdf, SeveralAreJoinedInOrder) {
    const auto part = [](const char* page) {
        return pdf_of({"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
                       "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                       std::string("<< /Type /Page /Parent 2 0 R /Name ") + page + " >>",
                       "<< /Type /Outlines >>", "<< /Title (One) >>"},
                      "/Info 5 0 R");
    };
    const auto whole = joined_pages({part("/First"), part("/Second"), part("/Third")});
    ASSERT_TRUE(whole);
    EXPECT_EQ(page_count(*whole), 3);
    EXPECT_LT(whole->find("/First"), whole->find("/Second"));
    EXPECT_LT(whole->find("/Second"), whole->find("/Third"));
    EXPECT_EQ(whole->find("Outlines"), std::string::npos);
    EXPECT_EQ(whole->find("Title"), std::string::npos);
    EXPECT_EQ(joined_pages({part("/First"), part("/Second"), part("/Third")}), whole);
    EXPECT_FALSE(joined_pages({}));
    EXPECT_FALSE(joined_pages({part("/First"), "no PDF"}));
}

TEST(OfficePdf, PagesAreCounted) {
    EXPECT_EQ(page_count(pdf_of(
                  {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                   "<< /Type /Page /Parent 2 0 R >>"},
                  "")),
              1);
    EXPECT_EQ(page_count("no PDF"), 0);
}

TEST(Office, WhatIsMadeTogetherIsWhatIsMadeAlone) {
    RealDisk disk;
    const auto root = std::filesystem::path(HOSO_BINARY_DIR) / "scratch/office_together";
    disk.remove(root);
    RealOffice together(disk, root / "together"), alone(disk, root / "alone");
    if (!together.installed()) GTEST_SKIP() << "LibreOffice is not installed";
    const std::string one = "{\\rtf1 One}", two = "{\\rtf1 Two}";
    const auto target = Office::Target::PdfA;
    together.prepare({{one, "doc"}, {"\xFF", "docx"}, {two, "doc"}}, target);
    const auto kept = root / "together" / (sha256_hex(two) + ".pdf");
    ASSERT_TRUE(disk.exists(kept));
    EXPECT_EQ(disk.read(kept), alone.convert(two, "doc", target));
    EXPECT_EQ(together.convert(two, "doc", target), disk.read(kept));
}

TEST(Office, WithoutLibreOfficeNothingIsConverted) {
    NoOffice none;
    EXPECT_FALSE(none.installed());
    EXPECT_FALSE(none.convert("plan", "doc", Office::Target::PdfA));
}

}  // namespace
}  // namespace hoso
