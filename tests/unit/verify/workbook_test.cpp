// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verify/test_bag.h"
#include "unit/verify/test_workbook.h"
#include "verify/xml_tree.h"

namespace hoso {
namespace {

using test::kOffice;
using test::people;
using test::TestWorkbook;
using test::verify_bytes;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TestWorkbook signed_twice() {
    TestWorkbook book;
    return book.sign(people().teacher).sign(people().principal);
}

// What `text` in a file becomes; the signatures stay.
test::Verified after(TestWorkbook book, const std::string& file, const std::string& from,
                     const std::string& to) {
    std::string& content = book.files.at(file);
    content.replace(content.find(from), from.size(), to);
    return verify_bytes(book.bytes());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

TEST(SignedWorkbook, TwoSignaturesAreIntactAndTrusted) {
    const auto verified = verify_bytes(signed_twice().bytes());
    EXPECT_THAT(verified.messages, IsEmpty());
    EXPECT_EQ(verified.verdicts(), "YYY");
    ASSERT_EQ(verified.report.signatures.size(), 2u);
    for (const SignatureCheck& check : verified.report.signatures) {
        EXPECT_TRUE(check.covers_whole_file);
        EXPECT_EQ(check.role, "A & B > \"C\"");
    }
    EXPECT_EQ(verified.report.signatures[1].note,
              "Chữ ký của Vì Văn Thủy lúc 12/01/2022 09:30:00 +07:00 khớp với nội dung, "
              "chứng thư được công nhận.");
}

TEST(SignedWorkbook, WithoutSignaturesNothingIsProved) {
    const auto verified = verify_bytes(TestWorkbook().bytes());
    EXPECT_THAT(verified.messages, ElementsAre("a.zip: Tệp Excel này không có chữ ký số."));
    EXPECT_EQ(verified.verdicts(), "Y?N");
}

TEST(SignedWorkbook, AChangedCellIsNamedWithItsSheet) {
    const auto verified = after(signed_twice(), "xl/sheet1.xml", "8.1", "9.1");
    EXPECT_THAT(
        verified.messages,
        ElementsAre("a.zip: Tệp Excel đã bị sửa sau khi Trần Thị Hương ký: trang tính \"TOÁN\".",
                    "a.zip: Tệp Excel đã bị sửa sau khi Vì Văn Thủy ký: trang tính \"TOÁN\"."));
    EXPECT_EQ(verified.verdicts(), "YNN");
}

TEST(SignedWorkbook, WhatIsAddedOrTakenAwayIsNoticed) {
    TestWorkbook book = TestWorkbook().sign(people().teacher);
    book.files["xl/sheet2.xml"] = "<sheet>5.0</sheet>";
    EXPECT_THAT(verify_bytes(book.bytes()).messages,
                ElementsAre("a.zip: Tệp Excel có phần không được Trần Thị Hương ký: "
                            "/xl/sheet2.xml."));
    book.files.erase("xl/sheet2.xml");
    book.files.erase("xl/sheet1.xml");
    EXPECT_THAT(verify_bytes(book.bytes()).messages,
                ElementsAre("a.zip: Tệp Excel đã bị sửa sau khi Trần Thị Hương ký: "
                            "trang tính \"TOÁN\"."));
}

TEST(SignedWorkbook, RelationshipsAndContentTypesAreSignedToo) {
    const TestWorkbook book = TestWorkbook().sign(people().teacher);
    const std::string links = "xl/_rels/workbook.xml.rels", end = "</Relationships>";
    const std::string added = "<Relationship Id=\"t\" Type=\"x\" Target=\"y\"/>";
    for (const auto& verified :
         {after(book, links, "sheet1.xml", "sheet9.xml"), after(book, links, end, added + end),
          after(book, links, "Id=\"s\"", "Id=\"s\" x=\"\""),
          after(book, "_rels/.rels", end, added + end),
          after(book, "[Content_Types].xml", "\"sheet\"", "\"macro\"")}) {
        EXPECT_THAT(verified.messages, ElementsAre(HasSubstr("đã bị sửa sau khi Trần Thị Hương")));
        EXPECT_EQ(verified.verdicts(), "YNN");
    }
}

TEST(SignedWorkbook, NothingHidesBehindTheOriginOfTheSignatures) {
    TestWorkbook book = TestWorkbook().sign(people().teacher);
    book.files["sign/origin.sigs"] = "macro";
    EXPECT_THAT(verify_bytes(book.bytes()).messages,
                ElementsAre("a.zip: Tệp Excel này không có chữ ký số."));
    book.files["sign/origin.sigs"] = "";
    book.files["sign/macro.bin"] = "macro";
    EXPECT_THAT(verify_bytes(book.bytes()).messages, ElementsAre(HasSubstr("/sign/macro.bin")));
}

TEST(SignedWorkbook, WhatTheKeySignedIsNoticedWhenItChanges) {
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"09:30:00", "10:30:00"},
                                                          {"A &amp; B", "B &amp; A"},
                                                          {"<Manifest>\n", "<Manifest>"}}) {
        TestWorkbook book = TestWorkbook().sign(people().teacher);
        book.signatures[0] = replaced(book.signatures[0], from, to);
        EXPECT_THAT(
            verify_bytes(book.bytes()).messages,
            ElementsAre("a.zip: Chữ ký số của Trần Thị Hương không khớp với nội dung tệp."));
    }
}

TEST(SignedWorkbook, AnotherManifestIsNobodysWord) {
    // The signed one stays in the file under its id; a second one stands before it.
    TestWorkbook book = TestWorkbook().sign(people().teacher), other;
    other.files["xl/sheet1.xml"] = "<sheet>9.9</sheet>";
    book.files = other.files;
    const std::string forged =
        "<Object Id=\"parts\"><Manifest>" + other.manifest() + "</Manifest></Object><Object   Id";
    book.signatures[0] = replaced(book.signatures[0], "<Object   Id", forged);
    EXPECT_THAT(verify_bytes(book.bytes()).messages,
                ElementsAre("a.zip: Không đọc được chữ ký số (URI #parts)."));
    // The same under an id of its own.
    book.signatures[0] = replaced(book.signatures[0], "<Object Id=\"parts\">", "<Object>");
    EXPECT_THAT(verify_bytes(book.bytes()).messages,
                ElementsAre(HasSubstr("đã bị sửa sau khi Trần Thị Hương ký")));
}

TEST(SignedWorkbook, AnotherCertificateThanTheSignedOneIsRefused) {
    TestWorkbook book;
    book.sign(people().teacher, &people().principal);
    EXPECT_THAT(verify_bytes(book.bytes()).messages,
                ElementsAre(HasSubstr("không khớp với nội dung tệp")));
}

TEST(SignedWorkbook, WeakAndForeignKeysAndPastCertificatesAreNamed) {
    const auto messages = [](const test::Identity& who, const std::string& method = "") {
        return verify_bytes(TestWorkbook().sign(who, nullptr, method).bytes()).messages;
    };
    EXPECT_THAT(messages(people().weak), ElementsAre(HasSubstr("không còn an toàn (1024 bit)")));
    EXPECT_THAT(messages(people().teacher, "rsa-sha1"),
                ElementsAre(HasSubstr("không còn an toàn (rsa-sha1)")));
    EXPECT_THAT(messages(people().stranger),
                ElementsAre(HasSubstr("không do nơi được công nhận cấp")));
    EXPECT_THAT(messages(people().former),
                ElementsAre(HasSubstr("không còn (hoặc chưa có) hiệu lực")));
    EXPECT_THAT(messages(people().principal, "rsa-sha256"),
                ElementsAre(HasSubstr("không khớp với nội dung tệp")));
}

TEST(SignedWorkbook, BrokenSignaturesAreUnreadableNotFatal) {
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"</Signature>", ""},
             {"<?xml version=\"1.0\"?>", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b 'c'>]>"},
             {"xmldsig#\"", "other\""},
             {"<SignatureValue>", "<SignatureValue>*"},
             {"REC-xml-c14n-20010315", "x"},
             {"URI=\"#parts\"", "URI=\"\""}}) {
        TestWorkbook book = TestWorkbook().sign(people().teacher);
        book.signatures[0] = replaced(book.signatures[0], from, to);
        EXPECT_THAT(verify_bytes(book.bytes()).messages,
                    ElementsAre(HasSubstr("Không đọc được chữ ký số")))
            << from;
    }
    std::string deep = "<a>";
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    for (int i = 0; i < 100'000; ++i) deep += "</a>";
    EXPECT_FALSE(xml::parse(deep + "</a>"));
}

TEST(SignedWorkbook, AnyFlippedByteIsNoticed) {
    const std::string good = TestWorkbook().sign(people().principal).bytes();
    // Versions, times and attributes of the archive's headers, the order of what is no content,
    // certificates beside the signer's: what changes nothing that a reader shows.
    std::size_t unseen = 0, tried = 0;
    for (std::size_t at = 0; at < good.size(); at += 7) {
        std::string bad = good;
        bad[at] ^= 1;
        const auto verified = verify_bytes(bad);
        ++tried;
        if (verified.verdicts() == "YYY" && verified.messages.empty()) ++unseen;
    }
    EXPECT_EQ(unseen, 0u) << "of " << tried;
}

TEST(Canonical, IsThatOfTheRecommendation) {
    // Canonical XML 1.0, 3.3 and 3.4, without the document type.
    const auto document = xml::parse(
        "<doc>\n<e1   />\n<e3   name = \"elem3\"   id=\"elem3\"   />\n"
        "<e5 a:attr=\"out\" b:attr=\"sorted\" attr2=\"all\" attr=\"I'm\"\n"
        "   xmlns:b=\"http://www.ietf.org\" xmlns:a=\"http://www.w3.org\" "
        "xmlns=\"http://example.org\"/>\n"
        "<e6 xmlns=\"\" xmlns:a=\"http://www.w3.org\"><e7 xmlns=\"http://www.ietf.org\">"
        "<e8 xmlns=\"\" xmlns:a=\"http://www.w3.org\"><e9 xmlns=\"\" "
        "xmlns:a=\"http://www.ietf.org\"/></e8></e7></e6>\n"
        "<text>First line&#x0d;&#10;Second line</text><compute><![CDATA[value>\"0\" && "
        "value<\"10\"]]></compute><norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/></doc>");
    ASSERT_TRUE(document);
    EXPECT_EQ(xml::canonical(document->document_element()),
              "<doc>\n<e1></e1>\n<e3 id=\"elem3\" name=\"elem3\"></e3>\n"
              "<e5 xmlns=\"http://example.org\" xmlns:a=\"http://www.w3.org\" "
              "xmlns:b=\"http://www.ietf.org\" attr=\"I'm\" attr2=\"all\" b:attr=\"sorted\" "
              "a:attr=\"out\"></e5>\n"
              "<e6 xmlns:a=\"http://www.w3.org\"><e7 xmlns=\"http://www.ietf.org\"><e8 xmlns=\"\">"
              "<e9 xmlns:a=\"http://www.ietf.org\"></e9></e8></e7></e6>\n"
              "<text>First line&#xD;\nSecond line</text><compute>value&gt;\"0\" &amp;&amp; "
              "value&lt;\"10\"</compute><norm attr=\" '    &#xD;&#xA;&#x9;   ' \"></norm></doc>");
}

}  // namespace
}  // namespace hoso
