// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include "unit/verify/test_identity.h"

namespace hoso::test {

// Objects, then a table that lists them; `previous` 0: the first revision.
inline std::string revision(std::size_t start,
                            const std::vector<std::pair<int, std::string>>& objects, int size,
                            std::size_t previous) {
    std::string bytes;
    std::string table = "xref\n";
    if (previous == 0) table += "0 1\n0000000000 65535 f \n";
    for (const auto& [number, value] : objects) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", number, start + bytes.size());
        bytes += fmt::format("{} 0 obj\n{}\nendobj\n", number, value);
    }
    const std::size_t at = start + bytes.size();
    bytes += table + fmt::format("trailer\n<< /Size {} /Root 1 0 R", size);
    if (previous != 0) bytes += fmt::format(" /Prev {}", previous);
    return bytes + fmt::format(" >>\nstartxref\n{}\n%%EOF\n", at);
}

inline std::string field(const std::string& role, const std::string& value = "") {
    return "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + role + ") /Rect [0 0 1 1]" + value +
           " >>";
}

// One page, two empty signature fields: object 4 (homeroom) and 5 (principal).
inline std::string unsigned_pdf() {
    return "%PDF-1.7\n" +
           revision(9,
                    {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R] >> >>"},
                     {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"},
                     {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>"},
                     {4, field("homeroom")},
                     {5, field("principal")}},
                    6, 0);
}

struct SignWish {
    int field = 4, object = 6;
    std::string role = "homeroom";
    std::string time = "(D:20220112093000+07'00')";
    std::string sub_filter = "/ETSI.CAdES.detached";
    std::vector<std::pair<int, std::string>> more;  // other objects of the same revision
    CmsWish cms;
};

inline std::string sign_pdf(const std::string& pdf, const Identity& identity,
                            const SignWish& wish = {}) {
    constexpr std::size_t kReserved = 8'000;
    const std::size_t word = pdf.rfind("startxref\n") + 10;
    const std::size_t previous = std::stoul(pdf.substr(word));
    const std::string hole(40, ' ');
    auto objects = wish.more;
    objects.push_back({wish.field, field(wish.role, fmt::format(" /V {} 0 R", wish.object))});
    objects.push_back({wish.object, "<< /Type /Sig /SubFilter " + wish.sub_filter + " /M " +
                                        wish.time + " /ByteRange [" + hole + "] /Contents <" +
                                        std::string(kReserved, '0') + "> >>"});
    std::string result = pdf + revision(pdf.size(), objects, wish.object + 1, previous);
    const std::size_t contents = result.find("/Contents <", pdf.size()) + 10;
    const std::size_t after = contents + kReserved + 2;
    std::string range = fmt::format("0 {} {} {}", contents, after, result.size() - after);
    range.resize(hole.size(), ' ');
    result.replace(result.find(hole, pdf.size()), hole.size(), range);
    const std::string der =
        sign_cms(result.substr(0, contents) + result.substr(after), identity, wish.cms);
    std::string digits;
    for (const char c : der) digits += fmt::format("{:02X}", static_cast<unsigned char>(c));
    return result.replace(contents + 1, digits.size(), digits);
}

inline std::string twice_signed_pdf() {
    SignWish second;
    second.field = 5;
    second.object = 7;
    second.role = "principal";
    return sign_pdf(sign_pdf(unsigned_pdf(), people().teacher), people().principal, second);
}

}  // namespace hoso::test
