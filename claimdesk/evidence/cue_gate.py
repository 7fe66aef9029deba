"""The cue gate: what the passage does with what the phrase says, by difference.

A cue that the phrase itself holds is not held against the passage. What is left decides: an open act
(question, condition, declining, urging, prediction, plan) decides nothing; one more negation or denial turns
the side, and so does a negation that only the phrase has, or a denial of what the passage plainly says; any
other denial, a plan or a condition that only the phrase has leaves it open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimdesk.evidence.affirmation import affirms, affirms_denied
from claimdesk.evidence.bearing import find_shared, is_aside, read_unknown
from claimdesk.evidence.opposition import Opposition
from claimdesk.model import Cue, CueKind, Reason, Span, SpeechAct
from claimdesk.text.background import part_outer
from claimdesk.text.clauses import says
from claimdesk.text.cues import governing_cues
from claimdesk.text.meeting import find_predicate, meets, meets_negated
from claimdesk.text.reading import Reading

CueOutcome = Literal["same", "turned", "open"]

# What each open cue makes of a passage, the strongest first.
OPEN_ACTS: tuple[tuple[CueKind, SpeechAct], ...] = (
    ("question", "asks"),
    ("condition", "conditional"),
    ("declining", "declines"),
    ("urging", "urges"),
    ("prediction", "predicts"),
    ("plan", "predicts"),
)
# What a phrase asks of a passage, and which cues of the passage will do for it.
ASKED: tuple[tuple[CueKind, frozenset[CueKind]], ...] = (
    ("plan", frozenset({"plan", "prediction"})),
    ("condition", frozenset({"condition"})),
    ("declining", frozenset({"declining", "negation"})),
    ("urging", frozenset({"urging"})),
    ("question", frozenset({"question"})),
)
# Of these, the word will do without being a cue there: *the order to shoot* for *ordered to shoot*.
_NAMED: frozenset[CueKind] = frozenset({"declining", "urging", "plan"})
# Cues that come to the same for the difference.
LIKE: dict[CueKind, frozenset[CueKind]] = {
    "plan": frozenset({"plan", "prediction"}),
    "prediction": frozenset({"plan", "prediction", "condition"}),
}
_OBJECT = 2  # words after a denial that may name what is denied: *the claim*, *its statement*


@dataclass(frozen=True, slots=True)
class CueFinding:
    """What the gate found: the outcome, what the passage does, and the cues that say so."""

    outcome: CueOutcome
    act: SpeechAct = "asserts"
    hedged: bool = False
    negated: bool = False
    cues: tuple[Cue, ...] = ()
    reasons: tuple[Reason, ...] = ()
    differences: int = 0


def weigh_cues(
    phrase: Reading | None,
    passage: Reading,
    spans: Sequence[Span],
    spoken: Sequence[Span] = (),
    told: Sequence[Span] = (),
    opposition: Opposition | None = None,
    disclaims: Collection[Cue] = (),
) -> CueFinding:
    """The finding for the part of `passage` at `spans`, against `phrase` (None: a figure alone).

    Cues beyond the phrase's own must govern the matched words; a denial, plan or condition that the phrase
    asks for may stand anywhere, a negation with the same predicate. One that is set against the matched words
    leaves it open. Cues of the passage inside `spoken`, and of the phrase inside `told`, such as a figure of
    none, have spoken already. An `opposition` counts as one more negation, or leaves it open. With the cues
    `disclaims` the doer of the phrase says that it was not he.
    """
    asked = {cue.kind for cue in phrase.cues if not _within(cue, told)} if phrase is not None else set()
    able = [cue for cue in passage.cues if not _within(cue, spoken)]
    if phrase is not None and "negation" in asked and affirms(phrase, passage, able, spans):
        able = [cue for cue in able if cue.kind != "negation"]
    done = find_predicate(phrase, passage, spans) if phrase is not None else ()
    able = read_unknown(able, phrase, passage.language) if phrase is not None else able
    own, around = part_outer(able, done or spans, passage.background, passage.tokens, passage.language)
    able = [*own, *around]
    governing = governing_cues(able, passage.clauses, spans, done)
    shared = find_shared(passage, spans, done) if "negation" in asked else []
    cues = tuple(
        cue
        for cue in able
        if cue in disclaims
        or (cue in governing and not (phrase is not None and is_aside(cue, phrase, passage)))
        or cue in shared
        or _answers(cue, asked, spans)
        or (phrase is None and _is_behind(cue, spans, passage))
    )
    anywhere = {cue.kind for cue in able}
    if phrase is not None:
        if "negation" in asked and opposition is None and not meets_negated(phrase, passage):
            anywhere.add("negation")  # it may well be said in words that share nothing with the phrase's
        anywhere |= {
            cue.kind for cue in phrase.cues if cue.kind in _NAMED and meets(phrase, cue.span, passage)
        }
    if phrase is not None and "denial" in asked and affirms_denied(phrase, passage, able, spans):
        asked = asked - {"denial"} | {"negation"}
    found = _find(asked, cues, anywhere, opposition, _apart(cues, passage))
    unsaid = "denial" in asked and any(cue in around and cue.kind == "denial" for cue in cues)
    left_open = (found.outcome == "turned" and any(cue in around for cue in cues)) or unsaid
    return replace(found, outcome="open") if left_open else found


def _apart(cues: Sequence[Cue], passage: Reading) -> bool:
    """Whether no denial among `cues` is of what a negation says, so that both say the same.

    *Rejects blame and says that it had no part in it*: somebody speaks again between the two. The denied
    claim itself is no such saying: *rejected the claim that it had no permit*.
    """
    denials = [cue for cue in cues if cue.kind == "denial"]
    for negation in (cue.span for cue in cues if cue.kind == "negation"):
        for denial in denials:
            between = [token for token in passage.tokens if denial.span.end <= token.start < negation.start][
                _OBJECT:
            ]
            again = any(says(passage.language, token) for token in between)
            # A scope starts with a word of content: what "denies | not having" denies holds the negation.
            held = denial.scope.contains(negation) or denial.span.end <= negation.start < denial.scope.end
            if held and not again:
                return False
    return True


def _is_behind(cue: Cue, spans: Sequence[Span], passage: Reading) -> bool:
    """Whether a negation stands right behind what a figure at `spans` counts: *19 drones did not*."""
    units = [one.unit_span for one in passage.figures if one.span in spans and one.unit_span is not None]
    return cue.kind == "negation" and any(0 <= cue.span.start - unit.end <= 1 for unit in units)


def _within(cue: Cue, spans: Iterable[Span]) -> bool:
    return any(span.overlaps(cue.span) for span in spans)


def weigh_verdict(passage: Reading) -> CueFinding:
    """The finding for a passage that only says something about another one: all its cues speak of that.

    The pointing words themselves are none, unless they judge: *that claim* may be doubtful, its denial is
    not.
    """
    pointing = passage.pointing
    at = pointing.span if pointing is not None and not pointing.judges else Span(0, 0)
    cues = [cue for cue in passage.cues if not at.contains(cue.span)]
    denials = [cue.span for cue in cues if cue.kind == "denial"]
    return _find(set(), tuple(cue for cue in cues if not _goes_on(cue, denials, passage)), set())


def _goes_on(cue: Cue, denials: Sequence[Span], passage: Reading) -> bool:
    """Whether a negation stands in a clause behind a denial: *disputed this and said that none had come*."""
    behind = (span.end <= cue.span.start for span in denials)
    apart = (not passage.clause_of(span).overlaps(passage.clause_of(cue.span)) for span in denials)
    return cue.kind == "negation" and any(one and two for one, two in zip(behind, apart, strict=True))


def _find(
    asked: set[CueKind],
    cues: tuple[Cue, ...],
    anywhere: set[CueKind],
    opposition: Opposition | None = None,
    apart: bool = False,
) -> CueFinding:
    said = {cue.kind for cue in cues}
    never = {cue.span for cue in cues if cue.kind == "negation"}  # who will not do it has not done it
    cues = tuple(
        cue
        for cue in cues
        if cue.kind != "prediction" or cue.span not in never or asked & {"plan", "prediction"}
    )
    extra = [cue for cue in cues if not LIKE.get(cue.kind, frozenset({cue.kind})) & asked]
    lacking = [kind for kind, enough in ASKED if kind in asked and not anywhere & enough]
    if "denial" in asked and "denial" not in anywhere and "negation" not in said:
        lacking.append("denial")
    if "negation" in asked and "negation" in anywhere - said:
        lacking.append("negation")
    outcome, act = _decide(asked, said, extra, lacking, apart)
    if opposition is not None and outcome != "open":
        outcome = _opposed(outcome, opposition, negated="negation" in said or "denial" in said)
    return CueFinding(
        outcome,
        act,
        hedged="hedge" in said,
        negated="negation" in said,
        cues=cues,
        reasons=(
            *(Reason.of("cue_shared", word=cue.text) for cue in cues if cue not in extra),
            *(Reason.of(f"cue_{cue.kind}", word=cue.text) for cue in extra),
            *(Reason.of("cue_lacking", kind=kind) for kind in lacking),
            *([Reason.of(f"opposite_{opposition.kind}", word=opposition.word)] if opposition else []),
        ),
        differences=len({cue.kind for cue in extra if cue.kind != "hedge"})
        + len(lacking)
        + (opposition is not None),
    )


def _opposed(outcome: CueOutcome, opposition: Opposition, *, negated: bool) -> CueOutcome:
    """The outcome turned round; open where the opposition proves nothing, as what is not full need not be
    empty.
    """
    if not opposition.turns or (opposition.gradable and negated):
        return "open"
    return "same" if outcome == "turned" else "turned"


def _answers(cue: Cue, asked: Collection[CueKind], spans: Sequence[Span]) -> bool:
    """Whether a cue that governs no matched word is itself what the phrase speaks of."""
    if cue.kind in asked and cue.kind != "negation":
        return any(cue.span.overlaps(span) for span in spans)
    return "denial" in asked and (cue.about_denial or cue.kind == "denial_ended")


def _decide(
    asked: set[CueKind],
    said: set[CueKind],
    extra: Sequence[Cue],
    lacking: Sequence[CueKind],
    apart: bool,
) -> tuple[CueOutcome, SpeechAct]:
    if "denial" in asked and ("denial_ended" in said or _undenied(extra)):
        return "turned", "declines" if "declining" in said else "asserts"
    kinds = {cue.kind for cue in extra}
    for kind, act in OPEN_ACTS:
        if kind in kinds:
            return "open", act
    if lacking or "denial_ended" in said:
        return "open", "denies" if "denial" in said else "asserts"
    denied = "denial" in kinds and not (apart and "negation" in said)
    answers = "declining" in asked and "declining" not in said  # *no trace of X* says *no reports of X*
    unlike = ("negation" in said) != ("negation" in asked) and not (answers and "negation" in said)
    negated = "denial" not in asked and unlike
    return "turned" if denied != negated else "same", "denies" if "denial" in said else "asserts"


def _undenied(cues: Iterable[Cue]) -> bool:
    """Whether someone is said to have not denied: that contradicts a denial, unlike mere silence."""
    return any(cue.kind == "declining" and cue.about_denial for cue in cues)
