# SPDX-License-Identifier: Apache-2.0
"""Mail of the school's two boxes. Every address ends in .example: nobody can be written to."""

import base64
from datetime import datetime, timedelta, timezone

from ..staff import STAFF, TEAMS, team_leader
from .word import SHORT, VICE, document, plain, sign

_ZONE = timezone(timedelta(hours=7))
_GMAIL = "Trường THCS xã Nậm Phạ", "thcsnampha@gmail.example"
_OFFICIAL = "Trường THCS xã Nậm Phạ", "thcsnampha.bacluong@sonla.gov.vn.example"
_DISTRICT = "Phòng GD&ĐT Bắc Lương", "pgd.bacluong@sonla.gov.vn.example"
_PROVINCE = "Sở GD&ĐT Sơn La", "sgd@sonla.gov.vn.example"
_CLINIC = "Trạm y tế xã Nậm Phạ", "tyt.nampha@sonla.gov.vn.example"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def mail_files(school, papers):
    """{path: bytes}. papers: Word files of the school, some of which travel with a message."""
    files = {f"hop-thu/gmail/Thu_{term}.mbox": _mailbox(_gmail(school, term, papers))
             for term in school.terms}
    for name, message in _letters(school):
        files[f"hop-thu/cong-vu/{name}"] = message
    if "HK2" in school.terms:
        files["hop-thu/cong-vu/Thu_HK2.mbox"] = _mailbox(_official(school))
    return files


def _gmail(school, term, papers):
    day = school.calendar.day
    if term == "HK2":
        yield _message(_CLINIC, _GMAIL, day(2022, 3, 9), 15, "Lịch khám sức khỏe lần 2",
                       "Trạm khám cho học sinh ngày 15/3, từ 7 giờ 30.", [])
        yield _message(_GMAIL, _DISTRICT, day(2022, 5, 28), 16, "Gửi báo cáo tổng kết năm học",
                       "Nhà trường gửi báo cáo tổng kết năm học.",
                       [_letter("BC-tong-ket.docx", "BÁO CÁO TỔNG KẾT NĂM HỌC", VICE,
                                day(2022, 5, 28), "Tỉ lệ lên lớp, kết quả rèn luyện kèm theo.")])
        return
    for group in TEAMS:
        leader = team_leader(school, group)
        teacher = leader, f"{plain(leader).lower()}@nampha.example"
        plans = [(path.rsplit("/", 1)[1], papers[path]) for path in sorted(papers)
                 if f"/{SHORT[group]}_PhuLuc" in path]
        late = group == TEAMS[1]
        yield _message(teacher, _GMAIL, day(2021, 9, 8), 19 + late, "Gửi kế hoạch dạy học của tổ",
                       "Em gửi kế hoạch của tổ để nhà trường phê duyệt.", plans)
        yield _message(_GMAIL, teacher, day(2021, 9, 9), 8 + late,
                       "Trả lời: Gửi kế hoạch dạy học của tổ",
                       f"Nhà trường đã nhận.\n\n{STAFF[1][1]}", [])
    yield _message(_CLINIC, _GMAIL, day(2021, 10, 11), 14, "Lịch khám sức khỏe học sinh",
                   "Trạm khám cho học sinh ngày 15/10, từ 7 giờ 30.",
                   [("lich-kham.txt", "15/10/2021: lớp 6A, 6B\n".encode())])


# Date of the mail, sender, number of the paper, its title, what it says.
_PAPERS = (((2021, 10, 5), _PROVINCE, "1530/SGDĐT-GDTrH",
            "V/v kiểm tra, đánh giá học sinh THCS năm học 2021-2022",
            "Thực hiện Thông tư 22/2021 với lớp 6, Thông tư 58/2011 và 26/2020 với lớp 7, 8, 9."),
           ((2021, 12, 8), _DISTRICT, "866/PGDĐT", "V/v hướng dẫn kiểm tra cuối học kỳ I",
            "Kiểm tra từ ngày 27/12 đến 31/12/2021."))


def _letters(school):
    for when, sender, symbol, title, text in _PAPERS:
        day = school.calendar.day(*when)
        number = symbol.split("/")[0]
        yield f"{day:%Y-%m-%d}_CV-{number}.eml", _message(
            sender, _OFFICIAL, day, 9, f"Công văn {symbol} {title}",
            "Kính gửi nhà trường công văn kèm theo.",
            [_letter(f"{plain(symbol)}.docx", f"Số: {symbol}\n{title}", sender[0], day, text)])


def _official(school):
    day = school.calendar.day(2022, 2, 22)
    yield _message(_DISTRICT, _OFFICIAL, day, 10,
                   "Công văn 95/PGDĐT v/v kiểm tra giữa học kỳ II",
                   "Kính gửi nhà trường công văn kèm theo.",
                   [_letter("95PGDDT.docx", "Số: 95/PGDĐT\nV/v kiểm tra giữa học kỳ II",
                            _DISTRICT[0], day, "Kiểm tra từ ngày 14/3 đến 19/3/2022.")])
    yield _message(_OFFICIAL, _DISTRICT, school.calendar.day(2022, 5, 7), 16,
                   "Báo cáo thống kê cuối năm", "Nhà trường gửi báo cáo thống kê cuối năm.",
                   [("thong-ke.csv", "Lớp;Số học sinh\r\n6A;33\r\n".encode())])


def _letter(name, title, sender, day, text):
    paper = document(title.split("\n")[-1], sender, day)
    for line in title.split("\n"):
        paper.text(line, bold=True)
    paper.text(text)
    sign(paper, ("NGƯỜI KÝ", sender))
    return name, paper.to_bytes()


def _mailbox(messages):
    return b"".join(b"From MAILER-DAEMON " + _separator_date(m) + b"\n"
                    + m.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") + b"\n"
                    for m in messages)


def _separator_date(message):
    """asctime, from the Date field "Wed, 8 Sep 2021 19:05:00 +0700"."""
    day, number, month, year, clock, _ = message.split(b"\r\n")[0][6:].split()
    return b"%s %s %s %s %s" % (day[:3], month, number.rjust(2), clock, year)


def _word(text):
    """Encoded words of at most 75 signs (RFC 2047)."""
    words, part = [], ""
    for char in text:
        if len((part + char).encode()) > 42:
            words.append(part)
            part = ""
        part += char
    return "\r\n ".join(f"=?UTF-8?B?{base64.b64encode(w.encode()).decode()}?="
                        for w in (*words, part))


def _body(content):
    text = base64.b64encode(content).decode()
    return "\r\n".join(text[i:i + 76] for i in range(0, len(text), 76))


def _message(sender, receiver, day, hour, subject, text, attachments):
    when = datetime(day.year, day.month, day.day, hour, 5, 0, tzinfo=_ZONE)
    identity = f"{when:%Y%m%d%H%M}.{sender[1].split('@')[0]}@nampha.example"
    border = f"=_{when:%Y%m%d%H%M}"
    lines = [
        f"Date: {_DAYS[when.weekday()]}, {when.day} {_MONTHS[when.month - 1]}"
        f" {when:%Y %H:%M:%S %z}",
        f"From: {_word(sender[0])} <{sender[1]}>", f"To: {_word(receiver[0])} <{receiver[1]}>",
        f"Subject: {_word(subject)}", f"Message-ID: <{identity}>", "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; boundary="{border}"', "", f"--{border}",
        "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: base64", "",
        _body(text.encode())]
    for name, content in attachments:
        kind = _WORD if name.endswith(".docx") else "text/plain"
        lines += [f"--{border}", f'Content-Type: {kind}; name="{name}"',
                  f'Content-Disposition: attachment; filename="{name}"',
                  "Content-Transfer-Encoding: base64", "", _body(content)]
    return "\r\n".join([*lines, f"--{border}--", ""]).encode()
