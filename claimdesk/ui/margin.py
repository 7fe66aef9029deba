"""Notes in the margin of an article: sign, claim, origin, what was read off the passage, whether it waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimdesk.messages import render_number, render_reason, translate
from claimdesk.model import Passage, Quote, Reason
from claimdesk.ui.address import Address
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.reading import Reading
from claimdesk.ui.signs import STANCE_SIGNS, render_stance

_SHOWN = 2  # notes of one passage that stand open


def render_notes(passage: Passage, reading: Reading, address: Address) -> list[Node]:
    """What the engine made of a passage: which claims it bears on, or why it never can."""
    language = address.language
    if passage.kind == "boilerplate":
        said = render_reason(Reason.of("boilerplate", rule=passage.rule), language)
        return [el("p", "note-plain soft", said)]
    if passage.kind == "link":
        return [_render_lead(passage, reading, language)]
    number = reading.numbers.get(passage.index, 0)
    quotes = sorted(reading.quotes.get(passage.index, []), key=lambda quote: _urgency(quote, reading))
    notes = [_render_note(quote, number, reading, address) for quote in quotes[:_SHOWN]]
    if len(quotes) == _SHOWN + 1:
        notes.append(_render_note(quotes[-1], number, reading, address))
    elif len(quotes) > _SHOWN:
        notes.append(_fold(quotes[_SHOWN:], number, reading, address))
    candidate = reading.candidates.get(passage.index)
    if candidate is not None and not notes:
        notes.append(
            el(
                "div",
                "margin",
                el("span", "stance", "?", aria_hidden="true"),
                el("p", "soft", own(render_reason(candidate.why, language))),
            )
        )
    return notes


def _urgency(quote: Quote, reading: Reading) -> tuple[bool, bool, int]:
    """The claim one comes from first, then what decides something, then the better match."""
    return quote.claim != reading.claim, not quote.decisive, -quote.score


def _fold(quotes: Sequence[Quote], number: int, reading: Reading, address: Address) -> Node:
    """All further notes of a passage behind a line that opens and says how they stand."""
    language = address.language
    stances = Counter(quote.stance for quote in quotes)
    counts = ", ".join(
        f"{sign} {stances[stance]}" for stance, sign in STANCE_SIGNS.items() if stances[stance]
    )
    more = translate("{number} · {n} more claims: {counts}", language).format(
        number=render_number(number, language), n=render_number(len(quotes), language), counts=counts
    )
    notes = [_render_note(quote, number, reading, address) for quote in quotes]
    return el("details", "", el("summary", "margin", el("span", "soft", more)), *notes)


def _render_lead(passage: Passage, reading: Reading, language: str) -> Node:
    """A link line: never evidence, but perhaps a lead."""
    claims = [claim for claim, span in reading.entry.leads if span.overlaps(passage.span)]
    statements = [reading.statements.get(claim, claim) for claim in claims]
    said = [translate("Link line, never evidence.", language)]
    if statements:
        said.append(translate("A lead on: {claims}", language).format(claims=" ".join(statements)))
    return el("p", "note-plain soft", own(" ".join(said)))


def _render_note(quote: Quote, number: int, reading: Reading, address: Address) -> Node:
    """One claim's interest in a passage: sign, claim, origin, what was read, match, whether it waits."""
    language = address.language
    statement = reading.statements.get(quote.claim, quote.claim)
    said: list[Node | str] = [render_number(number, language), own(quote.origin.name)]
    if quote.speech_act != "asserts":
        said.append(translate(quote.speech_act, language))
    if quote.hedged:
        said.append(translate("hedged", language))
    if quote.figure is not None:
        compared = translate(quote.figure_verdict, language)
        said.append(own(f"{quote.figure.text} {compared}"))
    if quote.timing != "current":
        said.append(translate(quote.timing, language))
    said.append(translate("match {n}", language).format(n=render_number(quote.score, language)))
    if quote.decision:
        said.append(translate(quote.decision, language))
    elif quote.decisive:
        said.append(el("b", "ink", translate("to review", language)))
    return el(
        "div",
        "margin",
        render_stance(quote.stance),
        el(
            "div",
            "",
            el("a", "", own(statement), href=address.href("Claim", id=quote.claim)),
            el("p", "soft", *join(said, " · ")),
        ),
    )
