// SPDX-License-Identifier: Apache-2.0
#include "annotate/annotate.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <memory>

#include "annotate/copy.h"
#include "annotate/names.h"
#include "annotate/summary.h"
#include "vocabulary/errors.h"

namespace hoso {

using namespace annotate_room;

namespace {

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

// The paragraphs of a Word file as a sheet: one a row, as findings count them.
Sheet paragraphs_of(const TextDocument& document) {
    Sheet sheet;
    sheet.origin = document.origin;
    for (const Paragraph& paragraph : document.paragraphs) {
        if (paragraph.text.empty()) continue;
        sheet.cells.push_back({paragraph.where.row, 1, CellKind::Text, false, paragraph.text});
        sheet.last_row = std::max(sheet.last_row, paragraph.where.row);
    }
    sheet.last_column = 1;
    return sheet;
}

void set_properties(lxw_workbook* workbook, const Letter& letter) {
    std::string title = "Những chỗ cần xem lại: " + letter.file, author = letter.school;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = 1;  // libxlsxwriter would take the clock for 0
    workbook_set_properties(workbook, &properties);
}

lxw_worksheet* add_sheet(lxw_workbook* workbook, const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, name.c_str());
    if (sheet == nullptr)
        throw LibraryError("libxlsxwriter: cannot add the sheet \"" + name + "\"");
    return sheet;
}

std::string stem_of(const std::string& file) { return std::filesystem::path(file).stem().string(); }

}  // namespace

void annotate(const Letter& letter, const FileContents& contents, Disk& disk,
              const std::filesystem::path& target) {
    std::vector<Sheet> of_documents;
    for (const TextDocument& document : contents.documents) {
        of_documents.push_back(paragraphs_of(document));
    }
    std::vector<const Sheet*> sheets;
    for (const Sheet& sheet : contents.sheets) sheets.push_back(&sheet);
    for (const Sheet& sheet : of_documents) sheets.push_back(&sheet);
    for (const TextDocument& document : contents.documents) {
        for (const Sheet& sheet : document.tables) sheets.push_back(&sheet);
    }
    const Remarks remarks = collect(letter, sheets);

    const std::filesystem::path scratch = disk.scratch_path(target);
    std::unique_ptr<lxw_workbook, CloseWorkbook> workbook(workbook_new(scratch.c_str()));
    if (!workbook) throw LibraryError("libxlsxwriter: workbook_new failed for " + scratch.string());
    set_properties(workbook.get(), letter);
    Looks looks(workbook.get());
    std::set<std::string> taken;
    lxw_worksheet* summary = add_sheet(workbook.get(), sheet_name(kSummary, taken));
    std::map<std::string, std::string> names;
    const Marks none;
    bool simplified = false;
    for (const Sheet* sheet : sheets) {
        const std::string& own = sheet->origin->sheet;
        const std::string name = sheet_name(own.empty() ? stem_of(letter.file) : own, taken);
        names.emplace(own, name);
        lxw_worksheet* copy = add_sheet(workbook.get(), name);
        const auto found = remarks.marks.find(own);
        const Marks& marks = found == remarks.marks.end() ? none : found->second;
        if (!copy_sheet(copy, *sheet, marks, looks)) simplified = true;
        if (sheet->hidden && marks.empty()) worksheet_hide(copy);
    }
    write_summary(summary, letter, remarks, names, simplified, looks);
    const lxw_error error = workbook_close(workbook.release());
    if (error != LXW_NO_ERROR) throw EnvironmentError(target.string() + ": " + lxw_strerror(error));
    disk.publish(target, Durability::Cached);
}

}  // namespace hoso
