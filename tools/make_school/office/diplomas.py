# SPDX-License-Identifier: Apache-2.0
"""Who finishes the school, and the register of their diplomas (TT21/2019; xếp loại by QĐ 11/2006
Điều 8)."""

from ..layout_common import DEPARTMENT, OFFICE, SCHOOL_LINE
from ..rules import TT58_CONDUCT, TT58_LEVELS
from ..sheets import Book

_HEADS = ("STT", "Năm tốt nghiệp", "Quyết định công nhận tốt nghiệp", "Mã học sinh",
          "Họ và tên", "Ngày sinh", "Nơi sinh", "Giới tính", "Dân tộc", "Lớp",
          "Xếp loại tốt nghiệp", "Số hiệu văn bằng", "Số vào sổ gốc cấp văn bằng", "Ngày nhận",
          "Người nhận ký, ghi rõ họ tên", "Ghi chú")
_FIRST_SERIAL = 4431  # after those of the year before (scans.py)
_BIRTH_PLACE = "Xã Nậm Phạ, huyện Bắc Lương, tỉnh Sơn La"


def diplomas(school):
    """{pupil code: (class, number in the register, serial, grade)}"""
    found = {}
    if "HK2" not in school.terms:
        return found
    for classroom in school.classes:
        if classroom.grade != 9:
            continue
        for pupil in school.present(classroom, "CN"):
            grade = _grade(school, pupil)
            if grade:
                number = len(found) + 1
                found[pupil.code] = (classroom, number, f"A{_FIRST_SERIAL + number:06d}", grade)
    return found


def _grade(school, pupil):
    learning = TT58_LEVELS[pupil.learning["CN"]] if pupil.learning.get("CN") is not None else ""
    conduct = TT58_CONDUCT[pupil.conduct["CN"]]
    if sum(pupil.absences(school.calendar, "CN")) > 45:
        return ""
    if learning not in ("Giỏi", "Khá", "Trung bình") or conduct == "Yếu":
        return ""
    if learning == "Giỏi" and conduct == "Tốt":
        return "Giỏi"
    if (learning, conduct) == ("Giỏi", "Khá") or (learning == "Khá" and conduct in ("Tốt", "Khá")):
        return "Khá"
    return "Trung bình"


def diploma_books(school):
    given = diplomas(school)
    if not given:
        return
    year = school.year + 1
    day = school.calendar.day(2022, 6, 10)
    book = Book(f"van-thu/SoGocCapBang_{year}.xlsx")
    sheet = book.sheet("SổGốc")
    sheet.put(0, 0, DEPARTMENT, "title")
    sheet.put(1, 0, OFFICE, "title")
    sheet.put(2, 3, "SỔ GỐC CẤP BẰNG TỐT NGHIỆP TRUNG HỌC CƠ SỞ", "title")
    sheet.put(3, 3, f"Học sinh trường: {SCHOOL_LINE}")
    sheet.line(5, _HEADS, "head")
    sheet.widths.update({2: 26, 3: 13, 4: 26, 5: 11, 6: 40, 11: 12, 13: 11, 14: 26})
    pupils = {p.code: p for c in school.classes for p in c.pupils}
    for row, (code, (classroom, number, serial, grade)) in enumerate(given.items(), 6):
        pupil = pupils[code]
        sheet.line(row, (number, year, f"212/QĐ-PGDĐT, {day:%d/%m/%Y}", code, pupil.name,
                         f"{pupil.born:%d/%m/%Y}", _BIRTH_PLACE, pupil.sex, pupil.people,
                         classroom.name, grade, serial, number))
    yield book
