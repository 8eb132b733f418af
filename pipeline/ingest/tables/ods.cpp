// SPDX-License-Identifier: Apache-2.0
//
// A sheet is written as rows of cells, each with a count of how often it stands there: behind the
// last cell of a sheet follow a million repeated empty ones, which must cost nothing. So what is
// blank only moves the place on, and what is not is copied up to a limit.
#include "ingest/tables/ods.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "ingest/package/xml_part.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/tables/ods_styles.h"
#include "ingest/tables/table_sheet.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

bool is(pugi::xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

// A count attribute: 1 if it is missing or nonsense, no more than a sheet could ever hold.
std::uint64_t parse_count(std::string_view text) {
    constexpr std::uint64_t kMost = 1ull << 32;
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) return kMost;
    return error == std::errc() ? std::clamp<std::uint64_t>(value, 1, kMost) : 1;
}
std::uint64_t count_of(pugi::xml_node node, const char* name) {
    return parse_count(node.attribute(name).value());
}

// The text of a cell's paragraphs. Blanks are folded and <text:s text:c="2"/> says that there are
// more (ODF 1.3 part 3, 6.1.2); notes and comments beside the text are left out.
class CellParagraphs {
public:
    CellParagraphs(const OdsStyles& styles, std::vector<TextRun>& runs)
        : styles_(styles), runs_(runs) {}

    void add(pugi::xml_node paragraph) {
        if (any_) append("\n", runs_.empty() ? "" : runs_.back().font);
        any_ = true;
        folded_ = true;  // blanks at the start do not count
        add_inside(paragraph, "");
    }
    [[nodiscard]] bool any() const { return any_; }

private:
    void add_inside(pugi::xml_node node, std::string_view font) {
        add_characters(node.value(), font);
        for (const pugi::xml_node part : node.children()) {
            if (part.type() != pugi::node_element) {
                add_characters(part.value(), font);
            } else if (is(part, "text:s")) {
                // One more than a cell may hold is as wrong as a billion.
                const auto count =
                    std::min<std::uint64_t>(count_of(part, "text:c"), limits::kTextLength + 1);
                add_mark(std::string(count, ' '), font);
            } else if (is(part, "text:tab")) {
                add_mark("\t", font);
            } else if (is(part, "text:line-break")) {
                add_mark("\n", font);
            } else if (!is(part, "office:annotation") && !is(part, "text:note") &&
                       !is(part, "text:ruby-text")) {
                const std::string_view own =
                    styles_.run_font(part.attribute("text:style-name").value());
                add_inside(part, own.empty() ? font : own);
            }
        }
    }
    void append(std::string_view text, std::string_view font) {
        if (runs_.empty() || runs_.back().font != font) runs_.push_back({"", std::string(font)});
        runs_.back().text += text;
        size_ += text.size();
    }
    void add_mark(const std::string& mark, std::string_view font) {
        if (size_ <= limits::kTextLength * 4) append(mark, font);
        folded_ = false;
    }
    void add_characters(std::string_view characters, std::string_view font) {
        constexpr std::string_view kBlanks = " \t\r\n";
        while (!characters.empty()) {
            const std::size_t word = std::min(characters.find_first_of(kBlanks), characters.size());
            if (word > 0) append(characters.substr(0, word), font);
            folded_ = folded_ && word == 0;
            characters.remove_prefix(word);
            if (characters.empty()) return;
            if (!folded_) append(" ", font);
            folded_ = true;
            characters.remove_prefix(
                std::min(characters.find_first_not_of(kBlanks), characters.size()));
        }
    }

    const OdsStyles& styles_;
    std::vector<TextRun>& runs_;
    std::size_t size_ = 0;
    bool any_ = false, folded_ = true;
};

// What a cell says, before it is known how often it stands there.
struct Content {
    enum class Type { Blank, Text, Number, Value, FormulaOnly };
    Type type = Type::Blank;
    CellKind kind = CellKind::Text;
    bool formula = false;
    std::vector<TextRun> runs;  // of a Text, and its font
    std::string_view font;
    std::string value;                    // of anything else: as the file has it
    std::optional<std::string> shown;     // of a Value
    std::uint64_t rows = 1, columns = 1;  // that it spans

    [[nodiscard]] bool counts() const { return type != Type::Blank || rows > 1 || columns > 1; }
};

bool is_error_text(std::string_view text) {
    static constexpr std::string_view kErrors[] = {"#DIV/0!", "#N/A",  "#NAME?", "#NULL!",
                                                   "#NUM!",   "#REF!", "#VALUE!"};
    return std::find(std::begin(kErrors), std::end(kErrors), text) != std::end(kErrors) ||
           text.starts_with("Err:");
}

class OdsSheetReader {
public:
    OdsSheetReader(const OdsStyles& styles, TableSheet& sheet) : styles_(styles), sheet_(sheet) {}

    bool read(pugi::xml_node table) { return read_rows(table); }

private:
    // Rows and columns may stand in groups and header groups, as deep as XML may be.
    bool read_rows(pugi::xml_node group) {
        for (const pugi::xml_node node : group.children()) {
            if (is(node, "table:table-row")) {
                if (!read_row(node)) return false;
            } else if (is(node, "table:table-column")) {
                read_column(node);
            } else if (is(node, "table:table-row-group") || is(node, "table:table-rows") ||
                       is(node, "table:table-header-rows") ||
                       is(node, "table:table-column-group") || is(node, "table:table-columns") ||
                       is(node, "table:table-header-columns")) {
                if (!read_rows(node)) return false;
            }
        }
        return true;
    }

    static bool is_hidden(pugi::xml_node node) {
        const std::string_view visibility = node.attribute("table:visibility").value();
        return visibility == "collapse" || visibility == "filter";
    }

    void read_column(pugi::xml_node node) {
        const std::uint64_t count = count_of(node, "table:number-columns-repeated");
        if (is_hidden(node)) sheet_.hide_columns(columns_ + 1, columns_ + count);
        columns_ += count;
        column_styles_.push_back(
            {columns_, node.attribute("table:default-cell-style-name").value()});
    }

    bool read_row(pugi::xml_node node) {
        const std::uint64_t count = count_of(node, "table:number-rows-repeated");
        if (is_hidden(node)) sheet_.hide_rows(row_ + 1, row_ + count);
        const char* row_style = node.attribute("table:default-cell-style-name").value();
        std::uint64_t column = 0;
        for (const pugi::xml_node cell : node.children()) {
            if (!is(cell, "table:table-cell") && !is(cell, "table:covered-table-cell")) continue;
            std::uint64_t copies = 1;
            const Content content = read_cell(cell, row_style, column + 1, copies);
            if (content.counts() && !put(content, count, column, copies)) return false;
            column += copies;
        }
        row_ += count;
        return true;
    }

    Content read_cell(pugi::xml_node node, const char* row_style, std::uint64_t column,
                      std::uint64_t& copies) {
        Content content;
        std::string_view style, type, value, date, time, boolean, string;
        bool error = false;
        for (const pugi::xml_attribute& a : node.attributes()) {
            const std::string_view name = a.name();
            if (name == "table:number-columns-repeated") copies = parse_count(a.value());
            if (name == "table:number-columns-spanned") content.columns = parse_count(a.value());
            if (name == "table:number-rows-spanned") content.rows = parse_count(a.value());
            if (name == "table:style-name") style = a.value();
            if (name == "table:formula") content.formula = true;
            if (name == "office:value-type") type = a.value();
            if (name == "office:value") value = a.value();
            if (name == "office:date-value") date = a.value();
            if (name == "office:time-value") time = a.value();
            if (name == "office:boolean-value") boolean = a.value();
            if (name == "office:string-value") string = a.value();
            if (name == "calcext:value-type") error = std::strcmp(a.value(), "error") == 0;
        }
        if (type == "float" || type == "percentage" || type == "currency") {
            set(content, Content::Type::Number, CellKind::Number, value);
        } else if (type == "date") {
            set(content, Content::Type::Value, CellKind::Date, date);
            content.shown = iso_date_text(date);
        } else if (type == "time") {
            set(content, Content::Type::Value, CellKind::Date, time);
            show_time(content);
        } else if (type == "boolean") {
            set(content, Content::Type::Value, CellKind::Boolean, boolean);
            if (boolean == "true") content.shown = "TRUE";
            if (boolean == "false") content.shown = "FALSE";
        } else {
            // LibreOffice writes the empty text as <text:p/> and no type.
            const bool result = !type.empty() || node.child("text:p");
            read_text(content, node, string, error);
            if (content.formula && !result) content.type = Content::Type::FormulaOnly;
            if (content.type == Content::Type::Text) {
                content.font = styles_.cell_font(cell_style(style, row_style, column));
            }
        }
        return content;
    }

    static void set(Content& content, Content::Type type, CellKind kind, std::string_view value) {
        content.type = value.empty() && content.formula ? Content::Type::FormulaOnly : type;
        content.kind = kind;
        content.value = value;
    }

    // A time of day, or hours beyond it, which are a number of days as in Excel.
    static void show_time(Content& content) {
        const auto days = duration_days(content.value);
        if (days && *days < 1) {
            content.shown = serial_text(*days, NumberShape::Time, false);
        } else if (days) {
            content.shown = number_text(*days);
            content.kind = CellKind::Number;
        }
    }

    void read_text(Content& content, pugi::xml_node node, std::string_view string, bool error) {
        CellParagraphs paragraphs(styles_, content.runs);
        for (const pugi::xml_node part : node.children()) {
            if (is(part, "text:p") || is(part, "text:h")) paragraphs.add(part);
        }
        if (!paragraphs.any() && !string.empty()) content.runs = {{std::string(string), ""}};
        if (content.runs.empty()) return;
        content.type = Content::Type::Text;
        const std::string& text = content.runs.front().text;
        if (!error && !(content.formula && is_error_text(text))) return;
        content.type = Content::Type::Value;
        content.kind = CellKind::Error;
        content.value = text;
        content.shown = text;
    }

    [[nodiscard]] std::string_view cell_style(std::string_view own, std::string_view of_row,
                                              std::uint64_t column) const {
        if (!own.empty()) return own;
        if (!of_row.empty()) return of_row;
        const auto found = std::lower_bound(
            column_styles_.begin(), column_styles_.end(), column,
            [](const ColumnStyle& style, std::uint64_t wanted) { return style.last < wanted; });
        return found == column_styles_.end() ? std::string_view() : found->style;
    }

    bool put(const Content& content, std::uint64_t rows, std::uint64_t before,
             std::uint64_t columns) {
        if (!sheet_.check_place(row_ + rows, before + columns)) return false;
        if (rows * columns > limits::kRepeatedCells) {
            return sheet_.fail(rule::repeated_cells, static_cast<std::uint32_t>(row_ + 1),
                               static_cast<std::uint32_t>(before + 1),
                               {{"count", std::to_string(rows * columns)},
                                {"limit", std::to_string(limits::kRepeatedCells)}});
        }
        for (std::uint64_t r = row_ + 1; r <= row_ + rows; ++r) {
            for (std::uint64_t c = before + 1; c <= before + columns; ++c) {
                if (!put_one(content, static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(c)))
                    return false;
            }
        }
        return true;
    }

    bool put_one(const Content& content, std::uint32_t row, std::uint32_t column) {
        if (!sheet_.merge(row, column, content.rows, content.columns)) return false;
        switch (content.type) {
            case Content::Type::Text:
                return sheet_.text(row, column, content.formula, content.runs, content.font);
            case Content::Type::Number:
                return sheet_.number(row, column, content.formula, content.value);
            case Content::Type::Value:
                return sheet_.value(row, column, content.kind, content.formula, content.shown,
                                    content.value);
            case Content::Type::FormulaOnly:
                return sheet_.formula_without_value(row, column);
            case Content::Type::Blank:
                break;
        }
        return true;
    }

    struct ColumnStyle {
        std::uint64_t last;
        std::string_view style;
    };
    const OdsStyles& styles_;
    TableSheet& sheet_;
    std::vector<ColumnStyle> column_styles_;
    std::uint64_t row_ = 0, columns_ = 0;  // before the next one
};

// What a formula refers to in another file is kept as a sheet that nobody sees:
// "'file:///C:/diem.ods'#$Toán".
bool is_cache(std::string_view name) {
    return name.starts_with('\'') && name.find("'#$") != name.npos;
}

bool is_encrypted(const ZipArchive& archive, Findings& findings, bool& damaged) {
    constexpr std::string_view kManifest = "META-INF/manifest.xml";
    if (archive.contains("encrypted-package")) return true;
    std::string manifest;
    if (!archive.contains(kManifest)) return false;
    damaged = !archive.read(kManifest, manifest, findings);
    return manifest.find("encryption-data") != manifest.npos;
}

bool read_tables(pugi::xml_node spreadsheet, const OdsStyles& styles, TableFile& file,
                 std::vector<Sheet>& sheets) {
    for (const pugi::xml_node table : spreadsheet.children("table:table")) {
        const char* name = table.attribute("table:name").value();
        if (is_cache(name)) continue;
        const auto origin = file.name_sheet(name);
        if (!origin || !file.check_count(sheets.size() + 1)) return false;
        TableSheet sheet(file, origin);
        if (styles.hides_sheet(table.attribute("table:style-name").value())) sheet.hide();
        if (!OdsSheetReader(styles, sheet).read(table) || !sheet.finish(sheets)) return false;
    }
    return file.check_count(sheets.size());
}

std::vector<Sheet> read_document(const OdsStyles& styles, pugi::xml_node root,
                                 const std::string& path, const char* format, Findings& findings) {
    const pugi::xml_node spreadsheet = root.child("office:body").child("office:spreadsheet");
    if (!spreadsheet) {
        report(findings, rule::part_missing, {whole_file(path)}, {{"part", "office:spreadsheet"}});
        return {};
    }
    TableFile file{path, format, findings};
    std::vector<Sheet> sheets;
    if (!read_tables(spreadsheet, styles, file, sheets)) sheets.clear();
    return sheets;
}

}  // namespace

std::vector<Sheet> read_fods(std::string_view bytes, const std::string& path, Findings& findings) {
    XmlPart xml;
    if (!xml.parse(std::string(bytes), "OpenDocument (.fods)", whole_file(path), findings,
                   XmlBlanks::Keep)) {
        return {};
    }
    OdsStyles styles;
    styles.add(xml.root());
    return read_document(styles, xml.root(), path, "fods", findings);
}

std::vector<Sheet> read_ods(std::string_view bytes, const std::string& path, Findings& findings) {
    const Location place = whole_file(path);
    const auto archive = ZipArchive::open(bytes, place, findings);
    if (!archive) return {};
    bool damaged = false;
    if (is_encrypted(*archive, findings, damaged)) {
        report(findings, rule::password_protected, {place});
        return {};
    }
    OdsStyles styles;
    XmlPart shared, content;
    if (damaged || (archive->contains("styles.xml") &&
                    !shared.load(*archive, "styles.xml", place, findings))) {
        return {};
    }
    if (!content.load(*archive, "content.xml", place, findings, XmlBlanks::Keep)) return {};
    styles.add(shared.root());
    styles.add(content.root());
    return read_document(styles, content.root(), path, "ods", findings);
}

}  // namespace hoso
