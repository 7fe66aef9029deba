"""The quotes of one claim in two reports: gained, lost, or said to be something else."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.changes.texts import Texts
from claimdesk.model import FieldChange, Quote, QuoteChange, StatedDate, Value

Place = tuple[str, int, int] | tuple[str, str]


def compare_quotes(before: Sequence[Quote], after: Sequence[Quote], texts: Texts) -> tuple[QuoteChange, ...]:
    """Those that are not what they were, in the order of `after`, lost ones last.

    Paired by place where the text is the same; by their words, one after the other, where it was revised.
    """
    waiting: dict[Place, list[Quote]] = {}
    for quote in sorted(before, key=_start, reverse=True):
        article = texts.former.get(quote.article, quote.article)
        waiting.setdefault(_place(quote, article, texts), []).append(quote)
    partners: dict[Place, Quote] = {}
    for quote in sorted(after, key=_start):
        if found := waiting.get(_place(quote, quote.article, texts)):
            partners[_exact(quote)] = found.pop()
    pairs = [(partners.get(_exact(quote)), quote) for quote in after]
    changes = [
        QuoteChange(was, now, _changed_fields(was, now) if was else ())
        for was, now in pairs
        if was is None or _changed_fields(was, now)
    ]
    lost = {_exact(quote) for row in waiting.values() for quote in row}
    return (*changes, *(QuoteChange(quote, None) for quote in before if _exact(quote) in lost))


def _start(quote: Quote) -> int:
    return quote.start


def _exact(quote: Quote) -> Place:
    return quote.article, quote.start, quote.end


def _place(quote: Quote, article: str, texts: Texts) -> Place:
    """Where it is looked for in the other report, the article named as in the new one."""
    return (article, quote.text) if article in texts.revised else (article, quote.start, quote.end)


def _changed_fields(before: Quote, after: Quote) -> tuple[FieldChange, ...]:
    was, now = _said(before), _said(after)
    found = [FieldChange(name, was[name][1], now[name][1]) for name in was if was[name][0] != now[name][0]]
    # An origin under another id is another one only if it is counted under another name too.
    if before.origin.id != after.origin.id and before.origin.counted_name != after.origin.counted_name:
        found.append(FieldChange("origin", before.origin.name, after.origin.name))
    return tuple(found)


def _said(quote: Quote) -> dict[str, tuple[object, Value]]:
    """What counts of a quote: what is compared, and what is shown of it."""
    figure, stated = quote.figure, quote.date
    return {
        "stance": (quote.stance, quote.stance),
        "speech_act": (quote.speech_act, quote.speech_act),
        "hedged": (quote.hedged, quote.hedged),
        "figure": (figure and figure.text, figure.text if figure else None),
        "figure_verdict": (quote.figure_verdict, quote.figure_verdict or None),
        "date": (stated, _render_date(stated)),
        "timing": (quote.timing, quote.timing),
        "decision": (quote.decision, quote.decision or None),
    }


def _render_date(stated: StatedDate | None) -> str | None:
    """ISO 8601: a day, two days with a slash between, or an open end after one."""
    if stated is None:
        return None
    first, last = stated.first.isoformat(), stated.last.isoformat()
    if stated.not_before:
        return f"{first}/.."
    return first if first == last else f"{first}/{last}"
