// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// RFC 2045, 6.8. `fits` is false if there is anything but base64 and blanks, or the end is missing.
std::string decode_base64(std::string_view text, bool& fits);
// RFC 2045, 6.7; in headers (RFC 2047, 4.2) `_` is a blank.
std::string decode_quoted_printable(std::string_view text, bool header);
// "%C3%A0" (RFC 2231, 4)
std::string decode_percent(std::string_view text);

// Text in a named encoding as UTF-8. If the name is not known or the bytes do not fit it, `unknown`
// gets it and the text is what UTF-8, else windows-1252 makes of the bytes.
std::string from_charset(std::string_view bytes, std::string_view charset, std::string& unknown);

}  // namespace hoso
