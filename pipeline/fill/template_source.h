// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"

namespace hoso {

// One Mustache tag where it stands in its file.
struct Tag {
    enum class Kind { Value, Section, Inverted, Close };
    Kind kind = Kind::Value;
    std::string name;               // as written: "marks.tx1"
    std::vector<std::string> path;  // {"marks", "tx1"}; empty for "."
    // Values inside an XML tag (an attribute), <title> or <style> are not framed: a frame would
    // become part of a keyword there.
    bool framed = true;
    std::string file;  // "templates/records/I.03/tt22/document.html"
    int line = 0, column = 0;
};

// A template with its partials put in. In `text` each tag's name is its index in `tags`
// ("{{12}}", "{{#12}}…{{/12}}"), and runs of white space in the text are one character, '\1' for
// a blank and '\2' where there was a line break: kainjow makes a component of every blank, which
// costs more than all the rest.
struct TemplateSource {
    std::string text;
    std::vector<Tag> tags;
};

inline constexpr char blank_mark = '\1';
inline constexpr char line_mark = '\2';

// Throws UsageError with file, line and column for a tag that is not closed or not allowed here
// ({{{x}}}, {{&x}}, {{=x x=}}), a section that is closed wrongly, a partial that does not exist or
// contains itself.
TemplateSource read_template(const TemplateFolder& templates, const std::string& relative);

}  // namespace hoso
