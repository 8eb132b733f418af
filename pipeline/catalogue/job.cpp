// SPDX-License-Identifier: Apache-2.0
#include "catalogue/job.h"

namespace hoso {

bool Job::lenient(const Rule& rule) const {
    const std::string id(rule.id);
    return switched_off.count(id) != 0 || made_warnings.count(id) != 0;
}

const Period* Job::period(std::string_view id) const {
    for (const Period& p : periods) {
        if (p.id == id) return &p;
    }
    return nullptr;
}

const ClassScope* Job::find_class(std::string_view name) const {
    for (const ClassScope& c : classes) {
        if (c.name == name) return &c;
    }
    return nullptr;
}

const Person* Job::person(std::string_view id) const {
    for (const Person& p : people) {
        if (p.id == id) return &p;
    }
    return nullptr;
}

const Person* Job::signer(std::string_view role, std::string_view klass) const {
    if (role == "homeroom") {
        const ClassScope* scope = find_class(klass);
        return scope == nullptr ? nullptr : person(scope->homeroom);
    }
    const auto duty = duties.find(std::string(role));
    return duty == duties.end() ? nullptr : person(duty->second);
}

}  // namespace hoso
