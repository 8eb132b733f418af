# SPDX-License-Identifier: Apache-2.0
"""Plans in Word: the school's, the groups' and the teachers' after Công văn 5512/BGDĐT-GDTrH, an
individual plan, minutes; and the log of what was uploaded."""

import hashlib

from ..formats.docx import Document
from ..layout_common import SCHOOL_LINE
from ..sheets import Book
from ..staff import PRINCIPAL, STAFF, team
from .class_books import weeks

_VICE = STAFF[1][1]
_LEADERS = {"Khoa học tự nhiên": "Cầm Văn Thịnh", "Khoa học xã hội": "Tòng Thị Hương"}
_GROUP_SUBJECT = {"Khoa học tự nhiên": ("TOAN", "Toán"), "Khoa học xã hội": ("NV", "Ngữ văn")}
_SLUG = {"Khoa học tự nhiên": "KHTN", "Khoa học xã hội": "KHXH"}
# Whose plans lie in the demonstration: class, subject, lessons a week.
_TEACHERS = (("6A", "TOAN", 4), ("7A", "VL", 1))
_WEEKS = (5, 6)


def plan_files(school):
    """{path: bytes}"""
    files = {f"ke-hoach/KeHoachGiaoDuc_NhaTruong_{school.calendar.label()}.docx":
             _school_plan(school).to_bytes()}
    for group, leader in _LEADERS.items():
        stem = f"ke-hoach/{_SLUG[group]}"
        files[f"{stem}_PhuLuc1_{school.calendar.label()}.docx"] = (
            _group_plan(school, group, leader).to_bytes())
        files[f"{stem}_PhuLuc2_{school.calendar.label()}.docx"] = (
            _group_activities(school, group, leader).to_bytes())
        files[f"{stem}_BienBan_SHCM_2021-10.docx"] = _minutes(school, group, leader).to_bytes()
    for pupil, classroom in _with_plan(school):
        files[f"ke-hoach/KHGDCN_{classroom.name}_{pupil.code}.docx"] = (
            _individual_plan(school, classroom, pupil).to_bytes())
    for classroom, subject, count in _taught(school):
        teacher = school.teacher(classroom, subject.code, "HK1")
        slug = f"{subject.slug}{classroom.grade}"
        files[f"ho-so-dien-tu/PhuLuc3_{slug}_{classroom.name}.docx"] = (
            _teacher_plan(school, classroom, subject, teacher).to_bytes())
        for path, document in _lessons(school, classroom, subject, teacher, count):
            files[path] = document.to_bytes()
    return files


def upload_log(school, files):
    book = Book("ho-so-dien-tu/NhatKy_TaiLen_HK1.csv")
    sheet = book.sheet("NhatKy")
    sheet.line(0, ("thoi_diem", "giao_vien", "loai", "mon", "lop", "tuan", "tiet_tu", "tiet_den",
                   "ten_tep", "sha256", "nguoi_duyet", "thoi_diem_duyet"))
    row = 1
    for classroom, subject, count in _taught(school):
        teacher = school.teacher(classroom, subject.code, "HK1")
        for number, monday, _ in weeks(school, "HK1"):
            path, first, last = _place(classroom, subject, count, number)
            if path not in files:
                continue
            digest = hashlib.sha256(files[path]).hexdigest()
            # Due on Monday at seven.
            sheet.line(row, (f"{monday:%d/%m/%Y} 06:41:12", teacher, "KHBD", subject.name,
                             classroom.name, number, first, last, path.rsplit("/", 1)[1], digest,
                             _LEADERS[team(subject)], f"{monday:%d/%m/%Y} 10:05:00"))
            row += 1
    return book


def _taught(school):
    for name, code, count in _TEACHERS:
        classroom = next((c for c in school.classes if c.name == name), None)
        if classroom:
            yield classroom, next(s for s in school.subjects(classroom.grade)
                                  if s.code == code), count


def _with_plan(school):
    return [(p, c) for c in school.classes for p in c.pupils if p.unassessed]


def _document(school, title, who, day):
    document = Document(title, who, day)
    document.table([(f"PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG\n{SCHOOL_LINE}",
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")],
                   head=False, border=False)
    return document


def _sign(document, *people):
    document.table([[f"{title}\n(Ký và ghi rõ họ tên)\n\n{name}" for title, name in people]],
                   head=False, border=False)


# --- I.05

def _school_plan(school):
    day = school.calendar.day(2021, 9, 10)
    label = school.calendar.label()
    title = f"KẾ HOẠCH GIÁO DỤC CỦA NHÀ TRƯỜNG NĂM HỌC {label}"
    document = _document(school, title, _VICE, day)
    document.text("Số: 28/KH-THCSNP")
    document.text(title, bold=True, centre=True)
    document.heading(1, "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH")
    document.text("Thông tư số 32/2018/TT-BGDĐT ngày 26/12/2018 của Bộ trưởng Bộ GD&ĐT ban hành"
                  " Chương trình giáo dục phổ thông;")
    document.text("Thông tư số 22/2021/TT-BGDĐT ngày 20/7/2021 quy định về đánh giá học sinh THCS"
                  " và học sinh THPT;")
    document.text("Công văn số 5512/BGDĐT-GDTrH ngày 18/12/2020 về việc xây dựng và tổ chức thực"
                  " hiện kế hoạch giáo dục của nhà trường.")
    document.heading(1, "II. ĐIỀU KIỆN THỰC HIỆN CHƯƠNG TRÌNH NĂM HỌC")
    document.heading(2, "1. Đặc điểm tình hình học sinh")
    rows = [("Khối", "Số lớp", "Số học sinh")]
    for grade in sorted({c.grade for c in school.classes}):
        classes = [c for c in school.classes if c.grade == grade]
        rows.append((grade, len(classes), sum(len(school.present(c, "HK1")) for c in classes)))
    document.table(rows)
    document.heading(2, "2. Tình hình đội ngũ giáo viên, nhân viên, cán bộ quản lý")
    document.text("Đủ giáo viên các môn; hai tổ chuyên môn: Khoa học tự nhiên, Khoa học xã hội.")
    document.heading(1, "III. MỤC TIÊU GIÁO DỤC NĂM HỌC")
    document.text("Duy trì sĩ số từ 98% trở lên; tỉ lệ lên lớp từ 97% trở lên.")
    document.heading(1, "IV. TỔ CHỨC THỰC HIỆN CHƯƠNG TRÌNH")
    document.heading(2, "Khung thời gian thực hiện chương trình")
    first, second = school.calendar.terms["HK1"], school.calendar.terms["HK2"]
    document.table([("Học kỳ", "Bắt đầu", "Kết thúc", "Số tuần"),
                    ("I", f"{first[0]:%d/%m/%Y}", f"{first[1]:%d/%m/%Y}",
                     len(weeks(school, "HK1"))),
                    ("II", f"{second[0]:%d/%m/%Y}", f"{second[1]:%d/%m/%Y}",
                     len(weeks(school, "HK2")))])
    document.heading(1, "V. GIẢI PHÁP THỰC HIỆN")
    document.text("Phân công chuyên môn đúng năng lực; sinh hoạt chuyên môn hai lần mỗi tháng;"
                  " phụ đạo học sinh từ tuần 5.")
    document.heading(1, "VI. TỔ CHỨC THỰC HIỆN")
    document.text("Các tổ chuyên môn, giáo viên xây dựng kế hoạch của mình theo kế hoạch này./.")
    _sign(document, ("NGƯỜI LẬP", _VICE), ("HIỆU TRƯỞNG", PRINCIPAL[1]))
    return document


# --- II.01, II.02

def _group_plan(school, group, leader):
    code, subject = _GROUP_SUBJECT[group]
    sixth = [c for c in school.classes if c.grade == 6]
    pupils = sum(len(school.present(c, "HK1")) for c in sixth)
    title = "KẾ HOẠCH DẠY HỌC CỦA TỔ CHUYÊN MÔN"
    document = _document(school, title, leader, school.calendar.day(2021, 9, 8))
    document.text("Phụ lục I", centre=True)
    document.text(f"TỔ: {group.upper()}", bold=True)
    document.text(title, bold=True, centre=True)
    document.text(f"MÔN HỌC {subject.upper()}, KHỐI LỚP 6", bold=True, centre=True)
    document.text(f"(Năm học {school.calendar.label()})", centre=True)
    document.text("I. Đặc điểm tình hình", bold=True)
    document.text(f"1. Số lớp: {len(sixth)}; Số học sinh: {pupils}; Số học sinh học chuyên đề lựa"
                  " chọn (nếu có): 0")
    document.text("2. Tình hình đội ngũ: Số giáo viên: 8; Trình độ đào tạo: Cao đẳng: 1; Đại học:"
                  " 7; Trên đại học: 0; Mức đạt chuẩn nghề nghiệp giáo viên: Tốt: 3; Khá: 5; Đạt:"
                  " 0; Chưa đạt: 0")
    document.text("3. Thiết bị dạy học:", bold=True)
    document.table([("STT", "Thiết bị dạy học", "Số lượng", "Các bài thí nghiệm/thực hành",
                     "Ghi chú"), (1, "Bộ thước vẽ bảng", 8, "Các bài hình học", ""),
                    (2, "Máy chiếu", 4, "Các bài có tranh ảnh", "")])
    document.text("4. Phòng học bộ môn/phòng thí nghiệm/phòng đa năng/sân chơi, bãi tập", bold=True)
    document.table([("STT", "Tên phòng", "Số lượng", "Phạm vi và nội dung sử dụng", "Ghi chú"),
                    (1, "Phòng thiết bị", 1, "Dùng chung", "")])
    document.text("II. Kế hoạch dạy học", bold=True)
    document.text("1. Phân phối chương trình", bold=True)
    document.table([("STT", "Bài học (1)", "Số tiết (2)", "Yêu cầu cần đạt (3)"),
                    *((i, name, count, f"Nhận biết, vận dụng được nội dung bài {i}.")
                      for i, (name, count) in enumerate(_BOOK[code], 1))])
    document.text("2. Chuyên đề lựa chọn (đối với cấp trung học phổ thông): không")
    document.text("3. Kiểm tra, đánh giá định kỳ", bold=True)
    document.table([("Bài kiểm tra, đánh giá", "Thời gian (1)", "Thời điểm (2)",
                     "Yêu cầu cần đạt (3)", "Hình thức (4)"),
                    ("Giữa Học kỳ 1", "90 phút", "Tuần 9", "Chương I, II", "Viết"),
                    ("Cuối Học kỳ 1", "90 phút", "Tuần 17", "Chương I đến III", "Viết"),
                    ("Giữa Học kỳ 2", "90 phút", "Tuần 26", "Chương IV, V", "Viết"),
                    ("Cuối Học kỳ 2", "90 phút", "Tuần 34", "Cả năm", "Viết")])
    document.text("III. Các nội dung khác (nếu có):", bold=True)
    document.text("Bồi dưỡng học sinh giỏi từ tháng 10; phụ đạo học sinh chưa đạt.")
    _sign(document, ("TỔ TRƯỞNG", leader), ("HIỆU TRƯỞNG", PRINCIPAL[1]))
    return document


def _group_activities(school, group, leader):
    title = "KẾ HOẠCH TỔ CHỨC CÁC HOẠT ĐỘNG GIÁO DỤC CỦA TỔ CHUYÊN MÔN"
    document = _document(school, title, leader, school.calendar.day(2021, 9, 8))
    document.text("Phụ lục II", centre=True)
    document.text(f"TỔ: {group.upper()}", bold=True)
    document.text(title, bold=True, centre=True)
    document.text(f"(Năm học {school.calendar.label()})", centre=True)
    for number, grade in enumerate(sorted({c.grade for c in school.classes}), 1):
        count = sum(len(school.present(c, "HK1")) for c in school.classes if c.grade == grade)
        document.text(f"{number}. Khối lớp: {grade}; Số học sinh: {count}", bold=True)
        document.table([("STT", "Chủ đề (1)", "Yêu cầu cần đạt (2)", "Số tiết (3)",
                         "Thời điểm (4)", "Địa điểm (5)", "Chủ trì (6)", "Phối hợp (7)",
                         "Điều kiện thực hiện (8)"),
                        (1, "Em với quê hương Nậm Phạ", "Kể được một nghề truyền thống", 2,
                         "Tuần 12", "Nhà văn hóa bản", leader, "Đoàn Thanh niên", "Loa, máy chiếu")])
    _sign(document, ("TỔ TRƯỞNG", leader), ("HIỆU TRƯỞNG", PRINCIPAL[1]))
    return document


def _minutes(school, group, leader):
    day = school.calendar.day(2021, 10, 14)
    title = "BIÊN BẢN SINH HOẠT CHUYÊN MÔN"
    document = _document(school, title, leader, day)
    document.text(f"TỔ: {group.upper()}", bold=True)
    document.text(title, bold=True, centre=True)
    document.text(f"Thời gian: 14 giờ 00, ngày {day:%d/%m/%Y}")
    document.text("Địa điểm: Phòng họp nhà trường")
    document.text("Thành phần: giáo viên trong tổ; vắng: 0")
    document.text(f"Chủ trì: {leader}")
    document.text(f"Thư ký: {_secretary(school, group)}")
    document.text("I. Nội dung", bold=True)
    document.text("1. Đánh giá công tác tháng 9: giáo viên thực hiện đúng chương trình, vào điểm"
                  " kịp thời.")
    document.text("2. Nghiên cứu bài học: thống nhất bài dạy minh họa tuần 8.")
    document.text("II. Ý kiến thảo luận", bold=True)
    document.text("Cần tăng bài thực hành; chuẩn bị đồ dùng trước một tuần.")
    document.text("III. Kết luận", bold=True)
    document.text("Nhất trí với kế hoạch tháng 10. Cuộc họp kết thúc hồi 16 giờ 30 cùng ngày.")
    _sign(document, ("THƯ KÝ", _secretary(school, group)), ("CHỦ TRÌ", leader))
    return document


def _secretary(school, group):
    names = [school.teacher(c, s.code, "HK1") for c in school.classes
             for s in school.subjects(c.grade) if "HK1" in s.terms and team(s) == group]
    return next(name for name in names if name != _LEADERS[group])


# --- I.04

def _individual_plan(school, classroom, pupil):
    title = "KẾ HOẠCH GIÁO DỤC CÁ NHÂN"
    document = _document(school, title, classroom.homeroom, school.calendar.day(2021, 9, 18))
    document.text(title, bold=True, centre=True)
    document.text(f"Năm học: {school.calendar.label()}", centre=True)
    document.text(f"Họ và tên học sinh: {pupil.name}")
    document.text(f"Mã học sinh: {pupil.code}")
    document.text(f"Ngày sinh: {pupil.born:%d/%m/%Y}")
    document.text(f"Lớp: {classroom.name}")
    document.text(f"Dạng khuyết tật: {pupil.disability}")
    document.text("I. Đặc điểm, khả năng và nhu cầu của học sinh", bold=True)
    document.text("Đọc chậm, viết được câu ngắn; thích vẽ, hòa đồng với bạn; cần thêm thời gian.")
    document.text("II. Mục tiêu giáo dục", bold=True)
    document.table([("Thời gian", "Mục tiêu", "Nội dung, biện pháp", "Người thực hiện", "Kết quả"),
                    ("Học kỳ I", "Đọc được đoạn văn 60 chữ", "Kèm riêng 15 phút cuối buổi",
                     classroom.homeroom, "Đạt"),
                    ("Học kỳ II", "Cộng trừ số có hai chữ số", "Dùng que tính, bạn giúp bạn",
                     classroom.homeroom, "Đạt")])
    document.text("III. Nhận xét chung", bold=True)
    document.text("Em có tiến bộ, đi học đều.")
    _sign(document, ("GIÁO VIÊN CHỦ NHIỆM", classroom.homeroom), ("HIỆU TRƯỞNG", PRINCIPAL[1]))
    return document


# --- III.01, III.02

_BOOK = {
    "TOAN": (("Tập hợp", 2), ("Cách ghi số tự nhiên", 2), ("Thứ tự trong tập hợp số tự nhiên", 2),
             ("Phép cộng và phép trừ số tự nhiên", 4), ("Phép nhân và phép chia số tự nhiên", 6),
             ("Luyện tập chung", 4), ("Quan hệ chia hết", 4)),
    "NV": (("Bài học đường đời đầu tiên", 3), ("Nếu cậu muốn có một người bạn", 3),
           ("Bắt nạt", 1), ("Chuyện cổ tích về loài người", 3), ("Mây và sóng", 2)),
    "VL": (("Nhận biết ánh sáng. Nguồn sáng", 1), ("Sự truyền ánh sáng", 1),
           ("Ứng dụng định luật truyền thẳng của ánh sáng", 1),
           ("Định luật phản xạ ánh sáng", 1), ("Ảnh của một vật tạo bởi gương phẳng", 1),
           ("Thực hành: vẽ ảnh của một vật tạo bởi gương phẳng", 1), ("Gương cầu lồi", 1)),
}


def _teacher_plan(school, classroom, subject, teacher):
    title = "KẾ HOẠCH GIÁO DỤC CỦA GIÁO VIÊN"
    document = _document(school, title, teacher, school.calendar.day(2021, 9, 9))
    document.text("Phụ lục III", centre=True)
    document.text(f"TỔ: {team(subject).upper()}", bold=True)
    document.text(f"Họ và tên giáo viên: {teacher}")
    document.text(title, bold=True, centre=True)
    document.text(f"MÔN HỌC: {subject.name.upper()}, LỚP {classroom.name}", bold=True, centre=True)
    document.text(f"(Năm học {school.calendar.label()})", centre=True)
    document.text("I. Kế hoạch dạy học", bold=True)
    document.text("1. Phân phối chương trình", bold=True)
    document.table([("STT", "Bài học (1)", "Số tiết (2)", "Thời điểm (3)", "Thiết bị dạy học (4)",
                     "Địa điểm dạy học (5)"),
                    *((i, name, count, f"Tuần {i}", "Máy chiếu, phiếu học tập",
                       f"Phòng học lớp {classroom.name}")
                      for i, (name, count) in enumerate(_BOOK[subject.code], 1))])
    document.text("2. Chuyên đề lựa chọn (đối với cấp trung học phổ thông): không")
    document.text("II. Nhiệm vụ khác (nếu có):", bold=True)
    document.text("Phụ đạo học sinh, phụ trách câu lạc bộ.")
    _sign(document, ("TỔ TRƯỞNG", _LEADERS[team(subject)]), ("GIÁO VIÊN", teacher))
    return document


def _place(classroom, subject, count, number):
    first, last = (number - 1) * count + 1, number * count
    which = f"{first}-{last}" if count > 1 else f"{first}"
    name = f"{subject.slug}{classroom.grade}_T{number}_tiet{which}.docx"
    return f"ho-so-dien-tu/giao-an/tuan-{number:02d}/{name}", first, last


_ACTIVITIES = (("Mở đầu", "Xác định vấn đề của bài học", "Trò chơi, câu hỏi gợi mở",
                "Câu trả lời của học sinh", "Giáo viên nêu câu hỏi; học sinh trả lời; nhận xét"),
               ("Hình thành kiến thức mới", "Nêu được kiến thức của bài",
                "Đọc sách giáo khoa, thảo luận nhóm", "Phiếu học tập của nhóm",
                "Chia nhóm; thảo luận; báo cáo; giáo viên kết luận"),
               ("Luyện tập", "Vận dụng kiến thức vào bài tập", "Bài tập 1, 2, 3 sách giáo khoa",
                "Lời giải của học sinh", "Làm cá nhân; hai em lên bảng; chữa bài"),
               ("Vận dụng", "Liên hệ với đời sống ở bản", "Bài tập về nhà",
                "Bài làm trong vở", "Giao bài; kiểm tra vào tiết sau"))


def _lessons(school, classroom, subject, teacher, count):
    for number, monday, _ in weeks(school, "HK1"):
        if number not in _WEEKS:
            continue
        path, first, last = _place(classroom, subject, count, number)
        lesson = _BOOK[subject.code][(number - 1) % len(_BOOK[subject.code])][0]
        document = Document(lesson, teacher, monday)
        document.table([(f"Trường: {SCHOOL_LINE.title().replace('Thcs', 'THCS')}\n"
                         f"Tổ: {team(subject)}", f"Họ và tên giáo viên:\n{teacher}")],
                       head=False, border=False)
        document.text(f"TÊN BÀI DẠY: {lesson.upper()}", bold=True, centre=True)
        document.text(f"Môn học/Hoạt động giáo dục: {subject.name}; lớp: {classroom.name}",
                      centre=True)
        document.text(f"Thời gian thực hiện: {last - first + 1} tiết (tuần {number},"
                      f" tiết {first}–{last})", centre=True)
        document.heading(1, "I. Mục tiêu")
        document.text(f"1. Về kiến thức: Nêu được nội dung chính của bài {lesson}.")
        document.text("2. Về năng lực: Tự học, giao tiếp và hợp tác, giải quyết vấn đề.")
        document.text("3. Về phẩm chất: Chăm chỉ, trung thực, trách nhiệm.")
        document.heading(1, "II. Thiết bị dạy học và học liệu")
        document.text("Sách giáo khoa, máy chiếu, phiếu học tập.")
        document.heading(1, "III. Tiến trình dạy học")
        for index, (name, aim, content, product, way) in enumerate(_ACTIVITIES, 1):
            document.heading(2, f"{index}. Hoạt động {index}: {name}")
            document.text(f"a) Mục tiêu: {aim}.")
            document.text(f"b) Nội dung: {content}.")
            document.text(f"c) Sản phẩm: {product}.")
            document.text(f"d) Tổ chức thực hiện: {way}.")
        yield path, document
