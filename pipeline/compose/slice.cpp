// SPDX-License-Identifier: Apache-2.0
#include "compose/slice.h"

namespace hoso {

namespace {

void write_string(std::string_view text, std::string& out) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0xF];
        } else {
            out += c;
        }
    }
    out += '"';
}

void write(const Node& node, std::string& out) {
    if (const auto* leaf = std::get_if<Node::Leaf>(&node.content)) {
        write_string(leaf->text, out);
    } else if (const auto* list = std::get_if<Node::List>(&node.content)) {
        out += '[';
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (i != 0) out += ',';
            write((*list)[i], out);
        }
        out += ']';
    } else {
        const auto& members = std::get<Node::Object>(node.content);
        out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i != 0) out += ',';
            write_string(members[i].first, out);
            out += ':';
            write(members[i].second, out);
        }
        out += '}';
    }
}

}  // namespace

std::string canonical_json(const Node& node) {
    std::string out;
    write(node, out);
    return out;
}

}  // namespace hoso
