// SPDX-License-Identifier: Apache-2.0
#include "ingest/xls/xls.h"

#include <algorithm>
#include <deque>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/xls/little_endian.h"
#include "ingest/xls/ole2.h"
#include "ingest/xls/sheet.h"
#include "ingest/xls/workbook.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::string_view kOle2Magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::uint16_t kBiff8 = 0x0600;

// The version in a stream's first record; 0 if it is none of a workbook. Before BIFF5 the
// record's own number tells.
std::uint16_t biff_version(std::string_view stream) {
    if (stream.size() < 6) return 0;
    switch (le16(stream, 0)) {
        case 0x0009:
            return 0x0200;
        case 0x0209:
            return 0x0300;
        case 0x0409:
            return 0x0400;
        case static_cast<std::uint16_t>(Biff::Bof):
            return le16(stream, 4);
        default:
            return 0;
    }
}

std::string version_name(std::uint16_t version) {
    switch (version) {
        case 0x0200:
            return "Excel 2";
        case 0x0300:
            return "Excel 3";
        case 0x0400:
            return "Excel 4";
        case 0x0500:
            return "Excel 5.0/95";
        default:
            return "";
    }
}

// A file saved for both Excel 95 and 97 has a stream for each.
std::string_view stream_name(const Ole2& file) {
    return file.has_stream("Workbook") ? "Workbook" : "Book";
}

std::optional<std::string> workbook_stream(std::string_view bytes, XlsRefusal& refusal) {
    if (!bytes.starts_with(kOle2Magic)) {
        refusal.because(rule::xls_bare_stream);
        return std::nullopt;
    }
    Ole2Fault fault;
    const auto file = Ole2::open(bytes, fault);
    auto stream = file ? file->read_stream(stream_name(*file), fault) : std::nullopt;
    if (!stream) {
        fault.loop ? refusal.because(rule::ole2_loop) : refusal.damaged("OLE2", fault.offset);
        return std::nullopt;
    }
    if (biff_version(*stream) == kBiff8) return stream;
    refusal.damaged("Workbook", 0);
    return std::nullopt;
}

bool read_sheets(std::string_view stream, const XlsWorkbook& workbook, std::vector<Sheet>& sheets,
                 Findings& findings) {
    XlsRoom room{limits::kCells, limits::kTextBytes, limits::kSharedTexts};
    std::deque<XlsSheet> drafts;
    for (const XlsWorkbook::SheetEntry& entry : workbook.sheets) {
        if (!entry.table) {
            report(findings, rule::not_a_table, {{entry.origin, 0, 0}});
        } else if (!drafts.emplace_back(workbook, entry, room, findings).read(stream)) {
            return false;
        }
    }
    XlsResults results;
    for (const XlsSheet& sheet : drafts) {
        results.kept = results.kept || sheet.results().kept;
        results.asking = results.asking || sheet.results().asking;
    }
    return std::all_of(drafts.begin(), drafts.end(), [&](XlsSheet& sheet) {
        return sheet.finish(results, sheets.emplace_back());
    });
}

}  // namespace

std::vector<Sheet> read_xls(std::string_view bytes, const std::string& path, Findings& findings) {
    XlsRefusal refusal(findings, whole_file(path));
    const auto stream = workbook_stream(bytes, refusal);
    XlsWorkbook workbook;
    std::vector<Sheet> sheets;
    if (!stream || !read_xls_globals(*stream, path, workbook, findings) ||
        !read_sheets(*stream, workbook, sheets, findings)) {
        return {};
    }
    return sheets;
}

std::string old_xls_version(std::string_view bytes) {
    if (!bytes.starts_with(kOle2Magic)) return version_name(biff_version(bytes));
    Ole2Fault fault;
    const auto file = Ole2::open(bytes, fault);
    const auto stream = file ? file->read_stream(stream_name(*file), fault) : std::nullopt;
    return stream ? version_name(biff_version(*stream)) : "";
}

}  // namespace hoso
