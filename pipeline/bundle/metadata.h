// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "bundle/bag.h"
#include "bundle/bundle.h"

namespace hoso {

// Canonical JSON: keys sorted, NFC, one blank of indentation, a newline at the end.

// metadata/manifest.json: what the bundle is. Units stand by code, so that a list of bundles can
// be shared without anybody's name in it.
std::string manifest_json(const BundleInput& input, const std::string& name,
                          const std::vector<BagFile>& files);
std::string balance_json(const BundleInput& input);
std::string findings_json(const BundleInput& input);

// metadata/lineage/…: where each value on the pages comes from.
std::string lineage_json(const SealedDocument& document);

// "metadata/lineage/6A/I.03_6A_HK1.json"
std::string lineage_path(const DocumentPlan& plan);
std::string slice_path(const DocumentPlan& plan);

// Distinct units among the documents: a unit may have several documents.
std::size_t units_made(const BundleInput& input);

// "Học kỳ I"; the id itself for a period without such a name.

}  // namespace hoso
