# SPDX-License-Identifier: Apache-2.0
"""Makes the school: classes, pupils, marks, absences, conduct, earlier years."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from . import marks as marking
from .days import Calendar
from .earlier import fill_earlier
from .model import ClassRoom, Parent, Pupil, School
from .names import VILLAGES, list_order, make_name, parent_name, pick_people
from .staff import assign, homeroom_name
from .stories import STORIES

_JOBS = ("Làm ruộng", "Làm ruộng", "Làm ruộng", "Làm nương", "Buôn bán", "Công nhân", "Giáo viên")
_POLICIES = ("Hộ nghèo", "Hộ nghèo", "Hộ cận nghèo", "", "", "", "", "Con thương binh")


def build_school(seed, class_count, pupil_count, terms, year=2021):
    school = School(seed, year, list(terms), Calendar(year))
    names = _class_names(class_count)
    sizes = _sizes(Random(f"{seed}/sizes"), len(names), pupil_count)
    for (name, grade), size in zip(names, sizes):
        rng = Random(f"{seed}/{name}")
        classroom = ClassRoom(name, grade, homeroom_name(rng, name))
        classroom.pupils = _people_of(rng, school, classroom, size)
        school.classes.append(classroom)
    assign(Random(f"{seed}/staff"), school)
    _number(school)
    for classroom in school.classes:
        for index, pupil in enumerate(classroom.pupils):
            _fill(Random(f"{seed}/{classroom.name}/{index}"), school, classroom, pupil)
    return school


def _class_names(count):
    per_grade = [count // 4 + (grade < count % 4) for grade in range(4)]
    names = []
    for grade, classes in zip((6, 7, 8, 9), per_grade):
        for i in range(classes):
            # 6A 6B …; a very large school goes on with 6A1 6A2 ….
            suffix = chr(65 + i) if classes <= 26 else f"A{i + 1}"
            names.append((f"{grade}{suffix}", grade))
    return names


def _sizes(rng, classes, pupils):
    """About equal classes, up to a fifth more or less, with the asked total."""
    base = pupils // classes
    sizes = [base + rng.randint(-base // 6, base // 6) for _ in range(classes)]
    step = 1 if sum(sizes) < pupils else -1
    index = 0
    while sum(sizes) != pupils:
        sizes[index % classes] += step
        index += 1
    return sizes


def _people_of(rng, school, classroom, size):
    stories = [s for s in STORIES if s.klass == classroom.name][:size]
    pupils = [_told(rng, school, classroom, story) for story in stories]
    taken = Counter(p.name for p in pupils)
    while len(pupils) < size:
        pupil = _invented(rng, school, classroom)
        if taken[pupil.name]:
            continue  # namesakes only where a story tells of them
        taken[pupil.name] += 1
        pupils.append(pupil)
    first_day = school.calendar.terms["HK1"][0]
    # Whoever comes during the year stands at the end of the list.
    pupils.sort(key=lambda p: (p.joined > first_day, list_order(p.name), p.born))
    return pupils


def _told(rng, school, classroom, story):
    pupil = Pupil(story.name, story.sex, story.born, story.people, classroom.name, story=story,
                  joined=story.joined or _enrolment(school), left=story.left,
                  disability=story.disability, exempt=set(story.exempt),
                  unassessed=set(story.unassessed), years_behind=story.years_behind)
    _family(rng, pupil, story.guardian)
    return pupil


def _invented(rng, school, classroom):
    people = pick_people(rng)
    sex = rng.choice(("Nam", "Nữ"))
    year = school.year - 5 - classroom.grade - (rng.random() < 0.06)
    born = date(year, 1, 1) + timedelta(days=rng.randrange(365))
    pupil = Pupil(make_name(rng, people, sex), sex, born, people, classroom.name,
                  joined=_enrolment(school))
    _family(rng, pupil, "")
    return pupil


def _enrolment(school):
    return date(school.year, 9, 1)


def _family(rng, pupil, guardian):
    pupil.village = rng.choice(VILLAGES)
    pupil.policy = rng.choice(_POLICIES)
    words = pupil.name.split()
    family = words[0] if len(words) > 1 else None
    adult = pupil.born.year - rng.randint(20, 34)
    if guardian:
        pupil.guardian = Parent(guardian, adult, "Làm nương")
        pupil.policy = "Mồ côi cả cha và mẹ"
        return
    pupil.father = Parent(parent_name(rng, pupil.people, "Nam", family), adult, rng.choice(_JOBS))
    mother_people = pupil.people if rng.random() < 0.85 else pick_people(rng)
    pupil.mother = Parent(parent_name(rng, mother_people, "Nữ"), adult + rng.randint(0, 4),
                          rng.choice(_JOBS))


def _number(school):
    """Codes by grade in list order; identity numbers that agree with sex and year of birth."""
    per_grade = Counter(p.klass[0] for c in school.classes for p in c.pupils)
    unit = 100 if max(per_grade.values()) < 100 else 10000
    register = 101
    next_in_grade = Counter()
    for classroom in sorted(school.classes, key=lambda c: -c.grade):
        for seq, pupil in enumerate(classroom.pupils, 1):
            next_in_grade[classroom.grade] += 1
            number = (classroom.grade - 5) * unit + next_in_grade[classroom.grade]
            pupil.seq = seq
            pupil.code = f"01405{number:05d}"
            pupil.moet = f"14990{number:05d}"
            pupil.student_id = 880000 + number
            century = "2" if pupil.sex == "Nam" else "3"
            pupil.personal_id = f"014{century}{pupil.born:%y}{900000 + number:06d}"
            pupil.register = str(register)
            register += 1
            if number % 4 != 2:
                pupil.phone = f"0900{number:06d}"


def _fill(rng, school, classroom, pupil):
    story = pupil.story or None
    ability = story.ability if story else max(48, min(94, rng.gauss(68, 10)))
    wanted = {}
    if story:
        for term, averages in story.averages.items():
            for subject, average in zip(school.subjects(classroom.grade), averages):
                wanted[term, subject.code] = average
        for term, *decision in story.decisions:
            school.decisions[term].append((classroom.name, pupil, *decision))
    marking.fill_marks(rng, school, classroom.grade, pupil, ability, wanted)
    if story and story.exact:
        pupil.marks.update({key: m for key, m in story.exact.items() if key[0] in school.terms})
        marking.derive(school, classroom.grade, pupil)
    _fill_absences(rng, school, pupil, ability, story)
    conduct = {t: c for t, c in story.conduct.items() if t in school.terms} if story else None
    marking.fill_conduct(rng, school, classroom.grade, pupil, conduct)
    marking.fill_remarks(rng, school, classroom.grade, pupil)
    if classroom.grade == 9 and "HK2" in school.terms and pupil.left is None:
        fill_earlier(rng, school, classroom, pupil, ability, story)


def _fill_absences(rng, school, pupil, ability, story):
    for term in school.terms:
        days = [d for d in school.calendar.school_days(term)
                if d >= pupil.joined and (pupil.left is None or d < pupil.left)]
        if story and story.absent_on and story.absent_on[0] in days:
            pupil.absent.update({d: "P" for d in story.absent_on})
            continue
        if story and term in story.absent:
            with_leave, without = story.absent[term]
        else:
            with_leave = int(rng.expovariate(0.6))
            without = int(rng.expovariate(0.6 if ability < 58 else 2.0))
        with_leave = min(with_leave, len(days) // 3)
        without = min(without, len(days) // 3)
        chosen = rng.sample(days, with_leave + without)
        pupil.absent.update({d: "P" for d in chosen[:with_leave]})
        pupil.absent.update({d: "K" for d in chosen[with_leave:]})
    pupil.absent = dict(sorted(pupil.absent.items()))
