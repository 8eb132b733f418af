// SPDX-License-Identifier: Apache-2.0
//
// docs/findings.md is written from the rooms' rule tables and the examples of tests/findings, so
// that no sentence stands in two places: UPDATE_GOLDEN=1 rewrites it and then fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "assess/rules.h"
#include "compose/rules.h"
#include "corrections/rules.h"
#include "fill/rules.h"
#include "ingest/rules.h"
#include "recognise/rules.h"
#include "render/rules.h"
#include "rules.h"
#include "twins/rules.h"
#include "validate/rules.h"
#include "verify/rules.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;

struct Room {
    const char* title;
    std::vector<const Rule*> rules;
};

template <std::size_t n>
Room room(const char* title, const Rule* const (&table)[n]) {
    return {title, {std::begin(table), std::end(table)}};
}

std::vector<Room> rooms() {
    return {room("Đọc tệp (ingest)", ingest_rules),
            room("Nhận dạng bảng (recognise)", recognise_rules),
            room("Kiểm tra dữ liệu (validate)", validate_rules),
            room("Đánh giá theo thông tư (assess)", assess_rules),
            room("So với bản đã niêm phong (corrections)", corrections_rules),
            room("Soạn hồ sơ (compose)", compose_rules),
            room("Điền mẫu (fill)", fill_rules),
            room("Dàn trang (render)", render_rules_table),
            room("Đọc lại bản vừa lập (twins)", twins_rules_table),
            room("Kiểm tra gói hồ sơ (verify)", verify_rules),
            room("Chạy và niêm phong (pipeline)", pipeline_rules_table)};
}

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The line of the first failing case that names the rule, without place, severity and id.
std::string example(const Rule& rule) {
    const fs::path folder = fs::path(HOSO_SOURCE_DIR) / "tests/findings" / std::string(rule.id);
    const std::string text = read(folder / "fail-1.expected");
    const std::string mark = " [" + std::string(rule.id) + "]";
    const auto end = text.find(mark);
    if (end == std::string::npos) return "";
    const auto before = text.rfind('\n', end);
    const auto begin = before == std::string::npos ? 0 : before + 1;
    return text.substr(begin, end - begin);
}

std::string responsible(std::string_view role) {
    if (role == "subject-teacher") return "giáo viên bộ môn";
    if (role == "homeroom") return "giáo viên chủ nhiệm";
    if (role == "principal") return "hiệu trưởng";
    if (role == "secretary") return "văn thư";
    if (role == "archivist") return "lưu trữ";
    if (role == "template-keeper" || role == "templates") return "người giữ mẫu";
    return std::string(role);
}

std::string one_cell(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        if (c == '|') cell += '\\';
        if (c == '<') {
            cell += "&lt;";
        } else {
            cell += c == '\n' ? ' ' : c;
        }
    }
    return cell;
}

std::string document() {
    static constexpr const char* severities[] = {"lỗi", "cảnh báo", "ghi chú"};
    std::string text =
        "# Những điều hoso phát hiện\n\n"
        "Trang này được viết từ bảng quy tắc của từng phòng (`pipeline/<phòng>/rules.h`) và các ví "
        "dụ trong `tests/findings`:\n`UPDATE_GOLDEN=1 ctest -R findings_docs` viết lại, không sửa "
        "tay.\n\n"
        "- **lỗi** giữ lại hồ sơ mà nó chạm đến (của em học sinh và của lớp) cho tới khi được sửa "
        "ở "
        "phần mềm gốc; phần còn lại vẫn được lập.\n"
        "- **cảnh báo** và **ghi chú** không giữ lại gì.\n"
        "- Chữ trong ngoặc nhọn `{…}` được thay bằng lớp, môn, tên, ô cụ thể.\n"
        "- Một quy tắc không hợp với trường thì tắt trong `hoso.toml`, kèm lý do; lý do được ghi "
        "vào "
        "gói hồ sơ.\n";
    for (const Room& each : rooms()) {
        text += "\n## " + std::string(each.title) +
                "\n\n| Mã | Mức | Ai sửa | Điều được nói, ví dụ "
                "| Cách sửa |\n|---|---|---|---|---|\n";
        for (const Rule* rule : each.rules) {
            const std::string shown = example(*rule);
            text += "| `" + std::string(rule->id) + "` | " +
                    severities[static_cast<std::size_t>(rule->severity)] + " | " +
                    responsible(rule->responsible) + " | " + one_cell(rule->vi) +
                    (shown.empty() ? "" : "<br>*" + one_cell(shown) + "*") + " | " +
                    one_cell(rule->hint_vi) + " |\n";
        }
    }
    return text;
}

TEST(FindingsDocs, AreTheRuleTables) {
    const fs::path path = fs::path(HOSO_SOURCE_DIR) / "docs/findings.md";
    const std::string expected = document();
    const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
    if (update) std::ofstream(path, std::ios::binary) << expected;
    EXPECT_TRUE(read(path) == expected)
        << "docs/findings.md is older than the rules: UPDATE_GOLDEN=1 ctest -R findings_docs";
    EXPECT_FALSE(update) << "docs/findings.md was rewritten: look at the difference";
}

TEST(FindingsDocs, RuleIdsAreUniqueAndNameTheirRoom) {
    std::set<std::string_view> ids;
    for (const Room& each : rooms()) {
        for (const Rule* rule : each.rules) {
            EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
            EXPECT_NE(rule->id.find('/'), std::string_view::npos) << rule->id;
            EXPECT_FALSE(rule->vi.empty() || rule->en.empty()) << rule->id;
            EXPECT_FALSE(rule->hint_vi.empty() || rule->hint_en.empty()) << rule->id;
        }
    }
}

}  // namespace
}  // namespace hoso
