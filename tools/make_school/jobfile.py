# SPDX-License-Identifier: Apache-2.0
"""hoso.toml, the job file that a person edits."""

from .layout_common import DEPARTMENT, OFFICE, SCHOOL_LINE
from .staff import OFFICE_STAFF, STAFF, TEAMS, team_leader

_HEAD = """\
# Tệp công việc của hoso: trường, năm học, lịch, người, lớp.
# Dòng bắt đầu bằng dấu # là lời giải thích. Sửa tệp này bằng Notepad, lưu với bảng mã UTF-8.
# Mọi người, mã số và điểm trong thư mục này đều do máy bịa ra.

[school]
code = "THCSNP"                                # ký hiệu của trường trong số văn bản và tên tệp
name = "{school}"
superior = "{office}"       # cơ quan chủ quản, dòng trên của quốc hiệu
department = "{department}"
ward = "Xã Nậm Phạ"
district = "Huyện Bắc Lương"
province = "Tỉnh Sơn La"
place = "Nậm Phạ"                              # địa danh trước ngày tháng: "Nậm Phạ, ngày …"

[year]
start = {year}                                   # năm học {label}

# Các kỳ: từ ngày, đến ngày (ngày học cuối cùng), closing = ngày ghi trên hồ sơ của kỳ đó.
"""
_RUN = """\
# Những kỳ được làm khi gõ "hoso run" không kèm gì thêm; sign = ký số ngay nếu có khóa.
[run]
periods = [{periods}]
sign = true

# Khóa ký số nằm NGOÀI thư mục này; khóa thử nghiệm do lệnh "hoso keys demo" tạo: <keys>/<id>.p12
[signing]
keys = "../../keys/demo"
trust = "../../keys/demo/ca.pem"

# Ngày nghỉ (ngoài Chủ nhật).
"""
_DUTIES = """\
[duties]
principal = "ht"
vice_principal = "pht"
secretary = "vt"
equipment = "tb"
accountant = "kt"
nurse = "yt"
{leaders}
# Lớp: giáo viên chủ nhiệm và sĩ số cuối mỗi kỳ theo sổ của nhà trường.
"""


def job_file(school):
    calendar = school.calendar
    parts = [_HEAD.format(school=SCHOOL_LINE, office=OFFICE, department=DEPARTMENT,
                          year=school.year, label=calendar.label())]
    periods = [(term, *calendar.terms[term]) for term in school.terms]
    if len(school.terms) == 2:
        first = calendar.terms["HK1"][0]
        end = calendar.year_end
        periods.append(("CN", first, end, end))
        course = f"KHOA-{school.year - 3}-{school.year + 1}"
        periods.append((course, first.replace(year=school.year - 3, day=5), end,
                        end.replace(month=6, day=15)))
    for name, first, last, closing in periods:
        parts.append(f'[[periods]]\nid = "{name}"\nfrom = "{first}"\nto = "{last}"\n'
                     f'closing = "{closing}"\n')
    parts.append(_RUN.format(periods=", ".join(f'"{p[0]}"' for p in periods)))
    for first, last, reason in calendar.holidays:
        parts.append(f'[[holidays]]\nfrom = "{first}"\nto = "{last}"\nreason = "{reason}"\n')
    parts.append("# Người: id dùng trong tệp này và làm tên tệp khóa; title được in trên chữ ký.")
    homerooms = [(c.homeroom_id(), c.homeroom, "Giáo viên chủ nhiệm") for c in school.classes]
    named = {name for _, name, _ in homerooms}
    teachers = sorted({row[0] for rows in school.teachers.values() for row in rows} - named)
    subject = [(f"gv-{i:02}", name, "Giáo viên") for i, name in enumerate(teachers, 1)]
    people = (*STAFF, *OFFICE_STAFF, *homerooms, *subject)
    for person, name, title in people:
        parts.append(f'[[people]]\nid = "{person}"\nname = "{name}"\ntitle = "{title}"\n')
    ids = {name: person for person, name, _ in people}
    leaders = [(team, team_leader(school, team)) for team in TEAMS]
    parts.append(_DUTIES.format(leaders="".join(
        f'"team_leader:{team}" = "{ids[name]}"\n' for team, name in leaders if name in ids)))
    for classroom in school.classes:
        counts = ", ".join(f"{p} = {len(school.present(classroom, p))}" for p in school.periods())
        parts.append(f'[[classes]]\nname = "{classroom.name}"\ngrade = {classroom.grade}\n'
                     f'homeroom = "{classroom.homeroom_id()}"\nheadcount = {{ {counts} }}\n')
    return "\n".join(parts)
