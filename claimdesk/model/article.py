"""Articles and their passages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimdesk.model.span import Span

ArticleKind = Literal["article", "digest"]
PassageKind = Literal["text", "boilerplate", "link"]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its outlet, date and address. `body` is never altered by the machine.

    `published` is None where the source does not state it; `retrieved` is when it was fetched.
    `language` is ``id`` or ``en``; `sha256` is of the file's bytes, `body_sha256` of the body in UTF-8.
    `title_in_body`: the title is the body's first line (plain text), not front matter.
    `notes` says, in sentences, what could not be read off the source or was guessed and how.
    `revises` is the id of the older version that this article replaces, `copy_of` that of the article whose
    text it repeats or translates; both are empty for most. `never_text` are lines of the body that people
    taught to be no text of this outlet's articles.
    """

    id: str
    title: str
    outlet: str
    body: str
    published: date | None = None
    retrieved: date | None = None
    url: str = ""
    language: str = "id"
    kind: ArticleKind = "article"
    sha256: str = ""
    body_sha256: str = ""
    title_in_body: bool = False
    notes: tuple[str, ...] = ()
    author: str = ""
    revises: str = ""
    copy_of: str = ""
    never_text: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article: ``article.body[start:end]``.

    `kind` is ``text``, ``boilerplate`` (never evidence) or ``link`` (a link line: never evidence,
    but a lead). `rule` names the boilerplate pattern that said so. `line` is the index of its line in the
    body, `index` its own among all passages of the article. `heading`: it is the title or a headline.
    """

    index: int
    start: int
    end: int
    line: int
    kind: PassageKind = "text"
    rule: str = ""
    heading: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the body."""
        return Span(self.start, self.end)
