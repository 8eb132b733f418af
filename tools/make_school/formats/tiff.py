# SPDX-License-Identifier: Apache-2.0
"""TIFF as copiers scan to it: black and white, several pages, PackBits (TIFF 6.0, section 9)."""

import struct

from .picture import DPI

_SHORT, _LONG, _RATIONAL = 3, 4, 5
_THRESHOLD = 200


def to_tiff(pages):
    out = bytearray(b"II*\0" + struct.pack("<I", 0))
    link = 4  # where the place of the next directory is written
    for page in pages:
        strip = b"".join(_pack(_bits(row)) for row in page.pixels)
        strip_at = len(out)
        out += strip + b"\0" * (len(strip) % 2)
        resolution_at = len(out)
        out += struct.pack("<II", DPI, 1)
        struct.pack_into("<I", out, link, len(out))
        fields = ((256, _LONG, page.columns), (257, _LONG, page.rows), (258, _SHORT, 1),
                  (259, _SHORT, 32773), (262, _SHORT, 0), (273, _LONG, strip_at),
                  (277, _SHORT, 1), (278, _LONG, page.rows), (279, _LONG, len(strip)),
                  (282, _RATIONAL, resolution_at), (283, _RATIONAL, resolution_at),
                  (296, _SHORT, 2))
        out += struct.pack("<H", len(fields))
        for tag, kind, value in fields:
            out += struct.pack("<HHII", tag, kind, 1, value)
        link = len(out)
        out += struct.pack("<I", 0)
    return bytes(out)


def _bits(row):
    """Eight pixels a byte, 1 is black."""
    black = "".join("1" if pixel < _THRESHOLD else "0" for pixel in row)
    black += "0" * (-len(black) % 8)
    return int(black, 2).to_bytes(len(black) // 8, "big")


def _pack(row):
    packed, start = bytearray(), 0
    while start < len(row):
        run = 1
        while run < 128 and start + run < len(row) and row[start + run] == row[start]:
            run += 1
        if run > 1:
            packed += bytes([257 - run, row[start]])
        else:
            while (run < 128 and start + run < len(row)
                   and row[start + run] != row[start + run - 1]):
                run += 1
            packed += bytes([run - 1]) + row[start:start + run]
        start += run
    return bytes(packed)
