"""From matches to quotes: the gates run over every match, and the best reading of each is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from claimdesk.evidence.cue_gate import CueFinding, weigh_cues, weigh_verdict
from claimdesk.evidence.dating import date_passage
from claimdesk.evidence.doers import find_disowned, lacks_doer
from claimdesk.evidence.figure_gate import (
    FigureFinding,
    deny_figure,
    find_spoken,
    speaks_for_itself,
)
from claimdesk.evidence.folding import fold_headings
from claimdesk.evidence.opened import ArticleView
from claimdesk.evidence.opposition import find_opposition
from claimdesk.evidence.origin import OriginBook, find_origins
from claimdesk.evidence.other_matter import weigh_own_figure
from claimdesk.evidence.place_gate import nearest_place
from claimdesk.evidence.predication import befalls, lasts
from claimdesk.evidence.stance import stance_of
from claimdesk.evidence.timing import timing_of
from claimdesk.model import (
    Match,
    Quote,
    Reason,
    Span,
    Stance,
    merge_spans,
)
from claimdesk.text.claims import ClaimReading
from claimdesk.text.negative_states import find_negative_states
from claimdesk.text.reading import Reading
from claimdesk.text.roles import same_roles

DIFFERENCE_COST = 10  # points of score that one cue more or less than in the phrase outweighs


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to read a match: what the gates found and what that makes of it."""

    match: Match
    stance: Stance
    cues: CueFinding
    figure: FigureFinding
    reasons: tuple[Reason, ...]
    done: bool = True  # what the phrase says is done is said

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Better readings have higher ranks: score less cue differences, then decisive ones."""
        score = self.match.score - DIFFERENCE_COST * (self.cues.differences + (not self.done))
        return score, self.stance != "mentions", -self.match.phrase


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
            best = max(pointing or options, key=lambda option: option.rank)
            quotes[claim, passage] = _quote(best, view, claims[claim], book)
    return fold_headings(tuple(quotes.values()))


def _read_options(
    matches: Sequence[Match],
    view: ArticleView,
    claim: ClaimReading,
    quotes: Mapping[tuple[int, int], Quote],
) -> list[_Option]:
    """The readings of the matches of one claim and passage; where none points back, all that may be best."""
    options: list[_Option] = []
    pointing = any(match.about >= 0 for match in matches)
    for match in matches if pointing else sorted(matches, key=lambda match: -match.score):
        if not pointing and any(option.rank[0] > match.score for option in options):
            break  # no reading outranks its score
        if match.about >= 0:
            option = _read_pointing(match, view, quotes.get((match.claim, match.about)))
        else:
            option = _read_direct(match, view, claim)
        if option is not None:
            options.append(option)
    return options


def _read_direct(match: Match, view: ArticleView, claim: ClaimReading) -> _Option | None:
    """The gates over a match in the passage itself; None where the actors stand the other way round."""
    passage, reading = view.passages[match.passage], view.readings[match.passage]
    spans = [span.shift(-passage.start) for span in match.matched]
    phrase = claim.phrases[match.phrase] if match.phrase >= 0 else None
    opposition = None
    if phrase is None:
        if _has_other_roles(claim, reading):
            return None
    else:
        roles = same_roles(phrase.text, phrase.language, reading.text, reading.language, claim.aliases)
        if roles is not None and not roles.same and not roles.instead:
            return None
        opposition = find_opposition(phrase, reading, spans, roles, claim.aliases)
    figure = weigh_own_figure(claim, phrase, reading, spans, view.article.published, bare=bool(match.context))
    side = match.side
    if side == "contradicts" and phrase is not None and speaks_for_itself(claim, phrase, figure):
        # The phrase contradicts by its figure, so the passage's own figure tells its side.
        side, phrase = "supports", None
    stated = [figure.figure.span] if figure.figure else []
    spoken = find_spoken(figure.figure, reading)
    if phrase is not None:
        spoken += find_disowned(phrase, reading, claim.aliases)
    told = find_negative_states(phrase) if phrase and figure.figure else []
    own = [*spans, *stated] if phrase else stated or spans
    asked = _of_background(reading, stated, own)
    cues = weigh_cues(phrase, reading, asked, spoken, told, opposition)
    outcome = cues.outcome
    if side == "supports" and outcome == "turned":
        rest = deny_figure(claim, figure)
        figure, outcome = (rest, "same") if rest is not None else (figure, outcome)
    stance = stance_of(side, outcome, cues.act == "denies", figure.verdict)
    reasons = [_nominated(match, claim), *figure.reasons, *cues.reasons]
    about = reading.pointing is not None and reading.pointing.kind == "proposition"
    starts = phrase is not None and lasts(phrase) and befalls(phrase) and not lasts(reading)
    done = (match.predicate and not starts) or (opposition is not None and opposition.kind == "antonym")
    done = done or (about and cues.act == "denies")  # what is denied stands in the sentence before
    if stance != "mentions" and figure.verdict in {"none", "unasked"} and not done:
        stance = "mentions"
        reasons.append(Reason.of("predicate_missing"))
    if stance != "mentions" and figure.verdict in {"none", "unasked"} and phrase and opposition is None:
        said_by = " ".join(one.speaker for one in view.attributions.get(match.passage, ()))
        if lacks_doer(phrase, reading, claim.aliases, said_by):
            stance = "mentions"
            reasons.append(Reason.of("doer_missing"))
    if stance != "mentions" and figure.verdict == "none":
        place = _elsewhere(claim, reading, spans)
        if place:
            stance = "mentions"
            reasons.append(Reason.of("figure_other_place", place=place))
    return _Option(match, stance, cues, figure, tuple(reasons), done)


def _of_background(reading: Reading, stated: Sequence[Span], asked: Sequence[Span]) -> Sequence[Span]:
    """Those of `asked` in the background clause that states the figure, if it stands in one, else all."""
    homes = [one for one in reading.background if any(one.contains(span) for span in stated)]
    return [span for span in asked if homes[0].contains(span)] if homes else asked


def _has_other_roles(claim: ClaimReading, reading: Reading) -> bool:
    """Whether the passage has the actors of the claim's own wordings the other way round, and of none as it
    says.
    """
    own = [
        claim.statement,
        *(
            read
            for read, phrase in zip(claim.phrases, claim.claim.phrases, strict=True)
            if phrase.side == "supports"
        ),
    ]
    found = [same_roles(one.text, one.language, reading.text, reading.language, claim.aliases) for one in own]
    told = [roles.same for roles in found if roles is not None]
    return bool(told) and not any(told)


def _elsewhere(claim: ClaimReading, reading: Reading, spans: Sequence[Span]) -> str:
    """Another place than the claim's that the matched clause speaks of; empty where it does not, or is a
    name that the claim itself uses.
    """
    place, whole = nearest_place(claim, reading, spans[0]) if spans else ("", True)
    whole = whole or claim.named.issuperset(place.casefold().split())
    return "" if whole else place


def _read_pointing(match: Match, view: ArticleView, earlier: Quote | None) -> _Option | None:
    """What a passage that only points back does with the earlier quote; None where that is nothing."""
    reading = view.readings[match.passage]
    pointing = reading.pointing
    if earlier is None or pointing is None:
        return None
    cues = weigh_verdict(reading)
    reasons = [Reason.of("pointing", words=pointing.text)]
    stance: Stance = "mentions"
    asserted = earlier.stance == "supports" or (
        match.side == "contradicts" and Reason.of("cue_lacking", kind="denial") in earlier.reasons
    )
    if cues.outcome == "turned" and asserted:
        stance = "contradicts"
    elif cues.outcome == "same" and pointing.confirms:
        stance = earlier.stance
    return _Option(match, stance, cues, FigureFinding("none"), (*reasons, *cues.reasons))


def _nominated(match: Match, claim: ClaimReading) -> Reason:
    if match.phrase < 0:
        return Reason.of("match_figure", score=match.score)
    return Reason.of("match_phrase", phrase=claim.claim.phrases[match.phrase].text, score=match.score)


def _quote(read: _Option, view: ArticleView, claim: ClaimReading, book: OriginBook) -> Quote:
    match, article = read.match, view.article
    passage, reading = view.passages[match.passage], view.readings[match.passage]
    spans = [span.shift(-passage.start) for span in match.matched]
    origins, via, said = find_origins(article, passage, match.matched, view.attributions, book)
    date, dated = date_passage(article, view.date, reading, spans)
    figure = read.figure.figure
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
