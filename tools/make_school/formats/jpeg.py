# SPDX-License-Identifier: Apache-2.0
"""Baseline JPEG of a grey page (ITU-T T.81), in integers only: the same bytes on every machine."""

import math
import struct

from .picture import DPI

_ZIGZAG = sorted(range(64), key=lambda i: (i // 8 + i % 8,
                                           i // 8 if (i // 8 + i % 8) % 2 else i % 8))
# Annex K.1; four times as coarse, for the files shall be small.
_ANNEX = (16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57,
            69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55,
            64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100,
            103, 99)
_QUANTUM = tuple(min(255, 4 * q) for q in _ANNEX)
# Annex K.3: how many codes of each length, and what they stand for.
_DC = (bytes((0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0)), bytes(range(12)))
_AC = (bytes((0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125)), bytes.fromhex(
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a252627"
    "28292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a8384858687"
    "88898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9"
    "dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"))
_COSINE = [[round(4096 * math.cos((2 * x + 1) * u * math.pi / 16)
                  * (math.sqrt(0.125) if u == 0 else 0.5)) for x in range(8)] for u in range(8)]


def to_jpeg(page):
    codes = _codes(_DC), _codes(_AC)
    bits, known, last = [], {}, 0
    for top in range(0, page.rows, 8):
        rows = [_row(page, top + i) for i in range(8)]
        for left in range(0, page.columns, 8):
            block = b"".join(row[left:left + 8] for row in rows)
            if block not in known:
                known[block] = _transformed(block)
            values = known[block]
            bits.append(_coded(values[0] - last, values[1:], codes))
            last = values[0]
    return (b"\xff\xd8" + _segment(0xE0, b"JFIF\0\1\1\1" + struct.pack(">HH", DPI, DPI) + b"\0\0")
            + _segment(0xDB, b"\0" + bytes(_QUANTUM[i] for i in _ZIGZAG))
            + _segment(0xC0, struct.pack(">BHHB", 8, page.rows, page.columns, 1) + b"\1\x11\0")
            + _segment(0xC4, b"\x00" + _DC[0] + _DC[1])
            + _segment(0xC4, b"\x10" + _AC[0] + _AC[1])
            + _segment(0xDA, b"\1\1\0\0\x3f\0") + _packed("".join(bits)) + b"\xff\xd9")


def _segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _row(page, number):
    row = bytes(page.pixels[min(number, page.rows - 1)])
    return row + row[-1:] * (-len(row) % 8)


def _transformed(block):
    """Quantised coefficients in zigzag order."""
    if block.count(block[0]) == 64:
        return [_rounded((block[0] - 128) * 8, _QUANTUM[0])] + [0] * 63
    half = [[sum(_COSINE[u][x] * (block[8 * y + x] - 128) for x in range(8)) for u in range(8)]
            for y in range(8)]
    full = [sum(_COSINE[v][y] * half[y][u] for y in range(8)) for v in range(8) for u in range(8)]
    return [_rounded(full[i], _QUANTUM[i] << 24) for i in _ZIGZAG]


def _rounded(value, divisor):
    magnitude = (2 * abs(value) + divisor) // (2 * divisor)
    return magnitude if value >= 0 else -magnitude


def _codes(table):
    counts, symbols = table
    result, code, at = {}, 0, 0
    for length, count in enumerate(counts, 1):
        for symbol in symbols[at:at + count]:
            result[symbol] = format(code, f"0{length}b")
            code += 1
        at += count
        code <<= 1
    return result


def _coded(difference, values, codes):
    parts = [codes[0][difference.bit_length() if difference >= 0 else (-difference).bit_length()],
             _magnitude(difference)]
    run = 0
    for value in values:
        if value == 0:
            run += 1
            continue
        parts += [codes[1][0xF0]] * (run // 16)
        parts.append(codes[1][(run % 16) << 4 | abs(value).bit_length()])
        parts.append(_magnitude(value))
        run = 0
    if run:
        parts.append(codes[1][0])
    return "".join(parts)


def _magnitude(value):
    if value == 0:
        return ""
    length = abs(value).bit_length()
    return format(value if value > 0 else value + (1 << length) - 1, f"0{length}b")


def _packed(bits):
    bits += "1" * (-len(bits) % 8)
    content = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return content.replace(b"\xff", b"\xff\0")
