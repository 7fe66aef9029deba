"""The noun phrase that names a speaker: titles, bodies, names, what belongs to them, and where one of two
ends.

No parser: a phrase starts at a title, a name, a determiner or a proper name, and runs on over such words.
Lower-case words that nobody listed may stand between (*kepala kebijakan luar negeri Uni Eropa*, *the local
harbour master*), a few at a time, and count only if the phrase goes on behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdesk.text.phrase_units import (
    PENDING,
    STOPS,
    absorbed_end,
    document_end,
    is_abbreviation,
    is_data,
    is_solid,
    is_verbal,
    mark_end,
    may_start,
    plain_end,
    plain_object_end,
)
from claimdesk.text.speaker_lists import is_portfolio, joint_end
from claimdesk.text.speaker_units import Unit

WINDOW = 24  # units that a phrase may run over; bounds the work of each attempt
_OWNERS = ("place", "acronym", "name", "agency")
_BETWEEN = ("modifier", "portfolio", "honorific", "particle", "data")


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """The units `[start, end)`; `parts` are the speakers it names (*Bupati dan BPBD* are two)."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]

    def units(self, units: Sequence[Unit]) -> Sequence[Unit]:
        """The units it is made of."""
        return units[self.start : self.end]


def find_phrase(
    units: Sequence[Unit], at: int, *, head_first: bool, stop: int = -1, loose: bool = False
) -> SpeakerPhrase | None:
    """The speaker's phrase that starts at unit `at`, or None.

    Args:
        head_first: whether modifiers follow their noun, as in Indonesian.
        stop: no unit from here on belongs to it; -1 for none.
        loose: whether a capitalised first word will do as a name.
    """
    stop = min(len(units) if stop < 0 else stop, at + WINDOW)
    if at >= stop:
        return None
    if units[at].has("pronoun", "plural", "own") and not units[at].has("possessive"):
        return SpeakerPhrase(at, at + 1, ((at, at + 1),))
    if not may_start(units[at], loose, head_first):
        return None
    end = _walk(units, at, stop, head_first, loose)
    while at < end and head_first and is_data(units, at):
        at += 1  # "data BNPB": the data are the bureau's
    if end == at or not any(is_solid(unit, loose) for unit in units[at:end]):
        end = max(plain_end(units, at, stop), document_end(units, at, stop)) if loose else at
        return SpeakerPhrase(at, end, ((at, end),)) if end > at else None
    return _coordinate(units, SpeakerPhrase(at, end, ((at, end),)), stop, head_first)


def _walk(units: Sequence[Unit], at: int, stop: int, head_first: bool, loose: bool) -> int:
    """The end of the phrase without second speakers."""
    end, here, role = at, at, False
    opening = head_first and units[at].has("cap") and (at == 0 or units[at - 1].has("mark"))
    while here < stop:
        unit = units[here]
        if unit.quoted != units[at].quoted and unit.quoted == 2:
            break
        if is_solid(unit, loose) and not (unit.has("calendar") and not unit.has("cap", "name")):
            role = role or unit.has("person", "body", "generic")
            end = here = here + 1
        elif unit.has("mark"):
            skipped = mark_end(units, here, stop, end)
            if skipped == here:
                break
            end = skipped if units[skipped - 1].marks(")") and is_abbreviation(units, here) else end
            here = skipped
        elif unit.has("demonstrative") and end > at and here == end and head_first:
            return here + 1
        elif unit.has("link") and end > at and (here == end or (head_first and role)):
            inner = _link(units, at, here, stop, head_first)
            if inner == here:
                break
            end = here = inner
        elif unit.has(*_BETWEEN) and not unit.has("never"):
            if unit.has("modifier", "portfolio") and end == here and end > at and head_first:
                end = here + 1
            here += 1
        elif unit.has("determiner", "possessive") and (here == at or units[here - 1].has("determiner")):
            here += 1
        elif (
            unit.has(*STOPS)
            or here - end >= PENDING
            or not _may_pend(units, at, here, role or (opening and end == at + 1), end > at, head_first)
        ):
            break
        else:
            here += 1
    return absorbed_end(units, at, end, here, stop, titled=role) if head_first else end


def _may_pend(units: Sequence[Unit], at: int, here: int, role: bool, begun: bool, head_first: bool) -> bool:
    """Whether an unlisted word may stand inside a phrase."""
    unit = units[here]
    if unit.has("number", "mark", "determiner") or unit.text[0].isupper():
        return unit.has("initial")
    if head_first:
        return role and not is_verbal(unit.lower)
    if unit.lower.endswith(("ed", "ing")):
        return False
    named = here + 1 < len(units) and units[here + 1].has("cap") and not unit.tags
    owned = units[here - 1].has("clitic") or (not role and any(one.has(*_OWNERS) for one in units[at:here]))
    return not begun or named or owned  # "Reuters photographer X", "the party's new chief", "US rescue crews"


def _link(units: Sequence[Unit], start: int, here: int, stop: int, head_first: bool) -> int:
    """The end of what a preposition inside a phrase adds (*komisi untuk orang hilang*); `here` where it adds
    none."""
    tags = ("person", "generic") if units[here].has("local") else ("person", "generic", "body")
    barred = ("calendar", "number", "pronoun", "plural", "platform")
    if here + 1 >= stop or units[here + 1].has(*barred):
        return here
    inner = here + 1 + units[here + 1].has("determiner")
    named = (
        units[here - 1].has("cap") and not units[here].has("local") and units[min(inner, stop - 1)].has("cap")
    )
    of_body = (
        here - start > 1
        and units[here].has("of")
        and units[min(here + 2, stop - 1)].has("body", "acronym", "cap")
    )
    if not (named or of_body) and not any(unit.has(*tags) for unit in units[start:here]):
        return here
    at = here + 1
    if units[at].has("determiner", "possessive"):
        at += 1
    if at >= stop or not (is_solid(units[at]) or units[at].has("modifier", "portfolio")):
        return plain_object_end(units, here, at, stop)
    return max(_walk(units, at, stop, head_first, False), here)


def _coordinate(units: Sequence[Unit], left: SpeakerPhrase, stop: int, head_first: bool) -> SpeakerPhrase:
    """`left` with the speakers joined to it by *dan* or *and*, or with the rest of its own name."""
    at = joint_end(units, left.end, stop)
    if at == left.end:
        return left
    right = find_phrase(units, at, head_first=head_first, stop=stop)
    if right is None and at < stop and units[at].has("portfolio"):
        right = SpeakerPhrase(at, at + 1, ((at, at + 1),))
    if right is None:
        return left
    if is_portfolio(left.units(units), right.units(units)):
        return replace(left, end=right.end, parts=((left.start, right.end),))
    return SpeakerPhrase(left.start, right.end, (*left.parts, *right.parts))
