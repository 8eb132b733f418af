// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/documents/mail/coding.h"
#include "ingest/documents/mail/header.h"
#include "ingest/sniff.h"
#include "unit/ingest/workbook.h"
#include "vocabulary/digest.h"

namespace hoso {
namespace {

using test::read;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHead =
    "From: a@x.edu.vn\r\nTo: b@x.edu.vn\r\nDate: Mon, 10 Jan 2022 08:00:00 +0700\r\n";

std::string cell(const test::Outcome& outcome, std::uint32_t column, std::uint32_t row = 2) {
    const Cell* found = outcome.sheets.at(0).find(row, column);
    return found ? found->text : "";
}

TEST(Mail, GivesARowForAMessageAndItsAttachments) {
    const std::string mail =
        "Return-Path: <vanthu@x.edu.vn>\r\n"
        "From: =?UTF-8?B?TMOyIFRo4buLIMav4bubYw==?= <vanthu@x.edu.vn>\r\n"
        "To: \"Hieu truong, THCS\" <ht@x.edu.vn>, nhom: b@x.edu.vn, c@x.edu.vn;\r\n"
        "Cc: d@x.edu.vn (Vi A)\r\n"
        "Subject: =?utf-8?Q?K=E1=BA=BF_ho=E1?=\r\n =?utf-8?Q?=BA=A1ch?= tuan 20\r\n"
        "Date: Mon, 10 Jan 2022 08:00:00 +0700 (ICT)\r\n"
        "Message-ID: <1@x.edu.vn>\r\n"
        "Content-Type: multipart/mixed; boundary=\"b 1\"\r\n\r\n"
        "preamble\r\n--b 1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n"
        "--b2\r\nContent-Type: text/plain\r\n\r\nKinh gui\r\n--b2\r\nContent-Type: "
        "text/html\r\n\r\n<p>Kinh gui\r\n--b2--\r\n"
        "--b 1\r\nContent-Type: application/pdf; "
        "name=\"=?UTF-8?Q?K=E1=BA=BF_ho=E1=BA=A1ch.pdf?=\"\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n"
        " filename*0*=UTF-8''K%E1%BA%BF%20;\r\n filename*1*=ho%E1%BA%A1ch;\r\n "
        "filename*2=\".pdf\"\r\n\r\n"
        "eGlu\r\nIGNow6Bv\r\n"
        "--b 1\r\nContent-Type: text/plain; name=\"a;b.txt\"\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\n\r\nm=E1=BB=99t =\r\nhai  \r\n"
        "--b 1\r\nContent-Type: message/rfc822\r\n\r\nSubject: thu cu\r\n\r\nx\r\n"
        "--b 1--\r\n";
    const auto outcome = read(mail, "mail/1.eml");
    EXPECT_THAT(outcome.messages, IsEmpty());
    ASSERT_EQ(outcome.sheets.size(), 1U);
    EXPECT_EQ(outcome.sheets[0].format, "eml");
    EXPECT_EQ(outcome.sheets[0].origin->sheet, "Thư");
    EXPECT_EQ(
        test::shown(outcome.sheets[0]),
        "A1=Số TT B1=Ngày gửi C1=Người gửi D1=Người nhận E1=Tiêu đề F1=Mã thư G1=Tệp đính kèm "
        "H1=SHA-256 tệp đính kèm I1=Dung lượng "
        "A2=1(number) B2=2022-01-10T08:00:00+07:00 C2=Lò Thị Ước <vanthu@x.edu.vn> "
        "D2=Hieu truong, THCS <ht@x.edu.vn>; b@x.edu.vn; c@x.edu.vn; d@x.edu.vn (Vi A) "
        "E2=Kế hoạch tuan 20 F2=<1@x.edu.vn> G2=Kế hoạch.pdf; a,b.txt; thu cu.eml H2=" +
            sha256_hex("xin chào") + "; " + sha256_hex("một hai") + "; " +
            sha256_hex("Subject: thu cu\r\n\r\nx") + " I2=" + std::to_string(mail.size()) +
            "(number)");
}

TEST(Mail, SplitsMailboxesAtTheirFromLines) {
    const std::string box =
        "From a@x Mon Jan 10 08:00:00 2022\n"
        "From: a@x\nSubject: mot\nDate: 10 Jan 22 08:00 +0700\n\n"
        "From the school\n\n>From here\n\nFrom my desk, as ever\n"
        "\n"
        "From b@x Tue Jan 11 09:00:00 2022\n"
        "From: b@x\nSubject: hai\nDate: Tue, 11 Jan 2022 09:00:00 GMT\nContent-Type: text/plain; "
        "name=a.txt\n\n>From x\n";
    const auto outcome = read(box, "a.mbox");
    EXPECT_THAT(outcome.messages, IsEmpty());
    EXPECT_EQ(outcome.sheets.at(0).format, "mbox");
    EXPECT_EQ(outcome.sheets[0].last_row, 3U);
    EXPECT_EQ(cell(outcome, 5) + ", " + cell(outcome, 5, 3), "mot, hai");
    EXPECT_EQ(cell(outcome, 2), "2022-01-10T08:00:00+07:00");
    EXPECT_EQ(cell(outcome, 2, 3), "2022-01-11T09:00:00+00:00");
    EXPECT_EQ(cell(outcome, 8, 3), sha256_hex("From x"));
}

TEST(Mail, ReadsDatesOnlyWhenTheyAreOne) {
    EXPECT_EQ(mail_date("1 Feb 1999 23:59:60 -0330"), "1999-02-01T23:59:60-03:30");
    EXPECT_EQ(mail_date("Mon , 10 jan 2022 8:05 -0000"), "2022-01-10T08:05:00+00:00");
    for (const char* bad :
         {"", "yesterday", "Mon, 30 Feb 2022 08:00:00 +0700", "10 Jan 2022 25:00 +0700",
          "10 Jan 2022 08:00:00", "10 Jan 2022 08:00:00 A", "10 Jan 2022 08:00:00 +2500",
          "10 anu 2022 08:00:00 +0700", "99999999999 Jan 2022 08:00 +0700"}) {
        EXPECT_EQ(mail_date(bad), std::nullopt) << bad;
    }
}

TEST(Mail, TellsWhatIsMissingOrDamaged) {
    const auto undated =
        read("From: a@x\nTo: b@x\nDate: hom qua\nSubject: =?x-la?Q?abc?=\n\nx", "a.eml");
    EXPECT_THAT(
        undated.messages,
        ElementsAre(
            "a.eml › Thư › B2: Thư không có ngày gửi hoặc ngày \"hom qua\" không đọc được.",
            "a.eml › Thư › E2: Tiêu đề hoặc tên tệp đính kèm dùng bảng mã không rõ (x-la), có "
            "chữ không đọc được."));
    const auto said = [](const std::string& rest) {
        const auto outcome = read(kHead + rest, "a.eml");
        return outcome.messages.size() == 1 ? outcome.messages[0]
                                            : std::to_string(outcome.messages.size());
    };
    const std::string damaged = "a.eml › Thư › G2: Thư bị hỏng, không đọc được tệp đính kèm (";
    EXPECT_EQ(
        said("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: a/b\r\n\r\nx"),
        damaged + "--b--).");
    EXPECT_EQ(said("Content-Type: multipart/mixed\r\n\r\nx"), damaged + "boundary).");
    EXPECT_EQ(said("Content-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\nabc"),
              damaged + "base64).");
    EXPECT_EQ(said("Content-Type: a/b\r\nContent-Transfer-Encoding: x-uu\r\n\r\nabc"),
              damaged + "Content-Transfer-Encoding).");
    std::string fields;
    for (int i = 0; i < 1001; ++i) fields += "X: y\r\n";
    EXPECT_EQ(said(fields + "\r\nx"), damaged + "header).");
    std::string nested = "Content-Type: multipart/mixed; boundary=b0\r\n\r\n";
    for (int i = 1; i < 30; ++i) {
        const std::string n = std::to_string(i);
        nested += "--b" + std::to_string(i - 1) + "\r\nContent-Type: multipart/mixed; boundary=b" +
                  n + "\r\n\r\n";
    }
    EXPECT_THAT(
        read(kHead + nested, "a.eml").messages,
        testing::Contains("a.eml › Thư › G2: Thư có phần lồng nhau quá 20 cấp hoặc nhiều hơn "
                          "1000 phần; chưa đọc hết tệp đính kèm."));
}

TEST(Mail, DecodesAsTheStandardsSay) {
    bool fits = true;
    EXPECT_EQ(decode_base64("eGlu IGNow6Bv\r\n", fits), "xin chào");
    EXPECT_EQ(decode_base64("eA==", fits), "x");
    EXPECT_TRUE(fits);
    EXPECT_EQ(decode_base64("eA", fits), "x");
    EXPECT_FALSE(fits);
    EXPECT_EQ(decode_quoted_printable("a=3D=\nb  \r\nc=ZZ =", false), "a=b\r\nc=ZZ ");
    EXPECT_EQ(decode_quoted_printable("a_b=20c", true), "a b c");
    std::string unknown;
    // A letter cut in two, and what is no encoded word.
    EXPECT_EQ(mail_text("=?UTF-8?B?4Q==?= =?UTF-8?B?uqQ=?= x =?utf-8?x?y?=", unknown),
              "Ấ x =?utf-8?x?y?=");
    EXPECT_EQ(unknown, "");
}

TEST(Mail, IsToldByItsFirstLines) {
    EXPECT_EQ(sniff(kHead + "\r\nx"), "eml");
    EXPECT_EQ(sniff(kHead + "\r\n\x01%PDF-1.4"), "eml");
    EXPECT_EQ(sniff("From a@x Mon Jan 10 08:00:00 2022\n" + kHead + "\n"), "mbox");
    EXPECT_EQ(sniff("From: a@x\n\nTo: b@x\n"), "text");
    EXPECT_EQ(sniff("From here to there\nFrom: a\nTo: b\n"), "text");
    EXPECT_EQ(sniff("From: a;b\nTo c;d\n"), "csv");
}

}  // namespace
}  // namespace hoso
