// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "inspect.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class Printer {
public:
    Printer(std::ostream& out, const PrintStyle& style) : out_(out), style_(style) {}

    void print(const InspectedFile& file) {
        out_ << bold(file.path) << '\n';
        if (file.format.empty()) {
            out_ << say("  hoso không đọc tệp này (tệp ẩn, tệp hướng dẫn hoặc tệp của hoso)\n",
                        "  hoso does not read this file (hidden, a read-me, or hoso's own)\n");
        } else {
            out_ << fmt::format("  {} · {} KB · sha256 {}\n", file.format,
                                (file.size + 1023) / 1024, file.sha256.substr(0, 12));
        }
        for (const DocumentFacts& document : file.documents) print_document(out_, document, style_);
        for (const SheetFacts& sheet : file.sheets) print(sheet);
        if (!file.findings.empty()) out_ << say("  phát hiện:\n", "  findings:\n");
        print_findings(out_, file.findings, style_);
    }

    void print_draft(const InspectReport& report) {
        out_ << '\n';
        if (report.draft.empty()) {
            out_ << say(
                "Có thể soạn bản nháp mẫu bảng cho những trang chưa nhận ra: chạy lại với "
                "--draft TỆP.xml\n",
                "A profile for the unknown sheets can be drafted: run again with --draft "
                "FILE.xml\n");
            return;
        }
        out_ << say("Bản nháp mẫu bảng: ", "Drafted profile: ") << report.draft;
        out_ << fmt::format(" ({})\n", fmt::join(report.drafted, ", "));
        out_ << say(
            "  Xem các chỗ ghi XEM LẠI, sửa, rồi chép vào templates/sources/ trong thư mục có "
            "hoso.toml.\n",
            "  Look at what says XEM LẠI, mend it, and copy it to templates/sources/ beside "
            "hoso.toml.\n");
    }

private:
    void print(const SheetFacts& sheet) {
        if (!sheet.origin->sheet.empty())
            out_ << say("  trang ", "  sheet ") << '"' << sheet.origin->sheet << '"';
        out_ << fmt::format("  {} {} × {} {}", sheet.last_row, say("dòng", "rows"),
                            sheet.last_column, say("cột", "columns"));
        if (!sheet.encoding.empty()) out_ << say(" · bảng mã ", " · encoding ") << sheet.encoding;
        if (sheet.hidden) out_ << say(" · trang ẩn", " · hidden sheet");
        if (sheet.merges > 0)
            out_ << fmt::format(" · {} {}", sheet.merges, say("ô gộp", "merged cells"));
        out_ << '\n';
        hidden(sheet);
        for (const BlockFacts& block : sheet.blocks) print(block);
        if (sheet.nearest) print(*sheet.nearest);
        if (sheet.blocks.empty() && !sheet.nearest && sheet.cells > 0) {
            out_ << say("    không giống mẫu nào đã khai báo\n", "    like no declared layout\n");
        }
        rows(sheet);
    }

    void hidden(const SheetFacts& sheet) {
        if (!sheet.hidden_rows.empty()) {
            out_ << say("    hàng ẩn có dữ liệu: ", "    hidden rows with data: ");
            out_ << fmt::format("{}\n", fmt::join(sheet.hidden_rows, ", "));
        }
        if (sheet.hidden_columns.empty()) return;
        out_ << say("    cột ẩn có dữ liệu:", "    hidden columns with data:");
        for (const std::uint32_t column : sheet.hidden_columns) {
            const std::string name = cell_name(1, column);
            out_ << ' ' << name.substr(0, name.size() - 1);
        }
        out_ << '\n';
    }

    void print(const BlockFacts& block) {
        out_ << fmt::format("    {} {} [{}] · {}{}\n", say("nhận ra:", "taken for:"),
                            bold(block.layout_title), block.layout, block.system_title,
                            block.used ? "" : say(" · KHÔNG DÙNG", " · NOT USED"));
        out_ << say("    dữ liệu: ", "    datasets: ")
             << (block.datasets.empty() ? say("chưa hồ sơ nào cần", "no record needs it")
                                        : fmt::format("{}", fmt::join(block.datasets, ", ")))
             << '\n';
        for (const ContextFact& fact : block.context) {
            out_ << fmt::format("    {}: {} ({})\n", word_of(fact.name), fact.value,
                                place_of(fact));
        }
        out_ << fmt::format("    {} {}:\n", say("tên cột, dòng", "headings, row"),
                            block.header_depth == 1
                                ? std::to_string(block.header_row)
                                : fmt::format("{}–{}", block.header_row,
                                              block.header_row + block.header_depth - 1));
        for (const ColumnFact& column : block.columns) print(column);
    }

    void print(const ColumnFact& column) {
        const std::string cell = cell_name(column.where.row, column.where.column);
        const std::size_t width = code_point_count(column.heading);
        out_ << fmt::format("      {:<5} {}{}  ", cell, column.heading,
                            std::string(width < 28 ? 28 - width : 0, ' '));
        switch (column.use) {
            case ColumnUse::Read:
                out_ << "→ " << feeds_of(column);
                break;
            case ColumnUse::Known:
                out_ << say("để yên (mẫu có kể)", "left (the layout names it)");
                break;
            case ColumnUse::Unknown:
                out_ << say("CỘT LẠ, không dùng", "UNKNOWN, not used");
                break;
            case ColumnUse::Twice:
                out_ << say("CÓ HAI LẦN", "TWICE");
                break;
        }
        if (column.hidden) out_ << say(" (cột ẩn)", " (hidden)");
        out_ << '\n';
    }

    static std::string feeds_of(const ColumnFact& column) {
        std::string text;
        for (const ColumnFeed& feed : column.feeds) {
            text += (text.empty() ? "" : ", ") + feed.dataset + "." + feed.column;
            if (!feed.as.empty()) text += " (" + feed.as + ")";
        }
        return text;
    }

    void print(const NearestFacts& nearest) {
        out_ << fmt::format("    {} {} [{}] · {}\n",
                            say("CHƯA NHẬN RA; gần nhất:", "NOT KNOWN; nearest:"),
                            bold(nearest.layout_title), nearest.layout, nearest.system_title);
        for (const auto& [heading, where] : nearest.found) {
            out_ << fmt::format("      {} {} ({})\n", say("có", "has"), heading,
                                cell_name(where.row, where.column));
        }
        for (const MissingKey& key : nearest.missing) {
            out_ << say("      thiếu ", "      lacks ") << key.heading;
            if (key.perhaps) {
                out_ << fmt::format("; {} \"{}\" ({})?", say("có phải là", "is it"),
                                    key.perhaps_heading,
                                    cell_name(key.perhaps->row, key.perhaps->column));
            }
            out_ << '\n';
        }
    }

    void rows(const SheetFacts& sheet) {
        out_ << say("    các dòng:\n", "    rows:\n");
        for (const RowsFact& run : sheet.rows) {
            const std::string numbers = run.first == run.last
                                            ? std::to_string(run.first)
                                            : fmt::format("{}–{}", run.first, run.last);
            out_ << fmt::format(
                "      {}{} {}", numbers,
                std::string(12 - std::min<std::size_t>(12, code_point_count(numbers)), ' '),
                use_of(run.use));
            if (run.use == RowUse::Read) out_ << fmt::format(" ({})", run.last - run.first + 1);
            if (!run.text.empty()) out_ << ": \"" << run.text << '"';
            out_ << '\n';
        }
    }

    [[nodiscard]] std::string use_of(RowUse use) const {
        switch (use) {
            case RowUse::Blank:
                return say("trống", "blank");
            case RowUse::Title:
                return say("tiêu đề", "title");
            case RowUse::Header:
                return say("tên cột", "headings");
            case RowUse::HeaderAgain:
                return say("tên cột lặp lại ở đầu trang", "headings repeated by a page");
            case RowUse::Read:
                return say("đọc", "read");
            case RowUse::Stop:
                return say("bỏ: dòng kết thúc bảng", "left: the line that ends the table");
            case RowUse::AfterStop:
                return say("bỏ: dưới dòng kết thúc", "left: below the end");
            case RowUse::Text:
                return say("bỏ: chữ, không phải dữ liệu", "left: text, no data");
            case RowUse::WithoutKey:
                return say("KHÔNG ĐỌC: không có mã và tên", "NOT READ: no code and name");
            case RowUse::NotUsed:
                return say("không dùng", "not used");
        }
        return "";
    }

    [[nodiscard]] std::string place_of(const ContextFact& fact) const {
        const std::string cell = cell_name(fact.where.row, fact.where.column);
        switch (fact.from) {
            case ReadFrom::Title:
                return say("ô ", "cell ") + cell;
            case ReadFrom::SheetName:
                return say("tên trang tính", "the sheet's name");
            case ReadFrom::FileName:
                return say("tên tệp", "the file's name");
            case ReadFrom::Column:
                return say("cột ở ô ", "the column at ") + cell;
        }
        return cell;
    }

    [[nodiscard]] std::string word_of(const std::string& name) const {
        if (name == "class") return say("lớp", "class");
        if (name == "term") return say("học kỳ", "term");
        if (name == "year") return say("năm học", "school year");
        if (name == "subject") return say("môn học", "subject");
        if (name == "teacher") return say("giáo viên", "teacher");
        if (name == "month") return say("tháng", "month");
        if (name == "week") return say("tuần", "week");
        if (name == "visit") return say("lần", "visit");
        if (name == "from") return say("từ ngày", "from");
        if (name == "to") return say("đến ngày", "to");
        if (name == "record") return say("hồ sơ", "record");
        return name;
    }

    [[nodiscard]] std::string bold(const std::string& text) const {
        return style_.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
    }
    [[nodiscard]] std::string say(const char* vi, const char* en) const {
        return style_.language == Language::English ? en : vi;
    }

    std::ostream& out_;
    const PrintStyle& style_;
};

}  // namespace

void print_inspection(std::ostream& out, const InspectReport& report, const PrintStyle& style) {
    Printer printer(out, style);
    bool first = true;
    for (const InspectedFile& file : report.files) {
        if (!first) out << '\n';
        first = false;
        printer.print(file);
    }
    print_findings(out, report.elsewhere, style);
    if (!report.drafted.empty()) printer.print_draft(report);
}

}  // namespace hoso
