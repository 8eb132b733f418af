# SPDX-License-Identifier: Apache-2.0
"""Word 97 documents: kept, not made (assets/README.md)."""

import hashlib
from pathlib import Path

_ASSETS = Path(__file__).resolve().parent.parent / "assets"


def as_old_word(papers):
    """{path: bytes} with those .docx of which a .doc is kept in that form."""
    kept = {asset.stem: asset for asset in _ASSETS.glob("*.doc")}
    made = {}
    for path, content in papers.items():
        asset = kept.get(hashlib.sha256(content).hexdigest()[:16])
        if asset and path.endswith(".docx"):
            path, content = path[:-1], asset.read_bytes()
        made[path] = content
    return made
