# SPDX-License-Identifier: Apache-2.0
"""What the office of the school has besides pupils and marks: a sample of each of the fourteen
systems of Điều 1.2, so that the demonstration holds them all."""

from .accounts import account_books
from .class_books import class_books
from .conduct import conduct_papers
from .health import health_books
from .people import people_books
from .plans import plan_files, upload_log
from .registers import register_books
from .scans import scan_files
from .stores import store_books

__all__ = ("office_system_books", "office_system_papers", "upload_log")
BOOKS = (register_books, people_books, account_books, store_books, class_books, health_books,
         conduct_papers)


def office_system_papers(school):
    """{path: bytes} of what is no workbook."""
    return {**plan_files(school), **scan_files(school)}


def office_system_books(school):
    for layout in BOOKS:
        yield from layout(school)
