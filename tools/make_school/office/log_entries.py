# SPDX-License-Identifier: Apache-2.0
"""When each cell of a log book was filled (QC Điều 4.1b, 4.2d): columns 1 and 3 by the class teacher
on Sunday evening, the others at the end of the lesson, her remark and name (11, 12) on Saturday."""

from datetime import datetime, timedelta
from random import Random

from ..sheets import Book
from .timetable import signs

_TIME = "%Y-%m-%dT%H:%M:%S+07:00"


def entry_log(school, classroom, term, log_book):
    book = Book(f"so-dau-bai/NhatKy_SoDauBai_{classroom.name}_{term}.csv")
    sheet = book.sheet("NhatKy")
    sheet.line(0, ("thoi_diem", "nguoi", "lop", "tuan", "thu", "tiet", "cot", "gia_tri"))
    rows = sorted(_entries(school, classroom, log_book))
    for row, (when, person, week, weekday, period, column, value) in enumerate(rows, 1):
        sheet.line(row, (when.strftime(_TIME), person, classroom.name, week, weekday, period,
                         column, value))
    return book


def _entries(school, classroom, log_book):
    rng = Random(f"{school.seed}/entries/{classroom.name}")
    closing = log_book.sheet("TongKetTuan")
    for sheet, foot in zip(log_book.sheets, range(3, 100)):
        if sheet is closing:
            break
        number, monday = (closing.cells[foot, c][0] for c in range(2))
        evening = datetime(monday.year, monday.month, monday.day, 20) - timedelta(days=1)
        weekday, day = 1, monday - timedelta(days=1)
        for row in range(4, sheet.rows()[0]):
            first = sheet.cells.get((row, 0), ("",))[0]
            if first.startswith("Thứ"):
                weekday = int(first.split()[1])
                day = monday + timedelta(days=weekday - 2)
            if (row, 1) not in sheet.cells or (row, 2) not in sheet.cells:
                continue
            if first.startswith("TỔNG"):
                continue
            period, name = sheet.cells[row, 1][0], sheet.cells[row, 2][0]
            evening += timedelta(seconds=rng.randint(3, 20))
            for column, value in ((1, f"Thứ {weekday} {day:%d/%m}"), (3, name)):
                yield evening, classroom.homeroom, number, weekday, period, column, value
            lesson = next((s for s in school.subjects(classroom.grade) if s.name == name), name)
            who = signs(school, classroom, lesson, day)
            ends = datetime(day.year, day.month, day.day, 7, 45) + timedelta(
                minutes=50 * (period - 1) + rng.randint(0, 9), seconds=rng.randint(0, 59))
            for column in (5, 6, 7, 9, 10):
                value = sheet.cells.get((row, column - 1), ("",))[0]
                if value != "":
                    yield ends, who, number, weekday, period, column, value
        last = max(monday + timedelta(days=i) for i in range(6)
                   if not school.calendar.is_holiday(monday + timedelta(days=i)))
        closed = datetime(last.year, last.month, last.day, 11, 15)
        closed += timedelta(minutes=rng.randint(1, 25))
        for column, cell in ((11, closing.cells[foot, 11][0]), (12, closing.cells[foot, 12][0])):
            yield closed, classroom.homeroom, number, last.weekday() + 2, 5, column, cell
