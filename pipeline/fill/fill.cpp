// SPDX-License-Identifier: Apache-2.0
#include "fill/fill.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "compose/data/shape.h"
#include "fill/node_context.h"
#include "fill/rules.h"
#include "fill/template_source.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace {

namespace mustache = kainjow::mustache;

// One template file, parsed. kainjow's render() is not const although it only reads the parsed
// tree when a template has no lambdas and no partials; ours are resolved before, data has none.
class ParsedTemplate {
public:
    ParsedTemplate(TemplateSource source, const std::string& file)
        : tags_(std::move(source.tags)), template_(source.text) {
        if (!template_.is_valid()) {
            throw LibraryError(fmt::format("mustache: {}: {}", file, template_.error_message()));
        }
        template_.set_custom_escape([](const std::string& text) { return text; });
    }

    [[nodiscard]] const std::vector<Tag>& tags() const { return tags_; }

    std::string render(NodeContext& context) const {
        Sink sink;
        template_.render(context, sink);
        std::replace(sink.text.begin(), sink.text.end(), blank_mark, ' ');
        std::replace(sink.text.begin(), sink.text.end(), line_mark, '\n');
        return std::move(sink.text);
    }

private:
    // kainjow writes to anything with <<; without line breaks it does so once.
    struct Sink {
        std::string text;
        Sink& operator<<(const std::string& part) {
            text += part;
            return *this;
        }
    };

    std::vector<Tag> tags_;
    mutable mustache::mustache template_;
};

std::map<std::string, std::string> tag_args(const Tag& tag) {
    return {{"template", tag.file},
            {"line", std::to_string(tag.line)},
            {"column", std::to_string(tag.column)},
            {"tag", tag.name}};
}

// Walks all tags over the shape of the form's data, into both branches of each section, so that a
// misspelt name is found even where this term's data never comes to it.
void check_tags(const std::vector<Tag>& tags, const Node& shape, Findings& findings) {
    std::vector<const Node*> stack{&shape};
    for (const Tag& tag : tags) {
        if (tag.kind == Tag::Kind::Close) {
            stack.pop_back();
            continue;
        }
        const Node* node = look_up_shape(stack, tag.path);
        if (node == nullptr) {
            Scope scope;
            scope.nothing = true;  // fill() names the documents that it touches
            findings.add(fill_rule::unknown_tag, {}, tag_args(tag), scope);
            node = &any_shape();
        }
        // Inside {{^list}} the names are those around it.
        if (tag.kind == Tag::Kind::Section) stack.push_back(shape_inside(node));
        if (tag.kind == Tag::Kind::Inverted) stack.push_back(stack.back());
    }
}

std::string fill_one(const ParsedTemplate& parsed, const DocumentPlan& plan, Findings& findings) {
    NodeContext context(parsed.tags(), plan.data);
    std::string text = parsed.render(context);
    const Scope scope{plan.klass, plan.unit == plan.klass ? "" : plan.unit, plan.period.id, false};
    const auto report = [&](const Rule& rule, const std::vector<std::size_t>& tags) {
        for (const std::size_t index : tags) {
            auto args = tag_args(parsed.tags()[index]);
            args["document"] = plan.stem;
            findings.add(rule, {}, std::move(args), scope);
        }
    };
    report(fill_rule::missing_value, context.missing());
    report(fill_rule::not_a_value, context.unprintable());
    return text;
}

}  // namespace

struct TemplateSet::Parsed {
    std::optional<ParsedTemplate> document, workbook;
};

TemplateSet::TemplateSet(const TemplateFolder& templates, const std::string& record,
                         const std::string& form, Findings& findings)
    : parsed_(std::make_unique<Parsed>()) {
    const std::string folder = "records/" + record + "/" + form + "/";
    const std::optional<Node> shape = form_shape(templates, record, form);
    const auto load = [&](const std::string& name, std::optional<ParsedTemplate>& target) {
        if (!templates.exists(folder + name)) return;
        target.emplace(read_template(templates, folder + name), folder + name);
        if (shape) check_tags(target->tags(), *shape, findings);
    };
    load("document.html", parsed_->document);
    load("workbook.html", parsed_->workbook);
    if (!parsed_->document && !parsed_->workbook) {
        throw UsageError(
            fmt::format("templates/{}: không có document.html hoặc workbook.html", folder));
    }
}

TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;

bool TemplateSet::has_document() const { return parsed_->document.has_value(); }
bool TemplateSet::has_workbook() const { return parsed_->workbook.has_value(); }

FilledDocument fill(const DocumentPlan& plan, const TemplateSet& templates, Findings& findings) {
    FilledDocument filled;
    const TemplateSet::Parsed& parsed = templates.parsed();
    if (parsed.document) filled.document = fill_one(*parsed.document, plan, findings);
    if (parsed.workbook && plan.has_workbook) {
        filled.workbook = fill_one(*parsed.workbook, plan, findings);
    }
    return filled;
}

}  // namespace hoso
