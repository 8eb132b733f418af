// SPDX-License-Identifier: Apache-2.0
#include "console.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <ostream>

#include "responsible.h"

namespace hoso {

namespace {

constexpr std::size_t kPlacesShown = 12;

// The two languages of the fixed words; findings bring their own.
const char* say(const PrintStyle& style, const char* vi, const char* en) {
    return style.language == Language::English ? en : vi;
}

template <typename... Args>
std::string say_with(const PrintStyle& style, const char* vi, const char* en, Args&&... args) {
    return fmt::vformat(say(style, vi, en), fmt::make_format_args(args...));
}

std::string painted(const PrintStyle& style, const char* code, const std::string& text) {
    return style.colour ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
}

std::string severity_word(const PrintStyle& style, const std::string& severity) {
    if (severity == "error") return painted(style, "31;1", say(style, "lỗi", "error"));
    if (severity == "warning") return painted(style, "33", say(style, "cảnh báo", "warning"));
    return say(style, "ghi chú", "note");
}

std::string size_text(std::uint64_t bytes) {
    const std::uint64_t tenths = bytes / 1024 * 10 / 1024;
    if (tenths >= 10) return fmt::format("{},{} MB", tenths / 10, tenths % 10);
    return fmt::format("{} KB", (bytes + 1023) / 1024);
}

std::string period_title(const PrintStyle& style, const std::string& id) {
    if (style.language == Language::Vietnamese) return hoso::period_title(id);
    if (id == "HK1") return "term 1";
    if (id == "HK2") return "term 2";
    if (id == "CN") return "year";
    if (id.starts_with("KHOA-")) return "course " + id.substr(5);
    return id;
}

void print_record(std::ostream& out, const RunReport& report, const RecordLine& line,
                  const PrintStyle& style) {
    std::size_t not_applicable = 0;
    for (const auto& [reason, units] : line.not_applicable) not_applicable += units.size();
    out << fmt::format("\n{} {} · {}\n", line.record, line.title, period_title(style, line.period));
    out << say_with(style, "  phải làm {} = đã làm {} + giữ lại {} + không áp dụng {}\n",
                    "  in scope {} = made {} + held back {} + not applicable {}\n", line.in_scope,
                    line.made, line.held_back.size(), not_applicable);
    for (const auto& [reason, units] : line.not_applicable) {
        out << say_with(style, "  không áp dụng: {} ({})\n", "  not applicable: {} ({})\n", reason,
                        fmt::join(units, ", "));
    }
    // One line a class: a finding of the class stands once, not once a pupil.
    std::map<std::pair<std::string, std::vector<std::size_t>>, std::vector<std::string>> held;
    for (const HeldBackLine& unit : line.held_back)
        held[{unit.klass, unit.because}].push_back(unit.unit);
    for (const auto& [cause, units] : held) {
        out << say_with(
            style, "  giữ lại {}{}", "  held back {}{}",
            // A class book's unit is the class itself.
            cause.first.empty() || units.front() == cause.first ? "" : cause.first + ": ",
            units.size() > 5 ? say_with(style, "{} học sinh", "{} pupils", units.size())
                             : fmt::format("{}", fmt::join(units, ", ")));
        std::size_t shown = 0;
        for (const std::size_t index : cause.second) {
            if (index >= report.findings.size()) continue;
            const FindingLine& finding = report.findings[index];
            if (shown++ == 0) {
                out << say_with(
                    style, " vì {}", " because of {}",
                    finding.places.empty() || finding.places.front().empty()
                        ? (style.language == Language::English ? finding.en : finding.vi)
                        : finding.places.front());
            }
        }
        if (shown > 1) out << say_with(style, " và {} lỗi khác", " and {} more", shown - 1);
        out << '\n';
    }
    for (const auto& [role, count] : line.waiting) {
        out << say_with(style, "  chờ ký: {} ({} văn bản)\n", "  waiting for {} ({} documents)\n",
                        role_title(role, style.language), count);
    }
    if (line.state == "held back") {
        out << say(
            style,
            "  chưa niêm phong: sửa rồi chạy lại, hoặc chạy với --partial để niêm phong phần đã "
            "đủ\n",
            "  not sealed: mend and run again, or run with --partial to seal what is complete\n");
    }
    if (line.bundle.empty()) return;
    const bool good = line.complete == "yes" && line.intact == "yes" && line.trusted != "no";
    out << say_with(style, "  gói: {} ({} văn bản, {} trang, {})\n",
                    "  bundle: {} ({} documents, {} pages, {})\n", line.bundle, line.documents,
                    line.pages, size_text(line.bytes));
    out << "  "
        << (good ? painted(
                       style, "32",
                       say(style, "đã kiểm lại: đầy đủ, nguyên vẹn", "verified: complete, intact"))
                 : painted(style, "31;1", say(style, "KIỂM LẠI KHÔNG ĐẠT", "VERIFICATION FAILED")));
    if (line.trusted == "yes") out << say(style, ", chữ ký tin cậy", ", trusted");
    out << '\n';
}

void print_annotated(std::ostream& out, const std::vector<AnnotatedLine>& lines,
                     const PrintStyle& style) {
    out << say_with(style, "\nBản chép có đánh dấu chỗ sai, để gửi lại người phụ trách ({} tệp):\n",
                    "\nCopies with the wrong cells marked, to send back ({} files):\n",
                    lines.size());
    const std::size_t shown = std::min(lines.size(), kPlacesShown);
    for (std::size_t i = 0; i < shown; ++i) {
        out << say_with(style, "  {}: {} lỗi, {} cảnh báo, {} ghi chú\n",
                        "  {}: {} errors, {} warnings, {} notes\n", lines[i].path, lines[i].errors,
                        lines[i].warnings, lines[i].notes);
    }
    if (lines.size() > shown) {
        out << say_with(style, "  đang hiện {} trên {} tệp; đủ trong --json\n",
                        "  {} of {} files shown; all of them in --json\n", shown, lines.size());
    }
}

void print_finding(std::ostream& out, const FindingLine& finding, const PrintStyle& style) {
    if (style.quiet && finding.severity == "note") return;
    const bool english = style.language == Language::English;
    const bool placed = !finding.places.empty() && !finding.places.front().empty();
    const std::string place = placed ? finding.places.front() + ": " : "";
    out << fmt::format("{}{}: {} [{}]\n", place, severity_word(style, finding.severity),
                       english ? finding.en : finding.vi, finding.rule);
    // A note asks for nothing: its first place is enough.
    const std::size_t shown =
        std::min(finding.places.size(), finding.severity == "note" ? 1 : kPlacesShown);
    for (std::size_t i = 1; i < shown; ++i) {
        out << say_with(style, "  xem: {}\n", "  see: {}\n", finding.places[i]);
    }
    if (finding.places.size() > shown) {
        out << say_with(style, "  đang hiện {} trên {} chỗ; đủ trong --json\n",
                        "  {} of {} places shown; all of them in --json\n", shown,
                        finding.places.size());
    }
    const std::string& hint = english ? finding.hint_en : finding.hint_vi;
    if (!hint.empty()) out << say_with(style, "  gợi ý: {}\n", "  hint: {}\n", hint);
}

}  // namespace

void print_findings(std::ostream& out, const std::vector<FindingLine>& findings,
                    const PrintStyle& style) {
    for (const FindingLine& finding : findings) print_finding(out, finding, style);
}

void print_by_person(std::ostream& out, const std::vector<FindingLine>& findings,
                     const PrintStyle& style) {
    for (const PersonFindings& one : by_person(findings)) {
        if (style.quiet && one.errors + one.warnings == 0) continue;
        const std::string role = role_title(one.role, style.language);
        out << painted(style, "1",
                       one.person.empty() ? say_with(style, "Vai trò: {}", "Role: {}", role)
                                          : fmt::format("{} ({})", one.person, role))
            << say_with(style, ": {} lỗi, {} cảnh báo, {} ghi chú\n",
                        ": {} errors, {} warnings, {} notes\n", one.errors, one.warnings,
                        one.notes);
        for (const PersonFindings::Part& part : one.parts) {
            for (const FindingLine* line : part.lines) print_finding(out, *line, style);
        }
        out << '\n';
    }
}

void print_report(std::ostream& out, const RunReport& report, const PrintStyle& style) {
    print_by_person(out, report.findings, style);
    if (style.quiet) return;
    out << painted(style, "1", report.school) << say(style, " · năm học ", " · school year ")
        << report.year << '\n';
    out << say_with(style, "Đọc: {} tệp, {} trang tính, {} bảng, {} dòng; {} lớp, {} học sinh\n",
                    "Read: {} files, {} sheets, {} tables, {} rows; {} classes, {} pupils\n",
                    report.files, report.sheets, report.tables, report.rows, report.classes,
                    report.pupils);
    out << say_with(style, "Phát hiện: {} lỗi, {} cảnh báo, {} ghi chú\n",
                    "Found: {} errors, {} warnings, {} notes\n", report.count(Severity::Error),
                    report.count(Severity::Warning), report.count(Severity::Note));
    for (const RecordLine& line : report.records) print_record(out, report, line, style);
    if (!report.annotated.empty()) print_annotated(out, report.annotated, style);
    if (!report.prints.empty()) {
        // A line a folder: a school has a print for each class and record.
        std::map<std::string, std::pair<std::vector<std::string>, std::uint64_t>> folders;
        for (const PrintLine& line : report.prints) {
            const auto slash = line.path.rfind('/');
            auto& [names, bytes] = folders[line.path.substr(0, slash + 1)];
            names.push_back(line.path.substr(slash + 1));
            bytes += line.bytes;
        }
        out << say(style, "\nĐể in:\n", "\nTo print:\n");
        for (const auto& [folder, content] : folders) {
            out << say_with(style, "  {} ({} tệp, {}): {} … {}\n", "  {} ({} files, {}): {} … {}\n",
                            folder, content.first.size(), size_text(content.second),
                            content.first.front(), content.first.back());
        }
    }
    if (!report.without_template.empty() && !report.records.empty()) {
        out << say_with(style, "\nChưa có biểu mẫu (xem `hoso status`): {}\n",
                        "\nWithout a template yet (see `hoso status`): {}\n",
                        fmt::join(report.without_template, ", "));
    }
    out << say_with(style, "\nTrang tổng hợp (mở bằng trình duyệt, in được): {}\n",
                    "\nAll of this as a page: {}\n", report.page);
    double total = 0;
    out << say(style, "Thời gian:", "Time:");
    for (const StageTime& time : report.times) {
        out << fmt::format(" {} {:.2f} s ·", time.stage, time.seconds);
        total += time.seconds;
    }
    out << say_with(style, " tổng {:.2f} s\n", " total {:.2f} s\n", total);
    if (report.unchanged) {
        out << say(
            style,
            "Không có gì thay đổi từ lần chạy trước: giữ nguyên kết quả (thời gian trên là của lần "
            "đó).\n",
            "Nothing has changed since the last run: its result stands (so do its times).\n");
    }
}

void print_verification(std::ostream& out, const VerificationReport& report,
                        const std::vector<Finding>& faults, const PrintStyle& style) {
    std::vector<FindingLine> lines;
    for (const Finding& fault : faults) lines.push_back(to_line(fault));
    print_findings(out, lines, style);
    const auto word = [&](Verdict verdict, const char* yes_vi, const char* no_vi,
                          const char* yes_en, const char* no_en, const char* unknown_vi,
                          const char* unknown_en) {
        if (verdict == Verdict::Yes) return painted(style, "32", say(style, yes_vi, yes_en));
        if (verdict == Verdict::No) return painted(style, "31;1", say(style, no_vi, no_en));
        return std::string(say(style, unknown_vi, unknown_en));
    };
    out << fmt::format(
        "{}\n  {}\n  {}\n  {}\n", report.path.generic_string(),
        word(report.complete, "ĐẦY ĐỦ: có đủ các tệp đã ghi trong danh mục", "KHÔNG ĐẦY ĐỦ",
             "COMPLETE: every file of the manifest is there", "NOT COMPLETE",
             "đầy đủ: không xác định", "complete: unknown"),
        word(report.intact, "NGUYÊN VẸN: không tệp nào bị thay đổi", "ĐÃ BỊ THAY ĐỔI",
             "INTACT: no file was changed", "CHANGED", "nguyên vẹn: không xác định",
             "intact: unknown"),
        report.trusted == Verdict::Yes && report.intact == Verdict::No
            ? std::string(say(style,
                              "chứng thư của người ký được công nhận, nhưng nội dung không còn là "
                              "nội dung đã ký",
                              "the signers are recognised, but this is no longer what they signed"))
            : word(report.trusted, "TIN CẬY: chữ ký đúng của người có chứng thư được công nhận",
                   "KHÔNG TIN CẬY", "TRUSTED: signed by people whose certificates are recognised",
                   "NOT TRUSTED", "tin cậy: chưa kiểm tra (dùng --trust CA.pem)",
                   "trusted: not checked (use --trust CA.pem)"));
    std::map<std::string, std::size_t> signers;
    for (const SignatureCheck& check : report.signatures) ++signers[check.signer];
    for (const auto& [signer, count] : signers) {
        out << say_with(style, "  người ký: {} ({} chữ ký)\n", "  signed by {} ({} signatures)\n",
                        signer, count);
    }
}

void ProgressBar::show(const std::string& stage, std::size_t done, std::size_t total) {
    if (!shown_) return;
    drawn_ = true;
    if (total == 0) {
        fmt::print(stderr, "\r\x1b[K{} …", stage);
    } else {
        const std::size_t filled = 30 * done / total;
        std::string bar;
        for (std::size_t i = 0; i < 30; ++i) bar += i < filled ? "█" : "░";
        fmt::print(stderr, "\r\x1b[K{} {} {}/{}", stage, bar, done, total);
    }
    std::fflush(stderr);
}

void ProgressBar::clear() {
    if (drawn_) fmt::print(stderr, "\r\x1b[K");
    drawn_ = false;
}

}  // namespace hoso
