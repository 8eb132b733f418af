// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/fake_disk.h"
#include "unit/ingest/zip_builder.h"
#include "unit/verify/test_pdf.h"
#include "verify/verify.h"
#include "vocabulary/digest.h"

namespace hoso::test {

// A bag as RFC 8493 wants it. Change `files`, then seal() or leave the manifests as they are.
struct TestBag {
    std::string name = "I.03_THCSNP_2021-2022_HK1_v1";
    std::map<std::string, std::string> files = {
        {"data/6A/I.03_6A_HK1.pdf", twice_signed_pdf()},
        {"data/6A/I.03_6A_HK1.xlsx", "PK"},
        {"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
        {"metadata/manifest.json",
         "{\"school\":{\"name\":\"TRƯỜNG THCS XÃ NẬM PHẠ\"},\"record\":{\"id\":\"I.03\"},"
         "\"period\":{\"id\":\"HK1\"},\"year\":\"2021-2022\"}"},
    };

    [[nodiscard]] std::string oxum() const {
        std::size_t bytes = 0, count = 0;
        for (const auto& [file, content] : files) {
            if (!file.starts_with("data/")) continue;
            bytes += content.size();
            ++count;
        }
        return std::to_string(bytes) + "." + std::to_string(count);
    }
    // Writes bag-info, manifests and, with an identity, the seal.
    TestBag& seal(const Identity* identity = &people().principal, const CmsWish& wish = {}) {
        files["bag-info.txt"] = "Source-Organization: Trường\nPayload-Oxum: " + oxum() + "\n";
        std::string sha256, sha512, tags;
        for (const auto& [file, content] : files) {
            if (!file.starts_with("data/")) continue;
            sha256 += sha256_hex(content) + "  " + file + "\n";
            sha512 += sha512_hex(content) + "  " + file + "\n";
        }
        files["manifest-sha256.txt"] = sha256;
        files["manifest-sha512.txt"] = sha512;
        files.erase("tagmanifest-sha256.txt");
        files.erase("tagmanifest-sha256.txt.p7s");
        for (const auto& [file, content] : files) {
            if (!file.starts_with("data/")) tags += sha256_hex(content) + "  " + file + "\n";
        }
        files["tagmanifest-sha256.txt"] = tags;
        if (identity) files["tagmanifest-sha256.txt.p7s"] = sign_cms(tags, *identity, wish);
        return *this;
    }
    [[nodiscard]] std::vector<ZipItem> items() const {
        std::vector<ZipItem> result;
        for (const auto& [file, content] : files) result.push_back({name + "/" + file, content});
        return result;
    }
};

struct Verified {
    VerificationReport report;
    std::vector<std::string> messages;  // "file: message", sorted
    // "YYN": complete, intact, trusted
    [[nodiscard]] std::string verdicts() const {
        std::string text;
        for (const Verdict verdict : {report.complete, report.intact, report.trusted}) {
            text += verdict == Verdict::Yes ? 'Y' : verdict == Verdict::No ? 'N' : '?';
        }
        return text;
    }
};

inline Verified verify_on(FakeDisk& disk, const std::string& path, bool with_trust = true) {
    disk.files["ca.pem"] = pem_of(people().authority);
    Findings findings;
    Verified verified;
    verified.report = verify(
        disk, path, with_trust ? std::optional<std::filesystem::path>("ca.pem") : std::nullopt,
        findings);
    for (const Finding& finding : findings.sorted()) {
        verified.messages.push_back(describe(finding.places.front()) + ": " +
                                    message(finding, Language::Vietnamese));
    }
    return verified;
}
inline Verified verify_bytes(const std::string& bytes, bool with_trust = true) {
    FakeDisk disk;
    disk.files["a.zip"] = bytes;
    return verify_on(disk, "a.zip", with_trust);
}
inline Verified verify_zip(const TestBag& bag, bool with_trust = true) {
    return verify_bytes(zip_of(bag.items()), with_trust);
}

}  // namespace hoso::test
