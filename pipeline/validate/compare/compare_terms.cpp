// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "assess/formula.h"
#include "validate/compare/compare.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "HSG", "Học sinh Xuất sắc" …: the words of the dataset; nullopt: no title of these circulars.
std::optional<std::string> title_words(const std::string& text, bool tt22) {
    const std::string key = match_key(text);
    if (key.empty() || key == "-" || key == "khong") return "";
    if (key == "hsg" || key == "gioi" || key == "hoc sinh gioi")
        return tt22 ? "Học sinh Giỏi" : "HSG";
    if (key == "hstt" || key == "tien tien" || key == "hoc sinh tien tien") return "HSTT";
    if (key == "hsxs" || key == "xuat sac" || key == "hoc sinh xuat sac")
        return "Học sinh Xuất sắc";
    return std::nullopt;
}

struct Mismatch {
    const Rule* rule;
    std::vector<Location> places;
    std::map<std::string, std::string> args;
    Scope scope;
};

class Comparer {
public:
    Comparer(const Setting& setting, const Tables& tables, Faults& faults, Findings& findings)
        : setting_(setting),
          faults_(faults),
          findings_(findings),
          results_(tables, "result_term", {"pupil", "term"}) {}

    void compare_report(const TypedSheet& sheet, bool year) {
        table_ = &sheet.table;
        with_titles_ = has_titles();
        for (row_ = 0; row_ < table_->rows.size(); ++row_) {
            if (!open(year)) continue;
            overall();
            const bool stale = learning();
            const bool conduct_wrong = conduct();
            if (!stale && !conduct_wrong) title();
            absences();
        }
    }

    void compare_conduct(const TypedSheet& sheet, bool year) {
        table_ = &sheet.table;
        for (row_ = 0; row_ < table_->rows.size(); ++row_) {
            if (open(year)) conduct();
        }
    }

    void report() {
        for (auto& [key, mismatch] : mismatches_) {
            findings_.add(*mismatch.rule, std::move(mismatch.places), std::move(mismatch.args),
                          std::move(mismatch.scope));
        }
        mismatches_.clear();
        for (const Doubted& doubted : doubted_) {
            faults_.add(*doubted.because, {doubted.what, doubted.pupil, doubted.term});
        }
        doubted_.clear();
    }

private:
    struct Doubted {
        const Rule* because;
        std::string what, pupil, term;
    };

    bool open(bool year) {
        term_ = table_->text(row_, "term");
        pupil_ = table_->text(row_, "pupil");
        klass_ = setting_.klass(table_->text(row_, "class"));
        if (!klass_ || (term_ == "CN") != year) return false;
        tt22_ = klass_->pack == "tt22";
        result_ = results_.row({pupil_, term_});
        return result_ >= 0;
    }

    [[nodiscard]] const Datum& reported(const char* column) const {
        return table_->at(row_, column);
    }
    [[nodiscard]] const Datum& expected(const char* column) const {
        return results_.table().at(static_cast<std::size_t>(result_), column);
    }
    [[nodiscard]] std::map<std::string, std::string> args() const {
        return {{"class", klass_->name},
                {"period", period_short(term_)},
                {"name", table_->text(row_, "name")}};
    }

    // Reported already, here or in a term that the year rests on?
    [[nodiscard]] bool doubted(const char* what) const {
        if (faults_.has({what, pupil_, term_})) return true;
        return term_ == "CN" &&
               (faults_.has({what, pupil_, "HK1"}) || faults_.has({what, pupil_, "HK2"}));
    }
    [[nodiscard]] bool marks_doubted() const {
        return marks_doubtful(faults_, *klass_->subjects, pupil_, term_);
    }

    void remember(const char* what, const Rule& rule, std::vector<Location> places,
                  std::map<std::string, std::string> more) {
        Mismatch& mismatch = mismatches_[std::string(rule.id) + pupil_ + term_ + more["value"]];
        mismatch.places.insert(mismatch.places.end(), places.begin(), places.end());
        if (mismatch.rule) return;
        mismatch.rule = &rule;
        mismatch.args = args();
        mismatch.args.merge(more);
        mismatch.scope = {klass_->name, pupil_, term_, false};
        doubted_.push_back({&rule, what, pupil_, term_});
    }

    void overall() {
        const Datum& value = reported("overall");
        if (value.empty()) return;
        if (tt22_) {
            if (!faults_.first({"overall-column", klass_->name, term_})) return;
            findings_.add(flaw::overall_in_tt22, {value.where},
                          {{"class", klass_->name}, {"period", period_short(term_)}},
                          {klass_->name, "", term_, false});
            return;
        }
        const Datum& mine = expected("overall");
        if (mine.empty() || mine.value == value.value || marks_doubted()) return;
        const auto* average = std::get_if<Tenths>(&value.value);
        remember("overall", flaw::overall_differs, {value.where},
                 {{"value", average ? spoken_average(*average) : plain_text(value.value)},
                  {"formula", mine.derivation ? mine.derivation->formula : ""}});
    }

    bool learning() {
        if (doubted("learning")) return true;
        const Datum &value = reported("learning"), &mine = expected("learning");
        if (value.empty() || mine.empty() || mine.value == value.value) return false;
        if (marks_doubted()) return true;
        remember("learning", flaw::learning_differs, {value.where},
                 {{"what", tt22_ ? "kết quả học tập" : "học lực"},
                  {"value", plain_text(value.value)},
                  {"expected", plain_text(mine.value)},
                  {"formula", mine.derivation ? mine.derivation->formula : ""}});
        return true;
    }

    bool conduct() {
        if (doubted("conduct")) return true;
        const Datum &value = reported("conduct"), &mine = expected("conduct");
        if (value.empty() || mine.empty() || mine.value == value.value) return false;
        const bool by_terms = mine.derivation != nullptr;
        remember("conduct", flaw::conduct_differs,
                 by_terms ? std::vector<Location>{value.where}
                          : std::vector<Location>{value.where, mine.where},
                 {{"what", tt22_ ? "kết quả rèn luyện" : "hạnh kiểm"},
                  {"value", plain_text(value.value)},
                  {"expected", plain_text(mine.value)},
                  {"source", by_terms ? "tính từ hai học kỳ" : "bảng rèn luyện, hạnh kiểm ghi"},
                  {"source_en", by_terms ? "computed from both terms" : "the conduct sheet says"}});
        return true;
    }

    [[nodiscard]] bool has_titles() const {
        for (std::size_t row = 0; row < table_->rows.size(); ++row) {
            if (!table_->at(row, "title").empty()) return true;
        }
        return false;
    }

    void title() {
        const Datum& value = reported("title");
        const auto words = title_words(plain_text(value.value), tt22_);
        if (!words || !with_titles_) return;  // other praise is not decided by the marks
        if (tt22_ && *words == "HSTT") {
            remember("title", flaw::title_of_other_circular, {value.where},
                     {{"value", plain_text(value.value)}});
            return;
        }
        const bool known = !expected("learning").empty() && !expected("conduct").empty();
        const std::string mine = plain_text(expected("title").value);
        if (!known || *words == mine || marks_doubted() || doubted("overall")) return;
        remember("title", flaw::title_differs, {value.where},
                 {{"value", words->empty() ? "(trống)" : plain_text(value.value)},
                  {"expected", mine.empty() ? "không có danh hiệu" : mine}});
    }

    [[nodiscard]] std::int64_t count(const Datum& datum) const {
        const auto* number = std::get_if<std::int64_t>(&datum.value);
        return number ? *number : 0;
    }

    // What the day sheets give; for the year without what he missed at his old school, which no
    // export of ours counts.
    [[nodiscard]] std::int64_t counted(const char* column, bool own_only) const {
        if (!own_only) return count(expected(column));
        std::int64_t sum = 0;
        for (const char* term : {"HK1", "HK2"}) {
            const Datum* cell = results_.cell({pupil_, term}, column);
            sum += cell ? count(*cell) : 0;
        }
        return sum;
    }

    void absences() {
        const Datum &with_leave = reported("absent_p"), &without = reported("absent_k");
        const Datum& mine = expected("absent");
        if ((with_leave.empty() && without.empty()) || mine.empty()) return;
        if (mine.derivation && mine.derivation->rule == "reported") return;
        if (doubted("absences")) return;
        const auto fits = [&](bool own_only) {
            return count(with_leave) == counted("absent_p", own_only) &&
                   count(without) == counted("absent_k", own_only);
        };
        if (fits(false) || (term_ == "CN" && fits(true))) return;
        std::vector<Location> places;
        if (count(with_leave) != count(expected("absent_p"))) places.push_back(with_leave.where);
        if (count(without) != count(expected("absent_k"))) places.push_back(without.where);
        const auto spoken = [](std::int64_t p, std::int64_t k) {
            return "P " + std::to_string(p) + ", K " + std::to_string(k);
        };
        remember("absences", flaw::absences_differ, std::move(places),
                 {{"value", spoken(count(with_leave), count(without))},
                  {"expected", spoken(count(expected("absent_p")), count(expected("absent_k")))}});
    }

    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    ResultIndex results_;
    const Table* table_ = nullptr;
    std::size_t row_ = 0;
    bool with_titles_ = false, tt22_ = false;
    std::string term_, pupil_;
    const ClassSetting* klass_ = nullptr;
    std::ptrdiff_t result_ = -1;
    std::map<std::string, Mismatch> mismatches_;
    std::vector<Doubted> doubted_;
};

}  // namespace

void compare_terms(const Setting& setting, const std::vector<TypedSheet>& sheets,
                   const Tables& tables, Faults& faults, Findings& findings) {
    Comparer comparer(setting, tables, faults, findings);
    for (const bool year : {false, true}) {
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset == "conduct") comparer.compare_conduct(sheet, year);
        }
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset == "reported_term") comparer.compare_report(sheet, year);
        }
        comparer.report();
    }
}

}  // namespace hoso
