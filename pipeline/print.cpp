// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "vocabulary/digest.h"
#include "workshop.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// A class as part of a file name: "6/2" and "6 A" are class names somewhere.
std::string file_word(const std::string& klass) {
    std::string word;
    for (const char c : klass) {
        const bool plain =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        word += plain ? std::string(1, c) : "_" + sha256_hex(std::string(1, c)).substr(0, 2) + "_";
    }
    return word;
}

// One document for a whole class, for the school, for a teacher; the others are a few pages a
// pupil.
bool is_book(const DocumentPlan& plan) { return plan.klass.empty() || plan.unit == plan.klass; }

}  // namespace

std::string content_digest(const RecordBatch& record, const Production& production) {
    std::string all;
    for (const SealedDocument& document : production.documents) {
        all += document.plan->stem + '\n' + document.plan->key + '\n';
        for (const SignatureState& signature : document.signatures) {
            all += signature.role + signature.certificate_sha256 + '\n';
        }
    }
    for (const HeldBack& unit : record.held_back) all += "held " + unit.unit + '\n';
    for (const NotApplicable& unit : record.not_applicable) {
        all += "n/a " + unit.unit + ' ' + unit.reason + '\n';
    }
    return sha256_hex(all);
}

void Workshop::remove_prints(const RecordBatch& record) const {
    const fs::path folder = print_folder(record);
    if (!disk_.exists(folder)) return;
    for (const DirectoryEntry& entry : disk_.list(folder)) {
        if (entry.path.rfind(record.record + "_", 0) == 0) disk_.remove(folder / entry.path);
    }
}

PrintLine Workshop::print_parts(const RecordBatch& record, const std::string& what,
                                const std::string& file, const std::string& seed,
                                const std::vector<PrintPart>& parts) const {
    const std::string heading =
        catalogue_.find(record.record)->title + " – " + what + " – " + record.period.year.id();
    RenderOptions options;
    options.title = heading;
    options.author = job_.school.name;
    options.created = record.period.closing;
    options.id_seed = seed + what;
    options.draft = request_.draft;
    Findings ignored;  // said already when the documents themselves were made
    const PdfRendition rendition = render_print_bundle(parts, heading, fonts_, options, ignored);
    const fs::path path = print_folder(record) / (record.record + "_" + file + ".pdf");
    disk_.write(path, rendition.bytes);
    return {path.generic_string(),  heading,
            parts.size(),           rendition.pages,
            rendition.bytes.size(), sha256_hex(rendition.bytes)};
}

// A class book is one document already; its print is the signed file itself, under a readable name.
std::vector<PrintLine> Workshop::copy_books(const RecordBatch& record,
                                            const Production& production) const {
    std::vector<PrintLine> prints;
    for (const SealedDocument& document : production.documents) {
        for (const SealedDocument::File& file : document.files) {
            // Of a pupil's document only what its pages in the class's print do not hold.
            if (!file.as_came.empty() || (!is_book(*document.plan) && file.pdfa_of.empty()))
                continue;
            const std::string& klass = document.plan->klass;
            const std::string name = record.record + "_" + file_word(klass);
            const fs::path made = fs::path(file.path);
            const fs::path target =
                print_folder(record) / (klass.empty() || !file.pdfa_of.empty()
                                            ? made.filename()
                                            : fs::path(name + made.extension().string()));
            const std::string bytes = disk_.read(file.on_disk);
            disk_.write(target, bytes);
            prints.push_back({target.generic_string(), document.plan->title, 1, file.pages,
                              bytes.size(), sha256_hex(bytes)});
        }
    }
    return prints;
}

std::vector<PrintLine> Workshop::print(const RecordBatch& record,
                                       const Production& production) const {
    const RecordType* type = catalogue_.find(record.record);
    if (type == nullptr) return {};
    // A class that is held back now must not leave the print of an earlier run behind.
    remove_prints(record);
    if (production.documents.empty()) return {};
    std::vector<PrintLine> prints = copy_books(record, production);
    const std::string seed = content_digest(record, production);
    std::vector<std::string> order;
    std::map<std::string, std::vector<PrintPart>> groups;  // class → its documents
    std::vector<PrintPart> all;
    for (const SealedDocument& document : production.documents) {
        if (is_book(*document.plan)) continue;
        const DocumentPlan plan = whole(*document.plan);
        Findings ignored;
        PrintPart part{"Lớp " + plan.klass, plan.unit_title,
                       fill(plan, template_set(plan), ignored).document};
        if (groups[plan.klass].empty()) order.push_back(plan.klass);
        groups[plan.klass].push_back(part);
        all.push_back(std::move(part));
    }
    if (all.empty()) return prints;
    for (const std::string& klass : order) {
        prints.push_back(
            print_parts(record, "Lớp " + klass, file_word(klass), seed, groups[klass]));
    }
    prints.push_back(print_parts(record, "toàn trường", "toan-truong", seed, all));
    return prints;
}

// What is more sensitive than the rest of its record is not printed into the common folder.
fs::path Workshop::print_folder(const RecordBatch& record) const {
    const std::string folder = request_.draft ? "nhap" : "in";
    return period_folder(record.period) / (folder + (record.access_differs ? "-rieng" : ""));
}

}  // namespace hoso
