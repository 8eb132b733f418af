# SPDX-License-Identifier: Apache-2.0
"""The register of pupils, the registers of documents, the website."""

from datetime import date, timedelta
from random import Random

from ..layout_common import OFFICE, SCHOOL_LINE, level_text
from ..sheets import Book
from ..staff import PRINCIPAL, STAFF
from .diplomas import diplomas

_HEAD, _VICE, _SECRETARY = (person[1] for person in STAFF)
_PROVINCE = "Sở GD&ĐT Sơn La"
_DISTRICT = "Phòng GD&ĐT Bắc Lương"


def register_books(school):
    yield _pupils(school)
    for year, rows in sorted(_by_year(_outgoing(school)).items()):
        yield _sent(year, rows)
    for year, rows in sorted(_by_year(_incoming(school)).items()):
        yield _received(year, rows)
    yield _posts(school)


# --- Sổ đăng bộ

_PUPILS = ("Số đăng bộ", "Mã học sinh", "Họ và tên học sinh", "Ngày, tháng, năm sinh", "Nam/Nữ",
           "Dân tộc", "Nơi sinh", "Đối tượng", "Họ tên cha, nghề nghiệp", "Họ tên mẹ, nghề nghiệp",
           "Người giám hộ, nghề nghiệp", "Chỗ ở hiện nay", "Ngày vào trường", "Vào lớp",
           "Từ trường", "Năm thứ nhất", "Năm thứ hai", "Năm thứ ba", "Năm thứ tư", "Năm thứ năm",
           "Ngày ra trường", "Lí do", "Số hiệu bằng TN THCS", "Ghi chú")


def _pupils(school):
    book = Book("smas/SoDangBo_ToanTruong.xlsx")
    given = diplomas(school)
    for classroom in sorted(school.classes, key=lambda c: -c.grade):
        first = school.year - (classroom.grade - 6)
        sheet = book.sheet(f"Khóa {first}-{first + 4}")
        if not sheet.cells:
            sheet.put(0, 0, OFFICE, "title")
            sheet.put(1, 0, SCHOOL_LINE, "title")
            sheet.put(2, 2, f"SỔ ĐĂNG BỘ – KHÓA {first}-{first + 4}", "title")
            sheet.line(4, _PUPILS, "head")
            sheet.line(5, range(1, len(_PUPILS) + 1), "head")
            sheet.widths.update({1: 13, 2: 26, 6: 40, 8: 30, 9: 30, 11: 30, 15: 24, 16: 24})
        row = sheet.rows()[0]
        for pupil in classroom.pupils:
            sheet.line(row, _entry(school, classroom, pupil, given))
            row += 1
    return book


def _entry(school, classroom, pupil, given):
    def adult(parent):
        return f"{parent.name}, {parent.job.lower()}" if parent else ""
    moved_in = pupil.story.moved_in if pupil.story else ()
    # Years at other schools stand in the học bạ and not in this book.
    before = [f"{y.start}-{y.start + 1}: {y.klass}, {level_text('learning', False, y.learning[2])}"
              for y in pupil.earlier if y.school.startswith("THCS xã Nậm Phạ")]
    result = pupil.learning.get("CN") if not pupil.left else None
    now = f"{school.calendar.label()}: {classroom.name}"
    if result is not None:
        now += f", {level_text('learning', school.tt22(classroom.grade), result)}"
    years = ([*before, now] + [""] * 5)[:5]
    entered = pupil.earlier[0] if before and pupil.earlier else None
    entry_day = pupil.joined
    entry_class = classroom.name
    if entered and entered.school.startswith("THCS xã Nậm Phạ"):
        entry_day, entry_class = entry_day.replace(year=entered.start), entered.klass
    return (pupil.register, pupil.code, pupil.name, f"{pupil.born:%d/%m/%Y}", pupil.sex,
            pupil.people, "Xã Nậm Phạ, huyện Bắc Lương, tỉnh Sơn La", pupil.policy,
            adult(pupil.father), adult(pupil.mother), adult(pupil.guardian),
            f"{pupil.village}, xã Nậm Phạ", f"{entry_day:%d/%m/%Y}", entry_class,
            moved_in[0] if moved_in else "", *years, *_left(school, pupil, given.get(pupil.code)))


def _left(school, pupil, diploma):
    if pupil.left:
        to, _, _, letter, *_ = pupil.story.moved_out
        return f"{pupil.left:%d/%m/%Y}", f"Chuyển trường: {to}", "", f"GGT {letter}"
    if diploma:
        return f"{school.calendar.year_end:%d/%m/%Y}", "Tốt nghiệp", diploma[2], ""
    return "", "", "", ""


# --- Sổ đăng ký văn bản đi, đến

def _by_year(rows):
    years = {}
    for row in rows:
        years.setdefault(row[0].year, []).append(row)
    return years


# Month and day of the year before 1 September and after; numbers follow from the order.
_SPRING = ((1, 8, "KH", "Kế hoạch trực Tết Nguyên đán", "Toàn trường"),
           (1, 12, "BC", "Báo cáo sơ kết học kỳ I", _DISTRICT),
           (1, 18, "QĐ", "Quyết định khen thưởng học sinh học kỳ I", "Toàn trường"),
           (2, 19, "TB", "Thông báo lịch học sau Tết", "Cha mẹ học sinh"),
           (2, 26, "KH", "Kế hoạch bồi dưỡng học sinh giỏi", "Các tổ chuyên môn"),
           (3, 2, "TTr", "Tờ trình xin sửa chữa phòng học", "UBND xã Nậm Phạ"),
           (3, 5, "", "V/v mượn hội trường nhà văn hóa bản", "Bản Nậm Phạ"),
           (3, 12, "KH", "Kế hoạch kiểm tra giữa học kỳ II", "Các tổ chuyên môn"),
           (3, 19, "GGT", "Giấy giới thiệu học sinh chuyển trường", "THCS Pú Hao"),
           (3, 26, "BC", "Báo cáo tự đánh giá chất lượng giáo dục", _DISTRICT),
           (4, 2, "KH", "Kế hoạch ngoại khóa phòng chống tai nạn đuối nước", "Toàn trường"),
           (4, 9, "QĐ", "Quyết định thành lập hội đồng kiểm tra tài sản", "Kế toán"),
           (4, 16, "TB", "Thông báo nghỉ Giỗ Tổ Hùng Vương và 30/4", "Toàn trường"),
           (4, 23, "KH", "Kế hoạch kiểm tra cuối học kỳ II", "Các tổ chuyên môn"),
           (5, 7, "", "V/v báo cáo thống kê cuối năm", _DISTRICT),
           (5, 14, "TB", "Thông báo họp cha mẹ học sinh cuối năm", "Cha mẹ học sinh"),
           (5, 21, "BC", "Báo cáo tổng kết năm học", _DISTRICT),
           (5, 25, "QĐ", "Quyết định công nhận học sinh lên lớp", "Toàn trường"),
           (5, 28, "BB", "Biên bản xét hoàn thành chương trình", "Lưu"),
           (6, 11, "KH", "Kế hoạch ôn tập, kiểm tra lại trong hè", "Các tổ chuyên môn"),
           (7, 9, "KH", "Kế hoạch tuyển sinh lớp 6", "Các bản"),
           (7, 23, "TTr", "Tờ trình đề nghị cấp bổ sung bàn ghế", _DISTRICT),
           (8, 13, "KH", "Kế hoạch tổng vệ sinh trường lớp đầu năm học", "Toàn trường"),
           (8, 20, "TB", "Thông báo tựu trường", "Cha mẹ học sinh"))
_AUTUMN = ((9, 1, "QĐ", "Quyết định ban hành Quy chế quản lý hồ sơ điện tử", "Toàn trường"),
           (9, 3, "KH", "Kế hoạch khai giảng năm học mới", "Toàn trường"),
           (9, 6, "QĐ", "Quyết định phân công chuyên môn học kỳ I", "Toàn trường"),
           (9, 10, "KH", "Kế hoạch giáo dục của nhà trường", _DISTRICT),
           (9, 15, "BC", "Báo cáo số liệu đầu năm học", _DISTRICT),
           (9, 20, "QĐ", "Quyết định phê duyệt kế hoạch giáo dục cá nhân", "Lớp 6B"),
           (9, 20, "QĐ", "Quyết định miễn học môn Thể dục", "Lớp 7B"),
           (9, 25, "TB", "Thông báo họp cha mẹ học sinh đầu năm", "Cha mẹ học sinh"),
           (10, 1, "KH", "Kế hoạch tổ chức bán trú", "Tổ bán trú"),
           (10, 4, "KH", "Kế hoạch kiểm tra nội bộ", "Toàn trường"),
           (10, 8, "", "V/v đề nghị khám sức khỏe học sinh", "Trạm y tế xã Nậm Phạ"),
           (10, 11, "QĐ", "Quyết định thành lập đội tuyển học sinh giỏi", "Các tổ chuyên môn"),
           (10, 15, "BC", "Báo cáo phổ cập giáo dục", "UBND xã Nậm Phạ"),
           (10, 22, "GGT", "Giấy giới thiệu học sinh chuyển trường", "THCS xã Háng Sua"),
           (10, 26, "KH", "Kế hoạch kiểm tra giữa học kỳ I", "Các tổ chuyên môn"),
           (11, 3, "QĐ", "Quyết định điều chỉnh phân công chuyên môn", "Tổ Khoa học xã hội"),
           (11, 12, "KH", "Kế hoạch kỷ niệm ngày 20/11", "Toàn trường"),
           (11, 22, "BB", "Biên bản kiểm tra việc vào điểm", "Lưu"),
           (11, 29, "BC", "Báo cáo công tác kiểm tra nội bộ", _DISTRICT),
           (12, 3, "TB", "Thông báo kết quả xét kỷ luật học sinh", "Lớp 9B"),
           (12, 6, "TTr", "Tờ trình đề nghị thanh lý thiết bị hỏng", _DISTRICT),
           (12, 10, "KH", "Kế hoạch kiểm tra cuối học kỳ I", "Các tổ chuyên môn"),
           (12, 13, "", "V/v báo cáo thống kê giữa kỳ", _DISTRICT),
           (12, 24, "TB", "Thông báo nghỉ Tết Dương lịch", "Toàn trường"),
           (12, 31, "BC", "Báo cáo công tác văn thư, lưu trữ", _DISTRICT))
# The second half of the demonstration year; the decisions and letters of stories.py are among them.
_SECOND = ((1, 10, "GGT", "Giấy giới thiệu học sinh chuyển trường", "THCS thị trấn Bắc Lương"),
           (1, 11, "BB", "Biên bản xét khen thưởng học kỳ I", "Lưu"),
           (1, 12, "QĐ", "Quyết định khen thưởng học sinh học kỳ I", "Toàn trường"),
           (1, 14, "BC", "Báo cáo sơ kết học kỳ I", _DISTRICT),
           (2, 18, "KH", "Kế hoạch kiểm tra giữa học kỳ II", "Các tổ chuyên môn"),
           (3, 10, "GGT", "Giấy giới thiệu học sinh chuyển trường", "THCS Tân Phù"),
           *_SPRING[9:14],
           (5, 7, "QĐ", "Quyết định khen thưởng đột xuất học sinh học kỳ II", "Toàn trường"),
           *_SPRING[14:17],
           (5, 25, "QĐ", "Quyết định công nhận học sinh lên lớp", "Toàn trường"),
           (5, 27, "QĐ", "Quyết định khen thưởng học sinh cuối năm học", "Toàn trường"),
           _SPRING[18])


def _outgoing(school):
    """(date, number, title, signer, recipients, copies), numbered from 01 in each year."""
    day, first = school.calendar.day, school.calendar.start
    last = school.calendar.terms[school.terms[-1]][2]
    rows = []
    for year, documents in ((2021, _SPRING + _AUTUMN), (2022, _SECOND)):
        for number, (month, dom, kind, title, to) in enumerate(documents, 1):
            when = day(year, month, dom)
            if when > last or when.year < first:
                continue
            symbol = f"{number:02d}/{kind}-THCSNP" if kind else f"{number:02d}/THCSNP"
            vice = kind == "" or title.startswith("Kế hoạch kiểm tra nội bộ")
            signer = f"KT. HIỆU TRƯỞNG {_VICE}" if vice else PRINCIPAL[1]
            rows.append((when, symbol, title, signer, to, 2 + number % 4))
    return rows


_OUT = ("Số, ký hiệu văn bản", "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản",
        "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú")
_IN = ("Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
       "Tên loại và trích yếu nội dung", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận",
       "Ghi chú")


def _cover(sheet, title, year, heads):
    sheet.put(0, 0, OFFICE, "title")
    sheet.put(1, 0, SCHOOL_LINE, "title")
    sheet.put(2, 2, title, "title")
    sheet.put(3, 2, f"Năm {year}. Quyển số 01")
    sheet.line(5, heads, "head")
    sheet.line(6, (f"({i})" for i in range(1, len(heads) + 1)), "head")


def _close(sheet, row, year, number, complete):
    if complete:
        sheet.put(row, 0, f"Sổ này kết thúc ở số {number} ngày 31/12/{year}")


def _sent(year, rows):
    book = Book(f"vnptioffice/VanBanDi_{year}.xlsx")
    sheet = book.sheet("VBĐi")
    _cover(sheet, "SỔ ĐĂNG KÝ VĂN BẢN ĐI", year, _OUT)
    sheet.widths.update({0: 18, 1: 13, 2: 48, 3: 34, 4: 26, 7: 13})
    for row, (when, symbol, title, signer, to, copies) in enumerate(rows, 7):
        sheet.line(row, (symbol, when, title, signer, to, "VT", f"{copies:02d}", when))
    _close(sheet, 7 + len(rows) + 1, year, rows[-1][1].split("/")[0], rows[-1][0].month == 12)
    return book


_MATTERS = (
    (_DISTRICT, "PGDĐT", "Công văn hướng dẫn thực hiện nhiệm vụ chuyên môn", "vice"),
    (_PROVINCE, "SGDĐT-GDTrH", "Công văn v/v kiểm tra, đánh giá học sinh THCS", "vice"),
    (_DISTRICT, "KH-PGDĐT", "Kế hoạch kiểm tra công tác quản lý các trường THCS", "head"),
    ("UBND xã Nậm Phạ", "UBND", "Giấy mời họp công tác phổ cập giáo dục", "head"),
    (_PROVINCE, "SGDĐT-VP", "Công văn v/v báo cáo số liệu trên CSDL ngành", "secretary"),
    ("UBND huyện Bắc Lương", "UBND-NV", "Công văn v/v rà soát hồ sơ viên chức", "secretary"),
    (_DISTRICT, "QĐ-PGDĐT", "Quyết định cử giáo viên tập huấn", "head"),
    ("Trạm y tế xã Nậm Phạ", "TYT", "Lịch khám sức khỏe học sinh", "secretary"),
    (_DISTRICT, "PGDĐT-TTr", "Công văn v/v tự kiểm tra hồ sơ sổ sách", "vice"),
    (_PROVINCE, "SGDĐT-CTTT", "Công văn v/v bảo đảm an toàn trường học", "head"),
)
_RECEIVERS = {"head": _HEAD, "vice": _VICE, "secretary": _SECRETARY}


def _incoming(school):
    """(arrived, number, author, symbol, date, title, receiver): about eleven a month."""
    rng = Random(f"{school.seed}/incoming")
    last = school.calendar.terms[school.terms[-1]][1]
    rows, outside = [], 40
    for year in (school.year, school.year + 1):
        day, number = date(year, 1, 4), 0
        while day <= min(last, date(year, 12, 31)):
            if day.weekday() < 5:
                author, symbol, title, receiver = rng.choice(_MATTERS)
                number += 1
                outside += rng.randint(1, 9)
                rows.append((day, number, author, f"{outside}/{symbol}",
                             day - timedelta(days=rng.randint(1, 4)), title,
                             _RECEIVERS[receiver]))
            day += timedelta(days=rng.randint(2, 4))
        outside = 10
    return rows


def _received(year, rows):
    book = Book(f"vnptioffice/VanBanDen_{year}.xlsx")
    sheet = book.sheet("VBĐến")
    _cover(sheet, "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", year, _IN)
    sheet.widths.update({0: 13, 2: 26, 3: 22, 4: 13, 5: 48, 6: 22, 7: 13})
    for row, (arrived, number, author, symbol, dated, title, receiver) in enumerate(rows, 7):
        sheet.line(row, (arrived, number, author, symbol, dated, title, receiver, arrived))
    _close(sheet, 7 + len(rows) + 1, year, rows[-1][1], rows[-1][0].month == 12)
    return book


# --- Website

_POSTS = ((2021, 9, 5, "Tin tức", "Lễ khai giảng năm học mới", "le-khai-giang"),
          (2021, 9, 25, "Thông báo", "Họp cha mẹ học sinh đầu năm học", "hop-cha-me-dau-nam"),
          (2021, 10, 15, "Tin tức", "Học sinh kiểm tra sức khỏe định kỳ", "kham-suc-khoe"),
          (2021, 10, 20, "Hoạt động", "Chào mừng ngày Phụ nữ Việt Nam", "ngay-20-10"),
          (2021, 11, 19, "Hoạt động", "Kỷ niệm ngày Nhà giáo Việt Nam", "ngay-20-11"),
          (2021, 12, 22, "Hoạt động", "Tìm hiểu truyền thống Quân đội nhân dân", "ngay-22-12"),
          (2021, 12, 25, "Thông báo", "Lịch kiểm tra cuối học kỳ I", "lich-kiem-tra-hk1"),
          (2022, 1, 12, "Tin tức", "Sơ kết học kỳ I", "so-ket-hoc-ky-1"),
          (2022, 2, 9, "Tin tức", "Học sinh trở lại trường sau Tết", "tro-lai-truong"),
          (2022, 3, 8, "Hoạt động", "Ngày Quốc tế Phụ nữ", "ngay-8-3"),
          (2022, 3, 26, "Hoạt động", "Hội trại chào mừng ngày thành lập Đoàn", "hoi-trai-26-3"),
          (2022, 4, 21, "Hoạt động", "Ngày sách và văn hóa đọc", "ngay-sach"),
          (2022, 5, 7, "Thông báo", "Lịch kiểm tra cuối học kỳ II", "lich-kiem-tra-hk2"),
          (2022, 5, 28, "Tin tức", "Lễ tổng kết năm học", "tong-ket-nam-hoc"))


def _posts(school):
    book = Book("website/BaiDang.csv")
    sheet = book.sheet("BaiDang")
    sheet.line(0, ("STT", "Ngày đăng", "Tiêu đề", "Chuyên mục", "Người đăng", "Đường dẫn",
                   "Lượt xem"))
    last = school.calendar.terms[school.terms[-1]][2]
    posts = [(school.calendar.day(y, m, d), *rest) for y, m, d, *rest in _POSTS]
    for row, (when, kind, title, slug) in enumerate((p for p in posts if p[0] <= last), 1):
        sheet.line(row, (row, when, title, kind, _SECRETARY, f"/tin-bai/{when:%Y/%m}/{slug}",
                         40 + 17 * row % 90))
    return book
