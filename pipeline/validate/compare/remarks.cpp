// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "assess/formula.h"
#include "validate/compare/compare.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::size_t vendor_limit = 255;

bool is_code(const std::string& text) {
    // "NX01", "nx 12"
    const std::string key = squeezed(text);
    std::size_t letters = 0;
    while (letters < key.size() && key[letters] >= 'a') ++letters;
    const bool short_enough = letters >= 1 && letters <= 3 && key.size() - letters >= 1;
    return short_enough && key.size() <= 6 &&
           std::all_of(key.begin() + static_cast<std::ptrdiff_t>(letters), key.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

bool says_nothing(const std::string& text) { return squeezed(text).size() < 3; }

bool is_capital(std::string_view word) { return !word.empty() && to_lower(word) != word; }

// The names that follow "em": "Em Páo có tiến bộ" → "Páo"; "em A Páo" → "A Páo".
std::vector<std::string> names_after_em(const std::string& text) {
    std::vector<std::string> names;
    const std::vector<std::string> words = split(text, ' ');
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != "em" && words[i] != "Em") continue;
        std::string name;
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            std::string word = words[j];
            while (!word.empty() &&
                   std::string_view(",.;:!").find(word.back()) != std::string_view::npos) {
                word.pop_back();
            }
            if (!is_capital(word)) break;
            name += (name.empty() ? "" : " ") + word;
            if (word != words[j]) break;
        }
        if (!name.empty()) names.push_back(name);
    }
    return names;
}

std::string given_name(const std::string& name) {
    const auto blank = name.rfind(' ');
    return blank == std::string::npos ? name : name.substr(blank + 1);
}

bool ends_with_name(const std::string& full, const std::string& name) {
    if (full.size() < name.size()) return false;
    if (full.compare(full.size() - name.size(), name.size(), name) != 0) return false;
    return full.size() == name.size() || full[full.size() - name.size() - 1] == ' ';
}

struct Remark {
    std::string pupil, name, klass, subject, term, text;
    Location where;
};

class Reader {
public:
    Reader(const Setting& setting, const Roll& roll, const Tables& tables, const Faults& faults,
           Findings& findings)
        : setting_(setting),
          roll_(roll),
          faults_(faults),
          findings_(findings),
          results_(tables, "result_subject", {"pupil", "subject", "term"}) {}

    void read_subjects(const Table& table) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const Datum& cell = table.at(row, "remark");
            if (cell.empty()) continue;
            Remark remark = open(table, row, cell);
            const ClassSetting* klass = setting_.klass(remark.klass);
            const Subject* subject =
                klass ? klass->subjects->find(table.text(row, "subject")) : nullptr;
            remark.subject = subject ? subject->name : "";
            judge(remark);
            if (subject) contradiction(remark, subject->code);
        }
    }

    void read_homeroom(const Table& table) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const Datum& cell = table.at(row, "remark");
            Remark remark = open(table, row, cell);
            remark.subject = "GVCN";
            if (!cell.empty()) {
                judge(remark);
                written_.insert({remark.pupil, remark.term});
            } else if (!is_refused(faults_, cell)) {
                blank_.push_back(std::move(remark));
            }
        }
    }

    // At the year's end the học bạ must have one; it may be the one of the second term.
    void report_blank() {
        for (const Remark& remark : blank_) {
            const Pupil* pupil = roll_.find(remark.pupil);
            if (!pupil || pupil->left.valid()) continue;
            if (written_.count({remark.pupil, remark.term}) != 0) continue;
            const bool year = remark.term == "CN";
            findings_.add(year ? flaw::homeroom_remark_missing : flaw::homeroom_remark_blank,
                          {remark.where}, args(remark), scope(remark));
        }
    }

    void report_equal() {
        for (const auto& [column, texts] : equal_) {
            int total = 0;
            for (const auto& [text, group] : texts) total += group.count;
            for (const auto& [text, group] : texts) {
                const Limits& limits = setting_.limits();
                if (total < limits.equal_remarks_from) continue;
                if (100 * group.count < limits.equal_remarks_percent * total) continue;
                auto named = args(group.first);
                named["count"] = std::to_string(group.count);
                named["total"] = std::to_string(total);
                Scope none = scope(group.first);
                none.nothing = true;
                none.pupil.clear();
                findings_.add(flaw::remarks_equal, {group.first.where}, std::move(named), none);
            }
        }
    }

private:
    struct Group {
        int count = 0;
        Remark first;
    };

    static Remark open(const Table& table, std::size_t row, const Datum& cell) {
        return {table.text(row, "pupil"),
                table.text(row, "name"),
                table.text(row, "class"),
                "",
                table.text(row, "term"),
                plain_text(cell.value),
                cell.where};
    }
    static std::map<std::string, std::string> args(const Remark& remark) {
        return {{"class", remark.klass},
                {"subject", remark.subject},
                {"period", period_short(remark.term)},
                {"name", remark.name},
                {"value", remark.text}};
    }
    static Scope scope(const Remark& remark) {
        return {remark.klass, remark.pupil, remark.term, false};
    }

    void judge(const Remark& remark) {
        Group& group = equal_[remark.klass + "|" + remark.subject + "|" + remark.term][remark.text];
        if (group.count++ == 0) group.first = remark;
        if (is_code(remark.text)) return report(flaw::remark_is_code, remark);
        if (says_nothing(remark.text)) return report(flaw::remark_says_nothing, remark);
        if (code_point_count(remark.text) == vendor_limit && remark.text.back() != '.') cut(remark);
        names(remark);
    }

    void report(const Rule& rule, const Remark& remark) {
        findings_.add(rule, {remark.where}, args(remark), scope(remark));
    }

    void cut(const Remark& remark) {
        auto named = args(remark);
        const std::vector<std::string> words = split(remark.text, ' ');
        std::string end;
        for (std::size_t i = words.size() > 4 ? words.size() - 4 : 0; i < words.size(); ++i) {
            end += (end.empty() ? "" : " ") + words[i];
        }
        named["value"] = end;
        findings_.add(flaw::remark_cut, {remark.where}, std::move(named), scope(remark));
    }

    void names(const Remark& remark) {
        for (const std::string& name : names_after_em(remark.text)) {
            if (ends_with_name(remark.name, name) || remark.name.find(name) == 0) continue;
            const std::string* other = classmate(remark.klass, name);
            if (!other) continue;
            auto named = args(remark);
            named["other"] = *other;
            findings_.add(flaw::remark_names_other, {remark.where}, std::move(named),
                          scope(remark));
            return;
        }
    }

    const std::string* classmate(const std::string& klass, const std::string& name) {
        auto& names = classmates_[klass];
        if (names.empty()) {
            for (const Pupil& pupil : roll_.pupils) {
                if (pupil.knows(klass)) names[given_name(pupil.name)].push_back(&pupil.name);
            }
        }
        const auto found = names.find(given_name(name));
        if (found == names.end()) return nullptr;
        for (const std::string* full : found->second) {
            if (ends_with_name(*full, name)) return full;
        }
        return nullptr;
    }

    // "Tiếp thu bài tốt" beside an average below 5,0 or a Chưa đạt.
    void contradiction(const Remark& remark, const std::string& subject) {
        const std::string key = match_key(remark.text);
        const bool praise = key.find("hoc tot") != std::string::npos ||
                            key.find("tiep thu bai tot") != std::string::npos ||
                            key.find("hoc gioi") != std::string::npos ||
                            key.find("ket qua tot") != std::string::npos;
        const Datum* result = results_.cell({remark.pupil, subject, remark.term}, "average");
        if (!praise || !result) return;
        const auto* average = std::get_if<Tenths>(&result->value);
        const bool failed = average ? average->count < 50 : plain_text(result->value) == "CĐ";
        if (!failed) return;
        auto named = args(remark);
        named["expected"] = average ? spoken_average(*average) : "Chưa đạt";
        findings_.add(flaw::remark_contradicts, {remark.where}, std::move(named), scope(remark));
    }

    const Setting& setting_;
    const Roll& roll_;
    const Faults& faults_;
    Findings& findings_;
    ResultIndex results_;
    std::map<std::string, std::map<std::string, std::vector<const std::string*>>> classmates_;
    std::map<std::string, std::map<std::string, Group>> equal_;
    std::vector<Remark> blank_;
    std::set<std::pair<std::string, std::string>> written_;
};

}  // namespace

void check_remarks(const Setting& setting, const Roll& roll, const Tables& tables,
                   const Faults& faults, Findings& findings) {
    Reader reader(setting, roll, tables, faults, findings);
    if (const auto found = tables.find("reported_subject"); found != tables.end()) {
        reader.read_subjects(found->second);
    }
    if (const auto found = tables.find("conduct"); found != tables.end()) {
        reader.read_homeroom(found->second);
    }
    reader.report_blank();
    reader.report_equal();
}

}  // namespace hoso
