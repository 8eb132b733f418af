// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoso::test {

inline std::string pdf_stream(const std::string& dictionary, const std::string& content) {
    return "<< /Length " + std::to_string(content.size()) + " " + dictionary + " >>\nstream\n" +
           content + "\nendstream";
}

// A PDF file of objects 1, 2, …; object 1 is the catalogue.
inline std::string pdf_of(const std::vector<std::string>& objects, const std::string& trailer = "",
                          const std::string& version = "1.7") {
    std::string pdf = "%PDF-" + version + "\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string offset = std::to_string(pdf.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    return pdf + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R " +
           trailer + " >>\nstartxref\n" + std::to_string(pdf.size()) + "\n%%EOF\n";
}

}  // namespace hoso::test
