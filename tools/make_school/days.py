# SPDX-License-Identifier: Apache-2.0
"""The calendar of a school year: terms, holidays, school days."""

from datetime import date, timedelta


class Calendar:
    """2021-2022 is the year that the regulation and the demonstration speak of; another start
    year gets the same days, moved to the Monday of that week."""

    def __init__(self, start):
        self.start = start
        shift = date(start, 9, 6) - timedelta(days=date(start, 9, 6).weekday()) - date(2021, 9, 6)
        self._shift = shift
        self.terms = {
            "HK1": (self.day(2021, 9, 6), self.day(2022, 1, 8), self.day(2022, 1, 12)),
            "HK2": (self.day(2022, 1, 10), self.day(2022, 5, 21), self.day(2022, 5, 28)),
        }
        self.year_end = date(start + 1, 5, 31)
        self.holidays = [
            (date(start + 1, 1, 1), date(start + 1, 1, 1), "Tết Dương lịch"),
            (self.day(2022, 1, 24), self.day(2022, 2, 5), "Tết Nguyên đán"),
            (self.day(2022, 4, 11), self.day(2022, 4, 11), "Nghỉ bù Giỗ Tổ Hùng Vương"),
            (date(start + 1, 4, 30), date(start + 1, 5, 2), "Ngày Chiến thắng và Quốc tế Lao động"),
        ]

    def day(self, year, month, number):
        return date(year, month, number) + self._shift

    def label(self):
        return f"{self.start}-{self.start + 1}"

    def school_days(self, term):
        first, last, _ = self.terms[term]
        days = (first + timedelta(days=i) for i in range((last - first).days + 1))
        return [d for d in days if d.weekday() != 6 and not self.is_holiday(d)]

    def is_holiday(self, day):
        return any(first <= day <= last for first, last, _ in self.holidays)

    def months(self, terms):
        """(year, month) from September on, up to the end of the last term."""
        year, month = self.start, 9
        last = self.terms[terms[-1]][1]
        while (year, month) <= (last.year, last.month):
            yield year, month
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def term_of(calendar, day):
    return "HK1" if day <= calendar.terms["HK1"][1] else "HK2"
