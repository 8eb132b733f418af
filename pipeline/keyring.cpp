// SPDX-License-Identifier: Apache-2.0
#include "keyring.h"

#include "vocabulary/digest.h"

namespace hoso {

namespace fs = std::filesystem;

KeyRing::KeyRing(Disk& disk, const Job& job, const std::string& password) {
    if (job.keys.empty()) return;
    for (const Person& person : job.people) {
        const fs::path file = job.keys / (person.id + ".p12");
        if (!disk.exists(file)) continue;
        signers_[person.id] = open_pkcs12(disk, file, password);
        const fs::path pem = job.keys / (person.id + ".pem");
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
