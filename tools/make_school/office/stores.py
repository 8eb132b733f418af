# SPDX-License-Identifier: Apache-2.0
"""Equipment and library: what there is, what was lent."""

from datetime import date, timedelta
from random import Random

from ..layout_common import SCHOOL_LINE
from ..sheets import Book
from .people import teachers_of

_EQUIPMENT = (
    ("TBL6-012", "Nhiệt kế rượu", "KHTN", "6", "Cái", 6, 2021, "Sở cấp", "Tốt 5, hỏng 1"),
    ("TBL6-020", "Kính lúp cầm tay", "KHTN", "6", "Cái", 10, 2021, "Sở cấp", "Tốt"),
    ("TBL7-004", "Bộ thí nghiệm quang học", "Vật lí", "7", "Bộ", 4, 2014, "Sở cấp", "Tốt"),
    ("TBH8-003", "Giá ống nghiệm", "Hóa học", "8, 9", "Cái", 8, 2013, "Sở cấp", "Cũ"),
    ("TBS7-011", "Mô hình cá", "Sinh học", "7", "Cái", 1, 2012, "Sở cấp", "Cũ"),
    ("TBD7-003", "Bản đồ các nước châu Phi", "Địa lí", "7", "Tờ", 2, 2015, "Trường mua", "Cũ"),
    ("TBD8-001", "Bản đồ tự nhiên Việt Nam", "Địa lí", "8, 9", "Tờ", 2, 2015, "Trường mua", "Tốt"),
    ("TBT6-002", "Bộ thước vẽ bảng", "Toán", "6, 7, 8, 9", "Bộ", 8, 2018, "Trường mua", "Tốt"),
    ("TBTD-001", "Đệm nhảy cao", "Thể dục", "6, 7, 8, 9", "Cái", 2, 2016, "Trường mua", "Cũ"),
    ("TBNN-001", "Đài cát-xét", "Ngoại ngữ", "6, 7, 8, 9", "Cái", 2, 2017, "Trường mua", "Tốt"),
)


def store_books(school):
    yield _equipment(school)
    yield _library(school)


def _equipment(school):
    book = Book(f"thiet-bi/ThietBi_{school.calendar.label()}.xlsx")
    sheet = book.sheet("DanhMuc")
    sheet.put(0, 0, SCHOOL_LINE, "title")
    sheet.put(1, 2, "DANH MỤC THIẾT BỊ DẠY HỌC", "title")
    sheet.line(3, ("STT", "Mã thiết bị", "Tên thiết bị", "Môn", "Khối", "Đơn vị tính", "Số lượng",
                   "Năm nhận", "Nguồn", "Tình trạng", "Ghi chú"), "head")
    sheet.widths.update({1: 12, 2: 30, 8: 14, 9: 16})
    for row, item in enumerate(_EQUIPMENT, 4):
        sheet.line(row, (row - 3, *item))
    loans = book.sheet("MuonTra")
    loans.put(0, 2, f"SỔ MƯỢN, TRẢ THIẾT BỊ – NĂM HỌC {school.calendar.label()}", "title")
    loans.line(2, ("STT", "Ngày mượn", "Giáo viên", "Tên thiết bị", "Mã", "Số lượng", "Môn",
                   "Lớp", "Tiết PPCT", "Ngày trả", "Tình trạng khi trả", "Ký"), "head")
    loans.widths.update({1: 11, 2: 24, 3: 30, 4: 12, 9: 11})
    rng = Random(f"{school.seed}/loans")
    teachers = list(teachers_of(school))
    for row, day in enumerate(school.calendar.school_days("HK1")[20:80:4], 3):
        code, name, subject, grades, _, count, *_ = _EQUIPMENT[row % len(_EQUIPMENT)]
        grade = int(grades[0])
        klass = rng.choice([c for c in school.classes if c.grade == grade])
        found = [t for (k, s), t in school.teachers.items() if k == klass.name
                 and subject in (s, _short(school, klass, s))]
        who = found[0][0][0] if found else rng.choice(teachers)
        loans.line(row, (row - 2, day, who, name, code, min(count, 4), subject, klass.name,
                         row * 2 + 1, day + timedelta(days=row % 2), "Tốt", who.split()[-1]))
    return book


def _short(school, classroom, code):
    """The subject's name in the catalogue of equipment."""
    name = next(s.name for s in school.subjects(classroom.grade) if s.code == code)
    return {"Khoa học tự nhiên": "KHTN", "Giáo dục thể chất": "Thể dục"}.get(name, name)


_BOOKS = (("Truyện Kiều. Nguyễn Du", "Văn học", "H., 2015", 42000, "V5"),
          ("Dế mèn phiêu lưu ký. Tô Hoài", "Kim Đồng", "H., 2018", 50000, "V5"),
          ("Đất rừng phương Nam. Đoàn Giỏi", "Kim Đồng", "H., 2016", 75000, "V5"),
          ("Ngữ văn 6, tập một", "Giáo dục", "H., 2021", 24000, "SGK"),
          ("Toán 6, tập một", "Giáo dục", "H., 2021", 22000, "SGK"),
          ("Bài tập Toán 7", "Giáo dục", "H., 2014", 18000, "STK"),
          ("Từ điển Anh – Việt", "Khoa học xã hội", "H., 2010", 120000, "4(A)"),
          ("Truyện cổ các dân tộc Tây Bắc", "Văn hóa dân tộc", "H., 2009", 38000, "KV"))


def _library(school):
    book = Book("thu-vien/SoDangKyCaBiet.xlsx")
    sheet = book.sheet("CaBiet")
    sheet.put(0, 0, SCHOOL_LINE, "title")
    sheet.put(1, 2, "SỔ ĐĂNG KÝ CÁ BIỆT", "title")
    sheet.line(3, ("Số ĐKCB", "Ngày vào sổ", "Tên tác giả và tên sách", "Nhà xuất bản",
                   "Nơi, năm XB", "Giá tiền", "Môn loại", "Số vào sổ tổng quát",
                   "Ngày và số biên bản xuất", "Kiểm kê", "Phụ chú"), "head")
    sheet.widths.update({1: 11, 2: 36, 3: 18, 8: 22})
    for index in range(24):
        title, publisher, place, price, kind = _BOOKS[index % len(_BOOKS)]
        sheet.line(4 + index, (f"{1201 + index:05d}", date(school.year, 9, 10), title, publisher,
                               place, price, kind, 31 + index // 8))
    loans = book.sheet("MuonSach")
    loans.put(0, 1, "SỔ MƯỢN SÁCH", "title")
    loans.line(2, ("Ngày mượn", "Họ và tên người mượn", "Lớp, đơn vị", "Số ĐKCB", "Tên sách",
                   "Hạn trả", "Ngày trả", "Ký"), "head")
    loans.widths.update({0: 11, 1: 26, 4: 34, 5: 11, 6: 11})
    pupils = [(c, p) for c in school.classes for p in c.pupils if not p.left][::23]
    for row, (classroom, pupil) in enumerate(pupils, 3):
        day = school.calendar.day(2021, 10, 4) + timedelta(days=2 * row)
        index = row % 24
        loans.line(row, (day, pupil.name, classroom.name, f"{1201 + index:05d}",
                         _BOOKS[index % len(_BOOKS)][0], day + timedelta(days=14),
                         day + timedelta(days=10 + row % 4), pupil.name.split()[-1]))
    return book
