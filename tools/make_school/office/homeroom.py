# SPDX-License-Identifier: Apache-2.0
"""Sổ chủ nhiệm: what a class teacher writes beside marks and attendance, a sheet a part."""

from random import Random

from ..layout_common import level_text
from ..sheets import Book
from ..staff import STAFF
from .class_books import weeks

_VICE = STAFF[1][1]
_OFFICES = ("Lớp trưởng", "Lớp phó học tập", "Lớp phó văn thể", "Tổ trưởng tổ 1",
            "Tổ trưởng tổ 2", "Tổ trưởng tổ 3", "Tổ trưởng tổ 4")
_MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5)
_TASKS = {
    9: (("Ổn định tổ chức lớp, bầu ban cán sự", "Tuần 1", "Họp lớp, bỏ phiếu"),
        ("Họp cha mẹ học sinh đầu năm", "25/9", "Gửi giấy mời qua học sinh")),
    10: (("Thi đua chào mừng 20/10", "Cả tháng", "Chấm điểm nền nếp hằng tuần"),
         ("Khám sức khỏe lần 1", "15/10", "Phối hợp trạm y tế")),
    11: (("Kiểm tra giữa học kỳ I", "01–06/11", "Ôn tập theo đề cương"),
         ("Thi đua chào mừng 20/11", "Cả tháng", "Tiết học tốt, báo tường")),
    12: (("Ôn tập, kiểm tra cuối học kỳ I", "27–31/12", "Phân công bạn kèm bạn"),),
    1: (("Xét hạnh kiểm, rèn luyện học kỳ I", "07/01", "Họp lớp, lấy ý kiến giáo viên bộ môn"),
        ("Họp cha mẹ học sinh cuối học kỳ I", "15/01", "Thông báo kết quả từng em")),
    2: (("Ổn định nền nếp sau Tết", "07–12/02", "Đến nhà học sinh nghỉ học"),),
    3: (("Kiểm tra giữa học kỳ II", "14–19/3", "Ôn tập theo đề cương"),
        ("Hội trại 26/3", "26/3", "Chia nhóm chuẩn bị")),
    4: (("Phụ đạo học sinh còn yếu", "Cả tháng", "Hai buổi mỗi tuần"),),
    5: (("Kiểm tra cuối học kỳ II, xét kết quả cả năm", "09–25/5", "Họp lớp, đối chiếu điểm"),
        ("Họp cha mẹ học sinh cuối năm", "28/5", "Bàn giao học sinh sinh hoạt hè")),
}


def homeroom_books(school):
    if "HK2" not in school.terms:
        return
    for classroom in school.classes:
        yield _Teacher(school, classroom).book()


class _Teacher:
    def __init__(self, school, classroom):
        self.school, self.classroom = school, classroom
        self.rng = Random(f"{school.seed}/homeroom/{classroom.name}")
        self.first = school.calendar.terms["HK1"][0]
        self.there = [p for p in classroom.pupils if p.joined <= self.first]
        self.staying = [p for p in self.there if not p.left]

    def book(self):
        label = self.school.calendar.label()
        made = Book(f"smas/SoChuNhiem/SoChuNhiem_{self.classroom.name}_{label}.xlsx")
        for name, title, heads, rows in (
                ("BanCanSu", "Ban cán sự lớp", ("STT", "Mã học sinh", "Họ và tên học sinh",
                                                "Chức vụ", "Thời gian"), self._officers()),
                ("DanhSachTo", "Danh sách các tổ", ("STT", "Mã học sinh", "Họ và tên học sinh",
                                                    "Tổ", "Ghi chú"), self._groups()),
                ("BanDaiDien", "Ban đại diện cha mẹ học sinh",
                 ("STT", "Họ và tên", "Nghề nghiệp", "Chức vụ", "Điện thoại, địa chỉ"),
                 self._board()),
                ("DacDiem", "Đặc điểm tình hình lớp",
                 ("Mục", "Nội dung", "Đầu năm", "Cuối học kỳ I", "Cuối năm"), self._features()),
                ("CanQuanTam", "Học sinh cần quan tâm",
                 ("STT", "Mã học sinh", "Họ và tên học sinh", "Hoàn cảnh, biểu hiện", "Biện pháp",
                  "Kết quả"), self._care()),
                ("ChiTieu", "Chỉ tiêu", ("Chỉ tiêu", "Đăng ký đầu năm", "Kết quả học kỳ I",
                                         "Kết quả cả năm"), self._targets()),
                ("KeHoachThang", "Kế hoạch tháng",
                 ("Tháng", "Nội dung công việc", "Thời gian", "Biện pháp", "Kết quả, điều chỉnh"),
                 self._plans()),
                ("KeHoachTuan", "Kế hoạch tuần, sinh hoạt lớp",
                 ("Tuần", "Từ ngày", "Đến ngày", "Kế hoạch tuần", "Nội dung sinh hoạt lớp",
                  "Xếp loại thi đua"), self._weeks()),
                ("TraoDoi", "Trao đổi với gia đình học sinh, thăm gia đình",
                 ("Ngày", "Mã học sinh", "Họ và tên học sinh", "Hình thức", "Nội dung",
                  "Kết quả"), self._contacts()),
                ("HopChaMe", "Biên bản họp cha mẹ học sinh",
                 ("Lần", "Ngày họp", "Có mặt", "Vắng", "Nội dung", "Ý kiến của cha mẹ học sinh",
                  "Kết luận"), self._meetings()),
                ("NhanXetBGH", "Nhận xét của ban giám hiệu",
                 ("Tháng", "Ngày kiểm tra", "Nhận xét", "Người kiểm tra"), self._checks())):
            sheet = made.sheet(name)
            sheet.put(0, 0, f"SỔ CHỦ NHIỆM – LỚP {self.classroom.name} – NĂM HỌC {label}", "title")
            sheet.put(1, 0, title, "title")
            sheet.line(3, heads, "head")
            sheet.widths.update({1: 22, 2: 26, 3: 30, 4: 34, 5: 30, 6: 30})
            for row, line in enumerate(rows, 4):
                sheet.line(row, line)
        return made

    def _officers(self):
        chosen = self.rng.sample(self.staying, min(len(_OFFICES), len(self.staying)))
        return [(i, p.code, p.name, office, "Cả năm")
                for i, (p, office) in enumerate(zip(chosen, _OFFICES), 1)]

    def _groups(self):
        return [(i, p.code, p.name, f"Tổ {(i - 1) % 4 + 1}",
                 f"Chuyển đi {p.left:%d/%m/%Y}" if p.left else
                 f"Đến lớp {p.joined:%d/%m/%Y}" if p.joined > self.first else "")
                for i, p in enumerate(self.classroom.pupils, 1)]

    def _board(self):
        reachable = [p for p in self.staying if p.father and p.phone]
        chosen = self.rng.sample(reachable, min(3, len(reachable)))
        return [(i, p.father.name, p.father.job, office, f"{p.phone}, {p.village}")
                for i, (p, office) in enumerate(
                    zip(chosen, ("Trưởng ban", "Phó ban", "Thành viên")), 1)]

    def _features(self):
        ends = [self.there, *(self.school.present(self.classroom, t) for t in ("HK1", "CN"))]
        counted = (("Tổng số học sinh", lambda p: True), ("Nữ", lambda p: p.sex == "Nữ"),
                   ("Dân tộc thiểu số", lambda p: p.people != "Kinh"),
                   ("Nữ dân tộc thiểu số", lambda p: p.sex == "Nữ" and p.people != "Kinh"),
                   ("Hộ nghèo, cận nghèo", lambda p: p.policy.startswith("Hộ")),
                   ("Khuyết tật học hòa nhập", lambda p: bool(p.disability)))
        rows = [(item, "", *(sum(map(test, group)) for group in ends)) for item, test in counted]
        rows.append(("Thuận lợi", "Học sinh ngoan, cha mẹ quan tâm; nhà trường đủ thiết bị."))
        rows.append(("Khó khăn", "Nhiều em ở bản xa, đường khó đi mùa mưa; còn em phải giúp việc"
                                 " nhà."))
        return rows

    def _cared_for(self):
        year = self.school.calendar
        return [p for p in self.staying
                if p.guardian or p.disability or sum(p.absences(year, "CN")) > 9
                or p.learning.get("CN", 9) is not None and p.learning.get("CN", 9) < 1][:6]

    def _care(self):
        rows = []
        for i, p in enumerate(self._cared_for(), 1):
            why = ("Mồ côi, ở với người giám hộ" if p.guardian else
                   p.disability or ("Nghỉ học nhiều buổi"
                                    if sum(p.absences(self.school.calendar, "CN")) > 9
                                    else "Còn hổng kiến thức"))
            rows.append((i, p.code, p.name, why, "Gặp gỡ gia đình, phân công bạn giúp đỡ",
                         "Có tiến bộ"))
        return rows

    def _targets(self):
        tt22 = self.school.tt22(self.classroom.grade)

        def share(period, kind, good):
            group = self.school.present(self.classroom, period)
            levels = [getattr(p, kind).get(period) for p in group]
            names = [level_text(kind, tt22, n) for n in levels if n is not None]
            count = sum(name in good for name in names)
            return f"{count}/{len(group)}"

        conduct = "Kết quả rèn luyện Khá trở lên" if tt22 else "Hạnh kiểm Khá trở lên"
        learning = ("Kết quả học tập Khá trở lên" if tt22 else "Học lực Khá trở lên")
        total = len(self.there)
        ends = [len(self.school.present(self.classroom, t)) for t in ("HK1", "CN")]
        return [("Duy trì sĩ số", f"{total}/{total}", str(ends[0]), str(ends[1])),
                (conduct, "95%", share("HK1", "conduct", ("Tốt", "Khá")),
                 share("CN", "conduct", ("Tốt", "Khá"))),
                (learning, "50%", share("HK1", "learning", ("Tốt", "Giỏi", "Khá")),
                 share("CN", "learning", ("Tốt", "Giỏi", "Khá"))),
                ("Danh hiệu lớp", "Lớp tiên tiến", "Đạt", "Đạt")]

    def _plans(self):
        rows = []
        for month in _MONTHS:
            for index, (task, when, way) in enumerate(_TASKS[month]):
                rows.append((month if index == 0 else "", task, when, way, "Đã thực hiện"))
        return rows

    def _weeks(self):
        return [(number, first, last,
                 self.rng.choice(("Giữ vững nền nếp, đi học đúng giờ",
                                  "Học bài đầy đủ, vệ sinh lớp sạch sẽ",
                                  "Thi đua học tốt, giúp bạn học yếu")),
                 self.rng.choice(("Đánh giá tuần qua, bình xét thi đua các tổ",
                                  "Rút kinh nghiệm việc đi học muộn, phổ biến kế hoạch",
                                  "Biểu dương học sinh tiến bộ, nhắc nhở vệ sinh")),
                 self.rng.choice(("Nhất", "Nhì", "Ba")))
                for term in self.school.terms for number, first, last in weeks(self.school, term)]

    def _contacts(self):
        day = self.school.calendar.day
        days = (day(2021, 10, 16), day(2021, 11, 20), day(2021, 12, 11), day(2022, 2, 12),
                day(2022, 3, 19), day(2022, 4, 16))
        return [(when, p.code, p.name, "Thăm gia đình" if i % 2 else "Điện thoại",
                 "Trao đổi việc học và chuyên cần của em", "Gia đình nhất trí phối hợp")
                for i, (when, p) in enumerate(zip(days, self._cared_for()))]

    def _meetings(self):
        day = self.school.calendar.day
        held = ((day(2021, 9, 25), "Thông báo kế hoạch năm học, bầu ban đại diện", "HK1"),
                (day(2022, 1, 15), "Sơ kết học kỳ I, kết quả từng em", "HK1"),
                (day(2022, 5, 28), "Tổng kết năm học, kế hoạch hè", "CN"))
        rows = []
        for number, (when, text, period) in enumerate(held, 1):
            size = len([p for p in self.classroom.pupils
                        if p.joined <= when and (p.left is None or p.left > when)])
            away = self.rng.randint(0, 4)
            rows.append((number, when, size - away, away, text,
                         "Đề nghị nhà trường tiếp tục phụ đạo học sinh còn yếu",
                         "Nhất trí với nội dung cuộc họp"))
        return rows

    def _checks(self):
        rows = []
        for month in _MONTHS:
            year = 2021 if month > 8 else 2022
            rows.append((month, self.school.calendar.day(year, month, 27),
                         "Ghi đủ, đúng tiến độ; cần cập nhật việc thăm gia đình.", _VICE))
        return rows
