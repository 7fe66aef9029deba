"""From matches to quotes: the gates run over every match, and the best reading of each is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from claimdesk.evidence.dating import date_passage
from claimdesk.evidence.folding import fold_headings
from claimdesk.evidence.opened import ArticleView
from claimdesk.evidence.options import Option, read_direct, read_pointing
from claimdesk.evidence.origin import OriginBook, find_origins
from claimdesk.evidence.timing import timing_of
from claimdesk.model import Match, Quote, merge_spans
from claimdesk.text.claims import ClaimReading


def find_quotes(
    view: ArticleView, matches: Sequence[Match], claims: Sequence[ClaimReading], book: OriginBook
) -> tuple[Quote, ...]:
    """One quote for each claim and passage of `matches` that passes the gates, in the order of the text."""
    quotes: dict[tuple[int, int], Quote] = {}
    ordered = sorted(matches, key=lambda match: (match.passage, match.claim))
    for (passage, claim), group in groupby(ordered, key=lambda match: (match.passage, match.claim)):
        options = _read_options(tuple(group), view, claims[claim], quotes)
        alone = [option for option in options if not option.match.context]
        told = any(option.stance != "mentions" for option in alone)
        pointing = [
            option
            for option in options
            if option.match.about >= 0 and not told and (not alone or option.stance != "mentions")
        ]
        if options:
            best = _best_of(pointing or options)
            quotes[claim, passage] = _quote(best, view, claims[claim], book)
    return fold_headings(tuple(quotes.values()))


def _best_of(options: Sequence[Option]) -> Option:
    """The reading of the highest rank; one that lacks the deed of its phrase yields to a decisive one."""
    best = max(options, key=_rank)
    if best.done:
        return best
    return max((option for option in options if option.stance != "mentions"), key=_rank, default=best)


def _rank(option: Option) -> tuple[int, bool, int]:
    return option.rank


def _read_options(
    matches: Sequence[Match],
    view: ArticleView,
    claim: ClaimReading,
    quotes: Mapping[tuple[int, int], Quote],
) -> list[Option]:
    """The readings of the matches of one claim and passage; where none points back, all that may be best."""
    options: list[Option] = []
    pointing = any(match.about >= 0 for match in matches)
    for match in matches if pointing else sorted(matches, key=lambda match: -match.score):
        if not pointing and any(option.done and option.rank[0] > match.score for option in options):
            break  # no reading outranks its score
        if match.about >= 0:
            option = read_pointing(match, view, quotes.get((match.claim, match.about)))
        else:
            option = read_direct(match, view, claim)
        if option is not None:
            options.append(option)
    return options


def _quote(read: Option, view: ArticleView, claim: ClaimReading, book: OriginBook) -> Quote:
    match, article = read.match, view.article
    passage = view.passages[match.passage]
    spans = [span.shift(-passage.start) for span in match.matched]
    origins, via, said = find_origins(article, passage, match.matched, view.attributions, book)
    figure = read.figure.figure
    counts = figure.span if figure is not None else None
    date, dated = date_passage(article, view.date, view.readings, match.passage, spans, counts)
    if figure is not None and read.figure.interval is not None:
        moved = replace(
            figure,
            span=figure.span.shift(passage.start),
            number=figure.number.shift(passage.start),
            unit_span=figure.unit_span.shift(passage.start) if figure.unit_span else None,
            interval=read.figure.interval,
        )
    else:
        moved = None
    return Quote(
        claim=claim.claim.id,
        article=article.id,
        passage=passage.index,
        start=passage.start,
        end=passage.end,
        text=article.body[passage.start : passage.end],
        stance=read.stance,
        score=match.score,
        phrase=claim.claim.phrases[match.phrase].text if match.phrase >= 0 else "",
        matched=merge_spans([*match.matched, *([moved.span] if moved else [])], gap=1),
        context=match.context,
        speech_act=read.cues.act,
        hedged=read.cues.hedged,
        negated=read.cues.negated,
        figure=moved,
        figure_verdict=read.figure.verdict,
        date=date,
        timing=timing_of(date, claim.claim, moved),
        origin=origins[0],
        also=tuple(origins[1:]),
        via=via,
        reasons=(*read.reasons, said, dated),
        cues=tuple((cue.kind, cue.span.shift(passage.start)) for cue in read.cues.cues),
        heading=passage.heading,
    )
