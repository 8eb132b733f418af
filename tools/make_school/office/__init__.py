# SPDX-License-Identifier: Apache-2.0
"""What the office of the school has besides pupils and marks: books of each of the fourteen systems
of Điều 1.2, so that the demonstration holds them all."""

from .accounts import account_books
from .class_books import class_books
from .conduct import conduct_papers
from .diplomas import diploma_books
from .health import health_books
from .homeroom import homeroom_books
from .people import people_books
from .registers import register_books
from .stores import store_books

__all__ = ("office_system_books",)
BOOKS = (register_books, people_books, account_books, store_books, class_books, health_books,
         conduct_papers, diploma_books, homeroom_books)


def office_system_books(school):
    for layout in BOOKS:
        yield from layout(school)
