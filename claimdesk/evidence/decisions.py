"""What people decided, applied to what the engine found.

The last decision on a quote counts; one that is withdrawn leaves the one before it. Rejected quotes stay,
marked. An added passage becomes a quote of its own. A decision whose place is lost is told by
`find_lost_decisions`, and never applied somewhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from claimdesk.evidence.anchors import Anchor, find_anchor
from claimdesk.evidence.corrections import correct_quote, explain_corrections
from claimdesk.evidence.origin import OriginBook
from claimdesk.model import Article, Claim, Decision, LostDecision, Origin, Quote, Reason, Span, StatedDate

Place = tuple[str, str, Span]  # claim, article, where in its body
Standing = list[tuple[Decision, Anchor | None]]  # what was not withdrawn, the newest last; None: no article


def apply_decisions(
    quotes: Sequence[Quote],
    decisions: Iterable[Decision],
    until: date,
    articles: Mapping[str, Article],
    claims: Mapping[str, Claim],
    book: OriginBook,
) -> tuple[Quote, ...]:
    """`quotes` as people left them on `until`, in the same order; added ones follow.

    `decisions` are in the order they were made; those of later days play no part. `articles` and `claims`
    are by id, and `book` knows who a corrected speaker is.

    Raises:
        InputError: a correction holds a value that its field cannot have.
    """
    shown = {_place_of(quote): quote for quote in quotes}
    for place, standing in _find_standing(quotes, decisions, until, articles):
        decision, anchor = standing[-1]
        if anchor is None or place is None or decision.claim not in claims:
            continue
        claim = claims[decision.claim]
        if place not in shown:
            added = next((one for one, _ in reversed(standing) if one.kind == "added"), None)
            if added is None:
                continue
            new = _new_quote(added, place[2], articles[decision.article], book)
            shown[place] = correct_quote(new, added, claim, book.find)
        shown[place] = _decide(shown[place], decision, anchor, claim, book.find)
    return tuple(shown.values())


def find_lost_decisions(
    quotes: Sequence[Quote],
    decisions: Iterable[Decision],
    until: date,
    articles: Mapping[str, Article],
    claims: Container[str],
) -> tuple[LostDecision, ...]:
    """The standing decisions that cannot be applied any more, each with why. `claims` are ids."""
    known = {_place_of(quote) for quote in quotes}
    lost = []
    for place, standing in _find_standing(quotes, decisions, until, articles):
        decision, anchor = standing[-1]
        if decision.claim not in claims:
            lost.append(LostDecision(decision, "no claim"))
        elif anchor is None:
            lost.append(LostDecision(decision, "no article"))
        elif place is None:
            lost.append(LostDecision(decision, "orphaned"))
        elif (
            place not in known
            and decision.kind != "rejected"
            and all(one.kind != "added" for one, _ in standing)
        ):
            lost.append(LostDecision(decision, "not found"))
    return tuple(lost)


def find_newer(decision: Decision, since: Sequence[Decision]) -> Decision | None:
    """The last of the decisions made `since` that is about the same passage of the same claim."""
    span, words = Span(decision.start, decision.end), (decision.prefix, decision.text, decision.suffix)
    near = (one for one in reversed(since) if one.claim == decision.claim and one.article == decision.article)
    return next(
        (
            one
            for one in near
            if _same_passage(Span(one.start, one.end), span) or (one.prefix, one.text, one.suffix) == words
        ),
        None,
    )


def is_same_decision(one: Decision, other: Decision) -> bool:
    """Whether both say the same of one passage by the same person, on whatever days."""
    return replace(one, on=other.on) == other


def describe_lost(lost: LostDecision) -> str:
    """One sentence for a decision that cannot be applied any more: what it was about, why, what to do."""
    decision = lost.decision
    about = f"The decision of {decision.on} on claim {decision.claim} ({decision.kind})"
    return {
        "no claim": f"{about} is about a claim that is not in the registry: give it its former id back.",
        "no article": f"{about} is about article {decision.article}, which is not here: add the article.",
        "orphaned": f"{about} is orphaned: its text no longer stands in article {decision.article}. "
        "Decide again.",
        "not found": f"{about} is about a passage of article {decision.article} that no phrase finds any "
        "more: add the passage by hand or restore the phrase.",
    }[lost.why]


def describe_ahead(decisions: Iterable[Decision], today: date) -> tuple[str, ...]:
    """A sentence for decisions of days after `today`, which nobody would miss otherwise; none without any."""
    days = sorted(decision.on for decision in decisions if decision.on > today)
    if not days:
        return ()
    return (
        f"Dated after today, so not counted yet: {len(days)} of the decisions, the first of {days[0]}. "
        "Check the clock of who wrote them; to have one count now, decide again.",
    )


def _place_of(quote: Quote) -> Place:
    return quote.claim, quote.article, quote.span


def _find_standing(
    quotes: Sequence[Quote], decisions: Iterable[Decision], until: date, articles: Mapping[str, Article]
) -> Iterator[tuple[Place | None, Standing]]:
    """What stands at each place, in the order of the first decision there. A decision without a place
    is known again by its own words and offset."""
    found: dict[Place, tuple[Place | None, Standing]] = {}
    for decision, anchor, place in _place_decisions(quotes, decisions, until, articles):
        words = Span(decision.start, decision.end)
        key = place or (decision.claim, f"{decision.article}\n{decision.text}", words)
        _, standing = found.setdefault(key, (place, []))
        if decision.kind != "withdrawn":
            if not (standing and is_same_decision(standing[-1][0], decision)):
                standing.append((decision, anchor))
        elif standing:
            standing.pop()
    yield from (entry for entry in found.values() if entry[1])


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


def _new_quote(decision: Decision, span: Span, article: Article, book: OriginBook) -> Quote:
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
        origin=book.resolve("", article),
    )


def _decide(
    quote: Quote, decision: Decision, anchor: Anchor, claim: Claim, resolve: Callable[[str], Origin]
) -> Quote:
    decided = replace(quote, decision=decision.kind)
    if decision.kind in ("corrected", "added"):
        decided = correct_quote(decided, decision, claim, resolve)
    reasons = (*quote.reasons, *_explain(decision, anchor), *explain_corrections(quote, decided))
    return replace(decided, reasons=reasons)


def _explain(decision: Decision, anchor: Anchor) -> Iterator[Reason]:
    on = decision.on.isoformat()
    yield Reason.of(
        f"decision_{decision.kind}", by=decision.by, on=on, because=decision.reason, note=decision.note
    )
    if anchor.kind == "moved":
        yield Reason.of("decision_moved", on=on)
