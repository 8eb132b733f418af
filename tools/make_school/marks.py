# SPDX-License-Identifier: Apache-2.0
"""Marks of one pupil, and everything the software derives from them."""

from . import rules
from .model import Marks
from .remarks import homeroom_remark, subject_remark

_ODDS = {4: 0.008, 5: 0.003}  # of a test by remark being failed, by ability


def clamp(tenths):
    return max(0, min(100, tenths))


def draw_scored(rng, centre, count):
    """Regular marks are mostly whole, tests go by halves and some by quarters (rounded)."""
    def regular():
        step = 10 if rng.random() < 0.75 else 5
        return clamp(round(rng.gauss(centre, 9) / step) * step)

    def test():
        whole = round(rng.gauss(centre - 2, 8))
        return clamp(whole // 10 * 10 + rng.choice((0, 0, 3, 5, 5, 8)))

    return Marks([regular() for _ in range(count)], test(), test())


def marks_for(rng, target, count):
    """Marks whose average is exactly `target`."""
    while True:
        marks = draw_scored(rng, target, count)
        finals = [f for f in range(0, 101) if clamp(target - 20) <= f <= clamp(target + 20)
                  and rules.average_term(marks.regular, marks.mid, f) == target]
        if finals:
            marks.final = next((f for f in finals if f % 5 == 0), finals[0])
            return marks


def draw_remark(rng, ability, count):
    odds = _ODDS.get(ability // 10, 0.0005)
    results = [rng.random() >= odds for _ in range(count + 2)]
    return Marks(results[:count], results[count], results[count + 1])


def fill_marks(rng, school, grade, pupil, ability, wanted=None):
    """Draws until nobody can dispute what follows from the marks (TT22 Điều 9.3, TT58 Điều 13.6).

    wanted: (term, subject) → average that must come out; a subject by remark takes a bool.
    """
    wanted = wanted or {}
    offsets = {s.code: rng.gauss(0, 5) for s in school.subjects(grade)}
    for _ in range(400):
        for term in school.terms:
            for subject in school.subjects(grade):
                if term not in subject.terms or subject.code in pupil.exempt | pupil.unassessed:
                    continue
                pupil.marks[term, subject.code] = _draw(
                    rng, ability + offsets[subject.code], subject, wanted.get((term, subject.code)))
        derive(school, grade, pupil)
        if None not in pupil.learning.values():
            return
    raise RuntimeError(f"{pupil.name}: no undisputed marks found")


def _draw(rng, centre, subject, target):
    if subject.scored:
        if target is not None:
            return marks_for(rng, target, subject.regular)
        return draw_scored(rng, centre, subject.regular)
    if target is None:
        return draw_remark(rng, int(centre), subject.regular)
    regular = [True] * subject.regular
    regular[-1] = target
    return Marks(regular, True, target)


def derive(school, grade, pupil):
    """Averages and levels of the terms, and of the year where both terms are there."""
    tt22 = school.tt22(grade)
    pupil.average.clear()
    for term in school.terms:
        for subject in school.subjects(grade):
            marks = pupil.marks.get((term, subject.code))
            if marks is None:
                continue
            if subject.scored:
                result = rules.average_term(marks.regular, marks.mid, marks.final)
            else:
                passed = rules.passed_tt22 if tt22 else rules.passed_tt58
                result = bool(passed(marks.regular, marks.mid, marks.final))
            pupil.average[term, subject.code] = result
    if len(school.terms) == 2:
        for subject in school.subjects(grade):
            _derive_year(tt22, pupil, subject)
    for period in school.periods():
        _classify(school, grade, pupil, period)


def _derive_year(tt22, pupil, subject):
    first = pupil.average.get(("HK1", subject.code))
    second = pupil.average.get(("HK2", subject.code))
    if first is None and second is None:
        return
    if first is None or second is None:
        result = second if first is None else first
    elif subject.scored:
        result = rules.average_year(first, second)
    else:
        # TT58 Điều 11: HKI Đ with HKII CĐ is CĐ, HKI CĐ with HKII Đ is Đ; TT22: the second term.
        result = second
    pupil.average["CN", subject.code] = result


def _classify(school, grade, pupil, period):
    scored, failed = {}, 0
    for subject in school.subjects(grade):
        result = pupil.average.get((period, subject.code))
        if subject.scored and result is not None:
            scored[subject.code] = result
        elif result is False:
            failed += 1
    if school.tt22(grade):
        pupil.learning[period] = rules.classify_tt22(list(scored.values()), failed)
    else:
        pupil.overall[period], pupil.learning[period] = rules.classify_tt58(scored, failed)


def fill_conduct(rng, school, grade, pupil, wanted=None):
    """Conduct is the teachers' decision; here it follows learning and days missed."""
    tt22 = school.tt22(grade)
    for term in school.terms:
        _, missed = pupil.absences(school.calendar, term)
        level = 3 if pupil.learning[term] >= (2 if tt22 else 3) else 2
        if rng.random() < 0.25:
            level += rng.choice((-1, 1))
        level -= missed // 4
        pupil.conduct[term] = max(1, min(3, level))
    pupil.conduct.update(wanted or {})
    if len(school.terms) == 2:
        first, second = pupil.conduct["HK1"], pupil.conduct["HK2"]
        # TT58 leaves the year to the teachers, mainly by the second term.
        pupil.conduct["CN"] = rules.conduct_year_tt22(first, second) if tt22 else second
    for period in school.periods():
        if not tt22:
            pupil.title[period] = rules.title_tt58(pupil.learning[period], pupil.conduct[period])
        elif period == "CN":
            averages = [v for (p, c), v in pupil.average.items()
                        if p == "CN" and not isinstance(v, bool)]
            pupil.title[period] = rules.title_tt22(
                pupil.learning[period], pupil.conduct[period], averages)


def fill_remarks(rng, school, grade, pupil):
    for period in school.periods():
        pupil.remark[period, ""] = homeroom_remark(rng, pupil.conduct[period])
        if not school.tt22(grade) or period == "CN":
            continue
        for subject in school.subjects(grade):
            result = pupil.average.get((period, subject.code))
            pupil.remark[period, subject.code] = subject_remark(rng, subject, result)
