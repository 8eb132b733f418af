// SPDX-License-Identifier: Apache-2.0
#include "workshop.h"

#include <algorithm>
#include <set>

#include "catalogue/calendar.h"
#include "page.h"
#include "switches.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// "2021-2022/HK1" names the year too.
std::string without_year(const std::string& id, const Job& job) {
    const auto slash = id.find('/');
    if (slash == std::string::npos) return id;
    if (id.substr(0, slash) != job.year.id()) {
        throw UsageError("năm học " + id.substr(0, slash) + " không phải năm học của hoso.toml (" +
                         job.year.id() + ")");
    }
    return id.substr(slash + 1);
}

// Weeks and months follow from the calendar; nobody writes 35 of them into the job file.
void add_calendar_periods(const RunRequest& request, Job& job) {
    for (const std::string& asked : request.periods) {
        const std::string id = without_year(asked, job);
        if (job.period(id) != nullptr) continue;
        const auto period = calendar_period(job, id);
        if (period && job.period(period->id) == nullptr) job.periods.push_back(*period);
    }
}

// What is asked for today is a period of its own: from the year's first day to today.
Job job_of(const RunRequest& request, Disk& disk, const Clock& clock) {
    Job job = load_job(disk, request.job);
    add_calendar_periods(request, job);
    if (request.on_demand.empty()) return job;
    if (!request.periods.empty() || !request.only.empty()) {
        throw UsageError("--on-demand không dùng cùng --period hay --only");
    }
    const Date today = parse_date(to_iso(clock.now()).substr(0, 10)).value_or(Date{});
    std::string day = to_iso(today);
    std::erase(day, '-');
    const Date first = job.periods.empty() ? today : job.periods.front().from;
    job.periods.push_back({job.year, Axis::OnDemand, "YC-" + day + "-01", first, today, today});
    return job;
}

std::vector<std::string> chosen_periods(const RunRequest& request, const Job& job) {
    if (!request.on_demand.empty()) return {job.periods.back().id};
    std::vector<std::string> chosen;
    for (const std::string& asked : request.periods.empty() ? job.run_periods : request.periods) {
        std::string id = without_year(asked, job);
        if (const auto calendar = calendar_period(job, id); calendar && !job.period(id))
            id = calendar->id;  // W7 is W07
        if (!job.period(id)) throw UsageError("hoso.toml không có kỳ \"" + id + "\"");
        chosen.push_back(id);
    }
    return chosen;
}

// What must be right for these periods: the second term's book prints the year's averages, the
// year and the course stand on both terms.
std::vector<std::string> needed_for(const std::vector<std::string>& periods, const Job& job) {
    std::set<std::string> needed(periods.begin(), periods.end());
    for (const std::string& id : periods) {
        if (id == "HK2") needed.insert("HK1");
        if (axis_of(id) == Axis::OnDemand) {
            for (const Period& period : job.periods) {
                if (period.to <= job.period(id)->to) needed.insert(period.id);
            }
        } else if (axis_of(id) == Axis::Week || axis_of(id) == Axis::Month) {
            continue;  // a week is printed long before its term is complete
        } else if (axis_of(id) != Axis::Term) {
            needed.insert({"HK1", "HK2", "CN"});
        }
    }
    std::vector<std::string> in_order;
    for (const Period& period : job.periods) {
        if (needed.count(period.id) != 0) in_order.push_back(period.id);
    }
    return in_order;
}

void refuse_output_inside(const fs::path& job, const fs::path& out) {
    const fs::path inner = fs::weakly_canonical(out), outer = fs::weakly_canonical(job);
    const auto [end, ignored] =
        std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    if (end == outer.end()) {
        throw UsageError("nơi để kết quả (" + out.generic_string() +
                         ") nằm trong thư mục dữ liệu; hoso không ghi vào đó. Chọn nơi khác bằng "
                         "--out, ví dụ: --out ../outputs");
    }
}

AttachedFiles::Progress counted(const Progress& progress) {
    if (!progress) return {};
    return [&progress](std::size_t done, std::size_t total) {
        progress("Chuyển Word sang PDF/A", done, total);
    };
}

std::optional<fs::path> overlay_of(Disk& disk, const fs::path& job) {
    if (disk.exists(job / "templates")) return job / "templates";
    return std::nullopt;
}

}  // namespace

Workshop::Workshop(const RunRequest& request, Disk& disk, Office& office, const Clock& clock,
                   const Progress& progress)
    : request_(request),
      disk_(disk),
      office_(office),
      clock_(clock),
      progress_(progress),
      job_(job_of(request, disk, clock)),
      templates_(disk, request.templates, overlay_of(disk, request.job)),
      catalogue_(load_catalogue(templates_)),
      fonts_(disk, request.fonts, request.full_fonts),
      keys_(disk, request.check_only || request.draft ? Job{} : job_, request.key_password),
      work_(disk, request.out),
      attached_(disk, office, request.job, work_.archive_copies(), counted(progress)),
      periods_(chosen_periods(request, job_)) {
    check_switches(job_);
    refuse_output_inside(request.job, request.out);
    refuse_output_inside(request.job, annotated_folder());
    for (const std::string& id : only()) {
        const RecordType* record = catalogue_.find(id);
        if (record == nullptr)
            throw UsageError("danh mục không có hồ sơ \"" + id + "\" (xem hoso status)");
        if (!record->has_templates)
            throw UsageError("hồ sơ " + record->id + " chưa có biểu mẫu trong hoso");
        if (!request.on_demand.empty() && !record->due_in(periods_.front()))
            throw UsageError("hồ sơ " + record->id + " không lập theo yêu cầu (xem hoso status)");
    }
    job_.run_periods = needed_for(periods_, job_);
    digest_ = input_digest();
}

Workshop::~Workshop() = default;

// Everything a run's result depends on, but the clock: a document that is signed stays signed.
std::string Workshop::input_digest() const {
    std::string all = std::string(kEngine) + fonts_.digest() + keys_.digest();
    for (const std::string& period : periods_) all += period + ";";
    for (const std::string& record : only()) all += record + ";";
    if (!job_.trust.empty() && disk_.exists(job_.trust)) all += sha256_hex(disk_.read(job_.trust));
    all += request_.check_only ? "C" : "";
    all += request_.partial ? "P" : "";
    all += request_.draft ? "D" : "";
    all += office_.installed() ? "O" : "";
    all += annotated_folder().generic_string();
    for (const fs::path& root : {request_.job, request_.templates}) {
        for (const DirectoryEntry& entry : disk_.list(root)) {
            all += entry.path + '\n' + sha256_raw(disk_.read(root / entry.path));
        }
    }
    return sha256_hex(all);
}

std::string Workshop::digest_of(const fs::path& file) const {
    constexpr std::size_t part = 1 << 20;
    Sha256 digest;
    for (std::uint64_t at = 0;; at += part) {
        const std::string bytes = disk_.read_part(file, at, part);
        digest.add(bytes);
        if (bytes.size() < part) return digest.hex();
    }
}

bool Workshop::stands(const fs::path& file, const std::string& sha256) const {
    return disk_.exists(file) && digest_of(file) == sha256;
}

// Only the very last run counts: what was true before another input came in between may have been
// superseded since.
std::optional<RunReport> Workshop::earlier_report() const {
    auto report = work_.last_report(job_.school.code, job_.year.id());
    if (!report || report->input_digest != digest_) return std::nullopt;
    for (const RecordLine& line : report->records) {
        if (!line.bundle.empty() && !stands(line.bundle, line.sha256)) return std::nullopt;
    }
    for (const PrintLine& line : report->prints) {
        if (!stands(line.path, line.sha256)) return std::nullopt;
    }
    for (const AnnotatedLine& line : report->annotated) {
        if (!stands(line.path, line.sha256)) return std::nullopt;
    }
    report->unchanged = true;
    if (!disk_.exists(report->page)) write_page(*report);
    return report;
}

void Workshop::write_page(RunReport& report) const {
    const char* name = request_.check_only ? "kiem-tra.html" : "bao-cao.html";
    const fs::path path = request_.out / job_.year.id() / name;
    report.page = path.generic_string();
    disk_.write(path, report_page(report, templates_));
}

fs::path Workshop::period_folder(const Period& period) const {
    return request_.out / period.year.id() / period.id;
}

void Workshop::put_in_time_order(std::vector<RecordBatch>& records) const {
    const auto place = [&](const RecordBatch& record) {
        return std::find(periods_.begin(), periods_.end(), record.period.id) - periods_.begin();
    };
    std::stable_sort(
        records.begin(), records.end(),
        [&](const RecordBatch& a, const RecordBatch& b) { return place(a) < place(b); });
}

Intake take_in(Ingested&& ingested, Recognised&& recognised) {
    Intake intake{std::move(ingested.files), ingested.sheets.size(), recognised.tables.size(), 0};
    for (const SourceTable& table : recognised.tables) intake.rows += table.table.rows.size();
    ingested.sheets = {};
    recognised.tables = {};
    return intake;
}

RunReport Workshop::report(const Intake& intake, const ValidBatch& batch,
                           const std::vector<Finding>& findings, const Responsible& responsible,
                           Outcomes outcomes, Stopwatch& watch) const {
    RunReport report;
    report.engine = kEngine;
    report.school = job_.school.name;
    report.year = job_.year.id();
    report.as_of = to_iso(clock_.now());
    report.input_digest = digest_;
    report.files = intake.files.size();
    report.sheets = intake.sheets;
    report.tables = intake.tables;
    report.rows = intake.rows;
    const Table& list = batch.table("class_list");  // a row a pupil and period
    std::set<std::string> pupils;
    for (std::size_t row = 0; row < list.rows.size(); ++row) pupils.insert(list.text(row, "pupil"));
    report.pupils = pupils.size();
    report.classes = job_.classes.size();
    std::vector<Finding> all = findings;
    outcomes.findings.append(std::move(template_findings_));
    for (Finding& finding : outcomes.findings.sorted()) all.push_back(std::move(finding));
    for (const Finding& finding : all) {
        report.findings.push_back(to_line(finding));
        report.findings.back().person = responsible.person(finding);
    }
    watch.start("Đánh dấu chỗ sai");
    report.annotated = annotate_exports(intake, all, responsible);
    const auto index_of = [&](const FindingLine& line) {
        const auto found = std::find_if(
            report.findings.begin(), report.findings.end(), [&](const FindingLine& other) {
                return other.rule == line.rule && other.places == line.places &&
                       other.vi == line.vi;
            });
        return static_cast<std::size_t>(found - report.findings.begin());
    };
    for (RecordOutcome& outcome : outcomes.records) {
        for (const HeldBackUnit& unit : outcome.held_back) {
            HeldBackLine line{unit.unit, unit.klass, {}};
            for (const FindingLine& because : unit.because)
                line.because.push_back(index_of(because));
            outcome.line.held_back.push_back(std::move(line));
        }
        report.prints.insert(report.prints.end(), outcome.prints.begin(), outcome.prints.end());
        report.records.push_back(std::move(outcome.line));
    }
    for (const RecordType& record : catalogue_.records) {
        if (!record.has_templates) report.without_template.push_back(record.id);
    }
    write_page(report);
    report.times = watch.times();
    if (!request_.check_only) work_.save_report(job_.school.code, report);
    return report;
}

}  // namespace hoso
