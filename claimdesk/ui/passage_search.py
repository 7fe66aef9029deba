"""Passages that hold given words, for somebody who looks for one the engine missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.model import ArticleReport, Span

MOST = 6  # hits that are shown
_LEAST_WORDS = 4  # of a text that is also looked for as it stands, beyond the ends of passages


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article. `whole`: it is a passage; else the very words that were looked for."""

    article: ArticleReport
    span: Span
    whole: bool

    @property
    def text(self) -> str:
        """The words there."""
        return self.span.of(self.article.article.body)


def find_hits(text: str, articles: Sequence[ArticleReport]) -> list[Hit]:
    """The passages with at least half of the words in `text`, those with most of them first, `MOST` at most.

    A word counts where it stands whole. A text of some length that stands in an article as it is, but is no
    passage, comes before them, at its first place in each article: so one can add part of a sentence, or
    several. Line breaks and spaces count alike, case does not. Only passages of text are looked through.
    """
    words = _split_words(text)
    if not words:
        return []
    found = [(-count, order, hit) for order, (count, hit) in enumerate(_find_passages(words, articles))]
    best = [hit for *_, hit in sorted(found, key=lambda one: one[:2])[:MOST]]
    exact = _find_exact(text, articles) if len(text.split()) >= _LEAST_WORDS else []
    return [*(one for one in exact if not _is_passage(one)), *best][:MOST]


def _find_passages(words: frozenset[str], articles: Sequence[ArticleReport]) -> Iterator[tuple[int, Hit]]:
    for article in articles:
        body = article.article.body
        for passage in article.passages:
            if passage.kind == "text":
                count = len(words & _split_words(passage.span.of(body)))
                if 2 * count >= len(words):
                    yield count, Hit(article, passage.span, True)


def _find_exact(text: str, articles: Sequence[ArticleReport]) -> list[Hit]:
    """Where the text stands word for word in passages of text, the first place in each article."""
    inner = r"\s+".join(map(re.escape, text.split()))
    before, after = (r"\b" if edge.isalnum() else "" for edge in (text.strip()[0], text.strip()[-1]))
    pattern = re.compile(f"{before}{inner}{after}", re.IGNORECASE)
    hits = []
    for article in articles:
        places = (Span(*match.span()) for match in pattern.finditer(article.article.body))
        first = next((place for place in places if _is_text(place, article)), None)
        if first:
            hits.append(Hit(article, first, False))
    return hits


def _is_text(place: Span, article: ArticleReport) -> bool:
    """Whether all passages that share in the place are text."""
    kinds = {passage.kind for passage in article.passages if passage.span.overlaps(place)}
    return kinds == {"text"}


def _split_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_passage(hit: Hit) -> bool:
    """Whether the place is a passage but for marks at its ends."""
    body = hit.article.article.body
    return any(
        passage.kind == "text" and hit.text.strip(_MARKS) == passage.span.of(body).strip(_MARKS)
        for passage in hit.article.passages
        if passage.span.overlaps(hit.span)
    )


_WORD = re.compile(r"\w+")
_MARKS = " \t\r\n.,;:!?\"'“”‘’"
