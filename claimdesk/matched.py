"""What was matched, in memory: of the next registry and library only what differs is matched.

`incremental` and its store do the same across processes; this spares a page that stays open even the reading
of what it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimdesk import incremental
from claimdesk.model import Article, ArticleEvidence, Claim, Evidence, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.store.keys import claim_key, frame_key
from claimdesk.store.results import ResultStore


@dataclass(frozen=True, slots=True)
class Matched:
    """Everything found in some articles for the claims of a registry, without candidates for new claims.

    `entries` are by the articles' ids; `keys` by those of the claims, in their order, and say what their
    quotes depend on, as `frame` does for all.
    """

    frame: bytes
    keys: Mapping[str, bytes]
    entries: Mapping[str, ArticleEvidence]

    @property
    def evidence(self) -> Evidence:
        """The same as `desk.match` gives it."""
        return Evidence(tuple(self.entries.values()))


def match_changes(
    before: Matched | None,
    registry: Registry,
    articles: Iterable[Article],
    settings: Settings = DEFAULT_SETTINGS,
    store: ResultStore | None = None,
) -> Matched:
    """What is found now: new articles are matched with all claims, changed claims with all articles."""
    articles = tuple(articles)
    frame = frame_key(registry, settings)
    keys = {claim.id: claim_key(claim, frame) for claim in registry.claims}
    same = _find_same(before, articles) if before and before.frame == frame else {}
    new = [article for article in articles if article.id not in same]
    read = incremental.match(registry, new, settings, store, candidates=False).articles if new else ()
    if before and same and list(before.keys.items()) != list(keys.items()):
        changed = [claim for claim in registry.claims if before.keys.get(claim.id) != keys[claim.id]]
        same = _match_claims(same, registry, changed, settings, store)
    found = same | {entry.article.id: entry for entry in read}
    return Matched(frame, keys, {article.id: found[article.id] for article in articles})


def _find_same(before: Matched, articles: Sequence[Article]) -> dict[str, ArticleEvidence]:
    """What was found in those of `articles` that are as they were."""
    found = {}
    for article in articles:
        entry = before.entries.get(article.id)
        if entry is not None and entry.article == article:
            found[article.id] = entry
    return found


def _match_claims(
    entries: Mapping[str, ArticleEvidence],
    registry: Registry,
    changed: Sequence[Claim],
    settings: Settings,
    store: ResultStore | None,
) -> dict[str, ArticleEvidence]:
    """The entries with what is found for the `changed` claims of `registry`, without claims that are gone."""
    articles = [entry.article for entry in entries.values()]
    part = replace(registry, claims=tuple(changed))
    found: Iterable[ArticleEvidence | None] = (
        incremental.match(part, articles, settings, store, candidates=False, passages=False).articles
        if changed
        else [None] * len(articles)
    )
    numbers = {claim.id: number for number, claim in enumerate(registry.claims)}
    stale = {claim.id for claim in changed}
    rows = zip(entries.items(), found, strict=True)
    return {name: _merge(entry, more, numbers, stale) for (name, entry), more in rows}


def _merge(
    entry: ArticleEvidence, more: ArticleEvidence | None, numbers: Mapping[str, int], stale: set[str]
) -> ArticleEvidence:
    """One article's entry with quotes and leads of claims in `numbers` alone, in their order."""
    quotes = [quote for quote in entry.quotes if quote.claim in numbers and quote.claim not in stale]
    leads = [lead for lead in entry.leads if lead[0] in numbers and lead[0] not in stale]
    if more is not None:
        quotes += more.quotes
        leads += more.leads
    quotes.sort(key=lambda quote: (quote.passage, numbers[quote.claim]))
    leads.sort(key=lambda lead: (lead[1], numbers[lead[0]]))
    return replace(entry, quotes=tuple(quotes), leads=tuple(leads))
