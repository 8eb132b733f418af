// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/rules.h"
#include "validate/tables/merge.h"
#include "validate/typing/words.h"

namespace hoso {

namespace {

struct Target {
    std::string column, term;
    bool whole_year = false;
    bool understood = true;
};

bool take_ending(std::string& key, std::string_view ending) {
    if (key.size() < ending.size() ||
        key.compare(key.size() - ending.size(), ending.size(), ending) != 0) {
        return false;
    }
    key.erase(key.size() - ending.size());
    return true;
}

// "ĐĐGck", "ĐĐGtx (3) HKII", "(cả năm)", "Học lực cả năm" …
Target read_target(const std::string& text) {
    std::string key = squeezed(text);
    Target target;
    static constexpr std::pair<std::string_view, std::string_view> terms[] = {
        {"hockiii", "HK2"}, {"hocki2", "HK2"}, {"hockii", "HK1"}, {"hocki1", "HK1"},
        {"hockyii", "HK2"}, {"hocky2", "HK2"}, {"hkii", "HK2"},   {"hk2", "HK2"},
        {"hockyi", "HK1"},  {"hocky1", "HK1"}, {"hki", "HK1"},    {"hk1", "HK1"}};
    for (const auto& [ending, term] : terms) {
        if (!take_ending(key, ending)) continue;
        target.term = term;
        break;
    }
    if (target.term.empty() && (take_ending(key, "canam") || take_ending(key, "cn"))) {
        target.whole_year = true;
    }
    static constexpr std::string_view whole[] = {"",       "camon", "tatca",
                                                 "dtbmhk", "dtbm",  "tatcacaccot"};
    static constexpr std::string_view learning[] = {"hocluc", "hl", "ketquahoctap", "kqht"};
    static constexpr std::string_view outcome[] = {"ketluan", "lenlop", "xetlenlop"};
    const auto among = [&](const auto& words) {
        return std::find(std::begin(words), std::end(words), key) != std::end(words);
    };
    if (among(whole)) return target;
    if (among(learning)) {
        target.column = "learning";
    } else if (among(outcome)) {
        target.column = "outcome";
    } else {
        target.column = mark_column(key);
        target.understood = !target.column.empty();
    }
    return target;
}

class Clerk {
public:
    Clerk(const Setting& setting, const Roll& roll, const Faults& faults, Findings& findings)
        : setting_(setting), roll_(roll), faults_(faults), findings_(findings) {}

    void settle(TypedSheet& sheet) {
        Table& table = sheet.table;
        std::size_t at = 0;
        const auto gone = std::remove_if(table.rows.begin(), table.rows.end(),
                                         [&](auto&) { return !settle_row(sheet, at++); });
        table.rows.erase(gone, table.rows.end());
    }

private:
    bool settle_row(TypedSheet& sheet, std::size_t at) {
        Table& table = sheet.table;
        std::vector<Datum>& row = table.rows[at];
        // Here a blank has a meaning ("all subjects"), which a refused cell does not have.
        for (const char* column : {"column", "subject", "action", "term"}) {
            if (is_refused(faults_, table.at(at, column))) return false;
        }
        const Target target = read_target(table.text(at, "column"));
        if (!target.understood) return refuse(sheet, at, "column", "Cột");
        if (!settle_subject(sheet, at)) return refuse(sheet, at, "subject", "Môn");
        const std::string action = table.text(at, "action");
        const bool verdict = target.column == "learning" || target.column == "outcome";
        if (!verdict && ruling_of(action) == Ruling::Verdict) {
            return refuse(sheet, at, "action", "Xử lý");
        }
        if (verdict && !settle_verdict(sheet, at, target.column == "learning")) {
            return refuse(sheet, at, "action", "Xử lý");
        }
        row[table.column("column")].value = target.column;
        row[table.column("term")].value = term_of(sheet, at, target, verdict);
        return true;
    }

    bool settle_subject(TypedSheet& sheet, std::size_t at) {
        Table& table = sheet.table;
        Datum& cell = table.rows[at][table.column("subject")];
        const std::string text = plain_text(cell.value);
        const std::string key = squeezed(text);
        if (key.empty() || key == "tatca" || key == "tatcacacmon" || key == "cacmon") {
            cell.value = std::string();
            return true;
        }
        const Pupil* pupil = roll_.find(table.text(at, "pupil"));
        const ClassSetting* klass = pupil ? setting_.klass(pupil->klass()) : nullptr;
        const Subject* subject = klass ? setting_.subject(*klass, text) : nullptr;
        if (!subject) return false;
        cell.value = subject->code;
        return true;
    }

    // A council's level in the words of the class's circular, a conclusion in the words of the
    // dataset (result_year.outcome).
    bool settle_verdict(TypedSheet& sheet, std::size_t at, bool learning) {
        Table& table = sheet.table;
        Datum& cell = table.rows[at][table.column("action")];
        const std::string text = plain_text(cell.value);
        const Pupil* pupil = roll_.find(table.text(at, "pupil"));
        const ClassSetting* klass = pupil ? setting_.klass(pupil->klass()) : nullptr;
        if (!klass) return false;
        std::string words = learning ? level_words(klass->pack, true, text)
                                     : outcome_words(text, klass->pack == "tt22");
        if (words.empty()) return false;
        cell.value = std::move(words);
        return true;
    }

    std::string term_of(const TypedSheet& sheet, std::size_t at, const Target& target,
                        bool verdict) const {
        if (target.column == "outcome") return "CN";
        if (!target.term.empty()) return target.term;
        if (target.whole_year) return verdict ? "CN" : "";
        const std::string own = sheet.table.text(at, "term");
        if (!own.empty()) return own;
        if (!sheet.source->period.empty()) return sheet.source->period;
        const auto* day = std::get_if<Date>(&sheet.table.at(at, "date").value);
        const Period* term = day ? setting_.term_of(*day) : nullptr;
        return term ? term->id : "";
    }

    bool refuse(const TypedSheet& sheet, std::size_t at, const char* column, const char* heading) {
        const Table& table = sheet.table;
        findings_.add(flaw::decision_not_understood, {table.at(at, column).where},
                      {{"name", table.text(at, "name")},
                       {"value", table.text(at, column)},
                       {"column", heading}},
                      {table.text(at, "class"), table.text(at, "pupil"), "", false});
        return false;
    }

    const Setting& setting_;
    const Roll& roll_;
    const Faults& faults_;
    Findings& findings_;
};

}  // namespace

void settle_decisions(const Setting& setting, const Roll& roll, std::vector<TypedSheet>& sheets,
                      const Faults& faults, Findings& findings) {
    Clerk clerk(setting, roll, faults, findings);
    for (TypedSheet& sheet : sheets) {
        if (sheet.table.dataset == "decision") clerk.settle(sheet);
    }
}

void apply_decisions(const std::vector<Decision>& decisions, Table& marks) {
    std::map<std::string, std::vector<const Decision*>> filling;
    for (const Decision& decision : decisions) {
        if (decision.ruling == Ruling::Zero || decision.ruling == Ruling::NotPassed) {
            filling[decision.pupil].push_back(&decision);
        }
    }
    if (filling.empty()) return;
    const std::size_t value = marks.column("value");
    for (std::size_t row = 0; row < marks.rows.size(); ++row) {
        Datum& cell = marks.rows[row][value];
        const auto found = cell.empty() ? filling.find(marks.text(row, "pupil")) : filling.end();
        if (found == filling.end()) continue;
        for (const Decision* decision : found->second) {
            // A decision on a whole subject fills nothing: which cells are due is not its business.
            if (decision->column.empty() ||
                !decision->covers(marks.text(row, "subject"), marks.text(row, "term"),
                                  marks.text(row, "column"))) {
                continue;
            }
            const bool zero = decision->ruling == Ruling::Zero;
            cell.value = zero ? Scalar(Tenths{0}) : Scalar(std::string("CĐ"));
            cell.derivation = std::make_shared<const Derivation>(
                Derivation{"decision",
                           decision->text +
                               (decision->document.empty() ? "" : " (" + decision->document + ")"),
                           {decision->where}});
        }
    }
}

}  // namespace hoso
