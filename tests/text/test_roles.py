"""Who does what to whom: readings, and whether two texts agree on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.actors import as_aliases
from claimdesk.text.role_readings import read_roles
from claimdesk.text.roles import same_roles
from claimdesk.text.tokens import find_tokens

CASES = Path(__file__).parent.parent / "cases"
ALIASES = [["Korea Utara", "Korut", "North Korea", "DPRK", "Pyongyang"], ["tentara", "soldiers"]]
WORDS = [
    "Rusia",
    "Ukraine",
    "menyerang",
    "diserang",
    "oleh",
    "struck",
    "by",
    "yang",
    ",",
    "dan",
    "tentara",
    "di",
]


def _rows(name: str) -> list[Any]:
    rows: list[Any] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return rows


READINGS = _rows("roles_readings.yaml")
SAME = _rows("roles_same.yaml")


def _readings(text: str, language: str) -> list[str]:
    tokens = find_tokens(text)
    readings = []
    for role in read_roles(tokens, language, as_aliases(ALIASES)):
        names = [
            text[tokens[actor.first].start : tokens[actor.last - 1].end] if actor else "?"
            for actor in (role.agent, role.patient)
        ]
        readings.append(f"{names[0]} > {role.group} > {names[1]}")
    return readings


@pytest.mark.parametrize(("language", "text", "readings"), READINGS, ids=[row[1] for row in READINGS])
def test_readings(language: str, text: str, readings: list[str]) -> None:
    assert _readings(text, language) == readings


@pytest.mark.parametrize(
    ("phrase_language", "phrase", "language", "passage", "same"), SAME, ids=[f"{r[1]} / {r[3]}" for r in SAME]
)
def test_same_roles(
    phrase_language: str, phrase: str, language: str, passage: str, same: bool | None
) -> None:
    compared = same_roles(phrase, phrase_language, passage, language, ALIASES)
    assert (compared and compared.same) == same


@pytest.mark.parametrize(
    ("language", "phrase"), [(row[0], row[1]) for row in SAME], ids=[row[1] for row in SAME]
)
def test_a_phrase_never_stands_against_itself(language: str, phrase: str) -> None:
    compared = same_roles(phrase, language, phrase, language, ALIASES)
    assert compared is None or compared.same


def test_the_readings_are_shown() -> None:
    compared = same_roles("Ukraine struck Russia", "en", "Ukraina diserang oleh Rusia.", "id")
    assert compared is not None
    assert (compared.phrase, compared.passage) == (
        "Ukraine > struck > Russia",
        "Rusia > diserang > Ukraina",
    )


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40), st.sampled_from(["id", "en"]))
def test_any_text_can_be_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    for role in read_roles(find_tokens(text), language, as_aliases(ALIASES)):
        assert role.agent or role.patient
        assert role.span.end <= len(text)
