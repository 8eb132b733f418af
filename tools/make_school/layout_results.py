# SPDX-License-Identifier: Apache-2.0
"""Result workbooks: vnEdu's for TT22 classes, SMAS's for TT58 classes, the school's own for
earlier years."""

from .layout_common import PERIOD_TITLE, level_text, number, put_result, result_value
from .sheets import Book
from .subjects import subjects_for

_VNEDU_TITLE = {"HK1": "HỌC KỲ 1", "HK2": "HỌC KỲ 2", "CN": "CẢ NĂM"}
_VNEDU_TERM = {"HK1": "Học kỳ 1", "HK2": "Học kỳ 2", "CN": "Cả năm"}


def vnedu_books(school):
    for grade in sorted({c.grade for c in school.classes if school.tt22(c.grade)}):
        for period in school.periods():
            book = Book(f"vnedu/so_diem_tong_ket_khoi_{grade}_{period.lower()}.xlsx")
            for classroom in school.classes:
                if classroom.grade == grade:
                    _vnedu_sheet(book.sheet(classroom.name.lower()), school, classroom, period)
            yield book


def _vnedu_sheet(sheet, school, classroom, period):
    first, last = school.calendar.label().split("-")
    term = _VNEDU_TERM[period]
    sheet.put(0, 7, f"BẢNG TỔNG HỢP KẾT QUẢ GIÁO DỤC {_VNEDU_TITLE[period]},"
                    f" NĂM HỌC {first} - {last}", "title")
    sheet.put(1, 7, f"Khối {classroom.grade} - Lớp {classroom.name} - ({term})", "title")
    subjects = school.subjects(classroom.grade)
    heads = [(h, None) for h in ("STT", "Mã học sinh", "Số định danh cá nhân", "Họ và tên",
                                 "Ngày sinh")]
    heads += [(s.heading, "(HS 1)" if s.scored else "(N.xét)") for s in subjects]
    heads += [("Kết quả học tập", f"({term})"), ("Kết quả rèn luyện", f"({term})")]
    for column, (heading, below) in enumerate(heads):
        if below:
            sheet.put(5, column, heading, "head")
            sheet.put(6, column, below, "head")
        else:
            sheet.merge(5, column, 6, column, heading)
    column = len(heads)
    sheet.merge(5, column, 5, column + 2, "Buổi nghỉ")
    sheet.line(6, ("P", "K", "Tổng"), "head", column)
    column += 3
    if period == "CN":
        sheet.merge(5, column, 6, column, "Khen thưởng")
        column += 1
    sheet.merge(5, column, 6, column, "Ghi chú")
    sheet.widths.update({0: 5, 1: 13, 2: 15, 3: 26, 4: 11})
    for row, pupil in enumerate(school.present(classroom, period), 7):
        _vnedu_row(sheet, row, school, pupil, subjects, period)


def _vnedu_row(sheet, row, school, pupil, subjects, period):
    sheet.line(row, (row - 6, pupil.code, pupil.personal_id, pupil.name,
                     f"{pupil.born:%d/%m/%Y}"))
    column = 5
    for subject in subjects:
        put_result(sheet, row, column, pupil, subject, period)
        sheet.at[pupil.code, subject.code] = (row, column)
        column += 1
    with_leave, without = pupil.absences(school.calendar, period)
    values = [("learning", level_text("learning", True, pupil.learning[period])),
              ("conduct", level_text("conduct", True, pupil.conduct[period])),
              ("P", with_leave), ("K", without), ("total", with_leave + without)]
    if period == "CN":
        values.append(("title", pupil.title["CN"]))
    values.append(("note", "HS khuyết tật" if pupil.disability else ""))
    for key, value in values:
        sheet.put(row, column, value)
        sheet.at[pupil.code, key] = (row, column)
        column += 1


def summary_books(school):
    for classroom in school.classes:
        if school.tt22(classroom.grade):
            continue
        for period in school.periods():
            book = Book(f"smas/{period}/TongKet_{classroom.name}_{period}.xlsx")
            _summary_sheet(book.sheet(classroom.name), school, classroom, period)
            yield book


def _summary_sheet(sheet, school, classroom, period):
    sheet.put(0, 0, f"TỔNG HỢP KẾT QUẢ {PERIOD_TITLE[period]} - LỚP {classroom.name}"
                    f" - NĂM HỌC {school.calendar.label()}", "title")
    subjects = school.subjects(classroom.grade)
    heads = ("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", *(s.heading for s in subjects),
             "TBCM", "Học lực", "Hạnh kiểm", "Danh hiệu", "P", "K")
    sheet.line(2, heads, "head")
    sheet.widths.update({0: 5, 1: 13, 2: 26, 3: 11})
    for row, pupil in enumerate(school.present(classroom, period), 3):
        sheet.line(row, (row - 2, pupil.code, pupil.name, f"{pupil.born:%d/%m/%Y}"))
        column = 4
        for subject in subjects:
            if period == "CN" or period in subject.terms:
                put_result(sheet, row, column, pupil, subject, period)
            sheet.at[pupil.code, subject.code] = (row, column)
            column += 1
        with_leave, without = pupil.absences(school.calendar, period)
        sheet.put(row, column, number(pupil.overall[period]), "avg")
        sheet.at[pupil.code, "overall"] = (row, column)
        values = (("learning", level_text("learning", False, pupil.learning[period], True)),
                  ("conduct", level_text("conduct", False, pupil.conduct[period], True)),
                  ("title", pupil.title[period]), ("P", with_leave), ("K", without))
        for key, value in values:
            column += 1
            sheet.put(row, column, value)
            sheet.at[pupil.code, key] = (row, column)


def earlier_books(school):
    """One workbook per earlier year and the class of that time, typed from the paper học bạ."""
    groups = {}
    for classroom in school.classes:
        for pupil in classroom.pupils:
            for year in pupil.earlier:
                groups.setdefault((year.start, year.klass), []).append((pupil, year))
    for (start, klass), rows in sorted(groups.items()):
        label = f"{start}-{start + 1}"
        book = Book(f"hoc-ba-cu/KetQua_{label}_{klass}.xlsx")
        title = f"KẾT QUẢ THEO HỌC BẠ – NĂM HỌC {label} – LỚP {klass}"
        _earlier_subjects(book.sheet("MonHoc"), title, label, int(klass[0]), rows)
        _earlier_summary(book.sheet("TongHop"), title, label, rows)
        yield book


_WHO = ("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Năm học", "Lớp")


def _who(seq, pupil, label, year):
    return (seq, pupil.code, pupil.name, f"{pupil.born:%d/%m/%Y}", label, year.klass)


def _earlier_subjects(sheet, title, label, grade, rows):
    sheet.put(0, 0, title, "title")
    for column, heading in enumerate(_WHO):
        sheet.merge(2, column, 3, column, heading)
    subjects = subjects_for(int(label[:4]), grade)
    for i, subject in enumerate(subjects):
        column = 6 + 3 * i
        sheet.merge(2, column, 2, column + 2, subject.heading)
        sheet.line(3, ("HKI", "HKII", "CN"), "head", column)
    sheet.widths.update({1: 13, 2: 26, 3: 11, 4: 11})
    for row, (pupil, year) in enumerate(rows, 4):
        sheet.line(row, _who(row - 3, pupil, label, year))
        for i, subject in enumerate(subjects):
            for term, result in enumerate(year.subjects[subject.code]):
                if result is not None:
                    sheet.put(row, 6 + 3 * i + term, result_value(result),
                              "avg" if subject.scored else "")


def _earlier_summary(sheet, title, label, rows):
    sheet.put(0, 0, title, "title")
    terms = ("HKI", "HKII", "CN")
    heads = (*_WHO, "Trường", *(f"TBCM {t}" for t in terms), *(f"Học lực {t}" for t in terms),
             *(f"Hạnh kiểm {t}" for t in terms), "Tổng số buổi nghỉ", "Kết luận", "Danh hiệu",
             "Nhận xét của GVCN", "Giáo viên chủ nhiệm", "Hiệu trưởng")
    sheet.line(2, heads, "head")
    sheet.widths.update({1: 13, 2: 26, 3: 11, 4: 11, 6: 22, 19: 44, 20: 24, 21: 20})
    for row, (pupil, year) in enumerate(rows, 3):
        sheet.line(row, (*_who(row - 2, pupil, label, year), year.school))
        for term in range(3):
            sheet.put(row, 7 + term, number(year.overall[term]), "avg")
            sheet.put(row, 10 + term, level_text("learning", False, year.learning[term]))
            sheet.put(row, 13 + term, level_text("conduct", False, year.conduct[term]))
        sheet.line(row, (year.absences, year.outcome, year.title, year.remark, year.homeroom,
                         year.principal), column=16)
