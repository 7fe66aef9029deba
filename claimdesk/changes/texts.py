"""The articles of two reports: which are new, gone, revised, or the same text under another id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimdesk.model import Article, ArticleReport


@dataclass(frozen=True, slots=True)
class Texts:
    """Ids of articles, as in `ReportChanges`; `former` maps the old id of a moved article to its new one."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    revised: frozenset[str] = frozenset()
    former: dict[str, str] = field(default_factory=dict)


def compare_texts(old: Sequence[ArticleReport], new: Sequence[ArticleReport]) -> Texts:
    """What became of the articles, by their ids and the hashes of their bodies."""
    was = {entry.article.id: _content(entry.article) for entry in old}
    now = {entry.article.id: _content(entry.article) for entry in new}
    gone = _owners({name: text for name, text in was.items() if name not in now})
    come = _owners({name: text for name, text in now.items() if name not in was})
    former = {gone[text]: name for text, name in come.items() if gone.get(text) and name}
    return Texts(
        added=tuple(name for name in now if name not in was and name not in former.values()),
        removed=tuple(name for name in was if name not in now and name not in former),
        revised=frozenset(name for name in now if name in was and was[name] != now[name]),
        former=former,
    )


def _owners(texts: dict[str, str]) -> dict[str, str]:
    """Each text with the article that has it; with an empty id where several have."""
    owners: dict[str, str] = {}
    for name, text in texts.items():
        owners[text] = "" if text in owners else name
    return owners


def _content(article: Article) -> str:
    """What tells one text from another."""
    return article.body_sha256 or article.sha256 or article.body
