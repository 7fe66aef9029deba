"""Plain text and Markdown as they are given: nothing of the body is altered."""

from __future__ import annotations

from pathlib import PurePath

from claimdesk.library.article import parse_article
from claimdesk.library.decode import decode_text
from claimdesk.library.extract import Extract, Fact
from claimdesk.library.frontmatter import has_front_matter
from claimdesk.library.records import parse_record

_FORM = "1"  # of what is done here; raise it when the same file gives another body
FRONT = "its front matter"
_STATED = ("title", "outlet", "published", "author", "language", "url", "kind", "retrieved")
NO_TEXT = "There is no text in it."


def read_text(content: bytes, name: str) -> Extract:
    """The text of a file and what its front matter states; its state is ``no_text`` where it is blank.

    Raises ArticleError for what is no text, and for front matter that cannot be read.
    """
    text, problems = decode_text(content, name)
    notes = tuple(f"{problem.what[0].upper()}{problem.what[1:]}." for problem in problems)
    record = parse_record(content, name)
    if not record.body.strip():
        return Extract("no_text", "", {}, (NO_TEXT,))
    if PurePath(name).suffix.lower() == ".md" and has_front_matter(text):
        parse_article(content, name)
    facts = {key: Fact(record.fields[key], FRONT) for key in _STATED if key in record.fields}
    return Extract("text", record.body, facts, notes)


def name_extractor() -> str:
    """The method, as an article's front matter states it."""
    return f"text {_FORM}"
