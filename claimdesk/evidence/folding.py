"""What is one statement, though it stands in several places: headlines, leads, shared bases and
near-copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimdesk.evidence.copies import find_copies
from claimdesk.model import Quote, Reason

_NONE: Mapping[str, str] = MappingProxyType({})


def fold_headings(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with headlines, leads and restatements counted as the statement that they summarise.

    A quote in the outlet's own voice takes origin, further origins, bases and date of an attributed quote of
    the same article, claim and stance: the outlet is origin only where its article credits nobody with the
    matter. Where both state a figure it must be the same interval. The nearest quote behind it is taken, else
    the nearest before. A date that the summary states itself is kept.
    """
    attributed: dict[tuple[str, str, str], list[Quote]] = {}
    for quote in quotes:
        if not _own_voice(quote):
            attributed.setdefault((quote.claim, quote.article, quote.stance), []).append(quote)
    folded = []
    for quote in quotes:
        base = None
        if _own_voice(quote) and quote.decisive:
            base = _summarised(quote, attributed.get((quote.claim, quote.article, quote.stance), ()))
        folded.append(quote if base is None else _fold(quote, base))
    return tuple(folded)


def _own_voice(quote: Quote) -> bool:
    return any(reason.code == "origin_outlet" for reason in quote.reasons)


def _summarised(quote: Quote, others: Sequence[Quote]) -> Quote | None:
    fitting = [
        other
        for other in others
        if quote.figure is None or other.figure is None or quote.figure.interval == other.figure.interval
    ]
    same = [other for other in fitting if quote.figure is not None and other.figure is not None]
    return min(
        same or fitting,
        key=lambda other: (other.start < quote.start, abs(other.start - quote.start)),
        default=None,
    )


def _fold(quote: Quote, base: Quote) -> Quote:
    said = Reason.of("origin_folded", speaker=base.origin.name)
    reasons = tuple(said if reason.code == "origin_outlet" else reason for reason in quote.reasons)
    stated = quote.date is not None and quote.date.from_text
    return replace(
        quote,
        origin=base.origin,
        also=base.also,
        via=base.via,
        date=quote.date if stated else base.date,
        timing=quote.timing if stated else base.timing,
        reasons=reasons,
    )


def separate_origins(
    quotes: Sequence[Quote], families: Mapping[str, str] = _NONE
) -> tuple[frozenset[str], ...]:
    """The origin ids of one claim's quotes in groups; ids of one group are not separate.

    `families` names, for an article that is a version, copy or translation of another, what it belongs to.

    Ids are joined where they share a relay or a cited basis, or where one is the basis of the other, and
    where one passage is a near-copy of the other in another article. Near-copies that credit different
    speakers stay apart, for the words that differ are the names; a copy in the outlet's own voice has dropped
    the name and joins the one speaker whom the other copies credit, or the other outlets if that is nobody or
    several. So do statements on one side in articles of one family; where each of these credits one name that
    the registry does not list, these names are one, written in two languages.
    """
    parent: dict[str, str] = {}
    for quote in quotes:
        for origin in quote.origins:
            parent.setdefault(origin.id, origin.id)
    known = set(parent)
    for quote in quotes:
        for base in quote.via:
            basis = base if base in known else f"via:{base}"
            parent.setdefault(basis, basis)
            for origin in quote.origins:
                _join(parent, basis, origin.id)
    for group in find_copies([(quote.article, quote.text) for quote in quotes]):
        _join_copies(parent, [quotes[at] for at in group])
    for related in _group_families(quotes, families):
        _join_copies(parent, related)
        _join_names(parent, related)
    groups: dict[str, list[str]] = {}
    for identity in sorted(known):
        groups.setdefault(_root(parent, identity), []).append(identity)
    return tuple(frozenset(group) for group in groups.values())


def _group_families(quotes: Sequence[Quote], families: Mapping[str, str]) -> list[list[Quote]]:
    """The decisive quotes in articles of one family, by side; two articles at least in each."""
    groups: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        if quote.article in families and quote.decisive:
            groups.setdefault((families[quote.article], quote.stance), []).append(quote)
    return [group for group in groups.values() if len({quote.article for quote in group}) > 1]


def _join_names(parent: dict[str, str], quotes: Sequence[Quote]) -> None:
    names: dict[str, set[str]] = {}
    for quote in quotes:
        if quote.origin.kind == "unlisted" and not _own_voice(quote):
            names.setdefault(quote.article, set()).add(quote.origin.id)
    if all(len(found) == 1 for found in names.values()):
        together = sorted({name for found in names.values() for name in found})
        for identity in together[1:]:
            _join(parent, together[0], identity)


def _join_copies(parent: dict[str, str], quotes: Sequence[Quote]) -> None:
    own = [quote.origin.id for quote in quotes if _own_voice(quote)]
    credited = sorted({quote.origin.id for quote in quotes if not _own_voice(quote)})
    together = own + (credited if len(credited) == 1 else [])
    for identity in together[1:]:
        _join(parent, together[0], identity)


def _join(parent: dict[str, str], left: str, right: str) -> None:
    first, second = sorted((_root(parent, left), _root(parent, right)))
    parent[second] = first


def _root(parent: dict[str, str], identity: str) -> str:
    while parent[identity] != identity:
        parent[identity] = parent[parent[identity]]
        identity = parent[identity]
    return identity
