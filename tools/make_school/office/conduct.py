# SPDX-License-Identifier: Apache-2.0
"""Awards and discipline, corrections of marks, locked books, vnEdu's report of conduct."""

from datetime import timedelta
from random import Random

from ..layout_common import PERIOD_TITLE, level_text, number
from ..sheets import Book
from ..staff import PRINCIPAL, STAFF


def conduct_papers(school):
    yield from _awards(school)
    for term in school.terms:
        yield _corrections(school, term)
    yield _locks(school)
    yield _report(school)


def _told(school, klass, name):
    return next((p for c in school.classes if c.name == klass for p in c.pupils
                 if p.name == name), None)


# Period: number and day of the decision, title of a level, further awards, measures taken.
_ISSUED = {
    "HK1": ("03/QĐ-THCSNP", (2022, 1, 12),
            {"HSG": "Học sinh giỏi HKI", "HSTT": "Học sinh tiên tiến HKI"},
            (("6A", "Lò Thị Ánh", "Nhặt được của rơi trả người mất"),),
            (("9A", "Thào A Nhà", "Bỏ học 3 buổi", "Nhắc nhở, hỗ trợ, giúp đỡ trực tiếp",
              (2021, 11, 19), "BB họp lớp 9A", "GVCN", "Đã đi học đều"),
             ("9B", "Hờ A Tủa", "Đánh bạn", "Khiển trách, thông báo với cha mẹ",
              (2021, 12, 3), "44/TB-THCSNP", PRINCIPAL[1], "Đang theo dõi"))),
    "HK2": ("12/QĐ-THCSNP", (2022, 5, 7), {},
            (("7B", "Mùa Thị Dế", "Giải Ba giải điền kinh học sinh huyện"),
             ("8A", "Đinh Thế Vinh", "Giải Khuyến khích thi vẽ tranh cấp huyện")),
            (("6B", "Vừ A Tủa", "Nghỉ học không phép nhiều buổi",
              "Nhắc nhở, hỗ trợ, giúp đỡ trực tiếp", (2022, 3, 25), "BB họp lớp 6B", "GVCN",
              "Chưa chuyển biến"),)),
    "CN": ("17/QĐ-THCSNP", (2022, 5, 27),
           {"HSG": "Học sinh giỏi", "HSTT": "Học sinh tiên tiến",
            "Học sinh Xuất sắc": "Học sinh Xuất sắc", "Học sinh Giỏi": "Học sinh Giỏi"}, (), ()),
}


def _awards(school):
    """Titles of the term (TT58) and of the year, and what happened; one series of numbers in the
    book of awards through the year."""
    in_book = 14
    for period in school.periods():
        number, when, names, deeds, cases = _ISSUED[period]
        book = Book(f"chuyen-mon/KhenThuong_KyLuat_{period}.xlsx")
        sheet = book.sheet("KhenThưởng")
        title = f"{PERIOD_TITLE[period]} – NĂM HỌC {school.calendar.label()}"
        sheet.put(0, 2, f"KHEN THƯỞNG HỌC SINH {title}", "title")
        sheet.line(2, ("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Lớp",
                       "Danh hiệu, hình thức", "Thành tích", "Số quyết định", "Ngày", "Cấp khen",
                       "Vào sổ số", "Ghi chú"), "head")
        sheet.widths.update({1: 13, 2: 26, 3: 11, 5: 24, 6: 34, 7: 15, 8: 11})
        given = [(c, p, names[p.title[period]], _levels(school, c, p, period))
                 for c in school.classes for p in school.present(c, period)
                 if p.title.get(period) in names]
        for klass, name, deed in deeds:
            if pupil := _told(school, klass, name):
                classroom = next(c for c in school.classes if c.name == klass)
                given.append((classroom, pupil, "Thành tích đột xuất", deed))
        for row, (classroom, pupil, award, reason) in enumerate(given, 3):
            in_book += 1
            sheet.line(row, (row - 2, pupil.code, pupil.name, f"{pupil.born:%d/%m/%Y}",
                             classroom.name, award, reason, number,
                             f"{school.calendar.day(*when):%d/%m/%Y}", "Trường", in_book))
        if cases:
            _discipline(school, book.sheet("KỷLuật"), title, cases)
        yield book


def _levels(school, classroom, pupil, period):
    tt22 = school.tt22(classroom.grade)
    learning = level_text("learning", tt22, pupil.learning[period])
    conduct = level_text("conduct", tt22, pupil.conduct[period])
    return (f"KQHT {learning}, KQRL {conduct}" if tt22 else f"HL {learning}, HK {conduct}")


def _discipline(school, sheet, title, cases):
    sheet.put(0, 2, f"KỶ LUẬT HỌC SINH {title}", "title")
    sheet.line(2, ("STT", "Mã học sinh", "Họ và tên", "Lớp", "Hành vi", "Hình thức", "Ngày",
                   "Văn bản", "Người quyết định", "Kết quả khắc phục"), "head")
    sheet.widths.update({1: 13, 2: 26, 4: 24, 5: 36, 6: 11, 7: 20, 8: 20, 9: 20})
    row = 3
    for klass, name, act, measure, when, document, who, outcome in cases:
        if pupil := _told(school, klass, name):
            sheet.line(row, (row - 2, pupil.code, name, klass, act, measure,
                             f"{school.calendar.day(*when):%d/%m/%Y}", document, who, outcome))
            row += 1


# --- Sửa điểm, khóa sổ

# Class, pupil, subject, column, day, form, old mark (tenths), reason, page of the teacher's own book,
# paper of the test, pupil and witness who signed (oral marks). The new marks stand in the mark
# sheets. In HKI 13/12 is the last day for regular marks, two weeks before the tests; the last one
# was mended while the book was opened again.
CORRECTIONS = {
    "HK1": (("6A", "Sùng A Páo", "TOAN", 2, (2021, 11, 22), "Viết", 56, "Nhập nhầm",
             "SDCN_Huong_tr12.jpg", "6A_Pao_tx3.png", "", ""),
            ("7A", "Hà Văn Bình", "LS", 0, (2021, 11, 24), "Hỏi – đáp", 50, "Cộng thiếu điểm",
             "SDCN_HuongT_tr03.jpg", "", "Hà Văn Bình", "Quàng Thị Mai"),
            ("8A", "Sồng Thị Nhìa", "TOAN", "gk", (2021, 12, 13), "Viết", None, "Nhập nhầm dòng",
             "SDCN_Bun_tr07.png", "8A_Nhia_gk.png", "", ""),
            ("9A", "Đinh Thị Kim Oanh", "NV", "ck", (2022, 1, 18), "Viết", None,
             "Chấm sót câu 3", "SDCN_Phon_tr15.png", "9A_Oanh_ck.png", "", "")),
    "HK2": (("6B", "Ữu", "KHTN", 1, (2022, 4, 25), "Thực hành", None, "Nhập nhầm",
             "SDCN_Nhi_tr09.png", "6B_Uu_tx2.png", "", ""),
            ("7B", "Lò Thị Hòa", "GDCD", 0, (2022, 3, 8), "Hỏi – đáp", None, "Nhập nhầm",
             "SDCN_Ngoc_tr04.png", "", "Lò Thị Hòa", "Mùa Thị Dế")),
}


def corrected(school, term):
    """(case, pupil, classroom, subject, old mark, new mark) in tenths."""
    for case in CORRECTIONS[term]:
        klass, name, code, column, *_ = case
        pupil = _told(school, klass, name)
        if not pupil:
            continue
        classroom = next(c for c in school.classes if c.name == klass)
        subject = next(s for s in school.subjects(classroom.grade) if s.code == code)
        marks = pupil.marks[term, code]
        new = (marks.mid if column == "gk" else marks.final if column == "ck"
               else marks.regular[column])
        old = case[6] if case[6] is not None else new - 10 if new >= 20 else new + 10
        yield case, pupil, classroom, subject, old, new


def _corrections(school, term):
    book = Book(f"chuyen-mon/SoSuaDiem_{term}.xlsx")
    sheet = book.sheet("SửaĐiểm")
    sheet.put(0, 2, f"SỔ THEO DÕI SỬA ĐIỂM – {PERIOD_TITLE[term]}"
                    f" – NĂM HỌC {school.calendar.label()}", "title")
    sheet.line(2, ("STT", "Ngày sửa", "Lớp", "Mã học sinh", "Họ và tên", "Môn", "Cột điểm",
                   "Hình thức đánh giá", "Điểm cũ", "Điểm mới", "Lí do",
                   "Minh chứng: sổ điểm cá nhân", "Minh chứng: bài kiểm tra",
                   "HS được sửa ký (họ tên)", "HS xác nhận ký (họ tên)", "GVBM",
                   "Người kiểm tra, ngày", "Kết luận"), "head")
    sheet.widths.update({1: 11, 3: 13, 4: 22, 5: 14, 6: 11, 11: 24, 12: 20, 13: 20, 14: 20, 15: 20,
                         16: 28})
    cases = sorted(corrected(school, term), key=lambda c: c[0][4])
    for row, (case, pupil, classroom, subject, old, new) in enumerate(cases, 3):
        _, _, code, column, when, form, _, reason, own, test, signed, witness = case
        day = school.calendar.day(*when)
        # Looked at before the month's meeting (QC Điều 5.2): on the last Monday, or at once.
        review = max(school.calendar.day(when[0], when[1], 29 if when[1] == 11 else when[2]), day)
        shown = {"gk": "ĐĐGgk", "ck": "ĐĐGck"}.get(column) or f"ĐĐGtx ({column + 1})"
        sheet.line(row, (row - 2, f"{day:%d/%m/%Y}", classroom.name, pupil.code, pupil.name,
                         subject.name, shown, form, number(old), number(new), reason, own, test,
                         signed, witness, school.teacher(classroom, code, term),
                         f"{STAFF[1][1]}, {review:%d/%m/%Y}", "Đồng ý"))
    return book


def _locks(school):
    book = Book("chuyen-mon/KhoaMoSo.csv")
    sheet = book.sheet("KhoaMoSo")
    sheet.line(0, ("thoi_diem", "viec", "lop", "mon", "nguoi", "ly_do", "den"))
    day = school.calendar.day
    rows = [(day(2022, 1, 8), "11:30:00", "khoa", "*", "*", "Kết thúc HKI", ""),
            (day(2022, 1, 12), "15:00:00", "duyet", "*", "*", "Phê duyệt kết quả HKI", "")]
    if _told(school, "9A", "Đinh Thị Kim Oanh"):
        rows += [(day(2022, 1, 18), "14:00:00", "mo", "9A", "Ngữ văn",
                  "Phiếu đề nghị mở sổ số 01: chấm sót bài kiểm tra cuối kì", "17:00:00"),
                 (day(2022, 1, 18), "17:00:00", "khoa", "9A", "Ngữ văn", "Đã sửa xong", ""),
                 (day(2022, 1, 19), "08:15:00", "duyet", "9A", "*",
                  "Phê duyệt lại kết quả HKI sau khi sửa điểm", "")]
    if "HK2" in school.terms:
        rows += [(day(2022, 5, 26), "11:30:00", "khoa", "*", "*", "Kết thúc HKII", ""),
                 (day(2022, 5, 28), "10:00:00", "duyet", "*", "*", "Phê duyệt kết quả HKII", "")]
    for row, (when, clock, action, klass, subject, reason, until) in enumerate(rows, 1):
        stamp = f"{when:%Y-%m-%d}T{{}}+07:00"
        sheet.line(row, (stamp.format(clock), action, klass, subject, PRINCIPAL[1], reason,
                         stamp.format(until) if until else ""))
    return book


# --- Báo cáo nền nếp (vnEdu)

_FORMS = (("Đi học muộn", -1), ("Không đồng phục", -1), ("Không làm bài tập", -2),
          ("Nói chuyện riêng", -1), ("Vệ sinh muộn", -1))


def _report(school):
    """A block a class in one sheet, a blank STT where a pupil has a further row; the misprint in the
    letterhead is the vendor's."""
    first = school.calendar.day(2021, 10, 4)
    last = first + timedelta(days=5)
    label = school.calendar.label().replace("-", "_")
    book = Book(f"vnedu/Bao_cao_ne_nep_chi_tiet_hs_tu_ngay_{first:%Y-%-m-%-d}"
                f"__den_{last:%Y-%-m-%-d}_{label}.xlsx")
    sheet = book.sheet("hs_chi_tiet")
    sheet.widths.update({1: 13, 2: 26, 4: 22, 6: 11})
    rng = Random(f"{school.seed}/discipline")
    row = 0
    for classroom in school.classes:
        there = [p for p in classroom.pupils if p.joined <= first and not p.left]
        row = _block(sheet, row, rng, classroom, rng.sample(there, min(2, len(there))), first, last)
    return book


def _block(sheet, row, rng, classroom, pupils, first, last):
    sheet.put(row, 0, "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG")
    sheet.put(row, 4, "CỘNG HÒA XÃ HỒI CHỦ NGHĨA VIỆT NAM")
    sheet.put(row + 1, 0, "TRƯỜNG THCS XÃ NẬM PHẠ")
    sheet.put(row + 2, 2, "BÁO CÁO NỀN NẾP CHI TIẾT HỌC SINH", "title")
    sheet.line(row + 3, (f"Từ ngày: {first:%d/%m/%Y}", "", f"Khối: {classroom.grade}"))
    sheet.line(row + 4, (f"Đến ngày: {last:%d/%m/%Y}", "", f"Lớp: {classroom.name}"))
    sheet.line(row + 5, ("STT", "Mã học sinh", "Họ và tên", "Lớp", "Hình thức", "Ghi chú", "Ngày",
                         "", "Tổng", "Điểm Thi đua"), "head")
    row += 6
    total = 0
    for number, pupil in enumerate(pupils, 1):
        forms = rng.sample(_FORMS, 1 + number % 2)
        for index, (form, points) in enumerate(forms):
            day = first + timedelta(days=rng.randrange(6))
            if index == 0:
                sheet.line(row, (number, pupil.code, pupil.name, classroom.name))
                sheet.put(row, 8, sum(p for _, p in forms))
            sheet.put(row, 4, form)
            sheet.put(row, 6, f"{day:%d/%m/%Y}")
            sheet.put(row, 9, points)
            total += points
            row += 1
    sheet.put(row, 0, f"Tổng điểm: {total}")
    return row + 2
