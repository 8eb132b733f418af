// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

// What a file may ask of this machine. Each limit is far above any export of a school and has its
// rule in ingest/rules.h, so that what goes over it is refused by name.
namespace hoso::limits {

inline constexpr std::uint64_t kFileBytes = 64ull << 20;

inline constexpr std::size_t kZipEntries = 2'000;
inline constexpr std::uint64_t kZipEntryBytes = 64ull << 20;     // unpacked
inline constexpr std::uint64_t kZipTotalBytes = 256ull << 20;    // unpacked
inline constexpr std::uint64_t kZipRatio = 300;                  // unpacked : packed
inline constexpr std::uint64_t kZipRatioFreeBytes = 1ull << 20;  // below this a ratio says nothing

inline constexpr std::size_t kXmlDepth = 100;
inline constexpr std::size_t kXmlElements = 8'000'000;  // in a part; three a cell, and more
inline constexpr std::size_t kRelations = 10'000;       // of a part to others
inline constexpr std::size_t kStyles = 65'536;          // cell formats of a workbook

inline constexpr std::size_t kSheets = 255;
inline constexpr std::uint32_t kRows = 1'048'576;  // ECMA-376's and Excel's own limits
inline constexpr std::uint32_t kColumns = 16'384;
inline constexpr std::size_t kTextLength = 32'767;     // code points in a cell
inline constexpr std::size_t kCells = 2'000'000;       // in a file
inline constexpr std::size_t kMerges = 100'000;        // in a sheet
inline constexpr std::size_t kRepeatedCells = 50'000;  // copies of one cell in an .ods

inline constexpr std::uint32_t kXlsRows = 65'536;  // of BIFF8, which has no room for more
inline constexpr std::uint32_t kXlsColumns = 256;
inline constexpr std::size_t kSharedTexts = 2'000'000;   // in a file
inline constexpr std::size_t kTextBytes = 256ull << 20;  // in the cells of a file

inline constexpr std::size_t kHtmlNodes = 4'000'000;        // elements and texts
inline constexpr std::size_t kHtmlDepth = 500;              // of elements
inline constexpr std::uint64_t kCoveredCells = 20'000'000;  // by joined cells of a page
inline constexpr std::size_t kWordTables = 2'000;           // in a Word file

inline constexpr std::size_t kPdfPages = 10'000;
inline constexpr std::size_t kPdfImages = 200'000;              // shown on its pages
inline constexpr std::size_t kPdfContentBytes = 256ull << 20;   // of its pages, unpacked
inline constexpr std::uint64_t kPdfStreamBytes = 512ull << 20;  // an A3 page at 600 dpi in colour
inline constexpr std::uint64_t kPdfTotalBytes = 128ull << 20;   // of streams that are no images

inline constexpr std::size_t kImagePages = 1'000;  // of a TIFF

inline constexpr std::size_t kMessages = 50'000;  // in a mailbox
inline constexpr std::size_t kMailParts = 1'000;  // in a message
inline constexpr int kMailDepth = 20;

}  // namespace hoso::limits
