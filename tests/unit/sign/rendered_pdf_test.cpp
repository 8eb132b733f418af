// SPDX-License-Identifier: Apache-2.0
//
// Signatures on a file that render made, with its fonts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sign_support.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

using testing::HasSubstr;

const FontSet& fonts() {
    static const FontSet loaded = [] {
        RealDisk disk;
        return FontSet(disk, HOSO_FONT_FOLDER, HOSO_FULL_FONT_FOLDER);
    }();
    return loaded;
}

std::string rendered() {
    RenderOptions options;
    options.title = "Học bạ";
    options.author = "TRƯỜNG THCS XÃ NẬM PHẠ";
    options.created = {2022, 1, 15};
    options.id_seed = "x";
    Findings findings;
    const std::string xhtml = R"(<html><head><title>Học bạ</title></head><body>
<section style="size: A4; margin: 20mm"><p>Họ và tên: Lò Thị Ế</p>
<table><tr><td><p>GIÁO VIÊN CHỦ NHIỆM</p><signature role="homeroom" style="width: 60mm; height: 22mm"/></td>
<td><p>HIỆU TRƯỞNG</p><signature role="principal" style="width: 60mm; height: 22mm"/></td></tr></table>
</section></body></html>)";
    PdfRendition rendition = render_pdf(xhtml, {}, fonts(), options, findings);
    for (const Finding& finding : findings.items()) {
        ADD_FAILURE() << message(finding, Language::English);
    }
    return std::move(rendition.bytes);
}

TEST(SignRenderedPdf, ShowsRoleNameTimeAndTheNoticeInTheDocumentsOwnFonts) {
    const test::Identities& keys = test::identities();
    const std::string base = rendered();
    const std::string one =
        sign_pdf(base, "homeroom", *keys.homeroom, test::homeroom_appearance(), fonts());
    const std::string two =
        sign_pdf(one, "principal", *keys.principal, test::principal_appearance(), fonts());
    EXPECT_EQ(one.substr(0, base.size()), base);
    EXPECT_EQ(two.substr(0, one.size()), one);
    EXPECT_EQ(signed_roles(two), (std::vector<std::string>{"homeroom", "principal"}));

    const test::ScratchFolder folder;
    RealDisk disk;
    const std::string file = (folder.path() / "two.pdf").string();
    disk.write(file, two);
    EXPECT_EQ(test::run("qpdf --check " + file).status, 0);
    const test::Outcome text = test::run("pdftotext -layout " + file + " -");
    EXPECT_EQ(text.err, "");
    for (const char* expected : {"CHỮ KÝ THỬ NGHIỆM", "Ký bởi: Lò Thị Phương Ếch",
                                 "Ký bởi: Nguyễn Văn Ẫm", "12/01/2022 09:30:00 +07:00"}) {
        EXPECT_THAT(text.out, HasSubstr(expected));
    }
    // Each face is embedded once, with ToUnicode: "yes yes yes" for emb, sub and uni.
    const test::Outcome listed =
        test::run("pdffonts " + file + " | tail -n +3 | grep -vc 'yes yes yes'");
    EXPECT_EQ(listed.out, "0\n");
}

TEST(SignRenderedPdf, RefusesANameThatTheFontCannotShow) {
    Appearance appearance = test::homeroom_appearance();
    appearance.name = "李";
    EXPECT_THROW(
        sign_pdf(rendered(), "homeroom", *test::identities().homeroom, appearance, fonts()),
        UsageError);
}

}  // namespace
}  // namespace hoso
