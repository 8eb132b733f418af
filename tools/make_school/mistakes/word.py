# SPDX-License-Identifier: Apache-2.0
"""Mistakes in Word papers: left over from editing, or not after Công văn 5512."""

import hashlib
import io
import re
import zipfile

from ..formats.docx import Document

_MINUTES = "to-chuyen-mon/{0}/sinh-hoat/{0}_BienBan_SHCM_{1}.docx"
_PLAN = "ho-so-dien-tu/phu-luc-3/PhuLuc3_{}.docx"
_LESSON = "ho-so-dien-tu/giao-an/tuan-{:02d}/{}.docx"


def apply(spoiler):
    _left_over(spoiler)
    _minutes(spoiler)
    _lessons(spoiler)
    _plans(spoiler)
    _letter(spoiler)


def _edit(spoiler, path, change, part="word/document.xml"):
    """Rewrites a part of a .docx; the upload log gets the new digest."""
    before = spoiler.extra[path]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(before)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                text = change(content.decode())
                assert text.encode() != content, path
                content = text.encode()
            target.writestr(entry, content)
    spoiler.extra[path] = out.getvalue()
    old, new = (hashlib.sha256(content).hexdigest() for content in (before, out.getvalue()))
    for log in ("ho-so-dien-tu/NhatKy_TaiLen_HK1.csv", "ho-so-dien-tu/NhatKy_TaiLen_HK2.csv"):
        sheet = spoiler.books[log].sheets[0]
        for where, (value, style) in list(sheet.cells.items()):
            if value == old:
                sheet.put(*where, new, style)


def _paragraph(text):
    return re.compile(r"<w:p>(?:<w:pPr>(?:(?!</w:p>).)*?</w:pPr>)?<w:r>(?:(?!</w:p>).)*?"
                      + re.escape(text) + r"(?:(?!</w:p>).)*?</w:p>")


def _without(*beginnings):
    """Leaves out the paragraphs that begin so."""
    def change(text):
        for beginning in beginnings:
            text, count = _paragraph(beginning).subn("", text, count=1)
            assert count == 1, beginning
        return text
    return change


def _spoil(spoiler, path, change, what, rule, severity="warning", holds_back="không giữ lại gì"):
    _edit(spoiler, path, change)
    spoiler.note(path, "", None, what, holds_back, severity, rule=rule)


def _left_over(spoiler):
    run = '<w:r><w:t xml:space="preserve"> Đã sửa theo góp ý.</w:t></w:r>'
    _spoil(spoiler, _MINUTES.format("KHTN", "2021-11-18"),
           lambda text: text.replace(
               "</w:p><w:sectPr>", '<w:ins w:id="1" w:author="Trần Thị Hương"'
               f' w:date="2021-11-19T08:00:00Z">{run}</w:ins></w:p><w:sectPr>'),
           "biên bản còn chỗ sửa đang theo dõi, chưa chấp nhận", "ingest/tracked-changes")
    _spoil(spoiler, _MINUTES.format("KHXH", "2021-11-19"),
           lambda text: text.replace(
               "</w:p><w:sectPr>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>bản nháp</w:t></w:r></w:p>"
               "<w:sectPr>"),
           "biên bản có chữ ẩn", "ingest/hidden-text")


def _minutes(spoiler):
    _spoil(spoiler, _MINUTES.format("KHTN", "2022-03-10"),
           lambda text: text.replace("Chủ trì:", "Chủ trì"),
           "biên bản không ghi rõ người chủ trì", "recognise/document-field-missing")
    _spoil(spoiler, _MINUTES.format("KHXH", "2022-03-11"),
           _without("III. Kết luận", "Nhất trí với"),
           "biên bản không có kết luận", "recognise/section-missing")


def _lessons(spoiler):
    _spoil(spoiler, _LESSON.format(7, "VatLi7_T7_tiet7"),
           _without("4. Hoạt động 4", "a) Mục tiêu: Liên hệ", "b) Nội dung: Bài tập về nhà",
                    "c) Sản phẩm: Bài làm trong vở", "d) Tổ chức thực hiện: Giao bài"),
           "giáo án thiếu hoạt động 4: Vận dụng", "recognise/section-missing", "error",
           "giáo án này (III.02)")
    _spoil(spoiler, _LESSON.format(8, "Toan6_T8_tiet29-32"),
           lambda text: text.replace("Thời gian thực hiện: 4 tiết", "Thời gian thực hiện: …"),
           "giáo án không ghi số tiết", "recognise/document-field-missing")


def _plans(spoiler):
    _spoil(spoiler, _PLAN.format("GDCD_HaQuocNgoc"),
           lambda text: text.replace("Thiết bị dạy học (4)", "Ghi chú"),
           "Phụ lục III thiếu cột Thiết bị dạy học", "recognise/section-without-column", "error",
           "kế hoạch III.01 của thầy Hà Quốc Ngọc")
    _spoil(spoiler, "ke-hoach/KeHoachGiaoDuc_NhaTruong_2021-2022.docx",
           lambda text: text.replace("Số: 28/KH-THCSNP", "Số:      /KH-THCSNP"),
           "kế hoạch của nhà trường chưa có số", "recognise/document-field-missing", "error",
           "hồ sơ I.05")


def _letter(spoiler):
    paper = Document("Thư mời", "Phạm Thị Lựu", spoiler.school.calendar.day(2021, 9, 20))
    paper.text("THƯ MỜI HỌP CHA MẸ HỌC SINH", bold=True, centre=True)
    paper.text("Kính mời ông/bà đến dự họp lúc 8 giờ ngày 25/9/2021.")
    path = "ke-hoach/ThuMoi_HopPhuHuynh.docx"
    spoiler.extra[path] = paper.to_bytes()
    spoiler.note(path, "", None, "văn bản Word không thuộc hồ sơ nào", "không giữ lại gì",
                 rule="recognise/unknown-document")
