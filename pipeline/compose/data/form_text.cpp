// SPDX-License-Identifier: Apache-2.0
#include "compose/data/form_text.h"

#include "vocabulary/digest.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// What is wrong with a template is fill's to say; here a broken tag is only passed over.
class Scanner {
public:
    explicit Scanner(const TemplateFolder& templates) : templates_(templates) {}

    void scan(const std::string& relative, FormText& form) {
        const std::string& text = read(relative);
        std::size_t end = 0;
        for (std::size_t at; (at = text.find("{{", end)) != std::string::npos;) {
            end = text.find("}}", at);
            if (end == std::string::npos) return;
            add_tag(clean(text.substr(at + 2, end - at - 2)), form);
        }
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    const std::string& read(const std::string& relative) {
        const auto [file, fresh] = files_.try_emplace(relative);
        if (fresh && templates_.exists(relative)) {
            file->second = to_nfc(templates_.read(relative));
            bytes_ += relative + '\n' + std::to_string(file->second.size()) + '\n' + file->second;
        }
        return file->second;
    }

    void add_tag(const std::string& tag, FormText& form) {
        if (tag.empty() || tag.front() == '!') return;
        const bool sigil = std::string_view("#^/>").find(tag.front()) != std::string_view::npos;
        const std::string name = sigil ? clean(tag.substr(1)) : tag;
        if (tag.front() == '>') {
            if (depth_ == 16) return;  // a partial that contains itself
            ++depth_;
            scan("partials/" + name + ".html", form);
            --depth_;
            return;
        }
        TagName found;
        if (sigil) found.sigil = tag.front();
        if (name != ".") found.path = split(name, '.');
        form.names.insert(found.path.begin(), found.path.end());
        form.tags.back().push_back(std::move(found));
    }

    const TemplateFolder& templates_;
    std::map<std::string, std::string> files_;
    std::string bytes_;
    int depth_ = 0;
};

}  // namespace

FormText read_form_text(const TemplateFolder& templates, const std::string& record,
                        const std::string& form) {
    FormText text;
    Scanner scanner(templates);
    for (const char* name : {"document.html", "workbook.html"}) {
        const std::string file = "records/" + record + "/" + form + "/" + name;
        if (!templates.exists(file)) continue;
        text.has_templates = true;
        text.tags.emplace_back();
        scanner.scan(file, text);
    }
    text.digest = sha256_hex(scanner.bytes());
    return text;
}

}  // namespace hoso
