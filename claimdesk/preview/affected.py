"""Where a changed claim may find something else than before: everything else need not be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimdesk.model import Claim, ClaimReport, Phrase, Registry
from claimdesk.preview.library import OpenedLibrary
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import ClaimReading


def find_affected(
    library: OpenedLibrary, registry: Registry, claim: Claim, before: ClaimReport | None, same_frame: bool
) -> list[int]:
    """The numbers of the articles to be read again for `claim`, which stood as in `before`.

    `same_frame`: sources and aliases are those of then. Articles with a quote that somebody decided on are
    among them, since decisions apply to fresh quotes only.
    """
    if before is None:
        return library.search(claim, registry)
    had = {library.numbers[quote.article] for quote in before.quotes}
    former = before.claim
    if not same_frame or _skeleton(former) != _skeleton(claim):
        return sorted(had.union(library.search(claim, registry)))
    again = {library.numbers[quote.article] for quote in before.quotes if quote.decision}
    if (former.as_of, former.window_days) != (claim.as_of, claim.window_days):
        again |= had
    if changed := _find_changed(former.phrases, claim.phrases):
        again.update(library.search(_probe(claim, tuple(changed)), registry))
    return sorted(again)


def is_same(former: Claim, claim: Claim) -> bool:
    """Whether nothing differs that a report shows."""
    return replace(former, line=1, verdict=None) == replace(claim, line=1, verdict=None)


def _skeleton(claim: Claim) -> object:
    """What all quotes of a claim depend on, whatever its phrases; what it counts is read off these too."""
    bare = replace(claim, phrases=(), topic="", claimed_by=None, verdict=None, notes="", line=1)
    return replace(bare, as_of=None, window_days=0), ClaimReading(claim, ()).counted


def _find_changed(former: Sequence[Phrase], phrases: Sequence[Phrase]) -> set[Phrase]:
    """The phrases that are new, gone, or in another order: of two that find the same, the first is named."""
    changed = set(former) ^ set(phrases)
    if [one for one in former if one not in changed] != [one for one in phrases if one not in changed]:
        changed.update(phrases)
    return changed


def _probe(claim: Claim, phrases: tuple[Phrase, ...]) -> Claim:
    """A claim that finds every article in which these phrases have a say, if only near a figure."""
    least = DEFAULT_SETTINGS.nominate if claim.threshold is None else claim.threshold
    near = DEFAULT_SETTINGS.near if claim.quantity else least
    return replace(claim, phrases=phrases, quantity=None, threshold=min(least, near))
