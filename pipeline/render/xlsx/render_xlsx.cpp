// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <chrono>
#include <memory>

#include "render/render.h"
#include "render/rules.h"
#include "render/xlsx/worksheet.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace {

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

std::time_t midnight_utc(Date date) {
    using namespace std::chrono;
    const sys_days day{year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                                      std::chrono::day{static_cast<unsigned>(date.day)}}};
    return static_cast<std::time_t>(duration_cast<seconds>(day.time_since_epoch()).count());
}

void set_properties(lxw_workbook* workbook, const RenderOptions& options) {
    std::string title = options.title, author = options.author, company = options.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.company = company.data();
    // libxlsxwriter would take the clock for 0.
    properties.created = options.created.valid() ? midnight_utc(options.created) : 1;
    workbook_set_properties(workbook, &properties);
}

}  // namespace

void render_xlsx(const std::string& xhtml, const std::vector<LineageEntry>& lineage,
                 const RenderOptions& options, Disk& disk, const std::filesystem::path& target,
                 Findings& findings) {
    const std::filesystem::path scratch = disk.scratch_path(target);
    std::unique_ptr<lxw_workbook, CloseWorkbook> workbook(workbook_new(scratch.c_str()));
    if (!workbook) throw LibraryError("libxlsxwriter: workbook_new failed for " + scratch.string());
    set_properties(workbook.get(), options);
    xlsx::Formats formats(workbook.get());
    int count = 0;
    const auto write = [&](const markup::Node& section) {
        const std::string_view own = section.attributes->name;
        const std::string name =
            own.empty() ? "Trang " + std::to_string(count + 1) : std::string(own);
        const lxw_error error = workbook_validate_sheet_name(workbook.get(), name.c_str());
        if (error != LXW_NO_ERROR) {
            findings.add(render_rules::sheet_name, {},
                         {{"name", name},
                          {"line", std::to_string(section.line)},
                          {"problem", lxw_strerror(error)}});
            return;
        }
        lxw_worksheet* sheet = workbook_add_worksheet(workbook.get(), name.c_str());
        if (sheet == nullptr) throw LibraryError("libxlsxwriter: workbook_add_worksheet failed");
        xlsx::Worksheet(sheet, section, formats, lineage, findings).write();
        ++count;
    };
    markup::for_each_section(xhtml, write, findings);
    if (count == 0) workbook_add_worksheet(workbook.get(), nullptr);  // no_section is said already
    const lxw_error error = workbook_close(workbook.release());
    if (error != LXW_NO_ERROR) {
        throw EnvironmentError(target.string() + ": " + lxw_strerror(error));
    }
    disk.publish(target, Durability::Cached);
}

}  // namespace hoso
