"""Settings: what lies out of its range is refused before anything is matched with it."""

from __future__ import annotations

import re

import pytest

from claimdesk import desk
from claimdesk.errors import UsageError
from claimdesk.model import Article, Claim, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings

WRONG = [
    ("nominate", 101, "0 to 100"),
    ("near", -1, "0 to 100"),
    ("approximate", 1.5, "0 to 1"),
    ("word_length", 0, "1 to 100"),
    ("max_sentence", 10, "200 to"),
]


@pytest.mark.parametrize(("name", "value", "told"), WRONG)
def test_a_value_out_of_range_is_refused(name: str, value: float, told: str) -> None:
    with pytest.raises(UsageError, match=f"{name} is {re.escape(str(value))}.*{told}"):
        Settings(**{name: value})  # type: ignore[arg-type]


def test_the_ends_of_the_ranges_are_allowed() -> None:
    assert Settings(nominate=0, near=100, approximate=0).nominate == 0
    assert Settings(**DEFAULT_SETTINGS.as_dict()) == DEFAULT_SETTINGS  # type: ignore[arg-type]


def test_a_language_that_is_not_read_is_named() -> None:
    claim = Claim("rain", "It rained.", (Phrase("heavy rain fell", "supports"),))
    french = Article("a", "", "", "La pluie est tombée.", language="fr")
    with pytest.raises(UsageError, match=r"“fr” is not read here\. Use id or en"):
        desk.match(Registry("", (claim,)), [french])
