// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sign/opc_package.h"
#include "sign_support.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

using testing::HasSubstr;

// What libxlsxwriter makes of a sheet with a name and a mark.
std::string rendered_book() {
    static const std::string book = [] {
        const test::ScratchFolder folder;
        RealDisk disk;
        RenderOptions options;
        options.title = "Sổ điểm";
        options.author = "TRƯỜNG THCS XÃ NẬM PHẠ";
        options.created = {2022, 1, 15};
        Findings findings;
        render_xlsx(R"(<html><head><title>Sổ</title></head><body>
<section name="TOÁN" style="size: A4; margin: 20mm">
<table><tr><td><p>Lò Thị Ế &amp; Quàng</p></td><td>8,1</td></tr></table></section></body></html>)",
                    {}, options, disk, folder.path() / "book.xlsx", findings);
        EXPECT_EQ(findings.size(), 0u);
        return disk.read(folder.path() / "book.xlsx");
    }();
    return book;
}

std::string once() {
    return sign_workbook(rendered_book(), *test::identities().homeroom,
                         test::homeroom_appearance());
}
std::string twice() {
    return sign_workbook(once(), *test::identities().principal, test::principal_appearance());
}

// Other people's programs over the file: lxml for the parts, xmlsec1 for the signature.
test::Outcome judge(const std::string& book, const std::string& trust,
                    const std::string& time = "2022-06-15 01:00:00") {
    const test::ScratchFolder folder;
    RealDisk disk;
    disk.write(folder.path() / "book.xlsx", book);
    return test::run("/usr/bin/python3 " HOSO_SOURCE_DIR
                     "/tests/conformance/judge_package.py check --trust " +
                     trust + " --time '" + time + "' --work " + folder.path().string() + " " +
                     (folder.path() / "book.xlsx").string());
}
std::string demo_ca() { return (test::identities().folder.path() / "ca.pem").string(); }

TEST(WorkbookSignature, TwoSignersAreVerifiedByOtherPrograms) {
    const test::Outcome outcome = judge(twice(), demo_ca());
    EXPECT_EQ(outcome.out, "1 workbooks, 2 signatures: xmlsec1, lxml\n") << outcome.err;
}

TEST(WorkbookSignature, ASecondSignatureLeavesTheFirstAndThePartsAlone) {
    const std::string base = rendered_book(), one = once(), two = twice();
    const opc::Package before(base), after_one(one), after_two(two);
    for (const std::string& part : before.names()) {
        if (part == "_rels/.rels") continue;
        EXPECT_EQ(after_two.read(part), before.read(part)) << part;
    }
    EXPECT_EQ(after_two.read("_xmlsignatures/sig1.xml"), after_one.read("_xmlsignatures/sig1.xml"));
    EXPECT_EQ(after_two.read("_rels/.rels"), after_one.read("_rels/.rels"));
    EXPECT_EQ(workbook_signatures(base), 0u);
    EXPECT_EQ(workbook_signatures(one), 1u);
    EXPECT_EQ(workbook_signatures(two), 2u);
}

TEST(WorkbookSignature, SaysWhoAndWhenAndThatItIsADemonstration) {
    const std::string book = once();
    const std::string xml = opc::Package(book).read("_xmlsignatures/sig1.xml");
    EXPECT_THAT(xml, HasSubstr("<xd:SigningTime>2022-01-12T02:30:00Z</xd:SigningTime>"));
    EXPECT_THAT(xml, HasSubstr("<mdssi:Value>2022-01-12T02:30:00Z</mdssi:Value>"));
    EXPECT_THAT(xml, HasSubstr("<xd:ClaimedRole>GIÁO VIÊN CHỦ NHIỆM</xd:ClaimedRole>"));
    EXPECT_THAT(xml, HasSubstr("Chữ ký thử nghiệm, không có giá trị pháp lý"));
}

TEST(WorkbookSignature, IsTheSameEachTime) { EXPECT_EQ(twice(), twice()); }

TEST(WorkbookSignature, CoversAllPartsWithTheirContentTypes) {
    const std::string book = once();
    const opc::Package package(book);
    const std::string xml = package.read("_xmlsignatures/sig1.xml");
    for (const std::string& part : package.names()) {
        if (part.starts_with(opc::kSignatureFolder)) continue;
        EXPECT_THAT(xml,
                    HasSubstr("URI=\"/" + part + "?ContentType=" + package.content_type(part)));
    }
}

TEST(WorkbookSignature, AKeyOnACurveSignsToo) {
    const test::ScratchFolder folder;
    const std::string at = folder.path().string();
    const test::Outcome made = test::run(
        "cd " + at +
        " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout k.pem "
        "-utf8 "
        "-out c.pem -days 36500 -set_serial 0x7FFFFFFFFFFFFFFFFF -subj '/CN=Vì Văn Thủy, HT' && "
        "openssl pkcs12 -export -inkey k.pem -in c.pem -out k.p12 -passout pass:x");
    ASSERT_EQ(made.status, 0) << made.err;
    RealDisk disk;
    const auto signer = open_pkcs12(disk, folder.path() / "k.p12", "x");
    const std::string book = sign_workbook(rendered_book(), *signer, test::principal_appearance());
    const test::Outcome outcome = judge(book, at + "/c.pem", "");  // its certificate is new
    EXPECT_EQ(outcome.out, "1 workbooks, 1 signatures: xmlsec1, lxml\n") << outcome.err;
    const std::string xml = opc::Package(book).read("_xmlsignatures/sig1.xml");
    EXPECT_THAT(xml, HasSubstr("<X509IssuerName>CN=Vì Văn Thủy\\, HT</X509IssuerName>"
                               "<X509SerialNumber>2361183241434822606847</X509SerialNumber>"));
}

TEST(WorkbookSignature, RefusesWhatIsNoPlainPackage) {
    const test::Identities& keys = test::identities();
    const std::string book = rendered_book();
    for (const std::string& bad :
         {std::string("x"), book.substr(0, book.size() - 1), book + "x", std::string(22, '\0')}) {
        EXPECT_THROW(sign_workbook(bad, *keys.homeroom, test::homeroom_appearance()),
                     EnvironmentError);
    }
    std::string damaged = book;
    damaged[damaged.find("xl/worksheets/sheet1.xml") + 40] ^= 1;
    EXPECT_THROW(sign_workbook(damaged, *keys.homeroom, test::homeroom_appearance()),
                 EnvironmentError);
}

}  // namespace
}  // namespace hoso
