// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "render/render.h"
#include "vocabulary/clock.h"
#include "vocabulary/disk.h"

namespace hoso {

// A key that can sign a digest: a PKCS#12 file now, a token or a remote key later.
class Signer {
public:
    virtual ~Signer() = default;
    // DER, signer's certificate first, then its issuers.
    [[nodiscard]] virtual const std::vector<std::string>& chain() const = 0;
    [[nodiscard]] virtual std::string common_name() const = 0;
    [[nodiscard]] virtual std::size_t signature_size() const = 0;  // bytes, upper bound
    // "rsa-pkcs1-sha256" or "ecdsa-sha256"
    [[nodiscard]] virtual std::string algorithm() const = 0;
    // SHA-256 digest (32 bytes) → signature value. May be called from several threads.
    [[nodiscard]] virtual std::string sign_digest(const std::string& digest) const = 0;
};

std::unique_ptr<Signer> open_pkcs12(Disk& disk, const std::filesystem::path& file,
                                    const std::string& password);

struct Appearance {
    std::string role_title;  // "GIÁO VIÊN CHỦ NHIỆM"
    std::string name;
    Instant time;                // claimed time of signing, printed and put into /M
    bool demonstration = false;  // prints "CHỮ KÝ THỬ NGHIỆM"
};

// prepare → sign digest → complete (PAdES B-B, ETSI EN 319 142-1, ETSI.CAdES.detached; no
// signingTime attribute). The signature is an incremental update that leaves `pdf` as its first
// bytes. prepare() needs only the certificates, so that the private key may be anywhere.
struct PreparedSignature {
    std::string pdf;                // with the reserved Contents
    std::string signed_attributes;  // DER SET
    std::string digest;             // SHA-256 of signed_attributes: what the key signs
    std::size_t contents_offset = 0, contents_size = 0;
};
PreparedSignature prepare_signature(const std::string& pdf, const std::string& role,
                                    const std::vector<std::string>& chain,
                                    const std::string& algorithm, std::size_t signature_size,
                                    const Appearance& appearance, const FontSet& fonts);
std::string complete_signature(PreparedSignature prepared, const std::vector<std::string>& chain,
                               const std::string& algorithm, const std::string& signature_value);
std::string sign_pdf(const std::string& pdf, const std::string& role, const Signer& signer,
                     const Appearance& appearance, const FontSet& fonts);

// Roles that already carry a signature in this PDF, in order.
std::vector<std::string> signed_roles(const std::string& pdf);

// The same three steps for a workbook that hoso wrote: a package signature (ECMA-376, Part 2, 13)
// with XAdES properties over every part; of `appearance`, role and time are written into it. Each
// signature is a part of its own and covers no other, so the order does not matter to them.
struct PreparedWorkbook {
    std::string before_value, after_value;  // the signature's XML around its value
    std::string digest;                     // SHA-256 of SignedInfo: what the key signs
};
PreparedWorkbook prepare_workbook(const std::string& xlsx, const std::vector<std::string>& chain,
                                  const std::string& algorithm, const Appearance& appearance);
std::string complete_workbook(const std::string& xlsx, const PreparedWorkbook& prepared,
                              const std::vector<std::string>& chain, const std::string& algorithm,
                              const std::string& signature_value);
std::string sign_workbook(const std::string& xlsx, const Signer& signer,
                          const Appearance& appearance);
std::size_t workbook_signatures(const std::string& xlsx);

// Detached CAdES-B over any bytes, DER (tagmanifest-sha256.txt.p7s). CAdES, unlike PAdES, demands
// the claimed time of signing as a signed attribute (EN 319 122-1, clause 6.3).
std::string sign_detached(const std::string& bytes, const Signer& signer, Instant signing_time);

// The demonstration identity: one CA and one key per signer, made once and kept in `folder`
// (ca.pem, ca.p12, <person id>.p12, <person id>.pem). Every subject says "THỬ NGHIỆM"; all are
// valid from 2018 to 2047. Makes only what is missing.
struct DemoPerson {
    std::string id, name, title;
};
void make_demo_keys(Disk& disk, const std::filesystem::path& folder, const std::string& school,
                    const std::vector<DemoPerson>& people, const std::string& password,
                    const Clock& clock);

}  // namespace hoso
