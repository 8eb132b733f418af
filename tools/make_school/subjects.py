# SPDX-License-Identifier: Apache-2.0
"""Subjects by grade, as the school's software names them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    code: str
    name: str  # in titles and in the assignment
    slug: str  # in file and sheet names
    heading: str  # in result workbooks
    scored: bool
    regular: int  # ĐĐGtx a term
    terms: tuple = ("HK1", "HK2")


_TT22 = (  # in the order of vnEdu's result workbook
    Subject("TOAN", "Toán", "Toan", "Toán", True, 4),
    Subject("LSDL", "Lịch sử và Địa lí", "LichSuDiaLi", "LS&ĐL", True, 4),
    Subject("KHTN", "Khoa học tự nhiên", "KHTN", "KHTN", True, 4),
    Subject("TIN", "Tin học", "TinHoc", "Tin", True, 2),
    Subject("NV", "Ngữ văn", "NguVan", "Văn", True, 4),
    Subject("NN1", "Ngoại ngữ", "NgoaiNgu", "Ng.ngữ", True, 4),
    Subject("GDCD", "Giáo dục công dân", "GDCD", "GDCD", True, 2),
    Subject("CN", "Công nghệ", "CongNghe", "C.nghệ", True, 2),
    Subject("GDTC", "Giáo dục thể chất", "GDTC", "GDTC", False, 2),
    Subject("NT", "Nghệ thuật", "NgheThuat", "Nghệ thuật", False, 2),
    Subject("GDDP", "Nội dung giáo dục của địa phương", "GDDP", "NDGDCĐP", False, 2),
    Subject("TNHN", "Hoạt động trải nghiệm, hướng nghiệp", "HDTNHN", "HĐTN&HN", False, 2),
)


def _tt58(grade):
    """CT2006; the number of ĐĐGtx follows from the periods a year (TT26/2020 Điều 8)."""
    nine = grade == 9
    chemistry = (Subject("HH", "Hóa học", "HoaHoc", "Hóa học", True, 3),) if grade >= 8 else ()
    # Grade 9 has 18 periods each of music and fine art, in one term each.
    music = ("HK2",) if nine else ("HK1", "HK2")
    art = ("HK1",) if nine else ("HK1", "HK2")
    return (
        Subject("TOAN", "Toán", "Toan", "Toán", True, 4),
        Subject("VL", "Vật lí", "VatLi", "Vật lí", True, 3 if nine else 2),
        *chemistry,
        Subject("SH", "Sinh học", "SinhHoc", "Sinh học", True, 3),
        Subject("TIN", "Tin học", "TinHoc", "Tin học", True, 3),
        Subject("NV", "Ngữ văn", "NguVan", "Ngữ văn", True, 4),
        Subject("LS", "Lịch sử", "LichSu", "Lịch sử", True, 3),
        Subject("DL", "Địa lí", "DiaLi", "Địa lí", True, 3),
        Subject("NN1", "Ngoại ngữ", "NgoaiNgu", "Ngoại ngữ", True, 3 if nine else 4),
        Subject("GDCD", "Giáo dục công dân", "GDCD", "GDCD", True, 2),
        Subject("CN", "Công nghệ", "CongNghe", "Công nghệ", True, 2 if nine else 3),
        Subject("TD", "Thể dục", "TheDuc", "Thể dục", False, 3),
        Subject("AN", "Âm nhạc", "AmNhac", "Âm nhạc", False, 2, music),
        Subject("MT", "Mĩ thuật", "MiThuat", "Mĩ thuật", False, 2, art),
    )


_CACHE = {grade: _tt58(grade) for grade in (6, 7, 8, 9)}


def subjects_for(year, grade):
    """TT22/2021 Điều 21: grade 6 from 2021, one grade more each year."""
    return _TT22 if uses_tt22(year, grade) else _CACHE[grade]


def uses_tt22(year, grade):
    return year - grade >= 2021 - 6
