# SPDX-License-Identifier: Apache-2.0
"""Word documents, written by hand with fixed dates, so that the same seed gives the same bytes."""

import io
import zipfile
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (_XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
          '<Default Extension="rels"'
          ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
          '<Default Extension="xml" ContentType="application/xml"/>'
          '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
          'officedocument.wordprocessingml.document.main+xml"/>'
          '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-'
          'officedocument.wordprocessingml.styles+xml"/>'
          '<Override PartName="/docProps/core.xml"'
          ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>')
_RELS = (_XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
         'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
         'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
         '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
         'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>')
_PART_RELS = (_XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
              'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
              'officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>')
_STYLES = (_XML + f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts'
           ' w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
           '<w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
           '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
           '<w:name w:val="Normal"/></w:style>'
           + "".join(f'<w:style w:type="paragraph" w:styleId="Heading{n}">'
                     f'<w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
                     f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>'
                     '<w:rPr><w:b/></w:rPr></w:style>' for n in (1, 2, 3))
           + "</w:styles>")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                   for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


class Document:
    """Paragraphs and tables in their order. `heading` uses a style, `bold` does not: schools set
    headings in either manner."""

    def __init__(self, title, creator, created):
        self.title, self.creator, self.created = title, creator, created
        self.body = []

    def text(self, text="", bold=False, centre=False):
        marks = '<w:jc w:val="center"/>' if centre else ""
        self._paragraph(text, marks, bold)

    def heading(self, level, text):
        self._paragraph(text, f'<w:pStyle w:val="Heading{level}"/>', False)

    def _paragraph(self, text, properties, bold):
        self.body.append(_paragraph(text, properties, bold))

    def table(self, rows, head=True, border=True):
        borders = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if border else ""
        lines = []
        for index, row in enumerate(rows):
            cells = "".join('<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
                            + "".join(_paragraph(part, "", head and index == 0)
                                      for part in str(text).split("\n")) + "</w:tc>"
                            for text in row)
            lines.append(f"<w:tr>{cells}</w:tr>")
        grid = "<w:gridCol/>" * len(rows[0])
        self.body.append(f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{borders}</w:tblPr>'
                         f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>")
        self.text()

    def to_bytes(self):
        page = ('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134"'
                ' w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
                "</w:sectPr>")
        document = (f"{_XML}<w:document {_W}><w:body>{''.join(self.body)}{page}</w:body>"
                    "</w:document>")
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELS),
                               ("word/document.xml", document),
                               ("word/_rels/document.xml.rels", _PART_RELS),
                               ("word/styles.xml", _STYLES), ("docProps/core.xml", self._core())):
                entry = zipfile.ZipInfo(name, (2021, 9, 1, 8, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, text.encode())
        return buffer.getvalue()

    def _core(self):
        when = f"{self.created:%Y-%m-%d}T08:00:00Z"
        return (f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
                '2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
                ' xmlns:dcterms="http://purl.org/dc/terms/"'
                ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
                f"<dc:title>{escape(self.title)}</dc:title>"
                f"<dc:creator>{escape(self.creator)}</dc:creator>"
                f"<cp:lastModifiedBy>{escape(self.creator)}</cp:lastModifiedBy>"
                f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
                f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
                "</cp:coreProperties>")


def _paragraph(text, properties, bold):
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{words}</w:p>"
