// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "render/render.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;

constexpr char kHead[] =
    "<html><head><title>t</title><style>td { border: 0.5pt solid; } "
    "tr:nth-child(5n) td { border-bottom: 1.5pt solid; }</style></head><body>";

// What openpyxl, which nobody here wrote, reads: one line a cell, "A1 <type> <value> <format>".
std::string read_back(const fs::path& book, const std::string& more = "") {
    const std::string script = "import openpyxl\nb = openpyxl.load_workbook('" + book.string() +
                               "')\n"
                               "for s in b:\n"
                               "    for row in s.iter_rows():\n"
                               "        for c in row:\n"
                               "            if c.value is not None: print(c.coordinate, "
                               "type(c.value).__name__, c.value, c.number_format)\n" +
                               more;
    const std::string command = "/usr/bin/python3 - <<'PY' 2>&1\n" + script + "\nPY\n";
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    for (int c; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
    pclose(pipe);
    return text;
}

std::string framed(int id, const std::string& text) {
    std::string digits;
    for (const char c : std::to_string(id)) {
        digits += std::string("\xEE\x80") + static_cast<char>(0x90 + (c - '0'));
    }
    return "\uE000" + digits + "\uE001" + text + "\uE002";
}

class Xlsx : public testing::Test {
protected:
    fs::path write(const std::string& body, const std::string& name = "book.xlsx") {
        const fs::path target = fs::path(HOSO_BINARY_DIR) / "scratch" / "xlsx" / name;
        RenderOptions options;
        options.title = "Sổ";
        options.author = "Trường";
        options.created = {2022, 1, 12};
        render_xlsx(kHead + body + "</body></html>", lineage, options, disk, target, findings);
        return target;
    }
    std::vector<LineageEntry> lineage;
    Findings findings;
    RealDisk disk;
};

TEST_F(Xlsx, WritesMarksAsNumbersDatesAsDatesAndCodesAsText) {
    lineage = {{"mark", "8", Tenths{80}, {}, {}},
               {"average", "7,0", Tenths{70}, {}, {}},
               {"born", "12/03/2010", Date{2010, 3, 12}, {}, {}},
               {"code", "0140500101", std::string("0140500101"), {}, {}},
               {"seq", "3", std::int64_t{3}, {}, {}}};
    const auto book = write("<section name=\"Toan\"><table><tbody><tr><td>" + framed(0, "8") +
                            "</td><td>" + framed(1, "7,0") + "</td><td>" + framed(2, "12/03/2010") +
                            "</td><td>" + framed(3, "0140500101") + "</td><td>" + framed(4, "3") +
                            "</td></tr></tbody></table></section>");
    EXPECT_TRUE(findings.items().empty());
    EXPECT_EQ(read_back(book),
              "A1 int 8 0\nB1 int 7 0.0\nC1 datetime 2010-03-12 00:00:00 dd/mm/yyyy\n"
              "D1 str 0140500101 General\nE1 int 3 0\n");
}

TEST_F(Xlsx, NeverTurnsANameIntoAFormula) {
    const auto book = write(
        "<section "
        "name=\"A\"><table><tbody><tr><td>=1+1</td><td>@x</td></tr></tbody></table></section>");
    // openpyxl guesses from the text; the sheet itself must have no formula element.
    const std::string xml = "unzip -p " + book.string() + " xl/worksheets/sheet1.xml";
    EXPECT_NE(std::system((xml + " | grep -q '<f>'").c_str()), 0);
    EXPECT_EQ(std::system((xml + " | grep -q '<c r=\"A1\"[^>]* t=\"s\">'").c_str()), 0);
}

TEST_F(Xlsx, MergesSpansAndRepeatsTheHead) {
    const auto book = write(
        "<section name=\"A\" style=\"size: A3 landscape; margin: 10mm 10mm 10mm 20mm\">"
        "<footer><p>Trang <page/>/<pages/></p></footer>"
        "<p>Sổ theo dõi</p><table><colgroup><col style=\"width: 10mm\"/><col/><col/></colgroup>"
        "<thead><tr><th rowspan=\"2\">STT</th><th colspan=\"2\">Điểm</th></tr>"
        "<tr><th>gk</th><th>ck</th></tr></thead>"
        "<tbody><tr><td>1</td><td>a</td><td>b</td></tr></tbody></table></section>");
    EXPECT_TRUE(findings.items().empty());
    EXPECT_EQ(
        read_back(book,
                  "s = b['A']\nprint(sorted(map(str, s.merged_cells.ranges)))\n"
                  "print(s.print_title_rows, s.page_setup.paperSize, s.page_setup.orientation,"
                  " s.page_setup.fitToHeight, s.oddFooter.center.text)\n"),
        "A1 str Sổ theo dõi General\nA2 str STT General\nB2 str Điểm General\n"
        "B3 str gk General\nC3 str ck General\n"
        "A4 str 1 General\nB4 str a General\nC4 str b General\n"
        "['A1:C1', 'A2:A3', 'B2:C2']\n$2:$3 8 landscape 0 Trang &P/&N\n");
}

TEST_F(Xlsx, SaysTheWidthOfEqualNeighboursOnce) {
    const auto book = write(
        "<section name=\"A\"><table><colgroup><col style=\"width: 10mm\"/>"
        "<col span=\"3\" style=\"width: 7mm\"/><col style=\"width: 7.05mm\"/><col/></colgroup>"
        "<tbody><tr><td>1</td><td/><td/><td/><td/><td>b</td></tr></tbody></table></section>");
    EXPECT_EQ(
        read_back(book,
                  "s = b['A']\nfor k, c in sorted(s.column_dimensions.items()):"
                  " print(k, c.min, c.max, round(c.width, 2))\n"),
        "A1 str 1 General\nF1 str b General\nA 1 1 5.43\nB 2 4 3.71\nE 5 5 3.86\nF 6 6 68.57\n");
}

TEST_F(Xlsx, RefusesASheetNameThatExcelCannotHold) {
    write("<section name=\"Khoa học: tự nhiên\"><p>x</p></section>");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.items()[0].rule->id, "render/sheet-name");
}

TEST_F(Xlsx, GivesTheSameBytesTwice) {
    const std::string body = "<section name=\"A\"><p>Ế Ẫ Ộ Ặ Ữ</p></section>";
    const std::string first = disk.read(write(body, "first.xlsx"));
    EXPECT_EQ(disk.read(write(body, "second.xlsx")), first);
}

}  // namespace
}  // namespace hoso
