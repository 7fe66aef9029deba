"""A small desk on disk: three claims and three articles about a flood that never was."""

from __future__ import annotations

from pathlib import Path

import pytest

CLAIMS = """\
version: 1
title: Flood at Arun
sources:
  - id: rescue-agency
    name: Rescue Agency
  - id: dam-authority
    name: Arun Dam Authority
    kind: party
claims:
  - id: dead-300
    statement: At least 300 people died in the Arun flood.
    as_of: 2021-05-10
    quantity: {at_least: 300, unit: [people, orang]}
    supports: [at least 300 people died in the flood]
  - id: dam-opened
    statement: The Arun dam was opened without a warning.
    as_of: 2021-05-09
    supports: [the dam was opened without a warning]
  - id: second-dam
    statement: The second dam is cracked.
    as_of: 2021-05-10
    supports: [cracks were found in the second dam]
"""
ARTICLES = {
    "wire-1.md": """\
---
title: Hundreds dead at Arun
outlet: Wire
published: 2021-05-10
url: https://wire.example/arun
language: en
---
At least 340 people died in the flood, the Rescue Agency said.

Villagers said the dam was opened without a warning.
""",
    "wire-2.md": """\
---
title: Authority on the dam
outlet: Wire
published: 2021-05-11
language: en
---
The Arun Dam Authority denied that the dam was opened without a warning.
""",
    "kabar-3.md": """\
---
title: Korban banjir Arun
outlet: Kabar
published: 2021-06-20
language: id
---
Sebanyak 120 orang meninggal dalam banjir, kata Rescue Agency.
""",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `claims.yaml` and `articles/`, which is also the current one."""
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
