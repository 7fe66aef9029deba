"""Files meant to break the reader: refused or read in this process, never worse."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.errors import RegistryError
from claimdesk.registry import nodes
from claimdesk.registry.nodes import MAX_DEPTH
from claimdesk.registry.problems import MAX_PROBLEMS
from claimdesk.registry.read import parse_registry

HEAD = "claims:\n  - id: a\n    statement: S\n    supports: water is wet\n"
ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 8)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{','.join([f'*{before}'] * 8)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
TOO_DEEP = f"more than {MAX_DEPTH} levels"
BOMBS = [
    ("[" * 100_000, TOO_DEEP, "PyYAML's composer dies of this with SIGSEGV"),
    ("{" * 100_000, TOO_DEEP, "the same with mappings"),
    ("[\n" * 100_000, TOO_DEEP, "the same over lines"),
    ("- " * 100_000, TOO_DEEP, "the same in block style"),
    ("? " * 100_000, TOO_DEEP, "keys in keys"),
    ("{a: " * 100_000, TOO_DEEP, "values in values"),
    ("".join(" " * at + "a:\n" for at in range(500)), TOO_DEEP, "deeper with every line"),
    ("a: " + "[" * 200 + "]" * 200, TOO_DEEP, "closed again"),
    (ALIAS_BOMB, "the YAML alias `*a`", "a billion laughs"),
    (MERGE_BOMB, "the YAML merge", "merges in merges"),
    ("a: &a [*a]\n", "the YAML alias `*a`", "a list in itself"),
    ("!!python/object/apply:os.system [ls]\n", "the YAML tag", "a call"),
    ("a: !!binary aGk=\n", "the YAML tag", "bytes"),
    (f"{HEAD}    notes: {'x' * 2_000_000}\n", "2,000,000 characters long", "a huge text"),
    (f"{HEAD}    ? {'x' * 2_000}\n    : y\n", "no such key", "a huge key"),
    (f"{HEAD}    window_days: {'9' * 1_000_000}\n", "not accepted", "a huge number"),
    (f"{HEAD}    quantity: {{exactly: 1e999999999}}\n", "no number", "a huge exponent"),
    ("".join(f"key{at}: x\n" for at in range(20_000)), f"{MAX_PROBLEMS} problems", "too many problems"),
    ("\x00" * 1_000, "U+0000", "no text at all"),
]


@pytest.mark.parametrize(("text", "said", "note"), BOMBS, ids=[case[2] for case in BOMBS])
def test_a_bomb_is_refused(text: str, said: str, note: str) -> None:
    del note
    with pytest.raises(RegistryError) as caught:
        parse_registry(text.encode(), "claims.yaml")
    assert said in str(caught.value)
    assert len(caught.value.problems) <= MAX_PROBLEMS + 1
    assert max(map(len, str(caught.value).splitlines())) < 1_000


def test_more_values_than_a_registry_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_NODES", 1_000)
    with pytest.raises(RegistryError, match=r"claims\.yaml:1:2008 claims\[999\]: more than 1,000 values"):
        parse_registry(f"claims: [{'a,' * 2_000}]".encode(), "claims.yaml")


def assert_read_or_refused(data: bytes) -> None:
    """The reader's whole contract with any bytes."""
    try:
        registry, told = parse_registry(data, "claims.yaml")
        assert registry.claims
        assert all(warning.severity == "warning" for warning in told)
    except RegistryError as refusal:
        told = refusal.problems
        assert told
    places = [(problem.line, problem.column) for problem in told]
    assert places == sorted(places)
    assert all(line >= 1 and column >= 1 for line, column in places)
    assert all(problem.what and problem.remedy for problem in told)


FRAGMENTS = [
    *"[]{}&*!|>%@`\"'#,:-? \n\t\r\\~",
    "\n  ", "\n    ", ": ", "- ", "<<: ", "---\n", "...\n", "&a ", "*a ", "!!str ", "claims:", "sources:",
    "aliases:", "id:", "statement:", "supports:", "must_mention:", "quantity:", "at_least:", "between:",
    "unit:", "verdict:", "part_of:", "as_of:", "2024-11-04", "12.000", "10,000", "a", "b", "é", "😀",
    "\u2028", "\x00", "\ufeff",
]  # fmt: skip


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    assert_read_or_refused(data)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_any_row_of_yaml_signs(text: str) -> None:
    assert_read_or_refused(text.encode())


@settings(max_examples=500)
@given(st.integers(0, len(HEAD)), st.integers(0, 12), st.lists(st.sampled_from(FRAGMENTS), max_size=4))
def test_any_slip_of_the_pen_in_a_good_registry(at: int, lost: int, put: list[str]) -> None:
    assert_read_or_refused((HEAD[:at] + "".join(put) + HEAD[at + lost :]).encode())


letters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")
texts = st.text(letters, min_size=1, max_size=60).filter(str.strip)


@given(statement=texts, phrases=st.lists(texts, min_size=1, max_size=4), group=st.lists(texts, min_size=1))
def test_any_text_is_held_as_typed(statement: str, phrases: list[str], group: list[str]) -> None:
    claim = {"id": "a", "statement": statement, "supports": phrases, "must_mention": [group]}
    data = json.dumps({"claims": [claim]}, ensure_ascii=False).encode()
    read = parse_registry(data, "claims.yaml")[0].claims[0]
    assert read.statement == " ".join(statement.split())
    assert [phrase.text for phrase in read.phrases] == [" ".join(phrase.split()) for phrase in phrases]
    assert read.must_mention == (tuple(" ".join(word.split()) for word in group),)
