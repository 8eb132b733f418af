// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/clock.h"

// A detached CMS SignedData (RFC 5652) with one signer, SHA-256 throughout. It is written here and
// not by OpenSSL, whose CMS_sign always adds a signingTime: PAdES forbids it (EN 319 142-1,
// clause 6.3), and the key may be where OpenSSL cannot reach it.
namespace hoso::cms {

// The SET OF attributes that the key signs: contentType, messageDigest, signingCertificateV2 (RFC
// 5035), and signingTime if given (CAdES baseline demands it, EN 319 122-1, clause 6.3).
std::string signed_attributes(std::string_view content_sha256, const std::string& certificate,
                              std::optional<Instant> signing_time);

// The ContentInfo. `algorithm` as Signer::algorithm(); `chain` DER, the signer's first.
std::string signed_data(const std::vector<std::string>& chain, std::string_view algorithm,
                        std::string_view attributes, std::string_view signature_value);

}  // namespace hoso::cms
