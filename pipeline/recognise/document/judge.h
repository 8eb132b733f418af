// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "recognise/document/fields.h"
#include "recognise/document/outline.h"

namespace hoso {

// Says what a document lacks of the form of its kind.
class Judge {
public:
    Judge(const DocumentKind& kind, const TextDocument& document, const std::vector<FlowLine>& flow,
          Findings& findings)
        : kind_(kind), document_(document), flow_(flow), findings_(findings) {}

    void fields(const std::map<std::size_t, FieldValue>& values);
    void outline(const Outline& outline);

private:
    void section(const PlacedSection& section);
    void missing(const PlacedSection& section, std::map<std::string, std::string> args);
    void table(const PlacedSection& section, std::map<std::string, std::string> args);
    void add(const Rule& rule, Severity severity, Location where,
             std::map<std::string, std::string> args);

    const DocumentKind& kind_;
    const TextDocument& document_;
    const std::vector<FlowLine>& flow_;
    Findings& findings_;
    std::string pupil_;  // whose plan it is
};

}  // namespace hoso
