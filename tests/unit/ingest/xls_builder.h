// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

// Writes .xls files byte by byte, the wrong ones too: MS-CFB outside, MS-XLS inside.
namespace hoso::test {

inline std::string le(std::uint64_t value, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(value >> 8 * i);
    return text;
}
inline std::string le2(std::uint64_t value) { return le(value, 2); }
inline std::string le4(std::uint64_t value) { return le(value, 4); }
inline std::string le_double(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return le(bits, 8);
}
inline void put(std::string& bytes, std::size_t at, const std::string& value) {
    bytes.replace(at, value.size(), value);
}

inline std::string record(unsigned type, const std::string& body) {
    return le2(type) + le2(body.size()) + body;
}

inline std::string utf16(const std::u16string& text) {
    std::string bytes;
    for (const char16_t unit : text) bytes += le2(unit);
    return bytes;
}
// One byte a character, and two; with one byte and with two for the length.
inline std::string narrow(const std::string& text) { return le2(text.size()) + '\0' + text; }
inline std::string wide(const std::u16string& text) {
    return le2(text.size()) + '\1' + utf16(text);
}
inline std::string short_wide(const std::u16string& text) {
    return le(text.size(), 1) + '\1' + utf16(text);
}

inline std::string at(unsigned row, unsigned column, unsigned xf = 0) {
    return le2(row) + le2(column) + le2(xf);
}
inline std::string number(unsigned row, unsigned column, double value, unsigned xf = 0) {
    return record(0x203, at(row, column, xf) + le_double(value));
}
inline std::string shared(unsigned row, unsigned column, unsigned index, unsigned xf = 0) {
    return record(0xFD, at(row, column, xf) + le4(index));
}
inline std::string label(unsigned row, unsigned column, const std::u16string& text) {
    return record(0x204, at(row, column) + wide(text));
}
// `value`: the eight bytes of the cached result.
inline std::string formula(unsigned row, unsigned column, const std::string& value,
                           unsigned options = 0) {
    return record(0x06, at(row, column) + value + le2(options) + le4(0) + le2(0));
}
inline std::string special(unsigned kind, unsigned value = 0) {
    return le2(kind) + le2(value) + le2(0) + le2(0xFFFF);
}
inline std::string sst(const std::vector<std::string>& texts) {
    std::string body = le4(texts.size()) + le4(texts.size());
    for (const std::string& text : texts) body += text;
    return record(0xFC, body);
}
inline std::string font(const std::u16string& name) {
    return record(0x31, std::string(14, '\0') + short_wide(name));
}
inline std::string xf(unsigned font_index, unsigned format) {
    return record(0xE0, le2(font_index) + le2(format) + std::string(16, '\0'));
}
inline std::string format(unsigned id, const std::string& code) {
    return record(0x41E, le2(id) + narrow(code));
}

struct XlsTestSheet {
    std::string records;
    std::u16string name = u"6A";
    unsigned visibility = 0, type = 0;
};

inline std::string bof(unsigned kind, unsigned version = 0x0600) {
    return record(0x809, le2(version) + le2(kind) + std::string(12, '\0'));
}
inline const std::string kEof = record(0x0A, "");

// `globals` come after the list of sheets, as FONT, XF and SST may.
inline std::string xls_stream(const std::vector<XlsTestSheet>& sheets,
                              const std::string& globals = "") {
    std::string head, bodies;
    std::size_t begin = bof(5).size() + globals.size() + kEof.size();
    for (const XlsTestSheet& sheet : sheets) begin += 4 + 6 + 2 + 2 * sheet.name.size();
    for (const XlsTestSheet& sheet : sheets) {
        head += record(0x85, le4(begin + bodies.size()) + le(sheet.visibility, 1) +
                                 le(sheet.type, 1) + short_wide(sheet.name));
        bodies += bof(sheet.type == 2 ? 0x20 : 0x10) + sheet.records + kEof;
    }
    return bof(5) + head + globals + kEof + bodies;
}

// Sectors of 512 bytes: FAT, directory, mini FAT, content. Short streams go into the mini stream.
inline std::string ole2_of(const std::string& stream, const std::u16string& name = u"Workbook") {
    constexpr std::size_t kSector = 512, kMini = 64, kPerFat = 128;
    const auto sectors_for = [](std::size_t bytes, std::size_t size) {
        return (bytes + size - 1) / size;
    };
    const bool mini = stream.size() < 4096;
    const std::size_t minis = mini ? sectors_for(stream.size(), kMini) : 0;
    const std::size_t data = sectors_for(mini ? minis * kMini : stream.size(), kSector);
    std::size_t fats = 1;
    while (fats * kPerFat < fats + 2 + data) ++fats;
    const std::size_t directory = fats, mini_fat = fats + 1, first = fats + 2;

    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + le2(0x3E) +
                         le2(3) + le2(0xFFFE) + le2(9) + le2(6) + std::string(10, '\0');
    header += le4(fats) + le4(directory) + le4(0) + le4(4096) + le4(mini_fat) + le4(1) +
              le4(0xFFFFFFFE) + le4(0);
    for (std::size_t i = 0; i < 109; ++i) header += le4(i < fats ? i : 0xFFFFFFFF);

    std::string fat;
    for (std::size_t i = 0; i < fats; ++i) fat += le4(0xFFFFFFFD);
    fat += le4(0xFFFFFFFE) + le4(0xFFFFFFFE);
    for (std::size_t i = 1; i <= data; ++i) fat += le4(i < data ? first + i : 0xFFFFFFFE);
    fat.resize(fats * kSector, '\xFF');

    const auto entry = [](const std::u16string& title, unsigned type, std::uint64_t child,
                          std::size_t start, std::size_t size) {
        std::string bytes = utf16(title);
        bytes.resize(64, '\0');
        return bytes + le2(2 * title.size() + 2) + le(type, 1) + '\1' + le4(0xFFFFFFFF) +
               le4(0xFFFFFFFF) + le4(child) + std::string(36, '\0') + le4(start) + le(size, 8);
    };
    std::string tree = entry(u"Root Entry", 5, 1, mini ? first : 0xFFFFFFFE, minis * kMini) +
                       entry(name, 2, 0xFFFFFFFF, mini ? 0 : first, stream.size());
    tree.resize(kSector, '\0');

    std::string mini_table;
    for (std::size_t i = 1; i <= minis; ++i) mini_table += le4(i < minis ? i : 0xFFFFFFFE);
    mini_table.resize(kSector, '\xFF');
    std::string content = stream;
    content.resize(data * kSector, '\0');
    return header + fat + tree + mini_table + content;
}

inline std::string xls_of(const std::string& records, const std::string& globals = "") {
    return ole2_of(xls_stream({{records}}, globals));
}

}  // namespace hoso::test
