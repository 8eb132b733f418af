// SPDX-License-Identifier: Apache-2.0
//
// Files that travel with a document as they came, and the PDF/A of those that are Word files.
#include <fmt/format.h>

#include <algorithm>

#include "compose/composition.h"
#include "compose/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "data/I.07_THCSNP_KHOA" and "so-goc.PDF", the second of them → "data/I.07_THCSNP_KHOA_02.pdf".
std::string path_in_bag(const std::string& stem, std::size_t number, const std::string& file) {
    const auto dot = file.rfind('.');
    std::string extension = dot == std::string::npos ? "" : to_lower(file.substr(dot));
    const bool plain = extension.size() <= 6 && extension.find('/') == std::string::npos &&
                       std::all_of(extension.begin(), extension.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
                       });
    return fmt::format("{}_{:02}{}", stem, number, plain ? extension : "");
}

bool has(const std::vector<AttachedRow>& rows, int dataset, RowId row) {
    return std::any_of(rows.begin(), rows.end(), [&](const AttachedRow& other) {
        return other.dataset == dataset && other.row == row;
    });
}

}  // namespace

std::vector<Datum> class_row_of(const Unit& unit, const DocumentNames& names) {
    if (unit.form->unit != UnitKind::Class) return {};
    return {{names.klass, {}, nullptr},
            {static_cast<std::int64_t>(unit.klass->grade), {}, nullptr},
            {unit.pack, {}, nullptr}};
}

void Composition::add_word_files(const Record& record, const Unit& unit, const Period& period,
                                 std::vector<AttachedFiles::File>& word_files) const {
    const auto& wanted = unit.form->attachments;
    if (std::none_of(wanted.begin(), wanted.end(), [](const auto& a) { return a.to_pdfa; })) return;
    Findings said;  // by plan()
    const DocumentNames names = document_names(job, unit, period);
    DataBuilder builder(store, record.layouts.at(unit.form), names, said);
    const std::vector<Datum> class_row = class_row_of(unit, names);
    for (const Attach& attach : wanted) {
        if (!attach.to_pdfa) continue;
        const DatasetView& view = store.view(attach.rows.dataset);
        for (const RowId row : builder.attached(attach, class_row, unit.rows, unit.row)) {
            word_files.push_back({plain_text(view.at(row, attach.file).value),
                                  plain_text(view.at(row, attach.sha256).value)});
        }
    }
}

bool Composition::of_another_file(const Finding& finding, const Record& record, const Unit& unit,
                                  const Period& period) const {
    if (unit.form == nullptr || unit.form->attachments.empty() || finding.places.empty()) {
        return false;
    }
    const bool of_files =
        std::all_of(finding.scopes.begin(), finding.scopes.end(), [&](const Scope& scope) {
            const int dataset = find_dataset(datasets, scope.dataset);
            return dataset >= 0 && unit.form->attaches(dataset);
        });
    if (!of_files) return false;
    Findings said;  // by plan()
    const DocumentNames names = document_names(job, unit, period);
    DataBuilder builder(store, record.layouts.at(unit.form), names, said);
    const std::vector<Datum> class_row = class_row_of(unit, names);
    for (const Attach& attach : unit.form->attachments) {
        const DatasetView& view = store.view(attach.rows.dataset);
        for (const RowId row : builder.attached(attach, class_row, unit.rows, unit.row)) {
            const std::string file = plain_text(view.at(row, attach.file).value);
            for (const Location& place : finding.places) {
                if (place.origin && place.origin->file == file) return false;
            }
        }
    }
    return true;
}

std::vector<AttachedRow> Composition::attach(const DocumentForm& form, const Unit& unit,
                                             const std::vector<Datum>& class_row,
                                             DataBuilder& builder, const DocumentNames& names,
                                             Findings& findings) const {
    std::vector<AttachedRow> attached;
    std::size_t without_copy = 0;
    int next_page = 1;
    const auto has_rows = [&](int id) { return store.view(id).row_count() != 0; };
    const auto missing = [&](const Attach& attach) {
        if (std::any_of(attach.unless.begin(), attach.unless.end(), has_rows)) return false;
        if (attach.required != Attach::Required::Any)
            return attach.required == Attach::Required::Yes;
        return std::none_of(
            form.attachments.begin(), form.attachments.end(), [&](const Attach& other) {
                return other.required == Attach::Required::Any &&
                       !builder.attached(other, class_row, unit.rows, unit.row).empty();
            });
    };
    for (const Attach& attach : form.attachments) {
        const DatasetView& view = store.view(attach.rows.dataset);
        const std::vector<RowId> rows = builder.attached(attach, class_row, unit.rows, unit.row);
        if (rows.empty() && missing(attach)) {
            findings.add(compose_rule::attachment_missing, {},
                         {{"document", names.stem},
                          {"dataset", attach.title.empty() ? view.type().title : attach.title}},
                         names.scope);
        }
        for (const RowId row : rows) {
            if (has(attached, attach.rows.dataset, row)) continue;
            Attachment file;
            file.source = plain_text(view.at(row, attach.file).value);
            file.sha256 = plain_text(view.at(row, attach.sha256).value);
            file.path = path_in_bag(names.stem, attached.size() + 1, file.source);
            if (files != nullptr) file.size = files->size(file.source);
            if (attach.to_pdfa && AttachedFiles::is_word(file.source)) {
                if (files != nullptr) file.copy = files->archive_copy({file.source, file.sha256});
                file.copy_path = file.path.substr(0, file.path.rfind('.')) + ".pdf";
                if (!file.copy && files != nullptr && files->has_office()) {
                    findings.add(compose_rule::office_failed, {view.at(row, attach.file).where},
                                 {{"document", names.stem}, {"file", file.source}}, names.scope);
                } else if (!file.copy) {
                    ++without_copy;
                }
            }
            if (attach.join && file.copy) {
                file.first_page = next_page;
                next_page += file.copy->pages;
            }
            attached.push_back({attach.rows.dataset, row, std::move(file)});
        }
    }
    if (without_copy != 0) {
        findings.add(compose_rule::office_missing, {},
                     {{"document", names.stem}, {"count", std::to_string(without_copy)}},
                     names.scope);
    }
    return attached;
}

}  // namespace hoso
