"""Quotes as a briefing shows them: the words with what was found in them, who says it, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from claimdesk.briefing.excerpts import ELLIPSIS, find_excerpts
from claimdesk.evidence.sides import find_context
from claimdesk.messages import render_list, render_stated_date, translate
from claimdesk.messages.figures import render_written_figure
from claimdesk.messages.phrases import kind_phrase, origin_name, outlet_name
from claimdesk.model import ArticleReport, Passage, Quote, Report, Span

Style = Literal["hit", "turns", "hedge", "context"]
_CUE_STYLES: dict[str, Style] = {"negation": "turns", "denial": "turns", "denial_ended": "turns"}


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive characters of a quote, or an ellipsis of ours, with what is to be seen in them."""

    text: str
    styles: tuple[Style, ...] = ()


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class QuoteOutline:
    """One quote. ``article.body[start:end] == text``, always.

    `words` are its context and the quote itself, whole; `excerpts` may stand for it where there is no room,
    longer ones first. `body` is whom the speaker speaks for, empty where that is `who`; `kind` says
    that it is a party, else nothing. `brief` names the quote where even an excerpt does not fit. `remarks`
    limit it: hedged, earlier, not reviewed.
    """

    article: str
    start: int
    end: int
    text: str
    stance: str
    origin: str
    who: str
    body: str
    kind: str
    where: str
    remarks: tuple[str, ...]
    words: Words
    excerpts: tuple[Words, ...]
    brief: str
    language: str
    reviewed: bool


def outline_quote(quote: Quote, report: Report, language: str) -> QuoteOutline:
    """The quote, worded in `language`. Raises KeyError where its article is not in the report."""
    source = report.article(quote.article)
    if source is None:
        raise KeyError(quote.article)
    article = source.article
    outlet = outlet_name(article, language)
    if article.kind == "digest":
        outlet = f"{outlet} · {translate('digest', language)}"
    name = ", ".join(origin_name(origin, language) for origin in quote.origins)
    counted = ", ".join(dict.fromkeys(origin.counted_name for origin in quote.origins))
    return QuoteOutline(
        article=quote.article,
        start=quote.start,
        end=quote.end,
        text=quote.text,
        stance=quote.stance,
        origin=quote.origin.id,
        who=name,
        body=counted if counted != name else "",
        kind=kind_phrase(quote.origin, language) if quote.origin.kind == "party" else "",
        where=f"{outlet} · {render_stated_date(quote.date, language)}",
        remarks=_remarks(quote, language),
        words=_join(_words(quote, source)),
        excerpts=tuple(_join(words) for words in _excerpts(quote, source)),
        brief=_brief(quote, language),
        language=article.language,
        reviewed=bool(quote.decision),
    )


def _remarks(quote: Quote, language: str) -> tuple[str, ...]:
    """What keeps the quote from counting in full."""
    said = []
    if quote.heading:
        said.append(translate("headline", language))
    if quote.speech_act != "asserts":
        said.append(translate(quote.speech_act, language))
    if quote.hedged:
        said.append(translate("hedged", language))
    if quote.timing in ("earlier", "later"):
        said.append(translate(quote.timing, language))
    said.append(translate(quote.decision or "not reviewed", language))
    return tuple(said)


def _brief(quote: Quote, language: str) -> str:
    """The speaker, with what is said in a word: "Seoul (3,000)", "Pyongyang (denies)"."""
    told = [render_written_figure(quote.figure.text, language)] if quote.figure else []
    if quote.speech_act != "asserts":
        told.append(translate(quote.speech_act, language))
    if quote.hedged:
        told.append(translate("hedged", language))
    names = [origin.counted_name or origin_name(origin, language) for origin in quote.origins]
    name = render_list(list(dict.fromkeys(names)), language)
    return f"{name} ({', '.join(told)})" if told else name


def _words(quote: Quote, source: ArticleReport) -> list[Words]:
    """Context and quote, whole."""
    body = source.article.body
    stretches = [_context(passage, quote, source, (passage.span,)) for passage in find_context(quote, source)]
    return [*stretches, _runs(body, quote.span, quote)]


def _excerpts(quote: Quote, source: ArticleReport) -> list[list[Words]]:
    """The shorter forms; their context is cut too, where it may be."""
    body, language = source.article.body, source.article.language
    before = [
        _context(
            passage,
            quote,
            source,
            next(iter(_cuts(body, passage.span, quote, language)[-1:]), (passage.span,)),
        )
        for passage in find_context(quote, source)
    ]
    return [[*before, _cut(body, spans, quote)] for spans in _cuts(body, quote.span, quote, language)]


def _cuts(body: str, within: Span, quote: Quote, language: str) -> list[tuple[Span, ...]]:
    """Spans of the body that may stand for `within`, longer ones first."""
    marked = [*quote.matched, *quote.context, *(span for _, span in quote.cues)]
    if quote.figure is not None:
        marked.append(quote.figure.span)
    core = [span.shift(-within.start) for span in marked if within.contains(span)]
    found = find_excerpts(within.of(body), language, core)
    return [tuple(span.shift(within.start) for span in spans) for spans in found]


def _cut(body: str, spans: Sequence[Span], quote: Quote, within: Span | None = None) -> Words:
    """The spans as runs, with an ellipsis for whatever is left out of the passage."""
    whole = within or quote.span
    runs = [Run(f"{ELLIPSIS} ")] if body[whole.start : spans[0].start].strip() else []
    for number, span in enumerate(spans):
        runs += [Run(f" {ELLIPSIS} ")] if number else []
        runs += _runs(body, span, quote)
    if body[spans[-1].end : whole.end].strip(" .\n\t"):
        runs.append(Run(f" {ELLIPSIS}"))
    return tuple(runs)


def _context(passage: Passage, quote: Quote, source: ArticleReport, spans: Sequence[Span]) -> Words:
    """A passage before the quote, greyed and in brackets, which also plain text keeps, and whether something
    stands between the two.
    """
    body = source.article.body
    between = body[passage.end : quote.start] if passage.end <= quote.start else ""
    gap = Run(f"] {ELLIPSIS} " if between.strip() else "] ")
    runs = (Run("["), *_cut(body, spans, quote, passage.span), gap)
    return tuple(Run(run.text, (*run.styles, "context")) for run in runs)


def _runs(body: str, within: Span, quote: Quote) -> Words:
    """``body[within]``, cut where what is to be seen changes; not one character is added, changed or lost."""
    marks: list[tuple[Span, Style]] = [(span, "hit") for span in quote.matched]
    marks += [(span, _CUE_STYLES.get(kind, "hedge")) for kind, span in quote.cues]
    cuts = {within.start, within.end}
    for span, _ in marks:
        cuts |= {at for at in (span.start, span.end) if within.start < at < within.end}
    parts = [Span(start, end) for start, end in pairwise(sorted(cuts))]
    return tuple(
        Run(part.of(body), tuple(sorted({style for span, style in marks if span.contains(part)})))
        for part in parts
    )


def _join(stretches: Iterable[Words]) -> Words:
    return tuple(run for words in stretches for run in words)
