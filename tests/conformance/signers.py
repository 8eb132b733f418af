#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the signature fields of a PDF, as another program lists them, against the signers that the
catalogue or the record's own definition names.

signers.py TEMPLATES < lines of "PDF<TAB>field field …"  → "N files", exit 0; else each difference, exit 1
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

templates = pathlib.Path(sys.argv[1])
catalogue = {e.get("id"): e.get("signers", "") for e in tree.parse(templates / "catalogue.xml").iter("record")}
wanted = []  # (pattern of the path in the bag, signers)
for file in sorted(templates.glob("records/*/record.xml")):
    for document in tree.parse(file).iter("document"):
        stem = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(document.get("stem")))
        wanted.append((re.compile(f".*/{stem}\\.pdf"), document.get("signers") or catalogue[file.parent.name]))

wrong = files = 0
for line in sys.stdin:
    path, fields = line.rstrip("\n").split("\t")
    files += 1
    allowed = {signers for pattern, signers in wanted if pattern.fullmatch(path)}
    if fields not in allowed:
        wrong += 1
        print(f"{path}: signed by “{fields}”, to be signed by {sorted(allowed)}")
print(f"{files} files signed by whom they should be")
sys.exit(1 if wrong or not files else 0)
