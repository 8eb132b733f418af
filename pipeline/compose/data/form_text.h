// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>

#include "catalogue/catalogue.h"

namespace hoso {

// What compose wants to know of a form's templates without parsing them: their bytes, and the
// words in their tags. A document is filled from what its form can print and from nothing else,
// so that a parent's telephone number does not travel in the values of a form without one.
struct FormText {
    std::string digest;  // SHA-256 over document.html, workbook.html and the partials they use
    // Every part of every tag's name ("marks.tx1": marks, tx1). nullopt: the form has no
    // templates, everything is taken.
    std::optional<std::set<std::string, std::less<>>> names;

    [[nodiscard]] bool wants(std::string_view name) const {
        return !names || names->find(name) != names->end();
    }
};

FormText read_form_text(const TemplateFolder& templates, const std::string& record,
                        const std::string& form);

}  // namespace hoso
