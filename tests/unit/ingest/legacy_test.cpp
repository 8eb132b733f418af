// SPDX-License-Identifier: Apache-2.0
//
// The tables, against glibc's and ICU's where they have one, and backwards: each letter has one
// spelling in each encoding, so what the table gives is what went in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iconv.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <map>

#include "ingest/text/legacy.h"
#include "ingest/text/letters.h"
#include "vocabulary/text.h"

namespace hoso {
namespace {

constexpr std::u32string_view kSmall =
    U"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

std::u32string all_letters() {
    return std::u32string(kSmall) + code_points(to_upper(to_utf8(kSmall)));
}

std::optional<std::string> iconv_decoded(const char* encoding, char byte) {
    const iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == iconv_t(-1)) return std::nullopt;
    // The Vietnamese converters hold a letter back until they know that no mark follows it.
    char in[2] = {byte, ' '}, out[16] = {};
    char *from = in, *to = out;
    std::size_t in_left = 2, out_left = sizeof out;
    const bool good = iconv(converter, &from, &in_left, &to, &out_left) != std::size_t(-1);
    iconv_close(converter);
    std::string text(out, static_cast<std::size_t>(to - out));
    if (!good || text.size() < 2) return std::nullopt;
    text.pop_back();
    return text;
}

std::string decoded(Legacy encoding, std::string_view seen) {
    const auto text = decode_legacy(encoding, code_points(seen));
    return text ? to_utf8(*text) : "(none)";
}

std::string byte_decoded(Legacy encoding, unsigned char byte) {
    const auto text = decode_legacy(encoding, std::u32string{windows_1252_character(byte)});
    return text ? to_utf8(*text) : "(none)";
}

TEST(Letters, AreTheHundredAndThirtyFourOfVietnamese) {
    const std::u32string letters = all_letters();
    EXPECT_EQ(letters.size(), 134u);
    for (const char32_t c : letters) {
        const auto letter = vietnamese_letter(c);
        ASSERT_TRUE(letter) << to_utf8({&c, 1});
        EXPECT_EQ(spell(*letter), c);
        EXPECT_EQ(letter->upper, kSmall.find(c) == kSmall.npos);
    }
    for (const char32_t c : std::u32string_view(U"fjwzFJWZçëÐð1 ߀")) {
        EXPECT_FALSE(vietnamese_letter(c)) << to_utf8({&c, 1});
    }
}

TEST(Tables, Tcvn3AgreesWithGlibcWhereTheFontsHaveAGlyph) {
    int letters = 0;
    for (unsigned byte = 0xA1; byte < 0xFF; ++byte) {
        const std::string ours = byte_decoded(Legacy::Tcvn3, static_cast<unsigned char>(byte));
        const auto letter = vietnamese_letter(code_points(ours).front());
        if (ours == "(none)" || !letter) continue;
        ++letters;
        EXPECT_EQ(ours, iconv_decoded("TCVN5712-1", static_cast<char>(byte))) << byte;
    }
    EXPECT_EQ(letters, 67 + 7);  // the small ones, and Ă Â Ê Ô Ơ Ư Đ
}

TEST(Tables, VisciiAgreesWithGlibcInEveryByte) {
    for (unsigned byte = 0; byte < 0x100; ++byte) {
        EXPECT_EQ(byte_decoded(Legacy::Viscii, static_cast<unsigned char>(byte)),
                  iconv_decoded("VISCII", static_cast<char>(byte)))
            << byte;
    }
}

TEST(Tables, Cp1258AgreesWithIcuInEveryByteItUses) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("windows-1258", &status);
    ASSERT_TRUE(U_SUCCESS(status));
    for (unsigned byte = 0; byte < 0x100; ++byte) {
        const char in = static_cast<char>(byte);
        const icu::UnicodeString theirs(&in, 1, converter, status);
        ASSERT_TRUE(U_SUCCESS(status));
        // 8A, 8E, 9A and 9E are free there and Š Ž š ž in windows-1252.
        if (theirs[0] == 0xFFFD || (theirs[0] >= 0x80 && theirs[0] < 0xA0)) continue;
        std::string expected;
        theirs.toUTF8String(expected);
        EXPECT_EQ(byte_decoded(Legacy::Cp1258, static_cast<unsigned char>(byte)), to_nfc(expected))
            << byte;
    }
    ucnv_close(converter);
}

// The spelling of each letter, found by trying every byte and, for VNI and CP1258, every pair.
std::map<std::string, std::vector<std::u32string>> spellings(Legacy encoding, bool pairs) {
    std::map<std::string, std::vector<std::u32string>> found;
    const auto offer = [&](const std::u32string& seen) {
        const auto text = decode_legacy(encoding, seen);
        if (text && text->size() == 1 && vietnamese_letter(text->front())) {
            found[to_utf8(*text)].push_back(seen);
        }
    };
    for (unsigned a = 0; a < 0x100; ++a) {
        const char32_t first = windows_1252_character(static_cast<unsigned char>(a));
        offer({first});
        for (unsigned b = 0x80; pairs && b < 0x100; ++b) {
            offer({first, windows_1252_character(static_cast<unsigned char>(b))});
        }
    }
    return found;
}

TEST(Tables, SpellEveryLetterInOneWay) {
    for (const Legacy encoding : {Legacy::Vps, Legacy::Viscii}) {
        const auto found = spellings(encoding, false);
        for (const char32_t c : all_letters()) {
            const auto entry = found.find(to_utf8({&c, 1}));
            ASSERT_NE(entry, found.end()) << name_of(encoding) << ' ' << to_utf8({&c, 1});
            EXPECT_EQ(entry->second.size(), 1u) << to_utf8({&c, 1});
        }
    }
    const auto tcvn3 = spellings(Legacy::Tcvn3, false);
    for (const char32_t c : kSmall) {
        const auto entry = tcvn3.find(to_utf8({&c, 1}));
        ASSERT_NE(entry, tcvn3.end()) << to_utf8({&c, 1});
        EXPECT_EQ(entry->second.size(), 1u) << to_utf8({&c, 1});
    }
}

// VNI takes a mark of either case; CP1258 has à also as one byte.
TEST(Tables, SpellEveryLetterWithItsMarks) {
    for (const Legacy encoding : {Legacy::Vni, Legacy::Cp1258}) {
        const auto found = spellings(encoding, true);
        for (const char32_t c : all_letters()) {
            EXPECT_TRUE(found.contains(to_utf8({&c, 1})))
                << name_of(encoding) << ' ' << to_utf8({&c, 1});
        }
    }
    EXPECT_EQ(decoded(Legacy::Vni, "aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë"),
              "á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ");
    EXPECT_EQ(decoded(Legacy::Vni, "AÙ AØ AÛ AÕ AÏ AÂ AÁ AÀ AÅ AÃ AÄ AÊ AÉ AÈ AÚ AÜ AË"),
              "Á À Ả Ã Ạ Â Ấ Ầ Ẩ Ẫ Ậ Ă Ắ Ằ Ẳ Ẵ Ặ");
    EXPECT_EQ(decoded(Legacy::Vni, "eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò yù yø yû yõ î"),
              "é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị ý ỳ ỷ ỹ ỵ");
    EXPECT_EQ(decoded(Legacy::Vni, "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï"),
              "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ");
    EXPECT_EQ(decoded(Legacy::Vni, "uù uø uû uõ uï ö öù öø öû öõ öï ñ Ñ"),
              "ú ù ủ ũ ụ ư ứ ừ ử ữ ự đ Đ");
}

TEST(Tables, ReadTheSentencesThatEverybodyKnows) {
    EXPECT_EQ(
        decoded(Legacy::Tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc"),
        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc");
    EXPECT_EQ(decoded(Legacy::Tcvn3, "NguyÔn V¨n, TrÇn ThÞ"), "Nguyễn Văn, Trần Thị");
    EXPECT_EQ(decoded(Legacy::Vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"),
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    EXPECT_EQ(
        decoded(Legacy::Vni, "Nguyeãn Vaên AÙnh, TRÖÔØNG THCS, Hoïc baï, Soå ñieåm, Ñöùc, Lyù"),
        "Nguyễn Văn Ánh, TRƯỜNG THCS, Học bạ, Sổ điểm, Đức, Lý");
    EXPECT_EQ(decoded(Legacy::Vps, "Nguy\u00CDn V\u00E6n, ViŒt, H‡c"), "Nguyễn Văn, Việt, Hỗc");
    EXPECT_EQ(decoded(Legacy::Vps, "H\u2020c"), "Học");
    EXPECT_EQ(decoded(Legacy::Viscii, "Vi®t Nam, Nguy\u00ADn"), "Việt Nam, Nguyễn");
    EXPECT_EQ(decoded(Legacy::Cp1258, "NguyêÞn Vãn, Tr\u00E2\u00CCn"), "Nguyễn Văn, Trần");
    EXPECT_EQ(decoded(Legacy::Utf8, "Nguyá»…n VÄƒn"), "Nguyễn Văn");
}

TEST(Tables, RefuseWhatTheyDoNotHave) {
    EXPECT_EQ(decoded(Legacy::Tcvn3, "Hà"), "(none)");
    EXPECT_EQ(decoded(Legacy::Tcvn3, "Nguyễn"), "(none)");
    EXPECT_EQ(decoded(Legacy::Vni, "ça"), "(none)");
    EXPECT_EQ(decoded(Legacy::Utf8, "Hà"), "(none)");
    EXPECT_EQ(decoded(Legacy::Tcvn3, "“6A”, 2021–2022…"), "“6A”, 2021–2022…");
}

TEST(Fonts, TellTheEncoding) {
    const auto told = [](std::string_view name) {
        const auto font = legacy_font(name);
        return font ? std::string(name_of(font->encoding)) + (font->capitals ? " capitals" : "")
                    : "";
    };
    EXPECT_EQ(told(".VnTime"), "TCVN3");
    EXPECT_EQ(told(".VNTIME"), "TCVN3");
    EXPECT_EQ(told(".VnTimeH"), "TCVN3 capitals");
    EXPECT_EQ(told(".VnArial NarrowH"), "TCVN3 capitals");
    EXPECT_EQ(told("@.VnArial"), "TCVN3");
    EXPECT_EQ(told("VNI-Times"), "VNI");
    EXPECT_EQ(told("VNI-Helve-Condense"), "VNI");
    EXPECT_EQ(told("VPS Times"), "VPS");
    EXPECT_EQ(told("VPS Long An Hoa"), "VPS capitals");
    EXPECT_EQ(told("VI Times"), "VISCII");
    EXPECT_EQ(told("VI Times H"), "VISCII capitals");
    for (const char* other : {"Times New Roman", "Arial", "Verdana", "Viner Hand ITC", "", "Vn"}) {
        EXPECT_EQ(told(other), "") << other;
    }
}

}  // namespace
}  // namespace hoso
