"""What phrases come near without reaching it: passages for a person to look at, which count for nothing.

Nobody writes down every wording beforehand. Where a claim is matched once more with a lower threshold, its
statement beside its phrases and nothing that must be mentioned, much of what was missed comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import log, sqrt

from claimdesk.desk import build_matcher
from claimdesk.evidence.opened import OpenedArticle, open_article
from claimdesk.matching.coverage import Coverage
from claimdesk.matching.nominate import find_lead
from claimdesk.model import ArticleReport, ClaimReport, Phrase, Quote, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.text.lemmas import LIGHT_WEIGHT
from claimdesk.text.reading import Reading

NEAREST = 200  # articles that are looked through: matching so loosely takes as long as a whole registry
_LOOSE = 25  # score, 0 to 100, at which a passage is near
# Points beside those of the score, fitted on labelled events.
_DENSITY, _SPOKEN, _OPENING = 200, 30, 50


def find_missed(
    registry: Registry,
    entry: ClaimReport,
    articles: Sequence[ArticleReport],
    settings: Settings = DEFAULT_SETTINGS,
) -> tuple[Quote, ...]:
    """Quotes of passages that the claim's phrases come near, the nearest first; none that `entry` holds.

    The nearest is not the one with the most of one phrase: what holds rare words of several phrases, is said
    by somebody and opens no article is most often what a person looks for.

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
    opened = [
        open_article(entry.article, settings, entry.passages)
        for entry in _choose_nearest(articles, claim.as_of)
    ]
    held = {(quote.article, quote.passage) for quote in entry.quotes}
    found = [
        (quote, one)
        for one in opened
        for quote in matcher.find_quotes(one)
        if (quote.article, quote.passage) not in held
    ]
    words = _ClaimWords(matcher.nominator.coverage, [text for one in opened for text in one.texts.values()])

    def nearness(row: tuple[Quote, OpenedArticle]) -> float:
        quote, one = row
        density = words.density(one.texts[quote.passage])
        spoken = bool(one.attributions(matcher.names).get(quote.passage))
        texts = [passage for passage in one.passages if passage.kind == "text"]
        opens = quote.passage <= texts[find_lead(texts)].index
        return quote.score + _DENSITY * density + _SPOKEN * spoken - _OPENING * opens

    found.sort(key=nearness, reverse=True)
    return tuple(quote for quote, _ in found)


class _ClaimWords:
    """How much of a claim's own words passages hold: of all its phrases together, the rare ones above all."""

    def __init__(self, coverage: Coverage, readings: Sequence[Reading]) -> None:
        phrases = coverage.vocabulary.phrases
        self._coverage = coverage
        self._full = {item for one in phrases for item, weight in one.items if weight > LIGHT_WEIGHT}
        spread = Counter(
            item for reading in readings for item in self._full & coverage.credits(reading).keys()
        )
        size = len(readings) + 1
        # Inverse document frequency (Sparck Jones 1972), from 0, where all have it, to 1, where one has.
        most = max(log(size / 2), 1)
        self._rarity = {item: log(size / (having + 1)) / most for item, having in spread.items()}

    def density(self, reading: Reading) -> float:
        """The words of the claim in a passage, each by its rarity, for the root of its length in words."""
        held = self._coverage.credits(reading).items()
        weight = sum(self._rarity[item] * credit / 100 for item, credit in held if item in self._full)
        return weight / sqrt(1 + sum(token.kind != "mark" for token in reading.tokens))


def _choose_nearest(articles: Sequence[ArticleReport], day: date | None) -> Sequence[ArticleReport]:
    """The articles in their order, but for those furthest from `day`, or the oldest where there is none."""
    if len(articles) <= NEAREST:
        return articles
    aim = (day or date.max).toordinal()
    days = [one.article.published or one.article.retrieved for one in articles]
    away = [abs(aim - one.toordinal()) if one else date.max.toordinal() for one in days]
    chosen = sorted(range(len(articles)), key=away.__getitem__)[:NEAREST]
    return [articles[number] for number in sorted(chosen)]
