// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "diff.h"
#include "vocabulary/clock.h"

namespace hoso {

namespace {

constexpr std::size_t kResultsShown = 20;

const char* say(const PrintStyle& style, const char* vi, const char* en) {
    return style.language == Language::English ? en : vi;
}

std::string or_blank(const PrintStyle& style, const std::string& value) {
    return value.empty() ? say(style, "trống", "blank") : value;
}

std::string day_of(const std::string& iso) {
    const auto day = parse_date(iso.substr(0, 10));
    return day ? to_dmy(*day) : iso;
}

std::string line_of(const MarkChange& change, const PrintStyle& style) {
    return fmt::format(
        "  {} · {} · {} ({}) · {}: {} → {}", change.klass,
        change.subject_name.empty() ? say(style, "kết quả học kỳ", "term") : change.subject_name,
        change.name, change.key.pupil, column_title(change.key.column),
        or_blank(style, change.before), or_blank(style, change.now));
}

void print_corrected(std::ostream& out, const MarkChange& change, const PrintStyle& style) {
    out << line_of(change, style) << '\n';
    if (change.where.origin) {
        out << say(style, "      ô: ", "      cell: ") << describe(change.where) << '\n';
    }
    if (change.entries.empty()) {
        out << say(style, "      sổ theo dõi sửa điểm: CHƯA có dòng nào khớp\n",
                   "      register of corrections: NO entry fits\n");
    }
    for (const RegisterEntry& entry : change.entries) {
        out << fmt::format(
            "      {}: {}, {} {}, {} → {}, {}: {}\n",
            say(style, "sổ theo dõi sửa điểm", "register of corrections"), describe(entry.where),
            say(style, "ngày", "on"), to_dmy(entry.date), or_blank(style, entry.old_value),
            or_blank(style, entry.new_value), say(style, "minh chứng", "evidence"),
            entry.evidence.empty() ? say(style, "không ghi", "none") : entry.evidence.c_str());
    }
}

void print_book(std::ostream& out, const DiffReport& report, const SealedBookLine& book,
                const PrintStyle& style) {
    const auto count = [&](MarkChange::Kind kind) {
        return std::count_if(report.changes.begin(), report.changes.end(), [&](const auto& change) {
            return change.bundle == book.bundle && change.kind == kind;
        });
    };
    const auto corrected = count(MarkChange::Kind::Corrected);
    const auto entered = count(MarkChange::Kind::Entered);
    const auto results = count(MarkChange::Kind::Result);
    out << fmt::format(
        "{} {} ({} {}): {}\n", say(style, "So với", "Compared with"), book.bundle,
        say(style, "niêm phong ngày", "sealed on"), day_of(book.sealed_at),
        fmt::format(
            fmt::runtime(say(style, "{} điểm đã đổi, {} điểm nhập thêm, {} kết quả đổi theo",
                             "{} marks changed, {} entered, {} results follow")),
            corrected, entered, results));
    for (const MarkChange& change : report.changes) {
        if (change.bundle == book.bundle && change.kind == MarkChange::Kind::Corrected) {
            print_corrected(out, change, style);
        }
    }
    for (const MarkChange::Kind kind : {MarkChange::Kind::Entered, MarkChange::Kind::Result}) {
        const auto all = static_cast<std::size_t>(count(kind));
        if (all == 0) continue;
        out << (kind == MarkChange::Kind::Entered ? say(style, " nhập thêm:\n", " entered:\n")
                                                  : say(style, " đổi theo:\n", " following:\n"));
        std::size_t shown = 0;
        for (const MarkChange& change : report.changes) {
            if (change.bundle != book.bundle || change.kind != kind) continue;
            if (shown++ == kResultsShown) break;
            out << line_of(change, style) << '\n';
        }
        if (all > kResultsShown) {
            out << fmt::format(fmt::runtime(say(style, "  đang hiện {} trên {}; đủ trong --json\n",
                                                "  {} of {} shown; all of them in --json\n")),
                               kResultsShown, all);
        }
    }
}

}  // namespace

void print_diff(std::ostream& out, const DiffReport& report, const PrintStyle& style) {
    print_findings(out, report.findings, style);
    if (style.quiet) return;
    if (!report.findings.empty()) out << '\n';
    if (report.books.empty()) {
        out << say(style, "Chưa có sổ điểm nào được niêm phong để so.\n",
                   "No class book is sealed yet: there is nothing to compare with.\n");
    }
    for (const SealedBookLine& book : report.books) print_book(out, report, book, style);
}

}  // namespace hoso
