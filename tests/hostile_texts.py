"""The catalogue of hostile texts, `tests/cases/hostile.yaml`: for all that shows or stores text of others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

_ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "hostile.yaml").read_text(encoding="utf-8")
)
# What it is, and the text.
HOSTILE: tuple[tuple[str, str], ...] = tuple(
    (row["note"], row["text"] * row.get("times", 1)) for row in _ROWS
)
TEXTS = tuple(text for _, text in HOSTILE)
# What tests take that need seconds for each text: some of them, or all where the environment says so.
ALL_TEXTS = os.environ.get("CLAIMDESK_PAYLOADS") == "all"  # `make payloads` does
CHOSEN = TEXTS if ALL_TEXTS else TEXTS[::40]
