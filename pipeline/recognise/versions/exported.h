// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace hoso {

// When a sheet says it was made. Never the file system's time: copying a file changes that.
struct Exported {
    std::string stamp;  // sorts by time: "2022-01-12 08:30", "2022-01-12"
    std::string shown;  // "12/01/2022 08:30"
    Location where;     // the cell; row 0: the properties of the file
};

// The line of the export itself ("Ngày xuất: …"), else the date above the signatures below the
// table, else what the file's own properties say; nullopt: none of them.
std::optional<Exported> exported(const Sheet& sheet);

// "ngày 12 tháng 01 năm 2022", "12/01/2022", with "08:30" behind it. nullopt: no date.
std::optional<Exported> date_in(std::string_view text);

}  // namespace hoso
