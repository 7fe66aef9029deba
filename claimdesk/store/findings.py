"""What was found in some articles for some claims, as bytes: what the store keeps and workers send."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from claimdesk.model import ArticleEvidence, Candidate, Passage, Quote, Span
from claimdesk.store.deferred import Deferred
from claimdesk.store.rows import RowReader, RowWriter

_SIZE = 8  # bytes of a length
_LEVEL = 1  # of zlib: four times smaller, and faster than a disk


@dataclass(frozen=True, slots=True)
class Found:
    """The quotes and leads of one claim in one article, both by their number in what was packed."""

    article: int
    claim: int
    quotes: tuple[Quote, ...]
    leads: tuple[Span, ...] = ()


def pack_findings(
    entries: Sequence[ArticleEvidence], claims: Sequence[str], passages: bool = True, candidates: bool = True
) -> bytes:
    """What was found in `entries` for the claims of these ids, and what they hold whatever the claims.

    The candidates must be all there are, covered by a claim or not.
    """
    numbers = {claim: number for number, claim in enumerate(claims)}
    writer = RowWriter()
    found = []
    for at, entry in enumerate(entries):
        rows: dict[str, tuple[list[Any], list[Any]]] = {}
        for quote in entry.quotes:
            rows.setdefault(quote.claim, ([], []))[0].append(writer.write(quote))
        for claim, span in entry.leads:
            rows.setdefault(claim, ([], []))[1].append(writer.write(span))
        found += [[at, numbers[claim], quotes, leads] for claim, (quotes, leads) in rows.items()]
    packed = {"shared": writer.shared, "found": found, "passages": [len(entry.passages) for entry in entries]}
    blocks = (
        _compress(packed),
        _pack_all([entry.passages for entry in entries]) if passages else b"",
        _pack_all([entry.candidates for entry in entries]) if candidates else b"",
    )
    return b"".join(len(block).to_bytes(_SIZE, "big") + block for block in blocks)


def _pack_all(values: Sequence[Sequence[Any]]) -> bytes:
    writer = RowWriter()
    rows = [list(map(writer.write, row)) for row in values]
    return _compress([writer.shared, rows])


def _compress(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), _LEVEL)


def _decompress(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


class Findings:
    """What `pack_findings` packed."""

    def __init__(self, data: bytes) -> None:
        found, passages, candidates = _split(data)
        packed = _decompress(found)
        self._reader = RowReader(packed["shared"])
        self._found, self._counts = packed["found"], packed["passages"]
        self._passages, self._candidates = _Block(passages, Passage), _Block(candidates, Candidate)

    def find(self, articles: frozenset[int], claims: frozenset[int]) -> Iterator[Found]:
        """What was found for these articles and claims, by number; pairs without any are left out."""
        read = self._reader.read
        for article, claim, quotes, leads in self._found:
            if article in articles and claim in claims:
                yield Found(
                    article,
                    claim,
                    tuple([read(Quote, row) for row in quotes]),
                    tuple([read(Span, row) for row in leads]),
                )

    def passages(self, article: int) -> Sequence[Passage]:
        """The passages of an article, read when first looked at."""
        return Deferred(partial(self._passages.read, article), self._counts[article])

    def candidates(self, article: int) -> Sequence[Candidate]:
        """The candidates of an article, read when first looked at."""
        return Deferred(partial(self._candidates.read, article))


class _Block:
    """Rows of some articles, read together when one of them is first looked at."""

    def __init__(self, data: bytes, kind: type[Any]) -> None:
        self._data, self._kind = data, kind
        self._rows: list[Any] = []
        self._reader = RowReader(())

    def read(self, article: int) -> tuple[Any, ...]:
        """The objects of an article."""
        if self._data:
            shared, self._rows = _decompress(self._data)
            self._reader, self._data = RowReader(shared), b""
        return tuple([self._reader.read(self._kind, row) for row in self._rows[article]])


def _split(data: bytes) -> list[bytes]:
    blocks = []
    at = 0
    while at < len(data):
        end = at + _SIZE + int.from_bytes(data[at : at + _SIZE], "big")
        blocks.append(data[at + _SIZE : end])
        at = end
    return blocks
