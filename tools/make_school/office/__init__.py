# SPDX-License-Identifier: Apache-2.0
"""What the office of the school has besides pupils and marks: a sample of each of the fourteen
systems of Điều 1.2, so that the demonstration holds them all."""

from ..formats.old_word import as_old_word
from .accounts import account_books
from .class_books import class_books
from .conduct import conduct_papers
from .diplomas import diploma_books
from .health import health_books
from .homeroom import homeroom_books
from .mail import mail_files
from .people import people_books
from .registers import register_books
from .scans import scan_files
from .school_plans import school_files
from .stores import store_books
from .teacher_plans import teacher_files, upload_logs
from .team_plans import team_files

__all__ = ("office_system_books", "office_system_papers", "upload_logs")
BOOKS = (register_books, people_books, account_books, store_books, class_books, health_books,
         conduct_papers, diploma_books, homeroom_books)


def office_system_papers(school):
    """{path: bytes} of what is no workbook."""
    plans = {path: paper.to_bytes() for layout in (school_files, team_files, teacher_files)
             for path, paper in layout(school).items()}
    return {**as_old_word(plans), **scan_files(school), **mail_files(school, plans)}


def office_system_books(school):
    for layout in BOOKS:
        yield from layout(school)
