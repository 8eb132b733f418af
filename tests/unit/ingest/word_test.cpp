// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/word.h"

namespace hoso {
namespace {

using test::paragraph_of;
using test::read_word;
using test::run_of;
using test::shown;
using test::WordOutcome;
using test::WordParts;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

const std::string kCell = "<w:tc><w:tcPr/>";

std::string cell_of(const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph_of(text) + "</w:tc>";
}
std::string row_of(const std::string& cells, const std::string& properties = "") {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table_of(const std::string& rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}

TEST(Word, GivesItsPropertiesInNfc) {
    const WordOutcome read = read_word(WordParts{
        paragraph_of("a"), "", "", "",
        "<dc:title>Ke\u0302\u0301 hoạch</dc:title><dc:creator> Lò Thị Ước </dc:creator>"
        "<cp:lastModifiedBy>Vi A</cp:lastModifiedBy>"
        "<dcterms:created>2021-08-20T01:02:03Z</dcterms:created>"
        "<dcterms:modified>2021-09-01T00:00:00Z</dcterms:modified><cp:revision>3</cp:revision>"});
    EXPECT_THAT(read.messages, IsEmpty());
    EXPECT_EQ(read.documents.at(0).format, "docx");
    EXPECT_THAT(read.documents.at(0).properties,
                ElementsAre(Pair("created", "2021-08-20T01:02:03Z"), Pair("creator", "Lò Thị Ước"),
                            Pair("lastModifiedBy", "Vi A"),
                            Pair("modified", "2021-09-01T00:00:00Z"), Pair("title", "Kế hoạch")));
}

TEST(Word, TellsHeadingsByStyleByWhatTheyAreBasedOnAndByTheirOwnLevel) {
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
        "w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/>"
        "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:basedOn w:val=\"H1\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"G\"><w:name w:val=\"Heading 3\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
    const WordOutcome read = read_word(WordParts{
        paragraph_of("Một", "<w:pStyle w:val=\"H1\"/>") +
            paragraph_of("Hai", "<w:pStyle w:val=\"Muc\"/>") +
            paragraph_of("Ba", "<w:pStyle w:val=\"G\"/>") +
            paragraph_of("Bốn", "<w:outlineLvl w:val=\"1\"/>") +
            paragraph_of("Thân", "<w:pStyle w:val=\"H1\"/><w:outlineLvl w:val=\"9\"/>") +
            paragraph_of("Vòng", "<w:pStyle w:val=\"Loop\"/>") + "<w:p/>" + paragraph_of("Cuối"),
        styles});
    EXPECT_THAT(read.paragraphs(), ElementsAre("1 h1 b Một", "2 h1 b Hai", "3 h3 Ba", "4 h2 Bốn",
                                               "5 b Thân", "6 Vòng", "8 Cuối"));
}

TEST(Word, IsBoldOnlyWhereAllOfItsTextIs) {
    const WordOutcome read = read_word(
        WordParts{"<w:p>" + run_of("I. Mục ", "<w:b/>") + run_of("tiêu", "<w:b w:val=\"true\"/>") +
                  run_of(" ") + "</w:p><w:p>" + run_of("Môn: ", "<w:b/>") +
                  run_of("Toán", "<w:b w:val=\"0\"/>") + "</w:p>"});
    EXPECT_THAT(read.paragraphs(), ElementsAre("1 b I. Mục tiêu", "2 Môn: Toán"));
}

TEST(Word, SetsTheNumbersThatWordCountsBeforeTheirParagraphs) {
    const std::string numbering =
        "<w:abstractNum w:abstractNumId=\"4\">"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
        "w:val=\"%1.\"/></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"decimal\"/><w:isLgl/><w:lvlText "
        "w:val=\"%1.%2.\"/></w:lvl>"
        "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
        "w:val=\"%3)\"/><w:pStyle w:val=\"Y\"/></w:lvl></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
        "<w:lvlText w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>"
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\">"
        "<w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>";
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"Y\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
        "</w:numPr></w:pPr></w:style>";
    const auto item = [](const std::string& text, int list, int level) {
        return paragraph_of(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                      "\"/><w:numId w:val=\"" + std::to_string(list) +
                                      "\"/></w:numPr>");
    };
    const WordOutcome read =
        read_word(WordParts{item("Đặc điểm", 1, 0) + item("Số lớp", 1, 1) + item("Đội ngũ", 1, 1) +
                                item("Kế hoạch", 1, 0) + item("Chủ đề", 1, 1) +
                                paragraph_of("ý", "<w:pStyle w:val=\"Y\"/>") +
                                paragraph_of("ý", "<w:pStyle w:val=\"Y\"/>") + item("chấm", 2, 0) +
                                item("Khác", 3, 0) + item("Nữa", 3, 0) +
                                paragraph_of("thường",
                                             "<w:pStyle w:val=\"Y\"/><w:numPr><w:numId "
                                             "w:val=\"0\"/></w:numPr>"),
                            styles, numbering});
    EXPECT_THAT(read.paragraphs(),
                ElementsAre("1 I. Đặc điểm", "2 1.1. Số lớp", "3 1.2. Đội ngũ", "4 II. Kế hoạch",
                            "5 2.1. Chủ đề", "6 a) ý", "7 b) ý", "8 chấm", "9 IV. Khác",
                            "10 V. Nữa", "11 thường"));
}

TEST(Word, KeepsWhatIsInsertedLeavesOutWhatIsDeletedAndTellsOfBoth) {
    const WordOutcome read = read_word(
        WordParts{"<w:p>" + run_of("Số tiết: ") +
                      "<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>" + run_of("4") +
                      "</w:ins>" + run_of(" (mật)", "<w:vanish/>") + "</w:p>",
                  "", "", "<w:comment/><w:comment/>"});
    EXPECT_THAT(read.paragraphs(), ElementsAre("1 Số tiết: 4"));
    EXPECT_THAT(
        read.messages,
        ElementsAre("a.docx: Tệp Word còn 2 ghi chú bên lề (comment).",
                    "a.docx: Tệp Word có 1 đoạn chữ ẩn, không in ra; đã bỏ qua.",
                    "a.docx: Tệp Word còn 2 chỗ sửa đang theo dõi, chưa chấp nhận hay bỏ; đã đọc "
                    "như khi chấp nhận hết."));
}

TEST(Word, ReadsFieldsLinksControlsBoxesAndSigns) {
    const WordOutcome read =
        read_word(WordParts{"<w:p><w:hyperlink>" + run_of("liên kết") +
                            "</w:hyperlink><w:r><w:tab/><w:br/></w:r>"
                            "<w:sdt><w:sdtPr/><w:sdtContent>" +
                            run_of("ô") +
                            "</w:sdtContent></w:sdt>"
                            "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/"
                            "><w:sym w:font=\"Wingdings\" "
                            "w:char=\"F0FE\"/><w:t>\uF0A8</w:t></w:r></w:p>"
                            "<w:sdt><w:sdtContent>" +
                            paragraph_of("trong khung") +
                            "</w:sdtContent></w:sdt>"
                            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
                            paragraph_of("SỞ GIÁO DỤC") +
                            "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                            "<w:txbxContent>" +
                            paragraph_of("SỞ GIÁO DỤC") +
                            "</w:txbxContent></w:pict></mc:Fallback>"
                            "</mc:AlternateContent></w:r></w:p>"});
    EXPECT_THAT(read.messages, IsEmpty());
    EXPECT_THAT(read.paragraphs(),
                ElementsAre("1 liên kết ô-☑☐", "2 trong khung", "4 SỞ GIÁO DỤC"));
}

TEST(Word, GivesTablesAsSheetsWithTheirMerges) {
    const WordOutcome read = read_word(WordParts{
        paragraph_of("Trước") +
        table_of(row_of(cell_of("STT", "<w:vMerge w:val=\"restart\"/>") +
                        cell_of("Chủ đề", "<w:gridSpan w:val=\"2\"/>")) +
                 row_of(cell_of("", "<w:vMerge/>") + cell_of("Tên") + cell_of("Số tiết")) +
                 row_of(cell_of("bỏ"), "<w:del/>") +
                 row_of(kCell + paragraph_of("một") + paragraph_of("hai") + "</w:tc>",
                        "<w:gridBefore w:val=\"1\"/>") +
                 row_of(kCell + table_of(row_of(cell_of("a") + cell_of("b"))) + "<w:p/></w:tc>")) +
        table_of(row_of(cell_of("")))});
    const TextDocument& document = read.documents.at(0);
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(document.tables[0].origin->sheet, "bảng 1");
    EXPECT_EQ(shown(document.tables[0]), "A1=STT B1=Chủ đề B2=Tên C2=Số tiết B3=một\nhai A4=a b");
    ASSERT_EQ(document.tables[0].merges.size(), 2U);
    EXPECT_EQ(document.tables[0].merges[0].last_row, 2U);
    EXPECT_EQ(document.tables[0].merges[1].last_column, 3U);
    EXPECT_EQ(shown(document.tables[1]), "");
    EXPECT_THAT(document.table_after, ElementsAre(1U, 1U));
    EXPECT_THAT(read.paragraphs(), ElementsAre("1 Trước"));
    EXPECT_THAT(read.messages,
                ElementsAre("a.docx: Tệp Word còn 1 chỗ sửa đang theo dõi, chưa chấp nhận hay bỏ; "
                            "đã đọc như khi chấp nhận hết."));
}

TEST(Word, ConvertsOldVietnameseEncodingsByTheFontOfTheRun) {
    const std::string old = "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>";
    const WordOutcome read =
        read_word(WordParts{"<w:p>" + run_of("NguyÔn V¨n ", old) + run_of("Học sinh") + "</w:p>"});
    EXPECT_THAT(read.paragraphs(), ElementsAre("1 Nguyễn Văn Học sinh"));
    ASSERT_EQ(read.messages.size(), 1U);
    EXPECT_NE(read.messages[0].find("TCVN3"), std::string::npos) << read.messages[0];
}

TEST(Word, RefusesMacrosAndWhatOnlyLibreOfficeReads) {
    auto parts = test::word_parts({paragraph_of("a")});
    parts.push_back({"word/vbaProject.bin", "x"});
    EXPECT_THAT(read_word(test::zip_of(parts)).messages,
                ElementsAre("a.docx: Tệp Word có macro (.docm) nên không đọc."));
    parts.back() = {"word/styles2.xml", "x"};
    parts[0].content =
        "<Relationships><Relationship Id=\"1\" Type=\"a/styles\" "
        "Target=\"styles2.xml\"/></Relationships>";
    EXPECT_THAT(read_word(test::zip_of(parts)).messages,
                ElementsAre("a.docx: Phần \"word/styles2.xml\" của tệp bị hỏng ở byte 0."));
    EXPECT_THAT(read_word(WordParts{"<w:p/>"}).messages,
                ElementsAre("a.docx: Tệp Word không có chữ nào."));
}

TEST(Word, RefusesTablesBeyondItsLimits) {
    EXPECT_THAT(
        read_word(WordParts{table_of(row_of(cell_of("a", "<w:gridSpan w:val=\"4000000000\"/>")))})
            .messages,
        ElementsAre("a.docx › bảng 1: Trang tính có ô \"A1\" nằm ngoài giới hạn của Excel "
                    "(1048576 dòng, 16384 cột)."));
    std::string many;
    for (int i = 0; i < 2001; ++i) many += table_of("");
    EXPECT_THAT(read_word(WordParts{many}).messages,
                ElementsAre("a.docx: Tệp Word có hơn 2000 bảng."));
}

}  // namespace
}  // namespace hoso
