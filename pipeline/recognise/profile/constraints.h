// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalogue/strict_xml.h"
#include "recognise/profile/profile.h"

namespace hoso {

// An element after the columns of a dataset; refuses what it does not know.
Constraint read_constraint(const XmlFile& file, const XmlElement& e, const DatasetType& type);

// Once all datasets are read: what a constraint names of another one must be there.
void check_references(const std::vector<Dataset>& datasets);

}  // namespace hoso
