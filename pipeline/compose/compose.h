// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/job.h"
#include "compose/attached_files.h"
#include "validate/validate.h"

namespace hoso {

// A printed value and where it came from. Index in DocumentPlan::lineage = the id that travels
// through Mustache and layout.
struct LineageEntry {
    std::string field;    // path in the data: "pupils[3].marks.tx1"
    std::string printed;  // as it stands on the page: "8,1"
    Scalar value;         // typed: gives XLSX its number
    Location where;
    std::shared_ptr<const Derivation> derivation;
};

// A leaf keeps the id of its lineage entry; -1: a constant.
struct NodeLeaf {
    std::string text;
    int id = -1;
};

// What a Mustache template sees.
struct Node {
    using Leaf = NodeLeaf;
    using List = std::vector<Node>;
    using Object = std::vector<std::pair<std::string, Node>>;  // sorted by key
    std::variant<Leaf, List, Object> content;

    [[nodiscard]] const Node* find(std::string_view key) const;
    // Mustache truth: a non-empty leaf other than "false", a non-empty list, any object.
    [[nodiscard]] bool truthy() const;
};

struct SignerPlan {
    std::string role;    // "homeroom", "principal": also the name of the signature area
    std::string person;  // person id of the job
    std::string name;
    std::string title;
};

// A file of the job that travels with a document as it came.
struct Attachment {
    std::string source;  // path in the job folder
    std::string sha256;  // of its bytes when they were read
    std::string path;    // in the bag: the document's stem, a number, the file's own extension
    std::uint64_t size = 0;
    std::optional<ArchiveCopy> copy;  // of a Word file of <attach pdfa="yes">
    std::string copy_path;            // in the bag, beside it
    int first_page = 0;               // in the joined PDF/A; 0: it is not part of that
};

struct PlanOrigin;  // opaque outside this room

struct DocumentPlan {
    std::string record;      // "I.03"
    std::string form;        // "tt22": the folder below records/<id>/
    std::string unit;        // "6A" or the pupil's code
    std::string klass;       // the class the unit belongs to
    std::string unit_title;  // for people: "Lớp 6A"; never goes into a file name
    Period period;
    std::string title;  // of the document
    std::string stem;   // "data/6A/I.03_6A_HK1": path in the bag without extension; ASCII
    std::string access;
    bool has_workbook = false;
    bool working_copy = false;  // not signed, not sealed (học bạ at HK1)
    std::vector<SignerPlan> signers;
    std::vector<Attachment> attachments;
    std::optional<ArchiveCopy> joined;  // of <attach join="yes">: their PDF/A as one
    std::string joined_path;            // in the bag
    Node data;
    std::vector<LineageEntry> lineage;
    std::string slice;  // canonical JSON of what the document was filled from
    std::string key;    // SHA-256 over all of the above and the templates; see README.md
    std::shared_ptr<const PlanOrigin> origin;  // of a light plan: how to make it whole
};

// Units in scope = made + held back (each with its findings) + not applicable (each with a reason).
struct HeldBack {
    std::string unit, klass;
    std::vector<Finding> because;
};
struct NotApplicable {
    std::string unit, klass, reason;
};
struct RecordBatch {
    std::string record;
    Period period;
    std::string access;           // of all its documents: each level has a batch of its own
    bool access_differs = false;  // from the record's in the catalogue
    std::vector<DocumentPlan> documents;
    std::vector<HeldBack> held_back;
    std::vector<NotApplicable> not_applicable;
    std::size_t in_scope = 0;
};

// A document's data and lineage weigh some 80 KB for a transcript and megabytes for a class book.
// A light plan leaves data, lineage and slice empty until whole() makes them again.
enum class Detail { Whole, Light };

// The plan with its data, lineage and slice: a light one is built again (0.1 ms for a transcript),
// equal to the first time; any other is copied. Job, batch and catalogue must still be there.
// May be called from several threads.
DocumentPlan whole(const DocumentPlan& plan);

// One RecordBatch per record, period and access level that is due, has templates and was asked for.
// `only` empty: all. Without `files` a document that needs a PDF/A of a Word file is held back;
// they must be there as long as the plans. `beside`: tables that no export gives, such as what was
// sealed before.
std::vector<RecordBatch> compose(const Job& job, const Catalogue& catalogue,
                                 const ValidBatch& batch, const TemplateFolder& templates,
                                 const std::vector<std::string>& periods,
                                 const std::vector<std::string>& only,
                                 const std::vector<Finding>& findings, Findings& more,
                                 Detail detail = Detail::Whole, AttachedFiles* files = nullptr,
                                 const Tables& beside = {});

}  // namespace hoso
