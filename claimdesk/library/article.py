"""One article from the bytes of its file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from claimdesk.errors import Problem
from claimdesk.library.bylines import find_byline
from claimdesk.library.decode import LARGEST, decode_text
from claimdesk.library.fields import read_fields
from claimdesk.library.frontmatter import Field, FrontMatter, has_front_matter, parse_front_matter
from claimdesk.library.problems import ArticleError
from claimdesk.model import Article
from claimdesk.text.boilerplate import find_rule

_LONGEST_TITLE = 300  # characters of a first line that stands in for the title
_SAMPLE = 2_000  # characters at the head of the body that tell its language
_LANGUAGE_NAMES = {"id": "Indonesian", "en": "English"}


def parse_article(data: bytes, path: str) -> tuple[Article, tuple[Problem, ...]]:
    """The article in a file's bytes, and warnings.

    `path` is shown as given; its stem is the id, its suffix the format: .md may begin with front matter, all
    else is plain text, whose first line is its title. Raises ArticleError with everything that is wrong.
    """
    name = PurePath(path)
    text, problems = decode_text(data, path)
    notes = [f"{problem.what[0].upper()}{problem.what[1:]}." for problem in problems]
    has_front = name.suffix.lower() == ".md" and has_front_matter(text)
    front = parse_front_matter(text, path) if has_front else FrontMatter({}, 0)
    article, more = _build(name.stem, text, front, notes, path, problems)
    return replace(article, sha256=hashlib.sha256(data).hexdigest()), more


def build_article(
    name: str, body: str, fields: dict[str, Field], where: str
) -> tuple[Article, tuple[Problem, ...]]:
    """The article of id `name` with that body, and warnings; `fields` are what front matter would state.

    Raises ArticleError, in which `where` is the article's place.
    """
    if len(body) > LARGEST:
        what = f"the text is longer than the {LARGEST // 1_000_000} MB an article may have"
        raise ArticleError([Problem(where, 1, 1, "body", what, "keep only the article's own text")])
    article, problems = _build(name, body, FrontMatter(fields, 0), [], where, ())
    stated = fields.get("sha256")
    return replace(article, sha256=stated.value if stated else article.body_sha256), problems


def _build(
    name: str,
    text: str,
    front: FrontMatter,
    notes: list[str],
    path: str,
    problems: tuple[Problem, ...],
) -> tuple[Article, tuple[Problem, ...]]:
    body = text[front.body_start :]
    body_sha256 = hashlib.sha256(body.encode(errors="surrogatepass")).hexdigest()
    stated, wrong = read_fields(front.fields, path)
    problems += (*front.problems, *wrong, *_check_body(text, front.body_start, body_sha256, stated, path))
    if any(problem.severity == "error" for problem in problems):
        raise ArticleError(problems)
    facts = _read_off(body, stated, notes)
    article = Article(
        id=name,
        body=body,
        retrieved=stated.get("retrieved"),
        url=stated.get("url", ""),
        kind=stated.get("kind", "article"),
        body_sha256=body_sha256,
        title_in_body=facts["title"].split() == _first_line(body, facts["language"]).split(),
        notes=tuple(notes),
        **{key: stated[key] for key in ("author", "revises", "copy_of") if key in stated},
        **facts,
    )
    return article, problems


def _check_body(text: str, start: int, sha256: str, stated: dict[str, Any], path: str) -> list[Problem]:
    """What is wrong with the body: it is empty, or another one than its front matter says (a warning)."""
    line = text.count("\n", 0, start) + 1
    if not text[start:].strip():
        return [Problem(path, line, 1, "", "the article has no text", "put its text here")]
    if stated.get("body_sha256", sha256) != sha256:
        what = "the text is not the one that body_sha256 was taken of"
        remedy = f"undo the change, or write {sha256}"
        return [Problem(path, line, 1, "body_sha256", what, remedy, "warning")]
    return []


def _read_off(body: str, stated: dict[str, Any], notes: list[str]) -> dict[str, Any]:
    """Title, outlet, date and language, as stated or else as read off the body; `notes` says which."""
    if "proposed" in stated:
        notes.append(f"Read off the source and confirmed by nobody: {stated['proposed']}.")
    language = stated.get("language") or _detect_language(body, notes)
    title = stated.get("title", "")
    if not title:
        title = _first_line(body, language)
        if title.endswith("."):
            notes.append("No headline; the first sentence stands in for the title.")
    outlet, published = stated.get("outlet", ""), stated.get("published")
    if not outlet or published is None:
        byline = find_byline(body, language)
        if not outlet:
            outlet = byline.outlet
            notes.append(byline.outlet_note or "No outlet stated.")
        if published is None:
            published = byline.published
            notes.append(byline.date_note or "No publication date stated.")
    if "url" not in stated:
        notes.append("No web address stated.")
    return {"title": title, "outlet": outlet, "published": published, "language": language}


def _detect_language(body: str, notes: list[str]) -> str:
    """``id`` or ``en``, by the share of words that simplemma knows in each."""
    from simplemma import langdetect

    known = [name for name, share in langdetect(body[:_SAMPLE], lang=("id", "en")) if share > 0]
    language = next((name for name in known if name in _LANGUAGE_NAMES), "")
    if language:
        notes.append(f"Language not stated; by its words it is {_LANGUAGE_NAMES[language]}.")
        return language
    notes.append("Language not stated and not told by the words; read as Indonesian.")
    return "id"


def _first_line(body: str, language: str) -> str:
    """The first line that is no boilerplate, which is the title where none is stated."""
    lines = [line for line in map(str.strip, body.splitlines()) if line]
    title = next((line for line in lines if find_rule(line, "line", language) is None), lines[0])
    title = title.lstrip("#").lstrip()
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
