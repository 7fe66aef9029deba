"""The day on which the briefings under test are made."""

from __future__ import annotations

from datetime import date

MADE = date(2024, 11, 23)
