"""Facts that are proposed to a person: what the source states goes before what its text says."""

from __future__ import annotations

import pytest

from claimdesk.library.extract import Extract, Fact
from claimdesk.library.proposal import propose_facts

DATELINE = "CONTOHKOTA, CONTOH.com - Sungai Contoh meluap pada Senin malam setelah hujan dua hari."
DATED = "Kabar Contoh | Senin, 3 Mei 2021 - 10:15"


def _propose(body: str, **stated: tuple[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    facts = {name: Fact(value, read_in) for name, (value, read_in) in stated.items()}
    found = propose_facts(Extract("text", body, facts, ()))
    return {name: fact.value for name, fact in found.facts.items()}, found.notes


# The text, what its source states and where, a fact and its value, and what is noted; "" where it is missing.
CASES = [
    (f"Sungai Meluap\n\n{DATELINE}", {}, "title", "Sungai Meluap", ""),
    (f"Sungai Meluap\n\n{DATELINE}", {"title": ("Banjir", "og:title")}, "title", "Banjir", ""),
    (f"Sungai meluap.\n\n{DATELINE}", {}, "title", "", ""),
    (f"{'Sungai meluap ' * 20}\n\n{DATELINE}", {}, "title", "", ""),
    (DATELINE, {}, "outlet", "CONTOH.com", ""),
    (DATELINE, {"outlet": ("lain.com", "the address")}, "outlet", "CONTOH.com", ""),
    (DATELINE, {"outlet": ("Contoh", "og:site_name")}, "outlet", "Contoh", ""),
    (DATELINE, {"outlet": ("Lain", "og:site_name")}, "outlet", "Lain", "the dateline of CONTOH.com"),
    (f"Sungai Meluap\n{DATED}\n\n{DATELINE}", {}, "published", "2021-05-03", ""),
    (f"Sungai Meluap\n{DATED}\n\n{DATELINE}", {"published": ("2021-05-03T10:00", "meta")}, "published",
     "2021-05-03T10:00", ""),
    (f"Sungai Meluap\n{DATED}\n\n{DATELINE}", {"published": ("2021-05-04", "meta")}, "published", "",
     "on 2021-05-04, the text says 2021-05-03"),
    ("The river rose and the people fled to the hills.", {}, "language", "en", ""),
    ("The river rose.", {"language": ("id", "html lang")}, "language", "id", ""),
    ("1234 5678", {}, "language", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("body", "stated", "name", "value", "noted"), CASES)
def test_a_fact(body: str, stated: dict[str, tuple[str, str]], name: str, value: str, noted: str) -> None:
    facts, notes = _propose(body, **stated)
    assert facts.get(name, "") == value
    assert noted in " ".join(notes)
    assert bool(noted) == any("text" in note for note in notes)
