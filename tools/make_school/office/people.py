# SPDX-License-Identifier: Apache-2.0
"""Lists of people from the province's and the ministry's systems: personnel, training, universal
education, statistics, accreditation."""

from datetime import date, timedelta
from random import Random

from ..layout_common import OFFICE, SCHOOL_LINE
from ..names import VILLAGES, list_order, make_name, pick_people
from ..sheets import Book
from ..staff import STAFF


def people_books(school):
    yield _staff(school)
    yield _training(school)
    yield _universal(school)
    yield _statistics(school)
    yield _evidence(school)


def teachers_of(school):
    """{name: what he or she teaches}, in the order of the first lesson."""
    found = {}
    for classroom in school.classes:
        for subject in school.subjects(classroom.grade):
            for name, *_ in school.teachers[classroom.name, subject.code]:
                found.setdefault(name, subject.name)
    return found


def _staff(school):
    book = Book("ccvc/DanhSachVienChuc.xlsx")
    sheet = book.sheet("DanhSach")
    sheet.put(0, 0, SCHOOL_LINE, "title")
    sheet.put(1, 2, "DANH SÁCH CÔNG CHỨC, VIÊN CHỨC", "title")
    sheet.line(3, ("STT", "Mã hồ sơ", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Chức vụ",
                   "Hạng chức danh nghề nghiệp", "Trình độ chuyên môn", "Chuyên ngành đào tạo",
                   "Nhiệm vụ được giao", "Hình thức tuyển dụng", "Ngày tuyển dụng",
                   "Ngày về trường", "Số CCCD", "Hệ số lương", "Trạng thái"), "head")
    sheet.widths.update({1: 11, 2: 26, 3: 11, 7: 18, 9: 22, 10: 26, 12: 13, 13: 13, 14: 15})
    people = [(name, title, "Quản lý" if index < 2 else "Văn thư, lưu trữ")
              for index, (_, name, title) in enumerate(STAFF)]
    people += [(name, "Giáo viên", f"Dạy {subject}")
               for name, subject in sorted(teachers_of(school).items(),
                                           key=lambda item: list_order(item[0]))]
    for row, (name, title, duty) in enumerate(people, 4):
        rng = Random(f"{school.seed}/staff/{name}")
        born = date(1968, 1, 1) + timedelta(days=rng.randrange(26 * 365))
        since = date(min(born.year + rng.randint(22, 26), school.year - 1), 9, 1)
        woman = " Thị " in name
        degree = "Đại học" if rng.random() < 0.85 else "Cao đẳng"
        sheet.line(row, (
            row - 3, f"NP-{row - 3:03d}", name, f"{born:%d/%m/%Y}", "Nữ" if woman else "Nam",
            "Kinh" if name.split()[0] in ("Trần", "Phạm", "Nguyễn", "Đỗ", "Ngô") else "Thái",
            title, "" if title == "Văn thư" else "THCS hạng II" if born.year < 1980
            else "THCS hạng III", degree, duty.replace("Dạy ", "Sư phạm "), duty,
            "Viên chức, HĐLV không xác định thời hạn", f"{since:%d/%m/%Y}", f"{since:%d/%m/%Y}",
            f"014{'1' if woman else '0'}{born:%y}{700000 + row:06d}",
            f"{2.34 + 0.33 * rng.randint(1, 7):.2f}", "Đang làm việc"))
    return book


_MODULES = ("Mô đun 4: Xây dựng kế hoạch dạy học và giáo dục theo hướng phát triển phẩm chất,"
            " năng lực học sinh",
            "Mô đun 5: Tư vấn và hỗ trợ học sinh trong hoạt động giáo dục và dạy học")


def _training(school):
    book = Book("tap-huan/KetQuaTapHuan.csv")
    sheet = book.sheet("KetQua")
    sheet.line(0, ("STT", "Họ và tên", "Mã giáo viên", "Chuyên môn", "Tên khóa học",
                   "Ngày bắt đầu", "Ngày hoàn thành", "Kết quả", "Số chứng nhận"))
    row = 0
    for number, (name, subject) in enumerate(teachers_of(school).items(), 1):
        for module, course in enumerate(_MODULES, 4):
            start = school.calendar.day(2021, 9 + module - 4, 15)
            done = start + timedelta(days=20 + number % 15)
            row += 1
            sheet.line(row, (row, name, f"1499{number:06d}", subject, course, start, done,
                             "Đạt", f"GVPT-{module:02d}-{number:04d}"))
    return book


# --- Phổ cập giáo dục

def _universal(school):
    """Everybody of the commune who was born in the years of grades 6 to 12, pupil here or not."""
    book = Book("pcgd/SoTheoDoiPhoCap_2021.xlsx")
    sheet = book.sheet("SoTheoDoi")
    sheet.put(0, 0, "BAN CHỈ ĐẠO PCGD-XMC XÃ NẬM PHẠ", "title")
    sheet.put(1, 3, f"SỔ THEO DÕI PHỔ CẬP GIÁO DỤC NĂM {school.year}", "title")
    sheet.line(3, ("STT", "Số phiếu", "Thôn, bản", "Họ và tên", "Ngày sinh", "Giới tính",
                   "Dân tộc", "Họ tên chủ hộ", "Lớp đang học", "Trường đang học",
                   "Năm hoàn thành chương trình tiểu học", "Năm tốt nghiệp THCS", "Bỏ học lớp",
                   "Bỏ học năm", "Khuyết tật", "Ghi chú"), "head")
    sheet.widths.update({2: 18, 3: 26, 4: 11, 7: 24, 9: 26})
    people = [_pupil_here(school, c, p) for c in school.classes for p in c.pupils if not p.left]
    people += _others(school, max(4, len(people) // 12))
    people.sort(key=lambda p: (VILLAGES.index(p["village"]), list_order(p["name"])))
    for row, person in enumerate(people, 4):
        sheet.line(row, (row - 3, f"{row - 3:04d}", person["village"], person["name"],
                         f"{person['born']:%d/%m/%Y}", person["sex"], person["people"],
                         person["head"], person["class"], person["school"], person["primary"],
                         person["lower"], person["left_class"], person["left_year"],
                         person["disability"]))
    _ages(school, book.sheet("ThongKe"), people)
    return book


def _pupil_here(school, classroom, pupil):
    parent = pupil.father or pupil.guardian or pupil.mother
    return {"village": pupil.village, "name": pupil.name, "born": pupil.born, "sex": pupil.sex,
            "people": pupil.people, "head": parent.name, "class": classroom.name,
            "school": "THCS xã Nậm Phạ", "primary": school.year - (classroom.grade - 6),
            "lower": "", "left_class": "", "left_year": "", "disability": pupil.disability}


def _others(school, count):
    rng = Random(f"{school.seed}/pcgd")
    found = []
    for index in range(count):
        people, sex = pick_people(rng), rng.choice(("Nam", "Nữ"))
        born = date(school.year - rng.randint(15, 18), 1, 1) + timedelta(days=rng.randrange(365))
        finished = born.year + 15
        person = {"village": rng.choice(VILLAGES), "name": make_name(rng, people, sex),
                  "born": born, "sex": sex, "people": people,
                  "head": make_name(rng, people, "Nam"), "class": "", "school": "",
                  "primary": born.year + 11, "lower": "", "left_class": "", "left_year": "",
                  "disability": ""}
        if index % 8 == 7 or finished > school.year:
            person.update(left_class="8", left_year=born.year + 14)
        else:
            person.update({"class": str(9 + min(3, school.year + 1 - finished)),
                           "school": "THPT Bắc Lương", "lower": finished})
        found.append(person)
    return found


def _ages(school, sheet, people):
    sheet.put(0, 0, f"THỐNG KÊ PHỔ CẬP GIÁO DỤC TRUNG HỌC CƠ SỞ NĂM {school.year}", "title")
    heads = ("Độ tuổi", "Năm sinh", "Tổng số", "Nữ", "Dân tộc", "Khuyết tật", "Đang học THCS",
             "Hoàn thành chương trình tiểu học", "Tốt nghiệp THCS", "Đang học THPT, GDTX, nghề",
             "Bỏ học")
    sheet.line(2, heads, "head")
    row, totals = 3, [0] * 9
    for age in range(11, 19):
        of_age = [p for p in people if school.year - p["born"].year == age]
        tests = (lambda p: True, lambda p: p["sex"] == "Nữ", lambda p: p["people"] != "Kinh",
                 lambda p: bool(p["disability"]), lambda p: p["school"].startswith("THCS"),
                 lambda p: bool(p["primary"]), lambda p: bool(p["lower"]),
                 lambda p: p["school"].startswith("THPT"), lambda p: bool(p["left_class"]))
        counts = [sum(map(test, of_age)) for test in tests]
        sheet.line(row, (age, school.year - age, *counts))
        totals = [a + b for a, b in zip(totals, counts)]
        row += 1
    sheet.line(row, ("Cộng", "", *totals))


# --- Thống kê, kiểm định

def _statistics(school):
    book = Book(f"thong-ke/EQMS_DauNam_{school.calendar.label()}.xlsx")
    sheet = book.sheet("Biểu 1")
    sheet.put(0, 0, OFFICE, "title")
    sheet.put(1, 0, SCHOOL_LINE, "title")
    sheet.put(2, 1, "THỐNG KÊ SỐ LIỆU ĐẦU NĂM", "title")
    sheet.put(3, 1, f"Năm học: {school.calendar.label()}")
    sheet.line(5, ("Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Tổng số", "Lớp 6", "Lớp 7", "Lớp 8",
                   "Lớp 9"), "head")
    sheet.widths.update({1: 40, 2: 12})
    day = school.calendar.day(2021, 9, 30)
    grades = {g: [p for c in school.classes if c.grade == g for p in c.pupils
                  if p.joined <= day and (p.left is None or p.left > day)] for g in (6, 7, 8, 9)}
    rows = (("01", "Số lớp", "Lớp", lambda g: sum(c.grade == g for c in school.classes)),
            ("02", "Số học sinh", "Học sinh", lambda g: len(grades[g])),
            ("03", "Trong đó: nữ", "Học sinh", lambda g: sum(p.sex == "Nữ" for p in grades[g])),
            ("04", "Trong đó: dân tộc thiểu số", "Học sinh",
             lambda g: sum(p.people != "Kinh" for p in grades[g])),
            ("05", "Trong đó: khuyết tật học hòa nhập", "Học sinh",
             lambda g: sum(bool(p.disability) for p in grades[g])),
            ("06", "Trong đó: lưu ban", "Học sinh",
             lambda g: sum(p.years_behind > 0 for p in grades[g])))
    row = 6
    for code, title, unit, count in rows:
        counts = [count(grade) for grade in (6, 7, 8, 9)]
        sheet.line(row, (code, title, unit, sum(counts), *counts))
        row += 1
    totals = (("07", "Giáo viên", "Người", len(teachers_of(school))),
              ("08", "Phòng học", "Phòng", len(school.classes)),
              ("09", "Máy vi tính phục vụ học tập", "Máy", 24))
    for line in totals:
        sheet.line(row, line)
        row += 1
    return book


_EVIDENCE = (
    ("1.1", "Phương hướng, chiến lược xây dựng và phát triển", "12/KH-THCSNP, ngày 10/9/2020"),
    ("1.1", "Biên bản rà soát phương hướng, chiến lược", "18/BB-THCSNP, ngày 25/5/2021"),
    ("1.2", "Quyết định thành lập Hội đồng trường", "05/QĐ-PGDĐT, ngày 12/10/2020"),
    ("1.3", "Nghị quyết Chi bộ hằng tháng", "Chi bộ, 2021"),
    ("1.5", "Danh sách học sinh theo lớp", "Năm học 2020-2021"),
    ("2.1", "Danh sách cán bộ quản lý", "Năm học 2020-2021"),
    ("2.2", "Kết quả đánh giá chuẩn nghề nghiệp giáo viên", "24/BC-THCSNP, ngày 28/5/2021"),
    ("3.2", "Sơ đồ khuôn viên, phòng học", "Năm 2019"),
    ("3.5", "Sổ đăng ký thiết bị giáo dục", "Năm học 2020-2021"),
    ("4.1", "Biên bản họp Ban đại diện cha mẹ học sinh", "Năm học 2020-2021"),
    ("5.1", "Kế hoạch giáo dục của nhà trường", "28/KH-THCSNP, ngày 10/9/2021"),
    ("5.6", "Bảng tổng hợp kết quả học tập, rèn luyện", "Năm học 2020-2021"),
)


def _evidence(school):
    book = Book("kiem-dinh/DanhMucMinhChung.xlsx")
    sheet = book.sheet("MinhChung")
    sheet.put(0, 0, SCHOOL_LINE, "title")
    sheet.put(1, 3, "DANH MỤC MÃ MINH CHỨNG", "title")
    sheet.line(3, ("STT", "Tiêu chuẩn", "Tiêu chí", "Mã minh chứng", "Tên minh chứng",
                   "Số, ngày ban hành", "Nơi ban hành", "Ghi chú"), "head")
    sheet.widths.update({3: 14, 4: 46, 5: 28, 6: 22})
    numbers, standard = {}, ""
    for row, (criterion, title, issued) in enumerate(_EVIDENCE, 4):
        numbers[criterion] = numbers.get(criterion, 0) + 1
        new = criterion[0] != standard
        standard = criterion[0]
        sheet.line(row, (row - 3, f"Tiêu chuẩn {standard}" if new else "", f"Tiêu chí {criterion}",
                         f"H{standard}-{criterion}-{numbers[criterion]:02d}", title, issued,
                         "THCS xã Nậm Phạ"))
    return book
