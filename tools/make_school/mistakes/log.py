# SPDX-License-Identifier: Apache-2.0
"""Mistakes in the log books of 7A and 7B (quy chế Điều 4.1b, 4.2d)."""

from datetime import timedelta

_SIGNED, _GRADE, _REMARK, _ABSENT, _PLAN, _SUBJECT, _PERIOD = 9, 8, 6, 4, 3, 2, 1


def apply(spoiler):
    _signed(spoiler)
    _blank(spoiler)
    _missing_row(spoiler)
    _numbers(spoiler)
    _absent(spoiler)
    _feet(spoiler)


def _week(spoiler, klass, term, number):
    return spoiler.place(f"so-dau-bai/SoGhiDauBai_{klass}_{term}.xlsx", f"Tuan{number:02d}")


def _lesson(sheet, subject, nth=0):
    rows = sorted(r for (r, c), (value, _) in sheet.cells.items()
                  if c == _SUBJECT and value == subject)
    return rows[nth]


def _book(klass, term):
    return f"sổ I.06 lớp {klass} {term}"


def _signed(spoiler):
    place = _week(spoiler, "7A", "HK1", 5)
    row = _lesson(place[1], "Vật lí")
    spoiler.spoil(place, (row, _SIGNED), "Cầm Văn Thịnh",
                  "ô ký ghi cả họ tên, quy chế yêu cầu viết TÊN", "validate/signed-in-full",
                  severity="warning")
    place = _week(spoiler, "7A", "HK1", 6)
    row = _lesson(place[1], "Lịch sử")
    spoiler.spoil(place, (row, _SIGNED), "Thơm", "tiết Lịch sử của cô Hương mà cô Thơm ký",
                  "validate/signature-of-other", severity="warning")


def _blank(spoiler):
    place = _week(spoiler, "7A", "HK1", 7)
    row = _lesson(place[1], "Toán")
    place[1].put(row, _GRADE, None)
    # The foot of the week counts what is there.
    spoiler.spoil(place, (row, _REMARK), None, "tiết Toán chưa ghi cột 7 và cột 9",
                  "validate/lesson-unfilled", _book("7A", "HK1"))
    place = _week(spoiler, "7A", "HK1", 8)
    row = _lesson(place[1], "Chào cờ")
    spoiler.spoil(place, (row, _SUBJECT), None, "tiết chào cờ chưa ghi cột 3 (môn)",
                  "validate/log-row-unfilled", _book("7A", "HK1"))


def _missing_row(spoiler):
    """The flag ceremony of a week: no lesson of a subject, so that no number is missing."""
    path, sheet = _week(spoiler, "7B", "HK1", 8)
    row = _lesson(sheet, "Chào cờ")
    day, grade = sheet.cells[row, 0], sheet.cells[row, _GRADE][0]
    sheet.remove_row(row)
    sheet.cells[row, 0] = day
    _, closing = spoiler.place(path, "TongKetTuan")
    foot = closing.row_with(8, 0)
    column = 6 if grade == "A" else 7
    closing.put(foot, column, closing.cells[foot, column][0] - 1)
    spoiler.note(path, sheet.name, None, "không ghi tiết chào cờ, thời khóa biểu có",
                 "không giữ lại gì", "warning", rule="validate/lesson-not-in-log")


def _numbers(spoiler):
    place = _week(spoiler, "7B", "HK1", 6)
    row = _lesson(place[1], "Địa lí")
    number = place[1].cells[row, _PLAN][0]
    spoiler.spoil(place, (row, _PLAN), number + 1,
                  f"tiết PPCT môn Địa lí: {number + 1} hai lần, thiếu {number}",
                  "validate/plan-numbers-uneven", severity="warning")


def _absent(spoiler):
    """A pupil away for a day of whom no lesson says so."""
    path = "so-dau-bai/SoGhiDauBai_7A_HK1.xlsx"
    for sheet in spoiler.books[path].sheets[8:]:
        row, day = 4, []
        while (row, 0) not in sheet.cells or "TỔNG" not in str(sheet.cells[row, 0][0]):
            if (row, 0) in sheet.cells:
                if day and all((r, _ABSENT) in sheet.cells for r in day):
                    break
                day = []
            day.append(row)
            row += 1
        if not day or not all((r, _ABSENT) in sheet.cells for r in day):
            continue
        who = sheet.cells[day[0], _ABSENT][0]
        if "," in who:
            continue
        for r in day:
            sheet.put(r, _ABSENT, None)
        spoiler.note(path, sheet.name, None,
                     f"{who}: điểm danh ghi nghỉ, sổ đầu bài cả ngày không ghi vắng",
                     "không giữ lại gì", "warning", rule="validate/absent-in-sheet-only")
        return
    raise LookupError("nobody is away alone")


def _feet(spoiler):
    place = spoiler.place("so-dau-bai/SoGhiDauBai_7B_HK1.xlsx", "TongKetTuan")
    sheet = place[1]
    spoiler.spoil(place, (sheet.row_with(5, 0), 11), None,
                  "cuối tuần 5 thiếu ý kiến của giáo viên chủ nhiệm", "validate/week-not-closed",
                  _book("7B", "HK1"))
    row = sheet.row_with(9, 0)
    spoiler.spoil(place, (row, 6), sheet.cells[row, 6][0] + 1, "tuần 9 ghi thừa một giờ A",
                  "validate/week-total-differs", severity="warning")
    row = sheet.row_with(10, 0)
    spoiler.spoil(place, (row, 13), sheet.cells[row, 2][0] - timedelta(days=1),
                  "ghi kiểm tra ngày thứ Sáu, khi tuần 10 chưa hết", "validate/inspected-too-early",
                  severity="warning")
    place = spoiler.place("so-dau-bai/SoGhiDauBai_7B_HK2.xlsx", "TongKetTuan")
    row = place[1].row_with(22, 0)
    for column in (14, 15):
        place[1].put(row, column, None)
    spoiler.spoil(place, (row, 13), None, "tuần 22 chưa có kiểm tra của ban giám hiệu",
                  "validate/week-not-inspected", severity="warning")
