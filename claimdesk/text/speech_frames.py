"""Frames: the ways in which a passage says who says something, as types.

====== =========================================================================================
before the speaker stands before what is said: *X mengatakan bahwa …*, *X said …*, *X: …*
after  the speaker stands behind it: *"…," kata X*, *…, said X*, *…, X said*
whole  the speaker stands in its midst, or the passive names him: *…, the WHO said, and …*, *dibantah oleh X*
along  a preposition names him: *menurut X*, *according to X*
data   his figures speak: *catatan BPBD sudah 637*, *figures from X*
basis  where somebody else has it from: *dikutip dari AFP*, *citing X*
====== =========================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from claimdesk.text.phrase_units import is_document, is_verbal
from claimdesk.text.speaker_phrases import SpeakerPhrase, find_phrase
from claimdesk.text.speaker_units import Unit

FrameKind = Literal["before", "after", "whole", "along", "data", "basis"]
_CLAUSE = 60  # units looked back for the start of a clause
_PLAIN = 3  # unlisted words that make a speaker behind an inverted verb
QUOTE_MARKS = "\"“”„‟«»‘’'"
_WHO = (
    "name", "person", "body", "generic", "rumour", "place", "cap", "acronym", "agency", "pronoun", "plural",
    "own",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """Somebody is credited. In units: the frame's own words are `[first, last)`, its clause starts at
    `clause`.

    `phrase` is None where the speaker is that of the frame before ("… dan menegaskan"). `back`: it credits
    what went before the passage ("Hal itu disampaikan X"). What is credited is `[low, high)`; `via` are bases
    of it.
    """

    kind: FrameKind
    phrase: SpeakerPhrase | None
    first: int
    last: int
    clause: int
    back: bool = False
    low: int = 0
    high: int = 0
    via: tuple[SpeakerPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage made ready: its units, the order of its nouns, whether it is a heading.

    `breaks` counts the breaks before each unit; quoted units stand in `[first_quoted, last_quoted)`.
    """

    units: Sequence[Unit]
    head_first: bool
    heading: bool = False
    breaks: Sequence[int] = field(init=False, repr=False)
    first_quoted: int = field(init=False, repr=False)
    last_quoted: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        quoted = [at for at, unit in enumerate(self.units) if unit.quoted]
        counted = accumulate((self.is_break(at) for at in range(len(self.units))), initial=0)
        object.__setattr__(self, "breaks", tuple(counted))
        object.__setattr__(self, "first_quoted", quoted[0] if quoted else len(self.units))
        object.__setattr__(self, "last_quoted", quoted[-1] + 1 if quoted else 0)

    def has(self, at: int, *tags: str) -> bool:
        """Whether there is a unit `at` that carries any of `tags`."""
        return 0 <= at < len(self.units) and self.units[at].has(*tags)

    def marks(self, at: int, characters: str) -> bool:
        """Whether there is one of these marks `at`."""
        return 0 <= at < len(self.units) and self.units[at].marks(characters)

    def phrase(self, at: int, stop: int = -1, loose: bool = False) -> SpeakerPhrase | None:
        """The speaker's phrase that starts at unit `at`."""
        return find_phrase(self.units, at, head_first=self.head_first, stop=stop, loose=loose)

    def plain_phrase(self, at: int, over: Sequence[str] = ()) -> SpeakerPhrase | None:
        """A phrase of words that nobody listed, up to the next mark or preposition: *ungkap pawang itu*.

        A name or body behind them belongs to it: *kata pawang hujan Alfa*. Words tagged `over` may stand in
        it.
        """
        end = at
        while end < min(at + _PLAIN, len(self.units)) and (
            self.has(end, *over) or not (self.units[end].tags or self.is_verbal(end))
        ):
            end += 1
        named = self.phrase(end) if at < end < len(self.units) and self.has(end, *_WHO) else None
        if named is not None and not self.has(end, "place", "pronoun", "plural", "own"):
            return SpeakerPhrase(at, named.end, ((at, named.end),))
        if end == at or not (
            end == len(self.units) or self.has(end, "mark", "preposition", "place", "demonstrative")
        ):
            return None
        end += self.has(end, "demonstrative", "place")
        return SpeakerPhrase(at, end, ((at, end),))

    def is_verbal(self, at: int) -> bool:
        """Whether an unlisted word has the shape of an Indonesian verb."""
        return self.head_first and not self.units[at].tags and is_verbal(self.units[at].lower)

    def can_speak(self, phrase: SpeakerPhrase, loose: bool = False) -> bool:
        """Whether the phrase names somebody: a title, a body, a proper name. `loose`: any noun will do."""
        units = phrase.units(self.units)
        if any(unit.has(*_WHO) for unit in units):
            return True
        if is_document(units):
            return loose
        thing = units[-1].has("demonstrative") and not units[0].has("determiner")
        return (
            loose and not thing and any(unit.has("initial", "determiner") or not unit.tags for unit in units)
        )

    def clause_start(self, at: int, floor: int = 0) -> int:
        """Where the clause of unit `at` starts: behind the last comma, joint or break before it."""
        here = at
        while here > max(floor, at - _CLAUSE) and not self.is_joint(here - 1):
            here -= 1
        return here

    def is_date(self, at: int) -> bool:
        """Whether the unit `at` is a year, an hour or a day of a month."""
        unit = self.units[at]
        if not unit.has("number"):
            return False
        year = unit.text.isdigit() and len(unit.text) == 4 and unit.text[:2] in ("18", "19", "20")
        return year or self.has(at - 1, "calendar") or self.has(at + 1, "calendar")

    def is_parted(self, one: int, other: int) -> bool:
        """Whether a break parts two units."""
        return self.breaks[one] != self.breaks[other]

    def is_joint(self, at: int) -> bool:
        """Whether the unit `at` parts clauses."""
        unit = self.units[at]
        return (
            unit.marks("," + QUOTE_MARKS)
            or self.is_break(at)
            or unit.has("that", "subordinator", "coordinator")
        )

    def is_break(self, at: int) -> bool:
        """Whether what stands before unit `at` has nothing to do with what follows it."""
        unit = self.units[at]
        return unit.marks(":;") or unit.has("opposed") or self.is_dash(at)

    def is_dash(self, at: int) -> bool:
        """Whether the unit `at` is a dash between words, and no hyphen."""
        return self.units[at].marks("-—–") and not self._is_hyphen(at)

    def _is_hyphen(self, at: int) -> bool:
        """Whether the dash `at` stands between two words without a space."""
        units = self.units
        inner = 0 < at < len(units) - 1
        return inner and units[at - 1].end == units[at].start and units[at].end == units[at + 1].start
