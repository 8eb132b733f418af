// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "bundle/bag.h"
#include "bundle/bundle.h"

namespace hoso {

// For a person who opens the archive in thirty years and has never heard of hoso.

// index.html: what this is, what is missing, the documents with links. Nothing from elsewhere.
std::string index_html(const BundleInput& input, const std::string& name);

// KIEM-TRA.txt: the commands that check the bag, with the claimed time of sealing put in, since
// the certificates will have expired (DESIGN, decision 18). Each command stands on a line of its
// own behind four blanks and works from inside the bag's folder.
std::string check_instructions(const BundleInput& input, const std::string& name);

// Sealed with a key of make_demo_keys(): both texts say so.
bool is_demonstration_seal(const BundleInput& input);

// All certificates as PEM, each once, the sealing one first.
std::string certificate_list(const BundleInput& input, const std::vector<std::string>& pem_files);
inline constexpr char kCertificateList[] = "metadata/certs/all.pem";

}  // namespace hoso
