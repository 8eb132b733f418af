# SPDX-License-Identifier: Apache-2.0
"""A page of paper as a scanner sees it: grey pixels, with letters of five by seven dots."""

import unicodedata

DPI = 200
_GLYPHS = {
    "A": "0E11111F111111", "B": "1E11111E11111E", "C": "0E11101010110E", "D": "1E11111111111E",
    "E": "1F10101E10101F", "F": "1F10101E101010", "G": "0E11101711110F", "H": "1111111F111111",
    "I": "0E04040404040E", "J": "0101010101110E", "K": "11121418141211", "L": "1010101010101F",
    "M": "111B1515111111", "N": "11191513111111", "O": "0E11111111110E", "P": "1E11111E101010",
    "Q": "0E11111115120D", "R": "1E11111E141211", "S": "0F10100E01011E", "T": "1F040404040404",
    "U": "1111111111110E", "V": "11111111110A04", "W": "1111111515150A", "X": "11110A040A1111",
    "Y": "1111110A040404", "Z": "1F01020408101F", "0": "0E11131519110E", "1": "040C040404040E",
    "2": "0E11010204081F", "3": "1F02040201110E", "4": "02060A121F0202", "5": "1F101E0101110E",
    "6": "0608101E11110E", "7": "1F010204080808", "8": "0E11110E11110E", "9": "0E11110F01020C",
    ".": "00000000000C0C", ",": "00000000000C08", "-": "0000001F000000", "/": "00010204081000",
    ":": "000C0C000C0C00", "(": "02040808080402", ")": "08040202020408", "Đ": "0E09091D09090E",
}
# Dots above the letter (rows −3 to −1), below it (row 8), beside it (a horn).
_MARKS = {
    "\u0301": ((3, -3), (2, -2)), "\u0300": ((1, -3), (2, -2)), "\u0309": ((2, -3), (3, -3), (3, -2)),
    "\u0303": ((1, -2), (2, -3), (3, -2), (4, -3)), "\u0323": ((2, 8),),
    "\u0302": ((1, -1), (2, -2), (3, -1)), "\u0306": ((1, -2), (2, -1), (3, -2)),
    "\u031b": ((5, -1), (5, 0)),
}
_PAPER, _INK, _RULE = 244, 48, 150


class Page:
    """Width and height in millimetres; places count from the upper left corner."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.columns, self.rows = _pixels(width), _pixels(height)
        self.pixels = [bytearray([_PAPER]) * self.columns for _ in range(self.rows)]

    def text(self, x, y, text, dot=3):
        left, top = _pixels(x), _pixels(y)
        for char in unicodedata.normalize("NFC", text.upper()):
            base, *marks = char if char == "Đ" else unicodedata.normalize("NFD", char)
            circumflexed = any(m in "\u0302\u0306" for m in marks)
            for column, row in _dots(base):
                self._dot(left + column * dot, top + row * dot, dot)
            for mark in marks:
                # Above a circumflex there is no room but to its right.
                beside = circumflexed and mark in "\u0301\u0300\u0309\u0303"
                for column, row in _MARKS.get(mark, ()):
                    self._dot(left + (column + 2 * beside) * dot, top + (row - beside) * dot, dot)
            left += 6 * dot

    def rule(self, x, y, x2, y2):
        for row in range(_pixels(y), _pixels(y2) + 2):
            for column in range(_pixels(x), _pixels(x2) + 2):
                self.pixels[row][column] = _RULE

    def grid(self, xs, ys):
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def _dot(self, left, top, size):
        for row in range(max(top, 0), min(top + size, self.rows)):
            self.pixels[row][left:left + size] = bytes([_INK]) * size


def _pixels(millimetres):
    return round(millimetres * DPI * 10 / 254)


def _dots(base):
    rows = _GLYPHS.get(base, "")
    for row in range(len(rows) // 2):
        bits = int(rows[2 * row:2 * row + 2], 16)
        for column in range(5):
            if bits >> (4 - column) & 1:
                yield column, row
