"""Shorter forms of a quote, for where it does not fit whole.

An excerpt is made of whole clauses and shows every cut as an ellipsis. Every negation, denial, hedge or other
cue of the quote is kept, with all that it governs: what is cut off can never turn what is left, nor make it
surer. Also one of another clause may do that: "…, but that is fake", "it is not true, he said, that …". And
what sets a clause against an earlier one stays with it, cue or not: "…, yet others say less".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimdesk.model import Span, merge_spans
from claimdesk.text.clauses import find_clauses
from claimdesk.text.contrasts import Contrasts, find_contrasts
from claimdesk.text.cues import find_cues

ELLIPSIS = "…"
_SHORT = 110  # code points; what is no longer is not worth a cut
_ROOM = 240  # code points that an excerpt may take with the clauses beside what it must hold
_WORTH = 0.85  # an excerpt longer than this share of the whole saves nothing


def find_excerpts(text: str, language: str, core: Iterable[Span]) -> tuple[tuple[Span, ...], ...]:
    """Stretches of `text`, a quote's words, that may stand for it: longer ones first, none where none may.

    `core` are spans that must be kept besides: matched words, the figure. Each result is one or more spans
    in order, to be joined by ellipses; at least one code point is left out of each.
    """
    if len(text) <= _SHORT:
        return ()
    clauses = [clause.span for clause in find_clauses(text, language)]
    bound = [_cover(cue.span, cue.scope) for cue in find_cues(text, language)]
    contrasts = find_contrasts(text, language)
    held = [*(span for span in core if len(span)), *bound] or clauses[:1]
    kept = _close(held, [*clauses, *bound], contrasts)
    grown = _grow(kept, clauses, bound, contrasts)
    worth = (spans for spans in (grown, kept) if _length(spans) <= _WORTH * len(text))
    return tuple(dict.fromkeys(_trim(text, spans) for spans in worth))


def _cover(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _close(spans: Sequence[Span], whole: Sequence[Span], contrasts: Contrasts) -> tuple[Span, ...]:
    """The spans, grown until none of `whole` is held in part, and with all that is set against them."""
    kept = merge_spans([*spans, *([contrasts.first] if contrasts.first else [])])
    while True:
        touched = [one for one in whole if any(one.overlaps(span) for span in kept)]
        turned = [turn for turn in contrasts.turns if turn.start > kept[0].start]
        closed = merge_spans([*kept, *touched, *turned], gap=1)
        if closed == kept:
            return kept
        kept = closed


def _grow(
    kept: tuple[Span, ...], clauses: Sequence[Span], bound: Sequence[Span], contrasts: Contrasts
) -> tuple[Span, ...]:
    """The spans with clauses beside them, the next before and behind in turn, as long as there is room."""
    grown = kept
    while True:
        beside = [one for one in clauses if not any(one.overlaps(span) for span in grown)]
        near = sorted(beside, key=lambda one: min(_distance(one, span) for span in grown))
        larger = _close([*grown, *near[:1]], [*clauses, *bound], contrasts)
        if not near or _length(larger) > _ROOM:
            return grown
        grown = larger


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def _length(spans: Sequence[Span]) -> int:
    return sum(len(span) for span in spans)


def _trim(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without white space at the ends of the stretches."""
    return tuple(
        Span(span.end - len(span.of(text).lstrip()), span.start + len(span.of(text).rstrip()))
        for span in spans
        if span.of(text).strip()
    )
