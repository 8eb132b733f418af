# SPDX-License-Identifier: Apache-2.0
"""What lies in the school's folders and is no workbook: Word plans, mail, scans."""

from ..formats.old_word import as_old_word
from .mail import mail_files
from .scans import scan_files
from .school_plans import school_files
from .teacher_plans import teacher_files, upload_logs
from .team_plans import team_files

__all__ = ("paper_files", "upload_logs")


def paper_files(school):
    """{path: bytes}"""
    plans = {path: paper.to_bytes() for layout in (school_files, team_files, teacher_files)
             for path, paper in layout(school).items()}
    return {**as_old_word(plans), **scan_files(school), **mail_files(school, plans)}
