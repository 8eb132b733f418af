# SPDX-License-Identifier: Apache-2.0
"""Mistakes inside mark sheets."""

from datetime import date

from .. import rules
from xlsxwriter.utility import xl_range

_CLASS_BOOK = "sổ I.03 lớp {klass} {term}; học bạ của em {name}"


def apply(spoiler):
    _regular(spoiler, "6A", "TOAN", None, "ô ĐĐGtx bỏ trống sau khi khóa sổ, không có quyết định",
             "missing-mark")
    _regular(spoiler, "6A", "NV", 75, "điểm 75: thiếu dấu phẩy thập phân", "mark-without-comma")
    _regular(spoiler, "6A", "KHTN", "8,25", "điểm 8,25 có hai chữ số thập phân, gõ dạng chữ",
             "mark-too-precise")
    _regular(spoiler, "6B", "KHTN", 8.55, "điểm 8,55 có hai chữ số thập phân", "mark-too-precise")
    _regular(spoiler, "6A", "TIN", "1O", "điểm 1O: chữ O thay cho số 0", "mark-letter-for-digit")
    _regular(spoiler, "6A", "GDCD", "8.", "điểm 8. gõ dở", "mark-unfinished")
    _regular(spoiler, "7A", "VL", 11, "điểm 11 lớn hơn 10", "mark-out-of-range")
    _regular(spoiler, "7A", "DL", "tám", "điểm viết bằng chữ", "mark-in-words")
    _regular(spoiler, "7A", "SH", date(2021, 6, 5), "Excel đổi 5.6 thành ngày 05/06/2021",
             "mark-is-date", "date")
    _regular(spoiler, "7A", "TIN", "-", "dấu gạch trong ô điểm bắt buộc, không có quyết định",
             "missing-mark")
    _as_text(spoiler, "6B", "LSDL", lambda mark: f"{mark // 10},{mark % 10}",
             "điểm gõ dạng chữ với dấu phẩy: đọc được, ghi chú", "mark-as-text")
    _as_text(spoiler, "7A", "LS", lambda mark: f"{mark // 10}.{mark % 10} ",
             "điểm gõ dạng chữ, thừa dấu cách ở cuối: đọc được, ghi chú", "mark-with-blanks")
    _missing_final(spoiler)
    _shifted_rows(spoiler)
    _pupil_who_left(spoiler)
    _exempt_in_tt22(spoiler)
    _unknown_token(spoiler)
    _duplicate_row(spoiler)
    _remark_code(spoiler)


def _held(pupil, term):
    return _CLASS_BOOK.format(klass=pupil.klass, term=term, name=pupil.name)


def _quiet(pupil, key):
    """Index of a regular mark without which the average is the same, or None."""
    marks = pupil.marks.get(key)
    if marks is None:
        return None
    for i in range(len(marks.regular)):
        rest = marks.regular[:i] + marks.regular[i + 1:]
        if rules.average_term(rest, marks.mid, marks.final) == pupil.average[key]:
            return i
    return None


def _regular(spoiler, klass, code, value, what, rule, style=None):
    term, key = "HK1", ("HK1", code)
    pupil = spoiler.pick(klass, term, lambda p: _quiet(p, key) is not None)
    path, sheet = spoiler.mark_sheet(klass, code, term)
    cell = sheet.change(pupil.code, f"tx{_quiet(pupil, key) + 1}", value, style)
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: {what}", _held(pupil, term),
                 rule=f"validate/{rule}")


def _as_text(spoiler, klass, code, write, what, rule):
    term, key = "HK1", ("HK1", code)

    def half(pupil):
        marks = pupil.marks.get(key)
        return marks and any(m % 10 == 5 and _quiet(pupil, key) == i
                             for i, m in enumerate(marks.regular))

    pupil = spoiler.pick(klass, term, half)
    index = _quiet(pupil, key)
    path, sheet = spoiler.mark_sheet(klass, code, term)
    cell = sheet.change(pupil.code, f"tx{index + 1}", write(pupil.marks[key].regular[index]))
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: {what}",
                 "không giữ lại gì", "note", rule=f"validate/{rule}")


def _missing_final(spoiler):
    pupil = spoiler.pick("7B", "HK1")
    path, sheet = spoiler.mark_sheet("7B", "NV", "HK1")
    cell = sheet.change(pupil.code, "ck", None)
    spoiler.note(path, sheet.name, cell,
                 f"{pupil.name}: thiếu ĐĐGck, không có quyết định kiểm tra bù hay điểm 0",
                 _held(pupil, "HK1"), rule="validate/missing-mark")


def _shifted_rows(spoiler):
    """From the 12th pupil on each row carries the marks of the row above, for fourteen rows."""
    path, sheet = spoiler.mark_sheet("7B", "TOAN", "HK1")
    pupils = spoiler.school.present(spoiler.classroom("7B"), "HK1")
    columns = ("tx1", "tx2", "tx3", "tx4", "gk", "ck", "HK1")
    for i in range(24, 10, -1):
        for column in columns:
            sheet.change(pupils[i].code, column, sheet.value(pupils[i - 1].code, column))
    first, last = sheet.at[pupils[11].code, "tx1"], sheet.at[pupils[24].code, "HK1"]
    area = xl_range(*first, *last)
    spoiler.note(path, sheet.name, sheet.address(pupils[11].code, "HK1"),
                 f"điểm bị dán lệch xuống một dòng trong vùng {area} (14 học sinh)",
                 "sổ I.03 lớp 7B HK1, CN; học bạ của 14 học sinh",
                 also=[sheet.address(p.code, c) for p in pupils[11:25] for c in ("tx1", "HK1")],
                 rule="validate/shifted-rows")


def _pupil_who_left(spoiler):
    pupil = next(p for p in spoiler.classroom("6A").pupils if p.name == "Giàng Thị Dợ")
    path, sheet = spoiler.mark_sheet("6A", "CN", "HK1")
    before = next(p for p in spoiler.classroom("6A").pupils if p.seq == pupil.seq + 1)
    row = sheet.at[before.code, "code"][0]
    sheet.insert_row(row)
    sheet.line(row, (pupil.student_id, pupil.seq, pupil.code, pupil.name,
                     f"{pupil.born:%d/%m/%Y}"))
    spoiler.note(path, sheet.name, f"C{row + 1}",
                 f"{pupil.name} đã chuyển đi ngày 25/10/2021 mà vẫn có trong bảng điểm, ô trống",
                 "không giữ lại gì", "warning", [f"{c}{row + 1}" for c in "BDEFGHIJK"],
                 "validate/departed-still-listed")


def _exempt_in_tt22(spoiler):
    pupil = spoiler.pick("6A", "HK2", lambda p: p.average["HK2", "GDTC"])
    path, sheet = spoiler.mark_sheet("6A", "GDTC", "HK2")
    cell = sheet.change(pupil.code, "gk", "M")
    spoiler.note(path, sheet.name, cell,
                 f"{pupil.name}: Miễn môn GDTC của lớp theo TT22 (không môn nào được miễn)",
                 _held(pupil, "HK2"), rule="validate/exempt-not-allowed")


def _unknown_token(spoiler):
    pupil = spoiler.pick("6A", "HK2", lambda p: p.average["HK2", "NT"])
    path, sheet = spoiler.mark_sheet("6A", "NT", "HK2")
    cell = sheet.change(pupil.code, "tx1", "V")
    spoiler.note(path, sheet.name, cell,
                 f"{pupil.name}: V (vắng) trong ô đánh giá, không có quyết định",
                 _held(pupil, "HK2"), rule="validate/missing-mark")


def _duplicate_row(spoiler):
    pupil = spoiler.pick("9A", "HK2")
    path, sheet = spoiler.mark_sheet("9A", "HH", "HK2")
    present = spoiler.school.present(spoiler.classroom("9A"), "HK2")
    row = sheet.at[pupil.code, "code"][0]
    last = sheet.at[present[-1].code, "code"][0] + 1
    sheet.insert_row(last)
    for (r, column), (value, style) in list(sheet.cells.items()):
        if r == row:
            sheet.put(last, column, value, style)
    sheet.put(last, 1, len(present) + 1)
    spoiler.note(path, sheet.name, f"C{last + 1}",
                 f"{pupil.name}: mã học sinh có hai lần trong một bảng điểm",
                 _held(pupil, "HK2"), also=[f"C{row + 1}"], rule="validate/pupil-twice-in-sheet")


def _remark_code(spoiler):
    pupil = spoiler.pick("6B", "HK2")
    path, sheet = spoiler.mark_sheet("6B", "KHTN", "HK2")
    cell = sheet.change(pupil.code, "remark", "NX01")
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: nhận xét là mã NX01 chứ không phải lời",
                 "không giữ lại gì", "warning", rule="validate/remark-is-code")
