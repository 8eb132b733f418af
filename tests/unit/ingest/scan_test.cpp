// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/documents/scan/pdf_streams.h"
#include "support/pdf_builder.h"
#include "unit/ingest/workbook.h"
#include "vocabulary/digest.h"

namespace hoso {
namespace {

using namespace std::string_literals;
using test::le;
using test::pdf_of;
using test::pdf_stream;
using test::read;
using testing::ElementsAre;
using testing::IsEmpty;

// The one row below the headings: "PDF|2|300|1.7|210|297".
std::string row_of(const test::Outcome& outcome) {
    if (outcome.sheets.size() != 1) return "no sheet";
    const Sheet& sheet = outcome.sheets[0];
    std::string line;
    for (std::uint32_t column = 2; column <= 7; ++column) {
        const Cell* cell = sheet.find(2, column);
        line += (column == 2 ? "" : "|") + (cell ? cell->text : "");
    }
    return line;
}

// An A4 page that shows what `contents` draws; /I is an image of 2480 × 3508 pixels, /L of 100 ×
// 50, /F a form that shows /I.
std::string scanned(const std::vector<std::string>& contents, const std::string& page = "",
                    const std::string& trailer = "", const std::string& version = "1.7") {
    std::string kids;
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>"};
    objects.emplace_back();
    const auto image = [](const std::string& columns, const std::string& rows) {
        return pdf_stream("/Type /XObject /Subtype /Image /Width " + columns + " /Height " + rows +
                              " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
                          "x");
    };
    objects.push_back(image("2480", "3508"));
    objects.push_back(image("100", "50"));
    objects.push_back(
        pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [2 0 0 2 0 0] "
                   "/Resources << /XObject << /I 3 0 R >> >>",
                   "/I Do"));
    for (const std::string& content : contents) {
        objects.push_back(pdf_stream("", content));
        const std::string number = std::to_string(objects.size());
        objects.push_back("<< /Type /Page /Parent 2 0 R /Contents " + number + " 0 R " + page +
                          " /Resources << /XObject << /I 3 0 R /L 4 0 R /F 5 0 R >> >> >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /MediaBox [0 0 595.32 841.92] /Count " +
                 std::to_string(contents.size()) + " /Kids [" + kids + "] >>";
    return pdf_of(objects, trailer, version);
}

TEST(Scan, SaysPagesResolutionVersionAndSizeOfAScannedBook) {
    const std::string pdf = scanned(
        {"q 595.32 0 0 841.92 0 0 cm /I Do Q", "BT ET", "q 0 -595.32 841.92 0 0 0 cm /I Do Q"});
    const auto outcome = read(pdf, "sổ/vb.pdf");
    EXPECT_THAT(outcome.messages, IsEmpty());
    EXPECT_EQ(test::shown(outcome.sheets.at(0)),
              "A1=Tệp B1=Định dạng C1=Số trang D1=Độ phân giải (dpi) E1=Phiên bản PDF F1=Rộng (mm) "
              "G1=Cao (mm) H1=SHA-256 A2=sổ/vb.pdf B2=PDF C2=3(number) D2=300(number) E2=1.7 "
              "F2=210(number) G2=297(number) H2=" +
                  sha256_hex(pdf));
    EXPECT_EQ(outcome.sheets[0].origin->sheet, "Bản quét");
    EXPECT_EQ(outcome.sheets[0].format, "pdf");
}

TEST(Scan, NamesThePagesThatAreTooCoarse) {
    const std::string small = "q 1190.64 0 0 1683.84 0 0 cm /I Do Q";  // 150 dpi
    const std::string good = "q 595.32 0 0 841.92 0 0 cm /I Do Q";
    const auto outcome = read(scanned({good, small, small, good, small}, "/Rotate 90"), "a.pdf");
    EXPECT_EQ(row_of(outcome), "PDF|5|150|1.7|297|210");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.pdf › Bản quét › D2: Bản quét chỉ đạt 150 dpi ở trang 2–3, 5; cần từ "
                    "200 dpi."));
}

TEST(Scan, LooksThroughFormsStatesAndUnitsAndPastSmallPictures) {
    // A form of half the size, a logo before it, a state that is never restored.
    EXPECT_EQ(row_of(read(scanned({"q 50 0 0 25 0 0 cm /L Do Q q 297.66 0 0 420.96 0 0 cm /F Do"}),
                          "a.pdf")),
              "PDF|1|300|1.7|210|297");
    EXPECT_EQ(row_of(read(scanned({"q 595.32 0 0 841.92 0 0 cm /I Do Q"}, "/UserUnit 2"), "a.pdf")),
              "PDF|1|150|1.7|420|594");
    // A letter with a logo is no scan.
    EXPECT_EQ(row_of(read(scanned({"q 50 0 0 25 0 0 cm /L Do Q"}), "a.pdf")), "PDF|1||1.7|210|297");
    // A coloured ground of 12 dpi below the ink.
    EXPECT_EQ(row_of(read(scanned({"q 595.32 0 0 841.92 0 0 cm /L Do /I Do Q"}), "a.pdf")),
              "PDF|1|300|1.7|210|297");
}

TEST(Scan, RefusesPdfsThatAreDamagedEncryptedOrEndless) {
    const std::string good = scanned({"q 595.32 0 0 841.92 0 0 cm /I Do Q"});
    const auto said = [](const std::string& pdf) {
        const auto outcome = read(pdf, "a.pdf");
        return outcome.messages.empty() ? "" : outcome.messages[0];
    };
    EXPECT_THAT(said(good.substr(0, good.size() - 20)),
                testing::StartsWith("a.pdf: Tệp PDF bị hỏng nên không lưu trữ được"));
    EXPECT_THAT(said("%PDF-1.4"), testing::StartsWith("a.pdf: Tệp PDF bị hỏng"));
    EXPECT_EQ(said(scanned({}, "")), "a.pdf: Tệp PDF bị hỏng nên không lưu trữ được (0).");
    EXPECT_EQ(said(scanned({"q Q"}, "",
                           "/ID [(a) (a)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
                           "/O (01234567890123456789012345678901) /U "
                           "(01234567890123456789012345678901) >>")),
              "a.pdf: Tệp được bảo vệ bằng mật khẩu nên không đọc được.");
    EXPECT_EQ(said(scanned({"q Q"}, "", "", "1.3")),
              "a.pdf: Tệp PDF theo phiên bản 1.3; bản số hóa phải từ 1.4 trở lên.");
    // A form that shows itself.
    const std::string itself =
        pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [4 0 R] /MediaBox [0 0 9 9] >>",
                pdf_stream("/Subtype /Form /BBox [0 0 1 1]", "/F Do /F Do /F Do /F Do /F Do /F Do"),
                "<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << /XObject << /F 3 0 R "
                ">> >> >>"});
    EXPECT_EQ(said(itself), "a.pdf: Tệp PDF cần nhiều bộ nhớ hơn mức cho phép (images).");
}

TEST(Scan, UnpacksNoStreamThatHidesItsSize) {
    const auto found = [](const std::string& dictionary, const std::string& data = "x") {
        return find_stream_too_large("1 0 obj\n<< " + dictionary + " >>\nstream\n" + data,
                                     {64, 32});
    };
    // 300 zeros, deflated.
    const std::string zeros = "\x78\x9C\x63\x60\x18\x05\x43\x1D\x00\x00\x01\x2C\x00\x01"s;
    EXPECT_EQ(found("/Filter /FlateDecode", zeros), "> 64 byte");
    EXPECT_EQ(found("/X (stream) /Filter /Flate#44ecode", "  " + zeros), "> 64 byte");
    EXPECT_EQ(found("/Filter [/AHx /Fl]", "789C63601805431D0000012C0001>"), "> 64 byte");
    EXPECT_EQ(found("/Filter [/Fl /Fl]"), "FlateDecode + FlateDecode");
    EXPECT_EQ(found("/Filter /LZWDecode"), "LZWDecode, RunLengthDecode");
    EXPECT_EQ(found("/Filter % 1\n 5 0 R"), "/Filter 0 0 R");
    EXPECT_EQ(found("/Filter /DCTDecode", zeros), "");
    EXPECT_EQ(found("/Length 5"), "");
    std::string nested;
    for (int i = 0; i < 1000; ++i) nested += "1 0 obj ( ";
    EXPECT_EQ(find_stream_too_large(nested, {64, 32}), "obj obj obj");
    // Streams within streams, each as long as the rest of the file; images, each within its limit.
    std::string inside, images;
    for (int i = 0; i < 50; ++i) inside += "obj</Filter[/A85/Fl]>>stream\n";
    EXPECT_EQ(find_stream_too_large(inside, {64, 32}), "obj obj obj");
    const std::string sixty = "\x78\xDA\x63\x60\x20\x1F\x00\x00\x00\x3C\x00\x01"s;
    for (int i = 0; i < 5; ++i) {
        images += "1 0 obj\n<< /Subtype /Image /Filter /FlateDecode >>\nstream\n" + sixty +
                  "\nendstream\n";
    }
    EXPECT_EQ(find_stream_too_large(images, {64, 32}), "> 256 byte");
}

std::string be(std::uint64_t value, int width) {
    const std::string little = le(value, width);
    return {little.rbegin(), little.rend()};
}
std::string chunk(const std::string& type, const std::string& data) {
    return be(data.size(), 4) + type + data + "sum.";
}
std::string png_of(const std::string& physical) {
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", be(1654, 4) + be(2339, 4) + "\x8\2\0\0\0"s) +
           physical + chunk("IDAT", "x") + chunk("IEND", "");
}
std::string jpeg_of(const std::string& head) {
    return "\xFF\xD8" + head + "\xFF\xC0" + be(11, 2) + "\x8" + be(2339, 2) + be(1654, 2) +
           "\1\1\x11\0"s + "\xFF\xDA" + be(8, 2) + "\1\1\0\0\x3F\0"s + "data" + "\xFF\xD9";
}
// One page; `next` is where the next directory begins.
std::string tiff_directory(std::uint32_t dpi, std::size_t at, bool last) {
    const auto field = [](int tag, int type, std::size_t value) {
        return le(static_cast<std::uint64_t>(tag), 2) + le(static_cast<std::uint64_t>(type), 2) +
               le(1, 4) + le(value, 4);
    };
    const std::size_t end = at + 2 + 7 * 12 + 4;
    return le(7, 2) + field(256, 4, 1654) + field(257, 3, 2339) + field(273, 4, 0) +
           field(279, 4, 8) + field(282, 5, end) + field(283, 5, end) + field(296, 3, 2) +
           le(last ? 0 : end + 8, 4) + le(dpi, 4) + le(1, 4);
}
std::string tiff_of(const std::vector<std::uint32_t>& dpis) {
    std::string tiff = "II*\0"s + le(8, 4);
    for (std::size_t i = 0; i < dpis.size(); ++i) {
        tiff += tiff_directory(dpis[i], tiff.size(), i + 1 == dpis.size());
    }
    return tiff;
}

TEST(Scan, ReadsSizeAndResolutionFromTheHeadersOfImages) {
    const std::string jfif = "\xFF\xE0" + be(16, 2) + "JFIF\0\1\2"s;
    EXPECT_EQ(row_of(read(jpeg_of(jfif + "\1" + be(200, 2) + be(200, 2) + "\0\0"s), "a.jpg")),
              "JPEG|1|200||210|297");
    EXPECT_EQ(row_of(read(jpeg_of(jfif + "\2" + be(118, 2) + be(118, 2) + "\0\0"s), "a.jpg")),
              "JPEG|1|300||140|198");
    const std::string exif =
        "Exif\0\0"s + tiff_directory(200, 8, true).insert(0, "II*\0\x8\0\0\0"s);
    EXPECT_EQ(row_of(read(jpeg_of("\xFF\xE1" + be(exif.size() + 2, 2) + exif), "a.jpg")),
              "JPEG|1|200||210|297");
    EXPECT_EQ(row_of(read(png_of(chunk("pHYs", be(7874, 4) + be(7874, 4) + "\1")), "a.png")),
              "PNG|1|200||210|297");
    EXPECT_EQ(row_of(read(tiff_of({300, 200}), "a.tif")), "TIFF|2|200||140|198");
    EXPECT_EQ(row_of(read("BM" + le(60, 4) + le(0, 4) + le(54, 4) + le(40, 4) + le(1654, 4) +
                              le(static_cast<std::uint32_t>(-2339), 4) + le(0, 12) + le(7874, 4) +
                              le(7874, 4) + le(0, 14),
                          "a.bmp")),
              "BMP|1|200||210|297");
}

TEST(Scan, TellsOfImagesWithoutResolutionCutOffOrOfNoArchive) {
    const auto plain = read(png_of(""), "a.png");
    EXPECT_EQ(row_of(plain), "PNG|1||||");
    EXPECT_THAT(
        plain.messages,
        ElementsAre("a.png › Bản quét › D2: Ảnh không ghi độ phân giải (trang 1), nên không "
                    "biết có đủ 200 dpi hay không."));
    const std::string jpeg = jpeg_of("");
    for (const std::string& bad : {jpeg.substr(0, jpeg.size() - 2), png_of("").substr(0, 50),
                                   tiff_of({300}).substr(0, 90)}) {
        const auto outcome = read(bad, "a.png");
        EXPECT_THAT(outcome.sheets, IsEmpty());
        EXPECT_THAT(outcome.messages,
                    ElementsAre(testing::EndsWith("bị hỏng hoặc thiếu phần cuối.")));
    }
    EXPECT_THAT(
        read("\0\0\0\x18"s + "ftypheic" + "\0\0"s, "a.heic").messages,
        ElementsAre("a.heic: Ảnh dạng HEIC/AVIF không dùng để lưu trữ được nên không đọc."));
}

}  // namespace
}  // namespace hoso
