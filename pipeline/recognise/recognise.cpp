// SPDX-License-Identifier: Apache-2.0
#include "recognise/recognise.h"

#include "recognise/sheet/sheet_reader.h"
#include "recognise/versions/versions.h"
#include "vocabulary/parallel.h"

namespace hoso {

Recognised recognise(const Ingested& ingested, const TemplateFolder& templates, Findings& findings,
                     const RecogniseOptions& options) {
    const Profiles profiles(templates);
    std::vector<SheetReading> readings(ingested.sheets.size());
    parallel_for(readings.size(), options.workers, [&](std::size_t i) {
        readings[i] = read_as_tables(ingested.sheets[i], profiles, options.facts);
    });
    Recognised result;
    for (SheetReading& reading : readings) {
        findings.append(std::move(reading.findings));
        if (reading.unused)
            result.unused.push_back(describe(Location{reading.sheet->origin, 0, 0}));
    }
    leave_out_repeated(readings, options.prefer, findings);
    for (SheetReading& reading : readings) {
        for (ReadBlock& block : reading.blocks) {
            std::move(block.tables.begin(), block.tables.end(), std::back_inserter(result.tables));
        }
        if (options.facts) result.sheets.push_back(std::move(reading.facts));
    }
    return result;
}

}  // namespace hoso
