// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "ingest/csv/csv.h"
#include "ingest/documents/mail/mail.h"
#include "ingest/documents/scan/scan.h"
#include "ingest/documents/word/docx.h"
#include "ingest/html/html.h"
#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/sniff.h"
#include "ingest/tables/ods.h"
#include "ingest/tables/spreadsheetml.h"
#include "ingest/xls/xls.h"
#include "ingest/xlsx/workbook.h"
#include "vocabulary/digest.h"
#include "vocabulary/parallel.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

// What is in a job folder but is no export.
bool is_skipped(const std::string& path) {
    const std::vector<std::string> parts = split(path, '/');
    const auto hidden = [](const std::string& part) { return part.starts_with('.'); };
    if (std::any_of(parts.begin(), parts.end(), hidden)) return true;
    if (parts.size() > 1 && (parts[0] == "templates" || parts[0] == "keys")) return true;
    if (path == "hoso.toml") return true;
    const std::string name = to_lower(parts.back());
    return name.starts_with("readme") || name.ends_with(".md") || name == "thumbs.db" ||
           name == "desktop.ini";
}

// What a reader gets: one file and the doors that it may need.
struct Source {
    std::string_view bytes;
    const std::string& digest;
    const std::string& path;
    Office& office;
    Findings& findings;
};

// Properties that cannot be read say nothing: they are no part of the tables.
std::string last_saved(const ZipArchive& archive, const Location& file) {
    constexpr const char* part = "docProps/core.xml";
    XmlPart xml;
    Findings ignored;
    if (!archive.contains(part) || !xml.load(archive, part, file, ignored)) return "";
    return clean(to_nfc(child(xml.root(), "modified").child_value()));
}

void read_xlsx(const Source& source, FileContents& contents) {
    const Location file = whole_file(source.path);
    const auto archive = ZipArchive::open(source.bytes, file, source.findings);
    Workbook workbook;
    if (!archive || !read_workbook(*archive, source.path, workbook, source.findings)) return;
    XlsxRoom room;
    for (const Workbook::SheetEntry& entry : workbook.sheets) {
        // A package with one damaged sheet is a damaged file: none of it is used.
        if (!read_sheet(*archive, workbook, entry, room, contents.sheets.emplace_back(),
                        source.findings)) {
            contents.sheets.clear();
            return;
        }
    }
    const std::string modified = last_saved(*archive, file);
    for (Sheet& sheet : contents.sheets) sheet.modified = modified;
}

void read_csv_file(const Source& source, FileContents& contents) {
    Sheet sheet;
    if (read_csv(source.bytes, source.path, sheet, source.findings)) {
        contents.sheets.push_back(std::move(sheet));
    }
}

// What is older than BIFF8 is for LibreOffice.
void read_xls_file(const Source& source, FileContents& contents) {
    const std::string old = old_xls_version(source.bytes);
    if (old.empty()) {
        contents.sheets = read_xls(source.bytes, source.path, source.findings);
    } else if (const auto xlsx = source.office.convert(source.bytes, "xls", Office::Target::Xlsx)) {
        read_xlsx({*xlsx, source.digest, source.path, source.office, source.findings}, contents);
        for (Sheet& sheet : contents.sheets) sheet.format = "xls";
        report(source.findings, rule::xls_converted, {whole_file(source.path)}, {{"version", old}});
    } else {
        report(source.findings, rule::xls_too_old, {whole_file(source.path)}, {{"version", old}});
    }
}

// A reader of sheets that needs no more than the bytes.
template <std::vector<Sheet> read(std::string_view, const std::string&, Findings&)>
void sheets_by(const Source& source, FileContents& contents) {
    contents.sheets = read(source.bytes, source.path, source.findings);
}

void read_docx_file(const Source& source, FileContents& contents) {
    TextDocument document;
    if (read_docx(source.bytes, source.path, document, source.findings)) {
        contents.documents.push_back(std::move(document));
    }
}

void read_doc_file(const Source& source, FileContents& contents) {
    TextDocument document;
    if (read_doc(source.bytes, source.path, source.office, document, source.findings)) {
        contents.documents.push_back(std::move(document));
    }
}

template <std::optional<Scan> read(std::string_view, const std::string&, Findings&)>
void scan_by(const Source& source, FileContents& contents) {
    const auto scan = read(source.bytes, source.path, source.findings);
    if (!scan) return;
    contents.sheets.push_back(scan_sheet(*scan, source.path, source.digest, source.findings));
}

// One row a format.
struct Reader {
    std::string_view format;
    void (*read)(const Source&, FileContents&);
};
constexpr std::array kReaders{
    Reader{"xlsx", read_xlsx},
    Reader{"csv", read_csv_file},
    Reader{"html", sheets_by<read_html>},
    Reader{"docx", read_docx_file},
    Reader{"doc", read_doc_file},
    Reader{"pdf", scan_by<read_pdf>},
    Reader{"image", scan_by<read_image>},
    Reader{"eml", sheets_by<read_mail>},
    Reader{"mbox", sheets_by<read_mail>},
    Reader{"ods", sheets_by<read_ods>},
    Reader{"fods", sheets_by<read_fods>},
    Reader{"xls", read_xls_file},
    Reader{"spreadsheetml", sheets_by<read_spreadsheetml>},
};

// Formats that have no reader: which finding says so, and by what name a person knows them.
struct Unread {
    std::string_view format;
    const Rule* rule;
    std::string_view name;
};
constexpr std::array kUnread{
    Unread{"xlsb", &rule::not_read_yet, ".xlsb (Excel Binary)"},
    Unread{"mhtml", &rule::not_read_yet, "trang web một tệp (.mht)"},
    Unread{"encrypted", &rule::password_protected, ""},
    Unread{"zip", &rule::archive, ""},
    Unread{"archive", &rule::archive, ""},
    Unread{"pptx", &rule::not_data, "PowerPoint"},
    Unread{"text", &rule::not_data, "văn bản thuần"},
    Unread{"empty", &rule::empty_file, ""},
};

void report_unread(const std::string& format, const std::string& path, Findings& findings) {
    const auto known = std::find_if(kUnread.begin(), kUnread.end(),
                                    [&](const Unread& unread) { return unread.format == format; });
    const Location file = whole_file(path);
    std::map<std::string, std::string> args;
    if (known != kUnread.end() && !known->name.empty()) args.emplace("format", known->name);
    report(findings, known == kUnread.end() ? rule::unknown_format : *known->rule, {file},
           std::move(args));
}

// While a document is open, Office keeps "~$name.xlsx" beside it.
bool report_lock_file(const std::string& path, Findings& findings) {
    const std::string name = path.substr(path.rfind('/') + 1);
    if (!name.starts_with("~$")) return false;
    const Location file = whole_file(path);
    report(findings, rule::open_in_office, {file}, {{"document", name.substr(2)}});
    return true;
}

FileContents read_as(const std::string& format, const Source& source) {
    FileContents contents;
    const auto reader = std::find_if(kReaders.begin(), kReaders.end(),
                                     [&](const Reader& known) { return known.format == format; });
    if (reader != kReaders.end()) {
        reader->read(source, contents);
    } else if (!report_lock_file(source.path, source.findings)) {
        report_unread(format, source.path, source.findings);
    }
    for (Sheet& sheet : contents.sheets) sheet.source_digest = source.digest;
    for (TextDocument& document : contents.documents) {
        document.source_digest = source.digest;
        for (Sheet& table : document.tables) table.source_digest = source.digest;
    }
    return contents;
}

struct Reading {
    SourceFile file;
    FileContents contents;
    Findings findings;
};

void read_file(Disk& disk, Office& office, const std::filesystem::path& path, Reading& reading) {
    SourceFile& file = reading.file;
    if (file.size > limits::kFileBytes) {
        const Location place = whole_file(file.path);
        file.format = "unknown";
        report(
            reading.findings, rule::file_too_large, {place},
            {{"size", std::to_string(file.size)}, {"limit", std::to_string(limits::kFileBytes)}});
        return;
    }
    const std::string bytes = disk.read(path);
    file.sha256 = sha256_hex(bytes);
    file.format = sniff(bytes);
    reading.contents =
        read_as(file.format, {bytes, file.sha256, file.path, office, reading.findings});
}

}  // namespace

const Cell* Sheet::find(std::uint32_t row, std::uint32_t column) const {
    const auto found = std::lower_bound(cells.begin(), cells.end(), std::tuple(row, column),
                                        [](const Cell& cell, const auto& place) {
                                            return std::tuple(cell.row, cell.column) < place;
                                        });
    if (found == cells.end() || found->row != row || found->column != column) return nullptr;
    return &*found;
}

FileContents read_contents(std::string_view bytes, const std::string& path, Office& office,
                           Findings& findings) {
    return read_as(sniff(bytes), {bytes, sha256_hex(bytes), path, office, findings});
}

std::vector<Sheet> read_sheets(std::string_view bytes, const std::string& path,
                               Findings& findings) {
    NoOffice none;
    return read_contents(bytes, path, none, findings).sheets;
}

Ingested ingest(Disk& disk, Office& office, const std::filesystem::path& folder, unsigned workers,
                Findings& findings) {
    std::vector<DirectoryEntry> entries = disk.list(folder);
    std::erase_if(entries, [](const DirectoryEntry& entry) { return is_skipped(entry.path); });
    std::vector<Reading> readings(entries.size());
    parallel_for(entries.size(), workers, [&](std::size_t i) {
        readings[i].file.path = to_nfc(entries[i].path);
        readings[i].file.size = entries[i].size;
        read_file(disk, office, folder / entries[i].path, readings[i]);
    });
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return a.file.path < b.file.path; });

    Ingested ingested;
    for (Reading& reading : readings) {
        ingested.files.push_back(std::move(reading.file));
        std::move(reading.contents.sheets.begin(), reading.contents.sheets.end(),
                  std::back_inserter(ingested.sheets));
        std::move(reading.contents.documents.begin(), reading.contents.documents.end(),
                  std::back_inserter(ingested.documents));
        findings.append(std::move(reading.findings));
    }
    return ingested;
}

}  // namespace hoso
