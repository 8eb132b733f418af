// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoso {

// The header of a message or of a part of one, and what follows it (RFC 5322, 2.2; RFC 2045).
class MailHeader {
public:
    // Reads up to the first empty line; `body` is what follows.
    static MailHeader read(std::string_view entity, std::string_view& body);
    // The first field of that name (in lower case), unfolded and as it came; "" if there is none.
    [[nodiscard]] std::string_view find(std::string_view name) const;
    // It had more fields than any message has; the rest was left out.
    [[nodiscard]] bool cut() const { return cut_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
    bool cut_ = false;
};

// One line without its end; moves `text` behind it.
std::string_view take_line(std::string_view& text);

// "text/plain; charset=utf-8": the value in lower case, its parameters by name with RFC 2231 and,
// as most programs write them, RFC 2047 decoded. `unknown` gets the name of an encoding that is
// not known or does not fit.
struct MailValue {
    std::string value;
    std::map<std::string, std::string> parameters;
};
MailValue mail_value(std::string_view field, std::string& unknown);

// A field of text, RFC 2047 decoded.
std::string mail_text(std::string_view field, std::string& unknown);

// "Lò Thị A <a@x.edu.vn>; b@x.edu.vn"
std::string mail_addresses(std::string_view field, std::string& unknown);

// "2022-01-10T08:00:00+07:00" (RFC 5322, 3.3 and 4.3). nullopt: no such moment, or its offset is
// not known.
std::optional<std::string> mail_date(std::string_view field);

}  // namespace hoso
