// SPDX-License-Identifier: Apache-2.0
//
// The template says in which order values and its own words stand:
//
//     template   Họ tên: [0] Toán [1] [2] [3]
//     file       Họtên:LòThịẾToán8,17,06,5
//
// So each value has a window of a few bytes in the file's text, and a mark in its neighbour's place
// is as wrong as one that is missing. Words that are not where they should be make the window
// longer but are no difference; so does the end of a page, where its footer and the head of a table
// that goes on stand, once more than in the template.
#include "twins/twins.h"

#include <algorithm>

#include "twins/placed.h"
#include "twins/rules.h"
#include "twins/text_stream.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

using twins::Placed;
using twins::Placement;
using twins::TextStream;

constexpr std::size_t npos = std::string::npos;
constexpr std::size_t kSlack = 8;       // an entity, a letter that is longer as a capital
constexpr std::size_t kPageMark = 160;  // the print code, the draft's mark, the page's number

// The shapes in which a value may stand in a file: as printed, in capitals, and as a spreadsheet
// keeps numbers and dates.
std::vector<std::string> shapes(const LineageEntry& entry) {
    std::vector<std::string> all{twins::without_blanks(entry.printed)};
    const auto add = [&all](std::string shape) {
        if (std::find(all.begin(), all.end(), shape) == all.end()) all.push_back(std::move(shape));
    };
    if (const auto* mark = std::get_if<Tenths>(&entry.value)) {
        std::string number = std::to_string(mark->count / 10);
        if (mark->count % 10 != 0) number += "." + std::to_string(mark->count % 10);
        add(std::move(number));
    } else if (const auto* whole = std::get_if<std::int64_t>(&entry.value)) {
        add(std::to_string(*whole));
    } else if (const auto* date = std::get_if<Date>(&entry.value)) {
        add(to_iso(*date));
    }
    return all;
}

class Comparison {
public:
    Comparison(const DocumentPlan& plan, const Placement& placement, const TextStream& stream)
        : plan_(plan), placement_(placement), stream_(stream) {}

    void run(const std::string& file, Findings& findings) {
        for (std::size_t i = 0; i < placement_.flow.size(); ++i) check(i);
        for (const int id : placement_.running) {
            const auto all = shapes_of(id);
            const bool found = std::any_of(all.begin(), all.end(), [&](const std::string& shape) {
                return stream_.text().find(shape) != npos;
            });
            if (!found) miss(id);
        }
        if (missed_ == 0) return;
        const LineageEntry& entry = plan_.lineage[static_cast<std::size_t>(first_)];
        findings.add(twins_rules::differ, {entry.where},
                     {{"unit", plan_.unit_title.empty() ? plan_.unit : plan_.unit_title},
                      {"file", file},
                      {"field", entry.field},
                      {"expected", entry.printed},
                      {"found", found_},
                      {"count", std::to_string(missed_)}});
    }

private:
    [[nodiscard]] std::vector<std::string> shapes_of(int id) const {
        const auto index = static_cast<std::size_t>(id);
        if (id < 0 || index >= plan_.lineage.size()) return {};
        return shapes(plan_.lineage[index]);
    }

    void miss(int id) {
        if (missed_++ != 0) return;
        first_ = id;
        constexpr std::size_t kShown = 24;
        std::size_t end = std::min(at_ + kShown, stream_.text().size());
        const auto inside = [&](std::size_t i) {
            return i < stream_.text().size() &&
                   (static_cast<unsigned char>(stream_.text()[i]) & 0xC0) == 0x80;
        };
        while (inside(end)) ++end;
        found_ = stream_.text().substr(at_, end - at_) + "…";
    }

    // How far a piece may begin behind the one before.
    [[nodiscard]] std::size_t window() const {
        const std::size_t room = carried_ + kSlack;
        const std::size_t foot = placement_.running_bytes + kPageMark;
        const std::size_t head = foot + placement_.head_bytes;
        std::size_t end = at_ + room;
        const auto& pages = stream_.pages();
        auto page = std::upper_bound(pages.begin(), pages.end(), at_);
        if (page != pages.begin()) --page;  // its repeated head may not be over yet
        // Pages of a small class are short: only those that may begin here count, or the window
        // would go on from page to page.
        const std::size_t last = end + foot;
        for (; page != pages.end() && *page <= last; ++page) {
            end = std::max(end, *page + head + room);
        }
        return std::min(end, stream_.text().size());
    }

    [[nodiscard]] bool stands(const std::string& shape, std::size_t at) const {
        return stream_.text().compare(at, shape.size(), shape) == 0;
    }

    // A digit before or behind is part of the number, unless it is the value beside it.
    [[nodiscard]] bool whole(const std::string& shape, std::size_t at, std::size_t index) const {
        if (at != at_ && stream_.cuts_number(at)) return false;
        const std::size_t end = at + shape.size();
        if (!stream_.cuts_number(end)) return true;
        if (index + 1 >= placement_.flow.size()) return false;
        const Placed& next = placement_.flow[index + 1];
        if (next.id < 0) return stands(next.text, end);
        const auto all = shapes_of(next.id);
        return std::any_of(all.begin(), all.end(),
                           [&](const std::string& one) { return stands(one, end); });
    }

    // A word of the template may be left out (a head that stands once for two tables), so it is
    // never looked for beyond a page's foot: its like may stand further on.
    [[nodiscard]] std::size_t window_of_word(const std::string& word) const {
        constexpr std::size_t telling = 6;
        const std::size_t foot =
            word.size() < telling ? 0 : placement_.running_bytes + kPageMark;
        return std::min(at_ + carried_ + kSlack + foot, stream_.text().size());
    }

    // Goes to the end of the first of these shapes; false if none begins before `end`.
    bool go_to(const std::vector<std::string>& all, std::size_t index, bool number,
               std::size_t end) {
        std::size_t best = npos, length = 0;
        for (const std::string& shape : all) {
            const std::string_view near =
                std::string_view(stream_.text()).substr(at_, end - at_ + shape.size());
            for (std::size_t at = near.find(shape); at != npos && at_ + at < best;
                 at = near.find(shape, at + 1)) {
                if (number && !whole(shape, at_ + at, index)) continue;
                best = at_ + at;
                length = shape.size();
            }
        }
        if (best == npos) return false;
        at_ = best + length;
        carried_ = 0;
        return true;
    }

    void check(std::size_t index) {
        const Placed& placed = placement_.flow[index];
        if (placed.id < 0) {
            carried_ += placed.room;
            if (placed.text.empty()) return;
            const std::size_t end = window_of_word(placed.text);
            if (go_to({placed.text}, index, false, end)) return;
            if (!go_to({to_upper(placed.text)}, index, false, end)) {
                carried_ += placed.text.size();
            }
            return;
        }
        const auto all = shapes_of(placed.id);
        if (all.empty()) return miss(placed.id);
        if (all.front().empty() || go_to(all, index, true, window())) return;
        // Capitals are a matter of the form's style.
        if (go_to({to_upper(all.front())}, index, true, window())) return;
        miss(placed.id);
        carried_ += all.front().size();
    }

    const DocumentPlan& plan_;
    const Placement& placement_;
    const TextStream& stream_;
    std::size_t at_ = 0, carried_ = 0, missed_ = 0;
    int first_ = -1;
    std::string found_;
};

}  // namespace

void check_twins(const DocumentPlan& plan, const FilledDocument& filled, const std::string& pdf,
                 std::string_view workbook, Findings& findings) {
    if (!pdf.empty()) {
        const Placement placement = twins::placement(filled.document);
        Comparison(plan, placement, twins::pdf_text(pdf)).run("PDF", findings);
    }
    if (!workbook.empty()) {
        Placement placement = twins::placement(filled.workbook);
        placement.running.clear();  // print set-up, not cells
        Comparison(plan, placement, twins::workbook_text(workbook)).run("Excel", findings);
    }
}

}  // namespace hoso
