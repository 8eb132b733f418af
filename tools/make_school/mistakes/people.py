# SPDX-License-Identifier: Apache-2.0
"""Mistakes in pupil lists: the same person written in two ways, or counted twice."""

_SMAS = "smas/DanhSachHocSinh_ToanTruong.xlsx"


def apply(spoiler):
    _names(spoiler)
    _birth_date(spoiler)
    _numbers(spoiler)
    _two_classes(spoiler)
    _headcount(spoiler)


def csdl(spoiler, klass):
    path = f"csdl/DS_HocSinh_{klass}.xlsx"
    return path, spoiler.books[path].sheet("Sheet1")


def _smas(spoiler):
    return spoiler.books[_SMAS].sheet("DSHS")


def named(spoiler, klass, name):
    return next(p for p in spoiler.classroom(klass).pupils if p.name == name)


def _names(spoiler):
    path, sheet = csdl(spoiler, "7B")
    pupil = named(spoiler, "7B", "Lò Thị Hòa")
    cell = sheet.change(pupil.code, "name", "Lò Thị Hoà")
    spoiler.note(path, sheet.name, cell, "Lò Thị Hoà (CSDL) và Lò Thị Hòa (SMAS): một người",
                 "không giữ lại gì", "note",
                 [f"{_SMAS}!{_smas(spoiler).address(pupil.code, 'name')}"],
                 "validate/name-spelling")
    path, sheet = csdl(spoiler, "9A")
    pupil = named(spoiler, "9A", "Đinh Thị Kim Oanh")
    cell = sheet.change(pupil.code, "name", "\u00d0inh Thị Kim Oanh")
    spoiler.note(path, sheet.name, cell, "chữ Ð (U+00D0) thay cho Đ (U+0110) trong Đinh",
                 "không giữ lại gì", "note",
                 [f"{_SMAS}!{_smas(spoiler).address(pupil.code, 'name')}"],
                 "ingest/letter-eth")


def _birth_date(spoiler):
    pupil = spoiler.pick("8B", "CN", lambda p: p.born.day <= 12 and p.born.day != p.born.month)
    path, sheet = csdl(spoiler, "8B")
    cell = sheet.change(pupil.code, "born", f"{pupil.born:%m/%d/%Y}")
    spoiler.note(path, sheet.name, cell,
                 f"{pupil.name}: ngày sinh {pupil.born:%m/%d/%Y} (CSDL) khác"
                 f" {pupil.born:%d/%m/%Y} (SMAS), đảo ngày và tháng",
                 f"học bạ của em {pupil.name}; sổ I.03 lớp 8B",
                 also=[f"{_SMAS}!{_smas(spoiler).address(pupil.code, 'born')}"],
                 rule="validate/birth-date-differs")


def _numbers(spoiler):
    pupil = spoiler.pick("9A", "CN")
    path, sheet = csdl(spoiler, "9A")
    cell = sheet.change(pupil.code, "id", int(pupil.personal_id))
    spoiler.note(path, sheet.name, cell,
                 f"{pupil.name}: số định danh mất số 0 đầu ({int(pupil.personal_id)})",
                 "không giữ lại gì", "warning",
                 [f"{_SMAS}!{_smas(spoiler).address(pupil.code, 'id')}"],
                 "validate/personal-id-malformed")
    pupil = spoiler.pick("7B", "CN", lambda p: p.sex == "Nữ")
    path, sheet = csdl(spoiler, "7B")
    smas = _smas(spoiler)
    wrong = "0142" + pupil.personal_id[4:]
    cell = sheet.change(pupil.code, "id", wrong)
    smas.change(pupil.code, "id", None)  # only one list has the number, so only one can be wrong
    spoiler.note(path, sheet.name, cell,
                 f"{pupil.name}: giới tính Nữ, số định danh {wrong} là của Nam",
                 "không giữ lại gì", "warning", [sheet.address(pupil.code, "sex")],
                 "validate/personal-id-sex")
    pupil = spoiler.pick("9A", "CN")
    other = next(p for p in spoiler.classroom("9A").pupils if p.seq == pupil.seq - 1)
    cell = smas.change(pupil.code, "register", other.register)
    spoiler.note(_SMAS, smas.name, cell,
                 f"{pupil.name}: số đăng bộ {other.register} dùng hai lần",
                 f"học bạ của em {pupil.name} và em {other.name}",
                 also=[smas.address(other.code, "register")], rule="validate/identifier-twice")


def _two_classes(spoiler):
    pupil = spoiler.pick("7B", "CN")
    path, sheet = csdl(spoiler, "7A")
    _, home = csdl(spoiler, "7B")
    source = home.at[pupil.code, "moet"][0]
    row, _ = sheet.rows()
    for (r, column), (value, style) in list(home.cells.items()):
        if r == source:
            sheet.put(row, column, value, style)
    sheet.put(row, 0, row - 3)
    sheet.put(row, 24, "7A")
    spoiler.note(path, sheet.name, f"B{row + 1}",
                 f"{pupil.name} có trong danh sách CSDL của cả lớp 7A và 7B",
                 f"sổ I.03 lớp 7A, 7B; học bạ của em {pupil.name}",
                 also=[f"csdl/DS_HocSinh_7B.xlsx!B{source + 1}", f"Y{row + 1}"],
                 rule="validate/pupil-in-two-classes")


def _headcount(spoiler):
    right = len(spoiler.school.present(spoiler.classroom("8B"), "HK1"))
    text = spoiler.extra["hoso.toml"].decode()
    head, tail = text.split('name = "8B"')
    tail = tail.replace(f"HK1 = {right}", f"HK1 = {right + 1}", 1)
    spoiler.extra["hoso.toml"] = f'{head}name = "8B"{tail}'.encode()
    spoiler.note("hoso.toml", "", None,
                 f"sĩ số lớp 8B cuối HK1 là {right + 1}, danh sách có {right}",
                 "sổ I.03 lớp 8B HK1", also=[_SMAS], rule="validate/headcount-differs")
