"""The two sides of a claim: which quotes count on which, who stands there, and how much was reviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimdesk.evidence.names import slug
from claimdesk.model import Article, ArticleReport, ClaimReport, Passage, Quote, Registry, Side, is_unnamed
from claimdesk.text.speaker_words import fold


@dataclass(frozen=True, slots=True)
class Sides:
    """A claim's quotes by what they do: those that count for it, those that count against it, all others."""

    supports: tuple[Quote, ...]
    contradicts: tuple[Quote, ...]
    aside: tuple[Quote, ...]
    rejected: tuple[Quote, ...]

    def sections(self) -> dict[str, tuple[Quote, ...]]:
        """The quotes by the section of the page that shows them."""
        timed = tuple(quote for quote in self.aside if quote.decisive)
        mentions = tuple(quote for quote in self.aside if not quote.decisive)
        return {
            "supports": self.supports,
            "contradicts": self.contradicts,
            "timed": timed,
            "mentions": mentions,
            "rejected": self.rejected,
        }

    def on(self, side: Side) -> tuple[Quote, ...]:
        """The quotes that count on that side."""
        return self.supports if side == "supports" else self.contradicts


def split_quotes(entry: ClaimReport) -> Sides:
    """The claim's quotes by side, those of one origin together.

    A decisive quote counts where its origin counts on that side and the quote is of the claim's time or of an
    open one; where an origin has none such, its latest quote stands for it.
    """
    kept = [quote for quote in entry.quotes if quote.decision != "rejected"]
    supports = _counting(kept, "supports", entry.assessment.supports)
    contradicts = _counting(kept, "contradicts", entry.assessment.contradicts)
    counting = {*map(id, supports), *map(id, contradicts)}
    aside = sorted((quote for quote in kept if id(quote) not in counting), key=_when)
    rejected = tuple(quote for quote in entry.quotes if quote.decision == "rejected")
    return Sides(supports, contradicts, tuple(aside), rejected)


def origin_names(entry: ClaimReport, registry: Registry) -> dict[str, str]:
    """The name to show for each origin of a claim's quotes: the registry's, else as first said."""
    listed = registry.source_names
    said: dict[str, str] = {}
    for origin in (origin for quote in entry.quotes for origin in quote.origins):
        said.setdefault(origin.id, origin.name)
    return {key: listed.get(key, name) for key, name in said.items()}


def relay_names(quote: Quote, article: Article, registry: Registry) -> tuple[str, ...]:
    """The names to show for what a quote came by: the registry's, else as the article writes them; a relay
    without a name is an empty text."""
    listed = registry.source_names if quote.via else {}
    return tuple(listed.get(one) or _written_name(one, article.outlet, article.body) for one in quote.via)


@lru_cache(maxsize=1 << 10)  # a page is drawn again and again
def _written_name(origin: str, outlet: str, body: str) -> str:
    """The name in the article that an origin id was made from; the words of the id where it stands otherwise
    there, empty where it has no name."""
    if is_unnamed(origin):
        return ""
    kind, _, key = origin.rpartition(":")
    if kind == "outlet" and slug(fold(outlet)) == key:
        return outlet
    parts = [re.escape(part) for part in key.split("-")]
    folded = fold(body)
    found = re.search(rf"(?<!\w){'[^a-z0-9]{1,3}'.join(parts)}(?!\w)", folded)
    if found and len(folded) == len(body):
        return body[found.start() : found.end()]
    return key.replace("-", " ")


def count_reviewed(entry: ClaimReport) -> tuple[int, int]:
    """How many decisive quotes a person has decided on, of how many."""
    decisive = [quote for quote in entry.quotes if quote.decisive]
    return sum(bool(quote.decision) for quote in decisive), len(decisive)


def find_context(quote: Quote, article: ArticleReport) -> list[Passage]:
    """The earlier passages that the quote takes words from, in the order of the text."""
    return [
        passage
        for passage in article.passages
        if passage.index != quote.passage and any(passage.span.overlaps(span) for span in quote.context)
    ]


def _counting(quotes: Sequence[Quote], side: Side, origins: Sequence[str]) -> tuple[Quote, ...]:
    """What each origin says first, then what each says further."""
    counting: list[tuple[int, Quote]] = []
    for origin in origins:
        said = [quote for quote in quotes if quote.stance == side and origin in (o.id for o in quote.origins)]
        timely = [quote for quote in said if quote.timing in ("current", "undated")]
        counting += enumerate(timely or sorted(said, key=_when)[-1:])
    counting.sort(key=lambda one: one[0])
    return tuple({id(quote): quote for _, quote in counting}.values())


def _when(quote: Quote) -> tuple[str, str, int]:
    return (quote.date.first.isoformat() if quote.date else "", quote.article, quote.start)
