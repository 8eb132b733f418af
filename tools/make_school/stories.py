# SPDX-License-Identifier: Apache-2.0
"""The pupils that the demonstration is about: one for each rule that a school stumbles over.

Averages are in tenths, in the order of `subjects_for`; levels are indices (rules.py).
"""

from dataclasses import dataclass, field
from datetime import date

from .model import Marks


@dataclass
class Story:
    klass: str
    name: str
    sex: str
    people: str
    born: date
    ability: int = 62
    averages: dict = field(default_factory=dict)  # term → tuple of averages (None: draw)
    exact: dict = field(default_factory=dict)  # (term, subject) → Marks
    conduct: dict = field(default_factory=dict)
    absent: dict = field(default_factory=dict)  # term → (P, K)
    absent_on: tuple = ()  # days with permission
    joined: date = None
    moved_in: tuple = ()  # school, district, letter, absences there, note
    left: date = None
    moved_out: tuple = ()  # school, district, reason, letter, letter's date, papers, receiver, note
    exempt: set = field(default_factory=set)
    unassessed: set = field(default_factory=set)
    disability: str = ""
    guardian: str = ""
    years_behind: int = 0
    earlier_school: str = ""  # of the first two years
    decisions: tuple = ()  # (term, subject's name, column, action, date, document, note)


_PAPERS = "Đơn; học bạ; khai sinh; giấy giới thiệu"
_D4 = (85, 86, 85, 88, 85, 49, 87, 80) + (True,) * 4
_BEST = (95, 93, 94, 97, 92, 94, 96, 95) + (True,) * 4
_WEAK6 = (42, 48, 46, 52, 45, 41, 55, 51) + (True,) * 4
_PLAN = (54, 56, None, 58, 52, None, 60, 55) + (True,) * 4
_C3 = (85, 48, 84, 88, 82, 86, 90, 90, 83, 89) + (True,) * 3
_WEAK8 = (45, 48, 44, 47, 50, 46, 49, 46, 43, 52, 51) + (True,) * 3

STORIES = (
    Story("6A", "Lò Thị Ánh", "Nữ", "Thái", date(2010, 3, 12), 80,
          {"HK1": (81, 83, 80, 84, 76, 72, 86, 85) + (True,) * 4},
          {("HK1", "TOAN"): Marks([80, 70, 90, 80], 75, 85)},
          {"HK1": 3, "HK2": 3}, {"HK1": (1, 0)}),
    Story("6A", "Sùng A Páo", "Nam", "Mông", date(2010, 8, 3), 58,
          {"HK1": (59, 60, 54, 65, 52, 46, 68, 61, True, False, True, True)},
          {("HK1", "TOAN"): Marks([60, 70, 65, 50], 60, 55),
           ("HK1", "NT"): Marks([True, False], True, True)},
          {"HK1": 2, "HK2": 2}, {"HK1": (2, 3)}),
    Story("6A", "Giàng Thị Dợ", "Nữ", "Mông", date(2010, 11, 20), left=date(2021, 10, 25),
          moved_out=("THCS xã Háng Sua", "Mường Pha, Điện Biên",
                     "Theo gia đình chuyển nơi cư trú", "38/GGT-THCSNP", date(2021, 10, 22),
                     "Đơn; học bạ; khai sinh; GGT của trường và của Phòng GD&ĐT; bảng điểm"
                     " tạm thời",
                     "Giàng A Dê", "có ý kiến tiếp nhận ngoài thời hạn")),
    Story("6A", "Nguyễn Hoàng Thị Bảo Ngọc", "Nữ", "Kinh", date(2010, 5, 19),
          averages={"HK1": _BEST, "HK2": _BEST}, conduct={"HK1": 3, "HK2": 3}),
    # One subject pulls Tốt down to Đạt: TT22 Điều 9.3 gives Khá.
    Story("6A", "Lò Văn Ế", "Nam", "Thái", date(2010, 9, 2),
          averages={"HK1": _D4, "HK2": _D4}, conduct={"HK1": 3, "HK2": 3}),
    Story("6B", "Lầu Thị Sua", "Nữ", "Mông", date(2010, 4, 7),
          averages={"HK1": _PLAN, "HK2": _PLAN}, unassessed={"NN1", "KHTN"},
          disability="Khuyết tật trí tuệ, mức độ nhẹ", conduct={"HK1": 3, "HK2": 3},
          decisions=tuple(("HK1", subject, "(cả năm)", "Không đánh giá", date(2021, 9, 20),
                           "30/QĐ-THCSNP", "HS khuyết tật; KHGD cá nhân")
                          for subject in ("Ngoại ngữ", "Khoa học tự nhiên"))
          + (("HK2", "Tất cả", "Kết luận cả năm", "Được lên lớp", date(2022, 5, 25),
              "16/QĐ-THCSNP", "đạt mục tiêu của KHGD cá nhân (TT22 Điều 12)"),)),
    Story("6B", "Vừ A Tủa", "Nam", "Mông", date(2009, 12, 24), 60,
          conduct={"HK1": 1, "HK2": 0}, absent={"HK1": (1, 6), "HK2": (0, 11)}),
    Story("6B", "Quàng Văn Ộc", "Nam", "Thái", date(2010, 1, 30), 46,
          averages={"HK1": _WEAK6, "HK2": _WEAK6}, conduct={"HK1": 2, "HK2": 2}),
    Story("6B", "Ữu", "Nam", "Khơ Mú", date(2010, 10, 10)),
    Story("6B", "Hoàng Minh Khánh", "Nam", "Kinh", date(2010, 2, 14), 70,
          joined=date(2021, 11, 15),
          moved_in=("THCS Chiềng Ẳng", "Mường Pha, Sơn La", "52/GGT-THCSCA", "0/0",
                    "có bảng kết quả đến 12/11")),
    Story("7A", "Quàng Thị Mai", "Nữ", "Thái", date(2009, 5, 5), 82,
          {"HK1": (82, 85, 80, 87, 78, 81, 84, 75, 89, 83, True, True, True)},
          {("HK1", "LS"): Marks([80, 80, 90], 80, 80)},
          {"HK1": 3, "HK2": 3}, {"HK1": (0, 0)}),
    # Two ties: Lịch sử 6,25 and the mean of the subjects 5,85.
    Story("7A", "Hà Văn Bình", "Nam", "Thái", date(2009, 2, 17), 58,
          {"HK1": (55, 58, 60, 64, 53, 63, 60, 47, 66, 59, True, True, True)},
          {("HK1", "LS"): Marks([60, 60, 70], 65, 60)},
          {"HK1": 2, "HK2": 2}, {"HK1": (1, 1)},
          decisions=(("HK2", "Toán", "ĐĐGck", "Kiểm tra bù 24/05/2022", date(2022, 5, 17),
                      "Đơn của gia đình", "nghỉ ốm, đã kiểm tra bù"),)),
    # One subject pulls Giỏi down to Trung bình: TT58 Điều 13.6a gives Khá.
    Story("7A", "Cầm Thị Ặng", "Nữ", "Thái", date(2009, 7, 21),
          averages={"HK1": _C3, "HK2": _C3}, conduct={"HK1": 3, "HK2": 3}),
    Story("7A", "Bùi Quốc Toàn", "Nam", "Mường", date(2009, 8, 8), left=date(2022, 3, 14),
          moved_out=("THCS Tân Phù", "Phù Bắc, Hòa Bình", "Bố mẹ chuyển nơi làm việc",
                     "06/GGT-THCSNP", date(2022, 3, 10),
                     "Đơn; học bạ; GGT của trường và của Phòng GD&ĐT", "Bùi Văn Kịch", "")),
    Story("7B", "Mùa Thị Dế", "Nữ", "Mông", date(2009, 9, 11), joined=date(2021, 9, 6),
          moved_in=("THCS Pú Hao", "Bắc Lương, Sơn La", "03/GGT-THCSPH", "0/0", "")),
    Story("7B", "Mùa A Lồng", "Nam", "Mông", date(2009, 6, 1), 55, exempt={"TD"},
          decisions=(("HK1", "Thể dục", "(cả năm)", "Miễn", date(2021, 9, 20), "31/QĐ-THCSNP",
                      "TT58; bệnh án BV huyện"),)),
    # 45 buổi: still promoted.
    Story("7B", "Thào A Phứ", "Nam", "Mông", date(2009, 3, 3), 57,
          absent={"HK1": (19, 2), "HK2": (22, 2)}, conduct={"HK1": 1, "HK2": 1}),
    Story("7B", "Lò Thị Hòa", "Nữ", "Thái", date(2009, 6, 15)),
    Story("8A", "Đinh Thế Vinh", "Nam", "Mường", date(2008, 6, 30), joined=date(2021, 10, 25),
          moved_in=("THCS Nậm Toong", "Mường Pha, Sơn La", "45/GGT-THCSNT", "2/0",
                    "có bảng kết quả đến 23/10")),
    Story("8A", "Lò Thị Hoa", "Nữ", "Thái", date(2008, 5, 15), 68),
    Story("8A", "Sồng Thị Nhìa", "Nữ", "Mông", date(2008, 2, 29), guardian="Sồng A Khua"),
    Story("8B", "Lò Thị Hoa", "Nữ", "Thái", date(2008, 5, 15), 61),
    Story("8B", "Lường Văn Tỉnh", "Nam", "Thái", date(2008, 10, 28),
          absent_on=tuple(date(2021, 12, d) for d in range(27, 32)),
          decisions=(("HK1", "Ngữ văn", "ĐĐGck", "Kiểm tra bù 07/01/2022", date(2021, 12, 31),
                      "Đơn của gia đình; giấy ra viện", "nằm viện 26/12–02/01; đã kiểm tra bù"),)),
    Story("8B", "Hạng A Chu", "Nam", "Mông", date(2008, 1, 9), 47,
          averages={"HK1": _WEAK8, "HK2": _WEAK8}, conduct={"HK1": 2, "HK2": 2}),
    Story("8B", "Lò Cầm Thị Thanh Ẫu", "Nữ", "Thái", date(2008, 12, 12)),
    # Twins in all that is printed; only the code tells them apart.
    Story("9A", "Sùng A Chứ", "Nam", "Mông", date(2007, 1, 1), 64),
    Story("9A", "Sùng A Chứ", "Nam", "Mông", date(2007, 1, 1), 55),
    Story("9A", "Thào A Nhà", "Nam", "Mông", date(2007, 4, 18), 54, absent={"HK1": (0, 3)}),
    Story("9A", "Quách Đình Ngọc", "Nam", "Mường", date(2006, 7, 7), 56, years_behind=1),
    Story("9A", "Đinh Thị Kim Oanh", "Nữ", "Mường", date(2007, 11, 11), 72),
    Story("9B", "Hờ A Tủa", "Nam", "Mông", date(2007, 8, 15), 56),
    Story("9B", "Vàng A Sử", "Nam", "Mông", date(2007, 1, 2), left=date(2022, 1, 10),
          moved_out=("THCS thị trấn Bắc Lương", "Bắc Lương, Sơn La", "Hoàn cảnh gia đình",
                     "01/GGT-THCSNP", date(2022, 1, 10), _PAPERS, "Vàng A Lử", "")),
    # 47 buổi: not admitted to the final assessment whatever the marks.
    Story("9B", "Giàng A Dơ", "Nam", "Mông", date(2007, 2, 20), 55,
          absent={"HK1": (6, 15), "HK2": (6, 20)}, conduct={"HK1": 1, "HK2": 1}),
    Story("9B", "Trần Phương Uyên", "Nữ", "Kinh", date(2007, 3, 26), 76,
          earlier_school="THCS Pú Hao"),
)
