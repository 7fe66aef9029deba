"""An article as it was written, what was found in it underlined, and explained in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from claimdesk.messages import translate
from claimdesk.model import Candidate, Passage, Quote, Span, Stance
from claimdesk.ui.address import Address
from claimdesk.ui.hidden_note import render_hidden
from claimdesk.ui.margin import candidate_key, render_notes
from claimdesk.ui.markup import Node, el
from claimdesk.ui.quote_text import quote_marks, render_marked
from claimdesk.ui.reading import Reading
from claimdesk.ui.signs import STANCE_HUES


def render_reading(reading: Reading, address: Address) -> Node:
    """The whole body, line by line, nothing left out, with the notes of each line beside it."""
    lines = groupby(reading.entry.passages, key=lambda passage: passage.line)
    rows = [_render_line(list(passages), reading, address) for _, passages in lines]
    return el("div", "reader", *rows)


def _render_line(passages: Sequence[Passage], reading: Reading, address: Address) -> Node:
    language = address.language
    article = reading.entry.article
    parts: list[Node | str] = []
    end = passages[0].start
    for passage in passages:
        parts += [article.body[end : passage.start], *_render_passage(passage, reading)]
        if passage.kind == "text" and reading.editable:
            parts.append(_render_use(passage, reading, address))
        end = passage.end
    plain = all(passage.kind != "text" for passage in passages)
    notes = [note for passage in passages for note in render_notes(passage, reading, address)]
    if hidden := render_hidden(article.body[passages[0].start : end], language):
        notes.append(hidden)
    css = "text boiler" if plain else "text heading" if passages[0].heading else "text"
    return el(
        "div",
        "para",
        el("p", css, *parts, lang=article.language, dir="auto"),
        el("div", "notes", *notes, lang=language) if notes else None,
    )


def _render_use(passage: Passage, reading: Reading, address: Address) -> Node:
    """A sign behind a passage, without text of its own: the way to a phrase or a new claim."""
    article = reading.entry.article.id
    place = address.href("Registry", article=article, at=str(passage.start), claim=reading.claim)
    label = translate("Make a phrase or a claim of it", address.language)
    return el("a", "use", href=place, title=label, aria_label=label)


def _render_passage(passage: Passage, reading: Reading) -> list[Node | str]:
    body = reading.entry.article.body
    quotes = reading.quotes.get(passage.index, [])
    focus = "1" if passage.start == reading.at else None
    if not quotes:
        candidate = reading.candidates.get(passage.index)
        marks = [(span, "uncovered") for span in _find_figure(candidate, body)]
        inner = render_marked(body, passage.span, marks)
        if not focus and not candidate:
            return inner
        key = candidate_key(passage) if candidate else None
        return [el("span", "focus" if focus else "", *inner, data_focus=focus, data_passage=key)]
    marks = [mark for quote in quotes for mark in quote_marks(quote) if quote.decisive or mark[1] != "hit"]
    css = f"passage {_underline(quotes)}{' focus' if focus else ''}"
    number = str(reading.numbers[passage.index])
    words = render_marked(body, passage.span, marks)
    return [el("span", css, *words, data_focus=focus, data_passage=number), el("sup", "", number)]


def _underline(quotes: Iterable[Quote]) -> str:
    """Solid for support, dashed against, dotted for a mention, ink where one passage serves both sides."""
    stances = {quote.stance for quote in quotes if quote.decision != "rejected"}
    if {"supports", "contradicts"} <= stances:
        return "both"
    order: tuple[Stance, ...] = ("supports", "contradicts", "mentions")
    return next((STANCE_HUES[stance] for stance in order if stance in stances), "")


def _find_figure(candidate: Candidate | None, body: str) -> list[Span]:
    """Where the uncovered figure of a candidate stands."""
    said = str(candidate.why.as_dict().get("figure") or "") if candidate else ""
    if candidate is None or not said:
        return []
    start = body.find(said, candidate.start, candidate.end)
    return [Span(start, start + len(said))] if start >= 0 else []
