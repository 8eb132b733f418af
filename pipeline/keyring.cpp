// SPDX-License-Identifier: Apache-2.0
#include "keyring.h"

#include "vocabulary/digest.h"

namespace hoso {

namespace fs = std::filesystem;

KeyRing::KeyRing(Disk& disk, const Job& job, const std::string& password) {
    for (const Person& person : job.people) {
        if (person.key.empty() || !disk.exists(person.key)) continue;
        signers_[person.id] = open_pkcs12(disk, person.key, password);
        const fs::path pem = fs::path(person.key).replace_extension(".pem");
        if (disk.exists(pem)) pem_.push_back(pem);
    }
    if (!job.trust.empty() && disk.exists(job.trust)) pem_.push_back(job.trust);
}

const Signer* KeyRing::find(const std::string& person) const {
    const auto found = signers_.find(person);
    return found == signers_.end() ? nullptr : found->second.get();
}

std::string KeyRing::digest() const {
    std::string all;
    for (const auto& [person, signer] : signers_)
        all += person + sha256_raw(signer->chain().front());
    return sha256_hex(all);
}

bool is_demonstration(const Signer& signer) {
    return signer.common_name().find("THỬ NGHIỆM") != std::string::npos;
}

}  // namespace hoso
