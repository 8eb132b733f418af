// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoso::pdf {

// The only door to PoDoFo: numbered objects and a file around them. Bodies are PDF syntax, written
// as they are; no fonts, no painter, no object streams. Throws LibraryError.
class PdfDocument {
public:
    PdfDocument();
    ~PdfDocument();
    PdfDocument(const PdfDocument&) = delete;
    PdfDocument& operator=(const PdfDocument&) = delete;

    // A number for an object that others refer to before it is known.
    int reserve();
    // "<< … >>" or any other direct object.
    void set(int object, std::string_view body);
    int add(std::string_view body);
    // Name and value of each entry of the stream's dictionary; /Length is added. The bytes must
    // already be encoded as /Filter says.
    using Entries = std::vector<std::pair<const char*, std::string>>;
    int add_stream(const Entries& entries, std::string_view bytes);
    // The document information dictionary; nothing is stamped into it.
    void set_info(const Entries& entries);

    // `id`: 16 bytes, both parts of the trailer's ID.
    [[nodiscard]] std::string save(int catalog, std::string_view id);

private:
    struct Objects;
    std::unique_ptr<Objects> objects_;
};

}  // namespace hoso::pdf
