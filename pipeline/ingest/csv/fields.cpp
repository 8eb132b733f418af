// SPDX-License-Identifier: Apache-2.0
#include "ingest/csv/fields.h"

#include <algorithm>
#include <map>

namespace hoso {

namespace {

constexpr std::size_t kSampleRecords = 100;
constexpr std::string_view kSeparators = "\t;,|";

struct Agreement {
    std::size_t records = 0;  // that have `fields` fields
    std::size_t fields = 0;
    auto operator<=>(const Agreement&) const = default;
};

Agreement agreement(std::string_view text, char separator) {
    std::map<std::uint32_t, std::uint32_t> fields_of;  // record → its last field
    FieldReader reader(text, separator);
    std::size_t filled = 0;
    for (std::string field; reader.next(field) && reader.row <= kSampleRecords;) {
        if (!field.empty() || reader.column > 1) fields_of[reader.row] = reader.column;
    }
    std::map<std::size_t, std::size_t> records_with;
    for (const auto& [row, fields] : fields_of) {
        ++filled;
        if (fields > 1) ++records_with[fields];
    }
    Agreement best;
    for (const auto& [fields, records] : records_with) best = std::max(best, {records, fields});
    return 2 * best.records >= filled ? best : Agreement{};
}

}  // namespace

bool FieldReader::next(std::string& field) {
    if (at_end_) return false;
    row = new_record_ ? row + 1 : row;
    column = new_record_ ? 1 : column + 1;
    line = next_line_;
    new_record_ = false;
    field.clear();
    fault = Fault::None;
    if (rest_.starts_with('"')) {
        read_quoted(field);
    } else {
        field = take(bare_length());
        const std::size_t start = field.find_first_not_of(' ');
        // Whether the quotes are meant as such is not for us to say.
        if (start != 0 && start != field.npos && field[start] == '"')
            fault = Fault::BlankBeforeQuote;
    }
    take_separator();
    last_of_row = new_record_ || at_end_;
    return true;
}

std::string FieldReader::take(std::size_t length) {
    std::string taken(rest_.substr(0, length));
    rest_.remove_prefix(taken.size());
    return taken;
}

std::size_t FieldReader::bare_length() const {
    const char ends[] = {separator_, '\r', '\n'};
    return std::min(rest_.find_first_of(std::string_view(ends, 3)), rest_.size());
}

void FieldReader::read_quoted(std::string& field) {
    rest_.remove_prefix(1);
    for (;;) {
        field += take(std::min(rest_.find('"'), rest_.size()));
        if (rest_.empty()) {
            fault = Fault::OpenQuote;
            return;
        }
        rest_.remove_prefix(1);
        if (!rest_.starts_with('"')) break;
        field += take(1);
    }
    next_line_ += static_cast<std::uint32_t>(std::count(field.begin(), field.end(), '\n'));
    const std::string after = take(bare_length());
    if (after.find_first_not_of(' ') != after.npos) fault = Fault::TextAfterQuote;
}

void FieldReader::take_separator() {
    if (rest_.starts_with(separator_)) {
        rest_.remove_prefix(1);
        return;
    }
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : rest_.empty() ? 0 : 1);
    ++next_line_;
    new_record_ = true;
    at_end_ = rest_.empty();
}

std::optional<char> declared_separator(std::string_view text) {
    if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
    const bool alone = text[5] == '\r' || text[5] == '\n';
    if (!alone || kSeparators.find(text[4]) == kSeparators.npos) return std::nullopt;
    return text[4];
}

std::optional<char> find_separator(std::string_view text) {
    if (const auto declared = declared_separator(text)) return declared;
    Agreement best;
    std::optional<char> separator;
    for (const char candidate : kSeparators) {
        const Agreement found = agreement(text, candidate);
        if (found.records > 0 && found > best) {
            best = found;
            separator = candidate;
        }
    }
    return separator;
}

}  // namespace hoso
