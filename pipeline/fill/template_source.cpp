// SPDX-License-Identifier: Apache-2.0
#include "fill/template_source.h"

#include <fmt/format.h>

#include <algorithm>

#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// Where the text stands in the markup; it runs on through partials.
class Markup {
public:
    void see(char c) {
        if (inside_tag_) {
            if (quote_ != 0) {
                if (c == quote_) quote_ = 0;
            } else if (c == '"' || c == '\'') {
                quote_ = c;
            } else if (c == '>') {
                inside_tag_ = false;
                if (element_ == "title" || element_ == "style") unprinted_ = true;
                if (element_ == "/title" || element_ == "/style") unprinted_ = false;
            } else if (naming_ && c != ' ' && c != '\n' && c != '\t') {
                element_ += c;
            } else {
                naming_ = false;
            }
        } else if (c == '<') {
            inside_tag_ = naming_ = true;
            element_.clear();
        }
    }
    [[nodiscard]] bool printed() const { return !inside_tag_ && !unprinted_; }

private:
    bool inside_tag_ = false, naming_ = false, unprinted_ = false;
    char quote_ = 0;
    std::string element_;
};

struct Cursor {
    std::string file;
    std::string bytes;
    std::size_t at = 0;
    int line = 1, column = 1;

    [[nodiscard]] bool done() const { return at >= bytes.size(); }
    [[nodiscard]] bool starts(std::string_view text) const {
        return bytes.compare(at, text.size(), text) == 0;
    }
    char take() {
        const char c = bytes[at++];
        if (c == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++column;
        }
        return c;
    }
    [[noreturn]] void refuse(const std::string& message) const {
        throw UsageError(fmt::format("{}:{}:{}: {}", file, line, column, message));
    }
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

class Reader {
public:
    explicit Reader(const TemplateFolder& templates) : templates_(templates) {}

    void read(const std::string& relative) {
        Cursor cursor{"templates/" + relative, to_nfc(templates_.read(relative))};
        const std::size_t outer = open_.size();
        files_.push_back(relative);
        while (!cursor.done()) {
            if (cursor.starts("{{")) {
                read_tag(cursor);
            } else {
                read_text(cursor);
            }
        }
        if (open_.size() != outer) {
            const Tag& tag = source_.tags[open_.back()];
            cursor.refuse(
                fmt::format("mục \"{}\" mở ở dòng {} chưa được đóng", tag.name, tag.line));
        }
        files_.pop_back();
    }

    TemplateSource take() { return std::move(source_); }

private:
    void read_text(Cursor& cursor) {
        if (!is_blank(cursor.bytes[cursor.at])) {
            const char c = cursor.take();
            markup_.see(c);
            source_.text += c;
            return;
        }
        bool line_break = false;
        while (!cursor.done() && is_blank(cursor.bytes[cursor.at])) {
            const char c = cursor.take();
            markup_.see(c);
            line_break = line_break || c == '\n';
        }
        source_.text += line_break ? line_mark : blank_mark;
    }

    void read_tag(Cursor& cursor) {
        if (cursor.starts("{{{"))
            cursor.refuse("không dùng {{{…}}}: mọi giá trị đều phải là chữ thường");
        const std::size_t end = cursor.bytes.find("}}", cursor.at);
        if (end == std::string::npos) cursor.refuse("thẻ {{ chưa được đóng bằng }}");
        std::string inside = clean(cursor.bytes.substr(cursor.at + 2, end - cursor.at - 2));
        if (inside.empty()) cursor.refuse("thẻ {{}} không có tên");
        const char sigil = inside.front();
        if (sigil == '&') cursor.refuse("không dùng {{&…}}: mọi giá trị đều phải là chữ thường");
        if (sigil == '=') cursor.refuse("không đổi dấu thẻ {{=…=}}");
        std::string name = std::string_view("#^/>!").find(sigil) == std::string_view::npos
                               ? inside
                               : clean(inside.substr(1));
        if (sigil == '>') {
            include(cursor, name);
        } else if (sigil != '!') {
            add_tag(cursor, sigil, std::move(name));
        }
        while (cursor.at < end + 2) cursor.take();
    }

    void include(const Cursor& cursor, const std::string& name) {
        const std::string relative = "partials/" + name + ".html";
        if (!templates_.exists(relative)) {
            cursor.refuse(fmt::format("không có tệp templates/{}", relative));
        }
        if (std::find(files_.begin(), files_.end(), relative) != files_.end()) {
            cursor.refuse(fmt::format("templates/{} chứa chính nó", relative));
        }
        read(relative);
    }

    void add_tag(const Cursor& cursor, char sigil, std::string name) {
        Tag tag;
        tag.name = std::move(name);
        tag.file = cursor.file;
        tag.line = cursor.line;
        tag.column = cursor.column;
        tag.framed = markup_.printed();
        if (tag.name != ".") {
            tag.path = split(tag.name, '.');
            for (const std::string& part : tag.path) {
                if (part.empty() || part.find(' ') != std::string::npos) {
                    cursor.refuse(fmt::format("tên \"{}\" viết sai", tag.name));
                }
            }
        }
        std::size_t index = source_.tags.size();
        std::string prefix;
        if (sigil == '#' || sigil == '^') {
            tag.kind = sigil == '#' ? Tag::Kind::Section : Tag::Kind::Inverted;
            prefix = sigil;
            open_.push_back(index);
        } else if (sigil == '/') {
            if (open_.empty() || source_.tags[open_.back()].name != tag.name ||
                source_.tags[open_.back()].file != tag.file) {
                cursor.refuse(fmt::format("đóng mục \"{}\" mà mục đó không mở ở đây", tag.name));
            }
            tag.kind = Tag::Kind::Close;
            prefix = sigil;
            index = open_.back();
            open_.pop_back();
        }
        source_.text += fmt::format("{{{{{}{}}}}}", prefix, index);
        source_.tags.push_back(std::move(tag));
    }

    const TemplateFolder& templates_;
    TemplateSource source_;
    Markup markup_;
    std::vector<std::size_t> open_;   // indices of open sections
    std::vector<std::string> files_;  // being read, outermost first
};

}  // namespace

TemplateSource read_template(const TemplateFolder& templates, const std::string& relative) {
    Reader reader(templates);
    reader.read(relative);
    return reader.take();
}

}  // namespace hoso
