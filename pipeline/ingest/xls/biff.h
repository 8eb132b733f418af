// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoso {

// The records that are looked at; numbers from MS-XLS 2.3. All others are passed over: they hold no
// cell (charts, pictures, views, page set-up, formula bodies that several cells share).
enum class Biff : std::uint16_t {
    OldInteger = 0x0002,
    OldNumber = 0x0003,
    OldLabel = 0x0004,
    OldBoolErr = 0x0005,
    Formula = 0x0006,
    Eof = 0x000A,
    DateMode = 0x0022,
    FilePass = 0x002F,
    Font = 0x0031,
    Continue = 0x003C,
    ColInfo = 0x007D,
    BoundSheet = 0x0085,
    MulRk = 0x00BD,
    RString = 0x00D6,
    Xf = 0x00E0,
    MergeCells = 0x00E5,
    Sst = 0x00FC,
    LabelSst = 0x00FD,
    RecalcId = 0x01C1,
    Number = 0x0203,
    Label = 0x0204,
    BoolErr = 0x0205,
    OldFormula3 = 0x0206,
    String = 0x0207,
    Row = 0x0208,
    Rk = 0x027E,
    OldFormula4 = 0x0406,
    Format = 0x041E,
    Bof = 0x0809,
};

struct BiffRecord {
    Biff type{};
    std::size_t offset = 0;  // in the Workbook stream
    std::string_view body;
};

// Walks over the records of a part of the Workbook stream.
class BiffStream {
public:
    BiffStream(std::string_view stream, std::size_t begin, std::size_t end)
        : stream_(stream.substr(0, end)), at_(begin) {}

    // False: no whole record follows.
    bool next(BiffRecord& record);
    [[nodiscard]] bool next_is(Biff type) const;
    [[nodiscard]] std::size_t offset() const { return at_; }

private:
    std::string_view stream_;
    std::size_t at_;
};

// A string; from the UTF-16 unit `start` on it is in a font of its own, before it in its cell's.
struct BiffText {
    struct Run {
        std::uint16_t start = 0, font = 0;
    };
    std::string utf8;  // a lone surrogate is U+FFFD
    std::vector<Run> runs;
};

// Reads a record's body and the CONTINUE records that it spills into. Every function returns false
// once the data ends too early.
class BiffBody {
public:
    BiffBody(BiffStream& stream, std::string_view body) : stream_(stream), rest_(body) {}

    bool skip(std::size_t count);
    bool u8(std::uint8_t& value);
    bool u16(std::uint16_t& value);
    bool u32(std::uint32_t& value);
    // The strings of MS-XLS 2.5.240, 2.5.293, 2.5.294; the length has one byte or two.
    bool short_text(BiffText& text);
    bool text(BiffText& text);

private:
    bool next_segment();
    bool content(std::uint16_t units, BiffText& text);
    bool characters(std::size_t units, bool wide, std::string& utf8);
    bool runs(std::size_t count, BiffText& text);
    void append(std::uint32_t unit, std::string& utf8);

    BiffStream& stream_;
    std::string_view rest_;  // of this segment
    std::uint32_t high_surrogate_ = 0;
};

}  // namespace hoso
