# SPDX-License-Identifier: Apache-2.0
"""Word papers of the groups: plans (Công văn 5512, Phụ lục I and II), minutes of their meetings,
sheets of lessons that were observed."""

from datetime import date, timedelta

from ..staff import TEAMS, team, team_leader
from ..office.class_books import weeks
from ..office.syllabus import lesson_title, units
from ..office.timetable import timetables, weekly_lessons
from .word import HEAD, SHORT, VICE, approved, document, plain, sign

_MAIN = dict(zip(TEAMS, ("TOAN", "NV")))


def team_files(school):
    """{path: Document}"""
    files, label = {}, school.calendar.label()
    for group in TEAMS:
        leader, short = team_leader(school, group), SHORT[group]
        folder = f"to-chuyen-mon/{short}"
        files[f"{folder}/{short}_PhuLuc1_{label}.docx"] = _plan(school, group, leader)
        files[f"{folder}/{short}_PhuLuc2_{label}.docx"] = _activities(school, group, leader)
        for day in _meetings(school, group):
            name = f"{short}_BienBan_SHCM_{day:%Y-%m-%d}.docx"
            files[f"{folder}/sinh-hoat/{name}"] = _minutes(school, group, leader, day)
        for teacher, subject, classroom, day, period in _observed(school, group):
            name = f"PhieuDuGio_{plain(teacher)}_{day:%Y-%m-%d}.docx"
            files[f"{folder}/du-gio/{name}"] = _observation(
                school, group, leader, teacher, subject, classroom, day, period)
    return files


# --- II.01

def _plan(school, group, leader):
    first = school.classes[0]
    subject = next(s for s in school.subjects(first.grade) if s.code == _MAIN[group])
    classes = [c for c in school.classes if c.grade == first.grade]
    pupils = sum(len(school.present(c, "HK1")) for c in classes)
    teachers = len(members(school, group))
    title = "KẾ HOẠCH DẠY HỌC CỦA TỔ CHUYÊN MÔN"
    paper = document(title, leader, school.calendar.day(2021, 9, 8))
    paper.text("Phụ lục I", centre=True)
    paper.text(f"TỔ: {group.upper()}", bold=True)
    paper.text(title, bold=True, centre=True)
    paper.text(f"MÔN HỌC {subject.name.upper()}, KHỐI LỚP {first.grade}", bold=True, centre=True)
    paper.text(f"(Năm học {school.calendar.label()})", centre=True)
    paper.text("I. Đặc điểm tình hình", bold=True)
    paper.text(f"1. Số lớp: {len(classes)}; Số học sinh: {pupils}; Số học sinh học chuyên đề lựa"
               " chọn (nếu có): 0")
    paper.text(f"2. Tình hình đội ngũ: Số giáo viên: {teachers}; Trình độ đào tạo: Cao đẳng: 1;"
               f" Đại học: {teachers - 1}; Trên đại học: 0; Mức đạt chuẩn nghề nghiệp giáo viên:"
               f" Tốt: 3; Khá: {teachers - 3}; Đạt: 0; Chưa đạt: 0")
    paper.text("3. Thiết bị dạy học:", bold=True)
    paper.table([("STT", "Thiết bị dạy học", "Số lượng", "Các bài thí nghiệm/thực hành",
                  "Ghi chú"), (1, "Bộ thước vẽ bảng", 8, "Các bài hình học", ""),
                 (2, "Máy chiếu", 4, "Các bài có tranh ảnh", "")])
    paper.text("4. Phòng học bộ môn/phòng thí nghiệm/phòng đa năng/sân chơi, bãi tập", bold=True)
    paper.table([("STT", "Tên phòng", "Số lượng", "Phạm vi và nội dung sử dụng", "Ghi chú"),
                 (1, "Phòng thiết bị", 1, "Dùng chung", "")])
    paper.text("II. Kế hoạch dạy học", bold=True)
    paper.text("1. Phân phối chương trình", bold=True)
    lessons = 35 * weekly_lessons(school, first, subject)
    paper.table([("STT", "Bài học (1)", "Số tiết (2)", "Yêu cầu cần đạt (3)"),
                 *((i, name, end - start + 1, "Nhận biết, vận dụng được nội dung của bài.")
                   for i, name, start, end in units(subject, lessons))])
    paper.text("2. Chuyên đề lựa chọn (đối với cấp trung học phổ thông): không")
    paper.text("3. Kiểm tra, đánh giá định kỳ", bold=True)
    paper.table([("Bài kiểm tra, đánh giá", "Thời gian (1)", "Thời điểm (2)",
                  "Yêu cầu cần đạt (3)", "Hình thức (4)"),
                 ("Giữa Học kỳ 1", "90 phút", "Tuần 9", "Chương I, II", "Viết"),
                 ("Cuối Học kỳ 1", "90 phút", "Tuần 17", "Chương I đến III", "Viết"),
                 ("Giữa Học kỳ 2", "90 phút", "Tuần 26", "Chương IV, V", "Viết"),
                 ("Cuối Học kỳ 2", "90 phút", "Tuần 34", "Cả năm", "Viết")])
    paper.text("III. Các nội dung khác (nếu có):", bold=True)
    paper.text("Bồi dưỡng học sinh giỏi từ tháng 10; phụ đạo học sinh chưa đạt.")
    approved(paper, school.calendar.day(2021, 9, 11))
    sign(paper, ("TỔ TRƯỞNG", leader), ("HIỆU TRƯỞNG", HEAD))
    return paper


def _activities(school, group, leader):
    title = "KẾ HOẠCH TỔ CHỨC CÁC HOẠT ĐỘNG GIÁO DỤC CỦA TỔ CHUYÊN MÔN"
    paper = document(title, leader, school.calendar.day(2021, 9, 8))
    paper.text("Phụ lục II", centre=True)
    paper.text(f"TỔ: {group.upper()}", bold=True)
    paper.text(title, bold=True, centre=True)
    paper.text(f"(Năm học {school.calendar.label()})", centre=True)
    for number, grade in enumerate(sorted({c.grade for c in school.classes}), 1):
        count = sum(len(school.present(c, "HK1")) for c in school.classes if c.grade == grade)
        paper.text(f"{number}. Khối lớp: {grade}; Số học sinh: {count}", bold=True)
        paper.table([("STT", "Chủ đề (1)", "Yêu cầu cần đạt (2)", "Số tiết (3)",
                      "Thời điểm (4)", "Địa điểm (5)", "Chủ trì (6)", "Phối hợp (7)",
                      "Điều kiện thực hiện (8)"),
                     (1, "Em với quê hương Nậm Phạ", "Kể được một nghề truyền thống", 2,
                      "Tuần 12", "Nhà văn hóa bản", leader, "Đoàn Thanh niên", "Loa, máy chiếu")])
    approved(paper, school.calendar.day(2021, 9, 11))
    sign(paper, ("TỔ TRƯỞNG", leader), ("HIỆU TRƯỞNG", HEAD))
    return paper


# --- II.02

def members(school, group):
    """Who teaches a subject of the group, its leader first."""
    names = {team_leader(school, group): None}
    for classroom in school.classes:
        for subject in school.subjects(classroom.grade):
            if team(subject) == group:
                names.update((row[0], None) for row in school.teachers[classroom.name,
                                                                       subject.code])
    return list(names)


def _meetings(school, group):
    """Every other week (Điều lệ, TT32/2020, Điều 14), so twice a month; Thursday or Friday
    afternoon. January's and February's weeks off push a meeting on."""
    found = []
    for term in school.terms:
        for number, monday, _ in weeks(school, term):
            day = monday + timedelta(days=3 if group == TEAMS[0] else 4)
            if school.calendar.is_holiday(day):
                continue
            if number % 2 == 1:
                found.append(day)
    return _twice_a_month(school, found)


def _twice_a_month(school, days):
    """Where every other week leaves a month one meeting only, it gets one more a week before."""
    months = {}
    for day in days:
        months.setdefault((day.year, day.month), []).append(day)
    for (year, month), held in sorted(months.items()):
        if len(held) == 1:
            for other in (held[0] - timedelta(days=7), held[0] + timedelta(days=7)):
                term_days = [d for t in school.terms for d in school.calendar.school_days(t)]
                if (other.year, other.month) == (year, month) and other in term_days:
                    held.append(other)
                    break
    return sorted(day for held in months.values() for day in held)


_TOPICS = (
    ("đánh giá việc thực hiện chương trình, vào điểm hai tuần qua",
     "nghiên cứu bài học: góp ý bài dạy minh họa"),
    ("kiểm tra hồ sơ giáo viên, việc ký sổ đầu bài", "trao đổi cách ra đề và ma trận đề kiểm tra"),
    ("rà soát học sinh chưa đạt, kế hoạch phụ đạo", "sử dụng thiết bị dạy học trong tiết thực hành"),
    ("rút kinh nghiệm giờ dạy đã dự", "phân công chuẩn bị chuyên đề cấp trường"),
)


def _minutes(school, group, leader, day):
    index = (day - date(day.year, 1, 1)).days // 14
    past, ahead = _TOPICS[index % len(_TOPICS)]
    secretary, away = members(school, group)[1], members(school, group)[2 + index % 5]
    title = "BIÊN BẢN SINH HOẠT CHUYÊN MÔN"
    paper = document(title, leader, day)
    paper.text(f"TỔ: {group.upper()}", bold=True)
    paper.text(title, bold=True, centre=True)
    paper.text(f"Tháng {day.month} năm {day.year}", centre=True)
    paper.text(f"Thời gian: 14 giờ 00, ngày {day:%d/%m/%Y}")
    paper.text("Địa điểm: Phòng họp nhà trường")
    absent = f"1 ({away}, có lí do)" if index % 3 == 0 else "0"
    paper.text(f"Thành phần: {len(members(school, group))} giáo viên trong tổ; vắng: {absent}")
    paper.text(f"Chủ trì: {leader}")
    paper.text(f"Thư ký: {secretary}")
    paper.text("I. Nội dung", bold=True)
    paper.text(f"1. {past[0].upper()}{past[1:]}.")
    paper.text(f"2. {ahead[0].upper()}{ahead[1:]}.")
    paper.text("II. Ý kiến thảo luận", bold=True)
    paper.text("Cần tăng bài thực hành; chuẩn bị đồ dùng trước một tuần.")
    paper.text("III. Kết luận", bold=True)
    paper.text(f"Nhất trí với các nội dung trên; {away} báo cáo kết quả ở buổi họp sau. Cuộc họp"
               " kết thúc hồi 16 giờ 30 cùng ngày.")
    sign(paper, ("THƯ KÝ", secretary), ("CHỦ TRÌ", leader))
    return paper


# --- I.12

# Class, subject: whose lesson was observed, a term.
_VISITS = {TEAMS[0]: (("6B", "TOAN", 6), ("8A", "HH", 12)),
           TEAMS[1]: (("7A", "NV", 7), ("9A", "DL", 13))}
_CRITERIA = (
    ("Kế hoạch và tài liệu dạy học", 4,
     ("Mức độ phù hợp của chuỗi hoạt động học với mục tiêu", "Mức độ rõ ràng của nhiệm vụ học tập",
      "Mức độ phù hợp của thiết bị dạy học và học liệu", "Mức độ hợp lí của phương án kiểm tra")),
    ("Tổ chức hoạt động học cho học sinh", 4,
     ("Mức độ sinh động, hấp dẫn khi chuyển giao nhiệm vụ",
      "Khả năng theo dõi, phát hiện khó khăn của học sinh",
      "Mức độ phù hợp của biện pháp hỗ trợ", "Mức độ hiệu quả khi tổng hợp, đánh giá kết quả")),
    ("Hoạt động của học sinh", 4,
     ("Khả năng tiếp nhận và sẵn sàng thực hiện nhiệm vụ", "Mức độ tích cực, chủ động, hợp tác",
      "Mức độ tham gia trình bày, trao đổi", "Mức độ đúng đắn của kết quả")),
)


def _observed(school, group):
    for klass, code, week in _VISITS[group]:
        classroom = next((c for c in school.classes if c.name == klass), None)
        if classroom is None:
            continue
        subject = next(s for s in school.subjects(classroom.grade) if s.code == code)
        monday = next(first for number, first, _ in weeks(school, "HK1") if number == week)
        weekday, period = next(slot for slot, lesson in sorted(
            timetables(school, "HK1")[klass].items()) if lesson == subject)
        yield (school.teacher(classroom, code, "HK1"), subject, classroom,
               monday + timedelta(days=weekday - 2), period)


def _observation(school, group, leader, teacher, subject, classroom, day, period):
    """Công văn 5555/BGDĐT-GDTrH: three groups, twelve criteria, twenty points."""
    title = "PHIẾU DỰ GIỜ, ĐÁNH GIÁ GIỜ DẠY"
    observer = leader if leader != teacher else VICE
    number = (day - school.calendar.terms["HK1"][0]).days // 7 * weekly_lessons(
        school, classroom, subject) + 1
    paper = document(title, observer, day)
    paper.text(title, bold=True, centre=True)
    paper.text(f"Họ và tên giáo viên: {teacher}")
    paper.text(f"Tổ: {group}")
    paper.text(f"Môn: {subject.name}; Lớp: {classroom.name}; Tiết: {period}; Tiết PPCT: {number}")
    paper.text(f"Tên bài dạy: {lesson_title(subject, number)}")
    paper.text(f"Ngày dạy: {day:%d/%m/%Y}")
    paper.text(f"Họ và tên người dự: {observer}")
    rows, total = [("Nội dung", "Tiêu chí", "Điểm tối đa", "Điểm")], 0
    for index, (part, _, criteria) in enumerate(_CRITERIA):
        for number, criterion in enumerate(criteria):
            most = 20 if (index + number) % 3 else 10  # tenths: eight of two points, four of one
            given = most - 5 * ((day.day + index + number) % 4 == 0)
            total += given
            rows.append((part if number == 0 else "", criterion, most // 10,
                         f"{given / 10:g}".replace(".", ",")))
    shown = f"{total / 10:g}".replace(".", ",")
    rows.append(("", "Cộng", 20, shown))
    paper.table(rows)
    paper.text(f"Tổng điểm: {shown}", bold=True)
    paper.text(f"Xếp loại: {'Giỏi' if total >= 170 else 'Khá'}", bold=True)
    paper.text("Nhận xét: Giáo viên chuẩn bị chu đáo, học sinh hoạt động tích cực.")
    sign(paper, ("GIÁO VIÊN DẠY", teacher), ("NGƯỜI DỰ", observer))
    return paper
