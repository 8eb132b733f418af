# SPDX-License-Identifier: Apache-2.0
"""Word papers of the teachers, in the school's electronic records: plans of the year (Công văn
5512, Phụ lục III), lesson plans (Phụ lục IV), and the log of what was uploaded when."""

import hashlib
from datetime import datetime, timedelta
from random import Random

from ..formats.docx import Document
from ..layout_common import SCHOOL_LINE
from ..sheets import Book
from ..staff import team, team_leader
from ..office.class_books import weeks
from ..office.syllabus import lesson_title, units
from ..office.timetable import timetables, weekly_lessons
from .word import HEAD, VICE, approved, document, plain, sign

# Whose lesson plans lie in the demonstration, and of which weeks; the log speaks of all.
_CHOSEN = (("6A", "TOAN"), ("7A", "VL"), ("7A", "LS"))
_WEEKS = (5, 6, 7, 8)


def teacher_files(school):
    """{path: Document}"""
    files = {}
    for (teacher, subject), classes in _taught(school).items():
        name = f"PhuLuc3_{subject.slug}_{plain(teacher)}.docx"
        files[f"ho-so-dien-tu/phu-luc-3/{name}"] = _plan(school, teacher, subject, classes)
    for klass, code in _CHOSEN:
        classroom = next((c for c in school.classes if c.name == klass), None)
        if classroom is None:
            continue
        subject = next(s for s in school.subjects(classroom.grade) if s.code == code)
        for number, monday, _ in weeks(school, "HK1"):
            if number in _WEEKS:
                name, first, last = _lessons(school, classroom, subject, "HK1", number)
                files[f"ho-so-dien-tu/giao-an/tuan-{number:02d}/{name}"] = _lesson_plan(
                    school, classroom, subject, monday, number, first, last)
    return files


def _taught(school):
    """{(teacher, subject): [classes]}; a subject of grade 6 and its namesake of grade 7 are one."""
    found, subjects = {}, {}
    for classroom in school.classes:
        for subject in school.subjects(classroom.grade):
            named = subjects.setdefault(subject.name, subject)
            for teacher, *_ in school.teachers[classroom.name, subject.code]:
                found.setdefault((teacher, named), []).append(classroom)
    return found


# --- III.01

def _plan(school, teacher, subject, classes):
    title = "KẾ HOẠCH GIÁO DỤC CỦA GIÁO VIÊN"
    leader = team_leader(school, team(subject))
    paper = document(title, teacher, school.calendar.day(2021, 9, 9))
    paper.text("Phụ lục III", centre=True)
    paper.text(f"TỔ: {team(subject).upper()}", bold=True)
    paper.text(f"Họ và tên giáo viên: {teacher}")
    paper.text(title, bold=True, centre=True)
    paper.text(f"MÔN HỌC: {subject.name.upper()}, LỚP {', '.join(c.name for c in classes)}",
               bold=True, centre=True)
    paper.text(f"(Năm học {school.calendar.label()})", centre=True)
    paper.text("I. Kế hoạch dạy học", bold=True)
    paper.text("1. Phân phối chương trình", bold=True)
    for grade in sorted({c.grade for c in classes}):
        own = next(s for s in school.subjects(grade) if s.name == subject.name)
        first = next(c for c in classes if c.grade == grade)
        count = weekly_lessons(school, first, own)
        span = sum(len(weeks(school, term)) for term in school.terms if term in own.terms)
        start = next((n for term in school.terms if term in own.terms
                      for n, *_ in weeks(school, term)), 1)
        paper.text(f"Khối lớp {grade}: {span * count} tiết")
        paper.table([("STT", "Bài học (1)", "Số tiết (2)", "Thời điểm (3)",
                      "Thiết bị dạy học (4)", "Địa điểm dạy học (5)"),
                     *((i, name, to - since + 1, f"Tuần {start + (since - 1) // count}",
                        "Máy chiếu, phiếu học tập", "Phòng học của lớp")
                       for i, name, since, to in units(own, span * count))])
    paper.text("2. Chuyên đề lựa chọn (đối với cấp trung học phổ thông): không")
    paper.text("II. Nhiệm vụ khác (nếu có):", bold=True)
    paper.text("Phụ đạo học sinh, phụ trách câu lạc bộ.")
    approved(paper, school.calendar.day(2021, 9, 11))
    over = ("HIỆU TRƯỞNG", HEAD) if leader == teacher else ("TỔ TRƯỞNG", leader)
    sign(paper, over, ("GIÁO VIÊN", teacher))
    return paper


# --- III.02

def _lessons(school, classroom, subject, term, week):
    """(name of the plan's file, first and last lesson of the week)"""
    count = weekly_lessons(school, classroom, subject)
    given = [n for t in ("HK1", "HK2") if t in subject.terms for n, *_ in weeks(school, t)]
    last = (given.index(week) + 1) * count
    first = last - count + 1
    which = f"{first}-{last}" if count > 1 else f"{first}"
    return (f"{subject.slug}{classroom.grade}_T{week}_tiet{which}.docx", first, last)


_ACTIVITIES = (("Mở đầu", "Xác định vấn đề của bài học", "Trò chơi, câu hỏi gợi mở",
                "Câu trả lời của học sinh", "Giáo viên nêu câu hỏi; học sinh trả lời; nhận xét"),
               ("Hình thành kiến thức mới", "Nêu được kiến thức của bài",
                "Đọc sách giáo khoa, thảo luận nhóm", "Phiếu học tập của nhóm",
                "Chia nhóm; thảo luận; báo cáo; giáo viên kết luận"),
               ("Luyện tập", "Vận dụng kiến thức vào bài tập", "Bài tập 1, 2, 3 sách giáo khoa",
                "Lời giải của học sinh", "Làm cá nhân; hai em lên bảng; chữa bài"),
               ("Vận dụng", "Liên hệ với đời sống ở bản", "Bài tập về nhà",
                "Bài làm trong vở", "Giao bài; kiểm tra vào tiết sau"))


def _lesson_plan(school, classroom, subject, monday, week, first, last):
    teacher = school.teacher(classroom, subject.code, "HK1")
    lesson = lesson_title(subject, first)
    paper = Document(lesson, teacher, monday)
    paper.table([(f"Trường: {SCHOOL_LINE.title().replace('Thcs', 'THCS')}\nTổ: {team(subject)}",
                  f"Họ và tên giáo viên:\n{teacher}")], head=False, border=False)
    paper.text(f"TÊN BÀI DẠY: {lesson.upper()}", bold=True, centre=True)
    paper.text(f"Môn học/Hoạt động giáo dục: {subject.name}; lớp: {classroom.name}", centre=True)
    which = f"tiết {first}–{last}" if last > first else f"tiết {first}"
    paper.text(f"Thời gian thực hiện: {last - first + 1} tiết (tuần {week}, {which})", centre=True)
    paper.heading(1, "I. Mục tiêu")
    paper.text(f"1. Về kiến thức: Nêu được nội dung chính của {lesson}.")
    paper.text("2. Về năng lực: Tự học, giao tiếp và hợp tác, giải quyết vấn đề.")
    paper.text("3. Về phẩm chất: Chăm chỉ, trung thực, trách nhiệm.")
    paper.heading(1, "II. Thiết bị dạy học và học liệu")
    paper.text("Sách giáo khoa, máy chiếu, phiếu học tập.")
    paper.heading(1, "III. Tiến trình dạy học")
    for index, (name, aim, content, product, way) in enumerate(_ACTIVITIES, 1):
        paper.heading(2, f"{index}. Hoạt động {index}: {name}")
        paper.text(f"a) Mục tiêu: {aim}.")
        paper.text(f"b) Nội dung: {content}.")
        paper.text(f"c) Sản phẩm: {product}.")
        paper.text(f"d) Tổ chức thực hiện: {way}.")
    return paper


# --- Nhật ký tải lên

def upload_logs(school, papers):
    """Due on Monday at seven (QC Điều 4.1c): schedule (LBG) and lesson plans (KHBD) of each week in
    which a teacher has lessons. papers: {path: bytes} of the plans that lie in the folder."""
    digests = {path.rsplit("/", 1)[1]: hashlib.sha256(content).hexdigest()
               for path, content in papers.items()}
    for term in school.terms:
        book = Book(f"ho-so-dien-tu/NhatKy_TaiLen_{term}.csv")
        sheet = book.sheet("NhatKy")
        sheet.line(0, ("thoi_diem", "giao_vien", "loai", "mon", "lop", "tuan", "tiet_tu",
                       "tiet_den", "ten_tep", "sha256", "nguoi_duyet", "thoi_diem_duyet"))
        rows = [row for week in weeks(school, term)
                for row in sorted(_uploads(school, term, week, digests))]
        for row, (when, *entry) in enumerate(rows, 1):
            sheet.line(row, (f"{when:%d/%m/%Y %H:%M:%S}", *entry))
        yield book


def _uploads(school, term, week, digests):
    number, monday, _ = week
    due = datetime(monday.year, monday.month, monday.day, 7)
    taught = {}
    for classroom in school.classes:
        for subject in sorted({s for s in timetables(school, term)[classroom.name].values()
                               if not isinstance(s, str)}, key=lambda s: s.code):
            teacher = _teacher_on(school, classroom, subject, monday)
            taught.setdefault(teacher, []).append((classroom, subject))
    for teacher, lessons in taught.items():
        rng = Random(f"{school.seed}/uploads/{term}/{number}/{teacher}")
        # One teacher of the demonstration is always just in time: seven sharp is not late.
        early = 0 if teacher == "Cầm Văn Thịnh" else rng.randrange(60, 47 * 3600)
        when = due - timedelta(seconds=early)
        leader = team_leader(school, team(lessons[0][1]))
        approver = VICE if leader == teacher else leader
        approved = f"{due + timedelta(minutes=rng.randrange(60, 540)):%d/%m/%Y %H:%M:%S}"
        entries = [("LBG", "", "", "", "", f"LichBaoGiang_{plain(teacher)}_T{number}.docx")]
        for classroom, subject in lessons:
            name, first, last = _lessons(school, classroom, subject, term, number)
            entries.append(("KHBD", subject.name, classroom.name, first, last, name))
        chosen = {(c.name, s.name) for c, s in lessons if (c.name, s.code) in _CHOSEN}
        for kind, subject, klass, first, last, name in entries:
            own = digests.get(name) if (klass, subject) in chosen else None
            digest = own or hashlib.sha256(f"{teacher}/{name}".encode()).hexdigest()
            yield (when, teacher, kind, subject, klass, number, first, last, name, digest,
                   approver, approved)


def _teacher_on(school, classroom, subject, day):
    return next(name for name, first, until, part in school.teachers[classroom.name, subject.code]
                if not part and first <= day and (until is None or day <= until))
