// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "support/fake_disk.h"
#include "verify/verify.h"

// A file that somebody hands over. Whatever it is, a verdict other than "good" needs a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    hoso::FakeDisk disk;
    disk.files["a"] = std::string(reinterpret_cast<const char*>(bytes), size);
    hoso::Findings findings;
    const hoso::VerificationReport report = hoso::verify(disk, "a", std::nullopt, findings);
    if (!report.good() && findings.size() == 0) __builtin_trap();
    for (const hoso::Finding& finding : findings.items()) {
        message(finding, hoso::Language::Vietnamese);
        hint(finding, hoso::Language::English);
    }
    return 0;
}
