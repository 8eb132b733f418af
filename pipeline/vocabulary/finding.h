// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/location.h"

namespace hoso {

enum class Severity { Error, Warning, Note };

// One row of a room's rule table. The texts are fmt format strings with named arguments
// ("điểm \"{value}\" …"); every name must be among the finding's args.
// `responsible` is a role of the catalogue: "subject-teacher" "homeroom" "secretary" "principal" …
struct Rule {
    std::string_view id;  // "<room>/<kebab-case>"; never changes once published
    Severity severity;
    std::string_view responsible;
    std::string_view vi, en;
    std::string_view hint_vi, hint_en;
};

// Which documents a finding can touch. An empty member means "not narrowed by this".
// A finding with a pupil touches that pupil's documents and every document of his class (a class
// book is a whole); one with a class only touches the class and all of its pupils; one with
// neither touches everything in the period. `period` narrows to "HK1", "HK2", "CN" … .
struct Scope {
    std::string klass;
    std::string pupil;
    std::string period;
    bool nothing = false;   // informs, but holds back no document
    std::string dataset{};  // narrows to forms that read this dataset: "health"

    auto operator<=>(const Scope&) const = default;
};

struct Finding {
    const Rule* rule = nullptr;
    std::vector<Location> places;  // the first one is the cell to mend
    std::map<std::string, std::string> args;
    std::vector<Scope> scopes;           // never empty; what one of them touches is touched
    std::optional<Severity> softened{};  // what the job made of it

    [[nodiscard]] Severity severity() const { return softened.value_or(rule->severity); }
    [[nodiscard]] bool holds_back() const;  // an error with a scope that touches something
};

enum class Language { Vietnamese, English };

std::string message(const Finding& finding, Language language);
std::string hint(const Finding& finding, Language language);

// A place on one line: "smas/BangDiem_6A.xlsx › Toan_6A › H14".
std::string describe(const Location& place);

// Collects; keeps order of arrival. sorted() is by place (file, sheet, row, column), then rule id,
// and drops exact repeats, so that the same inputs always tell the same story.
class Findings {
public:
    void add(const Rule& rule, std::vector<Location> places,
             std::map<std::string, std::string> args = {}, Scope scope = {});
    // Two pupils of two classes, say, who bear one number.
    void add(const Rule& rule, std::vector<Location> places,
             std::map<std::string, std::string> args, std::vector<Scope> scopes);
    void add(Finding finding) { items_.push_back(std::move(finding)); }
    void append(Findings&& other);
    [[nodiscard]] std::vector<Finding> sorted() const;
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] const std::vector<Finding>& items() const { return items_; }

private:
    std::vector<Finding> items_;
};

}  // namespace hoso
