"""One field is edited: only its lines change, and nothing but its value is read differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from styled import COMMENT, Writer

from claimdesk.errors import RegistryError, UsageError
from claimdesk.registry.document import RECORDS, Document, Kind, parse_document
from claimdesk.registry.edit import change_claim, change_record, change_registry
from claimdesk.registry.fields import Record
from claimdesk.registry.splice import own_end, parts_of

FILES = 200
EDITED_FILES = range(FILES)
_REMARK = re.compile(COMMENT + r" \d+")
# A value for each field that is not what the generated and the shipped registries hold.
OTHER: dict[str, Any] = {
    "id": "renamed", "statement": "A new: statement", "topic": "other, topic", "as_of": "2030-12-01",
    "window_days": 5, "threshold": 77, "notes": "first line\r\n\r\nsecond # line", "name": "New [name]",
    "kind": "agency", "part_of": "other-body", "reliability": "A", "quantity": {"exactly": 4},
    "claimed_by": {"source": "somebody", "on": "2030-01-01"}, "must_mention": [["one", "two"]],
    "verdict": {"status": "unverified", "rationale": "because"}, "supports": ["aa bb"],
    "contradicts": ["cc: dd"], "aliases": ["one", "two"],
}  # fmt: skip
WITHIN: dict[str, Any] = {
    "source": "another one", "url": "https://example.org/new", "on": "2030-02-03", "unit": ["cats, say"],
    "status": "superseded", "confidence": "high", "rationale": "New\nlines", "by": "a person",
}  # fmt: skip


def list_edits(record: Record, old: dict[str, Any], chance: Random) -> Iterator[tuple[str, Any]]:
    """Edits of every field a record has or may have: set anew, taken out, one list item of it changed."""
    for field in record.fields:
        value = old.get(field.name)
        yield field.name, OTHER[field.name]
        if isinstance(value, tuple):
            items = [list(item) if isinstance(item, tuple) else item for item in value]
            at = chance.randrange(len(items))
            new = ["brand, new"] if isinstance(items[0], list) else "brand: new"
            yield field.name, [*items[:at], new, *items[at + 1 :]]
            yield field.name, [*items[:at], new, *items[at:]]
            yield field.name, [*items, new]
            if len(items) > 1:
                yield field.name, [*items[:at], *items[at + 1 :]]
        elif isinstance(value, dict):
            assert isinstance(field.takes, Record)
            for inner in field.takes.fields:
                if inner.name in WITHIN:
                    yield f"{field.name}.{inner.name}", WITHIN[inner.name]
                    if inner.name in value and not inner.required and len(value) > 1:
                        yield f"{field.name}.{inner.name}", None
        if (
            value is not None
            and not field.required
            and len({"supports", "contradicts"} & {*old} - {field.name})
        ):
            yield field.name, None


def find_change(old: list[str], new: list[str]) -> tuple[int, int]:
    """The lines ``[first, beyond)`` of `old` between those that both files begin and end with."""
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    last = next((at for at in range(least - first) if old[-1 - at] != new[-1 - at]), least - first)
    return first, len(old) - last


def field_lines(document: Document, kind: Kind, record_id: str, name: str) -> tuple[int, int]:
    """The lines ``[first, beyond)`` of a field with the comments that belong to it, or of its record."""
    node = document.mapping((kind, document.find(kind, record_id)))
    parts = parts_of(document.text, node)
    keys = [key.text for key, _ in node.entries]
    numbers = [keys.index(name)] if name in keys else range(len(keys))
    start, end = parts.spans[numbers[0]][0], parts.spans[numbers[-1]][1]
    if not parts.flow:
        end = own_end(parts, numbers[-1])
    before = re.split("\r\n|\n", document.text[:start])
    return len(before) - 1, len(re.split("\r\n|\n", document.text[:end]))


def check_edit(document: Document, kind: Kind, record_id: str, path: str, value: Any) -> None:
    """The edit reads back (that is checked inside), changes lines of its field only, and loses no comment."""
    data = document.data
    new = change_record(data, kind, record_id, path, value)
    old_lines, new_lines = data.split(b"\n"), new.split(b"\n")
    first, beyond = find_change([*map(repr, old_lines)], [*map(repr, new_lines)])
    start, end = field_lines(document, kind, record_id, path.partition(".")[0])
    # What stood behind a field that goes moves up to the line before: a key to its hyphen, a bracket.
    near = value is None
    assert start - near <= first, (record_id, path, value)
    assert beyond <= max(end + near, first), (record_id, path, value)
    assert Counter(_REMARK.findall(new.decode())) == Counter(_REMARK.findall(data.decode())), (path, value)


@pytest.mark.parametrize("seed", EDITED_FILES)
def test_an_edit_changes_the_lines_of_its_field_in_files_of_every_style(seed: int) -> None:
    data = Writer(seed).registry()
    chance = Random(seed)
    document = parse_document(data)
    for kind in RECORDS:
        record = chance.choice(document.records(kind))
        for path, value in list_edits(RECORDS[kind], record, chance):
            check_edit(document, kind, record["id"], path, value)


def test_the_files_have_every_style() -> None:
    files = [Writer(seed).registry() for seed in EDITED_FILES]
    signs = (b"---", b"\xef\xbb\xbf", b"\r\n", b": |", b": >", b": '", b': "', b": [", b": {", b"- - ", b"? ",
             b"\t", b": |+", b"\n- id", b"\n  - id", COMMENT.encode())  # fmt: skip
    missing = [sign for sign in signs if not any(sign in data.replace(b"\\t", b"\t") for data in files)]
    assert missing == []
    assert any(not data.endswith(b"\n") for data in files)


def test_every_field_of_every_shipped_claim_can_be_edited(root: Path) -> None:
    document = parse_document((root / "claims.yaml").read_bytes())
    chance = Random(1)
    for claim in document.records("claims"):
        for path, value in list_edits(RECORDS["claims"], claim, chance):
            check_edit(document, "claims", claim["id"], path, value)


SMALL = """\
claims:
  - id: a            # the first
    statement: It rains.
    as_of: 2024-11-04   # said on the radio
    supports:
      - rain falls   # seen twice
      - it pours
    notes: 'short'
"""
# Field, value, what becomes of which lines, why.
EXAMPLES: list[tuple[str, Any, str, str, str]] = [
    ("statement", "It: pours", "statement: It rains.", "statement: 'It: pours'", "quotes where needed"),
    ("as_of", None, "as_of: 2024-11-04   # said", "# said", "a comment outlives its field"),
    ("supports", ["rain falls", "it pours hard"], "- it pours", "- it pours hard", "one phrase alone"),
    ("supports", ["it pours"], "- rain falls   # seen twice", "# seen twice", "its comment stays"),
    ("notes", "it's long", "notes: 'short'", "notes: 'it''s long'", "the quotes that were there"),
    ("notes", "a\r\nb", "notes: 'short'", "notes: |-\n      a\n      b", "lines become a block"),
    ("topic", "no", "    as_of", "    topic: 'no'\n    as_of", "text stays text for all readers"),
    ("threshold", 70.0, "    notes", "    threshold: 70\n    notes", "numbers may come as floats"),
    ("verdict", {"status": "contested", "by": "", "on": None}, "    notes",
     "    verdict:\n      status: contested\n    notes", "empty keys of a form are left out"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value", "before", "after", "note"), EXAMPLES, ids=[row[-1] for row in EXAMPLES]
)
def test_an_edit_looks_as_a_curator_would_write_it(
    path: str, value: Any, before: str, after: str, note: str
) -> None:
    assert SMALL.count(before) == 1, note
    edited = change_claim(SMALL.encode(), "a", path, value)
    assert edited.decode() == SMALL.replace(before, after)
    assert change_claim(edited, "a", path, value) == edited


BRACKETS = "claims:\n- {id: a, statement: S, supports: [water is wet]}\n"
IN_BRACKETS: list[tuple[str, Any, str]] = [
    ("topic", "Money", "topic: Money, supports"),
    ("as_of", "2024-11-04", "as_of: 2024-11-04, supports"),
    ("window_days", 4, "window_days: 4, supports"),
    ("quantity", {"at_least": 10_000, "unit": ["x"]}, "quantity: {at_least: 10000, unit: [x]}"),
]


@pytest.mark.parametrize(("path", "value", "written"), IN_BRACKETS)
def test_a_new_field_in_brackets_is_in_quotes_only_where_its_neighbours_are(
    path: str, value: Any, written: str
) -> None:
    assert written in change_claim(BRACKETS.encode(), "a", path, value).decode()


def test_the_least_of_numbers_does_not_stand_in_the_way_of_an_edit() -> None:
    tiny = SMALL.replace("    notes", "    quantity: {about: 0.0000001, unit: [x]}\n    notes")
    edited = change_claim(tiny.encode(), "a", "topic", "Money").decode()
    assert edited == tiny.replace("    as_of", "    topic: Money\n    as_of")


REFUSED: list[tuple[str, Any, type[Exception], str]] = [
    ("statement", None, RegistryError, "claims[0].statement: this is missing"),
    ("as_of", "4.11.2024", RegistryError, "claims.yaml:4:12 claims[0].as_of: `4.11.2024` is no date"),
    ("quantity.at_least", "12.000", RegistryError, "write 12000"),
    ("supports", None, RegistryError, "the claim has no phrase"),
    ("supports", ["x", ""], RegistryError, "nothing stands here"),
    ("colour", "red", UsageError, "A claim has no field `colour`"),
    ("verdict.statu", "contested", UsageError, "Did you mean status?"),
    ("statement.words", "x", UsageError, "`statement` has no field `words`"),
]


@pytest.mark.parametrize(("path", "value", "error", "said"), REFUSED)
def test_a_value_that_does_not_fit_is_refused(
    path: str, value: Any, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=re.escape(said)):
        change_claim(SMALL.encode(), "a", path, value)


def test_a_refusal_names_the_file_as_it_was_given() -> None:
    with pytest.raises(RegistryError, match=r"^flood/x\.yaml:4:12 "):
        change_claim(SMALL.encode(), "a", "as_of", "4.11.2024", path="flood/x.yaml")
    with pytest.raises(RegistryError, match=r"^flood/x\.yaml:1:1"):
        change_claim(b"", "a", "as_of", "2024-11-04", path="flood/x.yaml")


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UsageError, match="There is no claim `aa`"):
        change_claim(SMALL.replace("id: a ", "id: aab ").encode(), "aa", "notes", "x")


def test_aliases_and_sources_are_edited_alike() -> None:
    data = b"sources:\n- id: s  # he\n  aliases: [one]\naliases:\n- [a, b]  # both\n" + SMALL.encode()
    assert b"- [a, b]  # both\n- [c, d]\n" in change_registry(data, "aliases", [["a", "b"], ["c", "d"]])
    edited = change_record(data, "sources", "s", "aliases", ["one", "tw, o"])
    assert b"  aliases: [one, 'tw, o']\n" in edited
    with pytest.raises(UsageError, match="record by record"):
        change_registry(data, "claims", [])
