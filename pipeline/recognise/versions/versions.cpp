// SPDX-License-Identifier: Apache-2.0
#include "recognise/versions/versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "recognise/rules.h"
#include "recognise/versions/differences.h"
#include "recognise/versions/exported.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::size_t shown_differences = 5;

Scope nothing() {
    Scope scope;
    scope.nothing = true;
    return scope;
}

// "lớp 6A, môn TOÁN, HK1"
std::string identity(const Context& context) {
    std::string text;
    for (const char* name :
         {"class", "subject", "term", "month", "week", "visit", "from", "year"}) {
        const std::string value = context.text(name);
        if (value.empty()) continue;
        if (!text.empty()) text += ", ";
        const std::string_view word = vietnamese_name(name);
        text += (value.rfind("HK", 0) == 0 || value == "CN" ? "" : std::string(word) + " ") + value;
    }
    return text;
}

struct Copy {
    SheetReading* reading = nullptr;
    std::size_t block = 0;
    bool left_out = false;

    [[nodiscard]] const ReadBlock& table() const { return reading->blocks[block]; }
    [[nodiscard]] const Sheet& sheet() const { return *reading->sheet; }
    [[nodiscard]] const std::string& file() const { return reading->sheet->origin->file; }
    [[nodiscard]] Location place() const { return {reading->sheet->origin, 0, 0}; }
    [[nodiscard]] std::string what() const {
        std::string text = identity(table().context);
        return text.empty() ? reading->sheet->origin->sheet : text;
    }
};

// Sheets that are told of together, because a file has many: one finding a pair of files.
struct Pair {
    const Rule* rule = nullptr;
    std::vector<Location> places;
    std::map<std::string, std::string> args;
    std::size_t sheets = 0;
};

class Versions {
public:
    Versions(std::vector<SheetReading>& readings, const std::vector<Preference>& prefer,
             Findings& findings)
        : prefer_(prefer), used_(prefer.size(), false), findings_(findings) {
        for (SheetReading& reading : readings) {
            for (std::size_t i = 0; i < reading.blocks.size(); ++i)
                copies_.push_back({&reading, i, false});
        }
    }

    void settle() {
        same_bytes();
        std::map<std::string, std::vector<Copy*>> groups;
        for (Copy& copy : copies_) {
            if (copy.left_out) continue;
            groups[copy.table().layout->id + "\n" + heading_key(identity(copy.table().context))]
                .push_back(&copy);
        }
        for (auto& [key, group] : groups) settle_group(group);
        tell_pairs();
        for (std::size_t i = 0; i < prefer_.size(); ++i) {
            if (used_[i]) continue;
            const auto job = std::make_shared<const Origin>(Origin{"hoso.toml", ""});
            findings_.add(rules::preference_unused, {{job, 0, 0}},
                          {{"file", prefer_[i].file}, {"over", prefer_[i].over}}, nothing());
        }
        for (auto copy = copies_.rbegin(); copy != copies_.rend(); ++copy) {
            auto& blocks = copy->reading->blocks;
            if (copy->left_out)
                blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(copy->block));
        }
    }

private:
    // The same bytes under two names. The names can say something too (a class, a term): then they
    // are not the same table.
    void same_bytes() {
        std::map<std::string, Copy*> known;
        for (Copy& copy : copies_) {
            const auto [entry, fresh] = known.try_emplace(
                copy.table().layout->id + "\n" + copy.sheet().source_digest + "\n" +
                    copy.sheet().origin->sheet + "\n" + identity(copy.table().context),
                &copy);
            if (fresh || entry->second->file() == copy.file()) continue;
            copy.left_out = true;
            // The copy is the one with the longer name: "… (1).xlsx".
            const bool longer = copy.file().size() >= entry->second->file().size();
            pair(rules::same_file_twice, longer ? copy : *entry->second,
                 longer ? *entry->second : copy, {});
        }
    }

    void settle_group(std::vector<Copy*>& group) {
        if (group.size() < 2) return;
        by_preference(group);
        std::vector<Copy*> kept;
        for (Copy* copy : group) {
            for (Copy*& earlier : kept) {
                if (copy->left_out) break;
                Copy* loser = loser_of(*copy, *earlier);
                if (!loser) continue;
                loser->left_out = true;
                if (loser == earlier) std::swap(earlier, copy);
                break;
            }
            if (!copy->left_out) kept.push_back(copy);
        }
    }

    void by_preference(std::vector<Copy*>& group) {
        for (std::size_t i = 0; i < prefer_.size(); ++i) {
            const auto named = [&](const std::string& file) {
                return std::find_if(group.begin(), group.end(),
                                    [&](const Copy* copy) { return copy->file() == file; });
            };
            const auto wins = named(prefer_[i].file);
            if (wins == group.end()) continue;
            for (Copy* copy : group) {
                if (copy->left_out || copy->file() != prefer_[i].over) continue;
                if (!rivals(copy->table(), (*wins)->table())) continue;
                copy->left_out = true;
                used_[i] = true;
                pair(rules::preferred, **wins, *copy,
                     {{"file", prefer_[i].file},
                      {"over", prefer_[i].over},
                      {"reason", prefer_[i].reason}});
            }
        }
    }

    // A title that names a class says which table this is. Without one, tables of the same kind lie
    // in many files: lists of pupils or things by code are exports of the same if they share most
    // rows; in others (who teaches what from when) the same key comes again for good reason.
    static bool rivals(const ReadBlock& a, const ReadBlock& b) {
        if (a.context.find("class")) return true;
        if (a.layout->tables.front().dataset->type.key.size() != 1) return false;
        const Comparison comparison = compare(a, b);
        return 2 * comparison.shared > std::min(comparison.rows_first, comparison.rows_second);
    }

    // Which of the two is not read; null: they have nothing to do with each other.
    Copy* loser_of(Copy& copy, Copy& earlier) {
        if (!rivals(copy.table(), earlier.table())) return nullptr;
        const Comparison comparison = compare(copy.table(), earlier.table());
        const bool named = copy.table().context.find("class") != nullptr;
        if (comparison.same()) {
            pair(rules::same_content_twice, copy, earlier, {});
            return &copy;
        }
        // Without a class in the title each can be a part of the school: only what they both hold
        // can contradict.
        if (!named && comparison.cells.empty()) return nullptr;
        // The class is held back until the school has decided. The newer one is looked at in the
        // meantime, so that what else is found is not about the older.
        const auto mine = exported(copy.sheet()), other = exported(earlier.sheet());
        if (mine && other && other->stamp < mine->stamp) {
            tell_versions(earlier, other, copy, mine, compare(earlier.table(), copy.table()));
            return &earlier;
        }
        tell_versions(copy, mine, earlier, other, comparison);
        return &copy;
    }

    void pair(const Rule& rule, const Copy& first, const Copy& second,
              std::map<std::string, std::string> args) {
        Pair& entry = pairs_[{std::string(rule.id), first.file(), second.file()}];
        if (++entry.sheets > 1) return;
        entry.rule = &rule;
        entry.places = {first.place(), second.place()};
        args["layout"] = first.table().layout->title;
        args["what"] = first.what();
        entry.args = std::move(args);
    }

    void tell_pairs() {
        for (auto& [key, entry] : pairs_) {
            std::string vi, en;
            if (entry.sheets > 1) {
                vi = fmt::format(" và {} bảng khác của tệp này", entry.sheets - 1);
                en = fmt::format(" and {} more tables of this file", entry.sheets - 1);
                for (Location& place : entry.places)
                    place.origin = std::make_shared<const Origin>(Origin{place.origin->file, ""});
            }
            entry.args["more_vi"] = vi;
            entry.args["more_en"] = en;
            findings_.add(*entry.rule, entry.places, entry.args, nothing());
        }
    }

    // `copy` is the older one where that is known.
    void tell_versions(const Copy& copy, const std::optional<Exported>& mine, const Copy& earlier,
                       const std::optional<Exported>& other, const Comparison& comparison) {
        std::vector<Location> places{copy.place(), earlier.place()};
        std::string vi, en;
        for (std::size_t i = 0; i < comparison.cells.size() && i < shown_differences; ++i) {
            const Difference& cell = comparison.cells[i];
            places.push_back(cell.first);
            places.push_back(cell.second);
            const std::string text =
                fmt::format("{}: {} \"{}\" ≠ {} \"{}\"", cell.who,
                            cell_name(cell.first.row, cell.first.column), cell.first_value,
                            cell_name(cell.second.row, cell.second.column), cell.second_value);
            vi += (i == 0 ? "" : "; ") + text;
            en += (i == 0 ? "" : "; ") + text;
        }
        if (comparison.cells.size() > shown_differences) {
            vi += fmt::format("; đang hiện {} trên {} ô khác nhau", shown_differences,
                              comparison.cells.size());
            en += fmt::format("; {} of {} different cells shown", shown_differences,
                              comparison.cells.size());
        }
        lone(comparison.only_first, copy, vi, en);
        lone(comparison.only_second, earlier, vi, en);
        const auto [age_vi, age_en] = age(mine, earlier, other);
        findings_.add(rules::exported_twice, std::move(places),
                      {{"layout", copy.table().layout->title},
                       {"what", copy.what()},
                       {"differences_vi", vi},
                       {"differences_en", en},
                       {"age_vi", age_vi},
                       {"age_en", age_en},
                       {"file", earlier.file()},
                       {"over", copy.file()}},
                      copy.table().context.scopes());
    }

    // "2 dòng chỉ có ở \"a.xlsx\" (Lò Thị Ánh C7)"
    static void lone(const std::vector<Difference>& rows, const Copy& copy, std::string& vi,
                     std::string& en) {
        if (rows.empty()) return;
        const std::string first =
            fmt::format("{} {}", rows.front().who,
                        cell_name(rows.front().first.row, rows.front().first.column));
        vi += fmt::format("{}{} dòng chỉ có ở \"{}\" (trước hết: {})", vi.empty() ? "" : "; ",
                          rows.size(), copy.file(), first);
        en += fmt::format("{}{} rows only in \"{}\" (the first: {})", en.empty() ? "" : "; ",
                          rows.size(), copy.file(), first);
    }

    static std::string dated(const Exported& made) {
        const std::string cell = cell_name(made.where.row, made.where.column);
        return made.shown + (cell.empty() ? "" : " (" + cell + ")");
    }

    static std::pair<std::string, std::string> age(const std::optional<Exported>& mine,
                                                   const Copy& earlier,
                                                   const std::optional<Exported>& other) {
        if (!mine || !other || mine->stamp == other->stamp) {
            return {"Không biết bản nào mới hơn: tệp không nói.",
                    "Which one is newer the files do not say."};
        }
        return {fmt::format("Bản mới hơn là \"{}\": {}, bản kia {}.", earlier.file(), dated(*other),
                            dated(*mine)),
                fmt::format("The newer one is \"{}\": {}, the other {}.", earlier.file(),
                            dated(*other), dated(*mine))};
    }

    const std::vector<Preference>& prefer_;
    std::vector<bool> used_;  // per preference: it decided something
    Findings& findings_;
    std::vector<Copy> copies_;
    std::map<std::tuple<std::string, std::string, std::string>, Pair> pairs_;  // rule, two files
};

}  // namespace

void leave_out_repeated(std::vector<SheetReading>& readings, const std::vector<Preference>& prefer,
                        Findings& findings) {
    Versions(readings, prefer, findings).settle();
}

}  // namespace hoso
