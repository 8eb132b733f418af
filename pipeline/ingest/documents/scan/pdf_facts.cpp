// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/scan/pdf_facts.h"

// qpdf/PointerHolder.hh: std::shared_ptr only, as qpdf 12 will have it.
#define POINTERHOLDER_TRANSITION 4
#include <cmath>
#include <exception>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace hoso {

namespace {

struct BeyondLimit {
    std::string what;
};

// An image or a form as a content stream places it, by the name that its resources know.
struct Placed {
    QPDFMatrix matrix;
    std::string name;
};

// ISO 32000-1, 8.4.2 and 8.8: follows the matrix through q, Q and cm to each Do.
class Placements final : public QPDFObjectHandle::ParserCallbacks {
public:
    explicit Placements(std::size_t limit) : limit_(limit) {}
    std::vector<Placed> placed;

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            // The operators that matter have at most six operands.
            if (operands_.size() < 6) operands_.push_back(object);
            return;
        }
        const std::string name = object.getOperatorValue();
        if (name == "q" && saved_.size() < kDepth) saved_.push_back(matrix_);
        if (name == "Q" && !saved_.empty()) {
            matrix_ = saved_.back();
            saved_.pop_back();
        }
        if (name == "cm") concatenate();
        if (name == "Do" && operands_.size() == 1 && operands_[0].isName()) {
            if (placed.size() == limit_) throw BeyondLimit{"images"};
            placed.push_back({matrix_, operands_[0].getName()});
        }
        operands_.clear();
    }
    void handleEOF() override {}

private:
    static constexpr std::size_t kDepth = 1000;

    void concatenate() {
        double n[6];
        if (operands_.size() != 6) return;
        for (std::size_t i = 0; i < 6; ++i) {
            if (!operands_[i].isNumber()) return;
            n[i] = operands_[i].getNumericValue();
        }
        matrix_.concat(QPDFMatrix(n[0], n[1], n[2], n[3], n[4], n[5]));
    }

    std::size_t limit_;
    QPDFMatrix matrix_;
    std::vector<QPDFMatrix> saved_;
    std::vector<QPDFObjectHandle> operands_;
};

class Reader {
public:
    Reader(QPDF& document, const PdfLimits& limits) : document_(document), limits_(limits) {}

    void read(PdfFacts& facts) {
        facts.version = document_.getPDFVersion();
        QPDFObjectHandle stated = document_.getRoot().getKey("/Version");
        if (stated.isName() && stated.getName().substr(1) > facts.version) {
            facts.version = stated.getName().substr(1);
        }
        for (QPDFObjectHandle& page : pages_) facts.pages.push_back(read_page(page));
    }
    std::size_t count_pages() {
        pages_ = document_.getAllPages();
        return pages_.size();
    }

private:
    PdfPage read_page(QPDFObjectHandle page) {
        QPDFPageObjectHelper helper(page);
        PdfPage result = shape_of(helper);
        QPDFObjectHandle unit = page.getKey("/UserUnit");
        const double scale = unit.isNumber() ? unit.getNumericValue() : 1;
        result.width *= scale;
        result.height *= scale;
        QPDFMatrix matrix;
        matrix.scale(scale, scale);
        show(page.getKey("/Contents"), helper.getAttribute("/Resources", false), matrix, result, 0);
        return result;
    }

    static PdfPage shape_of(QPDFPageObjectHelper& helper) {
        PdfPage result;
        QPDFObjectHandle box = helper.getAttribute("/CropBox", false);
        if (!box.isRectangle()) box = helper.getAttribute("/MediaBox", false);
        if (!box.isRectangle()) return result;
        const QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
        result.width = std::fabs(r.urx - r.llx);
        result.height = std::fabs(r.ury - r.lly);
        QPDFObjectHandle turn = helper.getAttribute("/Rotate", false);
        if (turn.isInteger() && turn.getIntValue() % 180 != 0) {
            std::swap(result.width, result.height);
        }
        return result;
    }

    // Adds the images of a content stream, and of the forms in it, to the page.
    void show(QPDFObjectHandle contents, QPDFObjectHandle resources, const QPDFMatrix& outer,
              PdfPage& page, int depth) {
        constexpr int kFormDepth = 8;
        if (depth > kFormDepth || (!contents.isStream() && !contents.isArray())) return;
        if (depth == 0) return show(parse(contents), resources, outer, page, depth);
        // A form is parsed once: it may show itself three times, and each of these three more.
        auto known = forms_.find(contents.getObjGen());
        if (known == forms_.end()) {
            known = forms_.emplace(contents.getObjGen(), parse(contents)).first;
            kept_ += known->second.size();
            if (kept_ > limits_.images) throw BeyondLimit{"images"};
        }
        show(known->second, resources, outer, page, depth);
    }

    std::vector<Placed> parse(QPDFObjectHandle contents) {
        count_bytes(contents);
        Placements placements(limits_.images);
        QPDFObjectHandle::parseContentStream(contents, &placements);
        return std::move(placements.placed);
    }

    void show(const std::vector<Placed>& all, QPDFObjectHandle resources, const QPDFMatrix& outer,
              PdfPage& page, int depth) {
        QPDFObjectHandle objects = resources.getKeyIfDict("/XObject");
        for (const Placed& placed : all) {
            QPDFObjectHandle object = objects.getKeyIfDict(placed.name);
            if (!object.isStream()) continue;
            if (++shown_ > limits_.images) throw BeyondLimit{"images"};
            QPDFMatrix matrix = outer;
            matrix.concat(placed.matrix);
            QPDFObjectHandle dictionary = object.getDict();
            QPDFObjectHandle kind = dictionary.getKey("/Subtype");
            if (kind.isNameAndEquals("/Image")) add_image(dictionary, matrix, page);
            if (!kind.isNameAndEquals("/Form")) continue;
            QPDFObjectHandle own = dictionary.getKey("/Matrix");
            if (own.isMatrix()) matrix.concat(QPDFMatrix(own.getArrayAsMatrix()));
            QPDFObjectHandle inner = dictionary.getKey("/Resources");
            show(object, inner.isDictionary() ? inner : resources, matrix, page, depth + 1);
        }
    }

    static void add_image(QPDFObjectHandle& dictionary, const QPDFMatrix& matrix, PdfPage& page) {
        QPDFObjectHandle columns = dictionary.getKey("/Width"), rows = dictionary.getKey("/Height");
        if (!columns.isInteger() || !rows.isInteger()) return;
        page.images.push_back({static_cast<double>(columns.getIntValue()),
                               static_cast<double>(rows.getIntValue()),
                               std::hypot(matrix.a, matrix.b), std::hypot(matrix.c, matrix.d)});
    }

    // What is parsed twice costs twice: a small file must not ask for endless work.
    void count_bytes(QPDFObjectHandle contents) {
        if (contents.isArray()) {
            for (QPDFObjectHandle part : contents.aitems()) {
                if (part.isStream()) count_bytes(part);
            }
            return;
        }
        const QPDFObjGen id = contents.getObjGen();
        auto known = sizes_.find(id);
        if (known == sizes_.end()) {
            known =
                sizes_.emplace(id, contents.getStreamData(qpdf_dl_generalized)->getSize()).first;
        }
        parsed_ += known->second + 1000;
        if (parsed_ > limits_.content_bytes) throw BeyondLimit{"contents"};
    }

    QPDF& document_;
    const PdfLimits& limits_;
    std::vector<QPDFObjectHandle> pages_;
    std::map<QPDFObjGen, std::size_t> sizes_;
    std::map<QPDFObjGen, std::vector<Placed>> forms_;
    std::size_t parsed_ = 0, shown_ = 0, kept_ = 0;
};

}  // namespace

PdfTrouble read_pdf_facts(std::string_view bytes, const PdfLimits& limits, PdfFacts& facts,
                          std::string& reason) try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.setAttemptRecovery(false);
    document.processMemoryFile("pdf", bytes.data(), bytes.size());
    facts.encrypted = document.isEncrypted();
    if (facts.encrypted) return PdfTrouble::None;
    Reader reader(document, limits);
    const std::size_t count = reader.count_pages();
    reason = std::to_string(count);
    if (count > limits.pages) return PdfTrouble::TooManyPages;
    if (count == 0) return PdfTrouble::Damaged;
    reader.read(facts);
    return PdfTrouble::None;
} catch (const BeyondLimit& beyond) {
    reason = beyond.what;
    return PdfTrouble::TooLarge;
} catch (const QPDFExc& error) {
    facts.encrypted = error.getErrorCode() == qpdf_e_password;
    reason = error.getMessageDetail();
    return facts.encrypted ? PdfTrouble::None : PdfTrouble::Damaged;
} catch (const std::bad_alloc&) {
    throw;  // the machine's trouble
} catch (const std::exception& error) {
    reason = error.what();
    return PdfTrouble::Damaged;
}

}  // namespace hoso
