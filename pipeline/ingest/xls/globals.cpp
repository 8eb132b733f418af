// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/text/legacy.h"
#include "ingest/xls/little_endian.h"
#include "ingest/xls/workbook.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::size_t kIndices = 0x10000;  // fonts, number formats, XFs are named by 16 bits

class GlobalsReader {
public:
    GlobalsReader(std::string_view stream, const std::string& path, XlsWorkbook& workbook,
                  Findings& findings)
        : stream_(stream, 0, stream.size()),
          size_(stream.size()),
          path_(path),
          workbook_(workbook),
          refusal_(findings, whole_file(path)) {}

    bool read() {
        BiffRecord record;
        while (stream_.next(record)) {
            if (record.type == Biff::Eof) {
                resolve_formats();
                return finish_sheets();
            }
            if (!read_record(record)) return refusal_.damaged("Workbook", record.offset);
        }
        return refusal_.damaged("Workbook", stream_.offset());
    }

private:
    bool read_record(const BiffRecord& record) {
        const std::string_view body = record.body;
        switch (record.type) {
            case Biff::FilePass:  // all that follows is enciphered
                return refusal_.because(rule::password_protected);
            case Biff::DateMode:
                if (body.size() < 2) return false;
                workbook_.date1904 = le16(body, 0) == 1;
                return true;
            case Biff::RecalcId:
                workbook_.recalculated = body.size() >= 8 && le32(body, 4) != 0;
                return true;
            case Biff::Font:
                return read_font(body);
            case Biff::Format:
                return read_format(body);
            case Biff::Xf:
                if (body.size() < 4) return false;
                if (xfs_.size() < kIndices) xfs_.push_back({le16(body, 0), le16(body, 2)});
                return true;
            case Biff::BoundSheet:
                return read_sheet_entry(body);
            case Biff::Sst:
                return read_texts(body);
            default:
                return true;
        }
    }

    bool read_font(std::string_view body) {
        BiffBody in(stream_, body);
        BiffText name;
        if (!in.skip(14) || !in.short_text(name)) return false;
        if (workbook_.fonts.size() < kIndices) {
            workbook_.fonts.push_back({name.utf8, legacy_font(name.utf8).has_value()});
            // MS-XLS 2.5.129: no font has the index 4.
            if (workbook_.fonts.size() == 4) workbook_.fonts.emplace_back();
        }
        return true;
    }

    bool read_format(std::string_view body) {
        BiffBody in(stream_, body);
        std::uint16_t id = 0;
        BiffText code;
        if (!in.u16(id) || !in.text(code)) return false;
        codes_[id] = std::move(code.utf8);
        return true;
    }

    // Names must differ: a place in a message is file › sheet › cell.
    bool read_sheet_entry(std::string_view body) {
        BiffBody in(stream_, body);
        std::uint32_t begin = 0;
        std::uint8_t visibility = 0, type = 0;
        BiffText name_units;
        if (!in.u32(begin) || !in.u8(visibility) || !in.u8(type) || !in.short_text(name_units)) {
            return false;
        }
        const CellText name = make_cell_text(name_units.utf8);
        if (name.fault) {
            return refusal_.because(*name.fault, {{"value", name.fault_value}, {"count", "1"}});
        }
        if (++sheet_count_ > limits::kSheets) return true;  // finish_sheets() refuses them all
        if (!sheet_names_.insert(to_lower(name.text)).second) {
            return refusal_.because(rule::duplicate_sheet_name, {{"sheet", name.text}});
        }
        XlsWorkbook::SheetEntry& sheet = workbook_.sheets.emplace_back();
        sheet.origin = std::make_shared<const Origin>(Origin{path_, name.text});
        sheet.begin = begin;
        sheet.hidden = (visibility & 0x03) != 0;
        sheet.table = type == 0;
        return true;
    }

    bool read_texts(std::string_view body) {
        BiffBody in(stream_, body);
        std::uint32_t uses = 0, count = 0;
        if (!workbook_.texts.empty() || !in.u32(uses) || !in.u32(count)) return false;
        // Runs count as well: each is a text with a font.
        std::size_t total = count;
        BiffText text;
        for (std::uint32_t i = 0; i < count && total <= limits::kSharedTexts; ++i) {
            if (!in.text(text)) return false;
            total += text.runs.size();
            workbook_.texts.push_back(workbook_.cell_text(text));
        }
        return total <= limits::kSharedTexts ||
               refusal_.because(rule::too_many_texts,
                                {{"count", std::to_string(total)},
                                 {"limit", std::to_string(limits::kSharedTexts)}});
    }

    void resolve_formats() {
        for (const auto& [font, id] : xfs_) {
            XlsWorkbook::CellFormat format;
            format.font = font;
            const auto own = codes_.find(id);
            if (own == codes_.end()) {
                format.shape = builtin_shape(id);
            } else {
                format.shape = shape_of_format(own->second);
                format.digits = code_digits(own->second);
            }
            workbook_.formats.push_back(format);
        }
    }

    // A sheet reaches to the next one, so that no two can share cells: what a file makes us read
    // is never more than it holds.
    bool finish_sheets() {
        if (sheet_count_ > limits::kSheets) {
            return refusal_.because(rule::too_many_sheets,
                                    {{"count", std::to_string(sheet_count_)},
                                     {"limit", std::to_string(limits::kSheets)}});
        }
        std::set<std::size_t> borders{size_};
        for (const auto& sheet : workbook_.sheets) {
            const bool inside = sheet.begin >= stream_.offset() && sheet.begin < size_;
            if (!inside && !sheet.table) continue;  // it is not read
            if (!inside || !borders.insert(sheet.begin).second) {
                return refusal_.damaged("Workbook", sheet.begin);
            }
        }
        for (auto& sheet : workbook_.sheets) {
            if (sheet.table) sheet.end = *borders.upper_bound(sheet.begin);
        }
        return !workbook_.sheets.empty() || refusal_.because(rule::no_sheets);
    }

    BiffStream stream_;
    std::size_t size_;
    const std::string& path_;
    XlsWorkbook& workbook_;
    XlsRefusal refusal_;
    std::size_t sheet_count_ = 0;
    std::set<std::string> sheet_names_;
    std::map<std::uint16_t, std::string> codes_;
    std::vector<std::pair<std::uint16_t, std::uint16_t>> xfs_;  // font, number format
};

}  // namespace

std::string_view XlsWorkbook::old_font(std::uint16_t xf) const {
    const std::size_t index = format(xf).font;
    return index < fonts.size() && fonts[index].old ? std::string_view(fonts[index].name) : "";
}

CellText XlsWorkbook::cell_text(const BiffText& text) const {
    if (text.runs.empty()) return make_cell_text(text.utf8);
    std::vector<TextRun> parts(1);
    std::size_t unit = 0, next = 0;
    for (const char c : text.utf8) {
        const auto byte = static_cast<unsigned char>(c);
        const bool begins = (byte & 0xC0) != 0x80;  // a character, not one of its further bytes
        for (; begins && next < text.runs.size() && text.runs[next].start <= unit; ++next) {
            const std::size_t font = text.runs[next].font;
            const std::string name = font < fonts.size() ? fonts[font].name : "";
            if (name != parts.back().font) parts.push_back({"", name});
        }
        if (begins) unit += byte >= 0xF0 ? 2 : 1;
        parts.back().text += c;
    }
    std::erase_if(parts, [](const TextRun& part) { return part.text.empty(); });
    return make_cell_text(std::move(parts));
}

bool XlsRefusal::because(const Rule& fault, std::map<std::string, std::string> args) {
    if (!said_) report(findings_, fault, {place_}, std::move(args));
    said_ = true;
    return false;
}

bool XlsRefusal::damaged(std::string_view part, std::size_t offset) {
    return because(rule::xls_damaged,
                   {{"part", std::string(part)}, {"offset", std::to_string(offset)}});
}

bool read_xls_globals(std::string_view stream, const std::string& path, XlsWorkbook& workbook,
                      Findings& findings) {
    return GlobalsReader(stream, path, workbook, findings).read();
}

}  // namespace hoso
