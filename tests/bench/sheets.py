"""Sheets of a given size in every format, and the files of a term. All names are made up.

What is measured in megabytes is the sheet itself: the XML of one in .xlsx and .ods, the whole file in .xls, .csv, HTML.
"""
import datetime
import itertools
import zipfile

SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Lò Lường Quàng Sùng Giàng Vàng Thào Cầm Tòng".split()
MIDDLE = "Văn Thị Minh Đức Hữu Ngọc Thúy Bảo Quốc Thanh".split()
GIVEN = "An Bích Chu Dính Hạnh Hương Khánh Mai Páo Phượng Quỳnh Sơn Thảo Tuyết Ước Việt Xuân Yến".split()
NAMES = [" ".join(words) for words in itertools.product(SURNAMES, MIDDLE, GIVEN)]
HEADING = ["STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Lớp"] + ["TX%d" % i for i in range(1, 11)] + ["GK", "CK", "TB"]
BORN = datetime.date(2009, 1, 1)

# The small letters of TCVN3 that these names have; a capital with a tone is none of its own.
TCVN3 = dict(zip("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ",
                 "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¨©ª«¬\xad®¡¢£¤¥¦§"))


def in_tcvn3(text):
    return "".join(TCVN3.get(c, c) for c in text)


def row(i):
    """A row of values: text, number, date."""
    marks = [((i * 7 + j * 13) % 101) / 10 for j in range(13)]
    return [i + 1, "%010d" % (2500000 + i), NAMES[i * 31 % len(NAMES)], BORN + datetime.timedelta(days=i % 1500), "6A", *marks]


def csv(path, size, text=str):
    with open(path, "w", encoding="utf-8-sig") as out:
        out.write(",".join(HEADING) + "\r\n")
        for i in itertools.count():
            if out.tell() >= size:
                break
            out.write(",".join(text(v.strftime("%d/%m/%Y") if isinstance(v, datetime.date) else str(v)) for v in row(i)) + "\r\n")


def html(path, size):
    with open(path, "w", encoding="utf-8") as out:
        out.write('<html><head><meta charset="utf-8"><style>td{border:1px solid}</style></head><body><table border="1"><tr>')
        out.write("".join("<th>%s</th>" % h for h in HEADING) + "</tr>\n")
        for i in itertools.count():
            if out.tell() >= size:
                break
            cells = (v.strftime("%d/%m/%Y") if isinstance(v, datetime.date) else str(v) for v in row(i))
            out.write("<tr>" + "".join('<td class="x">%s</td>' % c for c in cells) + "</tr>\n")
        out.write("</table></body></html>")


def spreadsheetml(path, size):
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    with open(path, "w", encoding="utf-8") as out:
        out.write(f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{space}" xmlns:ss="{space}">'
                  '<Worksheet ss:Name="6A"><Table>')
        for i in itertools.count():
            if out.tell() >= size:
                break
            kinds = (("Number", v) if isinstance(v, (int, float)) else ("String", v) for v in row(i))
            out.write("<Row>" + "".join(f'<Cell><Data ss:Type="{k}">{v}</Data></Cell>' for k, v in kinds) + "</Row>\n")
        out.write("</Table></Worksheet></Workbook>")


def ods(path, size):
    spaces = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (n, n) for n in ("office", "table", "text"))
    out, used = [], 0
    for i in itertools.count():
        if used >= size:
            break
        line = "<table:table-row>"
        for v in row(i):
            kind = ('office:value-type="float" office:value="%s"' % v if isinstance(v, (int, float)) else
                    'office:value-type="date" office:date-value="%s"' % v if isinstance(v, datetime.date) else 'office:value-type="string"')
            line += "<table:table-cell %s><text:p>%s</text:p></table:table-cell>" % (kind, v)
        out.append(line + "</table:table-row>")
        used += len(out[-1].encode())
    content = (f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="6A">' +
               "".join(out) + "</table:table></office:spreadsheet></office:body></office:document-content>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)


def xlsx(path, rows, tcvn3=False):
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    font = {"font_name": ".VnTime"} if tcvn3 else {}
    text, date = book.add_format(font), book.add_format({**font, "num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("6A")
    sheet.write_row(0, 0, HEADING)
    for i in range(rows):
        for column, v in enumerate(row(i)):
            if isinstance(v, datetime.date):
                sheet.write_datetime(i + 1, column, datetime.datetime(v.year, v.month, v.day), date)
            elif isinstance(v, str):
                # No two alike, so that nothing is saved by having met the same text before.
                value = in_tcvn3(f"{v} {MIDDLE[i % 10]} {i}") if tcvn3 and column == 2 else v
                sheet.write_string(i + 1, column, value, text)
            else:
                sheet.write_number(i + 1, column, v, text)
    book.close()


def words(path, rows):
    """Names, addresses and remarks in TCVN3, no two cells alike."""
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    font = book.add_format({"font_name": ".VnTime"})
    sheet = book.add_worksheet("6A")
    for i in range(rows):
        name = [NAMES[i * step % len(NAMES)] for step in (31, 37, 7)]
        for column, v in enumerate((f"{name[0]} {i}", f"{name[1]} {i}", f"{name[2]} (mẹ) {i}", f"Bản {name[2]}, xã Mường Và số {i}",
                                    f"Học sinh chăm chỉ, tiến bộ ở môn Toán {i}", f"Đã nộp hồ sơ {i}")):
            sheet.write_string(i, column, in_tcvn3(v), font)
    book.close()


def rows_of(size):
    """How many rows make a sheet of so many bytes of XML in .xlsx."""
    return round(size / 660)


def xls(path, rows, tcvn3=False):
    import xlwt
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("6A")
    text = xlwt.easyxf("font: name .VnTime" if tcvn3 else "font: name Arial")
    date = xlwt.easyxf("font: name Arial", num_format_str="dd/mm/yyyy")
    for column, heading in enumerate(HEADING):
        sheet.write(0, column, heading)
    for i in range(rows):
        for column, v in enumerate(row(i)):
            sheet.write(i + 1, column, in_tcvn3(v) if tcvn3 and isinstance(v, str) else v, date if isinstance(v, datetime.date) else text)
        if i % 1000 == 0:
            sheet.flush_row_data()
    book.save(path)


def term(folder, files):
    """So many small workbooks of marks, 45 rows each."""
    for n in range(files):
        (folder / f"lop-{n // 20:02}").mkdir(parents=True, exist_ok=True)
        xlsx(folder / f"lop-{n // 20:02}/mon-{n % 20:02}.xlsx", 45)
