// SPDX-License-Identifier: Apache-2.0
#include "validate/tables/corrections.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/formula.h"
#include "validate/typing/words.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

Datum computed(Scalar value) { return {std::move(value), {}, nullptr}; }

// As marks are spoken everywhere: "5.6" and "5,6" are one; "Đạt" is Đ.
std::string spoken(const std::string& text) {
    const std::string plain = clean(text);
    if (const auto mark = parse_tenths(plain)) return spoken_mark(*mark);
    const std::string key = squeezed(plain);
    if (key == "d" || key == "dat") return "Đ";
    if (key == "cd" || key == "chuadat") return "CĐ";
    if (key == "m" || key == "mien") return "M";
    return plain == "-" || plain == "–" ? "" : plain;
}

// "Đồng ý", "Đã sửa", "Không đồng ý"; blank as long as nobody has concluded.
std::string agreement(const std::string& text) {
    const std::string key = squeezed(text);
    if (key.empty()) return "";
    return key.starts_with("khong") || key.starts_with("chua") ? "false" : "true";
}

class Register {
public:
    Register(const Setting& setting, const std::vector<TypedSheet>& sheets) : setting_(setting) {
        for (const TypedSheet& sheet : sheets) {
            if (sheet.source->table.dataset != "correction") continue;
            const std::string term = term_id(sheet.source->period);
            terms_of_[sheet.source->origin.get()] = term;
            kept_.insert(term);
        }
    }

    // Is there a register of this term? One that names no term is of both.
    [[nodiscard]] bool kept(const std::string& term) const {
        return kept_.count(term) != 0 || kept_.count("") != 0;
    }

    void read(const Table& source, Table& entries) const {
        for (std::size_t row = 0; row < source.rows.size(); ++row) {
            std::vector<Datum>& entry = new_row(entries);
            for (const char* column : {"date", "class", "pupil", "name"}) {
                put(entries, entry, column, source.at(row, column));
            }
            const Datum& subject = source.at(row, "subject");
            const Datum& column = source.at(row, "column");
            const ClassSetting* klass = setting_.klass(source.text(row, "class"));
            const Subject* known =
                klass == nullptr ? nullptr : setting_.subject(*klass, plain_text(subject.value));
            put(entries, entry, "subject_text", subject);
            put(entries, entry, "column_text", column);
            if (known != nullptr) put(entries, entry, "subject", at(subject, known->code));
            const std::string id = mark_column(plain_text(column.value));
            if (!id.empty()) put(entries, entry, "column", at(column, id));
            put(entries, entry, "term", at(subject, term_of(source, row)));
            for (const char* mark : {"old", "new"}) {
                const Datum& cell = source.at(row, mark);
                put(entries, entry, mark, at(cell, spoken(plain_text(cell.value))));
            }
            put(entries, entry, "evidence", computed(evidence(source, row)));
            put(entries, entry, "agreed", computed(agreement(source.text(row, "conclusion"))));
        }
    }

private:
    static Datum at(const Datum& cell, std::string text) {
        return {std::move(text), cell.where, nullptr};
    }

    [[nodiscard]] std::string term_of(const Table& source, std::size_t row) const {
        const std::string own = term_id(source.text(row, "term"));
        if (!own.empty()) return own;
        const Datum& date = source.at(row, "date");
        const auto sheet = terms_of_.find(date.where.origin.get());
        if (sheet != terms_of_.end() && !sheet->second.empty()) return sheet->second;
        const auto* day = std::get_if<Date>(&date.value);
        const Period* term = day == nullptr ? nullptr : setting_.term_of(*day);
        return term == nullptr ? "" : term->id;
    }

    static std::string evidence(const Table& source, std::size_t row) {
        std::vector<std::string> papers;
        for (const char* column :
             {"evidence_book", "evidence_test", "signed_pupil", "signed_witness"}) {
            const std::string text = source.text(row, column);
            if (!text.empty()) papers.push_back(text);
        }
        return fmt::format("{}", fmt::join(papers, ", "));
    }

    const Setting& setting_;
    std::map<const Origin*, std::string> terms_of_;
    std::set<std::string> kept_;
};

// Three changes of one mark count once (forms-and-practice 3.7).
std::map<std::string, std::int64_t> counts_of(const Table& entries) {
    std::map<std::string, std::int64_t> counts;
    std::set<std::string> seen;
    for (std::size_t row = 0; row < entries.rows.size(); ++row) {
        if (entries.text(row, "agreed") != "true") continue;
        const std::string group = entries.text(row, "class") + "|" + entries.text(row, "term") +
                                  "|" + entries.text(row, "subject");
        const std::string mark =
            group + "|" + entries.text(row, "pupil") + "|" + entries.text(row, "column");
        if (entries.at(row, "subject").empty() || entries.at(row, "column").empty()) continue;
        if (seen.insert(mark).second) ++counts[group];
    }
    return counts;
}

void list_subjects(const Setting& setting, const Register& kept, const Table& entries,
                   const Table& subjects, Table& list) {
    const std::map<std::string, std::int64_t> counts = counts_of(entries);
    for (const ClassSetting& klass : setting.classes()) {
        for (std::size_t row = 0; row < subjects.rows.size(); ++row) {
            if (subjects.text(row, "pack") != klass.pack ||
                subjects.text(row, "grade") != std::to_string(klass.grade)) {
                continue;
            }
            for (const char* term : {"HK1", "HK2"}) {
                std::vector<Datum>& line = new_row(list);
                put(list, line, "class", computed(klass.name));
                put(list, line, "term", computed(std::string(term)));
                for (const char* same :
                     {"subject", "name", "short_name", "scored", "order", "taught"}) {
                    put(list, line, same, subjects.at(row, same));
                }
                put(list, line, "tx",
                    subjects.at(row, std::string_view(term) == "HK1" ? "tx_hk1" : "tx_hk2"));
                if (!kept.kept(term)) continue;
                const auto count =
                    counts.find(klass.name + "|" + term + "|" + subjects.text(row, "subject"));
                put(list, line, "corrections",
                    computed(count == counts.end() ? std::int64_t{0} : count->second));
            }
        }
    }
}

}  // namespace

void add_corrections(const Setting& setting, const std::vector<TypedSheet>& sheets,
                     Tables& tables) {
    Table& entries = tables["correction_entry"];
    entries.dataset = "correction_entry";
    entries.columns = {"date",   "class",       "pupil", "name", "subject",  "subject_text", "term",
                       "column", "column_text", "old",   "new",  "evidence", "agreed"};
    const Register kept(setting, sheets);
    const auto source = tables.find("correction");
    if (source != tables.end()) kept.read(source->second, entries);
    const auto subjects = tables.find("subject");
    if (subjects == tables.end()) return;
    const Table known = subjects->second;
    Table& list = tables["class_subject"];
    list.dataset = "class_subject";
    list.columns = {"class",  "term",  "subject", "name",   "short_name",
                    "scored", "order", "tx",      "taught", "corrections"};
    list_subjects(setting, kept, entries, known, list);
}

}  // namespace hoso
