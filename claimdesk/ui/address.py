"""What an address says: language, until, clean view, and the page's own parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

LANGUAGES = ("en", "id")
EARLIEST = date(1900, 1, 1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as understood.

    `until` is None for today. `unknown` maps the name of a parameter to the value that means nothing here;
    the page then stands as if it had not been given. `rest` holds the page's own parameters, as typed.
    """

    language: str = "en"
    until: date | None = None
    clean: bool = False
    unknown: Mapping[str, str] = field(default_factory=dict)
    rest: Mapping[str, str] = field(default_factory=dict)

    def link(self, **wanted: str) -> dict[str, str]:
        """Parameters for a link that keeps language, until and view; empty values are left out."""
        kept = {
            "lang": self.language if self.language != "en" else "",
            "until": self.until.isoformat() if self.until else "",
            "view": "clean" if self.clean else "",
        }
        return {name: value for name, value in {**wanted, **kept}.items() if value}

    def today(self) -> Address:
        """The same address without a past day."""
        return replace(self, until=None)

    def href(self, page: str, **wanted: str) -> str:
        """A relative address of a page for an ``href``, everything in it percent-encoded."""
        query = urlencode(self.link(**wanted))
        return f"{page}?{query}" if query else page


def parse_address(parameters: Mapping[str, str], today: date) -> Address:
    """The parameters as understood; a date must be ``YYYY-MM-DD``, from 1900 and not after `today`."""
    rest = {name: value for name, value in parameters.items() if name not in ("lang", "until", "view")}
    unknown = {}
    language = parameters.get("lang") or "en"
    if language not in LANGUAGES:
        unknown["lang"], language = language, "en"
    written = parameters.get("until") or ""
    until = parse_day(written, today)
    if written and until is None:
        unknown["until"] = written
    return Address(language, until, parameters.get("view") == "clean", unknown, rest)


def parse_day(written: str, today: date) -> date | None:
    """The day, written ``YYYY-MM-DD``; None where it is none, lies before 1900 or after `today`."""
    if not _DAY.fullmatch(written):
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if EARLIEST <= day <= today else None
