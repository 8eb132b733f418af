# SPDX-License-Identifier: Apache-2.0
"""Health by visit, as the school's nurse keeps it."""

from random import Random

from ..sheets import Book

_HEADS = ("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày khám",
          "Chiều cao (cm)", "Cân nặng (kg)", "BMI", "Huyết áp", "Nhịp tim", "Thị lực P (KK)",
          "Thị lực T (KK)", "Bệnh về mắt", "Răng", "Cột sống", "Kết luận", "Xử trí")


def health_books(school):
    days = [school.calendar.day(2021, 10, 15)]
    if "HK2" in school.terms:
        days.append(school.calendar.day(2022, 3, 15))
    for classroom in school.classes:
        book = Book(f"y-te/SucKhoe_{classroom.name}_{school.calendar.label()}.xlsx")
        for visit, day in enumerate(days, 1):
            sheet = book.sheet(f"Lan{visit}")
            sheet.put(0, 0, f"THEO DÕI SỨC KHỎE HỌC SINH – LỚP {classroom.name} – LẦN {visit}",
                      "title")
            sheet.put(1, 0, f"Năm học: {school.calendar.label()}")
            sheet.line(3, _HEADS, "head")
            sheet.widths.update({1: 13, 2: 26, 3: 11, 5: 11, 14: 16, 16: 10, 17: 22})
            there = [p for p in classroom.pupils
                     if p.joined <= day and (p.left is None or p.left > day)]
            for row, pupil in enumerate(there, 4):
                sheet.line(row, (row - 3, *_visit(school, pupil, visit, day)))
        yield book


def _visit(school, pupil, visit, day):
    rng = Random(f"{school.seed}/health/{pupil.code}")
    age = (day - pupil.born).days / 365.25
    # Tenths of a centimetre and of a kilogram, so that nothing is rounded twice.
    height = int(1390 + 55 * (age - 11) + rng.gauss(0, 50)) + 15 * (visit - 1)
    mass = int(height * height * rng.uniform(15.5, 19.5) / 100000) + 8 * (visit - 1)
    index = (mass * 1_000_000 * 2 + height * height) // (2 * height * height)  # half up
    tooth = rng.random() < 0.25
    sight = rng.choice(("10/10", "10/10", "10/10", "9/10", "8/10"))
    return (pupil.code, pupil.name, f"{pupil.born:%d/%m/%Y}", pupil.sex, f"{day:%d/%m/%Y}",
            height / 10, mass / 10, index / 10, f"{rng.randint(92, 112)}/{rng.randint(58, 72)}",
            rng.randint(74, 92), sight, sight, "Cận thị" if sight == "8/10" else "",
            "Sâu 1 răng" if tooth else "Bình thường", "Bình thường",
            "Loại II" if tooth or sight == "8/10" else "Loại I", "Chuyển khám răng" if tooth else "")
