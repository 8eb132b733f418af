// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/verify/test_bag.h"

namespace hoso {
namespace {

using test::people;
using test::sign_pdf;
using test::SignWish;
using test::twice_signed_pdf;
using test::unsigned_pdf;
using test::verify_bytes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

SignWish as_principal() {
    SignWish wish;
    wish.field = 5;
    wish.object = 7;
    wish.role = "principal";
    return wish;
}

TEST(SignedPdf, TwoSignaturesAreIntactAndTrusted) {
    const auto verified = verify_bytes(twice_signed_pdf());
    EXPECT_THAT(verified.messages, IsEmpty());
    EXPECT_EQ(verified.verdicts(), "YYY");
    ASSERT_EQ(verified.report.signatures.size(), 2u);
    const SignatureCheck& first = verified.report.signatures[0];
    EXPECT_EQ(first.role, "homeroom");
    EXPECT_FALSE(first.covers_whole_file);
    EXPECT_EQ(first.note,
              "Chữ ký của Trần Thị Hương lúc 12/01/2022 09:30:00 +07:00 khớp với nội dung, "
              "chứng thư được công nhận.");
    EXPECT_TRUE(verified.report.signatures[1].covers_whole_file);
}

TEST(SignedPdf, AnEmptyFieldIsAWarning) {
    const auto verified = verify_bytes(sign_pdf(unsigned_pdf(), people().teacher));
    EXPECT_THAT(verified.messages, ElementsAre("a.zip: Ô ký \"principal\" chưa có chữ ký."));
    EXPECT_EQ(verified.verdicts(), "YYY");
}

TEST(SignedPdf, WithoutAnySignatureNothingIsProved) {
    const auto verified = verify_bytes(unsigned_pdf());
    EXPECT_THAT(verified.messages,
                UnorderedElementsAre("a.zip: Tệp PDF này không có chữ ký số.",
                                     "a.zip: Ô ký \"homeroom\" chưa có chữ ký.",
                                     "a.zip: Ô ký \"principal\" chưa có chữ ký."));
    EXPECT_EQ(verified.verdicts(), "Y?N");
    EXPECT_FALSE(verified.report.good());
}

TEST(SignedPdf, AChangedPageFailsBothSignatures) {
    std::string pdf = twice_signed_pdf();
    pdf.replace(pdf.find("/MediaBox [0 0 10 10]"), 21, "/MediaBox [0 0 10 20]");
    const auto verified = verify_bytes(pdf);
    EXPECT_THAT(verified.messages,
                ElementsAre("a.zip: Chữ ký số của Trần Thị Hương không khớp với nội dung tệp.",
                            "a.zip: Chữ ký số của Vì Văn Thủy không khớp với nội dung tệp."));
    EXPECT_EQ(verified.verdicts(), "YNN");
}

TEST(SignedPdf, BytesAfterTheLastRevisionAreCounted) {
    const auto verified = verify_bytes(twice_signed_pdf() + "% hello\n");
    EXPECT_THAT(verified.messages,
                ElementsAre("a.zip: Sau chữ ký cuối cùng, tệp PDF được ghi thêm 8 "
                            "byte."));
    EXPECT_EQ(verified.verdicts(), "YNN");
}

TEST(SignedPdf, ASecondSignerMayNotChangeTheDocument) {
    const std::string first = sign_pdf(unsigned_pdf(), people().teacher);
    const std::string said =
        "a.zip: Sau chữ ký của Trần Thị Hương, phần ghi thêm không chỉ là chữ ký tiếp theo.";
    SignWish page = as_principal();
    page.more = {{3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>"}};
    EXPECT_THAT(verify_bytes(sign_pdf(first, people().principal, page)).messages,
                ElementsAre(said));
    // Nor the look of the first signature.
    SignWish look = as_principal();
    look.more = {{4, test::field("homeroom", " /V 6 0 R /AP << /N 9 0 R >>")}};
    EXPECT_THAT(verify_bytes(sign_pdf(first, people().principal, look)).messages,
                ElementsAre(said));
    // New objects, such as an appearance, are what a signature needs.
    SignWish appearance = as_principal();
    appearance.more = {{8, "<< /Type /XObject >>"}};
    EXPECT_THAT(verify_bytes(sign_pdf(first, people().principal, appearance)).messages, IsEmpty());
}

TEST(SignedPdf, TheRangeMustBeTheWholeRevision) {
    // A revision that the second signature leaves out of its range, but that fits what it covers.
    const std::string first = sign_pdf(unsigned_pdf(), people().teacher);
    std::string pdf = first;
    const std::size_t range = pdf.find("/ByteRange [0 ") + 14;
    pdf.replace(range, 1,
                std::string(1, static_cast<char>(pdf[range] == '9' ? '8' : pdf[range] + 1)));
    const auto verified = verify_bytes(pdf);
    EXPECT_THAT(
        verified.messages,
        ElementsAre("a.zip: Chữ ký số của Trần Thị Hương không bao trùm toàn bộ văn bản lúc ký.",
                    "a.zip: Ô ký \"principal\" chưa có chữ ký.",
                    "a.zip: Chữ ký số của Trần Thị Hương không khớp với nội dung tệp."));
    EXPECT_EQ(verified.verdicts(), "YNN");
}

TEST(SignedPdf, CertificatesAreJudgedAtTheClaimedTime) {
    EXPECT_THAT(
        verify_bytes(sign_pdf(unsigned_pdf(), people().former)).messages,
        ElementsAre("a.zip: Chứng thư của Lường Văn Xuân không còn (hoặc chưa có) hiệu lực lúc "
                    "ký, 12/01/2022 09:30:00 +07:00.",
                    "a.zip: Ô ký \"principal\" chưa có chữ ký."));
    SignWish in_time;
    in_time.time = "(D:20200612093000+07'00')";
    EXPECT_EQ(verify_bytes(sign_pdf(unsigned_pdf(), people().former, in_time)).verdicts(), "YYY");
    EXPECT_THAT(
        verify_bytes(sign_pdf(unsigned_pdf(), people().stranger)).messages,
        ElementsAre("a.zip: Chứng thư của Người Lạ không do nơi được công nhận cấp (unable to "
                    "get local issuer certificate).",
                    "a.zip: Ô ký \"principal\" chưa có chữ ký."));
}

TEST(SignedPdf, OtherFormatsAreNamed) {
    SignWish time_stamp;
    time_stamp.sub_filter = "/ETSI.RFC3161";
    EXPECT_THAT(verify_bytes(sign_pdf(unsigned_pdf(), people().teacher, time_stamp)).messages,
                ElementsAre("a.zip: Ô ký \"principal\" chưa có chữ ký.",
                            "a.zip: Không đọc được chữ ký số (/ETSI.RFC3161)."));
    SignWish pkcs7;
    pkcs7.sub_filter = "/adbe.pkcs7.detached";
    pkcs7.cms.cades = false;
    EXPECT_EQ(verify_bytes(sign_pdf(unsigned_pdf(), people().teacher, pkcs7)).verdicts(), "YYY");
}

TEST(SignedPdf, RolesMayBeUtf16) {
    std::string pdf = unsigned_pdf();
    SignWish wish;
    wish.role = "x";
    pdf = sign_pdf(pdf, people().teacher, wish);
    EXPECT_EQ(verify_bytes(pdf).report.signatures.at(0).role, "x");
    // "(x) " and "<FEFF0110>" are not of one length: the field is written by hand.
    const std::string named =
        test::revision(pdf.size(), {{4, "<< /FT /Sig /T <FEFF0110> /V 6 0 R >>"}}, 7, 9);
    EXPECT_EQ(verify_bytes(pdf + named).report.signatures.at(0).role, "Đ");
}

TEST(SignedPdf, AnySingleChangedByteOfTheCoveredPartIsNoticed) {
    const std::string pdf = sign_pdf(unsigned_pdf(), people().teacher);
    const std::size_t contents = pdf.find("/Contents <") + 10, after = contents + 8'002;
    const std::size_t quiet = verify_bytes(pdf).messages.size();
    for (std::size_t i = 5; i < pdf.size(); ++i) {
        if (i == contents) i = after;
        std::string changed = pdf;
        changed[i] = static_cast<char>(changed[i] ^ 0x01);
        const auto verified = verify_bytes(changed);
        EXPECT_TRUE(verified.messages.size() > quiet || !verified.report.good()) << "byte " << i;
    }
}

}  // namespace
}  // namespace hoso
