// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "sign_support.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"

namespace hoso {
namespace {

using testing::HasSubstr;

std::string key_folder() { return test::identities().folder.path().string(); }

TEST(DemoKeys, SayThatTheyAreForTrialAndRunFrom2018To2048) {
    const test::Outcome shown =
        test::run("openssl x509 -noout -subject -dates -nameopt utf8,sep_multiline -in " +
                  key_folder() + "/ht.pem");
    EXPECT_THAT(shown.out, HasSubstr("C=VN"));
    EXPECT_THAT(shown.out, HasSubstr("O=TRƯỜNG THCS XÃ NẬM PHẠ"));
    EXPECT_THAT(shown.out, HasSubstr("title=Hiệu trưởng"));
    EXPECT_THAT(shown.out, HasSubstr("CN=Nguyễn Văn Ẫm (THỬ NGHIỆM)"));
    EXPECT_THAT(shown.out, HasSubstr("notBefore=Jan  1 00:00:00 2018 GMT"));
    EXPECT_THAT(shown.out, HasSubstr("notAfter=Jan  1 00:00:00 2048 GMT"));
}

TEST(DemoKeys, AreReadableByTheirOwnerOnly) {
    struct stat facts {};
    ASSERT_EQ(::stat((key_folder() + "/ht.p12").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777u, 0600u);
}

TEST(DemoKeys, AreKeptAndOnlyTheMissingAreMade) {
    RealDisk disk;
    const test::ScratchFolder folder;
    const FixedClock clock(test::moment());
    make_demo_keys(disk, folder.path(), "Trường A", {{"ht", "Lò Văn A", ""}}, "x", clock);
    const std::string first = disk.read(folder.path() / "ht.p12");
    const std::string authority = disk.read(folder.path() / "ca.pem");
    make_demo_keys(disk, folder.path(), "Trường A", {{"ht", "Lò Văn A", ""}, {"vt", "Vì B", ""}},
                   "x", clock);
    EXPECT_EQ(disk.read(folder.path() / "ht.p12"), first);
    EXPECT_EQ(disk.read(folder.path() / "ca.pem"), authority);
    const std::string at = folder.path().string();
    EXPECT_EQ(
        test::run("openssl verify -CAfile " + at + "/ca.pem " + at + "/ht.pem " + at + "/vt.pem")
            .status,
        0);
}

TEST(OpenPkcs12, GivesTheChainFromTheSignerToTheAuthority) {
    const Signer& signer = *test::identities().principal;
    EXPECT_EQ(signer.chain().size(), 2u);
    EXPECT_EQ(signer.common_name(), "Nguyễn Văn Ẫm (THỬ NGHIỆM)");
    EXPECT_EQ(signer.algorithm(), "rsa-pkcs1-sha256");
    EXPECT_EQ(signer.signature_size(), 256u);
}

TEST(OpenPkcs12, TellsAWrongPasswordFromAWrongFile) {
    RealDisk disk;
    const auto message = [&](const std::string& file, const std::string& password) {
        try {
            open_pkcs12(disk, file, password);
        } catch (const UsageError& error) {
            return std::string(error.what());
        }
        return std::string("opened");
    };
    const std::string key = key_folder() + "/ht.p12";
    EXPECT_EQ(message(key, "sai"), key + ": sai mật khẩu của tệp khóa");
    const std::string pem = key_folder() + "/ht.pem";
    EXPECT_EQ(message(pem, "sai"), pem + ": không phải tệp khóa PKCS#12 (.p12, .pfx)");
    EXPECT_EQ(message("/nowhere.p12", ""), "/nowhere.p12: không có tệp khóa này");
}

TEST(OpenPkcs12, SaysWhatToDoWithAnOldKindOfEncryption) {
    RealDisk disk;
    const test::ScratchFolder folder;
    const std::string file = (folder.path() / "old.p12").string();
    const test::Outcome made =
        test::run("cd " + folder.path().string() + " && openssl pkcs12 -in " + key_folder() +
                  "/ht.p12 -passin pass:thu-nghiem -nodes -out all.pem && "
                  "openssl pkcs12 -export -legacy -in all.pem -out old.p12 -passout pass:x");
    ASSERT_EQ(made.status, 0) << made.err;
    try {
        open_pkcs12(disk, file, "x");
        FAIL() << "opened";
    } catch (const EnvironmentError& error) {
        EXPECT_THAT(error.what(), HasSubstr("hãy xuất lại với AES-256"));
    }
}

TEST(Signer, MayBeCalledFromSeveralThreads) {
    const Signer& signer = *test::identities().homeroom;
    const std::string digest = sha256_raw("nội dung");
    const std::string expected = signer.sign_digest(digest);
    std::vector<std::string> values(64);
    parallel_for(values.size(), 4, [&](std::size_t i) { values[i] = signer.sign_digest(digest); });
    for (const std::string& value : values) EXPECT_EQ(value, expected);
}

// Signs `text` and asks openssl, with the claimed time far in the past and the future.
test::Outcome verify_detached(const Signer& signer, const std::string& authority) {
    RealDisk disk;
    const test::ScratchFolder folder;
    const std::string text = "digest  data/6A/a.pdf\n";
    disk.write(folder.path() / "text", text);
    disk.write(folder.path() / "p7s", sign_detached(text, signer, test::moment()));
    const std::string at = folder.path().string();
    return test::run("openssl cms -verify -cades -binary -inform DER -in " + at + "/p7s -content " +
                     at + "/text -CAfile " + authority +
                     " -attime 1641954600 -out /dev/null && "
                     "openssl cms -cmsout -print -inform DER -in " +
                     at + "/p7s");
}

TEST(SignDetached, IsCadesForOpensslAndCarriesTheClaimedTime) {
    const test::Outcome outcome =
        verify_detached(*test::identities().principal, key_folder() + "/ca.pem");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("UTCTIME:Jan 12 02:30:00 2022 GMT"));
}

TEST(SignDetached, WorksWithAnEllipticCurveKey) {
    RealDisk disk;
    const test::ScratchFolder folder;
    const std::string at = folder.path().string();
    const test::Outcome made = test::run(
        "cd " + at +
        " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k "
        "-out c.pem -subj '/CN=EC' && "
        "openssl pkcs12 -export -inkey k -in c.pem -out k.p12 -passout pass:x");
    ASSERT_EQ(made.status, 0) << made.err;
    const auto signer = open_pkcs12(disk, folder.path() / "k.p12", "x");
    EXPECT_EQ(signer->algorithm(), "ecdsa-sha256");
    const std::string text = "văn bản";
    disk.write(folder.path() / "text", text);
    disk.write(folder.path() / "p7s", sign_detached(text, *signer, test::moment()));
    const test::Outcome outcome =
        test::run("openssl cms -verify -binary -inform DER -in " + at + "/p7s -content " + at +
                  "/text -CAfile " + at + "/c.pem -out /dev/null");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    // A shorter value than the upper bound leaves zeros behind in Contents, which is allowed.
    const std::string pdf =
        test::sign_with(test::base_pdf(), "homeroom", *signer, test::homeroom_appearance());
    EXPECT_EQ(signed_roles(pdf), std::vector<std::string>{"homeroom"});
}

}  // namespace
}  // namespace hoso
