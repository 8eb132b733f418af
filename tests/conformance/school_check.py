#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Recomputes the software's columns of a demonstration school from its marks, with openpyxl,
xlrd and fractions and nothing of the generator.

    school_check.py inputs/demo     → "N figures agree", exit 0; else each difference, exit 1

It is the oracle for inputs/demo: what it finds wrong there, a principal would too.
"""

import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter

checked, wrong = 0, []


class OldSheet:
    """A sheet of an .xls file, with as much of openpyxl's manners as is needed here."""

    class Cell:
        def __init__(self, value):
            self.value = None if value == "" else value

    def __init__(self, sheet):
        self.sheet, self.title = sheet, sheet.name
        self.max_row, self.max_column = sheet.nrows, sheet.ncols

    def cell(self, row, column):
        inside = row <= self.max_row and column <= self.max_column
        return self.Cell(self.sheet.cell_value(row - 1, column - 1) if inside else "")

    def __getitem__(self, row):
        return [self.cell(row, c) for c in range(1, self.max_column + 1)]


def load_workbook(path):
    if path.suffix == ".xls":
        return [OldSheet(sheet) for sheet in xlrd.open_workbook(path).sheets()]
    return openpyxl.load_workbook(path)


def rounded(value):
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def tenths(cell):
    return None if cell is None else Decimal(str(cell)).quantize(Decimal("0.1"))


def expect(place, found, expected):
    global checked
    checked += 1
    if found != expected:
        wrong.append(f"{place}: {found!r}, recomputed {expected!r}")


def heading_row(sheet):
    for row in range(1, 12):
        values = [c.value for c in sheet[row]]
        if "Mã học sinh" in values:
            return row
    raise SystemExit(f"{sheet.title}: no heading row")


def headings(sheet):
    """{column name: column}; numbered columns of ĐĐGtx are named by their number."""
    row, names = heading_row(sheet), {}
    for column in range(1, sheet.max_column + 1):
        name, below = sheet.cell(row, column).value, sheet.cell(row + 1, column).value
        if isinstance(below, str) and re.fullmatch(r"\(\d\)|P|K|Tổng", below):
            name = below
        if name is not None:
            names[name] = column
    return row, names


def pupils(sheet, row, names):
    for r in range(row + 1, sheet.max_row + 1):
        code = sheet.cell(r, names["Mã học sinh"]).value
        if code and re.fullmatch(r"\d{10}", str(code)):
            yield r, code


def mark_sheet(path, sheet, results):
    title = " ".join(str(c.value) for r in (2, 3) for c in sheet[r] if c.value)
    subject, klass = re.search(r"MÔN (.+) – LỚP (\d\w+)", title).groups()
    term = "HK" + {"I": "1", "II": "2"}[re.search(r"Học kỳ: (I+)", title).group(1)]
    row, names = headings(sheet)
    for r, code in pupils(sheet, row, names):
        def cell(name):
            return sheet.cell(r, names[name]).value
        place = f"{path}:{sheet.title}!{get_column_letter(names.get('ĐTBmhk', names.get('HK')))}{r}"
        regular = [cell(n) for n in names if re.fullmatch(r"\(\d\)", str(n))]
        marks = [*regular, cell("ĐĐGgk"), cell("ĐĐGck")]
        if all(m is None for m in marks):
            continue  # exempt or not assessed, by decision
        if "ĐTBmhk" in names:
            values = [Fraction(str(m)) for m in marks]
            total = sum(values[:-2]) + 2 * values[-2] + 3 * values[-1]
            result = rounded(total / (len(regular) + 5))
            expect(place, tenths(cell("ĐTBmhk")), result)
        else:
            passed = [m == "Đ" for m in marks]
            two_thirds = passed[-1] and 3 * sum(passed) >= 2 * len(passed)
            good = all(passed) if klass[0] == "6" else two_thirds
            result = "Đ" if good else "CĐ"
            expect(place, cell("HK"), result)
        results[code, term, subject] = result
        reported = cell("ĐTBmcn") if "ĐTBmcn" in names else cell("CN") if "CN" in names else None
        if reported is not None:
            results[code, "reported CN", subject] = (place, reported)


def year_results(results):
    for (code, kind, subject), value in list(results.items()):
        if kind != "reported CN":
            continue
        place, reported = value
        first, second = (results.get((code, t, subject)) for t in ("HK1", "HK2"))
        if isinstance(second, Decimal):
            expect(place, tenths(reported), rounded((Fraction(first) + 2 * Fraction(second)) / 3))
            results[code, "CN", subject] = tenths(reported)
        else:
            expect(place, reported, second)
            results[code, "CN", subject] = second
    for (code, term, subject), value in list(results.items()):  # taught in one term only
        other = {"HK1": "HK2", "HK2": "HK1"}.get(term)
        if other and (code, other, subject) not in results:
            results.setdefault((code, "CN", subject), value)


SHORT = {"LS&ĐL": "LỊCH SỬ VÀ ĐỊA LÍ", "KHTN": "KHOA HỌC TỰ NHIÊN", "Tin": "TIN HỌC",
         "Văn": "NGỮ VĂN", "Ng.ngữ": "NGOẠI NGỮ", "GDCD": "GIÁO DỤC CÔNG DÂN",
         "C.nghệ": "CÔNG NGHỆ", "GDTC": "GIÁO DỤC THỂ CHẤT",
         "NDGDCĐP": "NỘI DUNG GIÁO DỤC CỦA ĐỊA PHƯƠNG",
         "HĐTN&HN": "HOẠT ĐỘNG TRẢI NGHIỆM, HƯỚNG NGHIỆP"}


def summary(path, sheet, term, results, days):
    row, names = headings(sheet)
    for r, code in pupils(sheet, row, names):
        scored = []
        for name, column in names.items():
            subject = SHORT.get(name, str(name).upper())
            result = results.get((code, term, subject))
            if result is None:
                continue
            found = sheet.cell(r, column).value
            place = f"{path}:{sheet.title}!{get_column_letter(column)}{r}"
            expect(place, tenths(found) if isinstance(result, Decimal) else found, result)
            if isinstance(result, Decimal):
                scored.append(Fraction(result))
        place = f"{path}:{sheet.title} row {r}"
        if "TBCM" in names:
            mean = tenths(sheet.cell(r, names["TBCM"]).value)
            expect(place, mean, rounded(sum(scored) / len(scored)))
        for token in ("P", "K"):
            count = sum(found == token and term in (t, "CN") for t, found in days.get(code, []))
            expect(place, sheet.cell(r, names[token]).value, count)


def attendance(path, days):
    book = load_workbook(path)
    for sheet in book:
        month, year = map(int, re.search(r"Tháng (\d+) năm (\d+)", sheet["A1"].value).groups())
        row, names = headings(sheet)
        for r, code in pupils(sheet, row, names):
            tokens = []
            for day in range(1, 32):
                token = sheet.cell(r, names[day]).value if day in names else None
                if token:
                    expect(f"{path}:{sheet.title} row {r} on a Sunday",
                           sheet.cell(row + 1, names[day]).value == "CN", False)
                    first = (year, month, day) <= (2022, 1, 8)
                    tokens.append(token)
                    days.setdefault(code, []).append(("HK1" if first else "HK2", token))
            for name, count in (("TS", len(tokens)), ("P", tokens.count("P")),
                                ("K", tokens.count("K"))):
                expect(f"{path}:{sheet.title} row {r} {name}",
                       sheet.cell(r, names[name]).value, count)


def main(folder):
    results, days = {}, {}
    for path in sorted(folder.glob("smas/HK*/**/BangDiem_*.xlsx")):
        for sheet in load_workbook(path):
            mark_sheet(path, sheet, results)
    year_results(results)
    for path in sorted(folder.glob("smas/DiemDanh/*.xlsx")):
        attendance(path, days)
    for path in sorted([*folder.glob("smas/*/TongKet_*.xlsx"), *folder.glob("vnedu/so_diem_*.xls")]):
        term = re.search(r"_(hk1|hk2|cn)$", path.stem.lower()).group(1).upper()
        for sheet in load_workbook(path):
            summary(path, sheet, term, results, days)
    for line in wrong:
        print(line)
    print(f"{checked - len(wrong)} figures agree, {len(wrong)} do not")
    return 1 if wrong or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "inputs/demo")))
