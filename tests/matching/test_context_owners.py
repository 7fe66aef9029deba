"""A noun of an owner is not supplied from the passage before where the passage names the owner without it."""

from __future__ import annotations

import pytest
from desk_cases import make_article, make_claim

from claimdesk import desk
from claimdesk.model import Registry

NAMES = (("Zandia", "Republic of Zandia"), ("Lorvania", "Republic of Lorvania"))
BEFORE = "Arun menduga Zandia mengerahkan prajurit infanteri ke perbatasan."
PHRASE = "prajurit infanteri Zandia dikirim ke Lorvania"
# The passage behind it, whether the phrase finds it, what it shows.
CASES = [
    ("Zandia telah memasok peluru bagi Lorvania.", False, "who supplies shells need not have sent soldiers"),
    ("Mereka sudah dikirim ke Lorvania.", True, "no owner is named"),
    ("Prajurit infanteri Zandia dikirim ke Lorvania.", True, "in full"),
]


@pytest.mark.parametrize(("text", "found", "note"), CASES)
def test_what_a_name_stands_without_is_not_supplied(text: str, found: bool, note: str) -> None:
    registry = Registry("Test", (make_claim("sent", [PHRASE], statement=PHRASE),), (), NAMES)
    evidence = desk.match(registry, [make_article(f"{BEFORE}\n{text}", "id")])
    shown = {quote.text for entry in evidence.articles for quote in entry.quotes}
    assert (text in shown) == found, note
