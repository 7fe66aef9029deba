"""What figures can count by the words of a passage: never less than what they do count."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from claimdesk.library.read import load_articles
from claimdesk.model import Interval, Quantity
from claimdesk.registry.read import load_registry
from claimdesk.text.claim_units import Counted, read_counted
from claimdesk.text.countable import may_count
from claimdesk.text.passages import find_passages
from claimdesk.text.reading import Reading
from claimdesk.text.units import counts, find_topic

EVENTS = sorted((Path(__file__).parent.parent / "cases" / "events").iterdir())


def counted_of(units: tuple[str, ...], *wordings: str) -> Counted:
    return read_counted(Quantity(Interval(20, 20), units, "at_least"), wordings)


DEAD = counted_of(("orang", "people"), "20 orang tewas")
HOUSES = counted_of(("rumah", "houses"), "20 rumah rusak")
MONEY = counted_of(("dolar", "dollars"), "20 juta dolar hilang")
CASES = [
    # text, language, what is counted, what the headline counts, whether it may be counted; note
    ("Sedikitnya 23 orang tewas.", "id", DEAD, "", True),  # unit and state
    ("Sedikitnya 23 orang hadir.", "id", DEAD, "", False),  # the unit alone
    ("Sebanyak 23 rumah rusak.", "id", DEAD, "", False),  # another unit
    ("Sebanyak 23 rumah rusak.", "id", HOUSES, "", True),
    ("Kerugian mencapai 23 juta dolar.", "id", MONEY, "", True),  # money names nothing that it counts
    ("Data kami 23 orang.", "id", DEAD, "23 orang tewas", True),  # the headline tells the state
    ("Data kami 23 orang.", "id", DEAD, "23 orang hadir", False),  # it tells none
    ("Tidak ada yang cedera.", "id", DEAD, "", True),  # nobody hurt is nobody dead
    ("No casualties were reported.", "en", DEAD, "", True),
    ("The toll of dead people reached 23.", "en", DEAD, "", True),
]


@pytest.mark.parametrize(("text", "language", "counted", "title", "may"), CASES)
def test_the_words_tell_what_can_be_counted(
    text: str, language: str, counted: Counted, title: str, may: bool
) -> None:
    reading = Reading(text, language, lambda: find_topic([Reading(title, language)]))
    assert may_count(reading, counted) == may


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_no_figure_that_counts_is_passed_over(event: Path) -> None:
    """Every figure of every passage of made events, against every claim of all events."""
    asked = [
        read_counted(claim.quantity, (claim.statement, *(phrase.text for phrase in claim.phrases)))
        for other in EVENTS
        for claim in load_registry(other / "claims.yaml").claims
        if claim.quantity is not None
    ]
    met = 0
    for article in load_articles(event / "articles").articles:
        opening = Reading(article.title, article.language)
        for passage in find_passages(article.body, article.language):
            text = article.body[passage.start : passage.end]
            reading = Reading(text, article.language, partial(find_topic, [opening]))
            for counted in asked:
                if any(counts(figure, counted, reading) for figure in reading.figures):
                    met += 1
                    assert may_count(reading, counted), text
    assert met
