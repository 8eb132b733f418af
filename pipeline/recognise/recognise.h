// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/job.h"
#include "ingest/ingest.h"
#include "recognise/constraint.h"
#include "recognise/facts.h"
#include "vocabulary/finding.h"
#include "vocabulary/value.h"

namespace hoso {

// A column of a dataset (templates/datasets/<id>.xml).
struct ColumnType {
    std::string name;
    std::string type;  // text name code mark average level date int decimal flag token
    bool required = false;
    bool blank = false;                 // cells may be blank although the column is required
    std::vector<std::string> headings;  // synonyms, compared by match_key
};
struct DatasetType {
    std::string id, title;
    std::vector<std::string> key;
    std::vector<ColumnType> columns;
    std::vector<Constraint> constraints;
};

// A cell that shows an error ("#N/A", "#REF!", kUnreadableCell). Its text is kept to be shown, but
// it is no value; nor is it a blank. is_error() is true for no other datum, whatever its text.
Datum error_datum(std::string text, Location where);
bool is_error(const Datum& cell);

// A sheet, or a part of one, understood: which dataset, and for what. Values are still text (as
// the cell has it, NFC); typing and checking is validate's work.
struct SourceTable {
    Table table;         // columns = the dataset's; each Datum has its cell
    std::string system;  // "smas"
    std::string layout;  // id of the layout in sources/<system>.xml that matched
    // From title, sheet name or column heading, last of all the file's name; empty where none says
    // it. Where they contradict each other there is a finding and the table is left out. The period
    // of an attendance sheet is its month, "2021-10".
    std::string klass, period, subject;
    std::string year;  // "2021-2022"
    std::string teacher;
    std::shared_ptr<const Origin> origin;
    Location title;  // where class/period/year were read
    // Column name → its heading cell; of unpivoted columns by what they became ("tx1", "HK1", or
    // the heading's text).
    std::map<std::string, Location> headings;
};

struct Recognised {
    std::vector<SourceTable> tables;  // in the order of the sheets
    // "file › sheet" that no profile knows or no record uses; each has a finding.
    std::vector<std::string> unused;
    std::vector<SheetFacts> sheets;  // what was understood of each sheet, if asked for
    std::vector<DocumentFacts>
        documents;  // likewise; of Word documents, and sheets of their tables
};

struct RecogniseOptions {
    unsigned workers = 1;
    bool facts = false;
    std::vector<Preference> prefer;  // of the job: which of two exports counts
};

std::vector<DatasetType> load_datasets(const TemplateFolder& templates);
Recognised recognise(const Ingested& ingested, const TemplateFolder& templates, Findings& findings,
                     const RecogniseOptions& options = {});

}  // namespace hoso
