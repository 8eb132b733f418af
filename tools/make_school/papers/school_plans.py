# SPDX-License-Identifier: Apache-2.0
"""Word papers of the school: its plan for the year, the plan of a pupil with a disability."""

from ..office.class_books import weeks
from .word import HEAD, VICE, approved, document, sign


def school_files(school):
    """{path: Document}"""
    label = school.calendar.label()
    files = {f"ke-hoach/KeHoachGiaoDuc_NhaTruong_{label}.docx": _school_plan(school)}
    for classroom in school.classes:
        for pupil in classroom.pupils:
            if pupil.unassessed:
                files[f"ke-hoach/KHGDCN_{classroom.name}_{pupil.code}.docx"] = (
                    _individual_plan(school, classroom, pupil))
    return files


# --- I.05

def _school_plan(school):
    day = school.calendar.day(2021, 9, 10)
    label = school.calendar.label()
    title = f"KẾ HOẠCH GIÁO DỤC CỦA NHÀ TRƯỜNG NĂM HỌC {label}"
    paper = document(title, VICE, day)
    paper.text("Số: 28/KH-THCSNP")
    paper.text(f"Nậm Phạ, ngày {day.day} tháng {day.month} năm {day.year}")
    paper.text(title, bold=True, centre=True)
    paper.heading(1, "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH")
    paper.text("Thông tư số 32/2018/TT-BGDĐT ngày 26/12/2018 của Bộ trưởng Bộ GD&ĐT ban hành"
                  " Chương trình giáo dục phổ thông;")
    paper.text("Thông tư số 22/2021/TT-BGDĐT ngày 20/7/2021 quy định về đánh giá học sinh THCS"
                  " và học sinh THPT;")
    paper.text("Công văn số 5512/BGDĐT-GDTrH ngày 18/12/2020 về việc xây dựng và tổ chức thực"
                  " hiện kế hoạch giáo dục của nhà trường.")
    paper.heading(1, "II. ĐIỀU KIỆN THỰC HIỆN CHƯƠNG TRÌNH NĂM HỌC")
    paper.heading(2, "1. Đặc điểm tình hình học sinh")
    rows = [("Khối", "Số lớp", "Số học sinh")]
    for grade in sorted({c.grade for c in school.classes}):
        classes = [c for c in school.classes if c.grade == grade]
        rows.append((grade, len(classes), sum(len(school.present(c, "HK1")) for c in classes)))
    paper.table(rows)
    paper.heading(2, "2. Tình hình đội ngũ giáo viên, nhân viên, cán bộ quản lý")
    paper.text("Đủ giáo viên các môn; hai tổ chuyên môn: Khoa học tự nhiên, Khoa học xã hội.")
    paper.heading(1, "III. MỤC TIÊU GIÁO DỤC NĂM HỌC")
    paper.text("Duy trì sĩ số từ 98% trở lên; tỉ lệ lên lớp từ 97% trở lên.")
    paper.heading(1, "IV. TỔ CHỨC THỰC HIỆN CHƯƠNG TRÌNH")
    paper.heading(2, "Khung thời gian thực hiện chương trình")
    first, second = school.calendar.terms["HK1"], school.calendar.terms["HK2"]
    paper.table([("Học kỳ", "Bắt đầu", "Kết thúc", "Số tuần"),
                    ("I", f"{first[0]:%d/%m/%Y}", f"{first[1]:%d/%m/%Y}",
                     len(weeks(school, "HK1"))),
                    ("II", f"{second[0]:%d/%m/%Y}", f"{second[1]:%d/%m/%Y}",
                     len(weeks(school, "HK2")))])
    paper.heading(1, "V. GIẢI PHÁP THỰC HIỆN")
    paper.text("Phân công chuyên môn đúng năng lực; sinh hoạt chuyên môn hai lần mỗi tháng;"
                  " phụ đạo học sinh từ tuần 5.")
    paper.heading(1, "VI. TỔ CHỨC THỰC HIỆN")
    paper.text("Các tổ chuyên môn, giáo viên xây dựng kế hoạch của mình theo kế hoạch này./.")
    approved(paper, day)
    sign(paper, ("NGƯỜI LẬP", VICE), ("HIỆU TRƯỞNG", HEAD))
    return paper


# --- I.04

def _individual_plan(school, classroom, pupil):
    title = "KẾ HOẠCH GIÁO DỤC CÁ NHÂN"
    paper = document(title, classroom.homeroom, school.calendar.day(2021, 9, 18))
    paper.text(title, bold=True, centre=True)
    paper.text(f"Năm học: {school.calendar.label()}", centre=True)
    paper.text(f"Họ và tên học sinh: {pupil.name}")
    paper.text(f"Mã học sinh: {pupil.code}")
    paper.text(f"Ngày sinh: {pupil.born:%d/%m/%Y}")
    paper.text(f"Lớp: {classroom.name}")
    paper.text(f"Dạng khuyết tật: {pupil.disability}")
    paper.text("I. Đặc điểm, khả năng và nhu cầu của học sinh", bold=True)
    paper.text("Đọc chậm, viết được câu ngắn; thích vẽ, hòa đồng với bạn; cần thêm thời gian.")
    paper.text("II. Mục tiêu giáo dục", bold=True)
    paper.table([("Thời gian", "Mục tiêu", "Nội dung, biện pháp", "Người thực hiện", "Kết quả"),
                    ("Học kỳ I", "Đọc được đoạn văn 60 chữ", "Kèm riêng 15 phút cuối buổi",
                     classroom.homeroom, "Đạt"),
                    ("Học kỳ II", "Cộng trừ số có hai chữ số", "Dùng que tính, bạn giúp bạn",
                     classroom.homeroom, "Đạt")])
    paper.text("III. Nhận xét chung", bold=True)
    paper.text("Em có tiến bộ, đi học đều.")
    approved(paper, school.calendar.day(2021, 9, 20))
    sign(paper, ("GIÁO VIÊN CHỦ NHIỆM", classroom.homeroom), ("HIỆU TRƯỞNG", HEAD))
    return paper
