"""What phrases come near without reaching it: passages for a person to look at, which count for nothing.

Nobody writes down every wording beforehand. Where a claim is matched once more with a lower threshold, its
statement beside its phrases and nothing that must be mentioned, much of what was missed comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimdesk.desk import build_matcher
from claimdesk.model import Article, ArticleReport, ClaimReport, Phrase, Quote, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings

NEAREST = 200  # articles that are looked through: matching so loosely takes as long as a whole registry
_LOOSE = 30  # score, 0 to 100, at which a passage is near


def find_missed(
    registry: Registry,
    entry: ClaimReport,
    articles: Sequence[ArticleReport],
    settings: Settings = DEFAULT_SETTINGS,
) -> tuple[Quote, ...]:
    """Quotes of passages that the claim's phrases come near, the nearest first; none that `entry` holds.

    Side, speaker and all else are read off them as off any quote, and are no more than a proposal. Only the
    `NEAREST` articles to the claim's date are looked through.
    """
    claim = entry.claim
    loose = replace(
        claim,
        phrases=(*claim.phrases, Phrase(claim.statement, "supports")),
        must_mention=(),
        threshold=None,
    )
    matcher = build_matcher(replace(registry, claims=(loose,)), replace(settings, nominate=_LOOSE))
    held = {(quote.article, quote.passage) for quote in entry.quotes}
    found = [
        quote
        for article in _choose_nearest([one.article for one in articles], claim.as_of)
        for quote in matcher.find(article, candidates=False).quotes
        if (quote.article, quote.passage) not in held
    ]
    return tuple(sorted(found, key=lambda quote: -quote.score))


def _choose_nearest(articles: Sequence[Article], day: date | None) -> Sequence[Article]:
    """The articles in their order, but for those furthest from `day`, or the oldest where there is none."""
    if len(articles) <= NEAREST:
        return articles
    aim = (day or date.max).toordinal()
    days = [one.published or one.retrieved for one in articles]
    away = [abs(aim - one.toordinal()) if one else date.max.toordinal() for one in days]
    chosen = sorted(range(len(articles)), key=away.__getitem__)[:NEAREST]
    return [articles[number] for number in sorted(chosen)]
