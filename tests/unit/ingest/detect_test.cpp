// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/limits.h"
#include "ingest/sheet_builder.h"
#include "ingest/text/letters.h"
#include "ingest/text/reading.h"
#include "ingest/text/syllable.h"
#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using test::shown;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Written {
    std::string text, font = {};
    std::uint32_t column = 1;
};

struct Built {
    Sheet sheet;
    std::vector<std::string> messages;
};

// One cell a row, from row 1.
Built built(const std::vector<Written>& cells) {
    std::size_t left = limits::kCells;
    SheetBuilder builder(std::make_shared<const Origin>(Origin{"a", ""}), "xlsx", left);
    std::uint32_t row = 0;
    for (const Written& cell : cells) {
        builder.add_text(++row, cell.column, false, make_cell_text(cell.text), cell.font);
    }
    Built result;
    Findings findings;
    builder.finish(findings, result.sheet);
    result.messages = test::told(findings);
    return result;
}
Built without_fonts(const std::vector<std::string>& texts) {
    std::vector<Written> cells;
    for (const std::string& text : texts) cells.push_back({text, ""});
    return built(cells);
}
void expect_untouched(const std::vector<Written>& cells) {
    const Built result = built(cells);
    ASSERT_EQ(result.sheet.cells.size(), cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(result.sheet.cells[i].text, cells[i].text);
    }
    EXPECT_THAT(result.messages, IsEmpty());
    EXPECT_EQ(result.sheet.encoding, "UTF-8");
}

WordLook look(std::u32string_view word) { return look_at_word(word); }

TEST(Syllable, KnowsWhatVietnameseIs) {
    for (const auto* word : {U"nghiêng", U"Khuya", U"QUỲNH", U"giếng", U"gì",     U"hoà",   U"hòa",
                             U"thuỷ",    U"Ê",     U"Đắk",   U"Krông", U"yêu",    U"Huỳnh", U"oăm",
                             U"Ữ",       U"Niê",   U"ĐTB",   U"ĐĐGtx", U"thượng", U"Páo"}) {
        EXPECT_NE(look(word), WordLook::Impossible) << to_utf8(word);
    }
    for (const auto* word : {U"résumé", U"café", U"Zoé", U"hoàì", U"Tèt", U"học̀", U"nguyÔn",
                             U"Nguyeãn", U"bcá", U"Müller", U"àn̂", U"ngã̃", U"đtb", U"ệc"}) {
        EXPECT_EQ(look(word), WordLook::Impossible) << to_utf8(word);
    }
    EXPECT_EQ(look(U"Nguyễn"), WordLook::Known);
    EXPECT_EQ(look(U"TRẦN"), WordLook::Known);
}

TEST(Detect, LeavesUnicodeAlone) {
    expect_untouched(
        {{"Nguyễn Văn Ánh"}, {"Hà"}, {"Sùng A Páo"}, {"Lý"}, {"Trà"}, {"Khá"}, {"Cô"}});
    expect_untouched({{"résumé"},
                      {"café crème"},
                      {"José Müller"},
                      {"naïve"},
                      {"Gabriel García Márquez"},
                      {"«Ngữ văn»"},
                      {"m²"},
                      {"25°C"},
                      {"“Học kì I” – 2021…"},
                      {"Phương án ½"},
                      {"\u00A0Lớp 6A"},
                      {"Phó Hiệu trưởng"},
                      {"Ghi chú¹"},
                      {"© 2021"},
                      {"3,5 €"}});
    expect_untouched({{"8,5"}, {"ĐĐGtx (1)"}, {"GDĐP"}, {"H’Mông"}, {"Đắk Lắk"}, {"Y Brih Êban"}});
    // Unicode typed in a font of TCVN3, as later machines let people do.
    expect_untouched(
        {{"Nguyễn Văn Ánh", ".VnTime"}, {"Hà", ".VnTime"}, {"Hé", ".VnTime"}, {"Páo", ".VnTime"}});
}

TEST(Detect, KnowsTcvn3ByItsFont) {
    const Built result = built({{"NguyÔn V¨n Dòng", ".VnTime"},
                                {"Hé", ".VnTime"},
                                {"8,5", ".VnTime"},
                                {"Trường", "Arial"},
                                {"tr\u00ADêng thcs", ".VnTimeH"}});
    EXPECT_EQ(shown(result.sheet), "A1=Nguyễn Văn Dũng A2=Hộ A3=8,5 A4=Trường A5=TRƯỜNG THCS");
    EXPECT_EQ(result.sheet.encoding, "TCVN3");
    EXPECT_THAT(
        result.messages,
        ElementsAre("a › A1: Trang này có 3 ô (A) dùng bảng mã cũ TCVN3, đã chuyển sang Unicode: "
                    "\"NguyÔn V¨n Dòng\" → \"Nguyễn Văn Dũng\"; \"Hé\" → \"Hộ\"; "
                    "\"tr\u00ADêng thcs\" → \"TRƯỜNG THCS\"."));
}

TEST(Detect, KnowsTheOtherEncodingsByTheirFonts) {
    EXPECT_EQ(shown(built({{"Nguyeãn Thò Höông", "VNI-Times"}, {"Lôùp", "VNI-Helve"}}).sheet),
              "A1=Nguyễn Thị Hương A2=Lớp");
    // Capitals below U+0020 in VPS and VISCII.
    EXPECT_EQ(shown(built({{"H\x06", "VPS Times"}, {"ViŒt", "VPS Times"}}).sheet), "A1=HỆ A2=Việt");
    const Built viscii = built({{"M\x06U", "VI Times"}, {"Nguy\u00ADn", "VI Times"}});
    EXPECT_EQ(shown(viscii.sheet), "A1=MẪU A2=Nguyễn");
    EXPECT_THAT(viscii.messages, ElementsAre(HasSubstr("\"M□U\" → \"MẪU\"")));
    // The same control without such a font.
    EXPECT_THAT(without_fonts({"M\x06U"}).messages, ElementsAre(HasSubstr("Ô có ký tự lạ U+0006")));
}

TEST(Detect, ConvertsEachRunByItsOwnFont) {
    std::size_t left = limits::kCells;
    SheetBuilder builder(std::make_shared<const Origin>(Origin{"a", ""}), "xlsx", left);
    builder.add_text(
        1, 1, false,
        make_cell_text({{"Lß ThÞ ", ".VnTime"}, {"¸", ".VnTimeH"}, {"nh", ".VnTime"}}));
    builder.add_text(2, 1, false, make_cell_text({{"Lớp ", "Arial"}, {"Sè 1", ".VnTime"}}),
                     "Arial");
    builder.add_text(3, 1, false, make_cell_text({{"Nguye", "VNI-Times"}, {"ãn", "VNI-Times"}}));
    Findings findings;
    Sheet sheet;
    ASSERT_TRUE(builder.finish(findings, sheet));
    EXPECT_EQ(shown(sheet), "A1=Lò Thị Ánh A2=Lớp Số 1 A3=Nguyễn");
    EXPECT_EQ(sheet.encoding, "TCVN3+VNI");
}

TEST(Detect, KnowsAnEncodingByItsWords) {
    const Built tcvn3 = without_fonts(
        {"Hä vµ tªn", "Lß ThÞ ¸nh", "Sïng A P¸o", "NGUYÔN V¡N B×NH", "Hé", "Nam", "§¹t"});
    EXPECT_EQ(shown(tcvn3.sheet),
              "A1=Họ và tên A2=Lò Thị ánh A3=Sùng A Páo A4=NGUYỄN VĂN BÌNH A5=Hộ A6=Nam A7=Đạt");
    EXPECT_EQ(tcvn3.sheet.encoding, "TCVN3");
    EXPECT_THAT(tcvn3.messages,
                ElementsAre(HasSubstr("a › A1: Trang này có 6 ô (A) dùng bảng mã cũ TCVN3"),
                            "a › A2: Bảng mã TCVN3 không có chữ hoa mang dấu, nên 1 ô có tên bắt "
                            "đầu bằng chữ thường có lẽ phải viết hoa: \"Lò Thị ánh\"."));
    EXPECT_EQ(shown(without_fonts({"Hoï vaø teân", "Traàn Thò Ñaøo", "Lyù", "Ñaït"}).sheet),
              "A1=Họ và tên A2=Trần Thị Đào A3=Lý A4=Đạt");
    EXPECT_EQ(
        shown(without_fonts({"NguyêÞn Ðýìc", "Trâ\u00CCn Thi\u00F2 Haò", "Ho\u00F2c kiÌ"}).sheet),
        "A1=Nguyễn Đức A2=Trần Thị Hạ A3=Học kì");
    EXPECT_EQ(shown(without_fonts({"Nguyá»…n VÄƒn Ã\u0081nh", "Há»\u008Dc sinh"}).sheet),
              "A1=Nguyễn Văn Ánh A2=Học sinh");
    EXPECT_EQ(shown(without_fonts({"Nguy\u00ADn Vån Ð\u00D1c", "Tr¥n Th¸ H±i", "H÷c sinh"}).sheet),
              "A1=Nguyễn Văn Đức A2=Trần Thị Hổi A3=Học sinh");
}

// Headings of a form in Unicode, names from an old database below them.
TEST(Detect, TellsTheColumnsOfASheetApart) {
    const Built result = built({{"Họ và tên", ""},
                                {"NguyÔn V¨n An", ""},
                                {"Hé", ""},  // Hộ
                                {"TrÇn ThÞ B×nh", ""},
                                {"Người lập bảng", ""},
                                {"Tên", "", 2},
                                {"Hé", "", 2}});  // itself: nothing else in the column is TCVN3
    EXPECT_EQ(
        shown(result.sheet),
        "A1=Họ và tên A2=Nguyễn Văn An A3=Hộ A4=Trần Thị Bình A5=Người lập bảng B6=Tên B7=Hé");
}

TEST(Detect, AsksWhereTwoReadingsAreLeft) {
    // Legacy and Unicode names in one column: "Hé" may be either.
    const Built mixed = without_fonts({"NguyÔn V¨n An", "Lường Văn Ước", "Hé", "TrÇn ThÞ B×nh"});
    EXPECT_EQ(shown(mixed.sheet),
              "A1=Nguyễn Văn An A2=Lường Văn Ước A3=#KHÔNG-ĐỌC-ĐƯỢC!(error) A4=Trần Thị Bình");
    EXPECT_THAT(
        mixed.messages,
        ElementsAre(HasSubstr("a › A1: Trang này có 2 ô"),
                    "a › A3: Không rõ ô này dùng bảng mã nào: là \"Hé\" (Unicode) hay \"Hộ\" "
                    "(TCVN3)? Chưa dùng ô này (1 ô như vậy trong trang này)."));
    // One short word decides nothing.
    EXPECT_THAT(without_fonts({"Lß"}).messages,
                ElementsAre(HasSubstr("là \"Lß\" (Unicode) hay \"Lò\"")));
    // The font says TCVN3, another cell in the same font is Unicode.
    const Built fonts = built({{"Nguyễn", ".VnTime"}, {"B×nh", ".VnTime"}, {"Hé", ".VnTime"}});
    EXPECT_EQ(shown(fonts.sheet), "A1=Nguyễn A2=Bình A3=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
}

TEST(Detect, WarnsOfASyllableThatVietnameseDoesNotHave) {
    const Built result = built({{"£ban Hßa", ".VnTime"}, {"NguyÔn", ".VnTime"}});
    EXPECT_EQ(shown(result.sheet), "A1=Êban Hòa A2=Nguyễn");
    EXPECT_THAT(
        result.messages,
        ElementsAre("a › A1: Ô chuyển từ bảng mã TCVN3 còn chữ \"Êban\" không giống âm tiết "
                    "tiếng Việt: \"£ban Hßa\" → \"Êban Hòa\" (1 ô như vậy trong trang này).",
                    HasSubstr("Trang này có 2 ô")));
    // Without a font to rely on it is a question.
    const Built guessed = without_fonts({"£ban Hßa", "NguyÔn V¨n", "TrÇn ThÞ"});
    EXPECT_EQ(shown(guessed.sheet), "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error) A2=Nguyễn Văn A3=Trần Thị");
    EXPECT_THAT(built({{"José", ".VnTime"}, {"B×nh", ".VnTime"}}).messages,
                ElementsAre(HasSubstr("là \"José\" (Unicode) hay \"Josộ\" (TCVN3)"),
                            HasSubstr("Trang này có 1 ô")));
}

TEST(Detect, SaysWhatNoEncodingReads) {
    const Built undecodable = built({{"NguyÔn À×n", ".VnTime"}});
    EXPECT_THAT(
        undecodable.messages,
        ElementsAre("a › A1: Ô này dùng phông của bảng mã TCVN3 nhưng \"NguyÔn À×n\" có ký tự "
                    "không thuộc bảng mã đó; chưa dùng ô này (1 ô như vậy trong trang này)."));
    const Built strange = without_fonts({"Ng¤¤¤xq"});
    EXPECT_EQ(shown(strange.sheet), "A1=Ng¤¤¤xq");
    EXPECT_THAT(strange.messages, ElementsAre(HasSubstr("Ô có chữ lạ \"Ng¤¤¤xq\"")));
}

TEST(Detect, ReadsBytesThatCameThroughVietnameseWindows) {
    // é (U+00E9) is ộ in TCVN3; Đ stands for its byte D0, é.
    EXPECT_THAT(built({{"BĐ Ngäc", ".VnTime"}}).messages,
                ElementsAre(HasSubstr("là \"BĐ Ngäc\" (Unicode) hay \"Bé Ngọc\" (TCVN3)")));
}

TEST(Eth, BecomesDInVietnameseOnly) {
    const Built result = without_fonts({"Ðặng Thị Ðào", "Ðoàn", "HÐ", "Guðrún", "ðạt"});
    EXPECT_EQ(shown(result.sheet), "A1=Đặng Thị Đào A2=Đoàn A3=HĐ A4=Guðrún A5=đạt");
    EXPECT_THAT(
        result.messages,
        ElementsAre("a › A1: Chữ Ð của tiếng Băng Đảo (U+00D0) được gõ thay cho Đ; đã đọc là "
                    "Đ: \"Ðặng Thị Ðào\" → \"Đặng Thị Đào\" (4 ô như vậy trong trang này)."));
}

TEST(Capitals, AreMissedWhereTcvn3HasNone) {
    EXPECT_EQ(small_beginning("Lò Thị ánh"), "ánh");
    EXPECT_EQ(small_beginning("Lò Thị Ánh"), "");
    EXPECT_EQ(small_beginning("Lò thị ánh"), "");
    EXPECT_EQ(small_beginning("Trường trung học cơ sở"), "");
    EXPECT_EQ(small_beginning("ánh"), "");
}

}  // namespace
}  // namespace hoso
