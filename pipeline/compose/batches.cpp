// SPDX-License-Identifier: Apache-2.0
#include "compose/batches.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compose/composition.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"

namespace hoso {

namespace {

// One batch: which units there are, what holds them back, and the plans of the rest.
class BatchMaker {
public:
    BatchMaker(std::shared_ptr<const Composition> composition, Detail detail)
        : composition_(std::move(composition)), detail_(detail) {}

    // A batch for each access level that has units: discipline is not bundled with awards.
    std::vector<RecordBatch> make(const Record& record, const Period& period,
                                  Findings& more) const {
        const std::vector<Unit> all = composition_->finder.units(record.file, period, more);
        std::vector<std::string> levels = {record.type->access};
        for (const Unit& unit : all) {
            const std::string& level = access_of(record, unit);
            if (std::find(levels.begin(), levels.end(), level) == levels.end())
                levels.push_back(level);
        }
        std::vector<RecordBatch> batches;
        for (const std::string& level : levels) {
            std::vector<Unit> units;
            std::copy_if(all.begin(), all.end(), std::back_inserter(units),
                         [&](const Unit& unit) { return access_of(record, unit) == level; });
            if (!units.empty()) batches.push_back(make(record, period, level, units, more));
        }
        return batches;
    }

private:
    struct Slot {
        DocumentPlan plan;
        std::vector<Finding> because;
        Findings own;
    };

    static const std::string& access_of(const Record& record, const Unit& unit) {
        const bool own = unit.form != nullptr && !unit.form->access.empty();
        return own ? unit.form->access : record.type->access;
    }

    RecordBatch make(const Record& record, const Period& period, const std::string& access,
                     const std::vector<Unit>& units, Findings& more) const {
        RecordBatch batch;
        batch.record = record.type->id;
        batch.period = period;
        batch.access = access;
        batch.access_differs = access != record.type->access;
        batch.in_scope = units.size();
        std::vector<Slot> slots(units.size());
        const auto made = [&](std::size_t i) {
            return units[i].not_applicable.empty() && slots[i].because.empty();
        };
        parallel_for(units.size(), hardware_workers(), [&](std::size_t i) {
            slots[i].because = errors_of(record, units[i], period);
        });
        std::vector<AttachedFiles::File> word_files;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (made(i)) composition_->add_word_files(record, units[i], period, word_files);
        }
        if (composition_->files != nullptr) composition_->files->prepare(word_files);
        parallel_for(units.size(), hardware_workers(), [&](std::size_t i) {
            if (made(i)) make_plan(record, units[i], period, slots[i]);
        });
        collect(units, slots, batch, more);
        return batch;
    }

    std::vector<Finding> errors_of(const Record& record, const Unit& unit,
                                   const Period& period) const {
        std::vector<Finding> errors = unit.because;
        if (unit.form != nullptr && unit.form->despite_errors) return errors;
        for (const Finding& finding : composition_->errors) {
            if (!composition_->finder.touches(finding, unit, period)) continue;
            if (composition_->of_another_file(finding, record, unit, period)) continue;
            errors.push_back(finding);
        }
        return errors;
    }

    static std::string class_of(const Unit& unit) {
        return unit.klass == nullptr ? "" : unit.klass->name;
    }

    static void collect(const std::vector<Unit>& units, std::vector<Slot>& slots,
                        RecordBatch& batch, Findings& more) {
        std::set<std::string> stems;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const Unit& unit = units[i];
            Slot& slot = slots[i];
            if (!unit.not_applicable.empty()) {
                batch.not_applicable.push_back({unit.id, class_of(unit), unit.not_applicable});
                continue;
            }
            if (slot.own.has_errors()) {
                for (const Finding& finding : slot.own.sorted()) slot.because.push_back(finding);
            }
            more.append(std::move(slot.own));
            if (!slot.because.empty()) {
                batch.held_back.push_back({unit.id, class_of(unit), std::move(slot.because)});
                continue;
            }
            if (!stems.insert(slot.plan.stem).second) {
                throw UsageError(
                    fmt::format("templates/records/{}/record.xml:{}: hai hồ sơ cùng "
                                "tên {}; stem phải có {{unit}} hoặc {{class}}",
                                batch.record, unit.form->line, slot.plan.stem));
            }
            batch.documents.push_back(std::move(slot.plan));
        }
    }

    void make_plan(const Record& record, const Unit& unit, const Period& period, Slot& slot) const {
        slot.plan = composition_->plan(record, unit, period, slot.own);
        if (detail_ == Detail::Whole) return;
        slot.plan.data = {};
        slot.plan.lineage = {};
        slot.plan.slice = {};
        slot.plan.origin =
            std::make_shared<const PlanOrigin>(PlanOrigin{composition_, &record, unit});
    }

    std::shared_ptr<const Composition> composition_;
    Detail detail_;
};

}  // namespace

std::vector<RecordBatch> compose_tables(const Job& job, const Catalogue& catalogue,
                                        const Tables& tables, const TemplateFolder& templates,
                                        const std::vector<std::string>& periods,
                                        const std::vector<std::string>& only,
                                        const std::vector<Finding>& findings, Findings& more,
                                        Detail detail, AttachedFiles* files, const Tables& beside) {
    const auto composition = std::make_shared<const Composition>(job, catalogue, tables, beside,
                                                                 templates, only, findings, files);
    const BatchMaker maker(composition, detail);
    std::vector<RecordBatch> batches;
    for (const Record& record : composition->records) {
        for (const std::string& id : periods) {
            const Period* period = job.period(id);
            if (period == nullptr) throw UsageError("hoso.toml không có kỳ \"" + id + "\"");
            if (!record.type->due_in(id)) continue;
            for (RecordBatch& batch : maker.make(record, *period, more))
                batches.push_back(std::move(batch));
        }
    }
    return batches;
}

}  // namespace hoso
