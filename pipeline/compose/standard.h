// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compose/compose.h"
#include "compose/data/form_text.h"
#include "compose/data/record_file.h"

namespace hoso {

// The term whose results a period closes with, or that a week or month lies in: HK1, HK2, else CN.
std::string term_of(const Job& job, const Period& period);

// What every document sees beside its own data (pipeline/compose/README.md): school, period, year,
// class (null: of no class, then it is left out), people, document. Only what the form's templates
// name.
Node::Object standard_members(const Job& job, const Period& period, const ClassScope* klass,
                              const std::string& pack, const std::string& title,
                              const std::string& record, const std::string& form,
                              const FormText& text);
// `signers`: one object per role of the document.
Node signers_member(const std::vector<SignerPlan>& signers, const FormText& text);
// `joined`: the joined PDF/A of its Word files.
Node joined_member(const DocumentPlan& plan, const FormText& text);
// All of these without values: what a form may name.
Node::Object standard_names(const DocumentForm& form);

}  // namespace hoso
