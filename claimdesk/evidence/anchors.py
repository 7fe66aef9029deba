"""Where the text a person decided on stands today: anchored twice, by offsets and by the exact words.

A corrected or re-imported article moves what follows the correction. The words then say where the place
went; where they do not say it without doubt, the anchor is orphaned rather than set somewhere else. The
method is that of web annotation (W3C text quote and text position selectors).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimdesk.model import Decision, Span

AnchorKind = Literal["exact", "moved", "orphaned"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a decision's text in the body as it is now; no span where it is orphaned."""

    kind: AnchorKind
    span: Span | None = None


AROUND = 40  # code points kept on each side of the words
ORPHANED = Anchor("orphaned")


def find_surroundings(body: str, span: Span) -> tuple[str, str]:
    """What stands before and after `span`: the `prefix` and `suffix` of a decision on it."""
    return body[max(0, span.start - AROUND) : span.start], body[span.end : span.end + AROUND]


def find_anchor(decision: Decision, body: str) -> Anchor:
    """Where the decision's text stands in `body`.

    ``exact``: at its offsets. ``moved``: elsewhere, in one place only, or in the one that has most of the
    prefix and suffix around it. ``orphaned``: nowhere, or in several places that cannot be told apart.
    """
    text = decision.text
    if not text:
        return ORPHANED
    if body.startswith(text, decision.start):
        return Anchor("exact", Span(decision.start, decision.start + len(text)))
    places = [(_agreement(decision, body, start), start) for start in _find_all(text, body)]
    if not places:
        return ORPHANED
    best, start = max(places)
    rivals = sum(agreement == best for agreement, _ in places)
    if len(places) > 1 and (rivals > 1 or 2 * best < len(decision.prefix) + len(decision.suffix)):
        return ORPHANED
    return Anchor("moved", Span(start, start + len(text)))


def _find_all(text: str, body: str) -> Iterator[int]:
    """Starts of `text` in `body` that do not overlap."""
    start = body.find(text)
    while start >= 0:
        yield start
        start = body.find(text, start + len(text))


def _agreement(decision: Decision, body: str, start: int) -> int:
    """Code points of prefix and suffix that still stand next to the text."""
    before = body[max(0, start - len(decision.prefix)) : start]
    after = body[start + len(decision.text) :][: len(decision.suffix)]
    return _common(before[::-1], decision.prefix[::-1]) + _common(after, decision.suffix)


def _common(one: str, other: str) -> int:
    """Length of the longest common start."""
    length = 0
    for length, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return length
    return min(len(one), len(other))
