"""One way to read a match: the gates over it, and what that makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdesk.evidence.bearing import says_unknown
from claimdesk.evidence.cue_gate import CueFinding, weigh_cues, weigh_verdict
from claimdesk.evidence.disclaimed import find_disclaims, is_blamed
from claimdesk.evidence.doers import find_disowned, lacks_doer
from claimdesk.evidence.figure_gate import (
    FigureFinding,
    deny_figure,
    find_spoken,
    speaks_for_itself,
)
from claimdesk.evidence.opened import ArticleView
from claimdesk.evidence.opposition import Opposition, find_opposition
from claimdesk.evidence.other_matter import weigh_own_figure
from claimdesk.evidence.place_gate import nearest_place
from claimdesk.evidence.predication import befalls, lasts
from claimdesk.evidence.rumours import is_rumour
from claimdesk.evidence.stance import stance_of
from claimdesk.evidence.voices import speaks_between
from claimdesk.evidence.withdrawals import find_withdrawal
from claimdesk.model import Match, Quote, Reason, Span, Stance
from claimdesk.text.claims import ClaimReading
from claimdesk.text.negative_states import find_negative_states
from claimdesk.text.reading import Reading
from claimdesk.text.roles import same_roles

DIFFERENCE_COST = 10  # points of score that one cue more or less than in the phrase outweighs


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a match: what the gates found and what that makes of it."""

    match: Match
    stance: Stance
    cues: CueFinding
    figure: FigureFinding
    reasons: tuple[Reason, ...]
    done: bool = True  # what the phrase says is done is said, and of whom

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Better readings have higher ranks: score less cue differences, then decisive ones."""
        score = self.match.score - DIFFERENCE_COST * (self.cues.differences + (not self.done))
        return score, self.stance != "mentions", -self.match.phrase


def read_direct(match: Match, view: ArticleView, claim: ClaimReading) -> Option | None:
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
    spoken += _own_acts(claim, phrase, reading)
    asked = _of_background(reading, stated, [*spans, *stated] if phrase else stated or spans)
    disclaims = find_disclaims(phrase, reading, claim.aliases) if phrase is not None else ()
    cues = weigh_cues(phrase, reading, asked, spoken, told, opposition, disclaims)
    outcome = cues.outcome
    if side == "supports" and outcome == "turned":
        rest = deny_figure(claim, figure)
        figure, outcome = (rest, "same") if rest is not None else (figure, outcome)
    stance = stance_of(side, outcome, cues.act == "denies", figure.verdict)
    reasons = (_nominated(match, claim), *figure.reasons, *cues.reasons)
    done = bool(disclaims) or (
        phrase is not None
        and (
            says_unknown(cues.cues, phrase, reading.language)
            or (not match.predicate and is_blamed(phrase, reading, claim.aliases))
        )
    )
    done = done or _is_done(match, phrase, reading, opposition, denied=cues.act == "denies")
    option = Option(match, stance, cues, figure, reasons, done)
    return option if stance == "mentions" else _leave_open(option, view, claim, phrase, opposition)


def _is_done(
    match: Match, phrase: Reading | None, reading: Reading, opposition: Opposition | None, *, denied: bool
) -> bool:
    """Whether the passage says that what the phrase says is done, or the opposite."""
    about = reading.verdict is not None
    starts = phrase is not None and lasts(phrase) and befalls(phrase) and not lasts(reading)
    told = (match.predicate and not starts) or (opposition is not None and opposition.kind == "antonym")
    return told or (about and denied)  # what is denied stands in the sentence before


def _leave_open(
    option: Option,
    view: ArticleView,
    claim: ClaimReading,
    phrase: Reading | None,
    opposition: Opposition | None,
) -> Option:
    """The decisive `option`, as a mention where the deed, its doer or its place is another or left out."""
    match, verdict = option.match, option.figure.verdict
    reading = view.readings[match.passage]
    reason = None
    if verdict in {"none", "unasked"} and not option.done:
        reason = Reason.of("predicate_missing")
    elif verdict in {"none", "unasked"} and phrase and opposition is None:
        said_by = " ".join(one.speaker for one in view.attributions.get(match.passage, ()))
        if lacks_doer(phrase, reading, claim.aliases, said_by):
            reason = Reason.of("doer_missing")
    elif verdict == "agrees" and option.stance == "supports" and option.figure.figure is not None:
        words = find_withdrawal(option.figure.figure, claim.claim, view, match.passage)
        reason = Reason.of("cue_denial", word=words) if words else None
    done = reason is None
    if reason is None and verdict == "none" and (match.context or not _names_any(claim, reading)):
        start = view.passages[match.passage].start
        place = _elsewhere(claim, reading, [span.shift(-start) for span in match.matched])
        reason = Reason.of("figure_other_place", place=place) if place else None
    if reason is None:
        return option
    return replace(option, stance="mentions", reasons=(*option.reasons, reason), done=option.done and done)


def _of_background(reading: Reading, stated: Sequence[Span], asked: Sequence[Span]) -> Sequence[Span]:
    """Those of `asked` in the background clause that states the figure, if it stands in one, else all."""
    homes = [one for one in reading.background if any(one.contains(span) for span in stated)]
    return [span for span in asked if homes[0].contains(span)] if homes else asked


def _own_acts(claim: ClaimReading, phrase: Reading | None, reading: Reading) -> list[Span]:
    """The demands of the passage where the claim itself speaks of one, in other words than `phrase`: *the
    regent ordered the closure*.
    """
    asked = {cue.kind for cue in phrase.cues} if phrase is not None else set()
    own = ({cue.kind for cue in claim.statement.cues} & {"urging"}) - asked
    return [cue.span for cue in reading.cues if cue.kind in own]


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


def _names_any(claim: ClaimReading, reading: Reading) -> bool:
    """Whether the passage itself has a name that the claim uses."""
    return any(token.text[0].isupper() and token.lower in claim.named for token in reading.tokens)


def _elsewhere(claim: ClaimReading, reading: Reading, spans: Sequence[Span]) -> str:
    """Another place than the claim's that the matched clause speaks of; empty where it does not, or is a
    name that the claim itself uses.
    """
    place, whole = nearest_place(claim, reading, spans[0]) if spans else ("", True)
    whole = whole or claim.named.issuperset(place.casefold().split())
    return "" if whole else place


def read_pointing(match: Match, view: ArticleView, earlier: Quote | None) -> Option | None:
    """What a passage that only points back does with the earlier quote; None where that is nothing."""
    reading = view.readings[match.passage]
    pointing = reading.pointing
    if earlier is None or pointing is None:
        return None
    if not pointing.sums_up and speaks_between(view, match.about, match.passage):
        return None
    cues = weigh_verdict(reading)
    reasons = [Reason.of("pointing", words=pointing.text)]
    stance: Stance = "mentions"
    asserted = (
        _supported(earlier)
        or (match.side == "contradicts" and Reason.of("cue_lacking", kind="denial") in earlier.reasons)
        or (match.side == "supports" and pointing.far and _leaves_deed(earlier))
    )
    if cues.outcome == "turned" and (asserted or is_rumour(pointing.text, earlier, reading.language)):
        stance = "contradicts"
    elif cues.outcome == "same" and pointing.confirms:
        stance = earlier.stance
    return Option(match, stance, cues, FigureFinding("none"), (*reasons, *cues.reasons))


def _supported(earlier: Quote) -> bool:
    """Whether a quote supports, or would if the article did not take its figure back."""
    codes = {reason.code for reason in earlier.reasons}
    withdrawn = earlier.figure_verdict == "agrees" and "cue_denial" in codes
    return earlier.stance == "supports" or (withdrawn and not earlier.cues)


def _leaves_deed(earlier: Quote) -> bool:
    """Whether nothing but the deed in other words is missing for a quote to support: who answers an
    accusation with a denial denies the deed.
    """
    codes = {reason.code for reason in earlier.reasons}
    other = any(code.startswith(("cue_", "figure_", "opposite_")) or code == "doer_missing" for code in codes)
    return "predicate_missing" in codes and not other


def _nominated(match: Match, claim: ClaimReading) -> Reason:
    if match.phrase < 0:
        return Reason.of("match_figure", score=match.score)
    return Reason.of("match_phrase", phrase=claim.claim.phrases[match.phrase].text, score=match.score)
