// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/scan/pdf_streams.h"

#define ZLIB_CONST  // next_in is not written to
#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace hoso {

namespace {

// What the dictionary before a stream says.
struct Look {
    bool stream = false;       // a stream follows
    std::size_t end = 0;       // of what was read: for a stream, where its data begin
    std::size_t deflated = 0;  // how many times it is packed so
    std::size_t base85 = 0, base16 = 0;
    bool other = false;   // LZW or run length
    bool hidden = false;  // its filter stands in another object
    bool image = false;
};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}
bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Just enough of ISO 32000-1, 7.2 and 7.3 to walk from "obj" to "stream" or "endobj".
class Lexer {
public:
    Lexer(std::string_view pdf, std::size_t at) : pdf_(pdf), at_(at) {}

    Look look() {
        bool after_filter = false;
        while (at_ < pdf_.size()) {
            const char c = pdf_[at_];
            if (is_blank(c)) {
                ++at_;
            } else if (c == '%') {
                at_ = std::min(pdf_.find_first_of("\r\n", at_), pdf_.size());
            } else if (c == '(') {
                skip_string();
            } else if (c == '/') {
                const std::string name = read_name();
                note(name);
                after_filter = name == "Filter";
                continue;
            } else if (is_delimiter(c)) {
                ++at_;
            } else {
                const std::string_view word = read_word();
                if (after_filter && is_digit(word[0])) look_.hidden = true;
                if (word == "endobj" || word == "obj") break;
                if (word == "stream") {
                    skip_line_end();
                    look_.stream = true;
                    break;
                }
            }
            if (!is_blank(c) && c != '%') after_filter = false;
        }
        look_.end = at_;
        return look_;
    }

private:
    void skip_string() {
        for (int depth = 0; at_ < pdf_.size();) {
            const char c = pdf_[at_++];
            if (c == '\\') ++at_;
            if (c == '(') ++depth;
            if (c == ')' && --depth == 0) return;
        }
        at_ = pdf_.size();
    }
    std::string read_name() {
        std::string name;
        for (++at_; at_ < pdf_.size() && !is_blank(pdf_[at_]) && !is_delimiter(pdf_[at_]); ++at_) {
            char c = pdf_[at_];
            if (c == '#' && at_ + 2 < pdf_.size() && hex(pdf_[at_ + 1]) >= 0 &&
                hex(pdf_[at_ + 2]) >= 0) {
                c = static_cast<char>(hex(pdf_[at_ + 1]) * 16 + hex(pdf_[at_ + 2]));
                at_ += 2;
            }
            name += c;
        }
        return name;
    }
    std::string_view read_word() {
        const std::size_t begin = at_;
        while (at_ < pdf_.size() && !is_blank(pdf_[at_]) && !is_delimiter(pdf_[at_])) ++at_;
        return pdf_.substr(begin, at_ - begin);
    }
    void note(const std::string& name) {
        if (name == "FlateDecode" || name == "Fl") ++look_.deflated;
        if (name == "ASCII85Decode" || name == "A85") ++look_.base85;
        if (name == "ASCIIHexDecode" || name == "AHx") ++look_.base16;
        if (name == "LZWDecode" || name == "LZW" || name == "RunLengthDecode" || name == "RL") {
            look_.other = true;
        }
        if (name == "Image") look_.image = true;
    }
    void skip_line_end() {
        if (at_ < pdf_.size() && pdf_[at_] == '\r') ++at_;
        if (at_ < pdf_.size() && pdf_[at_] == '\n') ++at_;
    }

    std::string_view pdf_;
    std::size_t at_;
    Look look_;
};

// 7.4.2 and 7.4.3, as far as the data go; `used` counts what was looked at.
std::string from_base16(std::string_view text, std::uint64_t& used) {
    std::string bytes;
    int high = -1;
    for (const char c : text) {
        ++used;
        const int digit = hex(c);
        if (digit < 0) {
            if (is_blank(c)) continue;
            break;
        }
        if (high >= 0) bytes += static_cast<char>(high * 16 + digit);
        high = high >= 0 ? -1 : digit;
    }
    return bytes;
}
std::string from_base85(std::string_view text, std::uint64_t& used) {
    std::string bytes;
    std::uint64_t value = 0;
    int count = 0;
    const auto put = [&](int wanted) {
        for (int i = 0; i < wanted; ++i) bytes += static_cast<char>(value >> (24 - 8 * i) & 0xFF);
        value = 0;
        count = 0;
    };
    for (const char c : text) {
        ++used;
        if (c == 'z' && count == 0) {
            put(4);
        } else if (c >= '!' && c <= 'u') {
            value = value * 85 + static_cast<std::uint64_t>(c - '!');
            if (++count == 5) put(4);
        } else if (!is_blank(c)) {
            break;
        }
    }
    const int rest = count - 1;
    for (; count > 0 && count < 5; ++count) value = value * 85 + 84;
    if (rest > 0) put(rest);
    return bytes;
}

// How many bytes come out, or more than `limit`.
std::uint64_t unpacked_size(std::string_view packed, std::uint64_t limit) {
    while (!packed.empty() && is_blank(packed.front())) packed.remove_prefix(1);
    std::array<unsigned char, 1 << 16> buffer;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return limit + 1;
    std::uint64_t size = 0;
    int state = Z_OK;
    while (state == Z_OK && size <= limit) {
        if (stream.avail_in == 0) {
            const std::size_t part = std::min<std::size_t>(packed.size(), 1 << 24);
            if (part == 0) break;
            stream.next_in = reinterpret_cast<const unsigned char*>(packed.data());
            stream.avail_in = static_cast<unsigned>(part);
            packed.remove_prefix(part);
        }
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<unsigned>(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        size += buffer.size() - stream.avail_out;
    }
    inflateEnd(&stream);
    return size;
}

}  // namespace

std::string find_stream_too_large(std::string_view pdf, const StreamLimits& limits) {
    // Each object is walked and unpacked once; a file of nested ones must not make that a square.
    constexpr std::uint64_t kWalks = 8, kLargest = 4;
    std::uint64_t walked = 0, total = 0, all = 0;
    for (std::size_t at = pdf.find("obj"); at != pdf.npos; at = pdf.find("obj", at + 3)) {
        const bool begins = at > 0 && (is_blank(pdf[at - 1]) || is_digit(pdf[at - 1]));
        if (!begins) continue;  // "endobj"
        const Look look = Lexer(pdf, at + 3).look();
        walked += look.end - at;
        if (walked > kWalks * pdf.size()) return "obj obj obj";
        if (!look.stream) continue;
        if (look.other) return "LZWDecode, RunLengthDecode";
        if (look.hidden) return "/Filter 0 0 R";
        if (look.deflated > 1) return "FlateDecode + FlateDecode";
        if (look.deflated == 0) continue;
        if (look.base85 + look.base16 > 1) return "ASCII85Decode + ASCIIHexDecode";
        const std::string_view data = pdf.substr(look.end);
        const std::uint64_t size =
            look.base85 > 0   ? unpacked_size(from_base85(data, walked), limits.stream)
            : look.base16 > 0 ? unpacked_size(from_base16(data, walked), limits.stream)
                              : unpacked_size(data, limits.stream);
        if (size > limits.stream) return "> " + std::to_string(limits.stream) + " byte";
        if (!look.image) total += size;
        if (total > limits.total) return "> " + std::to_string(limits.total) + " byte";
        all += size;
        if (all > kLargest * limits.stream) {
            return "> " + std::to_string(kLargest * limits.stream) + " byte";
        }
    }
    return "";
}

}  // namespace hoso
