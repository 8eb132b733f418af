// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "ingest/limits.h"
#include "ingest/rules.h"
#include "ingest/sniff.h"
#include "support/fake_disk.h"
#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using namespace std::string_literals;
using test::workbook_of;
using testing::ElementsAre;

std::string said_of(const std::string& bytes, const std::string& path) {
    Findings findings;
    read_sheets(bytes, path, findings);
    const auto messages = test::told(findings);
    return messages.size() == 1 ? messages[0] : std::to_string(messages.size()) + " messages";
}

std::string wide(const std::string& text) {
    std::string bytes;
    for (const char c : text) bytes += {c, '\0'};
    return bytes;
}
const std::string kOle2 = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

TEST(Sniff, LooksAtTheBytesOnly) {
    EXPECT_EQ(sniff(workbook_of("")), "xlsx");
    EXPECT_EQ(sniff("a;b\n1;2\n"), "csv");
    EXPECT_EQ(sniff("Chào các bạn.\nTạm biệt.\n"), "text");
    EXPECT_EQ(sniff("<html><body><table>"), "html");
    EXPECT_EQ(sniff("%PDF-1.7\n"), "pdf");
    EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n"), "image");
    EXPECT_EQ(sniff("BM;b\n1;2\n"), "csv");
    EXPECT_EQ(sniff(test::zip_of({{"word/document.xml", "x"}})), "docx");
    EXPECT_EQ(sniff(test::zip_of({{"a.txt", "x"}})), "zip");
    EXPECT_EQ(sniff("\1\2\3"), "unknown");
    EXPECT_EQ(sniff(" \r\n"), "empty");
    EXPECT_EQ(sniff(""), "empty");
    EXPECT_EQ(sniff("\xFF\xFE" + wide("a b\n")), "text");
}

TEST(Ingest, SaysWhatItCannotRead) {
    EXPECT_EQ(said_of(kOle2 + wide("Workbook"), "a.xlsx"),
              "a.xlsx: Tệp Excel (.xls) bị hỏng hoặc thiếu, ở phần OLE2, byte 0.");
    EXPECT_EQ(said_of(kOle2 + wide("EncryptedPackage"), "a.xlsx"),
              "a.xlsx: Tệp được bảo vệ bằng mật khẩu nên không đọc được.");
    EXPECT_EQ(said_of(test::zip_of({{"xl/workbook.bin", "x"}}), "a.xls"),
              "a.xls: Tệp này có dạng .xlsb (Excel Binary), chưa đọc được.");
    EXPECT_EQ(said_of("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n<html>", "a.xls"),
              "a.xls: Tệp này có dạng trang web một tệp (.mht), chưa đọc được.");
    EXPECT_EQ(said_of("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x\r\nSubject: x"
                      "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
                      "a.mht"),
              "a.mht: Tệp này có dạng trang web một tệp (.mht), chưa đọc được.");
    EXPECT_EQ(said_of("%PDF-1.4", "a.xlsx"),
              "a.xlsx: Tệp PDF bị hỏng nên không lưu trữ được (can't find startxref).");
    EXPECT_EQ(said_of("\0\1"s, "a.bin"), "a.bin: Không nhận ra loại tệp này nên không đọc.");
    EXPECT_EQ(said_of(test::zip_of({{"6A.xlsx", "x"}}), "a.zip"),
              "a.zip: Đây là tệp nén; các tệp bên trong chưa được đọc.");
    EXPECT_EQ(said_of("", "a.csv"), "a.csv: Tệp rỗng, không có dữ liệu.");
    EXPECT_EQ(said_of("\x05"s + "Lan\0"s, "smas/~$6A.xlsx"),
              "smas/~$6A.xlsx: Tệp \"6A.xlsx\" có thể đang mở trong Excel hoặc Word.");
}

TEST(Ingest, ListsEveryFileAndSkipsWhatIsNoExport) {
    FakeDisk disk;
    disk.files = {
        {"job/hoso.toml", "x"},
        {"job/README.md", "x"},
        {"job/smas/readme.txt", "x"},
        {"job/ghi-chu.md", "x"},
        {"job/templates/a.csv", "a;b\n1;2\n"},
        {"job/keys/a.p12", "x"},
        {"job/.git/config", "x"},
        {"job/smas/.DS_Store", "x"},
        {"job/b/Lo\u0302.csv", "a;b\n1;2\n"},
        {"job/a/keys/6A.xlsx", workbook_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")},
        {"job/anh.png", "\x89PNG\r\n\x1A\n"}};
    for (const unsigned workers : {1u, 4u}) {
        Findings findings;
        NoOffice none;
        const Ingested ingested = ingest(disk, none, "job", workers, findings);
        std::vector<std::string> files, sheets;
        for (const SourceFile& file : ingested.files)
            files.push_back(file.path + " " + file.format);
        for (const Sheet& sheet : ingested.sheets) sheets.push_back(sheet.origin->file);
        EXPECT_THAT(files, ElementsAre("a/keys/6A.xlsx xlsx", "anh.png image", "b/Lô.csv csv"));
        EXPECT_THAT(sheets, ElementsAre("a/keys/6A.xlsx", "b/Lô.csv"));
        EXPECT_THAT(test::told(findings),
                    ElementsAre("anh.png: Tệp ảnh PNG bị hỏng hoặc thiếu phần cuối."));
        EXPECT_EQ(ingested.sheets[1].source_digest, ingested.files[2].sha256);
    }
}

TEST(Ingest, DoesNotOpenAFileThatIsTooLarge) {
    FakeDisk disk;
    disk.files["job/a.csv"] = std::string(limits::kFileBytes + 1, 'a');
    Findings findings;
    NoOffice none;
    const Ingested ingested = ingest(disk, none, "job", 1, findings);
    EXPECT_EQ(ingested.files.at(0).sha256, "");
    EXPECT_THAT(test::told(findings, Language::English),
                ElementsAre("a.csv: The file has 67108865 bytes; the limit is 67108864."));
}

TEST(IngestRules, AreComplete) {
    std::set<std::string_view> ids;
    for (const Rule* rule : ingest_rules) {
        EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
        EXPECT_TRUE(rule->id.starts_with("ingest/"));
        for (const std::string_view text : {rule->vi, rule->en, rule->hint_vi, rule->hint_en}) {
            EXPECT_TRUE(text.ends_with('.')) << rule->id;
        }
    }
}

}  // namespace
}  // namespace hoso
