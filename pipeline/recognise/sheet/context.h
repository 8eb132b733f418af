// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recognise/sheet/header.h"
#include "vocabulary/finding.h"

namespace hoso {

struct ContextValue {
    std::string value;
    Location where;  // the title cell; the sheet as a whole for its name and the file's
    bool from_file_name = false;
};

// What the title block, the sheet's name and the file's name say of the table below, by the name
// of the dataset column that it fills: "class" "term" "year" "subject" "teacher" "month".
struct Context {
    std::map<std::string, ContextValue> values;
    // What the sheet feeds, where an error in it touches only the forms that read that; none: all.
    std::vector<std::string> datasets;
    bool usable = true;  // false: contradictions or not final; a finding says which

    [[nodiscard]] const ContextValue* find(const std::string& name) const;
    [[nodiscard]] std::string text(const std::string& name) const;  // "" if absent
    // Narrowed to the class and the term, where they are known, and to the datasets.
    [[nodiscard]] std::vector<Scope> scopes() const;
};

// The rows from `first_row` up to and with the header. The title decides; the sheet's name must not
// contradict it, nor the file's name in class and term; the file's name is the last to be asked.
Context read_context(const Grid& grid, const Layout& layout, std::uint32_t first_row,
                     std::uint32_t header_row, Findings& findings);

// "lớp", "class": what a context value is called in a message.
std::string_view vietnamese_name(std::string_view context_name);
std::string_view english_name(std::string_view context_name);

}  // namespace hoso
