// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "validate/people/roll.h"

namespace hoso {

struct MarkCell {
    std::string column;
    const Datum* datum;
};

// The marks of a class in a subject and term, by pupil.
struct MarkSheet {
    const ClassSetting* klass = nullptr;
    const Subject* subject = nullptr;
    const Period* term = nullptr;
    std::shared_ptr<const Origin> origin;
    std::map<std::string, std::vector<MarkCell>> rows;

    [[nodiscard]] int required() const { return subject->required.at(term->id); }
};

// The rows of table `mark` as sheets. Points into the table, which must stay as it is.
class MarkBook {
public:
    MarkBook(const Setting& setting, const Table& marks);
    [[nodiscard]] const MarkSheet* find(const ClassSetting& klass, const Subject& subject,
                                        const Period& term) const;
    // Has any class of this grade a sheet of the subject?
    [[nodiscard]] bool grade_has(const ClassSetting& klass, const Subject& subject) const;

private:
    MarkSheet* open(const std::string& klass_name, const std::string& code,
                    const std::string& term_id);

    const Setting& setting_;
    // By class, then subject and term.
    std::map<std::string, std::map<std::pair<std::string, std::string>, MarkSheet>> sheets_;
};

// What every message about a pupil in a mark sheet needs.
std::map<std::string, std::string> mark_args(const MarkSheet& sheet, const Pupil& pupil);
Scope mark_scope(const MarkSheet& sheet, const Pupil& pupil);

}  // namespace hoso
