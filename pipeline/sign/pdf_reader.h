// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Reads what a signature needs of a PDF that hoso wrote: cross-reference tables, the trailer,
// dictionaries. PoDoFo would parse every object and write the file anew; an incremental update
// needs five objects and must not touch the rest. Anything else than a plain file of ours (object
// streams, encryption, damage) is refused with an EnvironmentError.
namespace hoso::pdf_reader {

// Views into the file. Values are the bytes between one key and the next, trimmed: "12 0 R",
// "(text)", "<< … >>".
class Dictionary {
public:
    explicit Dictionary(std::string_view text);  // from "<<"; what follows ">>" is ignored
    [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const;  // "/Root"
    [[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& entries()
        const {
        return entries_;
    }

private:
    std::vector<std::pair<std::string_view, std::string_view>> entries_;
};

std::vector<std::string_view> array_items(std::string_view text);  // from "["
std::optional<std::uint32_t> reference(std::string_view value);    // "12 0 R" → 12
std::string string_value(std::string_view value);  // "(a\(b)" or "<6162>" → its bytes
std::vector<double> numbers(std::string_view array);
[[noreturn]] void refuse(const std::string& why);

class File {
public:
    explicit File(std::string_view bytes);  // keeps views into `bytes`
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] const Dictionary& trailer() const { return *trailer_; }
    [[nodiscard]] std::uint32_t size() const { return size_; }  // first free object number
    [[nodiscard]] std::size_t last_xref() const { return last_xref_; }
    // The value of an object, from the first byte after "obj".
    [[nodiscard]] std::string_view object(std::uint32_t number) const;
    // `value` itself, or the object that it refers to.
    [[nodiscard]] std::string_view resolve(std::string_view value) const;
    [[nodiscard]] Dictionary dictionary(std::string_view value) const;

private:
    // Reads one table into offsets_; returns its trailer.
    Dictionary read_section(std::size_t at);

    std::string_view bytes_;
    std::vector<std::size_t> offsets_;  // by object number; 0: free or unknown
    std::optional<Dictionary> trailer_;
    std::uint32_t size_ = 0;
    std::size_t last_xref_ = 0;
};

// A signature field with its widget in one object, as render writes it.
struct SignatureField {
    std::uint32_t object = 0;
    std::string name;
    Dictionary dictionary;
    bool is_signed = false;
};
std::vector<SignatureField> signature_fields(const File& file);
Dictionary acro_form(const File& file);

}  // namespace hoso::pdf_reader
