// SPDX-License-Identifier: Apache-2.0
#include "sign/pdf_reader.h"

#include <algorithm>
#include <charconv>

#include "vocabulary/errors.h"

namespace hoso::pdf_reader {

namespace {

constexpr int kMaxNesting = 32;
constexpr int kMaxRevisions = 64;

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

// Walks over PDF tokens and values (ISO 32000-1, 7.2 and 7.3).
class Scanner {
public:
    explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t position() const { return at_; }
    bool take(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }
    bool peek(std::string_view word) const { return text_.substr(at_, word.size()) == word; }

    std::string_view token() {
        const std::size_t start = at_;
        if (!at_end() && text_[at_] == '/') ++at_;
        while (!at_end() && !is_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
        if (at_ == start) refuse("unexpected character at offset " + std::to_string(start));
        return text_.substr(start, at_ - start);
    }

    std::uint64_t unsigned_number() {
        skip_space();
        const std::string_view word = token();
        std::uint64_t number = 0;
        const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc{} || stop != word.data() + word.size()) {
            refuse("a number is missing at offset " + std::to_string(at_ - word.size()));
        }
        return number;
    }

    // One value; "12 0 R" counts as one.
    std::string_view value(int nesting = 0) {
        if (nesting > kMaxNesting) refuse("values are nested too deeply");
        skip_space();
        const std::size_t start = at_;
        if (peek("<<")) {
            at_ += 2;
            skip_until(">>", nesting);
        } else if (peek("[")) {
            ++at_;
            skip_until("]", nesting);
        } else if (peek("<")) {
            const std::size_t close = text_.find('>', at_);
            if (close == std::string_view::npos) refuse("a hexadecimal string does not end");
            at_ = close + 1;
        } else if (peek("(")) {
            skip_string();
        } else {
            token();
            const std::size_t after = at_;
            if (!skip_rest_of_reference(start)) at_ = after;
        }
        return text_.substr(start, at_ - start);
    }

private:
    void skip_until(std::string_view close, int nesting) {
        for (skip_space(); !take(close); skip_space()) {
            if (at_end()) refuse("a dictionary or an array does not end");
            value(nesting + 1);
        }
    }

    void skip_string() {
        int open = 0;
        for (; !at_end(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '(') {
                ++open;
            } else if (text_[at_] == ')' && --open == 0) {
                ++at_;
                return;
            }
        }
        at_ = text_.size();
        refuse("a string does not end");
    }

    bool skip_rest_of_reference(std::size_t start) {
        const auto all_digits = [&](std::size_t from, std::size_t to) {
            return from < to && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                                            text_.begin() + static_cast<std::ptrdiff_t>(to),
                                            [](char c) { return c >= '0' && c <= '9'; });
        };
        if (!all_digits(start, at_)) return false;
        skip_space();
        const std::size_t second = at_;
        while (!at_end() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        if (!all_digits(second, at_)) return false;
        skip_space();
        if (!take("R")) return false;
        return at_end() || is_space(text_[at_]) || is_delimiter(text_[at_]);
    }

    std::string_view text_;
    std::size_t at_;
};

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string hex_string_value(std::string_view digits) {
    std::string bytes;
    int high = -1;
    for (const char c : digits) {
        const int digit = hex_digit(c);
        if (digit < 0) continue;
        if (high < 0) {
            high = digit;
        } else {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0) bytes += static_cast<char>(high * 16);
    return bytes;
}

}  // namespace

void refuse(const std::string& why) {
    throw EnvironmentError("this is not a PDF as hoso writes it: " + why);
}

Dictionary::Dictionary(std::string_view text) {
    Scanner scanner(text);
    scanner.skip_space();
    if (!scanner.take("<<")) refuse("a dictionary is missing");
    for (scanner.skip_space(); !scanner.take(">>"); scanner.skip_space()) {
        if (!scanner.peek("/")) refuse("a key is missing in a dictionary");
        const std::string_view key = scanner.token();
        entries_.emplace_back(key, scanner.value());
    }
}

std::optional<std::string_view> Dictionary::find(std::string_view key) const {
    for (const auto& [name, value] : entries_) {
        if (name == key) return value;
    }
    return std::nullopt;
}

std::vector<std::string_view> array_items(std::string_view text) {
    Scanner scanner(text);
    scanner.skip_space();
    if (!scanner.take("[")) refuse("an array is missing");
    std::vector<std::string_view> items;
    for (scanner.skip_space(); !scanner.take("]"); scanner.skip_space()) {
        if (scanner.at_end()) refuse("an array does not end");
        items.push_back(scanner.value());
    }
    return items;
}

std::optional<std::uint32_t> reference(std::string_view value) {
    if (value.size() < 5 || value.back() != 'R') return std::nullopt;
    std::uint32_t number = 0;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || stop == value.data() + value.size() || !is_space(*stop)) {
        return std::nullopt;
    }
    return number;
}

std::string string_value(std::string_view value) {
    if (value.size() < 2) refuse("a string is missing");
    const std::string_view inner = value.substr(1, value.size() - 2);
    if (value.front() == '<') return hex_string_value(inner);
    if (value.front() != '(') refuse("a string is missing");
    std::string bytes;
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] == '\\' && i + 1 < inner.size()) ++i;
        bytes += inner[i];
    }
    return bytes;
}

std::vector<double> numbers(std::string_view array) {
    std::vector<double> values;
    for (const std::string_view item : array_items(array)) {
        double number = 0;
        const auto [stop, error] = std::from_chars(item.data(), item.data() + item.size(), number);
        if (error != std::errc{} || stop != item.data() + item.size())
            refuse("a number is missing");
        values.push_back(number);
    }
    return values;
}

File::File(std::string_view bytes) : bytes_(bytes) {
    if (bytes.substr(0, 5) != "%PDF-") refuse("it does not begin with %PDF-");
    const std::size_t mark = bytes.rfind("startxref");
    if (mark == std::string_view::npos || bytes.size() - mark > 64) refuse("startxref is missing");
    Scanner scanner(bytes, mark + 9);
    last_xref_ = scanner.unsigned_number();
    std::size_t section = last_xref_;
    for (int revision = 0;; ++revision) {
        if (revision == kMaxRevisions) refuse("it has too many revisions");
        Dictionary trailer = read_section(section);
        const auto previous = trailer.find("/Prev");
        if (previous) section = Scanner(*previous).unsigned_number();
        if (!trailer_) trailer_ = std::move(trailer);
        if (!previous) break;
    }
    const auto size = trailer_->find("/Size");
    if (!size) refuse("its trailer has no Size");
    size_ = static_cast<std::uint32_t>(Scanner(*size).unsigned_number());
    if (size_ < offsets_.size()) refuse("its trailer has a Size that is too small");
    if (trailer_->find("/Encrypt")) refuse("it is encrypted");
}

Dictionary File::read_section(std::size_t at) {
    Scanner scanner(bytes_, std::min(at, bytes_.size()));
    if (!scanner.take("xref")) {
        refuse("no cross-reference table at offset " + std::to_string(at));
    }
    for (scanner.skip_space(); !scanner.take("trailer"); scanner.skip_space()) {
        const std::uint64_t first = scanner.unsigned_number();
        const std::uint64_t count = scanner.unsigned_number();
        // An entry takes 20 bytes, so the file's size bounds both.
        if (count > bytes_.size() / 20 || first > bytes_.size()) refuse("its table is too long");
        if (offsets_.size() < first + count) offsets_.resize(first + count);
        for (std::uint64_t number = first; number < first + count; ++number) {
            const std::uint64_t offset = scanner.unsigned_number();
            scanner.unsigned_number();
            scanner.skip_space();
            const bool used = scanner.token() == "n";
            // The newest section is read first, so an entry that is there is the valid one.
            if (used && offsets_[number] == 0) offsets_[number] = offset;
        }
    }
    scanner.skip_space();
    return Dictionary(bytes_.substr(scanner.position()));
}

std::string_view File::object(std::uint32_t number) const {
    if (number >= offsets_.size() || offsets_[number] == 0 || offsets_[number] >= bytes_.size()) {
        refuse("object " + std::to_string(number) + " is missing");
    }
    Scanner scanner(bytes_, offsets_[number]);
    const std::uint64_t found = scanner.unsigned_number();
    scanner.unsigned_number();
    scanner.skip_space();
    if (found != number || !scanner.take("obj")) {
        refuse("object " + std::to_string(number) + " is not where the table says");
    }
    return bytes_.substr(scanner.position());
}

std::string_view File::resolve(std::string_view value) const {
    const auto number = reference(value);
    return number ? Scanner(object(*number)).value() : value;
}

Dictionary File::dictionary(std::string_view value) const { return Dictionary(resolve(value)); }

Dictionary acro_form(const File& file) {
    const auto root = file.trailer().find("/Root");
    if (!root) refuse("its trailer has no Root");
    const auto form = file.dictionary(*root).find("/AcroForm");
    if (!form) refuse("it has no form, so no signature field");
    return file.dictionary(*form);
}

std::vector<SignatureField> signature_fields(const File& file) {
    std::vector<SignatureField> fields;
    const auto list = acro_form(file).find("/Fields");
    if (!list) return fields;
    for (const std::string_view item : array_items(file.resolve(*list))) {
        const auto object = reference(item);
        if (!object) refuse("a form field is not an object of its own");
        Dictionary field(file.object(*object));
        if (field.find("/FT") != "/Sig") continue;
        const auto name = field.find("/T");
        if (!name) refuse("a signature field has no name");
        const bool is_signed = field.find("/V").has_value();
        fields.push_back({*object, string_value(*name), std::move(field), is_signed});
    }
    return fields;
}

}  // namespace hoso::pdf_reader
