# SPDX-License-Identifier: Apache-2.0
"""Boarding meals, the accountant's books."""

from datetime import date
from random import Random

from ..layout_common import OFFICE, SCHOOL_LINE
from ..sheets import Book


def account_books(school):
    yield from _meals(school)
    yield _assets(school)
    yield _cash(school)


def _meals(school):
    """A file a month; boarders eat on school days from Monday to Friday."""
    rng = Random(f"{school.seed}/meals")
    boarders = {c.name: max(2, len(c.pupils) * rng.randint(35, 55) // 100) for c in school.classes}
    days = [d for term in school.terms for d in school.calendar.school_days(term)
            if d.weekday() < 5]
    for year, month in school.calendar.months(school.terms):
        book = Book(f"ban-tru/SuatAn_{year}-{month:02d}.csv")
        sheet = book.sheet("SuatAn")
        sheet.put(0, 0, f"BẢNG SUẤT ĂN BÁN TRÚ THÁNG {month} NĂM {year}")
        sheet.line(1, ("Ngày", "Thứ", *boarders, "Cộng"))
        row, sums = 2, [0] * len(boarders)
        for day in days:
            if (day.year, day.month) != (year, month):
                continue
            counts = [count - rng.choice((0, 0, 0, 1, 2)) for count in boarders.values()]
            sheet.line(row, (day, day.weekday() + 2, *counts, sum(counts)))
            sums = [a + b for a, b in zip(sums, counts)]
            row += 1
        if row > 2:
            sheet.line(row, ("Cộng", "", *sums, sum(sums)))
            yield book


_ASSETS = (
    ("Nhà cửa", "Nhà lớp học 2 tầng 8 phòng", "Nhà", 1, 2012, 3_850_000_000, 4),
    ("Nhà cửa", "Nhà hiệu bộ", "Nhà", 1, 2014, 1_240_000_000, 4),
    ("Nhà cửa", "Nhà bếp bán trú", "Nhà", 1, 2016, 420_000_000, 5),
    ("Máy móc, thiết bị", "Máy tính để bàn phòng Tin học", "Bộ", 24, 2019, 288_000_000, 20),
    ("Máy móc, thiết bị", "Máy chiếu", "Cái", 4, 2018, 62_000_000, 20),
    ("Máy móc, thiết bị", "Máy phô tô", "Cái", 1, 2020, 45_000_000, 12),
    ("Máy móc, thiết bị", "Tủ đông nhà bếp", "Cái", 1, 2020, 12_500_000, 12),
    ("Công cụ, dụng cụ", "Bàn ghế học sinh hai chỗ", "Bộ", 160, 2017, 192_000_000, 12),
    ("Công cụ, dụng cụ", "Giá sách thư viện", "Cái", 8, 2015, 16_000_000, 12),
)


def _assets(school):
    book = Book(f"ke-toan/SoTaiSan_{school.year}.xlsx")
    sheet = book.sheet("S24-H")
    sheet.put(0, 0, SCHOOL_LINE, "title")
    sheet.put(1, 2, f"SỔ TÀI SẢN CỐ ĐỊNH, CÔNG CỤ DỤNG CỤ NĂM {school.year}", "title")
    sheet.line(3, ("STT", "Mã tài sản", "Tên tài sản", "Loại tài sản", "Đơn vị tính", "Số lượng",
                   "Năm sử dụng", "Nguyên giá", "Tỷ lệ hao mòn (%)", "Hao mòn lũy kế",
                   "Giá trị còn lại", "Bộ phận sử dụng"), "head")
    sheet.widths.update({1: 12, 2: 34, 3: 20, 7: 15, 9: 15, 10: 15, 11: 18})
    for row, (kind, name, unit, count, since, cost, rate) in enumerate(_ASSETS, 4):
        used = min(cost, cost * rate * (school.year - since) // 100)
        sheet.line(row, (row - 3, f"TS{row - 3:03d}", name, kind, unit, count, since, cost, rate,
                         used, cost - used, "Toàn trường"))
    return book


_MATTERS = (("Thu tiền ăn bán trú", 1, 6_480_000), ("Chi mua thực phẩm", -1, 5_930_000),
            ("Chi mua văn phòng phẩm", -1, 385_000), ("Rút dự toán về quỹ", 1, 3_000_000),
            ("Chi tiền điện", -1, 1_264_000), ("Chi công tác phí", -1, 720_000))


def _cash(school):
    book = Book(f"ke-toan/SoQuyTienMat_{school.year}.xlsx")
    sheet = book.sheet("S11-H")
    sheet.put(0, 0, OFFICE, "title")
    sheet.put(1, 0, SCHOOL_LINE, "title")
    sheet.put(2, 3, f"SỔ QUỸ TIỀN MẶT – QUÝ IV NĂM {school.year}", "title")
    sheet.line(4, ("Ngày tháng ghi sổ", "Ngày tháng chứng từ", "Số phiếu thu", "Số phiếu chi",
                   "Diễn giải", "Thu", "Chi", "Tồn", "Ghi chú"), "head")
    sheet.widths.update({0: 13, 1: 13, 4: 34, 5: 13, 6: 13, 7: 13})
    balance, numbers, row = 4_150_000, {1: 0, -1: 0}, 6
    sheet.line(5, (date(school.year, 10, 1), "", "", "", "Số dư đầu kỳ", "", "", balance))
    for month in (10, 11, 12):
        for index, (text, sign, amount) in enumerate(_MATTERS):
            day = date(school.year, month, 4 + 4 * index)
            numbers[sign] += 1
            amount += 1000 * ((month * 37 + index * 11) % 90)
            balance += sign * amount
            number = f"{'PT' if sign > 0 else 'PC'}{numbers[sign]:03d}"
            sheet.line(row, (day, day, number if sign > 0 else "", number if sign < 0 else "",
                             f"{text} tháng {month}", amount if sign > 0 else "",
                             amount if sign < 0 else "", balance))
            row += 1
    income = sum(sheet.cells.get((r, 5), (0, ""))[0] for r in range(6, row))
    expense = sum(sheet.cells.get((r, 6), (0, ""))[0] for r in range(6, row))
    sheet.line(row, ("Cộng phát sinh", "", "", "", "", income, expense))
    sheet.line(row + 1, ("Số dư cuối kỳ", "", "", "", "", "", "", balance))
    return book
