# SPDX-License-Identifier: Apache-2.0
"""Hard-copy books and papers as scans: the register of diplomas (I.07), an evaluation of a teacher
(I.12), the evidence of corrected marks."""

from ..formats.jpeg import to_jpeg
from ..formats.picture import Page
from ..formats.png import to_png
from ..formats.scan_pdf import to_scan_pdf
from ..formats.tiff import to_tiff
from ..layout_common import number
from ..office.conduct import corrected


def scan_files(school):
    """{path: bytes}"""
    first = school.year - 4
    files = {
        f"ban-quet/I.07_so-goc-cap-bang_{first + 4}.pdf": to_scan_pdf(_diplomas(school)),
    }
    for write, suffix, (teacher, subject, klass, when, marks) in zip(
            (to_jpeg, to_scan_pdf, to_tiff, to_png), ("jpg", "pdf", "tif", "png"), _VISITS):
        pages = [_evaluation(teacher, subject, klass, school.calendar.day(*when), marks)]
        if suffix in ("pdf", "tif"):
            pages.append(_opinion(teacher))
        name = f"I.12_phieu-du-gio_{teacher}_{school.calendar.day(*when):%Y-%m-%d}.{suffix}"
        files[f"ban-quet/{name}"] = write(pages if len(pages) > 1 else pages[0])
    for term in school.terms:
        for case, pupil, classroom, subject, old, new in corrected(school, term):
            own, test = case[8:10]
            # Of the same page of the book the pupil of the line above is to be seen too.
            before = classroom.pupils[max(pupil.seq - 2, 0)]
            rows = [(p.name, _marks(p.marks.get((term, subject.code)))) for p in (before, pupil)]
            files[f"chuyen-mon/minh-chung/{own}"] = _image(own, _own_book(*rows))
            if test:
                files[f"chuyen-mon/minh-chung/{test}"] = _image(
                    test, _test(subject.name, pupil, classroom, new))
    return files


def _image(name, page):
    return to_png(page) if name.endswith(".png") else to_jpeg(page)


def _marks(marks):
    return " ".join(_shown(m) for m in (*marks.regular, marks.mid)) if marks else ""


def _shown(tenths):
    return f"{number(tenths)}".replace(".", ",")


def _diplomas(school):
    """Last year's graduates are nobody of this school's lists."""
    names = ("LÒ VĂN BIÊN", "GIÀNG A CHU", "CẦM THỊ ÓN", "ĐINH VĂN HÒA", "SÙNG THỊ MỶ",
             "HÀ VĂN PHONG", "VÌ THỊ NGA", "LƯỜNG VĂN SƠ", "QUÀNG THỊ DUNG", "VÀNG A LỬ",
             "TÒNG VĂN TÂNG", "BÙI THỊ HIỀN", "LẦU A TỦA", "LÒ THỊ XUÂN", "HỜ THỊ PÀ", "CÀ VĂN INH")
    pages = []
    for number in (1, 2):
        page = Page(148, 210)
        page.text(14, 14, "SỔ GỐC CẤP BẰNG TỐT NGHIỆP THCS", 4)
        page.text(14, 24, "TRƯỜNG THCS XÃ NẬM PHẠ")
        page.text(14, 31, f"NĂM TỐT NGHIỆP: {school.year}   TRANG {number:02d}")
        ys = [40 + 14 * i for i in range(10)]
        page.grid([10, 22, 72, 102, 138], ys)
        for x, head in ((12, "TT"), (26, "HỌ VÀ TÊN"), (74, "NGÀY SINH"), (104, "SỐ HIỆU BẰNG")):
            page.text(x, 45, head, 2)
        for seq in range(8 * number - 7, 8 * number + 1):
            y = ys[(seq - 1) % 8 + 1] + 5
            page.text(12, y, f"{seq:02d}", 2)
            page.text(26, y, names[seq - 1], 2)
            page.text(74, y, f"{3 + seq:02d}/{1 + seq % 12:02d}/{school.year - 15}", 2)
            page.text(104, y, f"A{4410 + seq:06d}", 2)
        page.text(84, 178, "HIỆU TRƯỞNG")
        page.text(78, 196, "BÙI VĂN KHOÁT")
        pages.append(page)
    return pages


# Whose lesson, when, and the marks of the twelve criteria.
_VISITS = (("Cầm Văn Thịnh", "Vật lí", "7A", (2021, 10, 14), 18),
           ("Lò Văn Bun", "Toán", "9A", (2021, 11, 11), 17.5),
           ("Tòng Thị Hương", "Lịch sử", "7A", (2021, 10, 21), 16.5),
           ("Hoàng Thị Vân", "Thể dục", "7B", (2022, 3, 10), 18.5))


def _evaluation(teacher, subject, klass, day, total):
    page = Page(148, 210)
    page.text(14, 14, "PHIẾU DỰ GIỜ", 4)
    page.text(14, 26, f"GIÁO VIÊN: {teacher}")
    page.text(14, 34, f"MÔN: {subject}   LỚP: {klass}")
    page.text(14, 42, f"NGÀY {day:%d/%m/%Y}")
    ys = [54 + 9 * i for i in range(14)]
    page.grid([10, 22, 112, 138], ys)
    left = round(20 - 2 * (20 - total))  # half points lost, on the last criteria
    for number in range(1, 13):
        full = 2 if number <= 8 else 1
        lost = 0.5 if number > 12 - (20 - left) else 0
        page.text(13, ys[number] + 3, f"{number}", 2)
        page.text(26, ys[number] + 3, f"TIÊU CHÍ {number}", 2)
        page.text(118, ys[number] + 3, f"{full - lost:g}".replace(".", ","), 2)
    page.text(26, 57, "NỘI DUNG", 2)
    page.text(116, 57, "ĐIỂM", 2)
    grade = "GIỎI" if total >= 17 else "KHÁ"
    page.text(14, 176, f"TỔNG ĐIỂM: {total:g}/20   XẾP LOẠI: {grade}".replace(".", ","))
    page.text(84, 190, "NGƯỜI DỰ: HOÀNG THỊ NGA", 2)
    return page


def _opinion(teacher):
    """The back of the sheet."""
    page = Page(148, 210)
    page.text(14, 14, "NHẬN XÉT CHUNG", 4)
    for y, words in ((30, "ƯU ĐIỂM: CHUẨN BỊ CHU ĐÁO"), (42, "HỌC SINH HOẠT ĐỘNG TÍCH CỰC"),
                     (54, "HẠN CHẾ: CẦN PHÂN BỐ LẠI THỜI GIAN")):
        page.text(14, y, words)
        page.rule(14, y + 7, 134, y + 7)
    page.text(14, 180, f"GIÁO VIÊN: {teacher}", 2)
    page.text(84, 190, "NGƯỜI DỰ: HOÀNG THỊ NGA", 2)
    return page


def _own_book(*rows):
    page = Page(105, 74)
    page.text(8, 8, "SỔ ĐIỂM CÁ NHÂN")
    ys = [20 + 12 * i for i in range(len(rows) + 2)]
    page.grid([6, 60, 99], ys)
    page.text(10, 24, "HỌ VÀ TÊN", 2)
    page.text(64, 24, "ĐĐGTX", 2)
    for y, (name, marks) in zip(ys[1:], rows):
        page.text(10, y + 4, name, 2)
        page.text(64, y + 4, marks, 2)
    return page


def _test(subject, pupil, classroom, mark):
    page = Page(105, 74)
    page.text(8, 8, f"BÀI KIỂM TRA {subject}")
    page.text(8, 18, f"HỌ VÀ TÊN: {pupil.name}  LỚP {classroom.name}", 2)
    page.text(70, 30, _shown(mark), 8)
    for y in (46, 54, 62):
        page.rule(8, y, 96, y)
    return page
