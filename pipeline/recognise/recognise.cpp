// SPDX-License-Identifier: Apache-2.0
#include "recognise/recognise.h"

#include "recognise/document/document_reader.h"
#include "recognise/profile/document_kind.h"
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
    std::vector<DocumentReading> documents(ingested.documents.size());
    parallel_for(documents.size(), options.workers, [&](std::size_t i) {
        documents[i] = read_document(ingested.documents[i], profiles, options.facts);
    });
    leave_out_repeated(documents, findings);
    Recognised result;
    for (DocumentReading& document : documents) {
        findings.append(std::move(document.findings));
        if (document.unused)
            result.unused.push_back(describe(Location{document.document->origin, 0, 0}));
        std::move(document.tables.begin(), document.tables.end(), std::back_inserter(readings));
    }
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
    for (DocumentReading& document : documents) {
        if (document.table) result.tables.push_back(std::move(*document.table));
        if (options.facts) result.documents.push_back(std::move(document.facts));
    }
    return result;
}

}  // namespace hoso
