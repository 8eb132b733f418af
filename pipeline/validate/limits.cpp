// SPDX-License-Identifier: Apache-2.0
#include "validate/limits.h"

#include <algorithm>

#include "catalogue/strict_xml.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class Reader {
public:
    explicit Reader(const TemplateFolder& templates) : file_(read_xml(templates, "checks.xml")) {}

    Limits read() {
        file_.check(
            file_.root(), "checks", {}, {},
            {"equal-remarks", "posts", "arrivals", "logbook", "plans", "corrections", "absences"});
        const XmlElement& remarks = only("equal-remarks", {"from", "percent"});
        limits_.equal_remarks_from = file_.integer(remarks, "from", 0);
        limits_.equal_remarks_percent = file_.integer(remarks, "percent", 0);
        limits_.posts_a_month = file_.integer(only("posts", {"a-month"}), "a-month", 0);
        limits_.arrival_grace_days =
            file_.integer(only("arrivals", {"grace-days"}), "grace-days", 0);
        read_logbook();
        const XmlElement& plans = only("plans", {"before", "kinds", "complete"});
        limits_.plans_before = minutes(plans, "before");
        limits_.plan_kinds = words(plans.get("kinds"));
        limits_.plans_complete = file_.yes_no(plans, "complete", true);
        const XmlElement& corrections =
            only("corrections", {"days-before-exam", "oral", "exams", "meetings"});
        limits_.correction_days = file_.integer(corrections, "days-before-exam", 0);
        limits_.oral_forms = split(corrections.get("oral"), '|');
        limits_.exam_kinds = split(corrections.get("exams"), '|');
        limits_.meeting_kinds = split(corrections.get("meetings"), '|');
        const XmlElement& absences = only("absences", {"signals", "limit"});
        for (const std::string& word : words(absences.get("signals"))) {
            if (word.size() > 3 || word.find_first_not_of("0123456789") != std::string::npos) {
                file_.refuse(absences, "\"" + word + "\" không phải là số");
            }
            limits_.absence_signals.push_back(std::stoi(word));
        }
        limits_.absence_limit = file_.integer(absences, "limit", 0);
        return std::move(limits_);
    }

private:
    const XmlElement& only(std::string_view name, XmlFile::Names attributes,
                           XmlFile::Names children = {}) const {
        const auto& all = file_.root().children;
        const auto is_named = [&](const XmlElement& e) { return e.name == name; };
        if (std::count_if(all.begin(), all.end(), is_named) != 1) {
            file_.refuse(file_.root(), "cần đúng một <" + std::string(name) + ">");
        }
        const XmlElement& found = *std::find_if(all.begin(), all.end(), is_named);
        file_.check(found, name, attributes, {}, children);
        return found;
    }

    // "07:00" → 420
    int minutes(const XmlElement& e, std::string_view attribute) const {
        const std::string text = e.get(attribute);
        const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
        const bool shaped =
            text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
        const int at = shaped ? std::stoi(text) * 60 + std::stoi(text.substr(3)) : -1;
        if (at < 0 || at > 24 * 60) {
            file_.refuse(e, "\"" + text + "\" không phải là giờ dạng 07:00");
        }
        return at;
    }

    void read_logbook() {
        const XmlElement& book = only("logbook", {"before", "until"}, {"column"});
        limits_.log_before = minutes(book, "before");
        limits_.log_until = minutes(book, "until");
        for (const XmlElement& e : book.children) {
            file_.check(e, "column", {"number", "name", "by"}, {"blank", "subjects", "severity"});
            LogColumn column{file_.integer(e, "number", 0), e.get("name")};
            const std::string by =
                file_.choice(e, "by", {"nobody", "homeroom", "subject-teacher", "week"});
            column.by = by == "homeroom"          ? LogColumn::By::Homeroom
                        : by == "subject-teacher" ? LogColumn::By::SubjectTeacher
                        : by == "week"            ? LogColumn::By::Week
                                                  : LogColumn::By::Nobody;
            column.blank = file_.yes_no(e, "blank", false);
            column.subjects_only = file_.yes_no(e, "subjects", false);
            if (file_.choice(e, "severity", {"error", "warning"}, "error") == "warning") {
                column.severity = Severity::Warning;
            }
            limits_.log_columns.push_back(std::move(column));
        }
    }

    XmlFile file_;
    Limits limits_;
};

}  // namespace

Limits load_limits(const TemplateFolder& templates) { return Reader(templates).read(); }

}  // namespace hoso
