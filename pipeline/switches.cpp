// SPDX-License-Identifier: Apache-2.0
#include "switches.h"

#include <algorithm>
#include <numeric>

#include "assess/rules.h"
#include "corrections/rules.h"
#include "ingest/rules.h"
#include "recognise/rules.h"
#include "rules.h"
#include "validate/rules.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace {

// The rules about data. What compose and the rooms after it refuse is no matter of taste: there is
// nothing to print.
std::vector<const Rule*> rules_about_data() {
    std::vector<const Rule*> rules(std::begin(ingest_rules), std::end(ingest_rules));
    rules.insert(rules.end(), std::begin(recognise_rules), std::end(recognise_rules));
    rules.insert(rules.end(), std::begin(validate_rules), std::end(validate_rules));
    rules.insert(rules.end(), std::begin(assess_rules), std::end(assess_rules));
    rules.insert(rules.end(), std::begin(corrections_rules), std::end(corrections_rules));
    return rules;
}

// How many letters must change to make one of the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

const Rule& known_rule(const std::string& id, const std::string& section) {
    static const std::vector<const Rule*> rules = rules_about_data();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->id == id; });
    if (found != rules.end()) return **found;
    const auto room = id.substr(0, id.find('/'));
    for (const char* later :
         {"compose", "fill", "render", "sign", "bundle", "verify", "pipeline"}) {
        if (room != later) continue;
        throw UsageError(
            "hoso.toml, " + section + ": quy tắc \"" + id +
            "\" không tắt được: chỉ các kiểm tra dữ liệu (ingest, recognise, validate, "
            "assess, corrections) mới tắt được");
    }
    const auto nearest = std::min_element(
        rules.begin(), rules.end(),
        [&](const Rule* a, const Rule* b) { return distance(a->id, id) < distance(b->id, id); });
    throw UsageError("hoso.toml, " + section + ": không có quy tắc \"" + id + "\"; gần nhất là \"" +
                     std::string((*nearest)->id) + "\". Danh sách ở docs/findings.md");
}

}  // namespace

void check_switches(const Job& job) {
    for (const auto& [id, reason] : job.switched_off) known_rule(id, "[rules.off]");
    for (const auto& [id, reason] : job.made_warnings) {
        if (known_rule(id, "[rules.warning]").severity == Severity::Error) continue;
        throw UsageError("hoso.toml, [rules.warning]: quy tắc \"" + id +
                         "\" vốn không giữ lại hồ sơ; muốn không nhắc nữa thì ghi vào [rules.off]");
    }
}

std::vector<Finding> judged(const Job& job, const Findings& findings) {
    std::map<std::string, int> off, softened;
    Findings kept;
    for (Finding& finding : findings.sorted()) {
        const std::string id(finding.rule->id);
        if (job.switched_off.count(id) != 0) {
            ++off[id];
            continue;
        }
        if (job.made_warnings.count(id) != 0 && finding.severity() == Severity::Error) {
            ++softened[id];
            finding.softened = Severity::Warning;
        }
        kept.add(std::move(finding));
    }
    const auto tell = [&](const Rule& rule, const std::map<std::string, int>& counts,
                          const std::map<std::string, std::string>& reasons) {
        for (const auto& [id, count] : counts) {
            kept.add(rule, {Location{}},
                     {{"rule", id}, {"count", std::to_string(count)}, {"reason", reasons.at(id)}},
                     {"", "", "", true});
        }
    };
    tell(pipeline_rules::rule_switched_off, off, job.switched_off);
    tell(pipeline_rules::rule_made_warning, softened, job.made_warnings);
    return kept.sorted();
}

}  // namespace hoso
