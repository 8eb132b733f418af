# SPDX-License-Identifier: Apache-2.0
"""Results of the years before, for pupils at the end of the course."""

from . import rules
from .marks import clamp
from .model import EarlierYear
from .remarks import homeroom_remark
from .staff import EARLIER_PRINCIPAL, PRINCIPAL, homeroom_name
from .subjects import subjects_for
from random import Random

SCHOOL = "THCS xã Nậm Phạ"


def fill_earlier(rng, school, classroom, pupil, ability, story):
    letter = classroom.name[1:]
    years = 3 + pupil.years_behind
    for back in range(years, 0, -1):
        start = school.year - back
        repeated = pupil.years_behind and back == 1
        # The repeater sat in 9A a year ago; before that he was a year ahead of his class.
        grade = min(9, 9 - back + pupil.years_behind)
        row = EarlierYear(start, f"{grade}{letter}", SCHOOL)
        if story and story.earlier_school and back >= 2:
            row.school = story.earlier_school
        _draw_year(rng, row, grade, max(ability, 58))
        row.absences = 49 if repeated else int(rng.expovariate(0.35))
        if repeated:
            row.outcome = "Ở lại lớp"
        row.homeroom = homeroom_name(Random(f"{school.seed}/{start}/{row.klass}"), "")
        row.principal = PRINCIPAL[1] if start >= 2020 else EARLIER_PRINCIPAL
        pupil.earlier.append(row)


def _draw_year(rng, row, grade, ability):
    # TT26/2020 holds from 11/10/2020: before it, Ngoại ngữ does not count among the core subjects.
    amended = row.start >= 2020
    subjects = subjects_for(row.start, grade)
    while True:
        results = {s.code: _draw_subject(rng, s, ability) for s in subjects}
        levels = []
        for term in range(3):
            scored = {s.code: results[s.code][term] for s in subjects if s.scored}
            levels.append(rules.classify_tt58(scored, 0, amended))
        if all(level is not None and level >= 2 for _, level in levels):
            break
    row.subjects = results
    row.overall = tuple(overall for overall, _ in levels)
    row.learning = tuple(level for _, level in levels)
    first, second = (3 if rng.random() < 0.7 else 2 for _ in range(2))
    row.conduct = (first, second, second)
    row.title = rules.title_tt58(row.learning[2], row.conduct[2])
    row.remark = homeroom_remark(rng, row.conduct[2])


def _draw_subject(rng, subject, ability):
    if not subject.scored:
        taught = [True if term in subject.terms else None for term in ("HK1", "HK2")]
        return (*taught, True)
    centre = rng.gauss(ability, 5)
    first, second = (clamp(round(rng.gauss(centre, 3))) for _ in range(2))
    return first, second, rules.average_year(first, second)
