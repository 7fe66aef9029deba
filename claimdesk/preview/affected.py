"""Where a changed claim may find something else than before: everything else need not be looked at again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimdesk.model import Claim, ClaimReport, Phrase, Registry
from claimdesk.preview.library import OpenedLibrary
from claimdesk.text.actors import as_aliases
from claimdesk.text.claims import ClaimReading, name_groups
from claimdesk.text.role import Role
from claimdesk.text.role_readings import read_roles

# By the number of an article the passages to be read again, by their place among its texts, beside those with
# quotes, and whether a changed phrase may be reached there, or is at most near; None where all are.
Affected = dict[int, Mapping[int, bool] | None]


def find_affected(
    library: OpenedLibrary, registry: Registry, claim: Claim, before: ClaimReport | None, same_frame: bool
) -> Affected:
    """What is to be read again for `claim`, which stood as in `before`.

    `same_frame`: sources and aliases are those of then. Articles with a quote that somebody decided on are
    among them, since decisions apply to fresh quotes only.
    """
    if before is None:
        return dict.fromkeys(library.search(claim, registry))
    had = {library.numbers[quote.article] for quote in before.quotes}
    former = before.claim
    if not same_frame or _ground(former, registry) != _ground(claim, registry):
        return dict.fromkeys(sorted(had.union(library.search(claim, registry))))
    again: Affected = {library.numbers[quote.article]: {} for quote in before.quotes if quote.decision}
    if (former.as_of, former.window_days) != (claim.as_of, claim.window_days):
        again |= {number: {} for number in had}
    if changed := find_changed(former.phrases, claim.phrases):
        again |= library.search_passages(replace(claim, phrases=tuple(changed)), registry)
    return dict(sorted(again.items()))


def is_same(former: Claim, claim: Claim) -> bool:
    """Whether nothing differs that a report shows."""
    return replace(former, line=1, verdict=None) == replace(claim, line=1, verdict=None)


def _ground(claim: Claim, registry: Registry) -> object:
    """What quotes depend on in passages where no changed phrase has a say.

    That is the claim but for its phrases, and where it counts something, what these tell of it: what is
    counted, and who does what, since a figure is passed over where others do.
    """
    bare = replace(claim, phrases=(), topic="", claimed_by=None, verdict=None, notes="", line=1)
    bare = replace(bare, as_of=None, window_days=0)
    reading = ClaimReading(claim, name_groups(registry))
    if reading.counted is None:
        return bare
    counted = reading.counted
    if not any(unit.percent or unit.currency for unit in counted.units):
        # Only percent and money are asked what they are about.
        counted = replace(counted, matters=frozenset(), words=frozenset(), limit=False)
    known = as_aliases(reading.aliases)
    sides = zip(reading.phrases, claim.phrases, strict=True)
    own = [read for read, phrase in sides if phrase.side == "supports"]
    roles = {_shape(role) for read in own for role in read_roles(read.tokens, read.language, known)}
    return bare, counted, roles


def _shape(role: Role) -> object:
    """A role without its place in the phrase."""
    actors = (role.agent, role.patient)
    told = (one and (one.names, one.kinds, one.before, one.joined) for one in actors)
    return role.group, *told, role.verb, role.cleft


def find_changed(former: Sequence[Phrase], phrases: Sequence[Phrase]) -> set[Phrase]:
    """The phrases that are new, gone, or in another order: of two that find the same, the first is named."""
    changed = set(former) ^ set(phrases)
    if [one for one in former if one not in changed] != [one for one in phrases if one not in changed]:
        changed.update(phrases)
    return changed
