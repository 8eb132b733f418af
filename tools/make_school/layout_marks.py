# SPDX-License-Identifier: Apache-2.0
"""SMAS subject mark sheets, conduct sheets and attendance sheets."""

import calendar as days_of
from datetime import date

from .layout_common import (OFFICE, PERIOD_TITLE, ROMAN, level_text, put_result,
                            result_value)
from .sheets import Book

# Classes whose subjects come as a file each; the others have a workbook a term, a sheet a subject.
SEPARATE = ("6A", "7A")


def mark_books(school):
    for classroom in school.classes:
        for term in school.terms:
            subjects = [s for s in school.subjects(classroom.grade) if term in s.terms]
            shared = Book(f"smas/{term}/BangDiem_{classroom.name}_{term}.xlsx")
            for subject in subjects:
                book = shared
                if classroom.name in SEPARATE:
                    book = Book(f"smas/{term}/{classroom.name}/"
                                f"BangDiem_{classroom.name}_{subject.slug}_{term}.xlsx")
                sheet = book.sheet(f"{subject.slug}_{classroom.name}")
                _mark_sheet(sheet, school, classroom, subject, term)
                if book is not shared:
                    yield book
            if shared.sheets:
                yield shared


def _mark_sheet(sheet, school, classroom, subject, term):
    teacher = school.teacher(classroom, subject.code, term)
    sheet.put(0, 1, OFFICE, "title")
    sheet.put(1, 1, f"BẢNG ĐIỂM MÔN {subject.name.upper()} – LỚP {classroom.name}", "title")
    sheet.put(2, 1, f"Học kỳ: {ROMAN[term]} – Năm học: {school.calendar.label()}"
                    f" – Giáo viên: {teacher}")
    columns = _mark_head(sheet, subject, term)
    row = 6
    for seq, pupil in enumerate(school.present(classroom, term), 1):
        _mark_row(sheet, row, seq, pupil, subject, term, columns)
        row += 1
    closing = school.calendar.terms[term][1]
    sheet.put(row + 1, 8, f"Nậm Phạ, ngày {closing.day} tháng {closing.month} năm {closing.year}")
    sheet.put(row + 2, 8, "Giáo viên bộ môn", "title")


def _mark_head(sheet, subject, term):
    sheet.put(4, 0, "StudentID", "head")
    sheet.hidden.add(0)
    for column, (heading, width) in enumerate(
            (("STT", 5), ("Mã học sinh", 13), ("Họ và tên", 26), ("Ngày sinh", 11)), 1):
        sheet.merge(4, column, 5, column, heading)
        sheet.widths[column] = width
    sheet.widths[0] = 9
    sheet.merge(4, 5, 4, 4 + subject.regular, "ĐĐGtx")
    columns = {}
    for i in range(subject.regular):
        sheet.put(5, 5 + i, f"({i + 1})", "head")
        columns[f"tx{i + 1}"] = 5 + i
    column = 5 + subject.regular
    headings = [("gk", "ĐĐGgk"), ("ck", "ĐĐGck"),
                (term, "ĐTBmhk" if subject.scored else "HK")]
    if term == "HK2":
        headings.append(("CN", "ĐTBmcn" if subject.scored else "CN"))
    headings.append(("remark", "Nhận xét"))
    for name, heading in headings:
        sheet.merge(4, column, 5, column, heading)
        columns[name] = column
        column += 1
    sheet.widths[columns["remark"]] = 42
    return columns


def _mark_row(sheet, row, seq, pupil, subject, term, columns):
    sheet.line(row, (pupil.student_id, seq, pupil.code, pupil.name, f"{pupil.born:%d/%m/%Y}"))
    for name, column in columns.items():
        sheet.at[pupil.code, name] = (row, column)
    for column, name in enumerate(("id", "seq", "code", "name", "born")):
        sheet.at[pupil.code, name] = (row, column)
    marks = pupil.marks.get((term, subject.code))
    if marks:
        for i, mark in enumerate(marks.regular, 1):
            sheet.put(row, columns[f"tx{i}"], result_value(mark))
        sheet.put(row, columns["gk"], result_value(marks.mid))
        sheet.put(row, columns["ck"], result_value(marks.final))
    for period in (term, "CN"):
        if period in columns:
            put_result(sheet, row, columns[period], pupil, subject, period)
    sheet.put(row, columns["remark"], pupil.remark.get((term, subject.code)))


def conduct_books(school):
    for classroom in school.classes:
        for period in school.periods():
            book = Book(f"smas/{period}/RenLuyen_{classroom.name}_{period}.xlsx")
            sheet = book.sheet(classroom.name)
            tt22 = school.tt22(classroom.grade)
            name = "Kết quả rèn luyện" if tt22 else "Hạnh kiểm"
            sheet.put(0, 0, f"{name.upper()} {PERIOD_TITLE[period]} – LỚP {classroom.name}"
                            f" – NĂM HỌC {school.calendar.label()}", "title")
            suffix = {"HK1": "HKI", "HK2": "HKII", "CN": "CN"}[period]
            sheet.line(2, ("STT", "Mã học sinh", "Họ và tên", f"{name} {suffix}",
                           "Nhận xét của GVCN"), "head")
            sheet.widths.update({1: 13, 2: 26, 3: 22, 4: 50})
            for row, pupil in enumerate(school.present(classroom, period), 3):
                values = (row - 2, pupil.code, pupil.name,
                          level_text("conduct", tt22, pupil.conduct[period]),
                          pupil.remark[period, ""])
                sheet.line(row, values)
                for column, key in enumerate(("seq", "code", "name", "conduct", "remark")):
                    sheet.at[pupil.code, key] = (row, column)
            yield book


def attendance_books(school):
    """A sheet a month; January belongs to both terms and is one sheet all the same."""
    for classroom in school.classes:
        book = Book(f"smas/DiemDanh/DiemDanh_{classroom.name}_{school.calendar.label()}.xlsx")
        for year, month in school.calendar.months(school.terms):
            _month_sheet(book.sheet(f"Thang{month:02d}"), classroom, year, month)
        yield book


def _month_sheet(sheet, classroom, year, month):
    last = days_of.monthrange(year, month)[1]
    pupils = [p for p in classroom.pupils
              if p.joined <= date(year, month, last)
              and (p.left is None or p.left >= date(year, month, 1))]
    sheet.put(0, 0, f"Tháng {month} năm {year}", "title")
    sheet.put(1, 0, f"Tổng số học sinh của lớp {classroom.name}: {len(pupils)}", "title")
    sheet.line(3, ("STT", "Mã học sinh", "Họ và tên", *range(1, last + 1), "TS", "P", "K"), "head")
    weekdays = ("2", "3", "4", "5", "6", "7", "CN")
    sheet.line(4, [weekdays[date(year, month, d).weekday()] for d in range(1, last + 1)], "head", 3)
    sheet.widths.update({1: 13, 2: 26, **{c: 3.5 for c in range(3, 37)}})
    totals = {}
    for row, pupil in enumerate(pupils, 5):
        sheet.line(row, (row - 4, pupil.code, pupil.name))
        tokens = {day.day: token for day, token in pupil.absent.items()
                  if (day.year, day.month) == (year, month)}
        for day in range(1, last + 1):
            sheet.at[pupil.code, f"day{day}"] = (row, 2 + day)
            if day in tokens:
                sheet.put(row, 2 + day, tokens[day])
                totals[day] = totals.get(day, 0) + 1
        counts = (len(tokens), list(tokens.values()).count("P"), list(tokens.values()).count("K"))
        for i, (key, count) in enumerate(zip(("TS", "P", "K"), counts)):
            sheet.put(row, 3 + last + i, count)
            sheet.at[pupil.code, key] = (row, 3 + last + i)
            totals[key] = totals.get(key, 0) + count
    row = 5 + len(pupils)
    sheet.put(row, 0, "Tổng số", "title")
    for day in range(1, last + 1):
        sheet.put(row, 2 + day, totals.get(day))
    for i, key in enumerate(("TS", "P", "K")):
        sheet.put(row, 3 + last + i, totals.get(key, 0))
