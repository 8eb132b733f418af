// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/office_pdf.h"

#include <exception>
#include <memory>
// qpdf/PointerHolder.hh: std::shared_ptr only, as qpdf 12 will have it.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string_view>

namespace hoso {

namespace {

std::string content(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void cut_element(std::string& xml, const std::string& name) {
    const std::string open = "<" + name + ">", close = "</" + name + ">";
    const std::size_t begin = xml.find(open);
    if (begin == std::string::npos) return;
    const std::size_t end = xml.find(close, begin);
    if (end != std::string::npos) xml.erase(begin, end + close.size() - begin);
}

void cut_metadata_dates(QPDFObjectHandle root) {
    QPDFObjectHandle metadata = root.getKey("/Metadata");
    if (!metadata.isStream()) return;
    std::string xmp = content(metadata);
    for (const char* name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
        cut_element(xmp, name);
    }
    metadata.replaceStreamData(xmp, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

// ICC.1:2010, 7.2.8: bytes 24 to 35 of a profile are its date and time.
void blank_profile_dates(QPDFObjectHandle root) {
    constexpr std::size_t kDate = 24, kDateEnd = 36;
    QPDFObjectHandle intents = root.getKey("/OutputIntents");
    if (!intents.isArray()) return;
    for (QPDFObjectHandle intent : intents.aitems()) {
        QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
        if (!profile.isStream()) continue;
        std::string bytes = content(profile);
        if (bytes.size() < kDateEnd) continue;
        bytes.replace(kDate, kDateEnd - kDate,
                      std::string_view("\x07\xD0\0\1\0\1\0\0\0\0\0\0", 12));
        profile.replaceStreamData(bytes, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

std::string written(QPDF& document) {
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true);  // ISO 19005-2, 6.1.7.1
    writer.setSuppressOriginalObjectIDs(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::optional<std::string> without_moments(const std::string& pdf) try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.setAttemptRecovery(false);
    document.processMemoryFile("LibreOffice", pdf.data(), pdf.size());
    cut_metadata_dates(document.getRoot());
    blank_profile_dates(document.getRoot());
    QPDFObjectHandle trailer = document.getTrailer();
    trailer.removeKey("/DocChecksum");
    trailer.removeKey("/ID");  // its first half would stay
    if (QPDFObjectHandle info = trailer.getKey("/Info"); info.isDictionary()) {
        info.removeKey("/CreationDate");
        info.removeKey("/ModDate");
    }
    return written(document);
} catch (const std::exception&) {
    return std::nullopt;  // qpdf throws for what it cannot read
}

std::optional<std::string> joined_pages(const std::vector<std::string>& pdfs) try {
    if (pdfs.empty()) return std::nullopt;
    std::vector<std::unique_ptr<QPDF>> parts;  // their objects are read when all is written
    for (const std::string& pdf : pdfs) {
        parts.push_back(std::make_unique<QPDF>());
        parts.back()->setSuppressWarnings(true);
        parts.back()->setAttemptRecovery(false);
        parts.back()->processMemoryFile("LibreOffice", pdf.data(), pdf.size());
        if (parts.size() == 1) continue;
        for (const QPDFObjectHandle& page : parts.back()->getAllPages()) {
            parts.front()->addPage(page, false);
        }
    }
    QPDF& whole = *parts.front();
    QPDFObjectHandle root = whole.getRoot();
    // What speaks of the first part only.
    for (const char* key : {"/Outlines", "/StructTreeRoot", "/MarkInfo", "/Names", "/Dests",
                            "/OpenAction", "/PageMode", "/PageLabels"}) {
        root.removeKey(key);
    }
    if (QPDFObjectHandle metadata = root.getKey("/Metadata"); metadata.isStream()) {
        std::string xmp = content(metadata);
        for (const char* name : {"dc:title", "dc:creator"}) cut_element(xmp, name);
        metadata.replaceStreamData(xmp, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
    whole.getTrailer().removeKey("/ID");
    if (QPDFObjectHandle info = whole.getTrailer().getKey("/Info"); info.isDictionary()) {
        for (const char* key : {"/Title", "/Author"}) info.removeKey(key);
    }
    return written(whole);
} catch (const std::exception&) {
    return std::nullopt;
}

int page_count(const std::string& pdf) try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("LibreOffice", pdf.data(), pdf.size());
    return static_cast<int>(document.getAllPages().size());
} catch (const std::exception&) {
    return 0;
}

}  // namespace hoso
