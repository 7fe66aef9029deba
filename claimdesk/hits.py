"""How much of a library each phrase and each claim hits, for a curator to see before relying on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimdesk.desk import build_matcher
from claimdesk.model import Article, Hits, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.text.reading import Reading


def count_hits(
    registry: Registry,
    articles: Iterable[Article],
    settings: Settings = DEFAULT_SETTINGS,
    progress: Callable[[int], None] | None = None,
) -> Hits:
    """The hits of every claim and phrase of `registry` in the text passages of `articles`.

    Args:
        progress: called after each article with the number of articles done.
    """
    matcher = build_matcher(registry, settings)
    numbers = {claim.id: number for number, claim in enumerate(registry.claims)}
    by_claim = [0] * len(registry.claims)
    by_phrase = [[0] * len(claim.phrases) for claim in registry.claims]
    passages = 0
    for done, article in enumerate(articles, 1):
        evidence = matcher.read(article)
        for claim, _ in {(quote.claim, quote.passage) for quote in evidence.quotes}:
            by_claim[numbers[claim]] += 1
        for passage in evidence.passages:
            if passage.kind == "text":
                passages += 1
                reading = Reading(article.body[passage.start : passage.end], article.language)
                for number, phrase in matcher.nominator.find_phrases(reading):
                    by_phrase[number][phrase] += 1
        if progress is not None:
            progress(done)
    return Hits(passages, tuple(by_claim), tuple(map(tuple, by_phrase)))
