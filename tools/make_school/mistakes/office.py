# SPDX-License-Identifier: Apache-2.0
"""Mistakes in the registers of the office, and files that are not what they seem."""

import io
import zipfile

from ..formats import to_bytes
from ..formats.picture import Page
from ..formats.scan_pdf import to_scan_pdf
from ..sheets import Book


def apply(spoiler):
    _documents(spoiler)
    _locks(spoiler)
    _stores(spoiler)
    _health(spoiler)
    _decisions(spoiler)
    _website(spoiler)
    _files(spoiler)


def _documents(spoiler):
    path, sheet = spoiler.place("vnptioffice/VanBanDi_2021.xlsx")
    row = sheet.row_with("46/KH-THCSNP", 0)
    sheet.remove_row(row)
    spoiler.note(path, sheet.name, f"A{row + 1}", "sổ văn bản đi thiếu số 46, sau 45 là 47",
                 "sổ I.09", rule="validate/number-left-out")
    place = spoiler.place("vnptioffice/VanBanDi_2022.xlsx")
    row = place[1].row_with("09/QĐ-THCSNP", 0)
    spoiler.spoil(place, (row, 3), None, "văn bản số 09 không ghi người ký",
                  "validate/cell-blank", "sổ I.09")
    place = spoiler.place("vnptioffice/VanBanDen_2022.xlsx")
    row = place[1].row_with(20, 1)
    spoiler.spoil(place, (row, 0), place[1].cells[row, 4][0].replace(day=1),
                  "văn bản đến số 20: ngày đến trước ngày văn bản", "validate/out-of-range",
                  "sổ I.09")


def _locks(spoiler):
    path, sheet = spoiler.place("chuyen-mon/KhoaMoSo.csv")
    row = sheet.rows()[0]
    sheet.line(row, ("2022-05-27T08:00:00+07:00", "đóng", "6A", "*", "Bùi Văn Khoát",
                     "Đóng sổ lớp 6A"))
    spoiler.note(path, sheet.name, f"B{row + 1}", "việc ghi \"đóng\", không có trong danh mục",
                 "không giữ lại gì", rule="validate/not-in-list")
    sheet.line(row + 1, ("2022-05-30T09:00:00+07:00", "mo", "7A", "Toán", "Bùi Văn Khoát",
                         "Phiếu đề nghị mở sổ số 02"))
    spoiler.note(path, sheet.name, f"A{row + 2}", "mở sổ Toán 7A mà không ghi đến bao giờ, chưa khóa"
                 " lại", "không giữ lại gì", "warning", rule="validate/unlock-left-open")


def _stores(spoiler):
    place = spoiler.place("thiet-bi/ThietBi_2021-2022.xlsx", "MuonTra")
    spoiler.spoil(place, (6, 4), "TBL9-999", "mượn thiết bị có mã không có trong danh mục",
                  "validate/not-registered", "hồ sơ I.10")
    path, sheet = spoiler.place("thu-vien/SoDangKyCaBiet.xlsx", "CaBiet")
    last = sheet.rows()[0]
    for column in range(8):
        sheet.put(last, column, sheet.cells[last - 1, column][0])
    spoiler.note(path, sheet.name, f"A{last + 1}", "một số đăng ký cá biệt ghi hai lần",
                 "hồ sơ I.10", rule="validate/value-twice")
    place = spoiler.place("ke-toan/SoTaiSan_2021.xls")
    row = place[1].row_with("TS005", 1)
    spoiler.spoil(place, (row, 10), place[1].cells[row, 10][0] + 1_000_000,
                  "giá trị còn lại khác nguyên giá trừ hao mòn", "validate/sum-differs",
                  "hồ sơ I.11")
    place = spoiler.place("kiem-dinh/DanhMucMinhChung.xls")
    row = place[1].row_with("H2-2.2-01", 3)
    spoiler.spoil(place, (row, 3), "H2.2.2.01", "mã minh chứng viết sai dạng",
                  "validate/form-differs", severity="warning")


def _health(spoiler):
    place = spoiler.place("y-te/SucKhoe_6A_2021-2022.xlsx", "Lan1")
    row = 9
    height = place[1].cells[row, 6][0]
    spoiler.spoil(place, (row, 6), height / 100,
                  f"{place[1].cells[row, 2][0]}: chiều cao ghi bằng mét", "validate/out-of-range",
                  "hồ sơ I.13 lớp 6A")


def _decisions(spoiler):
    place = spoiler.place("chuyen-mon/QuyetDinhXuLy_HK1.xlsx")
    pupil = next(p for p in spoiler.classroom("8B").pupils if p.name == "Lường Văn Tỉnh")
    row = place[1].row_with(pupil.code, 2)
    spoiler.spoil(place, (row, 6), "Cho thi lại", "xử lý ghi \"Cho thi lại\", không có trong quy định",
                  "validate/decision-not-understood")
    place = spoiler.place("smas/SoDangBo_ToanTruong.xlsx", "Khóa 2019-2023")
    pupil = spoiler.pick("8B", "CN")
    row = place[1].row_with(pupil.code, 1)
    spoiler.spoil(place, (row, 2), pupil.name.replace(" ", " Đức ", 1),
                  f"{pupil.name}: tên trong sổ đăng bộ khác danh sách", "validate/tables-differ",
                  f"học bạ của em {pupil.name}")


def _website(spoiler):
    path, sheet = spoiler.place("website/BaiDang.csv")
    for row in range(sheet.rows()[0] - 1, 0, -1):
        day = sheet.cells[row, 1][0]
        if (day.year, day.month) == (2022, 3):
            sheet.remove_row(row)
    spoiler.note(path, sheet.name, None, "tháng 3 năm 2022 website không có bài nào",
                 "không giữ lại gì", "warning", rule="validate/posts-too-few")


def _files(spoiler):
    copied = "smas/CN/RenLuyen_7B_CN.xlsx"
    again = copied.replace(".xlsx", " - Copy.xlsx")
    spoiler.extra[again] = to_bytes(spoiler.books[copied])
    spoiler.note(again, "7B", None, "tệp hạnh kiểm 7B cả năm chép hai lần", "không giữ lại gì",
                 "warning", also=[copied], rule="recognise/same-file-twice")
    unknown = Book("chuyen-mon/DoiTuyen_HSG.xlsx")
    sheet = unknown.sheet("Sheet1")
    for row, line in enumerate((("STT", "Thành viên đội tuyển", "Môn thi", "Bảng"),
                                (1, "Lò Thị Ánh", "Toán", "A"), (2, "Sùng A Páo", "Tin học", "A"),
                                (3, "Quàng Thị Mai", "Ngữ văn", "B"))):
        sheet.line(row, line)
    spoiler.books[unknown.path] = unknown
    spoiler.note(unknown.path, sheet.name, None, "bảng tự lập không giống mẫu nào",
                 "không giữ lại gì", rule="recognise/unknown-sheet")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entry = zipfile.ZipInfo("BangDiem_6A.txt", (2022, 1, 10, 8, 0, 0))
        archive.writestr(entry, "Bảng điểm lớp 6A")
    spoiler.extra["smas/HK1_gui-lai.zip"] = packed.getvalue()
    spoiler.note("smas/HK1_gui-lai.zip", "", None, "tệp nén, bên trong không được đọc",
                 "không giữ lại gì", "warning", rule="ingest/archive")
    spoiler.extra["smas/CN/~$TongKet_8A_CN.xlsx"] = b"\x0bPham Thi Luu".ljust(165, b" ")
    spoiler.note("smas/CN/~$TongKet_8A_CN.xlsx", "", None, "tệp khóa của Excel: sổ đang mở",
                 "không giữ lại gì", "warning", rule="ingest/open-in-office")
    old = Page(105, 74)
    old.text(8, 20, "PHỤ LỤC SỔ GỐC", 5)
    name = "ban-quet/I.07_phu-luc_2021.pdf"
    spoiler.extra[name] = to_scan_pdf([old]).replace(b"%PDF-1.4", b"%PDF-1.3", 1)
    spoiler.note(name, "", None, "bản quét theo PDF 1.3, phải từ 1.4", "không giữ lại gì",
                 "warning", rule="ingest/pdf-old-version")
    name = "ban-tru/SuatAn_2022-04.csv"
    text = to_bytes(spoiler.books[name]).replace("Ngày;".encode(), "\"Ngày;".encode(), 1)
    spoiler.remove(name)
    spoiler.extra[name] = text
    spoiler.note(name, "", None, "dấu ngoặc kép mở mà không đóng", "tệp này không được dùng",
                 also=["A2"], rule="ingest/csv-open-quote")
