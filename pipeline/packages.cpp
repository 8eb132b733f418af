// SPDX-License-Identifier: Apache-2.0
//
// What was sealed, as a table: the papers of a hand-over to the archive are filled from it.
#include <algorithm>

#include "workshop.h"

namespace hoso {

namespace {

Datum word(std::string text) { return {std::move(text), {}, nullptr}; }
Datum counted(std::uint64_t number) { return {static_cast<std::int64_t>(number), {}, nullptr}; }

std::string access_words(const std::string& access) {
    return access == "internal" ? "" : access == "restricted" ? "hạn chế" : "nhạy cảm";
}

}  // namespace

Tables Workshop::packages() const {
    const auto report = work_.status(job_.school.code, job_.year.id());
    if (!report) return {};
    std::vector<const RecordLine*> sealed;
    for (const RecordLine& line : report->records) {
        const RecordType* record = catalogue_.find(line.record);
        if (line.state == "sealed" && record != nullptr) sealed.push_back(&line);
    }
    const auto place = [&](const RecordLine* line) {
        std::size_t number = 0;
        while (number < catalogue_.records.size() && catalogue_.records[number].id != line->record)
            ++number;
        return number;
    };
    std::stable_sort(sealed.begin(), sealed.end(), [&](const RecordLine* a, const RecordLine* b) {
        return std::tuple(place(a), a->period, a->access) <
               std::tuple(place(b), b->period, b->access);
    });
    Table table{"package",
                {"record", "title", "period", "period_title", "name", "access", "retention",
                 "documents", "pages", "files", "bytes", "sha256"},
                {}};
    for (const RecordLine* line : sealed) {
        table.rows.push_back({word(line->record), word(line->title), word(line->period),
                              word(period_title(line->period)),
                              word(std::filesystem::path(line->bundle).stem().string()),
                              word(access_words(line->access)),
                              word(catalogue_.find(line->record)->retention.term),
                              counted(line->documents), counted(line->pages), counted(line->files),
                              counted(line->bytes), word(line->sha256)});
    }
    if (table.rows.empty()) return {};
    return {{"package", std::move(table)}};
}

}  // namespace hoso
