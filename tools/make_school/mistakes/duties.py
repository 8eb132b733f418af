# SPDX-License-Identifier: Apache-2.0
"""What was done too late, without evidence or without permission (quy chế Điều 4, 5)."""

from datetime import datetime, timedelta

_STAMP = "%Y-%m-%dT%H:%M:%S+07:00"


def apply(spoiler):
    _plans(spoiler)
    _corrections(spoiler)
    _entries(spoiler)


def _plans(spoiler):
    place = spoiler.place("ho-so-dien-tu/NhatKy_TaiLen_HK1.csv")
    sheet = place[1]

    def rows(teacher, week):
        return [r for r in range(1, sheet.rows()[0])
                if (sheet.cells[r, 1][0], sheet.cells[r, 5][0]) == (teacher, week)]

    late = rows("Cầm Văn Thịnh", 9)
    for row in late:
        sheet.put(row, 0, "01/11/2021 07:00:01")
    spoiler.note(place[0], sheet.name, f"A{late[-1] + 1}",
                 "thầy Cầm Văn Thịnh nộp giáo án tuần 9 lúc 07:00:01 thứ Hai", "không giữ lại gì",
                 "warning", [f"A{r + 1}" for r in late], "validate/plan-late")
    row = rows("Lò Đức Biên", 10)[0]
    sheet.put(row, 10, None)
    spoiler.spoil(place, (row, 11), None, "giáo án tuần 10 chưa được duyệt",
                  "validate/plan-not-approved", severity="warning", also=[f"K{row + 1}"])
    row = rows("Quàng Thị Pâng", 11)[0]
    when = datetime.strptime(sheet.cells[row, 0][0], "%d/%m/%Y %H:%M:%S")
    spoiler.spoil(place, (row, 11), f"{when - timedelta(hours=3):%d/%m/%Y %H:%M:%S}",
                  "giáo án tuần 11 được duyệt trước khi tải lên", "validate/approved-before-entry",
                  severity="warning", also=[f"A{row + 1}"])
    for row in reversed(rows("Hoàng Thị Inh", 12)):
        sheet.remove_row(row)
    spoiler.note(place[0], sheet.name, None, "cô Hoàng Thị Inh không nộp giáo án tuần 12",
                 "không giữ lại gì", "warning", rule="validate/plan-missing")
    spoiler.spoil(place, (rows("Sa Thị Trinh", 13)[0], 0), "29/11/2021 25:10:00",
                  "thời điểm tải lên không phải là giờ", "validate/bad-time",
                  severity="warning")


def _register(spoiler, term, code):
    path, sheet = spoiler.place(f"chuyen-mon/SoSuaDiem_{term}.xlsx")
    return (path, sheet), sheet.row_with(code, 3)


def _pupil(spoiler, klass, name):
    return next(p for p in spoiler.classroom(klass).pupils if p.name == name).code


def _corrections(spoiler):
    place, row = _register(spoiler, "HK1", _pupil(spoiler, "6A", "Sùng A Páo"))
    place[1].put(row, 16, "Hoàng Thị Nga, 14/12/2021")
    spoiler.spoil(place, (row, 1), "14/12/2021",
                  "sửa điểm ngày 14/12, hạn cuối là 13/12 (2 tuần trước kiểm tra)",
                  "validate/correction-late", "sổ I.03 lớp 6A HK1")
    place, row = _register(spoiler, "HK1", _pupil(spoiler, "7A", "Hà Văn Bình"))
    spoiler.spoil(place, (row, 14), None, "điểm hỏi – đáp thiếu chữ ký của một bạn khác",
                  "validate/correction-without-evidence", "sổ I.03 lớp 7A HK1")
    place, row = _register(spoiler, "HK1", _pupil(spoiler, "9A", "Đinh Thị Kim Oanh"))
    spoiler.spoil(place, (row, 16), None, "sửa điểm chưa có người kiểm tra",
                  "validate/correction-not-reviewed", severity="warning")
    place, row = _register(spoiler, "HK2", _pupil(spoiler, "6B", "Ữu"))
    spoiler.spoil(place, (row, 12), "6B_Uu_tx3.png", "không có tệp minh chứng mang tên này",
                  "validate/evidence-not-found", severity="warning")
    place, row = _register(spoiler, "HK2", _pupil(spoiler, "7B", "Lò Thị Hòa"))
    spoiler.spoil(place, (row, 14), "Lò Thị Hòa", "em được sửa điểm tự xác nhận cho mình",
                  "validate/correction-witness", "sổ I.03 lớp 7B HK2")


def _entries(spoiler):
    """6A's log of entries."""
    place = spoiler.place("so-dau-bai/NhatKy_SoDauBai_6A_HK1.csv")
    sheet = place[1]

    def rows(week, weekday, period, columns):
        return [r for r in range(1, sheet.rows()[0]) if sheet.cells[r, 3][0] == week
                and sheet.cells[r, 6][0] in columns
                and (weekday is None or sheet.cells[r, 4][0] == weekday)
                and (period is None or sheet.cells[r, 5][0] == period)]

    def delay(found, hours, what, rule):
        for row in found:
            when = datetime.strptime(sheet.cells[row, 0][0], _STAMP) + timedelta(hours=hours)
            sheet.put(row, 0, when.strftime(_STAMP))
        spoiler.note(place[0], sheet.name, f"A{found[0] + 1}", what, "không giữ lại gì", "warning",
                     [f"A{r + 1}" for r in found], rule)

    delay(rows(4, 3, 2, (5, 6, 7, 9, 10)), 24, "tuần 4: tiết thứ Ba được ghi vào hôm sau",
          "validate/lesson-late")
    delay(rows(6, None, None, (1, 3)), 13, "tuần 6: cột 1 và 3 ghi sau 7 giờ sáng thứ Hai",
          "validate/log-row-late")
    delay(rows(8, None, None, (11, 12)), 48, "tuần 8: nhận xét cuối tuần ghi vào thứ Hai",
          "validate/week-closed-late")
