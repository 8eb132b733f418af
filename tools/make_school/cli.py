# SPDX-License-Identifier: Apache-2.0
"""The command line of tools/make-school."""

import argparse
import shutil
import sys
from pathlib import Path

from .build import build_school
from .formats import as_exported, to_bytes
from .jobfile import job_file
from .layout_lists import list_books, office_books
from .layout_marks import attendance_books, conduct_books, mark_books
from .layout_results import earlier_books, summary_books, vnedu_books
from .mistakes import with_mistakes
from .office import office_system_books
from .papers import paper_files, upload_logs
from .sheets import Book


def books_of(school):
    for layout in (list_books, mark_books, conduct_books, attendance_books, vnedu_books,
                   summary_books, office_books, earlier_books,
                   office_system_books):
        yield from map(as_exported, layout(school))


def main(arguments=None):
    options = _parse(arguments)
    if options.small:
        options.classes, options.pupils = 4, 32
    out = Path(options.out)
    if out.exists() and any(out.iterdir()) and not (out / "hoso.toml").exists():
        sys.exit(f"{out}: không phải thư mục do make-school tạo ra, không ghi đè")
    school = build_school(options.seed, options.classes, options.pupils, options.terms)
    shutil.rmtree(out, ignore_errors=True)
    papers = paper_files(school)
    extra = {"hoso.toml": job_file(school).encode(), **papers}
    books = [*books_of(school), *map(as_exported, upload_logs(school, papers))]
    if options.mistakes:
        books, extra, listing = with_mistakes(school, books, extra)
        # Beside the school and not in it: to hoso it would be one more unknown file.
        _write(Path(options.mistakes), listing)
    for book in books:
        for path, content in _files(book, options.only_csv):
            _write(out / path, content)
    for path, content in extra.items():
        _write(out / path, content)


def _files(book, only_csv):
    if not only_csv or book.path.endswith(".csv"):
        yield book.path, to_bytes(book)
        return
    stem = book.path.rsplit(".", 1)[0]
    for sheet in book.sheets:
        single = Book(f"{stem}_{sheet.name}.csv")
        single.sheets.append(sheet)
        yield single.path, to_bytes(single)


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _parse(arguments):
    parser = argparse.ArgumentParser(
        prog="make-school",
        description="Makes the files that a made-up school exports: same seed, same bytes.",
        epilog="tools/make-school inputs/demo        the school in the repository\n"
               "tools/make-school OUT --classes 12 --pupils 500\n",
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", help="folder to make (replaced if it is a school already)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--classes", type=int, default=8)
    parser.add_argument("--pupils", type=int, default=296)
    parser.add_argument("--terms", default="HK1,HK2", type=_terms, help="HK1 or HK1,HK2")
    parser.add_argument("--mistakes", metavar="LIST",
                        help="put typical mistakes in and list them in this JSON file (8 classes)")
    parser.add_argument("--small", action="store_true", help="4 classes of 8 pupils")
    parser.add_argument("--only-csv", action="store_true",
                        help="every sheet as a CSV file: faster, for very large schools")
    return parser.parse_args(arguments)


def _terms(text):
    terms = text.split(",")
    if terms not in (["HK1"], ["HK1", "HK2"]):
        raise argparse.ArgumentTypeError("HK1 or HK1,HK2")
    return terms
