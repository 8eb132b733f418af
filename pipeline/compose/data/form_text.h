// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"

namespace hoso {

// A Mustache tag as it comes, partials put in.
struct TagName {
    char sigil = 0;                 // '#' '^' '/', 0: a value
    std::vector<std::string> path;  // empty: "."
};

// What compose wants to know of a form's templates without parsing them: their bytes, and the
// names in their tags.
struct FormText {
    std::string digest;  // SHA-256 over document.html, workbook.html and the partials they use
    bool has_templates = false;
    std::vector<std::vector<TagName>> tags;  // of document.html, of workbook.html
    // Every part of every tag's name ("marks.tx1": marks, tx1).
    std::set<std::string, std::less<>> names;

    [[nodiscard]] bool wants(std::string_view name) const {
        return !has_templates || names.find(name) != names.end();
    }
};

FormText read_form_text(const TemplateFolder& templates, const std::string& record,
                        const std::string& form);

}  // namespace hoso
