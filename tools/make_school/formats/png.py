# SPDX-License-Identifier: Apache-2.0
"""PNG, eight bits of grey."""

import struct
import zlib

from .picture import DPI


def to_png(page):
    rows = b"".join(b"\0" + bytes(row) for row in page.pixels)
    metre = round(DPI * 10000 / 254)
    return (b"\x89PNG\r\n\x1a\n"
            + _chunk(b"IHDR", struct.pack(">IIBBBBB", page.columns, page.rows, 8, 0, 0, 0, 0))
            + _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))
            + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b""))


def _chunk(name, content):
    return (struct.pack(">I", len(content)) + name + content
            + struct.pack(">I", zlib.crc32(name + content)))
