// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "rules.h"
#include "verify/container.h"
#include "verify/verify.h"
#include "workshop.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

constexpr char kManifestFile[] = "metadata/manifest.json";

std::optional<std::string> read_tag_file(const Container& bag, const std::string& name) {
    Findings ignored;  // verify says what is wrong with the bundle
    for (std::size_t i = 0; i < bag.files().size(); ++i) {
        if (bag.files()[i].name == name) return bag.read(i, ignored);
    }
    return std::nullopt;
}

std::string sealing_time(const Container& bag) {
    const auto bytes = read_tag_file(bag, kManifestFile);
    if (!bytes) return "";
    const nlohmann::json manifest = nlohmann::json::parse(*bytes, nullptr, false);
    return manifest.is_object() ? manifest.value("created", "") : "";
}

std::set<Location> refused_cells(const Findings& findings) {
    std::set<Location> cells;
    for (const Finding& finding : findings.items()) {
        if (finding.severity() != Severity::Error) continue;
        for (const Location& place : finding.places) {
            if (place.row != 0 && place.column != 0) cells.insert(place);
        }
    }
    return cells;
}

const char* kind_name(MarkChange::Kind kind) {
    switch (kind) {
        case MarkChange::Kind::Corrected:
            return "corrected";
        case MarkChange::Kind::Entered:
            return "entered";
        case MarkChange::Kind::Result:
            break;
    }
    return "result";
}

}  // namespace

// By its number; 0: none. A version counts whether or not outputs/.work remembers it.
int Workshop::last_version(const fs::path& folder, const std::string& name) const {
    int last = 0;
    if (!disk_.exists(folder)) return last;
    for (const DirectoryEntry& entry : disk_.list(folder)) {
        std::string_view rest = entry.path;
        if (!rest.starts_with(name + "_v") || !rest.ends_with(".zip")) continue;
        rest = rest.substr(name.size() + 2, rest.size() - name.size() - 6);
        int number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error == std::errc() && end == rest.data() + rest.size()) last = std::max(last, number);
    }
    return last;
}

std::optional<SealedBook> Workshop::sealed_book(const RecordType& record, const Period& period,
                                                Findings& findings) const {
    const std::string name =
        record.id + "_" + job_.school.code + "_" + job_.year.id() + "_" + period.id;
    const fs::path folder = period_folder(period);
    const int version = last_version(folder, name);
    if (version == 0) return std::nullopt;
    SealedBook book;
    book.bundle = name + "_v" + std::to_string(version);
    book.record = record.id;
    book.term = period.id;
    const fs::path zip = folder / (book.bundle + ".zip");
    Findings faults;
    const auto bag = open_zip(disk_, zip, faults);
    const auto marks = bag ? read_tag_file(*bag, kMarksFile) : std::nullopt;
    if (bag && !marks) return std::nullopt;  // a record without marks
    const Scope nothing{"", "", period.id, true};
    const auto noted = work_.sealed(name);
    const bool known = noted && noted->version == version && stands(zip, noted->sha256);
    auto read = marks ? mark_book_from_json(*marks) : std::nullopt;
    if (!read || (!known && verify(disk_, zip, std::nullopt, faults).intact == Verdict::No)) {
        findings.add(pipeline_rules::baseline_damaged, {Location{}}, {{"name", book.bundle}},
                     nothing);
        return std::nullopt;
    }
    book.sha256 = digest_of(zip);
    book.sealed_at = sealing_time(*bag);
    book.marks = std::move(*read);
    return book;
}

std::vector<SealedBook> Workshop::sealed_books(Findings& findings) const {
    std::vector<SealedBook> books;
    for (const std::string& id : job_.run_periods) {
        const Period* period = job_.period(id);
        if (period == nullptr || period->axis != Axis::Term) continue;
        for (const RecordType& record : catalogue_.records) {
            if (auto book = sealed_book(record, *period, findings)) {
                books.push_back(std::move(*book));
            }
        }
    }
    return books;
}

std::vector<MarkChange> Workshop::compare_with_sealed(const ValidBatch& batch,
                                                      Findings& findings) const {
    const std::vector<SealedBook> books = sealed_books(findings);
    return compare_marks(job_, batch.tables(), books, refused_cells(findings), findings);
}

// The class book of a term holds the marks: those that stand on its pages. Whether a record is one
// is told by its first document.
std::map<std::string, std::string> trace_files(const RecordBatch& record, const Trace& trace) {
    std::set<std::string> classes;
    const DocumentPlan* first = nullptr;
    for (const DocumentPlan& plan : record.documents) {
        if (plan.klass.empty() || plan.unit != plan.klass) continue;
        if (first == nullptr) first = &plan;
        classes.insert(plan.klass);
    }
    if (first == nullptr || record.period.axis != Axis::Term) return {};
    std::set<Location> printed;
    for (const LineageEntry& entry : whole(*first).lineage) {
        if (entry.where.origin) printed.insert(entry.where);
    }
    const auto found = trace.tables.find("mark");
    if (found == trace.tables.end() || found->second.rows.empty()) return {};
    const Table& marks = found->second;
    const std::size_t value = marks.column("value");
    const bool holds =
        std::any_of(marks.rows.begin(), marks.rows.end(), [&](const std::vector<Datum>& row) {
            return row[value].where.origin && printed.count(row[value].where) != 0;
        });
    if (!holds) return {};
    std::map<std::string, std::string> files;
    files[kMarksFile] = to_json(mark_book(trace.tables, record.period.id, classes));
    nlohmann::json changes = nlohmann::json::array();
    const std::string name = record.record + "_";
    for (const MarkChange& change : trace.changes) {
        if (!change.bundle.starts_with(name) || change.key.term != record.period.id ||
            classes.count(change.klass) == 0) {
            continue;
        }
        nlohmann::json entries = nlohmann::json::array();
        for (const RegisterEntry& entry : change.entries) {
            entries.push_back({{"place", describe(entry.where)},
                               {"date", to_iso(entry.date)},
                               {"old", entry.old_value},
                               {"new", entry.new_value},
                               {"evidence", entry.evidence}});
        }
        changes.push_back({{"kind", kind_name(change.kind)},
                           {"supersedes", change.bundle},
                           {"class", change.klass},
                           {"pupil", change.key.pupil},
                           {"subject", change.key.subject},
                           {"column", change.key.column},
                           {"old", change.before},
                           {"new", change.now},
                           {"register", std::move(entries)}});
    }
    if (!changes.empty()) files["metadata/corrections.json"] = changes.dump(1, ' ', false) + "\n";
    return files;
}

}  // namespace hoso
