// SPDX-License-Identifier: Apache-2.0
#include "responsible.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "vocabulary/text.h"

namespace hoso {

namespace {

struct RoleWord {
    const char *role, *vi, *en;
};
constexpr std::array kRoleWords = {
    RoleWord{"subject-teacher", "giáo viên bộ môn", "subject teacher"},
    RoleWord{"homeroom", "giáo viên chủ nhiệm", "class teacher"},
    RoleWord{"secretary", "văn thư", "secretary"},
    RoleWord{"principal", "hiệu trưởng", "principal"},
    RoleWord{"vice_principal", "phó hiệu trưởng", "vice principal"},
    RoleWord{"team_leader", "tổ trưởng chuyên môn", "head of the subject group"},
    RoleWord{"subject_teacher", "giáo viên bộ môn", "subject teacher"},
    RoleWord{"archivist", "người giữ kho lưu trữ", "archivist"},
    RoleWord{"equipment", "nhân viên thiết bị, thư viện", "equipment and library"},
    RoleWord{"accountant", "kế toán", "accountant"},
    RoleWord{"nurse", "nhân viên y tế", "nurse"},
};

// A rule's roles are written as in English, a job's duties as TOML keys.
std::string duty_name(std::string role) {
    std::replace(role.begin(), role.end(), '-', '_');
    return role;
}

}  // namespace

std::string role_title(const std::string& role, Language language) {
    const std::string name = role.substr(0, role.find(':'));
    for (const RoleWord& word : kRoleWords) {
        if (name == word.role) return language == Language::Vietnamese ? word.vi : word.en;
    }
    return role;
}

Responsible::Responsible(const Job& job, const Recognised& recognised, const ValidBatch& batch)
    : job_(job) {
    for (const SourceTable& table : recognised.tables) {
        if (!table.origin) continue;
        const Sheet sheet{table.klass, table.subject, table.period, table.teacher};
        auto [at, is_new] = sheets_.try_emplace({table.origin->file, table.origin->sheet}, sheet);
        if (is_new) continue;
        // Several tables of one sheet: only what they agree on is said of the sheet.
        for (const auto member :
             {&Sheet::klass, &Sheet::subject, &Sheet::period, &Sheet::teacher}) {
            if (at->second.*member != sheet.*member) (at->second.*member).clear();
        }
    }
    const Table& taught = batch.table("subject_teacher");
    for (std::size_t row = 0; row < taught.rows.size(); ++row) {
        teachers_.insert({{taught.text(row, "class"), taught.text(row, "subject")},
                          {taught.text(row, "term"), taught.text(row, "teacher")}});
    }
    const Table& subjects = batch.table("subject");
    for (std::size_t row = 0; row < subjects.rows.size(); ++row) {
        subjects_[match_key(subjects.text(row, "name"))] = subjects.text(row, "subject");
    }
}

// A message says the subject's own name, a sheet what its vendor calls it.
std::string Responsible::subject_of(const Finding& finding, const Sheet& sheet) const {
    const auto said = finding.args.find("subject");
    for (const std::string& name :
         {said == finding.args.end() ? std::string() : said->second, sheet.subject}) {
        const auto found = subjects_.find(match_key(name));
        if (found != subjects_.end()) return found->second;
    }
    return "";
}

const Responsible::Sheet* Responsible::sheet_of(const Finding& finding) const {
    if (finding.places.empty() || !finding.places.front().origin) return nullptr;
    const Origin& origin = *finding.places.front().origin;
    const auto found = sheets_.find({origin.file, origin.sheet});
    return found == sheets_.end() ? nullptr : &found->second;
}

std::string Responsible::subject_teacher(const Finding& finding) const {
    const Sheet* sheet = sheet_of(finding);
    if (sheet == nullptr) return "";
    if (!sheet->teacher.empty()) return sheet->teacher;
    const auto said = finding.args.find("teacher");
    if (said != finding.args.end()) return said->second;
    const std::string& klass = sheet->klass.empty() ? finding.scopes.front().klass : sheet->klass;
    std::vector<std::string> names, of_term;
    const auto [first, last] = teachers_.equal_range({klass, subject_of(finding, *sheet)});
    for (auto at = first; at != last; ++at) {
        const auto& [term, teacher] = at->second;
        for (auto* list : {&names, &of_term}) {
            if (list == &of_term && term != sheet->period) continue;
            if (std::find(list->begin(), list->end(), teacher) == list->end()) {
                list->push_back(teacher);
            }
        }
    }
    return fmt::format("{}", fmt::join(of_term.empty() ? names : of_term, ", "));
}

std::string Responsible::person(const Finding& finding) const {
    const std::string role(finding.rule->responsible);
    if (role == "subject-teacher") return subject_teacher(finding);
    std::string klass = finding.scopes.front().klass;
    if (const Sheet* sheet = sheet_of(finding); klass.empty() && sheet != nullptr) {
        klass = sheet->klass;
    }
    const Person* person = job_.signer(duty_name(role), klass);
    // A school without an archivist of its own: the secretary keeps the archive.
    if (person == nullptr && role == "archivist") person = job_.signer("secretary", klass);
    return person == nullptr ? "" : person->name;
}

}  // namespace hoso
