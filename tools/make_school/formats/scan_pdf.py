# SPDX-License-Identifier: Apache-2.0
"""The PDF of a scanner: an image a page, the first as JPEG, the others deflated, for both occur."""

import zlib

from .jpeg import to_jpeg


def to_scan_pdf(pages):
    """PDF 1.4: NĐ30/2020 asks for at least that."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None]
    kids = []
    for page in pages:
        image, how = ((to_jpeg(page), "DCTDecode") if not kids else
                      (zlib.compress(b"".join(map(bytes, page.pixels)), 9), "FlateDecode"))
        width, height = page.width * 72 / 25.4, page.height * 72 / 25.4
        first = len(objects) + 1
        drawing = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im0 Do Q".encode()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.2f} {height:.2f}]"
            f" /Resources << /XObject << /Im0 {first + 2} 0 R >> >> /Contents {first + 1} 0 R"
            " >>".encode(),
            _stream(b"", drawing),
            _stream(f"/Type /XObject /Subtype /Image /Width {page.columns} /Height {page.rows}"
                    f" /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /{how}".encode(),
                    image)]
        kids.append(f"{first} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _stream(entries, content):
    return (b"<< " + entries + f" /Length {len(content)} >>\nstream\n".encode() + content
            + b"\nendstream")


def _file(objects):
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n".encode())
