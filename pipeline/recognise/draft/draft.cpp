// SPDX-License-Identifier: Apache-2.0
#include "recognise/draft/draft.h"

#include <algorithm>
#include <set>

#include "recognise/draft/adapt.h"
#include "recognise/draft/xml_writer.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// A layout as its file has it, with what the file says for all of its layouts.
struct Written {
    XmlElement layout;
    std::vector<XmlElement> common;
};

std::optional<Written> find_written(const TemplateFolder& templates, const std::string& id) {
    for (const std::string& path : templates.list("sources", ".xml")) {
        const XmlFile file = read_xml(templates, path);
        Written written;
        bool found = false;
        for (const XmlElement& child : file.root().children) {
            if (child.name == "layout" && child.get("id") == id) {
                written.layout = child;
                found = true;
            } else if (child.name == "ignore" || child.name == "stop" ||
                       child.name == "not-final") {
                written.common.push_back(child);
            }
        }
        if (found) return written;
    }
    return std::nullopt;
}

class Drafter {
public:
    explicit Drafter(const TemplateFolder& templates)
        : templates_(templates), profiles_(templates), root_(make_element("source", {})) {
        for (const Layout& layout : profiles_.layouts()) ids_.insert(layout.id);
    }

    void add(const Sheet& sheet) {
        const Grid grid(sheet);
        const HeaderSearch search = find_header(grid, profiles_.layouts(), 1);
        const Layout* layout = nullptr;
        std::uint32_t row = 0;
        if (search.found) {
            layout = search.found->layout;
            row = search.found->row;
        } else if (search.nearest && search.nearest->convincing) {
            layout = search.nearest->layout;
            row = search.nearest->row;
        }
        if (layout) {
            adapted(grid, *layout, row);
        } else {
            from_scratch(grid);
        }
    }

    Draft take() {
        if (draft_.layouts.empty()) return {};
        const std::string system = system_.empty() ? "truong" : system_;
        set_attribute(root_, "id", system + "-rieng");
        set_attribute(
            root_, "title",
            system_title_.empty() ? "Mẫu của trường" : system_title_ + " (mẫu của trường)");
        XmlElement top = make_comment(
            "Bản nháp của hoso inspect. Xem các chỗ ghi XEM LẠI, sửa nếu cần, rồi chép tệp này "
            "vào\n"
            "       <thư mục có hoso.toml>/templates/sources/ và chạy: hoso inspect TỆP, hoso "
            "check.\n"
            "       Cách viết: pipeline/recognise/README.md; từng bước: docs/ingest.vi.md");
        std::vector<XmlElement> children{std::move(top)};
        for (XmlElement& element : common_) children.push_back(std::move(element));
        for (XmlElement& element : layouts_) children.push_back(std::move(element));
        root_.children = std::move(children);
        draft_.xml = to_xml(root_);
        return std::move(draft_);
    }

private:
    void adapted(const Grid& grid, const Layout& layout, std::uint32_t row) {
        const Header header = read_header(grid, layout, row);
        auto written = find_written(templates_, layout.id);
        if (!written || !fresh(header)) return;
        const std::string id = unused_id(layout.id + "-rieng");
        layouts_.push_back(adapt_layout(std::move(written->layout), id, header, profiles_));
        for (XmlElement& element : written->common) {
            const std::string text = element.name + clean(element.text);
            if (said_.insert(text).second) common_.push_back(std::move(element));
        }
        if (system_.empty()) {
            system_ = layout.system;
            system_title_ = layout.system_title;
        }
        draft_.layouts.push_back(id);
    }

    void from_scratch(const Grid& grid) {
        auto layout = new_layout(unused_id("mau-rieng"), grid, profiles_);
        if (!layout) return;
        std::string header;
        for (const XmlElement& child : layout->children) {
            if (child.name != "header") continue;
            for (const XmlElement& key : child.children) header += key.text + "\n";
        }
        if (!said_.insert(header).second) {
            ids_.erase(layout->get("id"));
            return;
        }
        draft_.layouts.push_back(layout->get("id"));
        layouts_.push_back(std::move(*layout));
    }

    // Twelve classes with the same renamed column are one layout.
    bool fresh(const Header& header) {
        std::string text = header.layout->id;
        for (const Heading& heading : header.headings) text += "\n" + heading.key;
        return said_.insert(text).second;
    }

    std::string unused_id(const std::string& wanted) {
        std::string id = wanted;
        for (int i = 2; !ids_.insert(id).second; ++i) id = wanted + "-" + std::to_string(i);
        return id;
    }

    const TemplateFolder& templates_;
    const Profiles profiles_;
    std::set<std::string> ids_, said_;
    XmlElement root_;
    std::vector<XmlElement> common_, layouts_;
    std::string system_, system_title_;
    Draft draft_;
};

}  // namespace

Draft draft_profile(const std::vector<const Sheet*>& sheets, const TemplateFolder& templates) {
    Drafter drafter(templates);
    for (const Sheet* sheet : sheets) drafter.add(*sheet);
    return drafter.take();
}

}  // namespace hoso
