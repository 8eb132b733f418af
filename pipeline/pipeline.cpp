// SPDX-License-Identifier: Apache-2.0
#include "pipeline.h"

#include "run_lock.h"
#include "stopwatch.h"
#include "switches.h"
#include "validate/validate.h"
#include "workshop.h"

namespace hoso {

RunReport run_batch(const RunRequest& request, Disk& disk, Office& office, const Clock& clock,
                    const Progress& progress) {
    const Workshop workshop(request, disk, office, clock, progress);
    const RunLock lock(request.out);
    if (auto earlier = workshop.earlier_report()) return *std::move(earlier);
    const Job& job = workshop.job();
    const TemplateFolder& templates = workshop.templates();
    Stopwatch watch(progress);
    Findings found;

    watch.start("Đọc tệp");
    Ingested ingested = ingest(disk, office, job.folder, request.workers, found);
    watch.start("Nhận dạng");
    Recognised recognised =
        recognise(ingested, templates, found, {request.workers, false, job.prefer});
    watch.start("Kiểm tra");
    const ValidBatch batch = validate(job, recognised, templates, found);
    watch.start("So với bản đã niêm phong");
    const std::vector<MarkChange> changes = workshop.compare_with_sealed(batch, found);
    const std::vector<Finding> findings = judged(job, found);
    const Responsible responsible(job, recognised, batch);
    const Intake intake = take_in(std::move(ingested), std::move(recognised));
    if (request.check_only) return workshop.report(intake, batch, findings, responsible, {}, watch);

    watch.start("Soạn hồ sơ");
    Findings later;
    const Tables packages = workshop.packages();
    std::vector<RecordBatch> records =
        compose(job, workshop.catalogue(), batch, templates, workshop.periods(), workshop.only(),
                findings, later, Detail::Light, &workshop.attached_files(), packages);
    workshop.put_in_time_order(records);

    std::vector<RecordOutcome> outcomes;
    for (RecordBatch& record : records) {
        watch.start("Lập, in và ký");
        Production production = workshop.produce(record, later);  // fill → render → twins → sign
        watch.start("In gộp");
        production.prints = workshop.print(record, production);
        watch.start("Đóng gói");
        const auto package =
            workshop.seal(record, production, intake, findings, {batch.tables(), changes}, later);
        watch.start("Kiểm lại gói");
        outcomes.push_back(workshop.outcome(record, production, package, later));  // verify
        record.documents = {};  // memory stays flat: a sealed record is on disk
    }
    return workshop.report(intake, batch, findings, responsible, {std::move(outcomes), later},
                           watch);
}

}  // namespace hoso
