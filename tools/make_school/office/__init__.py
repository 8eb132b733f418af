# SPDX-License-Identifier: Apache-2.0
"""What the office of the school has besides pupils and marks: a sample of each of the fourteen
systems of Điều 1.2, so that the demonstration holds them all."""

from .accounts import account_books
from .class_books import class_books
from .conduct import conduct_papers
from .health import health_books
from .people import people_books
from .registers import register_books
from .stores import store_books

BOOKS = (register_books, people_books, account_books, store_books, class_books, health_books,
         conduct_papers)


def office_system_books(school):
    for layout in BOOKS:
        yield from layout(school)
