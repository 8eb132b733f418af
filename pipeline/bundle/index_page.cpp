// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "bundle/metadata.h"
#include "bundle/reader_pages.h"
#include "vocabulary/value.h"

namespace hoso {

namespace {

constexpr char kStyle[] =
    "body{font-family:'Liberation Serif','Times New Roman',serif;max-width:62rem;margin:2rem auto;"
    "padding:0 1rem;line-height:1.4}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.25rem .5rem;"
    "text-align:left;vertical-align:top}td.n{text-align:right}th{background:#eee}"
    ".warn{border:2px solid #b00;padding:.5rem 1rem}dt{font-weight:bold}";

constexpr char kFoot[] = R"(<h2>Kiểm tra và nguồn gốc</h2>
<ul>
<li>Cách kiểm tra gói này, không cần phần mềm đã làm ra nó: <a href="KIEM-TRA.txt">KIEM-TRA.txt</a></li>
<li>Nội dung gói ở dạng máy đọc được: <a href="metadata/manifest.json">metadata/manifest.json</a></li>
<li>Mỗi giá trị in trên trang lấy từ ô nào của tệp nào: thư mục <code>metadata/lineage</code></li>
<li>Số liệu mà tài liệu được lập từ đó: thư mục <code>metadata/records</code></li>
<li>Những điều đã phát hiện khi kiểm tra số liệu: <a href="metadata/findings.json">metadata/findings.json</a></li>
</ul>
<p>Gói theo chuẩn BagIt 1.0 (RFC 8493). Tệp PDF do hoso lập theo chuẩn PDF/A-2u (ISO 19005-2), bản PDF của tệp Word theo PDF/A-2b; tệp kèm theo giữ nguyên như khi nhận.</p>
</body>
</html>
)";

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string heading(const BundleInput& input) {
    return fmt::format("{} – {} – năm học {}", input.record->title,
                       period_title(input.batch->period.id), input.batch->period.year.id());
}

// The date and the hour of an ISO moment as people write them.
std::string printed_moment(const std::string& iso) {
    const auto moment = parse_instant(iso);
    return moment ? to_printed(*moment) : iso;
}

std::string signatures_cell(const SealedDocument& document) {
    if (document.plan->working_copy) return "bản làm việc, không ký số";
    std::string cell;
    for (const SignatureState& signature : document.signatures) {
        if (!cell.empty()) cell += "<br>";
        cell += escaped(signature.name);
        cell += signature.state == "signed" ? ", ký " + escaped(printed_moment(signature.time))
                                            : std::string(" (chưa ký số)");
    }
    return cell.empty() ? "không ký số" : cell;
}

std::string document_row(std::size_t number, const SealedDocument& document) {
    std::string links;
    for (const SealedDocument::File& file : document.files) {
        if (!links.empty()) links += "<br>";
        const std::string shown = file.path.substr(file.path.rfind('/') + 1);
        links += fmt::format("<a href=\"{0}\">{1}</a>", escaped(file.path), escaped(shown));
    }
    const DocumentPlan& plan = *document.plan;
    return fmt::format(
        "<tr><td class=\"n\">{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>"
        "<td class=\"n\">{}</td><td>{}</td></tr>\n",
        number, escaped(plan.klass), escaped(plan.unit), escaped(plan.unit_title), links,
        document.files.front().pages, signatures_cell(document));
}

std::string demonstration_notice(const BundleInput& input) {
    if (!is_demonstration_seal(input)) return {};
    return "<div class=\"warn\"><p><b>CHỮ KÝ THỬ NGHIỆM.</b> Gói này được ký bằng khóa thử nghiệm, "
           "không có giá trị pháp lý.</p></div>\n";
}

std::string partial_notice(const BundleInput& input) {
    if (!input.partial) return {};
    std::string text =
        "<div class=\"warn\"><p><b>GÓI CHƯA ĐỦ.</b> Những đơn vị sau chưa lập được hồ sơ khi đóng "
        "gói; "
        "bản bổ sung mang số phiên bản lớn hơn:</p>\n<ul>\n";
    for (const HeldBack& unit : input.batch->held_back) {
        text += fmt::format("<li>{} (lớp {})</li>\n", escaped(unit.unit), escaped(unit.klass));
    }
    return text + "</ul></div>\n";
}

std::string facts(const BundleInput& input) {
    const RecordType& record = *input.record;
    const auto row = [](const char* name, const std::string& value) {
        return value.empty() ? std::string()
                             : fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, escaped(value));
    };
    return "<dl>\n" + row("Trường", input.job->school.name) +
           row("Cơ quan cấp trên", input.job->school.superior) +
           row("Hồ sơ", record.id + " " + record.title) +
           row("Kỳ",
               fmt::format("{} ({} – {})", period_title(input.batch->period.id),
                           to_dmy(input.batch->period.from), to_dmy(input.batch->period.to))) +
           row("Đóng gói", to_printed(input.sealed_at) + ", bằng " + input.engine) +
           row("Phiên bản", std::to_string(input.version)) +
           row("Thời hạn lưu trữ", record.retention.term) +
           row("Căn cứ thời hạn", record.retention.basis) +
           row("Cân đối",
               fmt::format("phải lập {} = đã lập {} + giữ lại {} + không thuộc diện {}",
                           input.batch->in_scope, units_made(input), input.batch->held_back.size(),
                           input.batch->not_applicable.size())) +
           "</dl>\n";
}

}  // namespace

std::string index_html(const BundleInput& input, const std::string& name) {
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<p>{}</p>\n<h1>{}</h1>\n",
        escaped(name), kStyle, escaped(input.job->school.name), escaped(heading(input)));
    page += demonstration_notice(input) + partial_notice(input) + facts(input);
    page +=
        "<h2>Tài liệu</h2>\n<table>\n<thead><tr><th>STT</th><th>Lớp</th><th>Mã</th>"
        "<th>Của</th><th>Tệp</th><th>Số trang</th><th>Chữ ký số</th></tr></thead>\n<tbody>\n";
    std::size_t number = 0;
    for (const SealedDocument& document : input.documents) page += document_row(++number, document);
    page += "</tbody>\n</table>\n";
    return page + kFoot;
}

}  // namespace hoso
