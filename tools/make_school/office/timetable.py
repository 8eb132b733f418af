# SPDX-License-Identifier: Apache-2.0
"""A timetable of six mornings of five lessons in which no teacher stands in two classes at once."""

from functools import lru_cache
from random import Random

from ..staff import PRINCIPAL

DAYS, PERIODS = (2, 3, 4, 5, 6, 7), (1, 2, 3, 4, 5)
FLAG, HOMEROOM = "Chào cờ", "Sinh hoạt lớp"
# Lessons a week; every other subject has one. In CT2018 Hoạt động trải nghiệm has three, two of
# which are the flag ceremony and the homeroom lesson.
_WEEKLY = {"TOAN": 4, "NV": 4, "NN1": 3, "LSDL": 3, "KHTN": 4, "HH": 2, "SH": 2, "LS": 2, "DL": 2,
           "TD": 2, "GDTC": 2, "NT": 2}


@lru_cache(maxsize=None)
def _tables(seed, term, needs):
    """needs: ((class, ((subject, teacher, lessons), …)), …) → {class: {(day, period): subject}}."""
    for attempt in range(500):
        tables = _attempt(Random(f"{seed}/timetable/{term}/{attempt}"), needs)
        if tables:
            return tables
    raise LookupError("no timetable without two lessons at once")


def _attempt(rng, needs):
    busy, tables = set(), {}
    for name, lessons in needs:
        left = {subject: count for subject, _, count in lessons}
        teacher = {subject: who for subject, who, _ in lessons}
        table = {(2, 1): FLAG, (7, 5): HOMEROOM}
        slots = [(day, period) for period in PERIODS for day in DAYS if (day, period) not in table]
        for slot in slots:
            today = [s for (day, _), s in table.items() if day == slot[0]]
            free = [s for s in left if left[s] and (slot, teacher[s]) not in busy
                    and today.count(s) < (2 if left[s] > 4 else 1)]
            if not free:
                continue
            most = max(left[s] for s in free)
            chosen = rng.choice([s for s in free if left[s] == most])
            table[slot] = chosen
            left[chosen] -= 1
            busy.add((slot, teacher[chosen]))
        if any(left.values()):
            return None
        tables[name] = table
    return tables


def weekly_lessons(school, classroom, subject):
    if subject.code == "TIN" and not school.tt22(classroom.grade):
        return 2
    return _WEEKLY.get(subject.code, 1)


def timetables(school, term):
    """{class: {(weekday 2–7, period 1–5): Subject or text}}."""
    needs = []
    for classroom in school.classes:
        lessons = []
        for subject in school.subjects(classroom.grade):
            if term not in subject.terms:
                continue
            lessons.append((subject, school.teacher(classroom, subject.code, term),
                            weekly_lessons(school, classroom, subject)))
        needs.append((classroom.name, tuple(lessons)))
    return _tables(school.seed, term, tuple(needs))


def signs(school, classroom, lesson, day):
    """Who gives the lesson on that day."""
    if isinstance(lesson, str):
        return classroom.homeroom if lesson == HOMEROOM else PRINCIPAL[1]
    return next(name for name, first, until, part in school.teachers[classroom.name, lesson.code]
                if not part and first <= day and (until is None or day <= until))
