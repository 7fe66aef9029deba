"""Warnings: what a fact-checker would rather know about a registry that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from claimdesk.errors import Problem
from claimdesk.model import SIDES, Claim, Hits, Registry, Side
from claimdesk.registry.nodes import Node, find_node
from claimdesk.registry.problems import Step, Steps, render_key_path, show
from claimdesk.registry.scalars import nearest
from claimdesk.registry.wording import Wording, fold_name, read_wording
from claimdesk.text.names import NameFinder, build_name_finder

# Above this a phrase needs more words than most sentences on the matter hold.
_MANY_WORDS = 12
# Above this share of a library a claim tells nothing apart, unless the library is a handful of sentences.
_MUCH, _FEW_PASSAGES = 0.5, 40
Finding = tuple[Steps, str, str]


def find_warnings(
    registry: Registry, root: Node, today: date, hits: Hits | None = None
) -> tuple[Problem, ...]:
    """Warnings, sorted by place; `root` is the tree the registry was read from.

    Dates after `today` are in the future. With `hits`, of some library, what is said of a phrase or a claim
    tells how much it hits there, and those that hit too much are told too.
    """
    names = build_name_finder(registry.aliases)
    claims = chain.from_iterable(
        _check_claim(claim, ("claims", at), registry, names, today)
        for at, claim in enumerate(registry.claims)
    )
    found = [*_check_aliases(registry), *_check_sources(registry), *claims]
    if hits is not None:
        numbered = (_tell_hits(steps, registry, hits) for steps, _, _ in found)
        found = [
            (steps, what + told, remedy) for (steps, what, remedy), told in zip(found, numbered, strict=True)
        ]
        told = {steps for steps, _, _ in found}
        found += (finding for finding in _check_hits(registry, hits) if finding[0] not in told)
    warnings = []
    for steps, what, remedy in found:
        place = find_node(root, steps)
        key_path = render_key_path(steps)
        warnings.append(Problem(registry.path, place.line, place.column, key_path, what, remedy, "warning"))
    return tuple(sorted(warnings, key=lambda warning: (warning.line, warning.column)))


def _check_claim(
    claim: Claim, steps: Steps, registry: Registry, names: NameFinder, today: date
) -> Iterator[Finding]:
    wordings = {
        side: [read_wording(phrase.text, names) for phrase in claim.phrases if phrase.side == side]
        for side in SIDES
    }
    for side, phrases in wordings.items():
        for at, wording in enumerate(phrases):
            yield from _check_phrase(wording, claim, (*steps, side, at))
        yield from _check_likeness(phrases, (*steps, side))
    yield from _check_sides(wordings, steps)
    said = [read_wording(claim.statement, names), *chain.from_iterable(wordings.values())]
    if claim.quantity is None and said[0].counts:
        what = f"the statement has a figure ({show(said[0].counts[0])}) but the claim has no quantity"
        yield steps, what, "give the claim a quantity, so that other figures are compared with it"
    yield from _check_mentions(claim, steps, said, registry)
    yield from _check_dates(claim, steps, today)
    if claim.quantity is not None and not claim.quantity.unit:
        what = "a number without `unit` is compared with no figure"
        yield (*steps, "quantity"), what, "write the nouns it counts: unit: [soldiers, tentara]"
    if claim.claimed_by is not None:
        yield from _check_near_miss(claim.claimed_by.source, registry, (*steps, "claimed_by", "source"))


def _tell_hits(steps: Steps, registry: Registry, hits: Hits) -> str:
    """What the phrase or the quantity at `steps` hits; nothing for other places."""
    match steps:
        case ("claims", int(at), "quantity"):
            return f" (the claim hits {_share(hits.claims[at], hits)})"
        case ("claims", int(at), "supports" | "contradicts" as side, int(number)):
            before = sum(phrase.side == "supports" for phrase in registry.claims[at].phrases)
            return f" (it hits {_share(hits.phrases[at][number + before * (side == 'contradicts')], hits)})"
    return ""


def _check_hits(registry: Registry, hits: Hits) -> Iterator[Finding]:
    """Claims and phrases that hit so much that they tell nothing apart."""
    if hits.passages < _FEW_PASSAGES:
        return
    much = _MUCH * hits.passages
    for at, (claim, row) in enumerate(zip(registry.claims, hits.phrases, strict=True)):
        if hits.claims[at] > much:
            what = f"it hits {_share(hits.claims[at], hits)}: it tells nothing apart"
            yield ("claims", at), what, "make its phrases say more, or narrow it with must_mention"
        numbers = {side: iter(range(len(row))) for side in SIDES}
        for phrase, count in zip(claim.phrases, row, strict=True):
            number = next(numbers[phrase.side])
            if count > much:
                what = f"it hits {_share(count, hits)}: it tells nothing apart"
                yield ("claims", at, phrase.side, number), what, "add what only such a passage says"


def _share(count: int, hits: Hits) -> str:
    return f"{count} of {hits.passages} passages"


def _check_phrase(wording: Wording, claim: Claim, steps: Steps) -> Iterator[Finding]:
    weighty = wording.weighty
    if not weighty:
        what = "only small words and figures, which weigh nothing: it never matches"
        yield steps, what, "add what it is about"
    elif len(weighty) == 1:
        what = "only one of its words weighs anything, so it matches too much"
        yield steps, what, "add what else such a passage says"
    elif len(weighty) > _MANY_WORDS:
        what = f"{len(weighty)} words with weight are more than a passage is likely to hold"
        yield steps, what, "split it into phrases of four to ten words"
    if wording.mixed:
        what = f"`{show(wording.mixed)}` mixes letters of different alphabets"
        yield steps, what, "type the word again: it only looks like the word you mean"
    if claim.quantity is None and wording.figures:
        what = f"the claim has no quantity, so {show(wording.figures[0])} is compared with no figure"
        yield steps, what, "give the claim a quantity or drop the number"


def _check_likeness(phrases: list[Wording], steps: Steps) -> Iterator[Finding]:
    first_with: dict[frozenset[str], int] = {}
    for at, wording in enumerate(phrases):
        first = first_with.setdefault(frozenset(wording.weighty), at)
        if first != at and wording.weighty:
            other = render_key_path((*steps, first))
            what = f"the same words as {other}, but for order, small words and figures"
            yield (*steps, at), what, "word it differently or remove it"


def _check_sides(wordings: dict[Side, list[Wording]], steps: Steps) -> Iterator[Finding]:
    supporting: dict[tuple[object, ...], int] = {}
    for at, wording in enumerate(wordings["supports"]):
        supporting.setdefault(wording.meaning, at)
    for at, wording in enumerate(wordings["contradicts"]):
        other = supporting.get(wording.meaning)
        if other is not None and wording.weighty:
            key_path = render_key_path((*steps, "supports", other))
            what = f"it says the same as {key_path}, on the other side"
            yield (*steps, "contradicts", at), what, "remove it on one side, or say what makes it differ"


def _check_mentions(
    claim: Claim, steps: Steps, said: Iterable[Wording], registry: Registry
) -> Iterator[Finding]:
    """A group that no phrase mentions is a slip of the pen more often than a wish."""
    texts = [f" {' '.join(wording.words)} " for wording in said]
    for at, group in enumerate(claim.must_mention):
        folded = [fold_name(word) for word in group]
        listed = any(fold_name(name) in folded for names in registry.aliases for name in names)
        if not listed and not any(f" {word} " in text for word in folded for text in texts):
            others = " or the others" if len(group) > 1 else ""
            what = f"no phrase and no alias holds `{show(group[0])}`{others}"
            remedy = "check the spelling, or add it to a phrase or to aliases"
            yield (*steps, "must_mention", at), what, remedy


def _check_dates(claim: Claim, steps: Steps, today: date) -> Iterator[Finding]:
    verdict, claimed_by = claim.verdict, claim.claimed_by
    dates: list[tuple[tuple[Step, ...], date | None]] = [
        (("as_of",), claim.as_of),
        (("claimed_by", "on"), claimed_by.on if claimed_by else None),
        (("verdict", "on"), verdict.on if verdict else None),
    ]
    for keys, day in dates:
        if day is not None and day > today:
            yield (*steps, *keys), f"{day} is in the future", "check the year"
    if claim.as_of is None:
        what = "no `as_of`, so no statement can be earlier or later than the claim"
        yield steps, what, "write as_of: YYYY-MM-DD"
    elif verdict is not None and verdict.on is not None and verdict.on < claim.as_of:
        what = f"judged on {verdict.on}, before {claim.as_of}, the day the claim speaks of"
        yield (*steps, "verdict", "on"), what, "check both dates"


def _check_aliases(registry: Registry) -> Iterator[Finding]:
    first_in: dict[str, int] = {}
    for at, group in enumerate(registry.aliases):
        if len(group) == 1:
            what = f"`{show(group[0])}` is alone in its group"
            yield ("aliases", at), what, "add its other names or remove it"
        for place, name in enumerate(group):
            first = first_in.setdefault(fold_name(name), at)
            if first != at:
                what = f"`{show(name)}` is also in {render_key_path(('aliases', first))}"
                yield ("aliases", at, place), what, "keep it in one group, or make the two one"


def _check_sources(registry: Registry) -> Iterator[Finding]:
    named: dict[str, tuple[str, str]] = {}
    for at, source in enumerate(registry.sources):
        origin = source.part_of or source.id
        for place, name in enumerate((source.name, *source.aliases)):
            other_origin, other = named.setdefault(fold_name(name), (origin, source.id))
            if other_origin != origin:
                keys: Steps = ("aliases", place - 1) if place else ("name",)
                what = f"`{show(name)}` also names {other}, another origin"
                yield ("sources", at, *keys), what, "keep it with one of them"


def _check_near_miss(name: str, registry: Registry, steps: Steps) -> Iterator[Finding]:
    """A name that is nearly an id of a source, written like one."""
    ids = [source.id for source in registry.sources]
    if name not in ids and name == name.casefold() and (near := nearest(name, ids)):
        yield steps, f"`{show(name)}` is no source of this file", f"write {near} if you mean it"
