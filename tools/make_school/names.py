# SPDX-License-Identifier: Apache-2.0
"""Names as they occur in Sơn La, and their order in class lists. Nobody of these exists."""

import unicodedata

PEOPLES = (("Thái", 52), ("Mông", 22), ("Kinh", 14), ("Mường", 9), ("Khơ Mú", 3))

_FAMILY = {
    "Kinh": "Nguyễn Trần Phạm Hoàng Bùi Đỗ Vũ Ngô Dương Đặng Phan Trịnh Đào".split(),
    "Thái": "Lò Quàng Cầm Hà Tòng Lường Vì Bạc Hoàng Cà Điêu Lừ Mè Tao Lèo".split(),
    "Mông": "Sùng Giàng Mùa Vàng Thào Hờ Hạng Lầu Vừ Sồng Ly Cứ Tráng Phàng".split(),
    "Mường": "Đinh Bùi Hà Quách Xa Phùng Sa Đinh".split(),
    "Khơ Mú": "Lò Quàng Hoàng Cút Moong".split(),
}
_MIDDLE = {
    ("Kinh", "Nam"): ["Văn", "Đức", "Minh", "Quang", "Hữu", "Tuấn", "Thế", "Xuân"],
    ("Kinh", "Nữ"): ["Thị", "Thị", "Thu", "Ngọc", "Thanh", "Phương", "Thị Hồng", "Khánh"],
    ("Thái", "Nam"): ["Văn", "Văn", "Văn", "Đức", "Minh", "Xuân"],
    ("Thái", "Nữ"): ["Thị", "Thị", "Thị", "Thị Thu", "Kim", "Thị Hồng"],
    ("Mông", "Nam"): ["A"],
    ("Mông", "Nữ"): ["Thị"],
    ("Mường", "Nam"): ["Văn", "Thế", "Quốc", "Đình"],
    ("Mường", "Nữ"): ["Thị", "Thị", "Thị Kim", "Thu"],
    ("Khơ Mú", "Nam"): ["Văn"],
    ("Khơ Mú", "Nữ"): ["Thị"],
}
_GIVEN = {
    ("Kinh", "Nam"): "An Anh Bảo Bình Cường Dũng Duy Đạt Giang Hải Hiếu Hoàng Hùng Huy Khánh Kiên "
    "Lâm Linh Long Mạnh Nam Nghĩa Phong Phúc Quân Sơn Thành Tiến Trung Tùng Việt".split(),
    ("Kinh", "Nữ"): "An Anh Châu Chi Diệp Dung Duyên Giang Hà Hạnh Hằng Hoa Huyền Hương Lan Linh "
    "Ly Mai My Nga Ngân Nhi Nhung Phương Quyên Thảo Thủy Trang Uyên Vân Yến".split(),
    ("Thái", "Nam"): "Ánh Biên Bun Chung Cương Diên Doan Dương Đoàn Ế Hặc Hiên Hùng Inh Kẹo Khặt "
    "Lả Lún Mẫn Muôn Nọi Ọi Phanh Phong Pọm Quyết Sơ Tâng Thoan Tiện Toán Ứng Xôm Yêu".split(),
    ("Thái", "Nữ"): "Ánh Ẫu Biến Bun Chanh Chựa Diên Dung Đôi Hiêng Hoàn Hương Inh Khặm Lả Lan Lún "
    "Mai Móm Nga Ngoan Nọi Ộn Ón Phượng Pâng Quyên Sao Thơm Thu Tiên Ươi Xuân Yên".split(),
    ("Mông", "Nam"): "Chống Chu Cở Dia Dơ Giống Hồ Khư Lồng Lử Minh Nhà Nếnh Páo Phềnh Phứ Sếnh "
    "Sinh Sử Tếnh Thành Tồng Tủa Vàng Vư Xà Xìa".split(),
    ("Mông", "Nữ"): "Bầu Ca Chía Chu Cúa Dế Dợ Dua Gấu Hoa Kía Lía Mai Máy Mỷ Nhìa Pà Pàng Sáng "
    "Sông Sua Tro Và Vang Xua Ỷ".split(),
    ("Mường", "Nam"): "Bảo Chiến Công Dũng Đạo Hòa Hưng Khải Lượng Ngọc Phú Quý Thắng Toàn "
    "Vinh".split(),
    ("Mường", "Nữ"): "Bích Cúc Diễm Hiền Hoài Hường Lệ Liên Nguyệt Oanh Phúc Thùy Trinh "
    "Tuyết".split(),
    ("Khơ Mú", "Nam"): "Ặc Cảnh Dương Ngân Phảo Quân Thương Ữu".split(),
    ("Khơ Mú", "Nữ"): "Ặng Bua Hương Ngọc Phón Thơm Xuân".split(),
}
VILLAGES = ("Bản Pá Hốc", "Bản Huổi Sản", "Bản Nà Lốc", "Bản Co Muông", "Bản Háng Tâu",
            "Bản Phiêng Ban", "Bản Suối Lềnh", "Bản Nậm Phạ", "Tiểu khu 1", "Bản Ặng Cáy")

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng, the order of the dictionary
_LETTERS = {letter: i for i, letter in enumerate(" aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", 1)}
_SHAPES = {"a\u0306": "ă", "a\u0302": "â", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ",
           "u\u031b": "ư"}


def _collation(text):
    letters, tones = [], []
    for char in unicodedata.normalize("NFD", text.lower()):
        if char in _TONES:
            tones[-1] = _TONES.index(char) + 1
        elif unicodedata.combining(char):
            letters[-1] = _LETTERS[_SHAPES["aeou "[_base(letters[-1])] + char]]
        else:
            letters.append(_LETTERS.get(char, 99))
            tones.append(0)
    return tuple(letters), tuple(tones)


def _base(index):
    return {_LETTERS["a"]: 0, _LETTERS["e"]: 1, _LETTERS["o"]: 2, _LETTERS["u"]: 3}[index]


def list_order(name):
    """Class lists go by given name first, then by the rest."""
    *rest, given = name.split()
    return _collation(given), _collation(" ".join(rest))


def pick_people(rng):
    roll = rng.randrange(100)
    for people, share in PEOPLES:
        if roll < share:
            return people
        roll -= share
    return PEOPLES[0][0]


def make_name(rng, people, sex):
    family = rng.choice(_FAMILY[people])
    middle = rng.choice(_MIDDLE[people, sex])
    return f"{family} {middle} {rng.choice(_GIVEN[people, sex])}"


def parent_name(rng, people, sex, family=None):
    """A father has the child's family name."""
    name = make_name(rng, people, sex)
    if family and family in _FAMILY.get(people, ()):
        name = family + name[name.index(" "):]
    return name
