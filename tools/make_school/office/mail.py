# SPDX-License-Identifier: Apache-2.0
"""Mail of the school's two boxes. Every address ends in .example: nobody can be written to."""

import base64
from datetime import datetime, timedelta, timezone

from ..staff import STAFF

_ZONE = timezone(timedelta(hours=7))
_GMAIL = "Trường THCS xã Nậm Phạ", "thcsnampha@gmail.example"
_OFFICIAL = "Trường THCS xã Nậm Phạ", "thcsnampha.bacluong@sonla.gov.vn.example"
_DISTRICT = "Phòng GD&ĐT Bắc Lương", "pgd.bacluong@sonla.gov.vn.example"
_TEACHER = "Trần Thị Hương", "huong.tt@nampha.example"
_CLINIC = "Trạm y tế xã Nậm Phạ", "tyt.nampha@sonla.gov.vn.example"


def mail_files(school, attachments):
    """{path: bytes}. attachments: files of the school that travel with a message."""
    day = school.calendar.day
    plan = next((path for path in sorted(attachments) if "PhuLuc1" in path), None)
    carried = [(plan.rsplit("/", 1)[1], attachments[plan])] if plan else []
    gmail = [
        _message(_TEACHER, _GMAIL, day(2021, 9, 8), 19, "Gửi kế hoạch dạy học của tổ",
                 "Em gửi kế hoạch của tổ để nhà trường phê duyệt.", carried),
        _message(_GMAIL, _TEACHER, day(2021, 9, 9), 8, "Trả lời: Gửi kế hoạch dạy học của tổ",
                 f"Nhà trường đã nhận.\n\n{STAFF[1][1]}", []),
        _message(_CLINIC, _GMAIL, day(2021, 10, 11), 14, "Lịch khám sức khỏe học sinh",
                 "Trạm khám cho học sinh ngày 15/10, từ 7 giờ 30.",
                 [("lich-kham.txt", "15/10/2021: lớp 6A, 6B\n".encode())]),
    ]
    official = _message(_DISTRICT, _OFFICIAL, day(2021, 12, 8), 9,
                        "Công văn 866/PGDĐT v/v hướng dẫn kiểm tra cuối học kỳ I",
                        "Kính gửi nhà trường công văn kèm theo.",
                        [("866-PGDDT.txt", "Kiểm tra từ ngày 27/12 đến 31/12/2021.\n".encode())])
    mailbox = b"".join(b"From " + _GMAIL[1].encode() + b" Thu Jan  1 00:00:00 2022\n"
                       + m.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") + b"\n"
                       for m in gmail)
    return {"hop-thu/gmail/Thu_HK1.mbox": mailbox,
            "hop-thu/cong-vu/2021-12-08_CV-866.eml": official}


def _word(text):
    return f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?="


def _body(content):
    text = base64.b64encode(content).decode()
    return "\r\n".join(text[i:i + 76] for i in range(0, len(text), 76))


def _message(sender, receiver, day, hour, subject, text, attachments):
    when = datetime(day.year, day.month, day.day, hour, 5, 0, tzinfo=_ZONE)
    identity = f"{when:%Y%m%d%H%M}.{sender[1].split('@')[0]}@nampha.example"
    border = f"=_{when:%Y%m%d%H%M}"
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[when.weekday()]
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
             "Dec")[when.month - 1]
    lines = [
        f"Date: {weekday}, {when.day} {month} {when:%Y %H:%M:%S %z}",
        f"From: {_word(sender[0])} <{sender[1]}>", f"To: {_word(receiver[0])} <{receiver[1]}>",
        f"Subject: {_word(subject)}", f"Message-ID: <{identity}>", "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; boundary="{border}"', "", f"--{border}",
        "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: base64", "",
        _body(text.encode())]
    for name, content in attachments:
        kind = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                if name.endswith(".docx") else "text/plain")
        lines += [f"--{border}", f'Content-Type: {kind}; name="{name}"',
                  f'Content-Disposition: attachment; filename="{name}"',
                  "Content-Transfer-Encoding: base64", "", _body(content)]
    return "\r\n".join([*lines, f"--{border}--", ""]).encode()
