// SPDX-License-Identifier: Apache-2.0
#include "compose/data/form_text.h"

#include "vocabulary/digest.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

struct Scanner {
    const TemplateFolder& templates;
    std::set<std::string> seen;  // files
    std::set<std::string, std::less<>> names;
    std::string bytes;

    void scan(const std::string& relative) {
        if (!templates.exists(relative) || !seen.insert(relative).second) return;
        const std::string text = templates.read(relative);
        bytes += relative + '\n' + std::to_string(text.size()) + '\n' + text;
        std::size_t end = 0;
        for (std::size_t at; (at = text.find("{{", end)) != std::string::npos;) {
            end = text.find("}}", at);
            if (end == std::string::npos) return;  // fill says where
            add_tag(clean(text.substr(at + 2, end - at - 2)));
        }
    }

    void add_tag(const std::string& tag) {
        if (tag.empty() || tag.front() == '!') return;
        const bool sigil = std::string_view("#^/>").find(tag.front()) != std::string_view::npos;
        const std::string name = sigil ? clean(tag.substr(1)) : tag;
        if (tag.front() == '>') return scan("partials/" + name + ".html");
        for (std::string& part : split(to_nfc(name), '.')) names.insert(std::move(part));
    }
};

}  // namespace

FormText read_form_text(const TemplateFolder& templates, const std::string& record,
                        const std::string& form) {
    Scanner scanner{templates, {}, {}, {}};
    const std::string folder = "records/" + record + "/" + form + "/";
    scanner.scan(folder + "document.html");
    scanner.scan(folder + "workbook.html");
    FormText text;
    text.digest = sha256_hex(scanner.bytes);
    if (!scanner.seen.empty()) text.names = std::move(scanner.names);
    return text;
}

}  // namespace hoso
