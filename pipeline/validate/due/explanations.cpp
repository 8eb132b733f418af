// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/due/completeness.h"

namespace hoso {

namespace {

bool contains(const std::string& text, const std::string& part) {
    return !part.empty() && text.find(part) != std::string::npos;
}

bool speaks_of(const std::string& name, const Subject& subject) {
    if (contains(name, squeezed(subject.name))) return true;
    return std::any_of(subject.headings.begin(), subject.headings.end(),
                       [&](const std::string& heading) {
                           const std::string key = squeezed(heading);
                           // Two letters ("CN", "TD") stand in too many names.
                           return key.size() > 2 && contains(name, key);
                       });
}

}  // namespace

Explanations::Explanations(const Job& job, const Findings& earlier) {
    for (const Finding& finding : earlier.items()) {
        if (!job.enforces(*finding.rule)) continue;
        for (const Scope& scope : finding.scopes) {
            // What touches one pupil, or other forms than these, explains no class.
            if (scope.nothing || !scope.pupil.empty() || !scope.dataset.empty()) continue;
            for (const Location& place : finding.places) {
                if (!place.origin) continue;
                damages_.push_back(
                    {squeezed(place.origin->file + " " + place.origin->sheet), scope});
            }
        }
    }
}

bool Explanations::explain(const ClassSetting& klass, const std::string& term,
                           const Subject* subject) const {
    const std::string klass_key = squeezed(klass.name);
    return std::any_of(damages_.begin(), damages_.end(), [&](const Damage& damage) {
        if (!damage.scope.klass.empty() && damage.scope.klass != klass.name) return false;
        if (!damage.scope.period.empty() && damage.scope.period != term) return false;
        if (!contains(damage.name, klass_key)) return false;
        const std::string other = term == "HK1" ? "hk2" : "hk1";
        if (term != "CN" && contains(damage.name, other)) return false;
        if (!subject) return true;
        const bool of_another = std::any_of(
            klass.subjects->subjects.begin(), klass.subjects->subjects.end(),
            [&](const Subject& each) { return &each != subject && speaks_of(damage.name, each); });
        return speaks_of(damage.name, *subject) || (!of_another && contains(damage.name, "diem"));
    });
}

}  // namespace hoso
