# SPDX-License-Identifier: Apache-2.0
"""Puts typical mistakes into the files of a school and says where each one is.

One mistake, one finding: a mark is spoilt only where the average stays the same without it, so
that nothing else stops agreeing. 8A and 9B stay without a mistake.
"""

import json

from xlsxwriter.utility import xl_rowcol_to_cell

from . import duties, files, log, marks, office, people, results, values, word

CLEAN_CLASSES = ("8A", "9B")


class Spoiler:
    def __init__(self, school, books, extra):
        self.school = school
        self.books = {book.path: book for book in books}
        self.extra = extra  # other files: path → bytes
        self.found = []
        self._used = set()

    def note(self, path, sheet, cell, what, holds_back, severity="error", also=(),
             rule=""):
        """Records a mistake. also: further cells a program may name instead of `cell`; rule: the id
        of the finding that it must give, where one is published."""
        self.found.append({
            "id": len(self.found) + 1, "file": path, "sheet": sheet, "cell": cell,
            "also": list(also), "what": what, "severity": severity, "expected_rule": rule,
            "holds_back": holds_back})

    def spoil(self, place, cell, value, what, rule, holds_back="không giữ lại gì",
              severity="error", also=()):
        """Puts a value into a cell (row and column from 0) of (path, sheet) and records it."""
        path, sheet = place
        style = sheet.cells.get(cell, (None, ""))[1]
        sheet.put(*cell, value, style)
        self.note(path, sheet.name, xl_rowcol_to_cell(*cell), what, holds_back, severity, also,
                  rule)

    def place(self, path, sheet=None):
        """(path, sheet) of a book; without a name its first sheet."""
        book = self.books[path]
        return path, book.sheet(sheet) if sheet else book.sheets[0]

    def classroom(self, name):
        return next(c for c in self.school.classes if c.name == name)

    def subject(self, klass, code):
        subjects = self.school.subjects(self.classroom(klass).grade)
        return next(s for s in subjects if s.code == code)

    def mark_sheet(self, klass, code, term):
        slug = self.subject(klass, code).slug
        path = f"smas/{term}/{klass}/BangDiem_{klass}_{slug}_{term}.xlsx"
        if path not in self.books:
            path = f"smas/{term}/BangDiem_{klass}_{term}.xlsx"
        return path, self.books[path].sheet(f"{slug}_{klass}")

    def summary(self, klass, period):
        path = f"smas/{period}/TongKet_{klass}_{period}.xlsx"
        return path, self.books[path].sheet(klass)

    def vnedu(self, klass, period):
        path = f"vnedu/so_diem_tong_ket_khoi_{klass[0]}_{period.lower()}.xls"
        return path, self.books[path].sheet(klass.lower())

    def pick(self, klass, period, wanted=lambda pupil: True):
        """A pupil of the class who has no mistake yet and of whom no story is told."""
        for pupil in self.school.present(self.classroom(klass), period):
            if pupil.code not in self._used and not pupil.story and wanted(pupil):
                self._used.add(pupil.code)
                return pupil
        raise LookupError(f"no pupil of {klass} in {period} fits")

    def remove(self, path):
        del self.books[path]


def with_mistakes(school, books, extra):
    """(books, other files, the list of the mistakes as JSON)."""
    if len(school.classes) != 8 or len(school.terms) != 2:
        raise SystemExit("--mistakes: chỉ dành cho trường 8 lớp, hai học kỳ")
    spoiler = Spoiler(school, books, dict(extra))
    for module in (marks, results, people, files, values, log, office, word,
                   duties):
        module.apply(spoiler)
    listing = json.dumps(spoiler.found, ensure_ascii=False, indent=1) + "\n"
    return list(spoiler.books.values()), spoiler.extra, listing.encode()
