// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compose/compose.h"
#include "compose/data/form_text.h"
#include "compose/data/record_file.h"

namespace hoso {

// Which values of record.xml a form prints, found by following its tags through its sections. A
// document is filled from these and from nothing else, so that a parent's telephone number does
// not travel with a form that has no place for it, and a class book weighs half.
class FormUses {
public:
    // Without templates everything is used.
    FormUses(const DocumentForm& form, const std::vector<DatasetType>& datasets,
             const FormText& text);

    // A member of <data> (`row` null) or of a row of this list, one or pivot.
    [[nodiscard]] bool in_row(const Member* row, std::string_view name) const;
    // A member of a chunk of this list, beside its rows.
    [[nodiscard]] bool in_chunk(const Member& list, std::string_view name) const;
    [[nodiscard]] bool in_unit(std::string_view name) const;

private:
    using Names = std::set<std::string, std::less<>>;
    // What a tag's name leads to, or what a section makes the innermost object.
    struct Scope {
        enum class Kind { Root, List, Items, Chunk, Row, Pivot, Unit, Standard, Leaf };
        Kind kind = Kind::Leaf;
        const Member* member = nullptr;
        const Node* node = nullptr;  // Standard
    };

    void follow(const std::vector<TagName>& tags);
    std::optional<Scope> look_up(const std::vector<Scope>& stack,
                                 const std::vector<std::string>& path);
    [[nodiscard]] std::optional<Scope> find(const Scope& scope, const std::string& name) const;
    [[nodiscard]] std::optional<Scope> find_in_root(const std::string& name) const;
    [[nodiscard]] std::optional<Scope> find_in_row(const Member& row,
                                                   const std::string& name) const;
    void mark(const Scope& scope, const std::string& name);
    void mark_paths(const std::vector<Member>& members);
    static Scope scope_of(const Member& member);
    static Scope inside(const Scope& scope);
    [[nodiscard]] bool uses(const std::map<const Member*, Names>& map, const Member* key,
                            std::string_view name) const;

    const DocumentForm& form_;
    const std::vector<DatasetType>& datasets_;
    bool everything_;
    Node standard_, person_, attached_;
    std::map<const Member*, Names> rows_, chunks_;
    Names unit_;
    Names paths_;  // members that other members of record.xml read: "^.self.name"
};

}  // namespace hoso
