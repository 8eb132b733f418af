// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compose/compose.h"

namespace hoso {

// What a form's data looks like, without data: every member that record.xml and the datasets
// promise, each list with one row. Where members are not known beforehand (the duties of a job, a
// pivot without keys) an object answers to any name. nullopt: no record.xml, or no such form.
std::optional<Node> form_shape(const TemplateFolder& templates, const std::string& record,
                               const std::string& form);

// The object `attached` of a row that names a file of the document.
Node attached_shape();

// Like looking a tag up in the data itself (fill/node_context.h).
const Node* look_up_shape(const std::vector<const Node*>& stack,
                          const std::vector<std::string>& path);
// What a section over `node` makes the innermost object: a list's row, else the node itself.
const Node* shape_inside(const Node* node);
// Answers to any name.
const Node& any_shape();

}  // namespace hoso
