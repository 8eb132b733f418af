// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso {

namespace render_rules {

inline constexpr std::string_view template_hint_vi =
    "Báo người phụ trách mẫu biểu sửa mẫu; số liệu của nhà trường không sai.";
inline constexpr std::string_view template_hint_en =
    "A mistake of the template, not of the data: see docs/templates.md.";

constexpr Rule template_error(std::string_view id, std::string_view vi, std::string_view en) {
    return {id, Severity::Error, "secretary", vi, en, template_hint_vi, template_hint_en};
}

inline constexpr Rule malformed = template_error(
    "render/malformed-markup", "mẫu sau khi điền không đúng cú pháp XHTML ở dòng {line}: {problem}",
    "the filled template is not well-formed at line {line}: {problem}");
inline constexpr Rule unknown_element = template_error(
    "render/unknown-element", "mẫu có phần tử <{name}> mà hoso không biết (dòng {line})",
    "the template has an element <{name}> that hoso does not know (line {line})");
inline constexpr Rule misplaced = template_error(
    "render/misplaced-element", "{name} không được đặt trong <{parent}> (dòng {line})",
    "{name} may not stand in <{parent}> (line {line})");
inline constexpr Rule unknown_attribute =
    template_error("render/unknown-attribute",
                   "<{element}> có thuộc tính \"{name}\" mà hoso không biết (dòng {line})",
                   "<{element}> has an attribute \"{name}\" that hoso does not know (line {line})");
inline constexpr Rule bad_attribute =
    template_error("render/bad-attribute",
                   "<{element}> có {name}=\"{value}\": giá trị không dùng được (dòng {line})",
                   "<{element}> has {name}=\"{value}\", which is not a usable value (line {line})");
inline constexpr Rule bad_selector = template_error(
    "render/bad-selector", "kiểu dáng (CSS) có bộ chọn \"{selector}\" mà hoso không hiểu",
    "the style sheet has a selector \"{selector}\" that hoso does not understand");
inline constexpr Rule unknown_property = template_error(
    "render/unknown-property", "kiểu dáng (CSS) có thuộc tính \"{name}\" mà hoso không biết",
    "the style sheet has a property \"{name}\" that hoso does not know");
inline constexpr Rule bad_value =
    template_error("render/bad-value", "kiểu dáng (CSS) có \"{name}: {value}\" mà hoso không hiểu",
                   "the style sheet has \"{name}: {value}\", which hoso does not understand");
inline constexpr Rule broken_frame = template_error(
    "render/broken-frame", "dấu vết nguồn gốc của một giá trị in bị hỏng (dòng {line})",
    "the frame around a printed value is damaged (line {line})");
inline constexpr Rule no_section =
    template_error("render/no-section", "mẫu không có trang nào (thiếu <section>)",
                   "the template has no pages (no <section>)");
inline constexpr Rule table_shape = template_error(
    "render/table-shape", "{element} (dòng {line}) có {cells} ô, bảng có {columns} cột",
    "{element} (line {line}) has {cells} cells, the table has {columns} columns");
inline constexpr Rule table_too_wide = template_error(
    "render/table-too-wide", "{element} (dòng {line}) rộng {width} mm, chỗ có là {room} mm",
    "{element} (line {line}) is {width} mm wide, there is room for {room} mm");
inline constexpr Rule header_too_tall = template_error(
    "render/header-too-tall", "{element} (dòng {line}) không còn chừa chỗ cho nội dung trang",
    "{element} (line {line}) leaves no room for the page's content");
inline constexpr Rule signature_repeated = template_error(
    "render/signature-repeated", "mẫu có hai chỗ ký của cùng một người ký \"{role}\" (dòng {line})",
    "the template has two signature areas of the role \"{role}\" (line {line})");
inline constexpr Rule signature_misplaced = template_error(
    "render/signature-misplaced",
    "chỗ ký \"{role}\" đứng ở nơi không ký được: {where} (dòng {line})",
    "the signature area \"{role}\" stands where nobody can sign: {where} (line {line})");

inline constexpr std::string_view text_hint_vi =
    "Rút gọn nội dung trên phần mềm nguồn rồi xuất lại, hoặc báo người phụ trách mẫu biểu nới ô.";
inline constexpr std::string_view text_hint_en =
    "Shorten it in the source system and export again, or have the template's cell widened.";

inline constexpr Rule too_wide = {"render/text-too-wide",
                                  Severity::Error,
                                  "secretary",
                                  "\"{text}\" không vừa chiều ngang của {element} (dòng {line})",
                                  "\"{text}\" is wider than {element} (line {line})",
                                  text_hint_vi,
                                  text_hint_en};
inline constexpr Rule shrunk_too_small = {
    "render/shrunk-too-small",
    Severity::Error,
    "secretary",
    "\"{text}\" phải thu nhỏ còn {percent} % mới vừa {element} (dòng {line}); tối thiểu là 60 %",
    "\"{text}\" would have to shrink to {percent} % to fit {element} (line {line}); 60 % is the "
    "least",
    text_hint_vi,
    text_hint_en};
inline constexpr Rule too_tall = {"render/too-tall",
                                  Severity::Error,
                                  "secretary",
                                  "{element} (dòng {line}) cao hơn một trang: \"{text}\"",
                                  "{element} (line {line}) is taller than a page: \"{text}\"",
                                  text_hint_vi,
                                  text_hint_en};
inline constexpr Rule overfull = {
    "render/overfull",
    Severity::Error,
    "secretary",
    "nội dung không vừa chiều cao {height} mm của {element} (dòng {line}): \"{text}\"",
    "the content does not fit the height of {height} mm of {element} (line {line}): \"{text}\"",
    text_hint_vi,
    text_hint_en};
inline constexpr Rule keep_too_tall = {
    "render/keep-too-tall",
    Severity::Warning,
    "secretary",
    "{element} (dòng {line}) phải giữ trên một trang nhưng cao hơn một trang, nên bị ngắt",
    "{element} (line {line}) must stay on one page but is taller than one, so it was broken",
    template_hint_vi,
    template_hint_en};
inline constexpr Rule missing_glyph = {
    "render/missing-glyph",
    Severity::Error,
    "secretary",
    "ký tự {code} trong \"{text}\" không có trong phông chữ nên không in được",
    "the character {code} in \"{text}\" is in no font and cannot be printed",
    "Gõ lại bằng bộ gõ Unicode (không dùng phông cũ, biểu tượng) trên phần mềm nguồn rồi xuất lại.",
    "Type it again in Unicode in the source system and export again."};
inline constexpr Rule not_composed = {
    "render/not-composed",
    Severity::Error,
    "secretary",
    "\"{text}\" có dấu rời {code} (Unicode tổ hợp) nên dấu sẽ in lệch",
    "\"{text}\" has a combining mark {code}, which would print out of place",
    "Gõ lại bằng Unicode dựng sẵn trên phần mềm nguồn rồi xuất lại.",
    "Type it again in precomposed Unicode in the source system and export again."};
inline constexpr Rule too_many_pages = {"render/too-many-pages",
                                        Severity::Error,
                                        "secretary",
                                        "tài liệu dài hơn {limit} trang",
                                        "the document is longer than {limit} pages",
                                        template_hint_vi,
                                        template_hint_en};

inline constexpr Rule cell_refused = {
    "render/cell-refused",
    Severity::Error,
    "secretary",
    "Excel không nhận ô {element} (dòng {line}): \"{text}\" ({problem})",
    "the workbook refused {element} (line {line}): \"{text}\" ({problem})",
    text_hint_vi,
    text_hint_en};
inline constexpr Rule sheet_name = template_error(
    "render/sheet-name", "tên trang tính \"{name}\" không dùng được (dòng {line}): {problem}",
    "the sheet name \"{name}\" cannot be used (line {line}): {problem}");

}  // namespace render_rules

inline constexpr const Rule* render_rules_table[] = {
    &render_rules::malformed,
    &render_rules::unknown_element,
    &render_rules::misplaced,
    &render_rules::unknown_attribute,
    &render_rules::bad_attribute,
    &render_rules::bad_selector,
    &render_rules::unknown_property,
    &render_rules::bad_value,
    &render_rules::broken_frame,
    &render_rules::no_section,
    &render_rules::table_shape,
    &render_rules::table_too_wide,
    &render_rules::header_too_tall,
    &render_rules::signature_repeated,
    &render_rules::signature_misplaced,
    &render_rules::too_wide,
    &render_rules::shrunk_too_small,
    &render_rules::too_tall,
    &render_rules::overfull,
    &render_rules::keep_too_tall,
    &render_rules::missing_glyph,
    &render_rules::not_composed,
    &render_rules::too_many_pages,
    &render_rules::cell_refused,
    &render_rules::sheet_name,
};

}  // namespace hoso
