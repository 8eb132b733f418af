// SPDX-License-Identifier: Apache-2.0
//
// Text as any reader of the PDF would get it: the codes of each `<…> Tj`, through the ToUnicode
// table of the font chosen by `Tf` (ISO 32000-1, 9.4.3, 9.10.3), in the order of the content
// streams.
#include <libdeflate.h>

#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>

#include "sign/pdf_reader.h"
#include "twins/text_stream.h"
#include "vocabulary/errors.h"

namespace hoso::twins {

namespace {

using pdf_reader::Dictionary;
using pdf_reader::File;

std::string inflate(std::string_view packed) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        inflater(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (!inflater) throw LibraryError("libdeflate: no memory");
    std::string bytes(packed.size() * 6 + 1024, '\0');
    for (;;) {
        std::size_t made = 0;
        const libdeflate_result result = libdeflate_zlib_decompress(
            inflater.get(), packed.data(), packed.size(), bytes.data(), bytes.size(), &made);
        if (result == LIBDEFLATE_SUCCESS) {
            bytes.resize(made);
            return bytes;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) pdf_reader::refuse("a stream is damaged");
        bytes.resize(bytes.size() * 4);
    }
}

std::string stream_of(const File& file, std::string_view value) {
    const auto number = pdf_reader::reference(value);
    if (!number) pdf_reader::refuse("a stream is missing");
    const std::string_view object = file.object(*number);
    const Dictionary dictionary(object);
    const auto length = dictionary.find("/Length");
    const std::string_view digits = length ? file.resolve(*length) : "";
    std::size_t size = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    std::size_t at = object.find("stream");
    if (at == std::string_view::npos) pdf_reader::refuse("a stream is missing");
    at += 6;
    if (object.substr(at, 2) == "\r\n") ++at;
    ++at;
    const std::string_view bytes = object.substr(std::min(at, object.size()), size);
    return dictionary.find("/Filter") ? inflate(bytes) : std::string(bytes);
}

unsigned hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    return static_cast<unsigned>((c | 0x20) - 'a' + 10) & 0xF;
}

unsigned code_at(std::string_view hex, std::size_t at) {
    unsigned code = 0;
    for (std::size_t i = at; i < at + 4 && i < hex.size(); ++i)
        code = code << 4 | hex_digit(hex[i]);
    return code;
}

void append_utf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

using Letters = std::vector<std::string>;  // by code

// "<0024> <0041>" between beginbfchar and endbfchar, "<0024> <0030> <0041>" between beginbfrange
// and endbfrange.
Letters read_letters(std::string_view map) {
    Letters letters;
    const auto next = [&map]() -> std::optional<std::string_view> {
        const auto from = map.find_first_of("<e");
        if (from == std::string_view::npos || map[from] == 'e') return std::nullopt;
        const auto to = std::min(map.find('>', from), map.size());
        const std::string_view hex = map.substr(from + 1, to - from - 1);
        map.remove_prefix(std::min(to + 1, map.size()));
        return hex;
    };
    const auto set = [&letters](unsigned code, std::string_view target, unsigned offset) {
        if (letters.size() <= code) letters.resize(code + 1);
        std::string& letter = letters[code];
        letter.clear();
        for (std::size_t i = 0; i + 4 <= target.size(); i += 4) {
            append_utf8(letter, code_at(target, i) + (i + 8 > target.size() ? offset : 0));
        }
    };
    constexpr std::string_view kBegin = "beginbf";
    for (auto at = map.find(kBegin); at != std::string_view::npos; at = map.find(kBegin)) {
        map.remove_prefix(at + kBegin.size());
        const bool range = map.starts_with("range");
        map.remove_prefix(range ? 5 : 4);
        while (const auto first = next()) {
            const unsigned from = code_at(*first, 0);
            const unsigned to = range ? code_at(next().value_or(""), 0) : from;
            const std::string_view target = next().value_or("");
            for (unsigned code = from; code <= to && code <= 0xFFFF; ++code) {
                set(code, target, code - from);
            }
        }
    }
    return letters;
}

class PdfText {
public:
    explicit PdfText(const std::string& pdf) : file_(pdf) {}

    TextStream read() {
        const auto root = file_.trailer().find("/Root");
        const auto pages = root ? file_.dictionary(*root).find("/Pages") : std::nullopt;
        if (!pages) pdf_reader::refuse("it has no pages");
        walk(*pages, "", 0);
        return std::move(stream_);
    }

private:
    void walk(std::string_view node, std::string_view inherited, int depth) {
        constexpr int kDeepest = 16;
        if (depth > kDeepest) pdf_reader::refuse("its tree of pages is too deep");
        const Dictionary dictionary = file_.dictionary(node);
        const std::string_view resources = dictionary.find("/Resources").value_or(inherited);
        if (const auto kids = dictionary.find("/Kids")) {
            for (const std::string_view kid : pdf_reader::array_items(file_.resolve(*kids))) {
                walk(kid, resources, depth + 1);
            }
            return;
        }
        stream_.begin_page();
        if (const auto contents = dictionary.find("/Contents")) {
            read_content(stream_of(file_, *contents), resources);
        }
    }

    const Letters& letters_of(std::string_view font) {
        const auto number = pdf_reader::reference(font).value_or(0);
        const auto known = letters_.find(number);
        if (known != letters_.end()) return known->second;
        const auto map = file_.dictionary(font).find("/ToUnicode");
        if (!map) pdf_reader::refuse("a font says nothing of its letters");
        return letters_.emplace(number, read_letters(stream_of(file_, *map))).first->second;
    }

    void read_content(std::string_view content, std::string_view resources) {
        std::optional<Dictionary> fonts;
        if (!resources.empty()) {
            if (const auto listed = file_.dictionary(resources).find("/Font")) {
                fonts = file_.dictionary(*listed);
            }
        }
        const Letters* letters = nullptr;
        std::string_view name;
        std::string shown, piece;  // of a TJ: all of its strings
        for (std::size_t at = 0; at < content.size();) {
            const char c = content[at];
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                ++at;
                continue;
            }
            if (c == '<' && content.substr(at, 2) != "<<") {
                const std::size_t end = std::min(content.find('>', at), content.size());
                shown += content.substr(at + 1, end - at - 1);
                at = end + 1;
                continue;
            }
            const std::size_t end =
                std::min(content.find_first_of(" \n\r\t<", at + 1), content.size());
            const std::string_view word = content.substr(at, end - at);
            at = end;
            if (word[0] == '/') {
                name = word;
            } else if (word == "Tf") {
                const auto font = fonts ? fonts->find(name) : std::nullopt;
                if (!font) pdf_reader::refuse("a page has no font " + std::string(name));
                letters = &letters_of(*font);
            } else if (word == "Tj" || word == "TJ") {
                if (letters == nullptr) pdf_reader::refuse("text without a font");
                piece.clear();
                for (std::size_t i = 0; i + 4 <= shown.size(); i += 4) {
                    const unsigned code = code_at(shown, i);
                    if (code < letters->size()) piece += (*letters)[code];
                }
                stream_.add(piece);
                shown.clear();
            } else if (word == "'" || word == "\"") {
                pdf_reader::refuse("text is shown by " + std::string(word));
            }
        }
    }

    File file_;
    TextStream stream_;
    std::map<std::uint32_t, Letters> letters_;
};

}  // namespace

TextStream pdf_text(const std::string& pdf) { return PdfText(pdf).read(); }

}  // namespace hoso::twins
