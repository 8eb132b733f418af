// SPDX-License-Identifier: Apache-2.0
#include "compose/standard.h"

#include <algorithm>

#include "catalogue/calendar.h"
#include "compose/data/print_value.h"

namespace hoso {

namespace {

Node constant(std::string text) { return Node{Node::Leaf{std::move(text), -1}}; }
Node flag(bool value) { return constant(value ? "true" : "false"); }

Node object(Node::Object members, const FormText& text) {
    members.erase(std::remove_if(members.begin(), members.end(),
                                 [&](const auto& member) { return !text.wants(member.first); }),
                  members.end());
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return Node{std::move(members)};
}

Node period_members(const Job& job, const Period& period, const FormText& text) {
    const std::string term = term_of(job, period);
    const auto date = [](Date day) { return constant(day.valid() ? to_dmy(day) : ""); };
    return object({{"id", constant(period.id)},
                   {"title", constant(period_title(period.id))},
                   {"roman", constant(period.id == "HK1"   ? "I"
                                      : period.id == "HK2" ? "II"
                                                           : "")},
                   {"term", constant(term)},
                   {"from", date(period.from)},
                   {"to", date(period.to)},
                   {"closing", date(period.closing)},
                   {"closing_long",
                    constant(period.closing.valid() ? to_long_vietnamese(period.closing) : "")},
                   {"hk1", flag(period.id == "HK1")},
                   {"hk2", flag(period.id == "HK2")},
                   {"cn", flag(period.id == "CN")},
                   {"khoa", flag(period.axis == Axis::Course)}},
                  text);
}

Node class_members(const Job& job, const Period& period, const ClassScope& klass,
                   const std::string& pack, const FormText& text) {
    const Person* homeroom = job.person(klass.homeroom);
    auto count = klass.headcount.find(period.id);
    if (count == klass.headcount.end()) count = klass.headcount.find(term_of(job, period));
    return object({{"name", constant(klass.name)},
                   {"grade", constant(std::to_string(klass.grade))},
                   {"pack", constant(pack)},
                   {"homeroom", constant(homeroom == nullptr ? "" : homeroom->name)},
                   {"headcount",
                    constant(count == klass.headcount.end() ? "" : std::to_string(count->second))},
                   {"last_grade", flag(klass.grade == 9)}},
                  text);
}

Node people_members(const Job& job, const FormText& text) {
    Node::Object people;
    for (const auto& [role, id] : job.duties) {
        const Person* person = job.person(id);
        if (person == nullptr) continue;
        people.emplace_back(
            role,
            object({{"name", constant(person->name)}, {"title", constant(person->title)}}, text));
    }
    return object(std::move(people), text);
}

}  // namespace

std::string term_of(const Job& job, const Period& period) {
    const Period* term = term_around(job, period);
    return term != nullptr ? term->id : "CN";
}

Node::Object standard_members(const Job& job, const Period& period, const ClassScope* klass,
                              const std::string& pack, const std::string& title,
                              const std::string& record, const std::string& form,
                              const FormText& text) {
    const School& school = job.school;
    Node::Object members = {{"document", object({{"title", constant(title)},
                                                 {"record", constant(record)},
                                                 {"form", constant(form)}},
                                                text)},
                            {"people", people_members(job, text)},
                            {"period", period_members(job, period, text)},
                            {"school", object({{"code", constant(school.code)},
                                               {"name", constant(school.name)},
                                               {"superior", constant(school.superior)},
                                               {"department", constant(school.department)},
                                               {"ward", constant(school.ward)},
                                               {"district", constant(school.district)},
                                               {"province", constant(school.province)},
                                               {"place", constant(school.place)}},
                                              text)},
                            {"year", object({{"id", constant(job.year.id())},
                                             {"start", constant(std::to_string(job.year.start))},
                                             {"end", constant(std::to_string(job.year.start + 1))}},
                                            text)}};
    if (klass != nullptr) {
        members.emplace_back("class", class_members(job, period, *klass, pack, text));
    }
    members.erase(std::remove_if(members.begin(), members.end(),
                                 [&](const auto& member) { return !text.wants(member.first); }),
                  members.end());
    return members;
}

Node signers_member(const std::vector<SignerPlan>& signers, const FormText& text) {
    Node::Object roles;
    for (const SignerPlan& signer : signers) {
        roles.emplace_back(
            signer.role,
            object({{"name", constant(signer.name)}, {"title", constant(signer.title)}}, text));
    }
    return object(std::move(roles), text);
}

Node joined_member(const DocumentPlan& plan, const FormText& text) {
    if (!plan.joined)
        return object({{"file", Node{}}, {"pages", Node{}}, {"sha256", Node{}}, {"size", Node{}}},
                      text);
    return object(
        {{"file", constant(plan.joined_path.substr(plan.joined_path.rfind('/') + 1))},
         {"pages", constant(std::to_string(plan.joined->pages))},
         {"sha256", constant(plan.joined->sha256)},
         {"size", constant(print_value(static_cast<std::int64_t>(plan.joined->size), "money"))}},
        text);
}

Node::Object standard_names(const DocumentForm& form) {
    const ClassScope some_class;
    Node::Object names = standard_members(
        {}, {}, form.unit == UnitKind::School ? nullptr : &some_class, "", "", "", "", {});
    names.emplace_back("signers", Node{Node::Object{}});
    names.emplace_back("joined", joined_member({}, {}));
    return names;
}

}  // namespace hoso
