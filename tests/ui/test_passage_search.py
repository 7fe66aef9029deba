"""Looking for a passage that the engine missed."""

from __future__ import annotations

from datetime import date

import pytest
from sample_report import build_report

from claimdesk import desk
from claimdesk.model import Article, Claim, Phrase, Registry
from claimdesk.ui.passage_search import MOST, find_hits

ARTICLES = build_report().articles
BODIES = {entry.article.id: entry.article.body for entry in ARTICLES}
# what is typed, whether the best hit is a passage, a part of it, why
SEARCHES = [
    ("people have died", True, "people have died", "all words"),
    ("PEOPLE died zebra", True, "people have died", "two of three words, in capitals"),
    (
        "At  least 80\npeople have died in the Arun flood",
        False,
        "At least 80 people have",
        "pasted, other blanks",
    ),
]


@pytest.mark.parametrize(("text", "whole", "part", "why"), SEARCHES)
def test_the_best_hit_comes_first(text: str, whole: bool, part: str, why: str) -> None:
    best = find_hits(text, ARTICLES)[0]
    assert (best.whole, part in best.text) == (whole, True), why
    assert best.text in BODIES[best.article.article.id]


def test_a_pasted_passage_is_found_once() -> None:
    body = next(iter(BODIES.values()))
    passage = next(one for one in ARTICLES[0].passages if one.kind == "text" and not one.heading)
    text = passage.span.of(body)
    hits = find_hits(text, ARTICLES)
    assert hits[0].text == text
    assert hits[0].whole
    assert all(hit.whole for hit in hits)


@pytest.mark.parametrize("text", ["", "   ", "zebra xylophone", "(", "\\"])
def test_what_is_nowhere_is_not_found(text: str) -> None:
    assert [hit for hit in find_hits(text, ARTICLES) if not set(text.split()) & set(hit.text)] == []


def test_no_more_than_can_be_read_are_shown() -> None:
    assert len(find_hits("a", ARTICLES)) <= MOST
    assert len(find_hits("e " * 5000, ARTICLES)) <= MOST


BODY = "The bridge fell at noon. A cat sat there.\nRead also: The bridge fell at noon again today\n"
# what is typed, the texts that are found, why
PLACES = [
    ("c t", [], "letters are no words"),
    ("noon, cat", ["The bridge fell at noon.", "A cat sat there."], "marks do not count"),
    ("bridge fell at noo", ["The bridge fell at noon."], "a half word is no exact text"),
    ("fell at noon again today", ["The bridge fell at noon."], "a teaser is no text of the article"),
    ("at noon. a cat", ["at noon. A cat", "The bridge fell at noon.", "A cat sat there."], "across passages"),
]


@pytest.mark.parametrize(("text", "found", "why"), PLACES)
def test_whole_words_of_texts_are_found(text: str, found: list[str], why: str) -> None:
    article = Article("one", "t", "o", BODY, date(2021, 1, 1), language="en")
    registry = Registry("T", (Claim("c", "x", (Phrase("the bridge fell", "supports"),)),))
    hits = find_hits(text, desk.check(registry, [article]).articles)
    assert [hit.text.strip() for hit in hits] == found, why
