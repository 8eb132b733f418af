# SPDX-License-Identifier: Apache-2.0
"""The calendar of the year, timetables, log books."""

from datetime import timedelta

from ..layout_common import PERIOD_TITLE
from ..sheets import Book
from ..staff import STAFF
from .log_entries import entry_log
from .syllabus import lesson_title
from .timetable import DAYS, FLAG, HOMEROOM, PERIODS, signs, timetables

_LOGGED = "6A", "HK1"  # whose log of entries the school kept
_REMARKS = ("Lớp tích cực, làm bài đầy đủ", "Nghiêm túc", "Một số em chưa làm bài tập",
            "Hăng hái phát biểu", "Lớp trật tự, hiểu bài")


def class_books(school):
    yield _calendar(school)
    for term in school.terms:
        yield _timetable_book(school, term)
    for classroom in school.classes:
        count = {}  # lessons given of each subject, through the year
        for term in school.terms:
            book = _log_book(school, classroom, term, count)
            yield book
            if (classroom.name, term) == _LOGGED:
                yield entry_log(school, classroom, term, book)


def weeks(school, term):
    """[(number, Monday, Saturday)]; a week of holidays only has no number."""
    found, number = [], 0
    for name in ("HK1", "HK2"):
        first, last, _ = school.calendar.terms[name]
        monday = first - timedelta(days=first.weekday())
        while monday <= last:
            days = [monday + timedelta(days=i) for i in range(6)]
            if any(not school.calendar.is_holiday(d) for d in days):
                number += 1
                if name == term:
                    found.append((number, monday, days[-1]))
            monday += timedelta(days=7)
    return found


def _calendar(school):
    book = Book(f"chuyen-mon/LichNamHoc_{school.calendar.label()}.xlsx")
    sheet = book.sheet("Lịch")
    sheet.put(0, 0, f"LỊCH NĂM HỌC {school.calendar.label()}", "title")
    sheet.line(2, ("Loại", "Từ ngày", "Đến ngày", "Nội dung"), "head")
    sheet.widths.update({0: 22, 1: 11, 2: 11, 3: 40})
    rows = [("Tuần học", first, last, f"Tuần {number}")
            for term in school.terms for number, first, last in weeks(school, term)]
    rows += [("Nghỉ", first, last, reason) for first, last, reason in school.calendar.holidays]
    day = school.calendar.day
    rows += [("Kiểm tra giữa kì", day(2021, 11, 1), day(2021, 11, 6), "HKI"),
             ("Kiểm tra cuối kì", day(2021, 12, 27), day(2021, 12, 31), "HKI")]
    # The mended marks of the month are looked at before it (QC Điều 5.2).
    meetings = [day(2021, 9, 30), day(2021, 10, 29), day(2021, 11, 30), day(2021, 12, 24),
                day(2022, 1, 21)]
    if "HK2" in school.terms:
        meetings += [day(2022, 2, 28), day(2022, 3, 31), day(2022, 4, 28), day(2022, 5, 27)]
        rows += [("Kiểm tra giữa kì", day(2022, 3, 14), day(2022, 3, 19), "HKII"),
                 ("Kiểm tra cuối kì", day(2022, 5, 9), day(2022, 5, 14), "HKII")]
    rows += [("Họp chuyên môn", when, when, f"Tháng {when.month}") for when in meetings]
    for row, line in enumerate(sorted(rows, key=lambda r: (r[1], r[0])), 3):
        sheet.line(row, line)
    return book


def _timetable_book(school, term):
    book = Book(f"chuyen-mon/ThoiKhoaBieu_{term}.xlsx")
    first = school.calendar.terms[term][0]
    for name, table in timetables(school, term).items():
        sheet = book.sheet(name)
        sheet.put(0, 0, f"THỜI KHÓA BIỂU {PERIOD_TITLE[term]} – LỚP {name}"
                        f" – NĂM HỌC {school.calendar.label()}", "title")
        sheet.line(2, ("Áp dụng từ ngày", "Buổi", "Tiết", *(f"Thứ {d}" for d in DAYS)), "head")
        sheet.widths.update({0: 15, **{c: 20 for c in range(3, 9)}})
        for row, period in enumerate(PERIODS, 3):
            if period == 1:
                sheet.line(row, (first, "Sáng"))
            sheet.line(row, (period, *(_name(table.get((d, period), "")) for d in DAYS)), column=2)
    return book


def _name(lesson):
    return lesson if isinstance(lesson, str) else lesson.name


_LOG = ("Thứ, ngày", "Tiết", "Môn", "Tiết PPCT", "Học sinh vắng", "Tên bài, nội dung công việc",
        "Nhận xét của giáo viên", "Điểm (HT/KL/VS)", "Xếp loại", "Giáo viên ký")
_WEEK = ("Tuần", "Từ ngày", "Đến ngày", "Vắng", "P", "K", "Giờ A", "Giờ B", "Giờ C", "Giờ D",
         "Dạy thay, dạy bù", "Ý kiến GVCN", "GVCN ký", "Ngày kiểm tra", "Người kiểm tra",
         "Nhận xét kiểm tra")


def _log_book(school, classroom, term, count):
    book = Book(f"so-dau-bai/SoGhiDauBai_{classroom.name}_{term}.xlsx")
    table = timetables(school, term)[classroom.name]
    summary = []
    for number, first, last in weeks(school, term):
        sheet = book.sheet(f"Tuan{number:02d}")
        sheet.put(0, 0, f"LỚP {classroom.name} – TUẦN {number} – {PERIOD_TITLE[term]}"
                        f" – NĂM HỌC {school.calendar.label()}", "title")
        sheet.put(1, 0, f"Từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}")
        sheet.line(2, _LOG, "head")
        sheet.line(3, range(1, 11), "head")
        sheet.widths.update({0: 12, 2: 24, 4: 26, 5: 34, 6: 28, 7: 14, 9: 12})
        summary.append((number, first, last, *_log_week(school, classroom, table, sheet, first,
                                                        count)))
    _log_summary(school, classroom, term, book.sheet("TongKetTuan"), summary)
    return book


def _log_week(school, classroom, table, sheet, monday, count):
    """Fills a week; gives absences with and without leave, lessons A and B."""
    row, tokens, grades = 4, [], []
    for weekday in DAYS:
        day = monday + timedelta(days=weekday - 2)
        reason = next((why for first, last, why in school.calendar.holidays
                       if first <= day <= last), "")
        sheet.put(row, 0, f"Thứ {weekday} {day:%d/%m}")
        if reason:
            sheet.put(row, 5, f"Nghỉ: {reason}")
            sheet.put(row, 9, classroom.homeroom.split()[-1])
            row += 1
            continue
        away = [(p, p.absent[day]) for p in classroom.pupils if day in p.absent]
        tokens += [token for _, token in away]
        absent = ", ".join(f"{p.name} ({token})" for p, token in away)
        for period in PERIODS:
            lesson = table.get((weekday, period))
            if lesson is None:
                continue
            grade = "B" if (row + day.day) % 11 == 0 else "A"
            grades.append(grade)
            who = signs(school, classroom, lesson, day)
            sheet.line(row, (period, _name(lesson), *_content(lesson, count, absent),
                             _REMARKS[(row + day.day) % len(_REMARKS)],
                             "9/9/9" if grade == "B" else "10/10/10", grade, who.split()[-1]),
                       column=1)
            row += 1
    with_leave, without = tokens.count("P"), tokens.count("K")
    sheet.line(row, ("TỔNG KẾT TUẦN", f"Vắng: {len(tokens)}", f"P: {with_leave}", f"K: {without}",
                     f"Giờ A: {grades.count('A')}", f"B: {grades.count('B')}"))
    return with_leave, without, grades.count("A"), grades.count("B")


def _content(lesson, count, absent):
    if isinstance(lesson, str):
        return "", absent, ("Chào cờ đầu tuần" if lesson == FLAG else "Tổng kết tuần, kế hoạch tuần sau")
    count[lesson.code] = number = count.get(lesson.code, 0) + 1
    return number, absent, lesson_title(lesson, number)


def _log_summary(school, classroom, term, sheet, summary):
    sheet.put(0, 0, f"TỔNG KẾT CÁC TUẦN – LỚP {classroom.name} – {PERIOD_TITLE[term]}"
                    f" – NĂM HỌC {school.calendar.label()}", "title")
    sheet.line(2, _WEEK, "head")
    sheet.widths.update({1: 11, 2: 11, 10: 18, 11: 40, 13: 12, 14: 20, 15: 24})
    for row, (number, first, last, with_leave, without, good, fair) in enumerate(summary, 3):
        opinion = ("Nền nếp ổn định, cần giữ vệ sinh lớp." if fair > 2
                   else "Lớp học tập tích cực, đi học đều.")
        sheet.line(row, (number, first, last, with_leave + without, with_leave, without, good,
                         fair, 0, 0, "Không", opinion, classroom.homeroom.split()[-1],
                         last + timedelta(days=2), STAFF[1][1], "Đã kiểm tra, ghi đủ"))
