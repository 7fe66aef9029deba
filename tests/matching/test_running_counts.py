"""Counts that go on over sentences: bare figures behind one of what a claim counts."""

from __future__ import annotations

import pytest
from desk_cases import make_article, make_claim, make_registry, read_quotes

from claimdesk.model import Claim, Interval, Quantity

DRONES = make_claim(
    "drones",
    ["19 drones crossed the border at Ostrava", "19 drone melintasi perbatasan di Ostrava"],
    quantity=Quantity(Interval(19, 19), ("drones", "drone")),
)
SPILT = make_claim(
    "spilt",
    ["60 barrels of oil were spilt at Ostrava"],
    quantity=Quantity(Interval(60, 60), ("barrels of oil", "barrels")),
)
LOSS = make_claim(
    "loss",
    ["the bank lost 870 billion rupiah"],
    quantity=Quantity(Interval(870e9, 870e9), ("rupiah",)),
)
LEVY = make_claim("levy", ["the levy rose to 12 percent"], quantity=Quantity(Interval(12, 12), ("percent",)))
CROSSED = "On Monday 19 drones crossed the border at Ostrava."
SENIN = "Senin itu 19 drone melintasi perbatasan di Ostrava."
FLEET = "On Monday 19,000 drones crossed the border at Ostrava."
POURED = "Oil was spilt at Ostrava, 60 barrels of it."
LOST = "The bank lost 870 billion rupiah."
ROSE = "The levy rose to 12 percent."
# claim, language, passages, the figures of its quotes with what each does, note
RUNS = [
    (DRONES, "en", [CROSSED, "The opposition puts the number at 11."], ["19 agrees", "11 conflicts"],
     "another version of the count"),
    (DRONES, "id", [SENIN, "Catatan oposisi berhenti di 11."],
     ["19 agrees", "11 conflicts"], "the same"),
    (DRONES, "id", [SENIN, "Menurut oposisi angka sebenarnya sudah melewati 30."],
     ["19 agrees", "melewati 30 conflicts"], "an open number"),
    (DRONES, "en", [CROSSED, "The army admits to 11."], ["19 agrees", "11 conflicts"],
     "who admits a number puts nobody into hospital"),
    (DRONES, "en", [CROSSED, "The opposition puts the number at perhaps 11."],
     ["19 agrees", "perhaps 11 conflicts"], "a guess is an estimate"),
    (DRONES, "en", [CROSSED, "Of those, eight were green."], ["19 agrees", "eight compatible"],
     "a part of the count"),
    (DRONES, "en", [CROSSED, "Of those, eighty were green."], ["19 agrees"], "more than the whole"),
    (DRONES, "en", [CROSSED, "Rain fell.", "Eight of them were green."], ["19 agrees"],
     "a part of what was told just before"),
    (SPILT, "en", [POURED, "The ministry has now measured 90 barrels."],
     ["60 barrels agrees", "90 barrels conflicts"], "its unit is stated, and what befell it is not"),
    (DRONES, "en", [CROSSED, "The opposition puts the number at a mere 11."],
     ["19 agrees", "11 conflicts"], "a word for how little it is names nothing"),
    (DRONES, "id", [SENIN, "Catatan oposisi berhenti di jembatan 11."], ["19 agrees"], "another noun is"),
    (DRONES, "en", ["The opposition puts the number at 11."], [], "no count before it"),
    (DRONES, "en", [CROSSED, "Rain fell.", "Snow fell.", "The opposition puts the number at 11."],
     ["19 agrees", "11 conflicts"], "three passages on"),
    (DRONES, "en", [CROSSED, *["Rain fell."] * 3, "The opposition puts the number at 11."],
     ["19 agrees"], "four passages on"),
    (DRONES, "en", [CROSSED, "The opposition puts the number at 19,000."], ["19 agrees", "19,000 conflicts"],
     "a thousand times as many"),
    (DRONES, "en", [CROSSED, "The opposition puts the number at 19,001."], ["19 agrees"], "more are others"),
    (DRONES, "en", [FLEET, "The opposition puts the number at 19."], ["19,000 conflicts", "19 agrees"],
     "a thousandth of them"),
    (DRONES, "en", [FLEET, "The opposition puts the number at 18."], ["19,000 conflicts"], "fewer are not"),
    (DRONES, "en", [CROSSED, "The opposition puts the share at 11 percent."], ["19 agrees"], "another kind"),
    (DRONES, "en", [CROSSED, "The opposition puts the number at 11 wounded."], ["19 agrees"],
     "it names what it counts"),
    (LOSS, "en", [LOST, "The bank itself puts the figure at 300 billion."],
     ["870 billion rupiah agrees", "300 billion conflicts"], "a large number may leave its currency out"),
    (LOSS, "en", [LOST, "The bank itself puts the figure at 300."], ["870 billion rupiah agrees"],
     "a small one may not"),
    (LOSS, "en", [LOST, "The union puts the figure at 3 billion dollars."], ["870 billion rupiah agrees"],
     "another currency"),
    (LEVY, "en", [ROSE, "The union puts the figure at 9 percent."],
     ["12 percent agrees", "9 percent conflicts"], "a share"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "passages", "figures", "note"), RUNS)
def test_a_count_goes_on(
    claim: Claim, language: str, passages: list[str], figures: list[str], note: str
) -> None:
    quotes = read_quotes(make_registry(claim), make_article("\n\n".join(passages), language))
    said = [f"{quote.figure.text if quote.figure else ''} {quote.figure_verdict}" for quote in quotes]
    assert said == figures, note
    assert all(quote.context for quote in quotes[1:]), "what a bare figure counts stands in its context"
