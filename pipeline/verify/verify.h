// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/clock.h"
#include "vocabulary/disk.h"
#include "vocabulary/finding.h"

namespace hoso {

enum class Verdict { Yes, No, Unknown };

struct SignatureCheck {
    std::string file;    // in the bag, or the PDF or workbook itself
    std::string signer;  // subject CN
    std::string role;    // signature field's name or claimed role; empty for the bag's own
    Verdict intact = Verdict::Unknown;
    Verdict trusted = Verdict::Unknown;
    bool covers_whole_file = false;
    std::string note;  // in words, for a person
};

// complete: everything the manifests name is there and nothing else.
// intact:   every digest and every signature fits the bytes on disk.
// trusted:  every signer's chain ends at a certificate of the trust file. Unknown without one.
struct VerificationReport {
    std::filesystem::path path;
    Verdict complete = Verdict::Unknown, intact = Verdict::Unknown, trusted = Verdict::Unknown;
    std::vector<SignatureCheck> signatures;
    std::size_t files = 0;
    std::string record, period, school, year;  // from the manifest, for the headline
    [[nodiscard]] bool good() const;
};

// Starts from the bytes on disk; trusts nothing that is in memory and shares no code with bundle/
// or sign/. Accepts a bundle (.zip), an unpacked bag (folder), a PDF or a workbook (.xlsx). Every
// fault is a finding that names the file. `trust` is a PEM file; chains are checked at the claimed
// time of signing (DESIGN, decision 18).
VerificationReport verify(Disk& disk, const std::filesystem::path& path,
                          const std::optional<std::filesystem::path>& trust, Findings& findings);

}  // namespace hoso
