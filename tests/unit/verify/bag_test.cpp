// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "unit/verify/test_bag.h"
#include "verify/rules.h"
#include "vocabulary/text.h"

namespace hoso {
namespace {

using test::people;
using test::TestBag;
using test::verify_bytes;
using test::verify_on;
using test::verify_zip;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Bag, AGoodOneIsCompleteIntactAndTrusted) {
    const auto verified = verify_zip(TestBag().seal());
    EXPECT_THAT(verified.messages, IsEmpty());
    EXPECT_EQ(verified.verdicts(), "YYY");
    EXPECT_TRUE(verified.report.good());
    EXPECT_EQ(verified.report.files, 9u);
    EXPECT_EQ(verified.report.record, "I.03");
    EXPECT_EQ(verified.report.period, "HK1");
    EXPECT_EQ(verified.report.school, "TRƯỜNG THCS XÃ NẬM PHẠ");
    EXPECT_EQ(verified.report.year, "2021-2022");
    ASSERT_EQ(verified.report.signatures.size(), 3u);
    EXPECT_EQ(verified.report.signatures[0].file, "tagmanifest-sha256.txt.p7s");
    EXPECT_EQ(verified.report.signatures[0].note,
              "Chữ ký của Vì Văn Thủy lúc 12/01/2022 16:30:00 +07:00 khớp với nội dung, chứng thư "
              "được công nhận.");
    EXPECT_EQ(verified.report.signatures[1].signer, "Trần Thị Hương");
    EXPECT_EQ(verified.report.signatures[1].role, "homeroom");
    EXPECT_EQ(verified.report.signatures[2].role, "principal");
    EXPECT_TRUE(verified.report.signatures[2].covers_whole_file);
}

TEST(Bag, WithoutATrustFileNothingIsSaidOfTrust) {
    const auto verified = verify_zip(TestBag().seal(), false);
    EXPECT_THAT(verified.messages, IsEmpty());
    EXPECT_EQ(verified.verdicts(), "YY?");
    EXPECT_TRUE(verified.report.good());
}

TEST(Bag, AFolderIsJudgedLikeTheArchive) {
    FakeDisk disk;
    TestBag bag;
    bag.seal();
    for (const auto& [file, bytes] : bag.files) disk.files["bag/" + file] = bytes;
    EXPECT_EQ(verify_on(disk, "bag").verdicts(), "YYY");
    disk.files["bag/data/6A/I.03_6A_HK1.xlsx"] = "PX";
    disk.files["bag/.DS_Store"] = "x";
    const auto verified = verify_on(disk, "bag");
    EXPECT_THAT(
        verified.messages,
        ElementsAre(".DS_Store: Tệp có trong gói nhưng không có tên trong tagmanifest-sha256.txt.",
                    "data/6A/I.03_6A_HK1.xlsx: Tệp đã bị thay đổi: mã SHA-256 khác với "
                    "manifest-sha256.txt.",
                    "data/6A/I.03_6A_HK1.xlsx: Tệp đã bị thay đổi: mã SHA-512 khác với "
                    "manifest-sha512.txt."));
    EXPECT_EQ(verified.verdicts(), "NNY");
    EXPECT_FALSE(verified.report.good());
}

TEST(Bag, MissingAndExtraFilesAreNamed) {
    TestBag bag;
    bag.seal();
    bag.files.erase("data/6A/I.03_6A_HK1.xlsx");
    bag.files["data/6A/x.txt"] = "PK";  // the same Payload-Oxum
    const auto verified = verify_zip(bag);
    EXPECT_THAT(
        verified.messages,
        ElementsAre(
            "data/6A/I.03_6A_HK1.xlsx: Tệp có tên trong manifest-sha256.txt nhưng không có "
            "trong gói.",
            "data/6A/I.03_6A_HK1.xlsx: Tệp có tên trong manifest-sha512.txt nhưng không có "
            "trong gói.",
            "data/6A/x.txt: Tệp có trong gói nhưng không có tên trong manifest-sha256.txt.",
            "data/6A/x.txt: Tệp có trong gói nhưng không có tên trong manifest-sha512.txt."));
    EXPECT_EQ(verified.verdicts(), "NYY");
}

TEST(Bag, AChangedTagFileIsNamed) {
    TestBag bag;
    bag.seal();
    bag.files["metadata/manifest.json"] = "{}";
    const auto verified = verify_zip(bag);
    EXPECT_THAT(verified.messages,
                ElementsAre("metadata/manifest.json: Tệp đã bị thay đổi: mã SHA-256 "
                            "khác với tagmanifest-sha256.txt."));
    EXPECT_EQ(verified.verdicts(), "YNY");
}

TEST(Bag, ManifestsThatWereMadeAgainNoLongerFitTheSeal) {
    TestBag bag;
    bag.seal();
    const std::string seal = bag.files["tagmanifest-sha256.txt.p7s"];
    bag.files["data/6A/I.03_6A_HK1.xlsx"] = "PX";
    bag.seal(nullptr);
    EXPECT_THAT(
        verify_zip(bag).messages,
        ElementsAre("tagmanifest-sha256.txt: Gói không có chữ ký số trên danh mục; không biết "
                    "ai đã lập gói."));
    EXPECT_EQ(verify_zip(bag).verdicts(), "YYN");
    EXPECT_EQ(verify_zip(bag, false).verdicts(), "YY?");
    bag.files["tagmanifest-sha256.txt.p7s"] = seal;
    const auto verified = verify_zip(bag);
    EXPECT_THAT(
        verified.messages,
        ElementsAre("tagmanifest-sha256.txt.p7s: Chữ ký số của Vì Văn Thủy không khớp với nội "
                    "dung tệp."));
    EXPECT_EQ(verified.verdicts(), "YNN");
}

TEST(Bag, TheSealerMustBeTrustedAndHisCertificateValid) {
    const auto stranger = verify_zip(TestBag().seal(&people().stranger));
    EXPECT_THAT(
        stranger.messages,
        ElementsAre("tagmanifest-sha256.txt.p7s: Chứng thư của Người Lạ không do nơi được công "
                    "nhận cấp (unable to get local issuer certificate)."));
    EXPECT_EQ(stranger.verdicts(), "YYN");
    const auto former = verify_zip(TestBag().seal(&people().former));
    EXPECT_THAT(
        former.messages,
        ElementsAre("tagmanifest-sha256.txt.p7s: Chứng thư của Lường Văn Xuân không còn (hoặc "
                    "chưa có) hiệu lực lúc ký, 12/01/2022 16:30:00 +07:00."));
    EXPECT_EQ(former.verdicts(), "YYN");
    test::CmsWish in_time;
    in_time.signing_time = "200612093000Z";
    EXPECT_EQ(verify_zip(TestBag().seal(&people().former, in_time)).verdicts(), "YYY");
}

TEST(Bag, WeakAndUnreadableSealsAreRefused) {
    test::CmsWish sha1;
    sha1.digest = EVP_sha1();
    sha1.cades = false;
    EXPECT_THAT(verify_zip(TestBag().seal(&people().principal, sha1)).messages,
                ElementsAre("tagmanifest-sha256.txt.p7s: Chữ ký số của Vì Văn Thủy dùng thuật toán "
                            "không còn an toàn (SHA1)."));
    EXPECT_THAT(
        verify_zip(TestBag().seal(&people().weak)).messages,
        ElementsAre("tagmanifest-sha256.txt.p7s: Chữ ký số của Khóa Ngắn dùng thuật toán không "
                    "còn an toàn (1024 bit)."));
    TestBag bag;
    bag.seal().files["tagmanifest-sha256.txt.p7s"] = "x";
    EXPECT_THAT(verify_zip(bag).messages,
                ElementsAre("tagmanifest-sha256.txt.p7s: Không đọc được chữ ký số (not CMS)."));
    // Nothing signed says that this certificate is the signer's.
    test::CmsWish plain;
    plain.cades = false;
    EXPECT_THAT(
        verify_zip(TestBag().seal(&people().principal, plain)).messages,
        ElementsAre("tagmanifest-sha256.txt.p7s: Chữ ký số của Vì Văn Thủy không khớp với nội "
                    "dung tệp."));
}

TEST(Bag, MissingOrWrongManifestsAreNamed) {
    TestBag bag;
    bag.seal();
    bag.files.erase("manifest-sha512.txt");
    EXPECT_THAT(verify_zip(bag).messages,
                UnorderedElementsAre(
                    "manifest-sha512.txt: Gói thiếu danh mục này.",
                    "manifest-sha512.txt: Tệp có tên trong tagmanifest-sha256.txt nhưng không "
                    "có trong gói."));
    bag = TestBag();
    bag.seal();
    bag.files["tagmanifest-sha512.txt"] = "abc  bagit.txt\n";
    bag.files["tagmanifest-md5.txt"] = "";
    EXPECT_THAT(
        verify_zip(bag).messages,
        ElementsAre(
            "bag-info.txt: Tệp có trong gói nhưng không có tên trong tagmanifest-sha512.txt.",
            "bagit.txt: Tệp có trong gói nhưng không có tên trong tagmanifest-sha512.txt.",
            "manifest-sha256.txt: Tệp có trong gói nhưng không có tên trong "
            "tagmanifest-sha512.txt.",
            "manifest-sha512.txt: Tệp có trong gói nhưng không có tên trong "
            "tagmanifest-sha512.txt.",
            "metadata/manifest.json: Tệp có trong gói nhưng không có tên trong "
            "tagmanifest-sha512.txt.",
            "tagmanifest-md5.txt: Danh mục dùng thuật toán mà chương trình không kiểm tra "
            "được.",
            "tagmanifest-sha512.txt: Dòng 1 của danh mục không đúng: \"abc  bagit.txt\"."));
}

TEST(Bag, DeclarationOxumAndFetchListAreChecked) {
    TestBag bag;
    bag.files["bagit.txt"] = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
    bag.files["fetch.txt"] = "http://example.org/a 1 data/a\n";
    bag.seal();
    const std::string oxum = "Payload-Oxum: " + bag.oxum();
    std::string& info = bag.files["bag-info.txt"];
    info.replace(info.find(oxum), oxum.size(), "Payload-Oxum: 1.1");
    const auto verified = verify_zip(bag);
    EXPECT_THAT(verified.messages,
                UnorderedElementsAre("bag-info.txt: Gói ghi Payload-Oxum là 1.1 nhưng thực tế là " +
                                         bag.oxum() + ".",
                                     "bag-info.txt: Tệp đã bị thay đổi: mã SHA-256 khác với "
                                     "tagmanifest-sha256.txt.",
                                     "bagit.txt: Gói thiếu hoặc sai tệp khai báo \"bagit.txt\".",
                                     "fetch.txt: Gói không đầy đủ: một số tệp phải tải từ nơi khác "
                                     "(fetch.txt)."));
    EXPECT_EQ(verified.verdicts(), "NNY");
}

TEST(Bag, NamesThatProgramsReadDifferentlyAreRefused) {
    for (const auto& [name, why] :
         std::vector<std::pair<std::string, std::string>>{{"data/100%.txt", "%"},
                                                          {"data/a\rb.txt", "CR, LF …"},
                                                          {"data/e\u0301.txt", "NFC"},
                                                          {"data/../../a", "\"..\""},
                                                          {"data/a:b", ":"},
                                                          {"data//a", "\"\""}}) {
        TestBag bag;
        bag.files[name] = "x";
        const auto verified = verify_zip(bag.seal());
        ASSERT_FALSE(verified.messages.empty()) << name;
        EXPECT_THAT(
            verified.messages,
            testing::Contains(to_nfc(name) + ": Tên tệp này không dùng được trong hồ sơ lưu trữ (" +
                              why + ")."));
        EXPECT_EQ(verified.report.intact, Verdict::No);
    }
}

TEST(Verify, SaysWhenAFileIsNoBundle) {
    const auto verified = verify_bytes("xin chào");
    EXPECT_THAT(verified.messages,
                ElementsAre("a.zip: Đây không phải là gói hồ sơ (.zip), thư mục gói, tệp PDF hay Excel (.xlsx)."));
    EXPECT_EQ(verified.verdicts(), "NNN");
}

TEST(Verify, WantsACertificateInTheTrustFile) {
    FakeDisk disk;
    disk.files["a.zip"] = test::zip_of(TestBag().seal().items());
    disk.files["empty.pem"] = "x";
    Findings findings;
    EXPECT_THROW(verify(disk, "a.zip", "empty.pem", findings), UsageError);
}

TEST(VerifyRules, AreComplete) {
    std::set<std::string_view> ids;
    for (const Rule* rule : verify_rules) {
        EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
        EXPECT_TRUE(rule->id.starts_with("verify/"));
        for (const std::string_view text : {rule->vi, rule->en, rule->hint_vi, rule->hint_en}) {
            EXPECT_TRUE(text.ends_with('.')) << rule->id;
        }
    }
    const auto listed = [&](const auto& rules) {
        for (const Rule* rule : rules) EXPECT_TRUE(ids.count(rule->id)) << rule->id;
        return std::size(rules);
    };
    EXPECT_GE(listed(completeness_rules) + listed(integrity_rules) + listed(trust_rules) +
                  listed(remark_rules),
              ids.size());
}

}  // namespace
}  // namespace hoso
