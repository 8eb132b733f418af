// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <vector>

#include "sign/pdf_signature.h"
#include "sign_support.h"

namespace hoso::test {

std::string base_pdf() {
    const std::vector<std::string> objects{
        "<<\n/Type /Catalog\n/Pages 2 0 R\n/AcroForm 5 0 R\n>>",
        "<<\n/Type /Pages\n/Kids [3 0 R]\n/Count 1\n>>",
        "<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 595 842]\n/Annots [6 0 R 7 0 R]\n>>",
        "<<\n/Type /Font\n/Subtype /Type1\n/BaseFont /Times-Roman\n>>",
        "<<\n/Fields [6 0 R 7 0 R]\n/SigFlags 3\n/DR << /Font << /F1 4 0 R /F2 4 0 R >> >>\n>>",
        "<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (homeroom)\n/F 132\n/P 3 0 R\n"
        "/Rect [60 100 240 180]\n>>",
        "<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (principal)\n/F 132\n/P 3 0 R\n"
        "/Rect [340 100 520 180]\n>>",
    };
    std::string pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "xref\n0 8\n0000000000 65535 f \n";
    int number = 0;
    for (const std::string& object : objects) {
        std::array<char, 24> entry{};
        std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", pdf.size());
        table += entry.data();
        pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const std::string at = std::to_string(pdf.size());
    return pdf + table + "trailer\n<<\n/Size 8\n/Root 1 0 R\n/ID [<00> <00>]\n>>\nstartxref\n" +
           at + "\n%%EOF\n";
}

AppearanceFonts fake_fonts() {
    return {"F1", "F2", [](bool, std::string_view text) {
                EncodedText encoded;
                for (const char c : text) {
                    std::array<char, 8> hex{};
                    std::snprintf(hex.data(), hex.size(), "%02X", static_cast<unsigned char>(c));
                    encoded.hex += hex.data();
                    encoded.width += 0.5;
                }
                return encoded;
            }};
}

Instant moment() { return *parse_instant("2022-01-12T09:30:00+07:00"); }
Appearance homeroom_appearance() {
    return {"GIÁO VIÊN CHỦ NHIỆM", "Lò Thị Phương Ếch", moment(), true};
}
Appearance principal_appearance() {
    return {"HIỆU TRƯỞNG", "Nguyễn Văn Ẫm", Instant{moment().seconds + 3600}, true};
}

Identities::Identities() {
    RealDisk disk;
    make_demo_keys(disk, folder.path(), "TRƯỜNG THCS XÃ NẬM PHẠ",
                   {{"gvcn-6a", "Lò Thị Phương Ếch", "Giáo viên chủ nhiệm"},
                    {"ht", "Nguyễn Văn Ẫm", "Hiệu trưởng"}},
                   "thu-nghiem", FixedClock(moment()));
    homeroom = open_pkcs12(disk, folder.path() / "gvcn-6a.p12", "thu-nghiem");
    principal = open_pkcs12(disk, folder.path() / "ht.p12", "thu-nghiem");
}

const Identities& identities() {
    static const Identities made;
    return made;
}

std::string sign_with(const std::string& pdf, const std::string& role, const Signer& signer,
                      const Appearance& appearance) {
    PreparedSignature prepared = prepare_with(pdf, role, signer.chain(), signer.algorithm(),
                                              signer.signature_size(), appearance, fake_fonts());
    const std::string value = signer.sign_digest(prepared.digest);
    return complete_signature(std::move(prepared), signer.chain(), signer.algorithm(), value);
}

}  // namespace hoso::test
