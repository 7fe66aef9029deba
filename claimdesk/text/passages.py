"""The passages of an article: lines first, then sentences, each with its exact place and its kind.

Lines end where `str.splitlines` ends them: at a line feed, carriage return (or both), vertical tab, form
feed, U+001C to U+001E, U+0085, U+2028 or U+2029. Passages stand in order, never overlap, and hold every
character that is not white space, but for lines of hidden characters only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimdesk.model import Passage, PassageKind, Span
from claimdesk.text.boilerplate import TAUGHT, Rule, find_rule
from claimdesk.text.sentences import find_sentences

_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufeff]")
_HEADLINE_LENGTH = 100  # in characters; a longer line without a sentence end is a badly typed paragraph
_HEADLINE_WORDS = 12
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]}]*(?:\s|$)|[:;,]$")
_FIRST_LETTER = re.compile(r"[\"'“‘«(\[]?([^\W\d_])")
_GAP = re.compile(r"\s*")
_BULLET = re.compile(r"[-–—*•·▪>]|\(?(?:\d{1,3}|[a-z])[.)]\s")


def find_lines(body: str) -> tuple[Span, ...]:
    """All lines of `body`, blank ones too, without their line ends and outer white space."""
    found = []
    start = 0
    for line in body.splitlines(keepends=True):
        text = line.lstrip()
        first = start + len(line) - len(text)
        found.append(Span(first, first + len(text.rstrip())))
        start += len(line)
    return tuple(found)


def find_passages(
    body: str,
    language: str,
    title_in_body: bool = False,
    longest: int = 20_000,
    never_text: Sequence[Span] = (),
) -> tuple[Passage, ...]:
    """The passages of `body` in order.

    `language` is ``id`` or ``en``. With `title_in_body`, the first line of text is the title, and so is every
    line that repeats it; it is a heading unless it is a sentence with a full stop. A stretch of more than
    `longest` characters without a sentence end is cut at white space, or at `longest` where there is none.
    `never_text` are lines and sentences that are boilerplate whatever they say (`Article.never_text`).
    """
    taught = frozenset(never_text)
    lines = _read_lines(body, language, taught)
    headings = _find_headings(body, lines, title_in_body)
    found: list[Passage] = []
    for line in lines:
        heading = line.number in headings
        for sentence, rule in _split(body, line, language, taught):
            kind: PassageKind = rule.kind if rule else "text"
            name = rule.name if rule else ""
            for span in _cut(body, sentence, longest):
                found.append(Passage(len(found), span.start, span.end, line.number, kind, name, heading))
    return tuple(found)


class _Line(NamedTuple):
    """A line that is not blank, and the rule it falls under as a whole."""

    number: int
    span: Span
    rule: Rule | None
    headline: bool


def _read_lines(body: str, language: str, taught: frozenset[Span]) -> list[_Line]:
    """The lines with something to see. Headlines that follow a rule that opens a list are links too."""
    found = []
    opened: Rule | None = None
    for number, span in enumerate(find_lines(body)):
        text = span.of(body)
        if not _VISIBLE.search(text):
            continue
        rule = TAUGHT if span in taught else find_rule(text, "line", language)
        if rule is not None and rule.opens_list:
            opened = rule
        elif rule is None and opened is not None:
            rule = opened = opened if _is_headline(text.rstrip("?!")) else None
        found.append(_Line(number, span, rule, rule is None and _is_headline(text)))
    return found


def _is_headline(text: str) -> bool:
    """Whether `text` is short, starts like a headline and has no sentence end."""
    return (
        len(text) <= _HEADLINE_LENGTH
        and len(text.split()) <= _HEADLINE_WORDS
        and not _SENTENCE_END.search(text)
        and not _BULLET.match(text)
        and not _starts_lower(text)
    )


def _starts_lower(text: str) -> bool:
    first = _FIRST_LETTER.match(text)
    return first is not None and first.group(1).islower()


def _find_headings(body: str, lines: list[_Line], title_in_body: bool) -> set[int]:
    """The numbers of the title's lines, and of headlines that stand alone before a line of prose.

    Several headlines in a row are a list.
    """
    prose = [line for line in lines if line.rule is None]
    listed = {line.number for pair in pairwise(prose) if all(one.headline for one in pair) for line in pair}
    found = {
        line.number
        for line, following in pairwise(prose)
        if line.headline and line.number not in listed and not _starts_lower(following.span.of(body))
    }
    if title_in_body and prose:
        title = prose[0].span.of(body)
        repeated = {line.number for line in prose if line.span.of(body) == title}
        found = found - repeated if title.rstrip("\"'”’»)").endswith(".") else found | repeated
    return found


def _split(
    body: str, line: _Line, language: str, taught: frozenset[Span]
) -> Iterator[tuple[Span, Rule | None]]:
    """The passages of one line, each with the rule it falls under.

    A link line is one passage, marks and all; where it ends in a full stop, text may stand behind the link.
    """
    text, start, whole = line.span.of(body), line.span.start, line.rule
    if whole is not None and whole.kind == "link":
        if not text.endswith("."):
            yield line.span, whole
            return
        whole = None
    for sentence in find_sentences(text, language):
        span = sentence.shift(start)
        known = TAUGHT if span in taught else whole
        yield span, known or find_rule(sentence.of(text), "sentence", language)


def _cut(body: str, span: Span, longest: int) -> Iterator[Span]:
    """`span` in pieces of at most `longest` characters, cut at white space where there is some."""
    start = span.start
    while span.end - start > longest:
        piece = body[start : start + longest].rstrip()
        words = piece.rsplit(maxsplit=1)
        end = start + (len(words[0]) if len(words) > 1 else len(piece))
        yield Span(start, end)
        start = _GAP.match(body, end, span.end).end()  # type: ignore[union-attr]
    yield Span(start, span.end)
