// SPDX-License-Identifier: Apache-2.0
#include "template_samples.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "vocabulary/errors.h"

namespace hoso {

namespace {

using nlohmann::json;

// Seven syllables with every kind of stacked mark, as long as names in our registers become.
constexpr std::string_view kLongestName = "Nguyễn Trường Phước Kỳ Duyên Ngọc Thưởng";
constexpr std::string_view kFiller =
    " Ngoan ngoãn, lễ phép, chuyên cần; cần mạnh dạn phát biểu, rèn thêm chữ viết và kỹ năng trình "
    "bày lời giải.";
constexpr std::size_t kLongestText = 180;  // bytes added at least: about two lines of a remark

constexpr std::array<std::string_view, 12> kNames = {
    "name",   "teacher", "names",  "homeroom", "principal", "father",
    "mother", "writer",  "signer", "borrower", "guardian",  "approver"};
constexpr std::array<std::string_view, 8> kTexts = {"remark",  "note",    "reason", "address",
                                                    "content", "summary", "plan",   "conclusion"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, const std::string& key) {
    return std::find(words.begin(), words.end(), key) != words.end();
}

Node node_of(const json& value, const std::string& file) {
    if (value.is_object()) {
        Node::Object members;  // json keeps its keys sorted, as Node wants them
        for (const auto& [key, member] : value.items()) {
            members.emplace_back(key, node_of(member, file));
        }
        return Node{std::move(members)};
    }
    if (value.is_array()) {
        Node::List rows;
        for (const json& row : value) rows.push_back(node_of(row, file));
        return Node{std::move(rows)};
    }
    if (!value.is_string()) {
        throw UsageError(file + ": mọi giá trị phải là chữ trong dấu nháy, không phải " +
                         value.dump());
    }
    return Node{Node::Leaf{value.get<std::string>(), -1}};
}

void lengthen_leaf(const std::string& key, std::string& text) {
    // A single word is a code or a choice; what the form leaves blank stays blank.
    if (text.find(' ') == std::string::npos) return;
    if (is_one_of(kNames, key) && text.size() < kLongestName.size()) text = kLongestName;
    if (!is_one_of(kTexts, key)) return;
    const std::size_t wanted = text.size() + kLongestText;
    while (text.size() < wanted) text += kFiller;
}

}  // namespace

Node sample_data(const std::string& text, const std::string& file) {
    try {
        return node_of(json::parse(text), file);
    } catch (const json::parse_error& error) {
        throw UsageError(file + ": " + error.what());
    }
}

void lengthen(Node& data) {
    if (auto* rows = std::get_if<Node::List>(&data.content)) {
        for (Node& row : *rows) lengthen(row);
    } else if (auto* members = std::get_if<Node::Object>(&data.content)) {
        for (auto& [key, member] : *members) {
            if (auto* leaf = std::get_if<Node::Leaf>(&member.content)) {
                lengthen_leaf(key, leaf->text);
            } else {
                lengthen(member);
            }
        }
    }
}

void set_row_count(Node& data, std::size_t rows) {
    if (auto* members = std::get_if<Node::Object>(&data.content)) {
        for (auto& [key, member] : *members) set_row_count(member, rows);
        return;
    }
    auto* list = std::get_if<Node::List>(&data.content);
    if (list == nullptr || list->empty()) return;
    for (Node& row : *list) set_row_count(row, rows);
    if (list->front().find("seq") == nullptr) return;
    const std::size_t own = list->size();
    list->resize(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        Node& row = list->at(i);
        if (i >= own) row = list->at(i % own);
        for (auto& [key, member] : std::get<Node::Object>(row.content)) {
            auto* leaf = std::get_if<Node::Leaf>(&member.content);
            if (leaf != nullptr && (key == "seq" || key == "index")) {
                leaf->text = std::to_string(i + 1);
            }
        }
    }
}

}  // namespace hoso
