// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The parts of a workbook that libxlsxwriter wrote (ECMA-376, Part 2: a zip archive with
// [Content_Types].xml and relationships). What is not touched keeps its bytes: packing a class book
// again would cost more than signing it. Anything else than a plain archive (ZIP64, encryption,
// damage) is refused with an EnvironmentError.
namespace hoso::opc {

inline constexpr std::string_view kSignatureFolder = "_xmlsignatures/";

struct Relationship {
    std::string id, type, target, mode;  // mode: "Internal" "External"
};

class Package {
public:
    explicit Package(std::string_view bytes);  // keeps views into `bytes`

    // Without [Content_Types].xml, in ascending order.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] bool has(const std::string& name) const { return entries_.count(name) != 0; }
    [[nodiscard]] std::string read(const std::string& name) const;
    [[nodiscard]] std::string content_type(const std::string& name) const;

    // Adds a part, or puts other bytes in its place; stands in the archive where it was first.
    void put(const std::string& name, std::string bytes);
    // Declares the type of the parts that end so, of one part.
    void declare_extension(const std::string& extension, const std::string& type);
    void declare_part(const std::string& name, const std::string& type);
    [[nodiscard]] std::string finish();

private:
    struct Entry {
        std::string_view local;    // header and packed bytes, as they are
        std::string_view central;  // its record in the directory
        std::string_view packed;
        std::uint16_t method = 0;
        std::uint32_t crc = 0;
        std::size_t size = 0;
    };
    void read_directory();
    Entry read_entry(std::string_view central) const;
    void read_types();
    // The two headers of an entry that takes version and time from `like`.
    [[nodiscard]] std::pair<std::string, std::string> headers(const std::string& name,
                                                              const std::string& packed,
                                                              std::string_view bytes) const;

    std::string_view bytes_;
    std::map<std::string, Entry> entries_;
    std::vector<std::string> order_;
    std::map<std::string, std::string> changed_;
    std::map<std::string, std::string> by_extension_, by_part_;
    bool types_changed_ = false;
};

// "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" → "_rels/.rels".
std::string relationships_name(const std::string& part);
bool is_relationships(std::string_view name);
std::vector<Relationship> read_relationships(const std::string& xml);  // by id
std::string write_relationships(const std::vector<Relationship>& relationships);

}  // namespace hoso::opc
