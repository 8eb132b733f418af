// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/assess.h"
#include "assess/decision.h"

namespace hoso {

inline constexpr std::array<std::string_view, 3> result_terms{"HK1", "HK2", "CN"};

// Rows of a table by the text of some of its columns.
class RowIndex {
public:
    RowIndex(const Table& table, const std::vector<std::string>& columns);
    [[nodiscard]] const std::vector<std::size_t>& rows(
        std::initializer_list<std::string_view> key) const;
    // The first row's cell; nullptr where there is no row or the cell is blank.
    [[nodiscard]] const Datum* cell(std::initializer_list<std::string_view> key,
                                    std::string_view column) const;
    [[nodiscard]] const Table& table() const { return *table_; }

private:
    const Table* table_;
    std::unordered_map<std::string, std::vector<std::size_t>> rows_;  // looked up, never walked
};

struct Absences {
    std::int64_t with_leave = 0, without = 0;  // P, K
    bool reported = false;
    std::vector<Location> inputs;
    [[nodiscard]] std::int64_t total() const { return with_leave + without; }
};

// A pupil's way through the year, from class_list.
struct Enrolment {
    std::string pupil, name;
    std::string klass;                            // the last class he sat in
    std::map<std::string, std::string> class_of;  // term → class
    std::set<std::string> staying;                // terms at whose end he sat in a class
    bool inclusive = false;                       // a pupil with a disability

    // He was here in this term and left before its end.
    [[nodiscard]] bool left_in(std::string_view term) const {
        const std::string id(term);
        return class_of.count(id) != 0 && staying.count(id) == 0;
    }
};

// All that assess() reads, indexed once: no scan per pupil.
class Sources {
public:
    explicit Sources(const Tables& tables);

    std::vector<Enrolment> pupils;
    RowIndex marks, subject_reports, term_reports, conduct;

    [[nodiscard]] const std::vector<Decision>& decisions(const std::string& pupil) const;
    // Do the exports hold component marks (or averages) of this class, subject and term?
    [[nodiscard]] bool has_marks(const std::string& klass, const std::string& subject,
                                 std::string_view term) const;
    [[nodiscard]] bool has_subject(const std::string& klass, const std::string& subject) const;
    // nullopt where neither the day sheets of the whole term nor a report are in the job.
    [[nodiscard]] std::optional<Absences> absences(const Enrolment& pupil,
                                                   std::string_view term) const;
    // At the school he came from; they count in the year's 45 (TT58 Điều 15, TT22 Điều 12).
    [[nodiscard]] Absences earlier_absences(const std::string& pupil) const;

private:
    void read_taught(const Table& table, bool component_marks);
    void read_class_list(const Table& list);
    void read_attendance(const Tables& tables);
    void read_transfers(const Table& transfers);
    [[nodiscard]] bool days_complete(const Enrolment& pupil, std::string_view term) const;

    std::unordered_map<std::string, std::vector<Decision>> decisions_;
    std::set<std::string> taught_;                            // "6A|TOAN|HK1", "6A|TOAN"
    std::set<std::string> sheets_;                            // "6A|2021-10"
    std::map<std::string, std::vector<std::string>> months_;  // term → months
    std::unordered_map<std::string, Absences> days_;          // "pupil|HK1"
    std::unordered_map<std::string, Absences> earlier_;
};

}  // namespace hoso
