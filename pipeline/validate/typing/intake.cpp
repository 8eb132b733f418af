// SPDX-License-Identifier: Apache-2.0
#include "validate/typing/intake.h"

#include <algorithm>

#include "validate/rules.h"
#include "validate/typing/typist.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_term_dataset(const std::string& dataset) {
    static constexpr std::string_view names[] = {"mark", "reported_subject", "reported_term",
                                                 "conduct"};
    return std::find(std::begin(names), std::end(names), dataset) != std::end(names);
}

// The terms that folders and the file's name speak of: smas/HK1/… .
std::set<std::string> terms_in_path(const std::string& path, bool year_possible) {
    std::set<std::string> terms;
    std::string word;
    const auto take = [&] {
        if (word == "hk1" || word == "hki") terms.insert("HK1");
        if (word == "hk2" || word == "hkii") terms.insert("HK2");
        // In the name of a mark sheet CN is Công nghệ.
        if (year_possible && (word == "cn" || word == "canam")) terms.insert("CN");
        word.clear();
    };
    for (const char c : match_key(path)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
        } else {
            take();
        }
    }
    take();
    return terms;
}

class Doorkeeper {
public:
    Doorkeeper(const Setting& setting, Faults& faults, Findings& findings)
        : setting_(setting), faults_(faults), findings_(findings) {}

    bool admits(const SourceTable& source, TypedSheet& sheet) {
        sheet.source = &source;
        if (!source.klass.empty()) {
            sheet.klass = setting_.klass(source.klass);
            if (!sheet.klass) return refuse_class(sheet);
        }
        if (is_term_dataset(source.table.dataset)) sheet.term = source.period;
        if (sheet.klass && !source.subject.empty()) {
            sheet.subject = setting_.subject(*sheet.klass, source.subject);
        }
        return right_year(source, sheet) && right_term(source, sheet);
    }

private:
    bool refuse_class(const TypedSheet& sheet) {
        const SourceTable& source = *sheet.source;
        if (faults_.first({"class", source.klass, sheet.form()})) {
            findings_.add(flaw::class_not_in_job, {source.title}, {{"class", source.klass}},
                          {source.klass, "", "", false, sheet.form()});
        }
        return false;
    }

    bool right_year(const SourceTable& source, const TypedSheet& sheet) {
        const bool earlier = source.table.dataset.compare(0, 8, "earlier_") == 0;
        const std::string& expected = setting_.job().year.id();
        if (earlier || source.year.empty() || source.year == expected) return true;
        if (first_of_sheet(source)) {
            findings_.add(
                flaw::wrong_year, {source.title}, {{"value", source.year}, {"expected", expected}},
                {sheet.klass ? sheet.klass->name : "", "", sheet.term, false, sheet.form()});
        }
        remember(flaw::wrong_year, sheet, sheet.term);
        return false;
    }

    bool right_term(const SourceTable& source, const TypedSheet& sheet) {
        if (sheet.term.empty()) return true;
        const std::string klass = sheet.klass ? sheet.klass->name : "";
        const auto named = terms_in_path(source.origin->file,
                                         source.table.dataset != "mark" && source.subject.empty());
        if (!named.empty() && named.count(sheet.term) == 0) {
            for (const std::string& term : named) {
                remember(flaw::term_contradicts_path, sheet, term);
            }
            if (first_of_sheet(source) && !exported_twice(source)) {
                findings_.add(flaw::term_contradicts_path, {source.title},
                              {{"value", period_title(sheet.term)},
                               {"expected", period_title(*named.begin())}},
                              {klass, "", named.size() == 1 ? *named.begin() : "", false});
            }
            return false;
        }
        if (setting_.period(sheet.term)) return true;
        if (first_of_sheet(source)) {
            findings_.add(flaw::period_not_in_job, {source.title},
                          {{"value", period_title(sheet.term)}}, {klass, "", "", false});
        }
        return false;
    }

    // A file of the second term under the name of the year looks like a second export of that term
    // to recognise, which has said so.
    [[nodiscard]] bool exported_twice(const SourceTable& source) const {
        const auto& items = findings_.items();
        return std::any_of(items.begin(), items.end(), [&](const Finding& finding) {
            return finding.rule->id == "recognise/exported-twice" &&
                   std::any_of(
                       finding.places.begin(), finding.places.end(), [&](const Location& place) {
                           return place.origin && place.origin->file == source.origin->file &&
                                  place.origin->sheet == source.origin->sheet;
                       });
        });
    }

    // One sheet can give several tables; it is refused once.
    bool first_of_sheet(const SourceTable& source) {
        return refused_.insert(source.origin.get()).second;
    }

    // What is missing because this sheet was refused is no finding of its own.
    void remember(const Rule& because, const TypedSheet& sheet, const std::string& term) {
        if (!sheet.klass) return;
        const std::string what = sheet.subject ? sheet.subject->code : sheet.source->table.dataset;
        faults_.add(because, {"sheet", sheet.klass->name, what, term});
    }

    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    std::set<const Origin*> refused_;
};

}  // namespace

std::vector<TypedSheet> take_in(const Setting& setting, const Recognised& recognised,
                                const std::vector<DatasetType>& datasets, Faults& faults,
                                Findings& findings) {
    Doorkeeper doorkeeper(setting, faults, findings);
    std::vector<TypedSheet> sheets;
    std::vector<const DatasetType*> types;
    for (const SourceTable& source : recognised.tables) {
        TypedSheet sheet;
        if (!doorkeeper.admits(source, sheet)) continue;
        const auto dataset =
            std::find_if(datasets.begin(), datasets.end(),
                         [&](const DatasetType& type) { return type.id == source.table.dataset; });
        if (dataset == datasets.end()) continue;  // a dataset that no template of ours types
        types.push_back(&*dataset);
        sheets.push_back(std::move(sheet));
    }
    // The list of pupils first: it says whose the codes of the other sheets are.
    CodeBook codes;
    Typist typist(setting, codes, faults, findings);
    for (const bool of_list : {true, false}) {
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            if ((types[i]->id == "pupil") != of_list) continue;
            typist.type(sheets[i], *types[i]);
            if (of_list) codes.read(sheets[i].table);
        }
    }
    return sheets;
}

}  // namespace hoso
