// SPDX-License-Identifier: Apache-2.0
#include "validate/statistics/statistics.h"
#include "vocabulary/text.h"

namespace hoso {

Datum counted(std::size_t number) { return {static_cast<std::int64_t>(number), {}, nullptr}; }
Datum word(std::string text) { return {std::move(text), {}, nullptr}; }

Datum percentage(std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    return {mean_half_up(static_cast<std::int64_t>(part) * 1000, static_cast<std::int64_t>(whole)),
            {},
            nullptr};
}

namespace {

struct Size {
    std::size_t start = 0, arrived = 0, moved_in = 0, left = 0, dropped = 0, moved_out = 0;
    std::size_t end = 0;
    std::string came, went;  // "Giàng Thị Dợ (chuyển đi 25/10/2021)"
};

// The last day that still belongs to what was before: a term's start is the end of the term before
// it, whatever days lie between.
Date border_before(const Setting& setting, const Period& period) {
    Date border = period.from.plus_days(-1);
    for (const Period& other : setting.job().periods) {
        if (other.axis == Axis::Term && period.axis == Axis::Term && other.to < period.from)
            border = other.to;
    }
    return border;
}

bool dropped_out(const std::string& status) {
    const std::string key = match_key(status);
    return key.find("thoi hoc") != std::string::npos || key.find("bo hoc") != std::string::npos;
}

void note(std::string& list, const Pupil& pupil, const char* what, Date day) {
    list += (list.empty() ? "" : "; ") + pupil.name + " (" + what + " " + to_dmy(day) + ")";
}

void count_stay(const Roll& roll, const Pupil& pupil, std::size_t at, const Period& period,
                Date border, Size& size) {
    const Stay& stay = pupil.stays[at];
    if (period.to < stay.from || (stay.to.valid() && !(border < stay.to))) return;
    if (stay.from.valid() && border < stay.from) {
        const bool from_class = at > 0;
        ++(from_class ? size.moved_in : size.arrived);
        note(size.came, pupil, from_class ? "chuyển lớp" : "chuyển đến", stay.from);
    } else {
        ++size.start;
    }
    if (!stay.to.valid() || period.to < stay.to) {
        ++size.end;
        return;
    }
    const bool to_class = at + 1 < pupil.stays.size();
    const bool dropped = !to_class && dropped_out(roll.list.text(stay.row, "status"));
    ++(to_class ? size.moved_out : dropped ? size.dropped : size.left);
    note(size.went, pupil, to_class ? "chuyển lớp" : dropped ? "thôi học" : "chuyển đi", stay.to);
}

}  // namespace

void add_class_sizes(const Setting& setting, const Roll& roll, Tables& tables) {
    Table table{"class_size",
                {"class", "grade", "term", "start", "arrived", "moved_in", "left", "dropped",
                 "moved_out", "end", "declared", "differs", "came", "went"},
                {}};
    for (const char* id : {"HK1", "HK2", "CN"}) {
        const Period* period = setting.period(id);
        if (period == nullptr) continue;
        const Date border = border_before(setting, *period);
        for (const ClassScope& klass : setting.job().classes) {
            Size size;
            for (const Pupil& pupil : roll.pupils) {
                for (std::size_t at = 0; at < pupil.stays.size(); ++at) {
                    if (pupil.stays[at].klass == klass.name)
                        count_stay(roll, pupil, at, *period, border, size);
                }
            }
            const auto declared = klass.headcount.find(id);
            const bool known = declared != klass.headcount.end();
            const bool differs = known && static_cast<std::size_t>(declared->second) != size.end;
            table.rows.push_back(
                {word(klass.name), counted(static_cast<std::size_t>(klass.grade)), word(id),
                 counted(size.start), counted(size.arrived), counted(size.moved_in),
                 counted(size.left), counted(size.dropped), counted(size.moved_out),
                 counted(size.end),
                 known ? counted(static_cast<std::size_t>(declared->second)) : Datum{},
                 Datum{differs, {}, nullptr}, word(size.came), word(size.went)});
        }
    }
    tables["class_size"] = std::move(table);
}

}  // namespace hoso
