// SPDX-License-Identifier: Apache-2.0
#include "render/pdf/metadata.h"

#include "render/markup/escape.h"
#include "render/pdf/syntax.h"
#include "vocabulary/digest.h"

namespace hoso::pdf {

namespace {

constexpr const char* producer = "hoso";

// The school's day begins at midnight +07:00.
std::string xmp_date(Date date) { return to_iso(date) + "T00:00:00+07:00"; }

std::string pdf_date(Date date) {
    std::string digits;
    for (const char c : to_iso(date)) {
        if (c != '-') digits += c;
    }
    return "(D:" + digits + "000000+07'00')";
}

}  // namespace

std::string xmp_packet(const RenderOptions& options) {
    std::string dates;
    if (options.created.valid()) {
        const std::string date = xmp_date(options.created);
        dates = "   <xmp:CreateDate>" + date + "</xmp:CreateDate>\n   <xmp:ModifyDate>" + date +
                "</xmp:ModifyDate>\n";
    }
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\"\n"
           "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
           "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
           "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
           "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
           "   <pdfaid:part>2</pdfaid:part>\n"
           "   <pdfaid:conformance>U</pdfaid:conformance>\n"
           "   <dc:format>application/pdf</dc:format>\n"
           "   <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>\n"
           "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           markup::escape(options.title) +
           "</rdf:li></rdf:Alt></dc:title>\n"
           "   <dc:creator><rdf:Seq><rdf:li>" +
           markup::escape(options.author) + "</rdf:li></rdf:Seq></dc:creator>\n" + dates +
           "   <xmp:CreatorTool>hoso</xmp:CreatorTool>\n"
           "   <pdf:Producer>hoso</pdf:Producer>\n"
           "  </rdf:Description>\n"
           " </rdf:RDF>\n"
           "</x:xmpmeta>\n"
           "<?xpacket end=\"w\"?>\n";
}

PdfDocument::Entries info_entries(const RenderOptions& options) {
    PdfDocument::Entries entries = {{"Title", text_string(options.title)},
                                    {"Author", text_string(options.author)},
                                    {"Creator", text_string(producer)},
                                    {"Producer", text_string(producer)}};
    if (options.created.valid()) {
        entries.emplace_back("CreationDate", pdf_date(options.created));
        entries.emplace_back("ModDate", pdf_date(options.created));
    }
    return entries;
}

std::string file_id(const RenderOptions& options) {
    return sha256_raw(options.id_seed).substr(0, 16);
}

}  // namespace hoso::pdf
