# SPDX-License-Identifier: Apache-2.0
"""Mistakes with whole files and sheets."""

from ..formats import to_bytes
from ..sheets import Book


def apply(spoiler):
    _damaged(spoiler)
    _unknown(spoiler)
    _missing_sheet(spoiler)


def _damaged(spoiler):
    path, _ = spoiler.summary("9A", "HK2")
    content = to_bytes(spoiler.books[path])
    spoiler.remove(path)
    # A copy that stopped on the way to the memory stick.
    spoiler.extra[path] = content[:len(content) * 3 // 5]
    spoiler.note(path, "", None, "tệp Excel hỏng: bị cắt giữa chừng", "tệp này không được dùng",
                 rule="ingest/zip-damaged")


def _unknown(spoiler):
    book = Book("van-thu/GhiChu_HopPhuHuynh.xlsx")
    sheet = book.sheet("Sheet1")
    for row, text in enumerate(("Ghi chú họp phụ huynh đầu năm", "Nước uống: 2 thùng",
                                "Ghế nhựa: mượn nhà văn hóa bản 40 cái")):
        sheet.put(row, 0, text)
    spoiler.books[book.path] = book
    spoiler.note(book.path, sheet.name, None, "tệp không thuộc loại hồ sơ nào", "không giữ lại gì",
                 "warning", also=["A1"], rule="recognise/no-table")


def _missing_sheet(spoiler):
    path, sheet = spoiler.mark_sheet("8B", "AN", "HK2")
    spoiler.books[path].sheets.remove(sheet)
    spoiler.note(path, "", None, "thiếu bảng điểm môn Âm nhạc lớp 8B học kỳ II",
                 "sổ I.03 lớp 8B HK2, CN; học bạ của lớp 8B",
                 also=["hoso.toml", "smas/DanhSachHocSinh_ToanTruong.xlsx"],
                 rule="validate/missing-mark-sheet")
