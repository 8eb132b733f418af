// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso {

namespace corrections_rule {

inline constexpr Rule mark_changed = {
    "corrections/mark-changed",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: {column} của em {name} đã đổi từ {old} thành {new} so với "
    "bản đã niêm phong {bundle}, nhưng sổ theo dõi sửa điểm không có dòng nào cho điểm này.",
    "Class {class}, {subject}, {period}: {column} of {name} changed from {old} to {new} since "
    "{bundle} was sealed, and the register of corrections has no entry for it.",
    "Nếu đổi đúng: ghi vào sổ theo dõi sửa điểm (cột, điểm cũ, điểm mới, minh chứng theo Điều 5) "
    "rồi chạy lại. Nếu đổi nhầm: nhập lại điểm cũ trên SMAS rồi xuất lại.",
    "If the change is right, enter it in the register (column, old, new, evidence) and run again; "
    "if not, put the old mark back in SMAS and export again."};
inline constexpr Rule entry_differs = {
    "corrections/entry-differs",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: {column} của em {name} đã đổi từ {old} thành {new} so với "
    "bản đã niêm phong {bundle}, nhưng sổ theo dõi sửa điểm ghi {entry_old} → {entry_new}.",
    "Class {class}, {subject}, {period}: {column} of {name} changed from {old} to {new} since "
    "{bundle} was sealed, but the register says {entry_old} → {entry_new}.",
    "Đối chiếu bài kiểm tra và sổ điểm cá nhân; chỗ nào sai thì sửa chỗ ấy (sổ theo dõi sửa điểm "
    "hoặc SMAS) rồi xuất lại.",
    "Compare with the test paper and the teacher's own book; mend what is wrong, the register or "
    "SMAS, and export again."};
inline constexpr Rule entry_not_agreed = {
    "corrections/entry-not-agreed",
    Severity::Error,
    "principal",
    "Lớp {class}, {subject}, {period}: {column} của em {name} đã đổi từ {old} thành {new} so với "
    "bản đã niêm phong {bundle}, nhưng dòng của sổ theo dõi sửa điểm chưa có kết luận đồng ý.",
    "Class {class}, {subject}, {period}: {column} of {name} changed from {old} to {new} since "
    "{bundle} was sealed, but nobody has agreed to the register's entry.",
    "Phụ trách chuyên môn kiểm tra minh chứng rồi ghi cột Kết luận của sổ theo dõi sửa điểm (Điều "
    "5.2); không đồng ý thì nhập lại điểm cũ trên SMAS.",
    "The head of studies checks the evidence and fills in the conclusion; if it is a no, put the "
    "old mark back in SMAS."};
inline constexpr Rule entry_without_change = {
    "corrections/entry-without-change",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: sổ theo dõi sửa điểm ghi ngày {date} sửa {column} của em "
    "{name} từ {entry_old} thành {entry_new}, nhưng điểm ấy không đổi so với bản đã niêm phong "
    "{bundle}: vẫn là {new}.",
    "Class {class}, {subject}, {period}: the register says that on {date} {column} of {name} was "
    "corrected from {entry_old} to {entry_new}, but it has not changed since {bundle} was sealed: "
    "it is still {new}.",
    "Xem lại ngày sửa và điểm cũ của dòng này trong sổ theo dõi sửa điểm; ghi nhầm thì gạch bỏ "
    "dòng.",
    "Look again at the entry's date and old mark; if it is wrong, take it out of the register."};
inline constexpr Rule entry_not_understood = {
    "corrections/entry-not-understood",
    Severity::Error,
    "subject-teacher",
    "Sổ theo dõi sửa điểm: không hiểu {what} \"{value}\" (lớp {class}, em {name}).",
    "Register of corrections: {what_en} \"{value}\" is not understood (class {class}, {name}).",
    "Ghi tên môn như trong bảng điểm và cột điểm như ĐĐGtx (3), ĐĐGgk, ĐĐGck.",
    "Write the subject as in the mark sheet and the column as ĐĐGtx (3), ĐĐGgk, ĐĐGck."};
inline constexpr Rule pupil_gone = {
    "corrections/pupil-gone",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: em {name} có {count} điểm trong bản đã niêm phong {bundle} nhưng nay "
    "không còn điểm nào.",
    "Class {class}, {period}: {name} has {count} marks in the sealed {bundle} and none any more.",
    "Xuất lại các bảng điểm có em này. Em đã chuyển trường thì vẫn giữ dòng và điểm của em.",
    "Export the mark sheets that list this pupil; who has left keeps his row and his marks."};

}  // namespace corrections_rule

inline constexpr const Rule* corrections_rules[] = {
    &corrections_rule::mark_changed,         &corrections_rule::entry_differs,
    &corrections_rule::entry_not_agreed,     &corrections_rule::entry_without_change,
    &corrections_rule::entry_not_understood, &corrections_rule::pupil_gone,
};

}  // namespace hoso
