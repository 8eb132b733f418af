// SPDX-License-Identifier: Apache-2.0
#include "annotate/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "vocabulary/text.h"

namespace hoso::annotate_room {

namespace {

struct Column {
    const char* title;
    double width;  // in digits
};
constexpr std::array kColumns{Column{"STT", 5},       Column{"Mức độ", 11},
                              Column{"Trang", 13},    Column{"Ô", 8},
                              Column{"Đang ghi", 11}, Column{"Điều cần xem lại", 44},
                              Column{"Cách sửa", 42}, Column{"Người sửa", 16},
                              Column{"Lớp", 6},       Column{"Mã quy tắc", 18}};
constexpr lxw_col_t kLinkColumn = 3, kMessageColumn = 5, kHintColumn = 6;
constexpr std::size_t kShownValue = 200;
constexpr double kLineHeight = 15;

std::string quoted(const std::string& sheet) {
    std::string text;
    for (const char c : sheet) text += c == '\'' ? std::string("''") : std::string(1, c);
    return "'" + text + "'";
}

std::string classes_of(const Finding& finding) {
    std::set<std::string> classes;
    for (const Scope& scope : finding.scopes) {
        if (!scope.klass.empty()) classes.insert(scope.klass);
    }
    return fmt::format("{}", fmt::join(classes, ", "));
}

double lines_of(const std::string& text, double width) {
    return std::max(1.0, std::ceil(static_cast<double>(code_point_count(text)) / (width * 1.1)));
}

std::string shortened(const std::string& text) {
    if (text.size() <= kShownValue) return text;
    std::size_t end = kShownValue;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + " …";
}

class Summary {
public:
    Summary(lxw_worksheet* sheet, Looks& looks) : sheet_(sheet), looks_(looks) {}

    void head(const Letter& letter, const Remarks& remarks, bool simplified) {
        std::array<std::size_t, 3> counts{};
        for (const Line& line : remarks.lines) {
            ++counts[static_cast<std::size_t>(line.remark->finding->severity())];
        }
        write("NHỮNG CHỖ CẦN XEM LẠI", looks_.title());
        write(fmt::format("{} · Năm học {}", letter.school, letter.year), looks_.plain());
        write("Tệp gốc: " + letter.file, looks_.plain());
        write(fmt::format(
                  "Có {} lỗi, {} cảnh báo, {} ghi chú. Ô tô đỏ là lỗi, ô tô vàng là cảnh báo, "
                  "ô tô xanh là ghi chú; đưa chuột vào ô để đọc lời nhắc.",
                  counts[0], counts[1], counts[2]),
              looks_.plain());
        write(
            "Đây là bản chép để chỉ chỗ sai: xin sửa trên phần mềm (hoặc trong tệp gốc) rồi xuất "
            "lại, không sửa trong tệp này.",
            looks_.plain());
        write("Giá trị và vị trí các ô giữ như tệp gốc; màu, phông chữ và công thức không giữ lại.",
              looks_.plain());
        if (simplified) {
            write("Một số ô gộp không giữ lại được: chúng chồng lên nhau hoặc quá nhiều.",
                  looks_.plain());
        }
        ++row_;
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, kColumns[i].width, nullptr);
            worksheet_write_string(sheet_, row_, column, kColumns[i].title, looks_.heading());
        }
        heading_ = row_++;
    }

    void line(const Line& line, const std::map<std::string, std::string>& names) {
        const Finding& finding = *line.remark->finding;
        const std::string said = message(finding, Language::Vietnamese);
        const std::string mend = hint(finding, Language::Vietnamese);
        worksheet_write_number(sheet_, row_, 0, row_ - heading_, looks_.text());
        string(1, severity_title(finding.severity()), looks_.text(finding.severity()));
        const auto name = names.find(line.sheet);
        string(2, line.sheet.empty() && name == names.end() ? "cả tệp" : line.sheet, looks_.text());
        const std::string where =
            (line.address.empty() ? "" : line.address) + (line.unseen ? " (đang ẩn)" : "");
        if (name != names.end()) {
            const std::string cell =
                line.cell.first == 0 ? "A1" : cell_name(line.cell.first, line.cell.second);
            link("internal:" + quoted(name->second) + "!" + cell,
                 where.empty() ? "cả trang" : where);
        } else {
            string(kLinkColumn, where, looks_.text());
        }
        string(4, shortened(line.value), looks_.text());
        string(kMessageColumn, said, looks_.text());
        string(kHintColumn, mend, looks_.text());
        string(7, line.remark->who, looks_.text());
        string(8, classes_of(finding), looks_.text());
        string(9, std::string(finding.rule->id), looks_.text());
        const double lines = std::max(lines_of(said, kColumns[kMessageColumn].width),
                                      lines_of(mend, kColumns[kHintColumn].width));
        worksheet_set_row(sheet_, row_, lines * kLineHeight + 3, nullptr);
        ++row_;
    }

    void finish() {
        const auto last = static_cast<lxw_col_t>(kColumns.size() - 1);
        if (row_ > heading_ + 1) worksheet_autofilter(sheet_, heading_, 0, row_ - 1, last);
        worksheet_freeze_panes(sheet_, heading_ + 1, 0);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, heading_, heading_);
        worksheet_set_footer(sheet_, "&C&P/&N");
    }

private:
    void write(const std::string& text, lxw_format* format) {
        worksheet_write_string(sheet_, row_++, 0, text.c_str(), format);
    }
    void string(lxw_col_t column, const std::string& text, lxw_format* format) {
        if (text.empty()) {
            worksheet_write_blank(sheet_, row_, column, format);
        } else {
            worksheet_write_string(sheet_, row_, column, text.c_str(), format);
        }
    }
    // Excel takes 65,530 links in a sheet; the text of the cell stands there in any case.
    void link(const std::string& target, const std::string& text) {
        lxw_format* format = looks_.text(std::nullopt, true);
        if (worksheet_write_url_opt(sheet_, row_, kLinkColumn, target.c_str(), format, text.c_str(),
                                    nullptr) != LXW_NO_ERROR) {
            string(kLinkColumn, text, looks_.text());
        }
    }

    lxw_worksheet* sheet_;
    Looks& looks_;
    lxw_row_t row_ = 0, heading_ = 0;
};

}  // namespace

void write_summary(lxw_worksheet* sheet, const Letter& letter, const Remarks& remarks,
                   const std::map<std::string, std::string>& names, bool simplified, Looks& looks) {
    Summary summary(sheet, looks);
    summary.head(letter, remarks, simplified);
    for (const Line& line : remarks.lines) summary.line(line, names);
    summary.finish();
}

}  // namespace hoso::annotate_room
