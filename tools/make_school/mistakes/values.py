# SPDX-License-Identifier: Apache-2.0
"""More mistakes with values: lists of pupils, marks, remarks, conduct, attendance."""

from .people import csdl, named

_SMAS = "smas/DanhSachHocSinh_ToanTruong.xlsx"


def apply(spoiler):
    _lists(spoiler)
    _rows(spoiler)
    _marks(spoiler)
    _remarks(spoiler)
    _conduct(spoiler)
    _attendance(spoiler)


def _cell(sheet, pupil, key):
    return sheet.at[pupil.code, key]


def _list(spoiler, klass, key, value, what, rule, severity="error", wanted=lambda p: True,
          holds_back="không giữ lại gì"):
    """A cell of the class's list from CSDL; value may depend on the pupil."""
    pupil = spoiler.pick(klass, "CN", wanted)
    place = csdl(spoiler, klass)
    value = value(pupil) if callable(value) else value
    spoiler.spoil(place, _cell(place[1], pupil, key), value, f"{pupil.name}: {what}", rule,
                  holds_back, severity)


def _book_of(pupil):
    return f"học bạ của em {pupil.name}; sổ I.03 lớp {pupil.klass}"


def _lists(spoiler):
    _list(spoiler, "6A", "born", "40393", "ngày sinh hiện thành số 40393 của Excel",
          "validate/bad-date")
    _list(spoiler, "6A", "sex", lambda p: "Nam" if p.sex == "Nữ" else "Nữ",
          "giới tính ở CSDL khác SMAS", "validate/sex-differs")
    _list(spoiler, "6B", "id", lambda p: f"{p.personal_id[:8]}{9999 - int(p.personal_id[8:]):04d}",
          "số định danh ở CSDL khác số ở SMAS", "validate/personal-id-differs", "warning")
    pupil = spoiler.pick("6B", "CN")
    spoiler.place(_SMAS)[1].change(pupil.code, "id", None)  # only one list has the number
    place = csdl(spoiler, "6B")
    year = (pupil.born.year + 1) % 100
    spoiler.spoil(place, _cell(place[1], pupil, "id"),
                  f"{pupil.personal_id[:4]}{year:02d}{pupil.personal_id[6:]}",
                  f"{pupil.name}: số định danh ghi năm sinh khác ngày sinh",
                  "validate/personal-id-year", severity="warning")
    _list(spoiler, "6B", "id", lambda p: f"{p.personal_id[1]}.{p.personal_id[2:8]}E+10",
          "số định danh bị Excel đổi thành dạng E+10", "validate/code-damaged")
    pupil = spoiler.pick("8B", "CN", lambda p: p.people == "Thái")
    place = csdl(spoiler, "8B")
    row, _ = _cell(place[1], pupil, "name")
    spoiler.spoil(place, (row, 5), "Mông", f"{pupil.name}: dân tộc Mông (CSDL), Thái (SMAS)",
                  "validate/ethnicity-differs", severity="warning")
    pupil = spoiler.pick("8B", "CN", lambda p: p.people == "Mông")
    row, _ = _cell(place[1], pupil, "name")
    spoiler.spoil(place, (row, 5), "H'Mông", f"{pupil.name}: dân tộc viết H'Mông, SMAS viết Mông",
                  "validate/ethnicity-spelling", severity="note")
    pupil = spoiler.pick("6B", "CN")
    path, sheet = csdl(spoiler, "6B")
    sheet.remove_row(_cell(sheet, pupil, "name")[0])
    smas = spoiler.place(_SMAS)[1]
    spoiler.note(_SMAS, smas.name, smas.address(pupil.code, "name"),
                 f"{pupil.name} có ở SMAS mà không có ở CSDL", "không giữ lại gì", "warning",
                 rule="validate/not-in-csdl")
    pupil = named(spoiler, "7A", "Bùi Quốc Toàn")
    place = spoiler.place("van-thu/SoChuyenDiDen_2021-2022.xlsx", "Chuyển đi")
    row = place[1].row_with(pupil.code, 1)
    spoiler.spoil(place, (row, 9), pupil.left.replace(day=24),
                  f"{pupil.name}: sổ chuyển đi ghi 24/03, danh sách ghi 14/03",
                  "validate/departure-dates-differ", _book_of(pupil))
    pupil = named(spoiler, "6B", "Hoàng Minh Khánh")
    path, sheet = spoiler.place("van-thu/SoChuyenDiDen_2021-2022.xlsx", "Chuyển đến")
    sheet.remove_row(sheet.row_with(pupil.code, 1))
    spoiler.note(_SMAS, smas.name, smas.address(pupil.code, "name"),
                 f"{pupil.name} vào học 15/11/2021 mà không có trong sổ chuyển đến",
                 "không giữ lại gì", "warning",
                 [f"Q{smas.at[pupil.code, 'name'][0] + 1}"], "validate/arrival-not-registered")
    path, sheet = spoiler.place(_SMAS)
    pupil = spoiler.pick("7B", "CN")
    row, _ = sheet.at[pupil.code, "name"]
    spoiler.spoil((path, sheet), (row, 13), None, f"{pupil.name}: để trống dân tộc",
                  "validate/value-missing", _book_of(pupil))


def _rows(spoiler):
    """Rows of mark sheets that are somebody else's, or nobody's."""
    pupil = spoiler.pick("8B", "HK1")
    place = spoiler.mark_sheet("8B", "DL", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "code"), None,
                  f"{pupil.name}: dòng không có mã học sinh", "validate/code-missing",
                  _book_of(pupil))
    pupil = spoiler.pick("8B", "HK1")
    place = spoiler.mark_sheet("8B", "CN", "HK1")
    other = next(p for p in spoiler.classroom("8B").pupils if p.seq == pupil.seq + 1)
    spoiler.spoil(place, _cell(place[1], pupil, "name"), f"{other.name} Anh",
                  f"mã của em {pupil.name} mà tên khác", "validate/name-differs", _book_of(pupil))
    pupil = spoiler.pick("9A", "HK1")
    path, sheet = spoiler.mark_sheet("9A", "SH", "HK1")
    sheet.remove_row(_cell(sheet, pupil, "code")[0])
    spoiler.note(path, sheet.name, None, f"{pupil.name} không có trong bảng điểm Sinh học",
                 _book_of(pupil), rule="validate/pupil-missing-from-sheet")
    pupil = spoiler.pick("9A", "HK1")
    place = spoiler.mark_sheet("9A", "GDCD", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "born"), f"{pupil.born.replace(year=2005):%d/%m/%Y}",
                  f"{pupil.name}: ngày sinh trong bảng điểm khác danh sách",
                  "validate/birth-date-differs", _book_of(pupil))


def _marks(spoiler):
    pupil = spoiler.pick("6B", "HK1", lambda p: p.average["HK1", "GDTC"])
    place = spoiler.mark_sheet("6B", "GDTC", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "tx1"), 8,
                  f"{pupil.name}: môn đánh giá bằng nhận xét mà ghi 8",
                  "validate/number-for-remark", _book_of(pupil))
    pupil = spoiler.pick("7A", "HK1")
    place = spoiler.mark_sheet("7A", "GDCD", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "gk"), "Đ",
                  f"{pupil.name}: môn tính điểm mà ghi Đ", "validate/remark-for-number",
                  _book_of(pupil))
    pupil = spoiler.pick("7A", "HK1")
    place = spoiler.mark_sheet("7A", "CN", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "ck"), "7*",
                  f"{pupil.name}: điểm kèm dấu sao", "validate/mark-not-understood",
                  _book_of(pupil))
    pupil = spoiler.pick("7A", "HK1")
    place = spoiler.mark_sheet("7A", "NV", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "HK1"), (pupil.average["HK1", "NV"] + 4) / 10,
                  f"{pupil.name}: ĐTBmhk cũ hơn điểm", "validate/average-differs", _book_of(pupil))
    pupil = spoiler.pick("6B", "HK1")
    place = spoiler.mark_sheet("6B", "CN", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "HK1"), None,
                  f"{pupil.name}: để trống ĐTBmhk", "validate/average-missing",
                  severity="warning")
    pupil = spoiler.pick("7B", "HK1", lambda p: p.average.get(("HK1", "AN")))
    place = spoiler.mark_sheet("7B", "AN", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "HK1"), "M",
                  f"{pupil.name}: ghi Miễn mà không có quyết định",
                  "validate/exempt-without-decision", _book_of(pupil))
    place = spoiler.mark_sheet("8B", "SH", "HK2")
    cell, text = next((where, value) for where, (value, _) in sorted(place[1].cells.items(), key=str)
                      if isinstance(value, str) and "Giáo viên: " in value)
    name = text.split("Giáo viên: ")[1]
    spoiler.spoil(place, cell, text.replace(name, "Lò Văn Khao"),
                  f"bảng điểm ghi giáo viên Lò Văn Khao, phân công là {name}",
                  "validate/teacher-differs", severity="warning", also=["B2"])


def _remarks(spoiler):
    pupil = spoiler.pick("6A", "HK2")
    place = spoiler.mark_sheet("6A", "TOAN", "HK2")
    spoiler.spoil(place, _cell(place[1], pupil, "remark"), "…",
                  f"{pupil.name}: nhận xét chỉ là dấu chấm lửng", "validate/remark-says-nothing",
                  severity="warning")
    pupil = spoiler.pick("6A", "HK2")
    place = spoiler.mark_sheet("6A", "NV", "HK2")
    spoiler.spoil(place, _cell(place[1], pupil, "remark"), "Em Páo có tiến bộ trong giờ viết.",
                  f"{pupil.name}: nhận xét nói về em Páo", "validate/remark-names-other",
                  severity="warning")
    pupil = spoiler.pick("6B", "HK2", lambda p: p.average["HK2", "TOAN"] < 65)
    place = spoiler.mark_sheet("6B", "TOAN", "HK2")
    long = "Em có cố gắng trong học tập, biết làm các bài tập cơ bản; " * 5
    spoiler.spoil(place, _cell(place[1], pupil, "remark"), long[:255],
                  f"{pupil.name}: nhận xét bị phần mềm cắt ở 255 ký tự", "validate/remark-cut",
                  severity="warning")
    pupil = named(spoiler, "6B", "Quàng Văn Ộc")
    place = spoiler.mark_sheet("6B", "LSDL", "HK2")
    spoiler.spoil(place, _cell(place[1], pupil, "remark"), "Tiếp thu bài tốt, học giỏi.",
                  f"{pupil.name}: điểm dưới 5 mà nhận xét học giỏi",
                  "validate/remark-contradicts", severity="warning")


def _conduct(spoiler):
    pupil = spoiler.pick("7B", "HK2")
    place = spoiler.place("smas/HK2/RenLuyen_7B_HK2.xlsx")
    spoiler.spoil(place, _cell(place[1], pupil, "conduct"), "Ngoan",
                  f"{pupil.name}: hạnh kiểm ghi Ngoan", "validate/level-unknown", _book_of(pupil))
    pupil = spoiler.pick("6A", "HK1")
    place = spoiler.place("smas/HK1/RenLuyen_6A_HK1.xlsx")
    spoiler.spoil(place, _cell(place[1], pupil, "remark"), None,
                  f"{pupil.name}: HKI chưa có nhận xét của GVCN", "validate/homeroom-remark-blank",
                  severity="warning")
    pupil = spoiler.pick("6A", "HK2", lambda p: p.conduct["HK2"] == 3)
    place = spoiler.vnedu("6A", "HK2")
    spoiler.spoil(place, _cell(place[1], pupil, "conduct"), "Khá",
                  f"{pupil.name}: KQRL Khá (vnEdu), Tốt (SMAS)", "validate/conduct-differs",
                  _book_of(pupil))
    pupil = spoiler.pick("6A", "HK1")
    place = spoiler.vnedu("6A", "HK1")
    spoiler.spoil(place, _cell(place[1], pupil, "P"), "một",
                  f"{pupil.name}: số buổi nghỉ viết bằng chữ", "validate/bad-number",
                  _book_of(pupil))


def _attendance(spoiler):
    pupil = spoiler.pick("9A", "HK2")
    place = spoiler.place("smas/DiemDanh/DiemDanh_9A_2021-2022.xlsx", "Thang03")
    day = next(d for d in range(1, 12) if _cell(place[1], pupil, f"day{d}") not in place[1].cells
               and spoiler.school.calendar.day(2022, 3, d).weekday() < 5)
    spoiler.spoil(place, _cell(place[1], pupil, f"day{day}"), "N",
                  f"{pupil.name}: ký hiệu N không có trong quy ước P, K",
                  "validate/attendance-token", _book_of(pupil))
