// SPDX-License-Identifier: Apache-2.0
#include "sign/pdf_signature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sign/pdf_reader.h"
#include "sign_support.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

using test::run;
using test::ScratchFolder;
using testing::HasSubstr;
using testing::Not;

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

std::string once_signed() {
    static const std::string pdf = test::sign_with(
        test::base_pdf(), "homeroom", *test::identities().homeroom, test::homeroom_appearance());
    return pdf;
}
std::string twice_signed() {
    static const std::string pdf = test::sign_with(
        once_signed(), "principal", *test::identities().principal, test::principal_appearance());
    return pdf;
}

// What pdfsig says of the file, with the demonstration CA trusted.
test::Outcome pdfsig(const std::string& pdf) {
    const ScratchFolder folder;
    RealDisk disk;
    const std::string file = (folder.path() / "signed.pdf").string();
    const std::string nss = (folder.path() / "nss").string();
    const std::string ca = (test::identities().folder.path() / "ca.pem").string();
    disk.write(file, pdf);
    std::filesystem::create_directory(nss);
    const test::Outcome made =
        run("certutil -N -d sql:" + nss + " --empty-password && certutil -A -d sql:" + nss +
            " -n hoso-ca -t CT,CT,CT -i " + ca);
    EXPECT_EQ(made.status, 0) << made.err;
    return run("pdfsig -nssdir sql:" + nss + " " + file);
}

// The bytes that the signature with this number covers, and its Contents.
std::pair<std::string, std::string> cut_byte_range(const std::string& pdf, std::size_t number) {
    std::size_t at = 0;
    for (std::size_t i = 0; i <= number; ++i) at = pdf.find("/ByteRange [", at + 1);
    const std::vector<double> range = pdf_reader::numbers(std::string_view(pdf).substr(at + 11));
    const auto part = [&](std::size_t i) { return static_cast<std::size_t>(range.at(i)); };
    const std::string contents =
        pdf_reader::string_value(std::string_view(pdf).substr(part(1), part(2) - part(1)));
    return {pdf.substr(part(0), part(1)) + pdf.substr(part(2), part(3)), contents};
}

test::Outcome openssl_verify(const std::string& pdf, std::size_t number) {
    const ScratchFolder folder;
    RealDisk disk;
    const auto [covered, contents] = cut_byte_range(pdf, number);
    disk.write(folder.path() / "covered", covered);
    disk.write(folder.path() / "cms", contents);
    const std::string at = folder.path().string();
    return run("openssl cms -verify -binary -inform DER -in " + at + "/cms -content " + at +
               "/covered -CAfile " + (test::identities().folder.path() / "ca.pem").string() +
               " -out /dev/null");
}

test::Outcome qpdf_check(const std::string& pdf) {
    const ScratchFolder folder;
    RealDisk disk;
    disk.write(folder.path() / "signed.pdf", pdf);
    return run("qpdf --check " + (folder.path() / "signed.pdf").string());
}

TEST(SignPdf, LeavesTheFirstBytesAlone) {
    EXPECT_EQ(once_signed().substr(0, test::base_pdf().size()), test::base_pdf());
    EXPECT_EQ(twice_signed().substr(0, once_signed().size()), once_signed());
}

TEST(SignPdf, IsCalledValidAndTrustedByPdfsig) {
    const test::Outcome one = pdfsig(once_signed());
    EXPECT_EQ(one.err, "");
    EXPECT_THAT(one.out, HasSubstr("Signature is Valid."));
    EXPECT_THAT(one.out, HasSubstr("Certificate is Trusted."));
    EXPECT_THAT(one.out, HasSubstr("ETSI.CAdES.detached"));
    EXPECT_THAT(one.out, HasSubstr("Total document signed"));

    const test::Outcome two = pdfsig(twice_signed());
    EXPECT_EQ(two.err, "");
    EXPECT_EQ(count(two.out, "Signature is Valid."), 2u) << two.out;
    EXPECT_EQ(count(two.out, "Certificate is Trusted."), 2u);
    EXPECT_THAT(two.out, HasSubstr("Nguyễn Văn Ẫm (THỬ NGHIỆM)"));
}

TEST(SignPdf, IsAcceptedByOpensslOverTheByteRange) {
    for (const std::size_t number : {0u, 1u}) {
        const test::Outcome outcome = openssl_verify(twice_signed(), number);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
    }
}

TEST(SignPdf, PassesQpdfAfterEachSignature) {
    EXPECT_EQ(qpdf_check(test::base_pdf()).status, 0);
    EXPECT_EQ(qpdf_check(once_signed()).status, 0) << qpdf_check(once_signed()).out;
    EXPECT_EQ(qpdf_check(twice_signed()).status, 0) << qpdf_check(twice_signed()).out;
}

TEST(SignPdf, NoticesAFlippedByte) {
    std::string pdf = twice_signed();
    pdf[40] = static_cast<char>(pdf[40] ^ 1);
    EXPECT_NE(openssl_verify(pdf, 0).status, 0);
    EXPECT_NE(openssl_verify(pdf, 1).status, 0);
}

TEST(SignPdf, GivesTheSameBytesTwice) {
    EXPECT_EQ(test::sign_with(test::base_pdf(), "homeroom", *test::identities().homeroom,
                              test::homeroom_appearance()),
              once_signed());
}

TEST(SignPdf, ReservesExactlyWhatAnRsaSignatureNeeds) {
    const auto [covered, contents] = cut_byte_range(once_signed(), 0);
    EXPECT_NE(contents.back(), '\0');
    EXPECT_EQ(static_cast<unsigned char>(contents[1]), 0x82u);
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(contents[2]) * 256 +
                                                 static_cast<unsigned char>(contents[3]));
    EXPECT_EQ(contents.size(), length + 4);
}

TEST(SignPdf, CarriesNoSigningTimeAttribute) {
    const auto [covered, contents] = cut_byte_range(once_signed(), 0);
    const std::string signing_time = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x09\x05";
    EXPECT_EQ(contents.find(signing_time), std::string::npos);
}

TEST(SignPdf, RefusesARoleTwiceAndARoleWithoutAPlace) {
    const auto sign_as = [](const std::string& role) {
        return test::sign_with(once_signed(), role, *test::identities().homeroom,
                               test::homeroom_appearance());
    };
    EXPECT_THROW(sign_as("homeroom"), UsageError);
    EXPECT_THROW(sign_as("nurse"), UsageError);
}

TEST(SignPdf, RefusesASignatureThatDoesNotFit) {
    const Signer& signer = *test::identities().homeroom;
    const PreparedSignature prepared =
        prepare_with(test::base_pdf(), "homeroom", signer.chain(), signer.algorithm(), 256,
                     test::homeroom_appearance(), test::fake_fonts());
    EXPECT_THROW(
        complete_signature(prepared, signer.chain(), signer.algorithm(), std::string(257, 'x')),
        LibraryError);
}

TEST(SignedRoles, AreListedInTheOrderOfSigning) {
    EXPECT_TRUE(signed_roles(test::base_pdf()).empty());
    const std::string other_order = test::sign_with(
        test::sign_with(test::base_pdf(), "principal", *test::identities().principal,
                        test::principal_appearance()),
        "homeroom", *test::identities().homeroom, test::homeroom_appearance());
    EXPECT_EQ(signed_roles(twice_signed()), (std::vector<std::string>{"homeroom", "principal"}));
    EXPECT_EQ(signed_roles(other_order), (std::vector<std::string>{"principal", "homeroom"}));
}

TEST(SignedRoles, RefuseWhateverIsCutOrBroken) {
    const std::string pdf = twice_signed();
    for (std::size_t size = 0; size + 1 < pdf.size(); size += 7) {
        try {
            signed_roles(pdf.substr(0, size));
        } catch (const EnvironmentError&) {
        }
    }
    for (std::size_t at = 0; at < pdf.size(); at += 3) {
        std::string broken = pdf;
        broken[at] = static_cast<char>(broken[at] ^ 0x15);
        try {
            signed_roles(broken);
        } catch (const EnvironmentError&) {
        }
    }
    EXPECT_THROW(signed_roles(""), EnvironmentError);
    EXPECT_THROW(signed_roles("%PDF-1.7\nstartxref\n0\n%%EOF\n"), EnvironmentError);
}

}  // namespace
}  // namespace hoso
