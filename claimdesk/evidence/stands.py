"""Where each origin stands: its statements about one claim, folded.

What a source says again replaces what it said before, so an origin's stand is its latest decisive
statement up to the end of the claim's window. Statements after the window are a second stand beside it,
and so are those whose time is open: neither erases anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimdesk.model import Origin, Quote, Side, Timing, is_unnamed

# Sets of origin ids that are not separate: they share a relay, a basis or the text itself.
Groups = Sequence[frozenset[str]]

_NEVER, _ALWAYS = 0, 10**9  # ordinals before and after every date


class Statement(NamedTuple):
    """One decisive statement: its side, timing, hedge and possible days as ordinals."""

    side: Side
    timing: Timing
    hedged: bool
    first: int = _NEVER
    last: int = _ALWAYS


@dataclass(frozen=True, slots=True)
class Stand:
    """What one origin adds to the status.

    `supports` and `contradicts` hold the timings of the statements that stand. `supported` says whether
    it ever supported the claim, `reversed` whether it then turned against it, by date. It is `hedged` on
    a side only if all its statements there are. An origin that only mentions the claim stands nowhere.
    """

    origin: Origin
    supports: frozenset[Timing] = frozenset()
    contradicts: frozenset[Timing] = frozenset()
    hedged: bool = False
    hedged_against: bool = False
    supported: bool = False
    reversed: bool = False

    def on(self, side: Side) -> frozenset[Timing]:
        """Timings of the statements that stand on that side."""
        return self.supports if side == "supports" else self.contradicts

    def hedged_on(self, side: Side) -> bool:
        """Whether all statements on that side are hedged."""
        return self.hedged if side == "supports" else self.hedged_against


def statement_of(quote: Quote) -> Statement | None:
    """The quote as a statement; None where it only mentions the claim."""
    if quote.stance == "mentions":
        return None
    if quote.date is None:
        return Statement(quote.stance, quote.timing, quote.hedged)
    last = _ALWAYS if quote.date.not_before else quote.date.last.toordinal()
    return Statement(quote.stance, quote.timing, quote.hedged, quote.date.first.toordinal(), last)


class Ledger:
    """Everybody's statements so far. Only the origins of new quotes are folded again."""

    def __init__(self) -> None:
        self._origins: dict[str, Origin] = {}
        self._statements: dict[str, list[Statement]] = {}
        self._stands: dict[str, Stand] = {}

    def add(self, quotes: Iterable[Quote]) -> None:
        """Take in more quotes, none of them rejected, in any order."""
        touched: dict[str, None] = {}
        for quote in quotes:
            statement = statement_of(quote)
            for origin in quote.origins:
                touched[origin.id] = None
                known = self._origins.get(origin.id, origin)
                self._origins[origin.id] = fold_origins(known, origin)
                said = self._statements.setdefault(origin.id, [])
                if statement is not None:
                    said.append(statement)
        for key in touched:
            self._stands[key] = fold_statements(self._origins[key], self._statements[key])

    def stands(self) -> tuple[Stand, ...]:
        """One stand an origin, in order of first appearance."""
        return tuple(self._stands.values())


def find_stands(quotes: Iterable[Quote]) -> tuple[Stand, ...]:
    """One stand an origin, in order of first appearance. Rejected quotes must not be among `quotes`."""
    ledger = Ledger()
    ledger.add(quotes)
    return ledger.stands()


def fold_origins(one: Origin, other: Origin) -> Origin:
    """One body under two names: the first name, a party if either is, the better reliability."""
    if one.kind == other.kind and one.reliability == other.reliability:
        return one
    kind = "party" if "party" in (one.kind, other.kind) else one.kind
    return Origin(one.id, one.name, kind, min(one.reliability, other.reliability), one.body)


def fold_statements(origin: Origin, statements: Sequence[Statement]) -> Stand:
    """The stand that the statements of one origin add up to, in any order."""
    if not statements:
        return Stand(origin)
    up_to_window = _latest(statements, "current") or _latest(statements, "earlier")
    later = _latest(statements, "later")
    undated = [one for one in statements if one.timing == "undated"]
    standing = [*up_to_window, *later, *undated]
    hedges: dict[Side, list[bool]] = {"supports": [], "contradicts": []}
    for one in statements:
        hedges[one.side].append(one.hedged)
    return Stand(
        origin,
        supports=frozenset(one.timing for one in standing if one.side == "supports"),
        contradicts=frozenset(one.timing for one in standing if one.side == "contradicts"),
        hedged=bool(hedges["supports"]) and all(hedges["supports"]),
        hedged_against=bool(hedges["contradicts"]) and all(hedges["contradicts"]),
        supported=bool(hedges["supports"]),
        reversed=_has_reversed(statements, later or up_to_window),
    )


def _latest(statements: Sequence[Statement], timing: Timing) -> list[Statement]:
    """The statements of that timing after which the origin said nothing else for certain.

    Two of one day, or of days that may be in either order, both stand.
    """
    timed = [one for one in statements if one.timing == timing]
    latest = max((one.first for one in timed), default=_NEVER)
    return [one for one in timed if one.last >= latest]


def _has_reversed(statements: Sequence[Statement], last_word: Sequence[Statement]) -> bool:
    """Whether a dated support was followed by nothing but statements against. Open dates prove no turn."""
    supported = any(one.side == "supports" and one.timing != "undated" for one in statements)
    return supported and all(one.side == "contradicts" for one in last_word)


def count_separate(origins: Iterable[str], groups: Groups) -> int:
    """How many of the origins are separate: those of one group count once.

    All without a name count as one, and as none where one of their group has a name: nobody can tell whether
    they are one person who spoke to several outlets, so they do not corroborate one another.
    """
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    unnamed: set[str | int] = set()
    named: set[str | int] = set()
    for origin in origins:
        (unnamed if is_unnamed(origin) else named).add(group_of.get(origin, origin))
    return len(named) + bool(unnamed - named)
