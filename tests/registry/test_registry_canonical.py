"""The canonical form: one layout, the same meaning, every comment, and nothing left to change."""

from __future__ import annotations

from collections import Counter

import pytest
from styled import Writer

from claimdesk.errors import InputError, RegistryError
from claimdesk.registry import canonical
from claimdesk.registry.canonical import format_registry
from claimdesk.registry.document import parse_document
from claimdesk.registry.layout import find_comments

FILES = 200


def comments(data: bytes) -> Counter[str]:
    """All comments of a file."""
    document = parse_document(data)
    spans = find_comments(document.text, 0, len(document.text), document.root)
    return Counter(document.text[start:end].rstrip() for start, end in spans)


@pytest.mark.parametrize("seed", range(FILES))
def test_files_of_every_style_keep_meaning_and_comments_and_stay_as_they_are_then(seed: int) -> None:
    data = Writer(seed).registry()
    new = format_registry(data)
    assert parse_document(new).values == parse_document(data).values
    assert comments(new) == comments(data)
    assert format_registry(new) == new
    lines = new.split(b"\n")
    assert not [line for line in lines if line.endswith((b" ", b"\t", b"\r"))]
    assert b"\n\n\n" not in new
    assert new.endswith(b"\n")
    assert not new.startswith((b"\xef\xbb\xbf", b"\n", b"---"))


# What somebody wrote, what becomes of it, why; both stand in a claim behind its id.
LAID_OUT = [
    ("supports: [it rains, it pours]\nstatement: S",
     "statement: S\nsupports:\n  - it rains\n  - it pours", "keys in the form's order, phrases a line each"),
    ("statement: 'S'\nsupports: 'it rains'", "statement: S\nsupports:\n  - it rains",
     "quotes that do nothing"),
    ("statement: 'no'\nsupports:\n- \"a: b\"", "statement: 'no'\nsupports:\n  - 'a: b'",
     "quotes that mean something"),
    ("statement: S  # why\nsupports:   # what\n  # one\n  - a b  # two\n  # - c d\ntopic: T",
     "statement: S  # why\ntopic: T\nsupports:  # what\n  # one\n  - a b  # two\n  # - c d",
     "comments go with what they belong to"),
    ("statement: S\nsupports: [a b]\nmust_mention:\n- - Kursk\n- [Rusia, Russia]",
     "statement: S\nmust_mention: [[Kursk], [Rusia, Russia]]\nsupports:\n  - a b", "names in brackets"),
    ("statement: S\nsupports: [a b]\nmust_mention:\n- Kursk   # here\n- Rusia",
     "statement: S\nmust_mention:\n  - [Kursk]  # here\n  - [Rusia]\nsupports:\n  - a b",
     "but not a commented one"),
    ("statement: S\nsupports: [a b]\nmust_mention: [Kursk,   # here\n  Rusia]",
     "statement: S\nmust_mention: [Kursk,   # here\n  Rusia]\nsupports:\n  - a b",
     "a bracket with a comment stays"),
    ("statement: S\nsupports: [a b]\nquantity:\n    at_least: 10000\n    unit: people",
     "statement: S\nquantity: {at_least: 10000, unit: [people]}\nsupports:\n  - a b",
     "a number, and its unit as a list"),
    ("statement: S\nsupports: [a b]\nverdict: {by: me, status: contested}",
     "statement: S\nsupports:\n  - a b\nverdict:\n  status: contested\n  by: me", "a verdict one key a line"),
    ("statement: S\n\n\nsupports: [a b]\nnotes: |  # aside\n   one\n\n   two",
     "statement: S\n\nsupports:\n  - a b\nnotes: |-  # aside\n  one\n\n  two",
     "blank lines between keys, and in texts"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "laid", "note"), LAID_OUT, ids=[row[-1] for row in LAID_OUT])
def test_a_claim(written: str, laid: str, note: str) -> None:
    def place(body: str) -> str:
        lines = [f"    {line}" if line else "" for line in body.split("\n")]
        return "\n".join(["claims:", "  - id: a", *lines]) + "\n"

    assert format_registry(place(written).encode()).decode() == place(laid), note


FILES_LAID_OUT = [
    (b"\xef\xbb\xbf---\r\nclaims:\r\n- {id: a, statement: S, supports: [x y]}   # so\r\n...\r\n# end",
     b"claims:\n  # so\n  - id: a\n    statement: S\n    supports:\n      - x y\n\n# end\n",
     "byte order mark, line ends, markers"),
    (b"# head\n\n\n\n# more\nclaims:\n- id: a\n  supports: [x y]\n  statement: S\n"
     b"title: T\naliases: [[a, b],[c, d]]",
     b"# head\n\n# more\nclaims:\n  - id: a\n    statement: S\n    supports:\n      - x y\n"
     b"title: T\naliases:\n  - [a, b]\n  - [c, d]\n", "the order of the file's own keys stays"),
    (b"{claims: [{id: a, statement: S, supports: [x y]}], aliases: [[a, b]]}",
     b"aliases:\n  - [a, b]\nclaims:\n  - id: a\n    statement: S\n    supports:\n      - x y\n",
     "all in brackets"),
    (b"{claims: [{id: a, statement: S,  # here\n supports: [x y]}]}",
     b"{claims: [{id: a, statement: S,  # here\n supports: [x y]}]}\n", "all in brackets, with a comment"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "laid", "note"), FILES_LAID_OUT, ids=[row[-1] for row in FILES_LAID_OUT])
def test_a_file(written: bytes, laid: bytes, note: str) -> None:
    assert format_registry(written) == laid, note
    assert format_registry(laid) == laid, note


def test_a_folded_text_swallows_no_comment_after_it() -> None:
    long = "rain " * 30
    written = f"claims:\n- id: a\n  supports: [x y]\n  statement: {long}\n      # deep\n  # less deep\n"
    laid = format_registry(written.encode())
    assert parse_document(laid).values["claims"][0]["statement"] == long.strip()
    assert format_registry(laid) == laid


def test_what_is_no_registry_is_refused_by_its_path() -> None:
    with pytest.raises(RegistryError, match=r"^flood\.yaml:1:1"):
        format_registry(b"", "flood.yaml")


def test_a_form_that_would_say_something_else_is_never_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "lay_remarks", lambda *_, **__: ["# another remark"])
    with pytest.raises(InputError, match="cannot be formatted"):
        format_registry(b"claims: [{id: a, statement: S, supports: [x y]}]  # a remark")
