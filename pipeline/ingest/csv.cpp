// SPDX-License-Identifier: Apache-2.0
#include "ingest/csv.h"

#include <algorithm>
#include <map>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/sheet_builder.h"
#include "ingest/unicode.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::size_t kSampleRecords = 100;
constexpr std::string_view kSeparators = "\t;,";

// Takes field after field off the front of the text.
class FieldReader {
public:
    enum class Fault { None, OpenQuote, TextAfterQuote };

    FieldReader(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    // False: no more fields. `row` and `column` (1-based) are those of the field.
    bool next(std::string& field) {
        if (at_end_) return false;
        row = new_record_ ? row + 1 : row;
        column = new_record_ ? 1 : column + 1;
        new_record_ = false;
        field.clear();
        fault = Fault::None;
        if (rest_.starts_with('"')) {
            read_quoted(field);
        } else {
            field = take(bare_length());
        }
        take_separator();
        return true;
    }

    std::uint32_t row = 0, column = 0;
    Fault fault = Fault::None;

private:
    std::string take(std::size_t length) {
        std::string taken(rest_.substr(0, length));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    [[nodiscard]] std::size_t bare_length() const {
        const char ends[] = {separator_, '\r', '\n'};
        return std::min(rest_.find_first_of(std::string_view(ends, 3)), rest_.size());
    }
    void read_quoted(std::string& field) {
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
        const std::string after = take(bare_length());
        if (after.find_first_not_of(' ') != after.npos) fault = Fault::TextAfterQuote;
    }
    void take_separator() {
        if (rest_.starts_with(separator_)) {
            rest_.remove_prefix(1);
            return;
        }
        rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : rest_.empty() ? 0 : 1);
        new_record_ = true;
        at_end_ = rest_.empty();
    }

    std::string_view rest_;
    char separator_;
    bool new_record_ = true, at_end_ = false;
};

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

// Excel's own first line that names the separator: "sep=;".
std::optional<char> declared_separator(std::string_view text) {
    if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
    const bool alone = text[5] == '\r' || text[5] == '\n';
    if (!alone || kSeparators.find(text[4]) == kSeparators.npos) return std::nullopt;
    return text[4];
}

// To UTF-8 without mark. False, with the finding, if it cannot be done without guessing.
bool decode(std::string_view bytes, const Location& file, std::string& text, Findings& findings) {
    const auto refuse = [&](std::uint32_t line) {
        report(findings, rule::legacy_encoding, {{file.origin, line, 0}});
        return false;
    };
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) {
        const auto decoded = utf16_to_utf8(bytes.substr(2), big);
        if (!decoded) return refuse(0);
        text = *decoded;
        return true;
    }
    text = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    if (const auto bad = find_invalid_utf8(text)) {
        const auto lines =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
        return refuse(static_cast<std::uint32_t>(lines) + 1);
    }
    return true;
}

const Rule* rule_of(FieldReader::Fault fault) {
    switch (fault) {
        case FieldReader::Fault::OpenQuote:
            return &rule::csv_open_quote;
        case FieldReader::Fault::TextAfterQuote:
            return &rule::csv_text_after_quote;
        case FieldReader::Fault::None:
            break;
    }
    return nullptr;
}

}  // namespace

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

bool read_csv(std::string_view bytes, const std::string& path, Sheet& sheet, Findings& findings) {
    const auto origin = std::make_shared<const Origin>(Origin{path, ""});
    const Location file{origin, 0, 0};
    std::string text;
    if (!decode(bytes, file, text, findings)) return false;

    const bool declared = declared_separator(text).has_value();
    std::size_t cells_left = limits::kCells;
    SheetBuilder builder(origin, "csv", cells_left);
    FieldReader reader(text, find_separator(text).value_or(';'));
    for (std::string field; reader.next(field);) {
        const Location place = builder.at(reader.row, reader.column);
        if (reader.row > limits::kRows || reader.column > limits::kColumns) {
            report(findings, rule::sheet_too_large, {file},
                   {{"reference", cell_name(reader.row, reader.column)},
                    {"rows", std::to_string(limits::kRows)},
                    {"columns", std::to_string(limits::kColumns)}});
            return false;
        }
        // What follows a broken quotation mark may stand in the wrong column: refuse the file.
        if (const Rule* fault = rule_of(reader.fault)) {
            report(findings, *fault, {place});
            return false;
        }
        if (declared && reader.row == 1) continue;
        if (!builder.add_text(place.row, place.column, false, make_cell_text(field))) {
            report(findings, rule::too_many_cells, {file},
                   {{"limit", std::to_string(limits::kCells)}});
            return false;
        }
    }
    return builder.finish(findings, sheet);
}

}  // namespace hoso
