// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "vocabulary/disk.h"
#include "vocabulary/finding.h"

namespace hoso {

struct Remark {
    const Finding* finding = nullptr;
    std::string who;  // "giáo viên bộ môn Trần Thị Hương"
};

// The letter that a secretary sends back: an export as it was read, what is wrong marked in it.
struct Letter {
    std::string file;  // path in the job folder
    std::string school, year;
    std::vector<Remark> remarks;  // findings with a place in this file, as they are sorted
};

// Below the folder of the annotated workbooks: the file's own path, with ".xlsx" behind it unless
// it has it already. Two paths that differ only in case, or by what was put behind, are told apart;
// `taken` remembers them.
std::string annotated_name(const std::string& file, std::set<std::string>& taken);

// Writes the workbook: "Tóm tắt" first, with a link to each marked cell, then each sheet as it was
// read: same addresses, typed values, merged cells, hidden rows and columns; not the vendor's
// looks. The first place of a finding is coloured by its severity and bears a comment that says
// what is wrong, how to mend it and who; its other places of this file refer to it. A finding of a
// row marks the row's first cell that holds something; one of a sheet or a file stands in the
// summary alone. What is marked is shown, even where the export hides it. Depends on nothing else:
// the same letter gives the same bytes.
void annotate(const Letter& letter, const FileContents& contents, Disk& disk,
              const std::filesystem::path& target);

}  // namespace hoso
