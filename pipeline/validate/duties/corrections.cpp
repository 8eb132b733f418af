// SPDX-License-Identifier: Apache-2.0
//
// Quy chế Điều 5: each correction of a mark has its evidence, is made two weeks before the exams at
// the latest (an exam's own mark later, on the same evidence), is reviewed before the monthly
// meeting, and stands in the marks.
#include <algorithm>
#include <map>
#include <set>

#include "assess/formula.h"
#include "validate/duties/duties.h"
#include "validate/rules.h"
#include "validate/typing/words.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "minh-chung/6A_Pao_tx3.png" → "6a pao tx3.png": case and signs differ between people and disks.
std::string file_key(const std::string& path) {
    return match_key(path.substr(path.rfind('/') + 1));
}

bool is_file_name(const std::string& text) {
    static constexpr std::string_view endings[] = {".jpg", ".jpeg", ".png",
                                                   ".pdf", ".tif",  ".tiff"};
    const std::string key = to_lower(text);
    return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
        return key.size() > ending.size() &&
               key.compare(key.size() - ending.size(), ending.size(), ending) == 0;
    });
}

class Auditor {
public:
    explicit Auditor(const Desk& desk)
        : desk_(desk), register_(*desk.rows_of("correction")), locks_(desk) {
        read_calendar();
        if (const Table* scans = desk.rows_of("scan")) {
            for (std::size_t row = 0; row < scans->rows.size(); ++row) {
                files_.insert(file_key(scans->text(row, "file")));
            }
        }
        for (std::size_t row = 0; row < register_.rows.size(); ++row) read(row);
        read_marks();
    }

    void audit() {
        for (const Correction& correction : corrections_) {
            evidence(correction);
            late(correction);
            locked(correction);
            reviewed(correction);
        }
        applied();
        if (exam_unknown_) {
            desk_.not_checked("Toàn trường", "hạn sửa điểm (2 tuần trước kiểm tra học kỳ)",
                              "the last day of corrections", "lịch kiểm tra cuối kì",
                              "the dates of the exams");
        }
        if (!locks_.known()) {
            desk_.not_checked("Toàn trường", "điểm thay đổi sau khi khóa sổ",
                              "changes after the book was locked", "nhật ký khóa sổ, mở sổ",
                              "the log of locks");
        }
    }

private:
    struct Correction {
        std::size_t row = 0;
        Change change;
        std::string pupil, column;  // "tx3"
        std::string subject_name;
    };

    void read_calendar() {
        const Table* calendar = desk_.rows_of("calendar_entry");
        if (!calendar) return;
        const Limits& limits = desk_.setting.limits();
        const auto among = [](const std::vector<std::string>& words, const std::string& text) {
            return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                return match_key(text).rfind(match_key(word), 0) == 0;
            });
        };
        for (std::size_t row = 0; row < calendar->rows.size(); ++row) {
            const std::string kind = calendar->text(row, "kind");
            const Date from = date_in_cell(calendar->at(row, "from"));
            if (!from.valid()) continue;
            if (among(limits.meeting_kinds, kind)) meetings_.insert(from);
            if (!among(limits.exam_kinds, kind)) continue;
            std::string term = term_id(calendar->text(row, "text"));
            if (!desk_.setting.period(term)) {
                const Period* of = desk_.setting.term_of(from);
                term = of ? of->id : "";
            }
            const auto [known, fresh] = exams_.try_emplace(term, from);
            if (!fresh) known->second = std::min(known->second, from);
        }
    }

    void read(std::size_t row) {
        Correction correction;
        correction.row = row;
        correction.pupil = register_.text(row, "pupil");
        correction.column = mark_column(register_.text(row, "column"));
        Change& change = correction.change;
        change.klass = register_.text(row, "class");
        change.subject = register_.text(row, "subject");
        change.term = register_.text(row, "term");
        change.date = date_in_cell(register_.at(row, "date"));
        if (change.term.empty() && change.date.valid()) {
            const Period* term = desk_.setting.term_of(change.date);
            change.term = term ? term->id : "";
        }
        const ClassSetting* klass = desk_.setting.klass(change.klass);
        const Subject* subject = klass ? klass->subjects->find(change.subject) : nullptr;
        correction.subject_name = subject ? subject->name : change.subject;
        corrections_.push_back(std::move(correction));
    }

    static std::string mark_key(const std::string& pupil, const std::string& subject,
                                const std::string& term, const std::string& column) {
        return pupil + "|" + subject + "|" + term + "|" + column;
    }

    // Only the cells that the register speaks of.
    void read_marks() {
        for (const Correction& each : corrections_) {
            marks_[mark_key(each.pupil, each.change.subject, each.change.term, each.column)] =
                nullptr;
        }
        const Table* table = desk_.rows_of("mark");
        if (!table) return;
        std::set<std::string> pupils;
        for (const Correction& each : corrections_) pupils.insert(each.pupil);
        const std::size_t pupil = table->column("pupil"), subject = table->column("subject"),
                          term = table->column("term"), column = table->column("column"),
                          value = table->column("value");
        for (const std::vector<Datum>& row : table->rows) {
            const std::string code = plain_text(row[pupil].value);
            if (pupils.count(code) == 0) continue;
            const auto found =
                marks_.find(mark_key(code, plain_text(row[subject].value),
                                     plain_text(row[term].value), plain_text(row[column].value)));
            if (found != marks_.end()) found->second = &row[value];
        }
    }

    [[nodiscard]] std::map<std::string, std::string> args_of(const Correction& each) const {
        const std::string column =
            each.column.empty() ? register_.text(each.row, "column") : column_words(each.column);
        std::string teacher = register_.text(each.row, "teacher");
        return {{"class", each.change.klass},
                {"subject", each.subject_name},
                {"period", period_short(each.change.term)},
                {"name", register_.text(each.row, "name")},
                {"column", column},
                {"old", register_.text(each.row, "old")},
                {"new", register_.text(each.row, "new")},
                {"value", to_dmy(each.change.date)},
                {"teacher", teacher.empty() ? "Giáo viên bộ môn" : teacher}};
    }

    [[nodiscard]] Scope scope_of(const Correction& each) const {
        return {each.change.klass, each.pupil, each.change.term, false};
    }

    void tell(const Rule& rule, const Correction& each, std::vector<Location> places,
              const std::map<std::string, std::string>& more) {
        std::map<std::string, std::string> args = args_of(each);
        for (const auto& [name, value] : more) args[name] = value;
        desk_.findings.add(rule, std::move(places), std::move(args), scope_of(each));
    }

    [[nodiscard]] const Datum& cell(const Correction& each, const char* column) const {
        return register_.at(each.row, column);
    }

    [[nodiscard]] bool oral(const Correction& each) const {
        const std::string form = squeezed(register_.text(each.row, "form"));
        const auto& words = desk_.setting.limits().oral_forms;
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return form.find(squeezed(word)) != std::string::npos;
        });
    }

    void evidence(const Correction& each) {
        std::string what, what_en;
        std::vector<Location> places;
        const auto needs = [&](const char* column, const char* vi, const char* en) {
            const Datum& at = cell(each, column);
            if (!at.empty() || is_refused(desk_.faults, at)) return;
            what += (what.empty() ? "" : ", ") + std::string(vi);
            what_en += (what_en.empty() ? "" : ", ") + std::string(en);
            places.push_back(at.where);
        };
        needs("evidence_book", "trang sổ điểm cá nhân", "the page of the teacher's book");
        const bool spoken = oral(each);
        // A signed sheet of an oral test may stand in for the two cells, and the reverse.
        if (!spoken) needs("evidence_test", "bài kiểm tra", "the test paper");
        if (spoken) {
            needs("signed_pupil", "chữ ký, họ tên của em được sửa điểm", "the pupil's signature");
            needs("signed_witness", "chữ ký, họ tên của một em khác trong lớp",
                  "a witness's signature");
        }
        if (!places.empty()) {
            tell(flaw::correction_without_evidence, each, std::move(places),
                 {{"what", what}, {"what_en", what_en}});
        }
        for (const char* column : {"evidence_book", "evidence_test"})
            found(each, cell(each, column));
        if (spoken) witnesses(each);
    }

    void found(const Correction& each, const Datum& at) {
        for (const std::string& part : split(plain_text(at.value), ',')) {
            const std::string name = clean(part);
            if (!is_file_name(name) || files_.count(file_key(name)) != 0) continue;
            tell(flaw::evidence_not_found, each, {at.where}, {{"value", name}});
        }
    }

    void witnesses(const Correction& each) {
        const Datum &own = cell(each, "signed_pupil"), &other = cell(each, "signed_witness");
        const std::string name = name_key(register_.text(each.row, "name"));
        if (!own.empty() && name_key(plain_text(own.value)) != name) {
            tell(flaw::correction_witness, each, {own.where},
                 {{"what", "ô ký của em được sửa điểm ghi \"" + plain_text(own.value) + "\""},
                  {"what_en", "the pupil's cell is signed \"" + plain_text(own.value) + "\""}});
        }
        if (other.empty()) return;
        const std::string witness = name_key(plain_text(other.value));
        const bool of_class = std::any_of(
            desk_.roll.pupils.begin(), desk_.roll.pupils.end(), [&](const Pupil& pupil) {
                return pupil.name_key == witness && pupil.code != each.pupil &&
                       pupil.knows(each.change.klass);
            });
        if (of_class) return;
        const bool same = witness == name;
        tell(flaw::correction_witness, each, {other.where},
             {{"what", same ? "em được sửa điểm tự xác nhận cho mình"
                            : "người xác nhận \"" + plain_text(other.value) +
                                  "\" không phải là họ tên của một em khác trong lớp"},
              {"what_en", same ? "the pupil is his own witness"
                               : "the witness \"" + plain_text(other.value) +
                                     "\" is no other pupil of the class"}});
    }

    void late(const Correction& each) {
        if (!each.change.date.valid() || each.column == "ck") return;
        const auto exam = exams_.find(each.change.term);
        if (exam == exams_.end()) {
            exam_unknown_ = true;
            return;
        }
        const Date last = exam->second.plus_days(-desk_.setting.limits().correction_days);
        if (each.change.date <= last || locks_.unlocked(each.change)) return;
        tell(flaw::correction_late, each, {cell(each, "date").where},
             {{"deadline", to_dmy(last)}, {"exam", to_dmy(exam->second)}});
    }

    void locked(const Correction& each) {
        if (!each.change.date.valid()) return;
        if (const auto lock = locks_.locked(each.change)) {
            tell(flaw::changed_after_lock, each, {cell(each, "date").where},
                 {{"lock", moment_words(*lock)}});
        }
        const auto approval = locks_.outdated_approval(each.change);
        if (!approval) return;
        std::map<std::string, std::string> args = args_of(each);
        desk_.findings.add(
            flaw::approved_before_entry, {approval->second, cell(each, "date").where},
            {{"what", "Kết quả lớp " + args["class"] + ", " + args["period"]},
             {"value", moment_words(approval->first)},
             {"expected", args["value"] + " (sửa điểm môn " + args["subject"] + ")"}},
            {each.change.klass, "", each.change.term, true});
    }

    // "Hoàng Thị Nga, 29/11/2021"
    void reviewed(const Correction& each) {
        const Datum& at = cell(each, "checked");
        const auto tell_it = [&](const std::string& what, const std::string& what_en) {
            std::map<std::string, std::string> args = args_of(each);
            args["what"] = what;
            args["what_en"] = what_en;
            Scope scope = scope_of(each);
            scope.nothing = true;
            desk_.findings.add(flaw::correction_not_reviewed, {at.where}, std::move(args), scope);
        };
        if (at.empty()) {
            if (!is_refused(desk_.faults, at)) tell_it("chưa có người kiểm tra", "not reviewed");
            return;
        }
        const auto day = date_in(plain_text(at.value));
        if (!day || !each.change.date.valid()) return;
        if (*day < each.change.date) {
            tell_it("ghi kiểm tra ngày " + to_dmy(*day) + ", trước ngày sửa",
                    "reviewed on " + to_dmy(*day) + ", before the change");
        }
        const auto meeting = meetings_.lower_bound(each.change.date);
        if (meeting == meetings_.end() || *day <= *meeting) return;
        tell_it(
            "kiểm tra ngày " + to_dmy(*day) + ", sau buổi họp chuyên môn ngày " + to_dmy(*meeting),
            "reviewed on " + to_dmy(*day) + ", after the meeting on " + to_dmy(*meeting));
    }

    // The last correction of each cell is what the marks must say.
    void applied() {
        std::map<std::string, const Correction*> last;
        for (const Correction& each : corrections_) {
            const Correction*& of =
                last[mark_key(each.pupil, each.change.subject, each.change.term, each.column)];
            if (!of || !(each.change.date < of->change.date)) of = &each;
        }
        for (const auto& [key, each] : last) {
            const Datum* mark = marks_[key];
            const std::string after = register_.text(each->row, "new");
            if (!mark || mark->empty() || after.empty()) continue;
            const auto* value = std::get_if<Tenths>(&mark->value);
            const auto expected = parse_tenths(after);
            const bool agrees = value && expected
                                    ? *value == *expected
                                    : match_key(plain_text(mark->value)) == match_key(after);
            if (agrees) continue;
            tell(flaw::correction_not_applied, *each, {mark->where, cell(*each, "new").where},
                 {{"value", value ? spoken_mark(*value) : plain_text(mark->value)}});
        }
    }

    const Desk& desk_;
    const Table& register_;
    Locks locks_;
    std::map<std::string, Date> exams_;  // term → first day
    std::set<Date> meetings_;
    std::set<std::string> files_;
    std::vector<Correction> corrections_;
    std::map<std::string, const Datum*> marks_;
    bool exam_unknown_ = false;
};

}  // namespace

void check_corrections(const Desk& desk) {
    if (desk.rows_of("correction")) return Auditor(desk).audit();
    Locks{desk};  // its own rows are looked at all the same
}

}  // namespace hoso
