// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verify/verify.h"
#include "vocabulary/clock.h"

namespace hoso {

// The certificates that chains must end at. May be used by several threads.
class TrustStore {
public:
    // UsageError if the file has no certificate.
    TrustStore(Disk& disk, const std::filesystem::path& pem_file);
    ~TrustStore();
    TrustStore(TrustStore&&) noexcept;

    struct Certificates;
    [[nodiscard]] const Certificates& certificates() const { return *certificates_; }

private:
    std::unique_ptr<Certificates> certificates_;
};

// What a detached signature (RFC 5652) over `content` is worth.
struct CmsCheck {
    enum class Fault {
        None,
        Unreadable,  // no CMS, not detached, not exactly one signer, bytes behind it
        Weak,        // digest other than SHA-256/384/512, RSA below 2048 bits
        Wrong,       // does not fit the content or the certificate named in the signed attributes
    };
    Fault fault = Fault::Unreadable;
    std::string why;
    std::string signer;           // CN
    std::optional<Instant> time;  // claimed: `claimed`, else the signed attribute signingTime
    Verdict trusted = Verdict::Unknown;  // Unknown without a trust store or a claimed time
    bool expired = false;                // why it is not trusted: not valid at `time`
    std::string chain_error;
};

// CAdES signatures name the signer's certificate in their signed attributes; older PKCS #7 ones
// need not. `der` may be followed by zero bytes, as in a PDF.
enum class CmsProfile { Cades, Pkcs7 };
CmsCheck check_cms(std::string_view der, std::string_view content, CmsProfile profile,
                   const TrustStore* trust, std::optional<Instant> claimed);

// A bare signature value with the certificates that stand beside it (XML-DSig), and what the
// reader of the XML has found of it so far.
struct BareSignature {
    std::string content, value, method;     // the key's bytes, its answer, the algorithm's URI
    std::vector<std::string> certificates;  // DER, the signer's first
    std::optional<Instant> time;            // claimed
    bool references_fit = true;             // the digests in `content` fit what they stand for
    bool names_certificate = true;          // what is signed names no other certificate
};
CmsCheck check_bare(const BareSignature& signature, const TrustStore* trust);

// Adds what a check found to the findings, in the same words for a PDF and for a manifest.
void report_cms(const CmsCheck& check, const Location& place, bool has_trust, Findings& findings);

// "Chữ ký của …": one line for a person.
std::string describe_cms(const CmsCheck& check);

}  // namespace hoso
