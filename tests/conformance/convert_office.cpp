// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>

#include "vocabulary/disk.h"
#include "vocabulary/office.h"

// convert_office CACHE FILE docx|xlsx|pdf: what the door to LibreOffice gives, on standard output.
// Exit 77: LibreOffice is not installed; 1: it could not convert the file.
int main(int count, char** arguments) {
    if (count != 4) return 2;
    hoso::RealDisk disk;
    hoso::RealOffice office(disk, arguments[1]);
    if (!office.installed()) return 77;
    const std::filesystem::path file = arguments[2];
    const std::string target = arguments[3];
    const auto result = office.convert(disk.read(file), file.extension().string().substr(1),
                                       target == "docx"   ? hoso::Office::Target::Docx
                                       : target == "xlsx" ? hoso::Office::Target::Xlsx
                                                          : hoso::Office::Target::PdfA);
    if (!result) return 1;
    std::cout << *result;
    return 0;
}
