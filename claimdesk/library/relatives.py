"""What a library already holds of something that is brought in: the same, an older version, a copy."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass

from claimdesk.library.article import parse_article
from claimdesk.library.catalogue import Catalogue, Held
from claimdesk.library.likeness import Likeness, compare_articles
from claimdesk.library.marks import Marks, find_marked_sentences, find_marks
from claimdesk.library.outlets import address_key, plain_outlet
from claimdesk.library.problems import ArticleError
from claimdesk.library.read import load_bytes
from claimdesk.library.records import hash_body
from claimdesk.model import Article


@dataclass(frozen=True, slots=True)
class Relatives:
    """`present` is the id of the same article, or empty; `revises` that of the version it has by address.

    `likenesses` are others that it is like, the nearest first. `marks` are its own.
    """

    present: str
    revises: str
    likenesses: tuple[Likeness, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Change:
    """Lines that differ between two versions: those of the `old` that went, those of the `new` that came."""

    old: tuple[str, ...]
    new: tuple[str, ...]


def find_relatives(
    catalogue: Catalogue, content: bytes, body: str, language: str, outlet: str = "", url: str = ""
) -> Relatives:
    """What the library holds of a text; `content` are the bytes that it was read in.

    It is present where the same bytes are, or the same text in the same outlet or of unknown outlet: word for
    word in another outlet it is a copy.
    """
    present = find_present(catalogue, content, body, outlet, url)
    sentences = find_marked_sentences(body, language)
    marks = find_marks(sentences)
    if present:
        return Relatives(present, "", (), marks)
    versions = catalogue.find("url", address_key(url))
    revises = versions[-1].id if versions else ""
    found = []
    for held, told in catalogue.find_alike(marks):
        other = load_held(catalogue, held)
        if other is None or held.id in {version.id for version in versions}:
            continue
        same_outlet = bool(outlet) and plain_outlet(outlet) == plain_outlet(held.outlet)
        others = find_marked_sentences(other.body, other.language, gists=told)
        likeness = compare_articles(held.id, sentences, others, same_outlet)
        found += [likeness] if likeness else []
    return Relatives("", revises, tuple(sorted(found, key=lambda one: -one.share)), marks)


def find_present(catalogue: Catalogue, content: bytes, body: str, outlet: str, url: str) -> str:
    """The id of the same article, if the library holds it. Cheap: hashes are looked up."""
    same = catalogue.find("raw", hashlib.sha256(content).hexdigest())
    if same:
        return same[0].id
    key = address_key(url)
    for held in catalogue.find("body", hash_body(body)):
        of_one_place = held.url == key if held.url and key else True
        of_one_outlet = not (outlet and held.outlet) or plain_outlet(outlet) == plain_outlet(held.outlet)
        if of_one_place and of_one_outlet:
            return held.id
    return ""


def find_changes(old: str, new: str) -> tuple[Change, ...]:
    """What differs between two bodies, in lines that are not blank; empty for equal texts."""
    left, right = ([line.strip() for line in body.splitlines() if line.strip()] for body in (old, new))
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    return tuple(
        Change(tuple(left[start:end]), tuple(right[first:last]))
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    )


def load_held(catalogue: Catalogue, held: Held) -> Article | None:
    """An article that the catalogue names; None where its file cannot be read any more."""
    for suffix in (".md", ".txt"):
        path = catalogue.folder / f"{held.id}{suffix}"
        if path.is_file():
            try:
                return parse_article(load_bytes(str(path)), str(path))[0]
            except ArticleError:
                return None
    return None
