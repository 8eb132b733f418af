// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "catalogue/job.h"
#include "sign/sign.h"

namespace hoso {

// The keys that a job offers, one PKCS#12 file a person. A person without a file has no key yet,
// and his documents wait for him.
class KeyRing {
public:
    KeyRing(Disk& disk, const Job& job, const std::string& password);
    [[nodiscard]] const Signer* find(const std::string& person) const;
    // Certificates as PEM files, for metadata/certs/ of a bundle.
    [[nodiscard]] const std::vector<std::filesystem::path>& certificates() const { return pem_; }
    // Over all certificates: a new key makes a new run.
    [[nodiscard]] std::string digest() const;

private:
    std::map<std::string, std::unique_ptr<Signer>> signers_;
    std::vector<std::filesystem::path> pem_;
};

bool is_demonstration(const Signer& signer);

}  // namespace hoso
