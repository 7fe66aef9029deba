"""Proof that articles are what was received, and quotes what articles say: offline, from the files alone.

=========== ==============================================================================================
extracted   the body is what extraction gives from the file as received, which is kept beside
edited      it is another, and a person signed it
received    the article's file is itself what was received: plain text
written     there is no file as received: somebody wrote the article into the library
failed      anything else; `said` is why
=========== ==============================================================================================
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from claimdesk.errors import InputError, Problem
from claimdesk.library.incoming import extract_body, name_extractor
from claimdesk.library.keep import find_raw
from claimdesk.library.places import describe
from claimdesk.library.portions import Portion, find_portions, load_portion
from claimdesk.library.read import load_bytes
from claimdesk.library.records import Record, hash_body, parse_record
from claimdesk.model import Article, Span

ProofState = Literal["extracted", "edited", "received", "written", "failed"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven of the article of `id`, in the file `path`."""

    id: str
    path: str
    state: ProofState
    said: str = ""


def verify_article(path: str | Path) -> Proof:
    """The proof of an article's file. Pages and PDFs are read again in a child process."""
    place = Path(path)
    try:
        record = parse_record(load_bytes(str(path)), str(path))
        state, said = _verify_record(record, place)
    except InputError as error:
        state, said = "failed", str(error)
    except OSError as error:
        state, said = "failed", f"the file as received cannot be read ({describe(error)})"
    return Proof(place.stem, str(path), state, said)


def _verify_record(record: Record, place: Path) -> tuple[ProofState, str]:
    fields = record.fields
    if fields.get("body_sha256", hash_body(record.body)) != hash_body(record.body):
        return "failed", "the text is not the one that body_sha256 was taken of"
    if "sha256" not in fields:
        return ("written", "") if fields or place.suffix.lower() == ".md" else ("received", "")
    raw = find_raw(place.parent, fields["sha256"])
    if raw is None:
        return "failed", f"the file as received is missing: raw/{fields['sha256']}"
    content = raw.read_bytes()
    if hashlib.sha256(content).hexdigest() != fields["sha256"]:
        return "failed", f"the file as received was changed: raw/{raw.name}"
    url, charset = fields.get("url", ""), fields.get("charset", "")
    if extract_body(content, raw.suffix, raw.name, url, charset).body == record.body:
        return "extracted", name_extractor(raw.suffix)
    if fields.get("edited_by") and fields.get("edited_on"):
        return "edited", f"by {fields['edited_by']} on {fields['edited_on']}"
    if fields.get("extractor", "") != name_extractor(raw.suffix):
        said = f"it was taken by {fields.get('extractor', 'an unknown method')}, here is"
        return "failed", f"{said} {name_extractor(raw.suffix)}, which gives another text"
    return "failed", "the text is not what extraction gives from the file as received, and nobody signed it"


def iter_proofs(articles: str) -> tuple[int, Iterator[Proof]]:
    """How many articles there are, and the proof of each, one after the other.

    Of a data set in Parquet, which has no files as received, only that each body is the one its hash was
    taken of. Raises InputError where there is no such folder or data set.
    """
    portions, unread = find_portions(articles)
    return sum(portion.count for portion in portions), _iter_proofs(portions, unread)


def _iter_proofs(portions: tuple[Portion, ...], unread: tuple[Problem, ...]) -> Iterator[Proof]:
    for problem in unread:
        yield Proof(problem.path, problem.path, "failed", problem.what)
    for portion in portions:
        if portion.names:
            yield from (verify_article(os.path.join(portion.place, name)) for name in portion.names)
            continue
        library = load_portion(portion)
        for problem in library.problems:
            yield Proof(problem.path, portion.place, "failed", f"{problem.key_path} {problem.what}".strip())
        for article in library:
            yield Proof(article.id, portion.place, "written")


def verify_quotes(report: Mapping[str, Any], articles: str) -> tuple[int, tuple[str, ...]]:
    """How many quotes of a report stand in their articles at their offsets, and a sentence for each other.

    `report` is what ``claimdesk check --format json`` writes, `articles` the folder or data set. Raises
    InputError for anything else.
    """
    wanted = _quotes_by_article(report)
    proven, wrong = 0, []
    portions, _ = find_portions(articles)
    for portion in portions:
        if portion.names and not any(Path(name).stem in wanted for name in portion.names):
            continue
        for article in load_portion(portion):
            for where, quote in wanted.pop(article.id, ()):
                said = _verify_quote(quote, article)
                proven += not said
                wrong += [f"{where}: {said}"] if said else []
    wrong += [
        f"{where}: the article {name} is not here" for name, rows in wanted.items() for where, _ in rows
    ]
    return proven, tuple(wrong)


def count_states(proofs: list[Proof]) -> dict[str, int]:
    """How many articles there are of each state, in the order of the table above."""
    counts = Counter(proof.state for proof in proofs)
    return {state: counts[state] for state in ProofState.__args__ if counts[state]}  # type: ignore[attr-defined]


def _quotes_by_article(report: Mapping[str, Any]) -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
    """The quotes of a report by article, each with the words that name it."""
    found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    try:
        for claim in report["claims"]:
            for quote in claim["quotes"]:
                where = f"{claim['id']}: {quote['article']} {quote['start']} to {quote['end']}"
                found.setdefault(quote["article"], []).append((where, quote))
    except (KeyError, TypeError) as error:
        raise InputError("This is no report. Give what claimdesk check --format json wrote.") from error
    return found


def _verify_quote(quote: Mapping[str, Any], article: Article) -> str:
    """What is wrong with a quote; empty where all of it stands in the article."""
    body, figure = article.body, quote.get("figure")
    try:
        own, text = _parse_span(quote["start"], quote["end"]), quote["text"]
        told = _parse_span(figure["start"], figure["end"]) if figure else None
        marks = [_parse_span(*span) for span in (*quote.get("matched", ()), *quote.get("context", ()))]
        if not isinstance(text, str):
            raise TypeError(text)
    except (KeyError, TypeError, ValueError):
        return "it is not in the form that a report has"
    if own.end > len(body) or own.of(body) != text:
        places = list(_find_all(text, body))
        if not places:
            return "its words are not in the article"
        return f"its words stand elsewhere in the article, from {' and '.join(map(str, places[:3]))} on"
    if figure and told and (told.end > len(body) or told.of(body) != figure.get("text")):
        return "its figure is not where the report says"
    if any(span.end > len(body) for span in marks):
        return "its marks lie outside the article"
    return ""


def _parse_span(start: object, end: object) -> Span:
    """A stretch of text that is not empty. Raises ValueError."""
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError(f"{start!r} to {end!r}")
    return Span(start, end)


def _find_all(text: str, body: str) -> Iterator[int]:
    start = body.find(text) if text else -1
    while start >= 0:
        yield start
        start = body.find(text, start + 1)
