"""Registries that can be read: what the curator typed is what the model holds."""

from __future__ import annotations

import hashlib
import math
from datetime import date
from pathlib import Path

import pytest

from claimdesk.errors import InputError
from claimdesk.model import Claim, ClaimedBy, Interval, Phrase, Registry, Verdict
from claimdesk.registry.characters import MAX_BYTES
from claimdesk.registry.read import load_registry, parse_registry

LEAST = "claims:\n  - id: a\n    statement: Water is wet.\n    supports: water is wet\n"


def read(text: str) -> Registry:
    """The registry in `text`."""
    return parse_registry(text.encode(), "claims.yaml")[0]


def read_claim(keys: str) -> Claim:
    """The only claim of a registry that has `keys`, in flow style, besides the needed ones."""
    return read(f"claims:\n  - {{id: a, statement: S, supports: water is wet, {keys}}}\n").claims[0]


def test_only_id_statement_and_one_phrase_are_needed() -> None:
    registry = read(LEAST)
    assert registry == Registry(
        title="",
        claims=(Claim("a", "Water is wet.", (Phrase("water is wet", "supports"),), line=2),),
        sha256=hashlib.sha256(LEAST.encode()).hexdigest(),
        path="claims.yaml",
    )


def test_a_phrase_on_either_side_is_enough() -> None:
    claim = read(LEAST.replace("supports", "contradicts")).claims[0]
    assert claim.phrases == (Phrase("water is wet", "contradicts"),)


TYPED = [
    ("no", "no", "YAML 1.1 reads False"),
    ("12:30", "12:30", "YAML 1.1 reads 750"),
    ("010", "010", "YAML 1.1 reads 8"),
    ("12.000", "12.000", "YAML reads 12.0"),
    ("2024-11-04", "2024-11-04", "YAML 1.1 reads a date"),
    ("null", "null", "YAML reads nothing"),
    ("~", "~", "YAML reads nothing"),
    ("1e3", "1e3", "YAML 1.2 reads 1000.0"),
    ("0x1F", "0x1F", "YAML reads 31"),
    ("yes", "yes", "YAML 1.1 reads True"),
    ('"a: b"', "a: b", "quotes hold a colon"),
    ("'it''s'", "it's", "single quotes hold an apostrophe"),
    ("kata ❝tidak❞ 😀", "kata ❝tidak❞ 😀", "any letter"),
    ("  spaced   out  ", "spaced out", "white space is one blank"),
    ("two\n      lines", "two lines", "folded by YAML"),
]


@pytest.mark.parametrize(("typed", "held", "note"), TYPED, ids=[case[2] for case in TYPED])
def test_text_stays_text(typed: str, held: str, note: str) -> None:
    del note
    registry = read(f"claims:\n  - id: a\n    statement: {typed}\n    supports: x y\n    topic: {typed}\n")
    assert (registry.claims[0].statement, registry.claims[0].topic) == (held, held)


def test_ids_may_be_digits_and_values_may_be_quoted() -> None:
    claim = read_claim('as_of: "2024-11-04", window_days: "7", quantity: {exactly: "40"}')
    assert (claim.as_of, claim.window_days) == (date(2024, 11, 4), 7)
    assert read(LEAST.replace("id: a", "id: 010")).claims[0].id == "010"


INTERVALS = [
    ("exactly: 40", Interval(40, 40)),
    ("exactly: 0", Interval(0, 0)),
    ("about: 12000", Interval(10800, 13200)),
    ("about: 0.3", Interval(0.27, 0.33)),
    ("at_least: 10000", Interval(10000, math.inf)),
    ("at_most: 8000", Interval(0, 8000)),
    ("at_most: 0", Interval(0, 0)),
    ("more_than: 1200", Interval(1200, math.inf, low_open=True)),
    ("less_than: 2.5", Interval(0, 2.5, high_open=True)),
    ("between: [2, 3.5]", Interval(2, 3.5)),
    ("between: [4, 4]", Interval(4, 4)),
    ("exactly: 50000000000", Interval(5e10, 5e10)),
]


@pytest.mark.parametrize(("wording", "interval"), INTERVALS)
def test_a_quantity_is_an_interval(wording: str, interval: Interval) -> None:
    quantity = read_claim(f"quantity: {{{wording}, unit: [tentara, troops]}}").quantity
    assert quantity is not None
    assert quantity.interval == interval
    assert (quantity.wording, quantity.unit) == (wording.split(":")[0], ("tentara", "troops"))


GROUPS = [
    ("[[Kursk, Sudzha], [Rusia]]", (("Kursk", "Sudzha"), ("Rusia",))),
    ("[Kursk, Rusia]", (("Kursk",), ("Rusia",))),
    ("[Kursk, [Rusia, Russia]]", (("Kursk",), ("Rusia", "Russia"))),
    ("Kursk", (("Kursk",),)),
    ("[]", ()),
]


@pytest.mark.parametrize(("typed", "groups"), GROUPS)
def test_a_word_outside_of_inner_brackets_is_a_group_of_its_own(
    typed: str, groups: tuple[tuple[str, ...], ...]
) -> None:
    assert read_claim(f"must_mention: {typed}").must_mention == groups


EVERYTHING = """\
    topic: Water
    claimed_by: {source: a spokesman, url: "https://example.org/a?b#c", on: 2024-11-04}
    contradicts: [water is dry]
    verdict: {status: no evidence, confidence: low, rationale: r, by: editor-1, on: 2024-11-05}
    threshold: 85
    window_days: 0
    notes: |
      one
      two
"""


def test_everything_else_of_a_claim() -> None:
    claim = read(LEAST + EVERYTHING).claims[0]
    assert claim.claimed_by == ClaimedBy("a spokesman", "https://example.org/a?b#c", date(2024, 11, 4))
    assert claim.verdict == Verdict("no evidence", "low", "r", "editor-1", date(2024, 11, 5))
    assert (claim.topic, claim.threshold, claim.window_days, claim.notes) == ("Water", 85, 0, "one\ntwo")
    assert claim.phrases == (Phrase("water is wet", "supports"), Phrase("water is dry", "contradicts"))


def test_a_source_needs_an_id_only_and_bodies_are_followed_to_the_end() -> None:
    registry = read(
        "sources:\n  - id: ryder\n    part_of: pentagon\n  - id: us\n"
        "  - {id: pentagon, name: Pentagon, kind: party, part_of: us, reliability: B, aliases: DoD}\n" + LEAST
    )
    ryder, us, pentagon = registry.sources
    assert (ryder.name, ryder.kind, ryder.part_of, ryder.reliability) == ("ryder", "official", "us", "F")
    assert us.part_of == ""
    assert (pentagon.kind, pentagon.part_of, pentagon.aliases) == ("party", "us", ("DoD",))


def test_a_claim_knows_its_line_whatever_ends_the_lines() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"# one\n# two\n{LEAST}  - {{id: b, statement: S, supports: x y}}\n".replace("\n", end)
        assert [claim.line for claim in read(text).claims] == [4, 7]


def test_a_byte_order_mark_changes_nothing_but_the_hash() -> None:
    plain, marked = (parse_registry(head + LEAST.encode(), "f")[0] for head in (b"", b"\xef\xbb\xbf"))
    assert plain.claims == marked.claims
    assert plain.sha256 != marked.sha256


def test_load_names_the_file_as_given(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(LEAST, encoding="utf-8")
    assert load_registry(str(file)) == load_registry(file)
    assert load_registry(file).path == str(file)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("absent.yaml", "there is no such file"),
        ("folder", "this is a folder"),
        ("locked.yaml", "Permission denied"),
        ("nul\0.yaml", "cannot be read"),
        ("large.yaml", "larger than 16 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    if name == "large.yaml":
        (tmp_path / name).write_bytes(b"#" * (MAX_BYTES + 1))
    if name == "locked.yaml":

        def deny(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", deny)
    with pytest.raises(InputError) as caught:
        load_registry(tmp_path / name)
    assert said in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("event", ["cianjur_2022", "derna_2023"])
def test_the_event_registries_are_read_unchanged(shared: Path, event: str) -> None:
    registry = load_registry(shared / "gold" / "events" / event / "claims.yaml")
    assert len(registry.claims) == 9
    assert registry.title == event
