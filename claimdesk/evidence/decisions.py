"""What people decided, applied to what the engine found.

The last decision on a quote counts. Rejected quotes stay, marked. An added passage becomes a quote of its
own. A decision whose place is lost is told by `find_lost_decisions`, and never applied somewhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from claimdesk.evidence.anchors import Anchor, find_anchor
from claimdesk.evidence.corrections import correct_quote
from claimdesk.model import Article, Claim, Decision, Origin, Quote, Reason, Span, StatedDate

Place = tuple[str, str, Span]  # claim, article, where in its body


def apply_decisions(
    quotes: Sequence[Quote],
    decisions: Iterable[Decision],
    until: date,
    articles: Mapping[str, Article],
    claims: Mapping[str, Claim],
    resolve: Callable[[str], Origin],
) -> tuple[Quote, ...]:
    """`quotes` as people left them on `until`, in the same order; added ones follow.

    `decisions` are in the order they were made; those of later days play no part. `articles` and `claims`
    are by id, and `resolve` turns a name or a source id into an origin.

    Raises:
        InputError: a correction holds a value that its field cannot have.
    """
    shown = {_place_of(quote): quote for quote in quotes}
    last: dict[Place, tuple[Decision, Anchor]] = {}
    for decision, anchor, place in _place_decisions(quotes, decisions, until, articles):
        if anchor is None or place is None or decision.claim not in claims:
            continue
        if place not in shown or (decision.kind == "added" and shown[place].passage < 0):
            if decision.kind != "added":
                continue
            added = _new_quote(decision, place[2], articles[decision.article], resolve)
            shown[place] = correct_quote(added, decision, claims[decision.claim], resolve)
        last[place] = decision, anchor
    for place, (decision, anchor) in last.items():
        shown[place] = _decide(shown[place], decision, anchor, claims[decision.claim], resolve)
    return tuple(shown.values())


def find_lost_decisions(
    quotes: Sequence[Quote], decisions: Iterable[Decision], until: date, articles: Mapping[str, Article]
) -> tuple[str, ...]:
    """One sentence for each decision that cannot be applied any more: what it was about, why, what to do."""
    known = {_place_of(quote) for quote in quotes}
    lost = []
    for decision, anchor, place in _place_decisions(quotes, decisions, until, articles):
        about = f"The decision of {decision.on} on claim {decision.claim} ({decision.kind})"
        if anchor is None:
            lost.append(f"{about} is about article {decision.article}, which is not here: add the article.")
        elif place is None:
            lost.append(
                f"{about} is orphaned: its text no longer stands in article {decision.article}. Decide again."
            )
        elif decision.kind == "added":
            known.add(place)
        elif place not in known and decision.kind != "rejected":
            lost.append(
                f"{about} is about a passage of article {decision.article} that no phrase finds any more: "
                "add the passage by hand or restore the phrase."
            )
    return tuple(lost)


def _place_of(quote: Quote) -> Place:
    return quote.claim, quote.article, quote.span


def _place_decisions(
    quotes: Sequence[Quote], decisions: Iterable[Decision], until: date, articles: Mapping[str, Article]
) -> Iterator[tuple[Decision, Anchor | None, Place | None]]:
    """Each decision made by `until` with its anchor (None: no such article) and its place (None:
    orphaned)."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for quote in quotes:
        spans[quote.claim, quote.article].append(quote.span)
    for decision in decisions:
        if decision.on > until:
            continue
        article = articles.get(decision.article)
        if article is None:
            yield decision, None, None
            continue
        anchor = find_anchor(decision, article.body)
        if anchor.span is None:
            yield decision, anchor, None
            continue
        around = spans[decision.claim, decision.article]
        span = next((one for one in around if _same_passage(one, anchor.span)), anchor.span)
        yield decision, anchor, (decision.claim, decision.article, span)


def _same_passage(one: Span, other: Span) -> bool:
    """Whether one passage is meant, though its ends may be read differently today: most of both is shared."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(len(one), len(other))


def _new_quote(decision: Decision, span: Span, article: Article, resolve: Callable[[str], Origin]) -> Quote:
    """The quote of a passage that the engine missed: by the outlet, of the article's date, unless
    corrected."""
    published = article.published
    return Quote(
        claim=decision.claim,
        article=article.id,
        passage=-1,
        start=span.start,
        end=span.end,
        text=article.body[span.start : span.end],
        stance="mentions",
        score=100,
        phrase="",
        matched=(),
        context=(),
        speech_act="asserts",
        hedged=False,
        negated=False,
        figure=None,
        figure_verdict="none",
        date=StatedDate(published, published) if published else None,
        timing="undated",
        origin=replace(resolve(article.outlet), kind="outlet"),
    )


def _decide(
    quote: Quote, decision: Decision, anchor: Anchor, claim: Claim, resolve: Callable[[str], Origin]
) -> Quote:
    quote = replace(quote, decision=decision.kind)
    if decision.kind in ("corrected", "added"):
        quote = correct_quote(quote, decision, claim, resolve)
    return replace(quote, reasons=(*quote.reasons, *_explain(decision, anchor)))


def _explain(decision: Decision, anchor: Anchor) -> Iterator[Reason]:
    on = decision.on.isoformat()
    yield Reason.of(
        f"decision_{decision.kind}", by=decision.by, on=on, because=decision.reason, note=decision.note
    )
    if anchor.kind == "moved":
        yield Reason.of("decision_moved", on=on)
