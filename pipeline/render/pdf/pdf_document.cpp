// SPDX-License-Identifier: Apache-2.0
#include "render/pdf/pdf_document.h"

#include <podofo/podofo.h>

#include <stdexcept>

#include "render/pdf/syntax.h"
#include "vocabulary/errors.h"

namespace hoso::pdf {

namespace {

using namespace PoDoFo;

// PdfError is not a std::exception.
template <class Work>
auto translated(const char* what, const Work& work) {
    try {
        return work();
    } catch (const PdfError& error) {
        const char* name = PdfError::ErrorName(error.GetError());
        throw LibraryError(std::string("PoDoFo: ") + what + ": " + (name ? name : "unknown error"));
    }
}

PdfVariant raw(std::string_view text) { return PdfVariant(PdfData(text.data(), text.size())); }

PdfReference to(int object) {
    return PdfReference(static_cast<pdf_objnum>(object), static_cast<pdf_gennum>(0));
}

// PoDoFo hashes the information dictionary into the ID; ours is of the same length and takes its
// place in the trailer, after the last object.
void put_id(std::string& file, std::string_view id) {
    const std::size_t start = file.find("/ID", file.rfind("trailer"));
    for (std::size_t part = 0, at = start; part < 2; ++part) {
        at = file.find('<', at);
        const std::size_t end = file.find('>', at);
        const std::string hex = hex_string(id);
        if (end == std::string::npos || end + 1 - at != hex.size()) {
            throw LibraryError("PoDoFo: trailer without an ID of 16 bytes");
        }
        file.replace(at, hex.size(), hex);
        at = end;
    }
}

}  // namespace

struct PdfDocument::Objects {
    Objects() { vector.SetAutoDelete(true); }
    PdfVecObjects vector;
    PdfObject* info = nullptr;
};

PdfDocument::PdfDocument() : objects_(std::make_unique<Objects>()) {}
PdfDocument::~PdfDocument() = default;

int PdfDocument::reserve() { return add("null"); }

void PdfDocument::set(int object, std::string_view body) {
    translated("set object", [&] {
        PdfObject* found = objects_->vector.GetObject(to(object));
        if (found == nullptr) throw std::logic_error("no PDF object " + std::to_string(object));
        static_cast<PdfVariant&>(*found) = raw(body);
        return 0;
    });
}

int PdfDocument::add(std::string_view body) {
    return translated("add object", [&] {
        return static_cast<int>(
            objects_->vector.CreateObject(raw(body))->Reference().ObjectNumber());
    });
}

int PdfDocument::add_stream(const Entries& entries, std::string_view bytes) {
    return translated("add stream", [&] {
        PdfObject* object = objects_->vector.CreateObject();
        for (const auto& [name, value] : entries) {
            object->GetDictionary().AddKey(PdfName(name), raw(value));
        }
        PdfMemoryInputStream input(bytes.data(), static_cast<pdf_long>(bytes.size()));
        object->GetStream()->SetRawData(&input, static_cast<pdf_long>(bytes.size()));
        return static_cast<int>(object->Reference().ObjectNumber());
    });
}

void PdfDocument::set_info(const Entries& entries) {
    translated("set info", [&] {
        objects_->info = objects_->vector.CreateObject();
        for (const auto& [name, value] : entries) {
            objects_->info->GetDictionary().AddKey(PdfName(name), raw(value));
        }
        return 0;
    });
}

std::string PdfDocument::save(int catalog, std::string_view id) {
    return translated("save", [&] {
        PdfObject trailer;
        trailer.GetDictionary().AddKey(PdfName("Root"), to(catalog));
        trailer.GetDictionary().AddKey(PdfName("Info"), objects_->info->Reference());
        PdfWriter writer(&objects_->vector, &trailer);
        // Compact writes "20 0 obj<<", which PDF/A 6.1.9 forbids.
        writer.SetWriteMode(ePdfWriteMode_Clean);
        writer.SetPdfVersion(ePdfVersion_1_7);
        PdfRefCountedBuffer buffer;
        PdfOutputDevice device(&buffer);
        writer.Write(&device);
        std::string file(buffer.GetBuffer(), buffer.GetSize());
        put_id(file, id);
        return file;
    });
}

}  // namespace hoso::pdf
