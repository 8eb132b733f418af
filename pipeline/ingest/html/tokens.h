// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hoso {

// Takes HTML apart (HTML, 13.2.5), in one pass and whatever it is: there is no wrong HTML.
class HtmlTokens {
public:
    enum class Kind { Text, Start, End, Finished };

    explicit HtmlTokens(std::string_view page) : rest_(page) {}

    // Comments, declarations and processing instructions are passed over.
    Kind next();

    // Text: its characters, references not yet resolved.
    std::string_view text;
    // Start, End: the element's name in small letters.
    std::string name;

    // After Start: the next attribute, its name in small letters. False: no more.
    bool next_attribute(std::string& attribute, std::string_view& value);
    // After Start and its attributes: the content of an element that holds no markup, up to its end
    // tag, which is taken as well. Nothing is taken if the end tag is missing or the tag was
    // "<a/>".
    std::string_view take_raw();

private:
    void skip_declaration();
    void skip_blanks();
    std::string_view take_until(std::string_view end);
    std::string_view take_value();

    std::string_view rest_;
    std::set<std::string> unclosed_;  // elements whose end tag is not to be looked for again
    bool in_tag_ = false, closed_ = false;
};

}  // namespace hoso
