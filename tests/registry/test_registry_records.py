"""Whole claims and sources are added, copied, renamed, moved and removed; the others keep every byte."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from styled import COMMENT, Writer

from claimdesk.errors import RegistryError, UsageError
from claimdesk.registry.document import RECORDS, parse_document
from claimdesk.registry.records import (
    add_record,
    duplicate_record,
    move_record,
    remove_record,
    rename_record,
)

DATA = b"""\
sources:
- id: us
  name: One
- id: office   # of the first
  part_of: us
claims:
  # what begins
  - id: a
    statement: It rains.   # says the radio
    claimed_by: {source: us}
    supports: [rain falls]
    # a last word on a

  # on b
  - id: b
    statement: It snows.
    supports: [snow falls]
"""
NEW: dict[str, Any] = {"id": "c", "statement": "Hail: falls.", "supports": ["hail falls"], "topic": ""}
_A = DATA[DATA.index(b"  - id: a") : DATA.index(b"\n  # on b")]
_B = DATA[DATA.index(b"  - id: b") :]
_C = b"  - id: c\n    statement: 'Hail: falls.'\n    supports:\n      - hail falls\n"
CASES: list[tuple[Callable[[bytes], bytes], bytes, str]] = [
    (lambda data: add_record(data, "claims", NEW), DATA + b"\n" + _C, "at the end, a blank line between"),
    (lambda data: add_record(data, "claims", NEW, after="a"), DATA.replace(_A, _A + b"\n" + _C), "behind a"),
    (lambda data: duplicate_record(data, "claims", "a", "d"),
     DATA.replace(_A, _A + b"\n" + _A.replace(b"id: a", b"id: d")), "with the comments inside"),
    (lambda data: rename_record(data, "sources", "us", "usa"),
     re.sub(b"(id|of|source): us\\b", b"\\1: usa", DATA),
     "what refers to a source goes with it"),
    (lambda data: remove_record(data, "claims", "a"), DATA.replace(_A + b"\n", b"\n"), "comments above stay"),
    (lambda data: remove_record(data, "claims", "b"), DATA.replace(_B, b""), "the last one"),
    (lambda data: move_record(data, "claims", "b", after=None),
     DATA[: DATA.index(b"  # what")] + b"  # on b\n" + _B + b"\n  # what begins\n" + _A, "what is above too"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "expected", "note"), CASES, ids=[row[-1] for row in CASES])
def test_a_record_is_edited_as_a_whole(edit: Callable[[bytes], bytes], expected: bytes, note: str) -> None:
    assert edit(DATA).decode() == expected.decode(), note


REFUSED: list[tuple[Callable[[bytes], bytes], type[Exception], str]] = [
    (
        lambda data: add_record(data, "claims", {**NEW, "id": "a"}),
        RegistryError,
        "already the id of the claim",
    ),
    (
        lambda data: add_record(data, "claims", {"id": "c"}),
        RegistryError,
        "claims[2].statement: this is missing",
    ),
    (lambda data: duplicate_record(data, "claims", "a", "b"), RegistryError, "already the id"),
    (lambda data: rename_record(data, "claims", "a", "No Id"), RegistryError, "`no-id`"),
    (lambda data: remove_record(remove_record(data, "claims", "a"), "claims", "b"), RegistryError, "claims"),
    (lambda data: move_record(data, "claims", "a", after="a"), UsageError, "behind itself"),
    (lambda data: remove_record(data, "sources", "them"), UsageError, "There is no source `them`"),
]


@pytest.mark.parametrize(("edit", "error", "said"), REFUSED, ids=[row[-1] for row in REFUSED])
def test_what_would_not_read_is_refused(
    edit: Callable[[bytes], bytes], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=re.escape(said)):
        edit(DATA)


def test_the_last_source_takes_its_key_with_it() -> None:
    left = remove_record(remove_record(DATA, "sources", "us"), "sources", "office")
    assert "sources" not in parse_document(left).values
    assert b"- id: new\n" in add_record(left, "sources", {"id": "new"})


def _others(data: bytes) -> Counter[bytes]:
    return Counter(re.findall(rb"[^\r\n]+", data))


@pytest.mark.parametrize("seed", range(60))
def test_other_lines_stay_in_files_of_every_style(seed: int) -> None:
    data, chance = Writer(seed).registry(), Random(seed)
    document = parse_document(data)
    remarks = Counter(re.findall(COMMENT + r" \d+", data.decode()))
    new = {"claims": NEW, "sources": {"id": "c", "name": "Some, one"}}
    for kind in RECORDS:
        ids = [record["id"] for record in document.records(kind)]
        one, other = chance.choice(ids), chance.choice(ids)
        edits = [add_record(data, kind, new[kind]), add_record(data, kind, new[kind], after=one),
                 duplicate_record(data, kind, one, "copy"), rename_record(data, kind, one, "renamed"),
                 move_record(data, kind, one, after=None if one == other else other)]  # fmt: skip
        for edited in edits:
            found = Counter(re.findall(COMMENT + r" \d+", edited.decode()))
            assert not remarks - found
        if b"[{" not in data and not re.search(rb"\[[\s]+{|^{", data):
            assert not _others(data) - _others(edits[0])
            assert sum((_others(data) - _others(edits[3])).values()) <= len(ids) + len(
                document.records("claims")
            )
        if len(ids) > 1 or kind == "sources":
            assert one not in [
                record["id"] for record in parse_document(remove_record(data, kind, one)).records(kind)
            ]
