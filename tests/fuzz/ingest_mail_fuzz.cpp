// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "ingest/documents/mail/mail.h"

// A message, or a mailbox of them. Each message has a row, with the headings above.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string mail(reinterpret_cast<const char*>(bytes), size);
    hoso::test::check_reader([&](hoso::Findings& findings) {
        auto sheets = hoso::read_mail(mail, "a", findings);
        for (const hoso::Sheet& sheet : sheets) {
            if (sheet.find(1, 1) == nullptr) __builtin_trap();
            for (std::uint32_t row = 2; row <= sheet.last_row; ++row) {
                if (sheet.find(row, 1) == nullptr || sheet.find(row, 9) == nullptr) {
                    __builtin_trap();
                }
            }
        }
        return sheets;
    });
    return 0;
}
