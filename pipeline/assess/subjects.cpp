// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "assess/assess.h"
#include "catalogue/strict_xml.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// How many ĐĐGtx a subject needs in a term, by its periods in the year.
struct Regular {
    std::string mode;
    int up_to = 0;  // 0: any number
    int count = 0;
};

int regular_marks(const std::vector<Regular>& table, const std::string& mode, int periods) {
    for (const Regular& row : table) {
        if (row.mode == mode && (row.up_to == 0 || periods <= row.up_to)) return row.count;
    }
    return 0;
}

const XmlElement* child_for_grade(const XmlFile& file, const XmlElement& parent, int grade) {
    for (const XmlElement& child : parent.children) {
        if (child.name == "grade" && file.integer(child, "number", 0) == grade) return &child;
    }
    return nullptr;
}

void set_required(Subject& subject, const XmlFile& file, const XmlElement& element,
                  const std::vector<Regular>& regular, int grade) {
    subject.required = {{"HK1", 0}, {"HK2", 0}};
    const XmlElement* taught = child_for_grade(file, element, grade);
    if (!taught) return;
    const int count = regular_marks(regular, subject.scored ? "scored" : "remark",
                                    file.integer(*taught, "periods", 0));
    for (const std::string& term :
         words(taught->find("terms") ? taught->get("terms") : std::string("HK1 HK2"))) {
        if (subject.required.count(term) == 0) file.refuse(*taught, "học kỳ lạ \"" + term + "\"");
        subject.required[term] = count;
    }
}

Subject read_subject(const XmlFile& file, const XmlElement& element,
                     const std::vector<Regular>& regular, const std::string& pack, int grade) {
    file.check(element, "subject",
               {"code", "name", "short-name", "mode", "order", "transcript-order"},
               {"core", "optional", "counts"}, {"heading", "grade"});
    Subject subject;
    subject.code = element.get("code");
    subject.name = element.get("name");
    subject.short_name = element.get("short-name");
    subject.scored = file.choice(element, "mode", {"scored", "remark"}) == "scored";
    subject.counts = file.yes_no(element, "counts", true);
    subject.optional = file.yes_no(element, "optional", false);
    subject.order = file.integer(element, "order", 0);
    subject.transcript_order = file.integer(element, "transcript-order", 0);
    // TT58/2011 before TT26/2020 asks for one of Toán and Ngữ văn only.
    subject.core = file.yes_no(element, "core", false) &&
                   !(pack == "tt58" && subject.code.compare(0, 2, "NN") == 0);
    for (const XmlElement& child : element.children) {
        if (child.name == "heading") {
            file.check(child, "heading", {}, {}, {}, true);
            subject.headings.push_back(child.text);
        } else {
            file.check(child, "grade", {"number", "periods"}, {"terms"});
        }
    }
    set_required(subject, file, element, regular, grade);
    return subject;
}

std::string file_of(const std::string& pack) {
    return "assessment/" + pack.substr(0, pack.find('+')) + ".xml";
}

}  // namespace

std::string pack_for(const TemplateFolder& templates, SchoolYear year, int grade) {
    const XmlFile file = read_xml(templates, "assessment/roadmap.xml");
    file.check(file.root(), "roadmap", {}, {}, {"year"});
    std::string pack;
    for (const XmlElement& row : file.root().children) {
        file.check(row, "year", {"id"}, {}, {"grade"});
        for (const XmlElement& cell : row.children) {
            file.check(cell, "grade", {"number", "pack"});
            const std::string value = file.choice(cell, "pack", {"tt22", "tt58+26", "tt58"});
            if (row.get("id") == year.id() && file.integer(cell, "number", 0) == grade) {
                pack = value;
            }
        }
    }
    if (pack.empty()) {
        throw UsageError("templates/assessment/roadmap.xml: chưa có quy chế đánh giá cho khối " +
                         std::to_string(grade) + " năm học " + year.id());
    }
    return pack;
}

SubjectList load_subjects(const TemplateFolder& templates, const std::string& pack, int grade) {
    const XmlFile file = read_xml(templates, file_of(pack));
    file.check(file.root(), "assessment", {"pack", "title"}, {}, {"regular", "subject"});
    std::vector<Regular> regular;
    SubjectList list;
    for (const XmlElement& element : file.root().children) {
        if (element.name == "regular") {
            file.check(element, "regular", {"mode", "count"}, {"up-to"});
            regular.push_back({file.choice(element, "mode", {"scored", "remark"}),
                               file.integer(element, "up-to", 0),
                               file.integer(element, "count", 0)});
        } else {
            Subject subject = read_subject(file, element, regular, pack, grade);
            if (list.find(subject.code)) {
                file.refuse(element, "mã môn \"" + subject.code + "\" có hai lần");
            }
            for (const std::string& heading : subject.headings) {
                if (list.by_heading(heading)) {
                    file.refuse(element, "tên môn \"" + heading + "\" thuộc hai môn");
                }
            }
            list.subjects.push_back(std::move(subject));
        }
    }
    std::stable_sort(list.subjects.begin(), list.subjects.end(),
                     [](const Subject& a, const Subject& b) { return a.order < b.order; });
    return list;
}

const Subject* SubjectList::find(std::string_view code) const {
    for (const Subject& subject : subjects) {
        if (subject.code == code) return &subject;
    }
    return nullptr;
}

const Subject* SubjectList::by_heading(std::string_view heading) const {
    const std::string key = match_key(heading);
    for (const Subject& subject : subjects) {
        if (match_key(subject.name) == key || match_key(subject.code) == key) return &subject;
        for (const std::string& known : subject.headings) {
            if (match_key(known) == key) return &subject;
        }
    }
    return nullptr;
}

}  // namespace hoso
