# SPDX-License-Identifier: Apache-2.0
"""What is known of the school. Marks and averages are integer tenths; remarks are True (Đ)."""

from dataclasses import dataclass, field
from datetime import date

from .days import Calendar
from .subjects import subjects_for, uses_tt22


@dataclass
class Marks:
    regular: list
    mid: object
    final: object


@dataclass
class Parent:
    name: str
    born: int
    job: str = "Làm ruộng"


@dataclass
class EarlierYear:
    start: int
    klass: str
    school: str
    subjects: dict = field(default_factory=dict)  # code → (HKI, HKII, CN)
    overall: tuple = ()
    learning: tuple = ()
    conduct: tuple = ()
    absences: int = 0
    outcome: str = "Được lên lớp"
    title: str = ""
    remark: str = ""
    homeroom: str = ""
    principal: str = ""


@dataclass
class Pupil:
    name: str
    sex: str
    born: date
    people: str
    klass: str
    village: str = ""
    father: Parent = None
    mother: Parent = None
    guardian: Parent = None
    phone: str = ""
    policy: str = ""
    disability: str = ""
    joined: date = None
    left: date = None
    story: str = ""  # which tale of stories.py is told of this pupil
    code: str = ""
    moet: str = ""
    personal_id: str = ""
    register: str = ""
    student_id: int = 0
    seq: int = 0
    marks: dict = field(default_factory=dict)  # (term, subject) → Marks
    average: dict = field(default_factory=dict)  # (term or CN, subject) → tenths or bool
    remark: dict = field(default_factory=dict)  # (term, subject) → text; (term, "") → homeroom's
    overall: dict = field(default_factory=dict)  # term → tenths
    learning: dict = field(default_factory=dict)  # term → level index
    conduct: dict = field(default_factory=dict)  # term → level index
    title: dict = field(default_factory=dict)  # term → text
    absent: dict = field(default_factory=dict)  # date → "P" or "K"
    exempt: set = field(default_factory=set)  # subjects (Miễn, whole year)
    unassessed: set = field(default_factory=set)  # subjects (individual plan)
    earlier: list = field(default_factory=list)
    years_behind: int = 0

    def status(self):
        return f"Chuyển đi {self.left:%d/%m/%Y}" if self.left else "Đang học"

    def absences(self, calendar, term):
        """(with permission, without) in a term, or in the year for CN."""
        first, last = calendar.terms["HK1" if term == "CN" else term][0], calendar.year_end
        if term != "CN":
            last = calendar.terms[term][1]
        tokens = [token for day, token in self.absent.items() if first <= day <= last]
        return tokens.count("P"), tokens.count("K")


@dataclass
class ClassRoom:
    name: str
    grade: int
    homeroom: str
    pupils: list = field(default_factory=list)  # in list order, those who left included

    def homeroom_id(self):
        return "gvcn-" + self.name.lower()


@dataclass
class School:
    seed: int
    year: int
    terms: list
    calendar: Calendar
    classes: list = field(default_factory=list)
    teachers: dict = field(default_factory=dict)  # (class, subject) → [(name, from, to, part)]
    decisions: dict = field(default_factory=lambda: {"HK1": [], "HK2": []})

    def subjects(self, grade):
        return subjects_for(self.year, grade)

    def tt22(self, grade):
        return uses_tt22(self.year, grade)

    def periods(self):
        """The terms, and the year when both are there."""
        return [*self.terms, "CN"] if len(self.terms) == 2 else list(self.terms)

    def present(self, classroom, period):
        """Pupils who are in the class at the end of the period."""
        last = self.calendar.terms["HK2" if period == "CN" else period][1]
        return [p for p in classroom.pupils
                if p.joined <= last and (p.left is None or p.left > last)]

    def teacher(self, classroom, subject, term):
        """Who signs for the subject at the end of the term."""
        last = self.calendar.terms[term][1]
        return next(name for name, first, until, part in self.teachers[classroom.name, subject]
                    if not part and first <= last and (until is None or until >= last))
