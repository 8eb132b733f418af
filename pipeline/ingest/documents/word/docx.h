// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"
#include "ingest/package/zip_directory.h"

namespace hoso {

// The name of the main part of a Word package, "" if the archive is none.
std::string find_document_part(const std::vector<ZipEntry>& entries);

// A Word document: its properties, the paragraphs of its body and its tables. Headers, footers,
// footnotes and comments are no part of what a plan is checked by and are not read. False, with a
// finding, if it must be refused; a document with macros is.
bool read_docx(std::string_view bytes, const std::string& path, TextDocument& document,
               Findings& findings);

// Word 97-2003, through LibreOffice.
bool read_doc(std::string_view bytes, const std::string& path, Office& office,
              TextDocument& document, Findings& findings);

}  // namespace hoso
