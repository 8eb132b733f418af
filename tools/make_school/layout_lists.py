# SPDX-License-Identifier: Apache-2.0
"""Pupil lists, transfers, assignment of teachers, decisions."""

from .layout_common import DEPARTMENT, OFFICE, PERIOD_TITLE, ROMAN, SCHOOL_LINE
from .sheets import Book
from .staff import PRINCIPAL, team

_COMMUNE = "xã Nậm Phạ"
_BIRTH_PLACE = "Xã Nậm Phạ, huyện Bắc Lương, tỉnh Sơn La"

_CSDL = ("STT", "Mã định danh Bộ GD&ĐT", "Họ tên", "Ngày sinh", "Giới tính", "Dân tộc",
         "Trạng thái", "SĐT liên hệ", "Nơi sinh chi tiết", "Tổ/thôn Hộ khẩu thường trú",
         "Tỉnh thành quê quán", "Phường Xã quê quán", "Chỗ ở hiện nay", "Số CMND", "Ngày cấp",
         "Nơi cấp", "Tên cha", "Nghề nghiệp cha", "Năm sinh cha", "Tên mẹ", "Nghề nghiệp mẹ",
         "Năm sinh mẹ", "Tên người giám hộ", "Nghề nghiệp người giám hộ", "Lớp học", "Khối học",
         "Số định danh cá nhân")
_SMAS = ("STT", "Lớp học", "Mã học sinh", "Mã MOET", "Mã VEMIS", "Sổ đăng bộ",
         "Số định danh cá nhân", "Họ tên", "Ngày sinh", "Giới tính", "Chỗ ở hiện nay",
         "Hộ khẩu thường trú", "Nơi sinh", "Dân tộc", "Diện chính sách", "Khuyết tật",
         "Ngày vào trường", "Trạng thái")


def list_books(school):
    for classroom in school.classes:
        yield _csdl(classroom)
    yield _smas(school)


def _csdl(classroom):
    book = Book(f"csdl/DS_HocSinh_{classroom.name}.xlsx")
    sheet = book.sheet("Sheet1")
    sheet.put(0, 0, DEPARTMENT, "title")
    sheet.put(1, 0, f"DANH SÁCH HỌC SINH LỚP {classroom.name}", "title")
    sheet.line(3, _CSDL, "head")
    sheet.widths.update({1: 14, 2: 26, 3: 11, 8: 40, 12: 30, 16: 22, 19: 22, 26: 15})
    for row, pupil in enumerate(classroom.pupils, 4):
        adults = []
        for parent in (pupil.father, pupil.mother):
            adults += [parent.name, parent.job, parent.born] if parent else ["", "", ""]
        guardian = pupil.guardian
        adults += [guardian.name, guardian.job] if guardian else ["", ""]
        sheet.line(row, (
            pupil.seq, pupil.moet, pupil.name, f"{pupil.born:%d/%m/%Y}", pupil.sex, pupil.people,
            "Chuyển đi" if pupil.left else "Đang học", pupil.phone, _BIRTH_PLACE, pupil.village,
            "Sơn La", "Nậm Phạ", f"{pupil.village}, {_COMMUNE}", "", "", "", *adults,
            classroom.name, classroom.grade, pupil.personal_id))
        for column, key in ((1, "moet"), (2, "name"), (3, "born"), (4, "sex"), (26, "id")):
            sheet.at[pupil.code, key] = (row, column)
    return book


def _smas(school):
    book = Book("smas/DanhSachHocSinh_ToanTruong.xlsx")
    sheet = book.sheet("DSHS")
    sheet.line(0, (OFFICE,), "title")
    sheet.line(1, (SCHOOL_LINE,), "title")
    sheet.put(3, 4, "DANH SÁCH HỌC SINH TOÀN TRƯỜNG", "title")
    sheet.put(4, 4, f"Năm học: {school.calendar.label()}")
    sheet.line(6, _SMAS, "head")
    sheet.widths.update({2: 13, 3: 13, 6: 15, 7: 26, 8: 11, 10: 30, 11: 30, 12: 40, 16: 12, 17: 22})
    row = 7
    for classroom in school.classes:
        for pupil in classroom.pupils:
            home = f"{pupil.village}, {_COMMUNE}"
            sheet.line(row, (
                pupil.seq, classroom.name, pupil.code, pupil.moet, "", pupil.register,
                pupil.personal_id, pupil.name, f"{pupil.born:%d/%m/%Y}", pupil.sex, home, home,
                _BIRTH_PLACE, pupil.people, pupil.policy, pupil.disability,
                f"{pupil.joined:%d/%m/%Y}", pupil.status()), "strike" if pupil.left else "")
            for column, key in ((2, "code"), (3, "moet"), (5, "register"), (6, "id"), (7, "name"),
                                (8, "born"), (9, "sex"), (17, "status")):
                sheet.at[pupil.code, key] = (row, column)
            row += 1
    return book


def office_books(school):
    yield _transfers(school)
    for term in school.terms:
        yield _assignment(school, term)
        yield _decisions(school, term)


def _transfers(school):
    book = Book(f"van-thu/SoChuyenDiDen_{school.calendar.label()}.xlsx")
    pupils = [p for c in school.classes for p in c.pupils if p.story]
    out = book.sheet("Chuyển đi")
    out.line(0, ("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Nam/Nữ", "Dân tộc", "Lớp",
                 "Chuyển đến trường", "Huyện, tỉnh", "Ngày chuyển", "Lí do", "Số giấy giới thiệu",
                 "Ngày giấy", "Hồ sơ kèm theo", "Người nhận", "Ghi chú"), "head")
    moved = sorted((p for p in pupils if p.left), key=lambda p: p.left)
    for row, pupil in enumerate(moved, 1):
        school_to, district, reason, letter, day, papers, receiver, note = pupil.story.moved_out
        out.line(row, (row, pupil.code, pupil.name, pupil.born, pupil.sex, pupil.people,
                       pupil.klass, school_to, district, pupil.left, reason, letter, day, papers,
                       receiver, note))
    into = book.sheet("Chuyển đến")
    into.line(0, ("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Nam/Nữ", "Dân tộc", "Vào lớp",
                  "Từ trường", "Huyện, tỉnh", "Ngày đến", "Số đăng bộ", "Số giấy giới thiệu",
                  "Nghỉ học ở trường cũ (P/K)", "Ghi chú"), "head")
    moved = sorted((p for p in pupils if p.story.moved_in), key=lambda p: p.joined)
    for row, pupil in enumerate(moved, 1):
        school_from, district, letter, missed, note = pupil.story.moved_in
        into.line(row, (row, pupil.code, pupil.name, pupil.born, pupil.sex, pupil.people,
                        pupil.klass, school_from, district, pupil.joined, pupil.register, letter,
                        missed, note))
    for sheet in (out, into):
        sheet.widths.update({1: 13, 2: 26, 3: 11, 7: 24, 8: 22, 9: 11})
    return book


def _assignment(school, term):
    """The first term as a workbook, the second as a CSV, as offices really mix them."""
    kind = "xlsx" if term == "HK1" else "csv"
    book = Book(f"chuyen-mon/PhanCong_{term}.{kind}")
    sheet = book.sheet("PhânCông")
    sheet.put(0, 0, f"PHÂN CÔNG CHUYÊN MÔN {PERIOD_TITLE[term]},"
                    f" NĂM HỌC {school.calendar.label()}", "title")
    sheet.line(2, ("Giáo viên", "Tên ký", "Tổ", "Môn", "Lớp", "Từ ngày", "Đến ngày", "Vai trò"),
               "head")
    sheet.widths.update({0: 24, 2: 20, 3: 30, 5: 11, 6: 11, 7: 20})
    first, last, _ = school.calendar.terms[term]
    row = 3
    for classroom in school.classes:
        for subject in school.subjects(classroom.grade):
            if term not in subject.terms:
                continue
            entries = [e for e in school.teachers[classroom.name, subject.code]
                       if e[1] <= last and (e[2] is None or e[2] >= first)]
            shared = any(part for *_, part in entries)
            for name, start, until, part in entries:
                role = "Dạy, phụ trách môn" if shared and not part else "Dạy"
                sheet.line(row, (name, name.split()[-1], team(subject),
                                 f"{subject.name} ({part})" if part else subject.name,
                                 classroom.name, max(start, first), until, role))
                row += 1
    return book


def _decisions(school, term):
    book = Book(f"chuyen-mon/QuyetDinhXuLy_{term}.xlsx")
    sheet = book.sheet("XửLý")
    sheet.put(0, 0, f"QUYẾT ĐỊNH XỬ LÝ – Học kỳ: {ROMAN[term]}"
                    f" – Năm học: {school.calendar.label()}", "title")
    sheet.line(2, ("STT", "Lớp", "Mã học sinh", "Họ và tên", "Môn", "Cột", "Xử lý", "Ngày",
                   "Văn bản", "Người quyết định", "Ghi chú"), "head")
    sheet.widths.update({2: 13, 3: 26, 4: 18, 6: 24, 7: 11, 8: 30, 9: 18, 10: 34})
    for row, (klass, pupil, subject, column, action, day, document, note) in enumerate(
            school.decisions[term], 3):
        sheet.line(row, (row - 2, klass, pupil.code, pupil.name, subject, column, action, day,
                         document, PRINCIPAL[1], note))
    return book
