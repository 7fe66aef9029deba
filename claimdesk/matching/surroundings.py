"""Which passages of an article belong together: what points back, what goes on with a count, what is near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimdesk.matching.running import REACH
from claimdesk.text.bare import goes_on
from claimdesk.text.claim_units import Counted
from claimdesk.text.countable import may_count
from claimdesk.text.reading import Reading
from claimdesk.text.speech_frames import QUOTE_MARKS


def follow(among: Sequence[int], read: Sequence[Reading], counted: Sequence[Counted]) -> list[int]:
    """The places `among` those of `read`, with all that depends on them and all that these depend on, sorted.

    A passage depends on the one before where it points back to it, and on the last few where it answers an
    accusation or may go on with what they count; `counted` are the things that may be counted.
    """

    def dependents(at: int) -> Iterator[int]:
        if at + 1 < len(read) and _judges(read[at + 1]):
            yield at + 1
        counts = any(may_count(read[at], one) for one in counted) or (counted and goes_on(read[at]))
        for on in range(at + 1, min(at + 1 + REACH, len(read))):
            if answers(read[on]) or (counts and goes_on(read[on])):
                yield on

    def needed(at: int) -> Iterator[int]:
        if at and _judges(read[at]):
            yield at - 1
        if answers(read[at]) or (counted and goes_on(read[at])):
            yield from range(max(0, at - REACH), at)

    return sorted(_close(_close(among, dependents), needed))


def neighbours(at: int, lead: int, size: int) -> Sequence[int]:
    """The lead and the two before passage `at` of `size`; for the lead and what opens, the two behind."""
    if at > lead:
        return [lead, *range(max(at - 2, lead + 1), at)]
    return [*range(at), *range(at + 1, min(at + 3, size))]


def _close(places: Iterable[int], step: Callable[[int], Iterator[int]]) -> set[int]:
    """The places with all that `step` leads to from them."""
    found, open_ones = set(places), list(places)
    while open_ones:
        for one in step(open_ones.pop()):
            if one not in found:
                found.add(one)
                open_ones.append(one)
    return found


def _judges(reading: Reading) -> bool:
    return reading.verdict is not None


def answers(reading: Reading) -> bool:
    """Whether a passage answers an accusation that may stand up to `REACH` passages before it."""
    return reading.verdict is not None and reading.verdict.far


def keeps_voice(reading: Reading) -> bool:
    """Whether a passage only goes on quoting who speaks in the one before."""
    return reading.text.lstrip().startswith(tuple(QUOTE_MARKS))
