#!/usr/bin/python3
"""A foreign PDF engine from Debian (ReportLab) at the same kind of work: two pages, a table of 14 rows
and a page of text, embedded Vietnamese font. Prints documents a second on one core."""
import io
import sys
import time

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle
from reportlab.lib.styles import ParagraphStyle

pdfmetrics.registerFont(TTFont("LS", "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"))
style = ParagraphStyle("x", fontName="LS", fontSize=12, leading=15)
head = ["Môn học", "Học kì I", "Học kì II", "Cả năm", "Đánh giá lại", "Nhận xét"]
grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "LS", 11)])


def one():
    rows = [head] + [["Ngữ văn", "8,1", "7,9", "8,0", "", "Tiếp thu bài tốt"] for _ in range(14)]
    lines = [Paragraph("Kết quả rèn luyện và học tập của học sinh", style) for _ in range(25)]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build([Table(rows, style=grid), PageBreak(), *lines])
    return len(buffer.getvalue())


one()
start, count = time.process_time(), 0
while time.process_time() - start < float(sys.argv[1] if len(sys.argv) > 1 else 2):
    one()
    count += 1
print(count / (time.process_time() - start))
