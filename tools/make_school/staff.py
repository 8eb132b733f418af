# SPDX-License-Identifier: Apache-2.0
"""Who teaches what, with the changes of the year."""

from datetime import date, timedelta

from .names import make_name, pick_people

PRINCIPAL = ("ht", "Bùi Văn Khoát", "Hiệu trưởng")
STAFF = (PRINCIPAL, ("pht", "Hoàng Thị Nga", "Phó Hiệu trưởng"), ("vt", "Phạm Thị Lựu", "Văn thư"))
OFFICE_STAFF = (("tb", "Lò Thị Sương", "Nhân viên thiết bị, thư viện"),
                ("kt", "Nguyễn Văn Định", "Kế toán"), ("yt", "Hà Thị Nhung", "Nhân viên y tế"))
TEAMS = ("Khoa học tự nhiên", "Khoa học xã hội")
EARLIER_PRINCIPAL = "Vũ Đình Lâm"  # until the summer of 2020

_HOMEROOMS = {"6A": "Lò Văn Chung", "6B": "Cầm Thị Ón", "7A": "Nguyễn Thị Yến",
              "7B": "Quàng Văn Thoan", "8A": "Đỗ Thị Hiền", "8B": "Vì Văn Khánh",
              "9A": "Phạm Thị Lệ Thủy", "9B": "Hoàng Văn Ặm"}
_TEACHERS = {("6A", "TOAN"): "Trần Thị Hương", ("7A", "LS"): "Tòng Thị Hương",
             ("7A", "VL"): "Cầm Văn Thịnh", ("7B", "VL"): "Cầm Văn Thịnh"}
# A change in the middle of the first term.
_CHANGE = ("8B", "NV", "Đỗ Thị Lan", "Phạm Thị Hiền", date(2021, 11, 8))
_PARTS = {"KHTN": (("Vật lí", "Cầm Văn Thịnh"), ("Hóa học", "Lèo Thị Xuân")),
          "LSDL": (("Địa lí", "Ngô Xuân Trường"),)}
NATURAL = {"TOAN", "KHTN", "TIN", "CN", "VL", "HH", "SH", "GDTC", "TD"}


def homeroom_name(rng, class_name):
    return _HOMEROOMS.get(class_name) or make_name(rng, pick_people(rng), rng.choice(("Nam", "Nữ")))


def assign(rng, school):
    """Fills school.teachers: each subject has a few teachers, each with a run of classes."""
    pools = {}
    first_day = school.calendar.terms["HK1"][0]
    for index, classroom in enumerate(school.classes):
        for subject in school.subjects(classroom.grade):
            key = (subject.code, index // 4)
            if key not in pools:
                pools[key] = make_name(rng, pick_people(rng), rng.choice(("Nam", "Nữ", "Nữ")))
            name = _TEACHERS.get((classroom.name, subject.code), pools[key])
            if subject.code == "TNHN":
                name = classroom.homeroom
            rows = [(name, first_day, None, "")]
            if (classroom.name, subject.code) == _CHANGE[:2]:
                _, _, before, after, day = _CHANGE
                rows = [(before, first_day, day - timedelta(days=2), ""), (after, day, None, "")]
            rows += [(who, first_day, None, part) for part, who in _PARTS.get(subject.code, ())]
            school.teachers[classroom.name, subject.code] = rows


def team(subject):
    return TEAMS[0] if subject.code in NATURAL else TEAMS[1]


def team_leader(school, name):
    """The teacher of the team's main subject in the first class."""
    main = "TOAN" if name == TEAMS[0] else "NV"
    return school.teachers[school.classes[0].name, main][0][0]
