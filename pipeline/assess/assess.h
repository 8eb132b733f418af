// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "vocabulary/finding.h"
#include "vocabulary/period.h"
#include "vocabulary/value.h"

namespace hoso {

// Circulars: "tt22", "tt58+26", "tt58" (the unamended one, 2018-2020). By school year and grade,
// from templates/assessment/roadmap.xml (TT22/2021 Điều 21–22).
std::string pack_for(const TemplateFolder& templates, SchoolYear year, int grade);

struct Subject {
    std::string code;                   // "TOAN"
    std::string name;                   // official name
    std::string short_name;             // for narrow columns
    std::vector<std::string> headings;  // as they occur in exports
    bool scored = true;                 // false: by remark (Đ / CĐ)
    bool counts = true;                 // takes part in the classification
    bool optional = false;  // môn tự chọn: taught only where the job has results of it
    int order = 0;          // in the class book
    int transcript_order = 0;
    // Required ĐĐGtx by term; 0 = not taught in that term (TT26 Điều 8, TT22 Điều 6).
    std::map<std::string, int> required;  // "HK1" → 4
    bool core = false;  // Toán, Ngữ văn, Ngoại ngữ (TT58 Điều 13 as amended)
};
struct SubjectList {
    std::vector<Subject> subjects;
    [[nodiscard]] const Subject* find(std::string_view code) const;
    [[nodiscard]] const Subject* by_heading(std::string_view heading) const;  // by match_key
};
SubjectList load_subjects(const TemplateFolder& templates, const std::string& pack, int grade);

// Marks of one pupil in one subject and term.
struct TermMarks {
    std::vector<Tenths> tx;
    std::optional<Tenths> gk, ck;
};
// TT26 Điều 10 / TT22 Điều 6.2: (Σtx + 2·gk + 3·ck) / (n + 5), half up. nullopt if gk or ck is
// missing or there is no tx.
std::optional<Tenths> average_term(const TermMarks& marks);
Tenths average_year(Tenths term1, Tenths term2);  // (I + 2·II) / 3 from the rounded averages

// By remark. TT22: all Đạt; TT58: at least 2/3 Đ, the cuối kì among them.
bool passed_term_tt22(const std::vector<bool>& all);
bool passed_term_tt58(const std::vector<bool>& tx_gk, bool ck);
bool passed_year_tt58(bool term1, bool term2);

enum class LearningTT58 { Kem, Yeu, TrungBinh, Kha, Gioi };
enum class LearningTT22 { ChuaDat, Dat, Kha, Tot };
enum class ConductTT22 { ChuaDat, Dat, Kha, Tot };
enum class ConductTT58 { Yeu, TrungBinh, Kha, Tot };

struct SubjectMark {
    std::string code;
    bool scored = true;
    Tenths average;      // if scored
    bool passed = true;  // if by remark
    bool core = false;
};
// `needs_person` says why a person must decide (TT58: G→Kém; TT22 Điều 9.3: readings A and B
// differ); the level is then the default reading.
struct LearningResultTT58 {
    Tenths overall;
    LearningTT58 raw, level;
    bool needs_person = false;
};
struct LearningResultTT22 {
    LearningTT22 raw, level, reading_b;
    bool needs_person = false;
};
LearningResultTT58 classify_tt58(const std::vector<SubjectMark>& marks, bool amended_tt26 = true);
LearningResultTT22 classify_tt22(const std::vector<SubjectMark>& marks);
ConductTT22 conduct_year_tt22(ConductTT22 term1, ConductTT22 term2);

enum class Outcome { Promoted, Retest, SummerTraining, Retained };
Outcome outcome_tt58(LearningTT58 learning, ConductTT58 conduct, int absences);
Outcome outcome_tt22(LearningTT22 learning, ConductTT22 conduct, int absences);
// "", "HSG", "HSTT" (TT58 Điều 18; term and year)
std::string title_tt58(LearningTT58 learning, ConductTT58 conduct);
// "", "Học sinh Giỏi", "Học sinh Xuất sắc" (TT22 Điều 15; year only)
std::string title_tt22(LearningTT22 learning, ConductTT22 conduct, int subjects_from_nine);

// --- datasets in, datasets out -----------------------------------------------------------------

// Typed and cross-checked tables by dataset id; see templates/datasets/ for their columns.
using Tables = std::map<std::string, Table>;

// Adds result_subject, result_term, result_year (templates/datasets/result_*.xml) computed from
// mark, reported_subject, conduct, attendance, decision. A value whose components are not in the
// job is taken from the report and marked "reported" in its derivation. Every computed Datum has
// a Derivation with its numbers put in.
void assess(Tables& tables, const std::vector<std::pair<std::string, int>>& classes_with_grade,
            SchoolYear year, const TemplateFolder& templates, Findings& findings);

}  // namespace hoso
