// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bundle/bundle.h"
#include "corrections/corrections.h"
#include "keyring.h"
#include "pipeline.h"
#include "responsible.h"
#include "stopwatch.h"
#include "work.h"

namespace hoso {

// The documents of one record and period after fill → render → sign.
struct Production {
    std::vector<SealedDocument> documents;       // those that are complete, in plan order
    std::map<std::string, std::size_t> waiting;  // role → documents that wait for it
    std::vector<PrintLine> prints;
    int pages = 0;
};

// What came in, for the report and the bundles; the cells themselves are let go of.
struct Intake {
    std::vector<SourceFile> files;
    std::size_t sheets = 0, tables = 0, rows = 0;
};
Intake take_in(Ingested&& ingested, Recognised&& recognised);

struct HeldBackUnit {
    std::string unit, klass;
    std::vector<FindingLine> because;
};

struct RecordOutcome {
    RecordLine line;
    std::vector<HeldBackUnit> held_back;
    std::vector<PrintLine> prints;
};

struct Outcomes {
    std::vector<RecordOutcome> records;
    Findings findings;  // of compose, fill and render
};

// By what the next export is held against this one: the tables, and what changed since the last.
struct Trace {
    const Tables& tables;
    const std::vector<MarkChange>& changes;
};
// Tag files of a class book: its marks, and how they differ from those of the version before.
std::map<std::string, std::string> trace_files(const RecordBatch& record, const Trace& trace);

// What stays the same during a run: the job, the templates, fonts, keys and folders.
class Workshop {
public:
    Workshop(const RunRequest& request, Disk& disk, Office& office, const Clock& clock,
             const Progress& progress);
    ~Workshop();

    [[nodiscard]] const Job& job() const { return job_; }
    [[nodiscard]] const TemplateFolder& templates() const { return templates_; }
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const std::vector<std::string>& periods() const { return periods_; }
    // What compose asks of the files that travel with documents; in use as long as its plans.
    [[nodiscard]] AttachedFiles& attached_files() const { return attached_; }
    [[nodiscard]] const std::vector<std::string>& only() const {
        return request_.on_demand.empty() ? request_.only : request_.on_demand;
    }

    // Table `package`: the bundles that stand sealed, by the last reports. Empty map: none.
    [[nodiscard]] Tables packages() const;
    // The report of the last run over the very same bytes, if all its bundles still stand.
    [[nodiscard]] std::optional<RunReport> earlier_report() const;

    // By period as they were asked for; within a period in the catalogue's order.
    void put_in_time_order(std::vector<RecordBatch>& records) const;
    // The class books of the periods as they were sealed last.
    std::vector<SealedBook> sealed_books(Findings& findings) const;
    // Regulation, Điều 5: what changed since has its entry in the register, else a finding.
    std::vector<MarkChange> compare_with_sealed(const ValidBatch& batch, Findings& findings) const;
    // Moves documents with an error of fill or render from record.documents to held_back.
    Production produce(RecordBatch& record, Findings& findings) const;
    // One PDF of all documents of a class, and one of the school, for records whose unit is a
    // pupil.
    std::vector<PrintLine> print(const RecordBatch& record, const Production& production) const;
    // The bundle; nullopt while somebody has yet to sign, or units are held back without --partial.
    std::optional<Package> seal(const RecordBatch& record, const Production& production,
                                const Intake& intake, const std::vector<Finding>& findings,
                                const Trace& trace, Findings& later) const;
    // Reads the bundle back from the disk and says what came of the record.
    RecordOutcome outcome(const RecordBatch& record, const Production& production,
                          const std::optional<Package>& package, Findings& findings) const;
    // Each export with errors or warnings as a workbook that shows them; those of the last run that
    // nobody needs any more are taken away.
    std::vector<AnnotatedLine> annotate_exports(const Intake& intake,
                                                const std::vector<Finding>& findings,
                                                const Responsible& responsible) const;
    RunReport report(const Intake& intake, const ValidBatch& batch,
                     const std::vector<Finding>& findings, const Responsible& responsible,
                     Outcomes outcomes, Stopwatch& watch) const;

private:
    struct Made;
    struct Twins;
    Made make_document(const DocumentPlan& plan) const;
    bool sign_further(const DocumentPlan& plan, PreparedDocument& document, Twins& twins) const;
    const TemplateSet& template_set(const DocumentPlan& plan) const;
    int last_version(const std::filesystem::path& folder, const std::string& name) const;
    std::optional<SealedBook> sealed_book(const RecordType& record, const Period& period,
                                          Findings& findings) const;
    // Who seals the bundles; null: nobody who could has offered a key, or the job does not sign.
    const Signer* seal_key() const;
    [[nodiscard]] std::filesystem::path annotated_folder() const;
    // The report as a page beside the year's bundles; report.page says where.
    void write_page(RunReport& report) const;
    std::string input_digest() const;
    std::string digest_of(const std::filesystem::path& file) const;
    bool stands(const std::filesystem::path& file, const std::string& sha256) const;
    std::filesystem::path period_folder(const Period& period) const;
    std::filesystem::path print_folder(const RecordBatch& record) const;
    std::vector<PrintLine> copy_books(const RecordBatch& record,
                                      const Production& production) const;
    void remove_prints(const RecordBatch& record) const;
    PrintLine print_parts(const RecordBatch& record, const std::string& what,
                          const std::string& file, const std::string& seed,
                          const std::vector<PrintPart>& parts) const;

    const RunRequest& request_;
    Disk& disk_;
    Office& office_;
    const Clock& clock_;
    const Progress& progress_;
    Job job_;
    TemplateFolder templates_;
    Catalogue catalogue_;
    FontSet fonts_;
    KeyRing keys_;
    WorkFolder work_;
    mutable AttachedFiles attached_;
    std::vector<std::string> periods_;
    std::string digest_;
    mutable Findings template_findings_;
    mutable std::map<std::string, TemplateSet> sets_;
};

// What a version of a bundle stands for: a run that would seal the same again seals nothing.
std::string content_digest(const RecordBatch& record, const Production& production);

inline constexpr char kEngine[] = "hoso 0.1.0";

}  // namespace hoso
