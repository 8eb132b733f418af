# SPDX-License-Identifier: Apache-2.0
"""Mistakes in result workbooks, conduct and attendance."""

from datetime import date

from ..sheets import Book


def apply(spoiler):
    _levels(spoiler)
    _titles_of_sheets(spoiler)
    _year_from_term(spoiler)
    _empty_sheet(spoiler)
    _missing_heading(spoiler)
    _two_files(spoiler)
    _unfinished(spoiler)
    _absences(spoiler)
    _homeroom_remark(spoiler)


def _change(spoiler, place, pupil, column, value, what, holds_back, rule):
    path, sheet = place
    cell = sheet.change(pupil.code, column, value)
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: {what}", holds_back,
                 rule=f"validate/{rule}")


def _levels(spoiler):
    pupil = spoiler.pick("6A", "HK1", lambda p: p.learning["HK1"] == 3)
    _change(spoiler, spoiler.vnedu("6A", "HK1"), pupil, "learning", "Giỏi",
            "mức Giỏi không có trong TT22", "sổ I.03 lớp 6A HK1", "level-of-other-circular")
    pupil = next(p for p in spoiler.classroom("6A").pupils if p.name == "Lò Văn Ế")
    _change(spoiler, spoiler.vnedu("6A", "HK2"), pupil, "learning", "Đạt",
            "kết quả học tập cũ hơn điểm: Đạt, tính lại là Khá (Điều 9.3, một môn 4,9)",
            f"sổ I.03 lớp 6A HK2; học bạ của em {pupil.name}", "learning-differs")
    pupil = spoiler.pick("6A", "CN", lambda p: (p.learning["CN"], p.conduct["CN"]) == (2, 2))
    _change(spoiler, spoiler.vnedu("6A", "CN"), pupil, "title", "HSTT",
            "danh hiệu HSTT không có trong TT22", f"học bạ của em {pupil.name}",
            "title-of-other-circular")
    pupil = spoiler.pick("7A", "HK2", lambda p: p.learning["HK2"] == 2)
    _change(spoiler, spoiler.summary("7A", "HK2"), pupil, "learning", "Đạt",
            "học lực Đạt không có trong TT58", "sổ I.03 lớp 7A HK2", "level-of-other-circular")
    pupil = spoiler.pick("7B", "HK1", lambda p: p.conduct["HK1"] == 1 and p.learning["HK1"] == 2)
    _change(spoiler, spoiler.summary("7B", "HK1"), pupil, "title", "HSTT",
            "danh hiệu HSTT với học lực, hạnh kiểm Trung bình", "sổ I.03 lớp 7B HK1",
            "title-differs")
    pupil = spoiler.pick("9A", "CN")
    wrong = (pupil.overall["CN"] + 3) / 10
    _change(spoiler, spoiler.summary("9A", "CN"), pupil, "overall", wrong,
            "TBCM cả năm khác kết quả tính lại", f"học bạ của em {pupil.name}", "overall-differs")


def _titles_of_sheets(spoiler):
    path, sheet = spoiler.vnedu("6B", "HK1")
    sheet.put(0, 7, "BẢNG TỔNG HỢP KẾT QUẢ GIÁO DỤC HỌC KỲ 2, NĂM HỌC 2021 - 2022", "title")
    spoiler.note(path, sheet.name, "H1",
                 "tiêu đề ghi HỌC KỲ 2 trong tệp của học kỳ 1 (dòng dưới ghi Học kỳ 1)",
                 "bảng này không được dùng", also=["H2"], rule="recognise/contradicting-title")
    path, sheet = spoiler.vnedu("6B", "HK2")
    sheet.put(1, 7, "Khối 6 - Lớp 6A - (Học kỳ 2)", "title")
    spoiler.note(path, sheet.name, "H2", "trang 6b mà tiêu đề ghi Lớp 6A",
                 "bảng này không được dùng", rule="recognise/contradicting-title")
    path, sheet = spoiler.summary("8B", "HK1")
    sheet.put(0, 0, "TỔNG HỢP KẾT QUẢ HỌC KỲ I - LỚP 8B - NĂM HỌC 2020-2021", "title")
    spoiler.note(path, sheet.name, "A1", "sai năm học: 2020-2021", "bảng này không được dùng",
                 rule="validate/wrong-year")


def _year_from_term(spoiler):
    path, sheet = spoiler.summary("7B", "CN")
    term_path, term = spoiler.summary("7B", "HK2")
    sheet.cells, sheet.at = dict(term.cells), dict(term.at)
    sheet.put(1, 0, "Ngày xuất: 31/05/2022")
    spoiler.note(path, sheet.name, "A1",
                 "tệp cả năm (CN) nhưng tiêu đề và số liệu là của học kỳ II",
                 "không có tổng kết cả năm của lớp 7B", also=[term_path],
                 rule="recognise/contradicting-title")


def _empty_sheet(spoiler):
    path, sheet = spoiler.summary("7A", "HK1")
    sheet.cells = {place: cell for place, cell in sheet.cells.items() if place[0] < 3}
    spoiler.note(path, sheet.name, None, "có tiêu đề nhưng không có học sinh nào",
                 "bảng này không được dùng", also=["A1", "A3", "A4", "B3", "B4"],
                 rule="recognise/no-rows")


def _missing_heading(spoiler):
    path, sheet = spoiler.summary("8B", "CN")
    sheet.put(2, 1, None)
    spoiler.note(path, sheet.name, None, "thiếu tên cột Mã học sinh",
                 "bảng này không được dùng", also=["A1", "A3", "B3"],
                 rule="recognise/missing-heading")


def _two_files(spoiler):
    path, sheet = spoiler.summary("8B", "HK2")
    copy = Book(path.replace(".xlsx", " (1).xlsx"))
    older = copy.sheet(sheet.name)
    older.cells, older.widths = dict(sheet.cells), sheet.widths
    older.put(1, 0, "Ngày xuất: 20/05/2022")
    sheet.put(1, 0, "Ngày xuất: 26/05/2022")
    absences = max(column for row, column in sheet.cells if row == 2)
    older.put(3, absences, 99)
    spoiler.books[copy.path] = copy
    spoiler.note(copy.path, sheet.name, None, "tổng kết lớp 8B học kỳ II có trong hai tệp",
                 "bảng này không được dùng hai lần",
                 also=["A1", "A3", "B4", path], rule="recognise/exported-twice")


def _unfinished(spoiler):
    path, sheet = spoiler.mark_sheet("7B", "DL", "HK2")
    sheet.put(0, 0, "Nhà trường chưa Hoàn thành tổng kết, kết quả có thể sẽ không được chính xác",
              "red")
    spoiler.note(path, sheet.name, "A1", "dòng chữ đỏ của phần mềm: nhà trường chưa tổng kết xong",
                 "sổ I.03 lớp 7B HK2, CN", rule="recognise/export-not-final")


def _absences(spoiler):
    path = "smas/DiemDanh/DiemDanh_9A_2021-2022.xlsx"
    pupil = spoiler.pick("9A", "HK1")
    sheet = spoiler.books[path].sheet("Thang11")
    total = sheet.change(pupil.code, "TS", sheet.value(pupil.code, "TS") + 1)
    cell = sheet.change(pupil.code, "P", sheet.value(pupil.code, "P") + 1)
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: tổng P của tháng hơn số đếm được 1 buổi",
                 "sổ I.03 lớp 9A HK1", also=[total], rule="validate/attendance-total-differs")
    pupil = spoiler.pick("9A", "HK1")
    sheet = spoiler.books[path].sheet("Thang10")
    assert date(2021, 10, 10).weekday() == 6
    cell = sheet.change(pupil.code, "day10", "K")
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: K vào Chủ nhật 10/10/2021",
                 "sổ I.03 lớp 9A HK1", rule="validate/absence-on-day-off")
    pupil = spoiler.pick("9A", "HK1", lambda p: p.absences(spoiler.school.calendar, "HK1")[1] > 0)
    _, without = pupil.absences(spoiler.school.calendar, "HK1")
    _change(spoiler, spoiler.summary("9A", "HK1"), pupil, "K", without - 1,
            "số buổi nghỉ không phép ở tổng kết ít hơn ở bảng điểm danh 1 buổi",
            "sổ I.03 lớp 9A HK1", "absences-differ")


def _homeroom_remark(spoiler):
    pupil = spoiler.pick("7A", "CN")
    path = "smas/CN/RenLuyen_7A_CN.xlsx"
    sheet = spoiler.books[path].sheet("7A")
    cell = sheet.change(pupil.code, "remark", None)
    spoiler.note(path, sheet.name, cell, f"{pupil.name}: chưa có nhận xét của GVCN cuối năm",
                 f"học bạ của em {pupil.name}; sổ I.03 lớp 7A",
                 rule="validate/homeroom-remark-missing")
