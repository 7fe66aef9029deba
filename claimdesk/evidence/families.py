"""Articles of one family: versions, copies and translations of one text, as the library states them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimdesk.model import Article, Quote, Reason


def find_families(articles: Iterable[Article]) -> dict[str, str]:
    """For each article that is related to another one here, the id that its family goes by."""
    parent: dict[str, str] = {}
    for article in articles:
        for other in (article.revises, article.copy_of):
            if other and other != article.id:
                first, second = sorted((_root(parent, article.id), _root(parent, other)))
                parent.setdefault(first, first)
                parent[second] = first
    return {identity: _root(parent, identity) for identity in parent}


def mark_revised(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Quote, ...]:
    """The quotes, those of an article that a newer version replaces with a reason that says so.

    It says also whether the newer version still has the words.
    """
    newer = {article.revises: article for article in articles.values() if article.revises in articles}
    return tuple(_mark(quote, newer[quote.article]) if quote.article in newer else quote for quote in quotes)


def _mark(quote: Quote, version: Article) -> Quote:
    code = "version_kept" if quote.text in version.body else "version_dropped"
    return replace(quote, reasons=(*quote.reasons, Reason.of(code, article=version.id)))


def _root(parent: dict[str, str], identity: str) -> str:
    root = parent.setdefault(identity, identity)
    while parent[root] != root:
        root = parent[root]
    return root
