// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// Takes field after field off the front of a text in the form of RFC 4180, with any separator and
// any line end. A row is a record, as Excel counts it; a quoted field may hold line breaks.
class FieldReader {
public:
    enum class Fault : std::uint8_t { None, OpenQuote, TextAfterQuote, BlankBeforeQuote };

    FieldReader(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    // False: no more fields. All members are those of the field.
    bool next(std::string& field);

    std::uint32_t row = 0, column = 0;  // 1-based
    std::uint32_t line = 1;             // of the file, where the field begins
    bool last_of_row = false;
    Fault fault = Fault::None;

private:
    std::string take(std::size_t length);
    [[nodiscard]] std::size_t bare_length() const;
    void read_quoted(std::string& field);
    void take_separator();

    std::string_view rest_;
    char separator_;
    std::uint32_t next_line_ = 1;
    bool new_record_ = true, at_end_ = false;
};

// Excel's own first line that names the separator: "sep=;".
std::optional<char> declared_separator(std::string_view text);

// The declared separator, else the one by which most of the first lines fall into the same number
// (two or more) of fields; nullopt if none does it for half of them. `text` need not be UTF-8.
std::optional<char> find_separator(std::string_view text);

}  // namespace hoso
