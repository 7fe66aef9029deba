"""The file of an article: front matter of one line a key, then the body, byte for byte as it was taken."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimdesk.errors import Problem
from claimdesk.library.article import parse_article
from claimdesk.library.decode import decode_text
from claimdesk.library.frontmatter import KEYS, FrontMatter, has_front_matter, parse_front_matter
from claimdesk.library.problems import ArticleError

_LONGEST_NAME = 70  # characters of an id
_LETTERS = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Record:
    """What an article's file holds: the values of its front matter as typed, and the body."""

    fields: Mapping[str, str]
    body: str


def parse_record(data: bytes, path: str) -> Record:
    """The record in a file's bytes; plain text has no fields. Raises ArticleError."""
    text, _ = decode_text(data, path)
    has_front = path.lower().endswith(".md") and has_front_matter(text)
    front = parse_front_matter(text, path) if has_front else FrontMatter({}, 0)
    fields = {key: field.value for key, field in front.fields.items() if field.value}
    return Record(fields, text[front.body_start :])


def render_record(record: Record, path: str) -> bytes:
    """The bytes of the file, whose reader gets the same record back. Raises ArticleError where it would not
    read it; `path` is named in it."""
    fields = {**record.fields, "body_sha256": hash_body(record.body)}
    lines = [f"{key}: {_quote(fields[key])}\n" for key in KEYS if fields.get(key)]
    try:
        data = "".join(["---\n", *lines, "---\n", record.body]).encode()
    except UnicodeEncodeError:
        data = b""
    if not data or parse_article(data, path)[0].body != record.body:
        what = "the text holds characters that no file gives back as they are"
        raise ArticleError([Problem(path, 1, 1, "", what, "save it as plain text in UTF-8")])
    return data


def hash_body(body: str) -> str:
    """The SHA-256 of a body in UTF-8."""
    return hashlib.sha256(body.encode(errors="surrogatepass")).hexdigest()


def clean_value(value: str) -> str:
    """A value on one line, free of characters that cannot stand in front matter."""
    return " ".join("".join(character if character.isprintable() else " " for character in value).split())


def name_article(parts: Iterable[str], sha256: str) -> str:
    """An id from day, outlet and title, in plain letters, digits and hyphens; from `sha256` for no words."""
    plain = unicodedata.normalize("NFKD", " ".join(parts)).casefold()
    words = _LETTERS.findall(plain.encode("ascii", "ignore").decode())
    name = "-".join(words)
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
    return name if name and name != "readme" else f"article-{sha256[:12]}"


def _quote(value: str) -> str:
    """A value in double quotes; JSON's escapes are those of YAML."""
    return json.dumps(clean_value(value), ensure_ascii=False)
