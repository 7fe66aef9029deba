"""The noun phrase that names a speaker: titles, bodies, names, what belongs to them, and where one of two ends.

No parser: a phrase starts at a title, a name, a determiner or a proper name, and runs on over such words. Lower-case
words that nobody listed may stand between (*kepala kebijakan luar negeri Uni Eropa*, *the local harbour master*), a
few at a time, and count only if the phrase goes on behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdesk.text.speaker_units import Unit

WINDOW = 24  # units that a phrase may run over; bounds the work of each attempt
_PENDING = 4  # unlisted words in a row inside a phrase
_SOLID = ("name", "person", "body", "generic", "place", "cap", "acronym", "agency")
_OWNERS = ("place", "acronym", "name", "agency")
_KEEPERS = ("name", "person", "body", "generic", "acronym")
_BETWEEN = ("modifier", "portfolio", "honorific", "particle", "data")
_STOPS = [
    "that",
    "negation",
    "future",
    "infinitive",
    "auxiliary",
    "relative",
    "subordinator",
    "opposed",
    "calendar",
    "adverb",
    "pronoun",
    "plural",
    "own",
    "preposition",
    "coordinator",
    "number",
    "never",
    "weak",
    "say",
    "passive",
    "inverted",
    "basis",
    "according",
]
_VERBAL = re.compile(r"(?:me[mnrlwy]|meng|men|mem|di[a-z]{4}|ber|ter)[a-z]{3}")
_PORTFOLIO = re.compile(r"(?:p(?:e|er|em|en|eng)[a-z]+an|ke[a-z]+an)$")


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
    if not _may_start(units[at], loose, head_first):
        return None
    end = _walk(units, at, stop, head_first, loose)
    while at < end and head_first and _is_data(units, at):
        at += 1  # "data BNPB": the data are the bureau's
    if end == at or not any(_solid(unit, loose) for unit in units[at:end]):
        end = _plain(units, at, stop) if loose else at
        return SpeakerPhrase(at, end, ((at, end),)) if end > at else None
    return _coordinate(units, SpeakerPhrase(at, end, ((at, end),)), stop, head_first)


def _plain(units: Sequence[Unit], at: int, stop: int) -> int:
    """The end of a determiner with a noun that nobody listed, if it runs up to `stop`: *the harbour master*."""
    words = units[at + 1 : stop]
    plain = 0 < len(words) <= _PENDING and not any(unit.tags or not unit.lower.isalpha() for unit in words)
    return stop if plain and units[at].has("determiner") else at


def _is_data(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun of data starts the phrase, and is no name: *data BNPB*, but *Harian Kompas*."""
    unit = units[at]
    return unit.has("data", "data_adjective") and not unit.has(*_KEEPERS) and (at == 0 or not unit.has("cap"))


def _may_start(unit: Unit, loose: bool, head_first: bool) -> bool:
    if _solid(unit, loose) or unit.has("determiner", "possessive") or (unit.has("initial") and not head_first):
        return True
    return unit.has("modifier", "portfolio", "honorific", "data") and not unit.has("never")


def _solid(unit: Unit, loose: bool = False) -> bool:
    if unit.has("never", "first") and not unit.has("name"):
        return False
    return unit.has(*_SOLID) or (loose and unit.has("initial"))


def _walk(units: Sequence[Unit], at: int, stop: int, head_first: bool, loose: bool) -> int:
    """The end of the phrase without second speakers."""
    end, here, role = at, at, False
    while here < stop:
        unit = units[here]
        if unit.quoted != units[at].quoted and unit.quoted == 2:
            break
        if _solid(unit, loose) and not (unit.has("calendar") and not unit.has("cap", "name")):
            role = role or unit.has("person", "body", "generic")
            end = here = here + 1
        elif unit.has("mark"):
            skipped = _after_mark(units, here, stop, end)
            if skipped == here:
                break
            end = skipped if units[skipped - 1].marks(")") and _is_abbreviation(units, here) else end
            here = skipped
        elif unit.has("demonstrative") and end > at and here == end and head_first:
            return here + 1
        elif unit.has("link") and end > at and here == end and not units[here - 1].has("pronoun"):
            inner = _link(units, at, here, stop, head_first)
            if inner == here:
                break
            end = here = inner
        elif unit.has(*_BETWEEN) and not unit.has("never"):
            if unit.has("modifier", "portfolio") and end == here and end > at and head_first:
                end = here + 1
            here += 1
        elif unit.has("determiner", "possessive") and here == at:
            here += 1
        elif unit.has(*_STOPS) or here - end >= _PENDING or not _may_pend(units, at, here, role, end > at, head_first):
            break
        else:
            here += 1
    return _absorb(units, at, end, here, stop) if role and head_first else end


def _may_pend(units: Sequence[Unit], at: int, here: int, role: bool, begun: bool, head_first: bool) -> bool:
    """Whether an unlisted word may stand inside a phrase."""
    unit = units[here]
    if unit.has("number", "mark", "determiner") or unit.text[0].isupper():
        return unit.has("initial")
    if head_first:
        return role and not _VERBAL.match(unit.lower)
    if unit.lower.endswith(("ed", "ing")):
        return False
    named = here + 1 < len(units) and units[here + 1].has("cap") and not unit.tags
    owned = units[here - 1].has("clitic") or (not role and any(one.has(*_OWNERS) for one in units[at:here]))
    return not begun or named or owned  # "Reuters photographer X", "the party's new chief", "US rescue crews"


def _after_mark(units: Sequence[Unit], here: int, stop: int, end: int) -> int:
    """Where the phrase may go on behind the mark at `here`; `here` where it may not."""
    unit = units[here]
    if here != end and not units[here - 1].has("honorific"):
        return here
    if unit.text == "(":
        for close in range(here + 1, min(here + 6, stop)):
            if units[close].text == ")":
                return close + 1
        return here
    goes_on = here + 1 < stop and units[here + 1].has("cap", "name", "initial", "person")
    if unit.text == "." and goes_on and (units[here - 1].has("honorific") or len(units[here - 1].text) <= 2):
        return here + 1
    if (
        unit.text in "'’"
        and units[here - 1].lower.endswith("s")
        and here + 1 < stop
        and _solid(units[here + 1])
    ):
        return here + 1
    return here


def _is_abbreviation(units: Sequence[Unit], here: int) -> bool:
    """Whether the bracket at `here` holds another name of what stands before it: *(AS)*."""
    return (
        here + 2 < len(units)
        and units[here + 2].text == ")"
        and units[here + 1].has("acronym", "name", "place")
    )


def _link(units: Sequence[Unit], start: int, here: int, stop: int, head_first: bool) -> int:
    """The end of what a preposition inside a phrase adds (*komisi untuk orang hilang*); `here` where it adds none."""
    tags = ("person", "generic") if units[here].has("local") else ("person", "generic", "body")
    barred = ("calendar", "number", "pronoun", "plural", "platform")
    if here + 1 >= stop or units[here + 1].has(*barred):
        return here
    named = units[here - 1].has("cap") and not units[here].has("local") and units[here + 1].has("cap")
    of_body = here - start > 1 and units[here].has("of") and units[min(here + 2, stop - 1)].has("body", "acronym", "cap")
    if not (named or of_body) and not any(unit.has(*tags) for unit in units[start:here]):
        return here
    at = here + 1
    if units[at].has("determiner", "possessive"):
        at += 1
    if at >= stop or not (_solid(units[at]) or units[at].has("modifier", "portfolio")):
        return _plain_object(units, here, at, stop)
    return max(_walk(units, at, stop, head_first, False), here)


def _plain_object(units: Sequence[Unit], here: int, at: int, stop: int) -> int:
    """The end of an object that nobody listed, before a verb: *sources close to the deal said*."""
    end = at
    while end < min(at + _PENDING, stop) and not units[end].tags:
        end += 1
    return end if end > at and (end == stop or units[end].has("say", "weak")) else here


def _absorb(units: Sequence[Unit], at: int, end: int, here: int, stop: int) -> int:
    """Unlisted words at the end belong to the phrase where a verb, a comma or the end follows them at once."""
    if not end < here <= end + _PENDING or end == at:
        return end
    clean = here == stop or units[here].marks(",.!?…\"”“»’") or units[here].has("say", "weak")
    clean = clean or (units[here].has("adverb") and not units[here].has("demonstrative"))
    return here if clean else end


def _coordinate(units: Sequence[Unit], left: SpeakerPhrase, stop: int, head_first: bool) -> SpeakerPhrase:
    """`left` with the speakers joined to it by *dan* or *and*, or with the rest of its own name."""
    at = left.end
    if at < stop and units[at].marks(",") and _list_goes_on(units, at, stop):
        at += 1
    elif not (at + 1 < stop and units[at].lower in ("dan", "and", "&", "serta")):
        return left
    else:
        at += 1
    if at < stop and units[at].has("pronoun", "plural", "calendar"):
        return left
    right = find_phrase(units, at, head_first=head_first, stop=stop)
    if right is None and at < stop and units[at].has("portfolio"):
        right = SpeakerPhrase(at, at + 1, ((at, at + 1),))
    if right is None:
        return left
    if _is_portfolio(units, left, right):
        return replace(left, end=right.end, parts=((left.start, right.end),))
    return SpeakerPhrase(left.start, right.end, (*left.parts, *right.parts))


def _list_goes_on(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the comma at `at` parts speakers in a list: one more, then *dan* or *and* within a few units."""
    for here in range(at + 1, min(at + 7, stop)):
        if units[here].lower in ("dan", "and"):
            return here > at + 1 and units[at + 1].has("name", "place", "acronym", "cap")
        if units[here].has("mark", *_STOPS):
            return False
    return False


def _is_portfolio(units: Sequence[Unit], left: SpeakerPhrase, right: SpeakerPhrase) -> bool:
    """Whether *dan* joins two fields of one office: *Menteri Luar Negeri dan Perdagangan*, *Ministry of Health and …*."""
    first = units[right.start]
    if first.has("name", "person", "place", "acronym"):
        return False
    office = any(unit.has("person", "body") for unit in left.units(units))
    own = first.has("body", "generic", "determiner", "possessive")
    inner = not own and any(unit.has("body", "acronym") for unit in right.units(units)[1:])
    return office and (inner or first.has("portfolio") or bool(_PORTFOLIO.match(first.lower)))
