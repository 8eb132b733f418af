// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "compose/data/build.h"

namespace hoso {

namespace {

using Source = MemberLayout::Source;

// A child of the same name as a column stands for it (a name in capitals, say).
MemberLayout row_layout(const DatasetType& type, const std::vector<Member>& children, bool attached,
                        const std::function<bool(const std::string&)>& used) {
    MemberLayout layout;
    const auto add = [&](const std::string& name, Source source, std::size_t index) {
        if (used(name)) layout.slots.push_back({name, source, static_cast<int>(index)});
    };
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (!children[i].per_chunk) add(children[i].name, Source::Child, i);
    }
    for (std::size_t i = 0; i < type.columns.size(); ++i) {
        add(type.columns[i].name, Source::Column, i);
    }
    add("index", Source::Index, 0);
    add("first", Source::First, 0);
    add("last", Source::Last, 0);
    add("fifth", Source::Fifth, 0);
    add("opens", Source::Opens, 0);
    add("filler", Source::Filler, 0);
    if (attached) add(attached_name, Source::Attached, 0);
    const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
    std::stable_sort(layout.slots.begin(), layout.slots.end(), by_name);
    const auto end = std::unique(layout.slots.begin(), layout.slots.end(),
                                 [](const auto& a, const auto& b) { return a.name == b.name; });
    layout.slots.erase(end, layout.slots.end());
    return layout;
}

}  // namespace

FormLayout::FormLayout(const DocumentForm& form, const std::vector<DatasetType>& datasets,
                       FormText text)
    : text_(std::move(text)), uses_(form, datasets, text_) {
    if (form.rows_of >= 0) {
        unit_ = row_layout(datasets[static_cast<std::size_t>(form.rows_of)], {}, false,
                           [&](const std::string& name) { return uses_.in_unit(name); });
    }
    for (const Member& member : form.data) add(member, form, datasets);
}

void FormLayout::add(const Member& member, const DocumentForm& form,
                     const std::vector<DatasetType>& datasets) {
    if (member.dataset < 0) return;
    layouts_[&member] =
        row_layout(datasets[static_cast<std::size_t>(member.dataset)], member.children,
                   form.attaches(member.dataset),
                   [&](const std::string& name) { return uses_.in_row(&member, name); });
    for (const Member& child : member.children) add(child, form, datasets);
}

}  // namespace hoso
