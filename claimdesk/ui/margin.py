"""Notes in the margin of an article: sign, claim, origin, what was read off the passage, whether it waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimdesk.messages import render_number, render_reason, render_reasons, translate, translate_plural
from claimdesk.model import Candidate, Passage, Quote, Reason
from claimdesk.ui.address import Address
from claimdesk.ui.markup import Node, el, join, own
from claimdesk.ui.reading import Reading
from claimdesk.ui.signs import STANCE_SIGNS, render_stance
from claimdesk.ui.words import counted

_WORDS = 6  # words that name a passage which no claim covers


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
    open_ones = [quote for quote in quotes if quote.decisive or quote.claim == reading.claim]
    alone = len(quotes) == len(open_ones) == reading.opened + 1  # a fold over one note spares nothing
    open_ones = open_ones if alone else open_ones[: reading.opened]
    notes = [_render_note(quote, number, reading, address) for quote in open_ones]
    if len(open_ones) < len(quotes):
        notes.append(_fold(quotes[len(open_ones) :], bool(notes), number, reading, address))
    candidate = reading.candidates.get(passage.index)
    if candidate is not None and not notes:
        notes.append(
            el(
                "div",
                "margin",
                el("span", "stance", "?", aria_hidden="true"),
                el("p", "soft", own(f"{render_reason(candidate.why, language)} {_first_words(candidate)}")),
                data_passage=candidate_key(passage),
            )
        )
    return notes


def _first_words(candidate: Candidate) -> str:
    """The beginning of the passage, so that notes of one speaker can be told apart."""
    words = candidate.text.split()
    return f"“{' '.join(words[:_WORDS])}{' …' if len(words) > _WORDS else ''}”"


def candidate_key(passage: Passage) -> str:
    """What ties a passage that no claim covers to its note; those with quotes are tied by their numbers."""
    return f"uncovered-{passage.index}"


def _urgency(quote: Quote, reading: Reading) -> tuple[bool, bool, int]:
    """The claim one comes from first, then what decides something, then the better match."""
    return quote.claim != reading.claim, not quote.decisive, -quote.score


def _fold(quotes: Sequence[Quote], more: bool, number: int, reading: Reading, address: Address) -> Node:
    """Further notes of a passage behind a line that says how they stand; `more`: others stand open."""
    language = address.language
    stances = Counter(quote.stance for quote in quotes)
    counts = ", ".join(
        f"{sign} {stances[stance]}" for stance, sign in STANCE_SIGNS.items() if stances[stance]
    )
    claims = (
        translate_plural("{n} more claim", "{n} more claims", len(quotes), language)
        if more
        else translate_plural("{n} claim", "{n} claims", len(quotes), language)
    )
    line = f"{render_number(number, language)} · {counted(len(quotes), claims, language)}: {counts}"
    notes = [_render_note(quote, number, reading, address) for quote in quotes]
    return el("details", "more", el("summary", "soft", line), *notes, data_passage=str(number))


def _render_lead(passage: Passage, reading: Reading, language: str) -> Node:
    """A link line: never evidence, but perhaps a lead."""
    claims = [claim for claim, span in reading.entry.leads if span.overlaps(passage.span)]
    statements = [reading.statements.get(claim, claim) for claim in claims]
    said = [translate("Link line, never evidence.", language)]
    if statements:
        said.append(translate("A lead on: {claims}", language).format(claims=" ".join(statements)))
    return el("p", "note-plain soft", own(" ".join(said)))


def _render_note(quote: Quote, number: int, reading: Reading, address: Address) -> Node:
    """One claim's interest in a passage: sign, claim, who says it, whether it waits; opened, why."""
    language = address.language
    statement = reading.statements.get(quote.claim, quote.claim)
    said: list[Node | str] = [render_number(number, language), own(quote.origin.name)]
    if quote.decision:
        said.append(translate(quote.decision, language))
    elif quote.decisive:
        said.append(el("b", "ink", translate("to review", language)))
    reasons = [el("li", "", own(reason)) for reason in render_reasons(quote.reasons, language)]
    here = quote.claim == reading.claim and quote.start == reading.at
    return el(
        "div",
        "margin",
        render_stance(quote.stance),
        el(
            "div",
            "",
            el("a", "", own(statement), href=address.href("Claim", id=quote.claim)),
            el(
                "details",
                "",
                el("summary", "soft", *join(said, " · ")),
                el("p", "soft facts-line", *join(_find_facts(quote, language), " · ")),
                el("ul", "soft", *reasons),
                open="" if here else None,
            ),
        ),
        data_passage=str(number),
    )


def _find_facts(quote: Quote, language: str) -> list[Node | str]:
    """What was read off the passage, in a few words."""
    said: list[Node | str] = [translate(quote.stance, language), translate(quote.speech_act, language)]
    if quote.hedged:
        said.append(translate("hedged", language))
    if quote.figure is not None:
        compared = translate(quote.figure_verdict, language)
        said.append(own(f"{quote.figure.text} {compared}"))
    if quote.timing != "current":
        said.append(translate(quote.timing, language))
    said.append(translate("match {n}", language).format(n=render_number(quote.score, language)))
    return said
