# SPDX-License-Identifier: Apache-2.0
"""Words and cells that several layouts share."""

from .rules import TT22_LEVELS, TT58_CONDUCT, TT58_LEVELS

DEPARTMENT = "SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN LA"
OFFICE = "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG"
SCHOOL_LINE = "TRƯỜNG THCS XÃ NẬM PHẠ"
ROMAN = {"HK1": "I", "HK2": "II"}
PERIOD_TITLE = {"HK1": "HỌC KỲ I", "HK2": "HỌC KỲ II", "CN": "CẢ NĂM"}


def number(tenths):
    """The number of a cell: 80 is 8, 75 is 7.5."""
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


def result_value(result):
    if isinstance(result, bool):
        return "Đ" if result else "CĐ"
    return number(result)


def put_result(sheet, row, column, pupil, subject, period):
    """A subject's result: an average with one decimal, Đ or CĐ, M for an exempted subject."""
    if subject.code in pupil.exempt:
        sheet.put(row, column, "M")
        return
    result = pupil.average.get((period, subject.code))
    if result is None:
        return
    sheet.put(row, column, result_value(result), "" if isinstance(result, bool) else "avg")


def level_text(kind, tt22, level, short=False):
    names = TT22_LEVELS if tt22 else TT58_LEVELS if kind == "learning" else TT58_CONDUCT
    name = names[level]
    return "TB" if short and name == "Trung bình" else name
