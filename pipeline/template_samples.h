// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compose/compose.h"

namespace hoso {

// A form's sample.json as what its templates see; UsageError names file and place where the JSON
// is wrong.
Node sample_data(const std::string& json, const std::string& file);

// The sample with every name, remark and address as long as it may become. What is a number, a
// date, a code or a choice stays.
void lengthen(Node& data);

// Lists whose rows are numbered (a member `seq`) get exactly so many rows, the sample's own ones
// over and over.
void set_row_count(Node& data, std::size_t rows);

}  // namespace hoso
