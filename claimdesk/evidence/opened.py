"""An article opened for matching: what is read off it whatever the claims, read once and only when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimdesk.evidence.dating import date_article
from claimdesk.model import Article, Attribution, Passage, StatedDate
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.text.countable import may_tell_fate
from claimdesk.text.passages import find_passages
from claimdesk.text.reading import Reading
from claimdesk.text.speakers import find_attributions
from claimdesk.text.units import find_topic


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article made ready for the gates: its passages, readings by index, who speaks where, its date."""

    article: Article
    passages: Sequence[Passage]
    readings: Mapping[int, Reading]
    attributions: Mapping[int, tuple[Attribution, ...]]
    date: StatedDate | None


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article with what is read off it whatever the claims, each thing when first asked for."""

    article: Article
    passages: Sequence[Passage]
    readings: Mapping[int, Reading]
    texts: Mapping[int, Reading]
    headline: Reading
    _attributions: dict[frozenset[str], Mapping[int, tuple[Attribution, ...]]] = field(default_factory=dict)
    _views: dict[frozenset[str], ArticleView] = field(default_factory=dict)

    def texts_at(self, places: Iterable[int]) -> Iterator[tuple[int, Reading]]:
        """Index and reading of the passages of text at `places` among them; of none behind the last."""
        indexes = tuple(self.texts)
        return ((indexes[at], self.texts[indexes[at]]) for at in places if at < len(indexes))

    def attributions(self, names: frozenset[str]) -> Mapping[int, tuple[Attribution, ...]]:
        """Who is credited with what; `names` are those of the registry's sources."""
        if names not in self._attributions:
            found = find_attributions(self.article.body, self.passages, self.article.language, names)
            self._attributions[names] = found
        return self._attributions[names]

    def view(self, names: frozenset[str]) -> ArticleView:
        """The article made ready for the gates."""
        if names not in self._views:
            stated = (self.readings[passage.index] for passage in self.passages if passage.kind != "link")
            day = date_article(self.article, stated)
            spoken = self.attributions(names)
            self._views[names] = ArticleView(self.article, self.passages, self.texts, spoken, day)
        return self._views[names]


def open_article(
    article: Article, settings: Settings = DEFAULT_SETTINGS, passages: Sequence[Passage] = ()
) -> OpenedArticle:
    """The article, ready to be asked by any number of matchers of these settings.

    `passages` are those that were found in it with these settings, where they are known.
    """
    passages = passages or find_passages(
        article.body, article.language, article.title_in_body, settings.max_sentence, article.never_text
    )
    readings = read_passages(article, passages, settings.approximate)
    texts = {passage.index: readings[passage.index] for passage in passages if passage.kind == "text"}
    return OpenedArticle(article, passages, readings, texts, read_headline(article))


def read_passages(article: Article, passages: Sequence[Passage], approximate: float) -> dict[int, Reading]:
    """A reading of each passage, all told what the headline and the lead count once somebody asks."""
    texts = [passage for passage in passages if passage.kind == "text"]
    opening = [passage for passage in texts if passage.heading] + [p for p in texts if not p.heading][:1]

    @cache
    def topic() -> frozenset[str]:
        heads = (Reading(article.body[passage.start : passage.end], article.language) for passage in opening)
        return find_topic(filter(may_tell_fate, [Reading(article.title, article.language), *heads]))

    return {
        passage.index: Reading(
            article.body[passage.start : passage.end], article.language, topic, approximate
        )
        for passage in passages
    }


def read_headline(article: Article) -> Reading:
    """The title with the words of the address's last part, which often is the real headline."""
    slug = article.url.rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return Reading(f"{article.title}. {slug}", article.language)
