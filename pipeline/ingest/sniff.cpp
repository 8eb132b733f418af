// SPDX-License-Identifier: Apache-2.0
#include "ingest/sniff.h"

#include <algorithm>

#include "ingest/csv/csv.h"
#include "ingest/csv/text_file.h"
#include "ingest/documents/mail/mail.h"
#include "ingest/documents/word/docx.h"
#include "ingest/package/zip_directory.h"
#include "ingest/unicode.h"
#include "ingest/xls/ole2.h"
#include "ingest/xlsx/workbook.h"

namespace hoso {

namespace {

constexpr std::size_t kHead = 4096;
constexpr std::size_t kTextPerControl = 50;

// OLE2 (MS-CFB) keeps the names of its streams as UTF-16LE. Those of a damaged file, which cannot
// be listed, still stand somewhere in it.
bool mentions_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return bytes.find(wide) != bytes.npos;
}

std::string sniff_ole2(std::string_view bytes) {
    Ole2Fault fault;
    const auto file = Ole2::open(bytes, fault);
    const auto has = [&](std::string_view name) {
        return file ? file->has_stream(name) : mentions_stream(bytes, name);
    };
    // MS-OFFCRYPTO 2.3: an encrypted .xlsx is an OLE2 file with these two streams.
    if (has("EncryptedPackage")) return "encrypted";
    if (has("Workbook") || has("Book")) return "xls";
    if (has("WordDocument")) return "doc";
    return "unknown";
}

std::string sniff_zip(std::string_view bytes) {
    std::vector<ZipEntry> entries;
    read_zip_directory(bytes, entries);  // what it says is for the reader to report
    const auto has = [&](std::string_view name) {
        return std::any_of(entries.begin(), entries.end(),
                           [&](const ZipEntry& e) { return e.name == name; });
    };
    if (!find_workbook_part(entries).empty()) return "xlsx";
    if (has("xl/workbook.bin")) return "xlsb";
    if (!find_document_part(entries).empty()) return "docx";
    if (has("ppt/presentation.xml")) return "pptx";
    if (has("content.xml") || has("encrypted-package")) {
        const bool sheet = bytes.substr(0, kHead).find("opendocument.spreadsheet") != bytes.npos;
        return sheet ? "ods" : "zip";
    }
    // Cut off before its directory: the local headers still tell.
    if (entries.empty() && bytes.find("xl/") != bytes.npos) return "xlsx";
    return "zip";
}

std::string to_lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

// A page may begin with long style sheets.
bool has_table_tag(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        if (to_lower_ascii(text.substr(at, 6)) == "<table") return true;
    }
    return false;
}

std::string sniff_text(std::string_view bytes) {
    const std::string head = to_lower_ascii(bytes.substr(0, kHead));
    const auto mentions = [&](std::string_view word) { return head.find(word) != head.npos; };
    if (mentions("urn:schemas-microsoft-com:office:spreadsheet") &&
        (mentions("<workbook") || mentions(":workbook "))) {
        return "spreadsheetml";
    }
    // Before HTML: its tables are <table:table>.
    if (mentions("<office:document ") &&
        bytes.substr(0, 4 * kHead).find("opendocument.spreadsheet") != bytes.npos) {
        return "fods";
    }
    if (mentions("<html") || mentions("<table") || mentions("<!doctype html")) return "html";
    if (head[std::min(head.find_first_not_of(" \t\r\n"), head.size() - 1)] == '<' &&
        has_table_tag(bytes)) {
        return "html";
    }
    return looks_like_csv(bytes) ? "csv" : "text";
}

// A web page in one file: a message whose parts are its pieces. Excel says that it holds a
// workbook, browsers where the page came from.
bool is_mhtml(std::string_view bytes) {
    const std::string head = to_lower_ascii(bytes.substr(0, kHead));
    const std::string_view fields =
        std::string_view(head).substr(0, std::min(head.find("\n\n"), head.find("\n\r\n")));
    const auto mentions = [&](std::string_view word) { return fields.find(word) != fields.npos; };
    return mentions("mime-version:") &&
           (head.find("x-document-type: workbook") != head.npos ||
            mentions("snapshot-content-location:") || mentions("from: <saved by ") ||
            mentions("from: \"saved by "));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

// Text has no control characters but blanks and line breaks, in whatever 8-bit encoding; a few may
// be capitals of VPS or VISCII, or damage that its reader tells cell by cell.
bool is_text(std::string_view bytes) {
    const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    });
    return static_cast<std::size_t>(controls) * kTextPerControl <= bytes.size();
}

}  // namespace

std::string sniff(std::string_view bytes) {
    using namespace std::string_view_literals;
    const auto starts = [&](std::string_view magic) { return bytes.starts_with(magic); };
    if (starts("\xFF\xFE"sv) || starts("\xFE\xFF"sv)) {
        const auto decoded = utf16_to_utf8(bytes.substr(2), starts("\xFE\xFF"sv));
        if (!decoded) return "csv";  // whose reader says what is wrong with it
        return is_blank(*decoded) ? "empty" : sniff_text(*decoded);
    }
    const std::string_view text = starts("\xEF\xBB\xBF"sv) ? bytes.substr(3) : bytes;
    if (is_blank(text)) return "empty";
    if (starts("PK\3\4"sv) || starts("PK\5\6"sv)) return sniff_zip(bytes);
    if (starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return sniff_ole2(bytes);
    // A bare BIFF stream: the BOF record of Excel 2, 3, 4, 5 and 97.
    if (starts("\x09\x00\x04\x00"sv) || starts("\x09\x02\x06\x00"sv) ||
        starts("\x09\x04\x06\x00"sv) || starts("\x09\x08\x08\x00"sv) ||
        starts("\x09\x08\x10\x00"sv)) {
        return "xls";
    }
    if (is_mhtml(text)) return "mhtml";
    // Before anything that may be attached to it.
    if (std::string format = mail_format(text); !format.empty()) return format;
    if (bytes.substr(0, 1024).find("%PDF-") != bytes.npos) return "pdf";
    for (const std::string_view magic :
         {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "BM"sv, "II*\0"sv, "MM\0*"sv}) {
        if (starts(magic) && !is_text(bytes.substr(0, kHead))) return "image";
    }
    // Pictures of telephones and of the web, which no archive takes.
    const std::string_view box = bytes.substr(0, 12);
    for (const std::string_view brand : {"ftypheic"sv, "ftypheix"sv, "ftypmif1"sv, "ftypavif"sv}) {
        if (box.size() == 12 && box.substr(4) == brand) return "image";
    }
    if (starts("RIFF"sv) && box.size() == 12 && box.substr(8) == "WEBP"sv) return "image";
    for (const std::string_view magic : {"Rar!\x1A"sv, "7z\xBC\xAF"sv, "\x1F\x8B"sv}) {
        if (starts(magic)) return "archive";
    }
    if (const auto big_endian = plainly_utf16(text)) {
        const std::string decoded = utf16_to_utf8(text, *big_endian).value_or("");
        return is_text(decoded) ? sniff_text(decoded) : "unknown";
    }
    return is_text(text) ? sniff_text(text) : "unknown";
}

}  // namespace hoso
