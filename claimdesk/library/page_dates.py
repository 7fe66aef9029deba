"""The day on which a page says that it was published.

Days of change are no days of publication. A moment in UTC is a day in Jakarta for a page in Indonesian, since
its readers know the article by that day. Where the page states different days, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

from claimdesk.library.page_json import NewsNode

_NAMES = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date",
    "content_publisheddate", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued",
    "dcterms.issued", "date", "og:published_time",
)  # fmt: skip
_FORM = re.compile(
    r"(?P<day>(?:19|20)\d\d[-/]\d\d[-/]\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_JAKARTA = timezone(timedelta(hours=7))


def find_page_day(tree: Any, meta: Mapping[str, str], node: NewsNode) -> tuple[str, str, tuple[str, ...]]:
    """The day as YYYY-MM-DD and the place where it was read, both empty for none, and notes on why not."""
    indonesian = (tree.get("lang") or "").lower().startswith(("id", "in"))
    days: dict[str, str] = {}
    for written, place in _stated(tree, meta, node):
        day = parse_day(written, indonesian)
        if day:
            days.setdefault(day, place)
    if len(days) > 1:
        said = ", ".join(f"{day} ({place})" for day, place in sorted(days.items()))
        return "", "", (f"The page states different dates of publication, so none was taken: {said}.",)
    for day, place in days.items():
        return day, place, ()
    return "", "", ()


def _stated(tree: Any, meta: Mapping[str, str], node: NewsNode) -> Iterator[tuple[str, str]]:
    yield node.published, "JSON-LD datePublished"
    for name in _NAMES:
        yield meta.get(name, ""), f"meta {name}"
    for element in tree.iter("time"):
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or "", "time datePublished"


def parse_day(written: str, indonesian: bool = False) -> str:
    """The day of a moment as machines write it, YYYY-MM-DD; empty for any other form, or no such day."""
    written = written.strip()[:60]
    found = _FORM.fullmatch(written)
    try:
        if found is None:
            moment = parsedate_to_datetime(written)
            in_utc = moment.tzinfo is not None and not moment.utcoffset()
        else:
            day = found["day"].replace("/", "-")
            moment = datetime.fromisoformat(f"{day}T{found['time'] or '00:00'}")
            in_utc = bool(found["time"]) and found["zone"] in ("Z", "UTC", "GMT", "+00:00", "+0000")
    except (ValueError, TypeError, IndexError):
        return ""
    if in_utc and indonesian:
        moment = moment.replace(tzinfo=UTC).astimezone(_JAKARTA)
    return moment.date().isoformat()
