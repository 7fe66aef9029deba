"""The facts of a source, proposed to a person: what it states, and what its text says beyond doubt.

A fact that is not proposed is missing, and said to be. Where page and text state different days, neither is
proposed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimdesk.library.bylines import Byline, find_byline
from claimdesk.library.extract import Extract, Fact
from claimdesk.library.outlets import plain_outlet
from claimdesk.text.boilerplate import find_rule
from claimdesk.text.passages import find_lines

FACTS: Final = ("title", "outlet", "published", "author", "language", "url")
_LONGEST_TITLE = 200  # characters; a longer first line is a paragraph
_SAMPLE = 2_000  # characters at the head that tell the language
_FIRST = "the first line"
LATER = "The first paragraph names the day {date}: it was published then or later."
TWO_DAYS = "The page says it was published on {date}, the text says {other}, so neither was taken."
OTHER_OUTLET = "The text opens with the dateline of {outlet}."


def propose_facts(extract: Extract) -> Extract:
    """The extract with the facts that can be read off its text, and notes on what was left open."""
    facts = dict(extract.facts)
    notes = list(extract.notes)
    known = facts.get("language")
    language = known.value if known else _detect_language(extract.body)
    if language and not known:
        facts["language"] = Fact(language, "its words")
    title = _find_title(extract.body, language or "id")
    if "title" not in facts and title:
        facts["title"] = Fact(title, _FIRST)
    byline = find_byline(extract.body, language or "id")
    _add_outlet(facts, notes, byline)
    _add_day(facts, notes, byline)
    if byline.author and "author" not in facts:
        facts["author"] = Fact(byline.author, "the line that says who wrote it")
    return replace(extract, facts=facts, notes=tuple(notes))


def _add_outlet(facts: dict[str, Fact], notes: list[str], byline: Byline) -> None:
    if not byline.outlet:
        return
    known = facts.get("outlet")
    if known is None or known.read_in == "the address":
        facts["outlet"] = Fact(byline.outlet, _place(byline.outlet_note))
    elif plain_outlet(byline.outlet) not in plain_outlet(known.value) and plain_outlet(
        known.value
    ) not in plain_outlet(byline.outlet):
        notes.append(OTHER_OUTLET.format(outlet=byline.outlet))


def _add_day(facts: dict[str, Fact], notes: list[str], byline: Byline) -> None:
    stated = facts.get("published")
    read = byline.published.isoformat() if byline.published else ""
    if stated and read and stated.value[:10] != read:
        del facts["published"]
        notes.append(TWO_DAYS.format(date=stated.value[:10], other=read))
    elif read and not stated:
        facts["published"] = Fact(read, _place(byline.date_note))
    elif not stated:
        notes += [byline.date_note] if byline.date_note else []
        notes += [LATER.format(date=byline.lead_day.isoformat())] if byline.lead_day else []


def _place(note: str) -> str:
    """Where a note of the byline says that it was read."""
    return note.partition(" was read off ")[2].removesuffix(".")


def _find_title(body: str, language: str) -> str:
    """The first line that is no boilerplate, unless it is a sentence or a paragraph."""
    for span in find_lines(body):
        line = span.of(body)
        if line and find_rule(line, "line", language) is None:
            title = " ".join(line.lstrip("#").split())
            return "" if title.endswith((".", ",", ";", ":")) or len(title) > _LONGEST_TITLE else title
    return ""


def _detect_language(body: str) -> str:
    """``id`` or ``en`` by the words; empty where they tell neither."""
    from simplemma import langdetect

    known = [name for name, share in langdetect(body[:_SAMPLE], lang=("id", "en")) if share > 0]
    return next((name for name in known if name in ("id", "en")), "")
