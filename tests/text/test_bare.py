"""Bare figures: the sentence says that something is counted, and an earlier one what."""

import pytest
from desk_cases import ALIASES, at_least, make_claim

from claimdesk.text.bare import find_bare, find_bare_of, find_parts, find_untold, names_count
from claimdesk.text.claim_units import Counted
from claimdesk.text.claims import ClaimReading
from claimdesk.text.reading import Reading

# Text, language, the figures that go on with a count, why.
CASES = [
    ("The union keeps to 340.", "en", ["340"], "who holds to a number states it"),
    ("The guild speaks of 83.", "en", ["83"], "the speaker is not what is counted"),
    ("A month ago the guild had it at 47.", "en", ["47"], "an object that points to the count"),
    ("The company saw no reason to move from 60.", "en", ["60"], "who does not move from a number states it"),
    ("The new figure of 11,400, she said, came late.", "en", ["11,400"], "a noun for numbers"),
    ("The volume was perhaps 4,000, in his view.", "en", ["perhaps 4,000"], "a noun for sizes"),
    ("Her team measured again and arrived at 60.", "en", ["60"], "nobody arrived anywhere"),
    (
        '"We cooked 2,950, no more than that," he said.',
        "en",
        ["2,950"],
        "what the speakers did is counted before",
    ),
    ('"Eleven, and she knows it," he said.', "en", ["Eleven"], "the number opens what is said"),
    ("Paguyuban bergeming pada 214 juta.", "id", ["214 juta"], "who does not move from a number states it"),
    ("Lembaga itu hanya mengonfirmasi 1,2 juta.", "id", ["1,2 juta"], "a verb of stating"),
    ('"Kami memasak 2.950, tidak lebih," katanya.', "id", ["2.950"], "an active verb without its object"),
    (
        '"Mungkin 100 juta yang sudah bocor," katanya.',
        "id",
        ["Mungkin 100 juta"],
        "a guess opens what is said",
    ),
    (
        "Ia menaksir tinggal delapan persen sesudah penarikan massal.",
        "id",
        ["delapan persen"],
        "what stands behind it is another matter",
    ),
    ("Sekarang 54 persen.", "id", ["54 persen"], "nothing else is said"),
    ("They were 58 and tired.", "en", [], "an age"),
    ("Her lead over the mayor stands at 340.", "en", [], "a lead is what is counted"),
    ("The oldest was 71.", "en", [], "nothing is stated or counted"),
    ("The guild speaks of 83 of whom few came.", "en", [], "the number is the whole of a part"),
    ("The number of dead stood at 47.", "en", [], "the figure itself says what it counts"),
    ("Rinciannya, 82 orang di Wirama dan 11 orang di Lembang.", "id", [], "parts of a whole"),
]


@pytest.mark.parametrize(("text", "language", "wanted", "why"), CASES, ids=[row[0] for row in CASES])
def test_a_bare_figure_is_stated_and_names_nothing(
    text: str, language: str, wanted: list[str], why: str
) -> None:
    assert [figure.text for figure in find_bare(Reading(text, language))] == wanted, why


def _count(*units: str) -> Counted:
    claim = make_claim("counted", [f"60 {units[0]}"], quantity=at_least(60, *units))
    counted = ClaimReading(claim, ALIASES).counted
    assert counted is not None
    return counted


FISH, BOATS = _count("fish died", "dead fish"), _count("boats")
# What is counted, sentence, whether it speaks of how many, note
NAMED = [
    (FISH, "How many fish died?", True, "it asks for the number"),
    (FISH, "The number of fish that died is open.", True, "it names the number"),
    (FISH, "How many fish were there?", False, "not of what befell them"),
    (FISH, "How many people died?", False, "of others"),
    (FISH, "The fish died.", False, "of no number"),
    (FISH, "How many of the 40 fish died?", False, "with a figure of its own"),
    (BOATS, "How many boats came?", True, "they are counted whatever befell them"),
    (BOATS, "How many old fishing boats came?", True, "four words behind it"),
    (BOATS, "How many good old fishing boats came?", True, "the fourth word is the noun"),
    (BOATS, "How many good and old fishing boats came?", False, "the fifth is too far"),
    (BOATS, "How many of the boats died?", False, "something befell them"),
]


@pytest.mark.parametrize(("counted", "text", "named", "note"), NAMED)
def test_what_names_a_count(counted: Counted, text: str, named: bool, note: str) -> None:
    assert names_count(counted, Reading(text, "en")) is named, note


@pytest.mark.parametrize(
    ("text", "found", "note"),
    [
        ("The boats came, but the number was 31.", ["31"], "what is counted is told before it"),
        ("The town slept, but the number was 31.", [], "nothing is"),
        ("The number was 31, and boats came.", [], "it is told behind it only"),
        ("The boats came.", [], "no number"),
    ],
)
def test_a_bare_figure_of_what_its_own_passage_tells(text: str, found: list[str], note: str) -> None:
    assert [figure.text for figure in find_bare_of(BOATS, Reading(text, "en"))] == found, note


@pytest.mark.parametrize(
    ("text", "found", "note"),
    [
        ("The ministry counted 31 boats.", ["31"], "by its name"),
        ("The ministry counted 31 people.", [], "another name"),
        ("The ministry counted 31 boats a day.", [], "a rate"),
        ("The ministry counted 31 more boats.", [], "an addition"),
        ("The ministry counted (31 boats).", [], "a bracket stands between"),
        ("The ministry counted old 31 boats.", [], "so does a word of weight"),
        ("The ministry counted 31 sunken boats dead.", [], "something befell them"),
    ],
)
def test_a_stated_figure_of_what_is_counted(text: str, found: list[str], note: str) -> None:
    assert [figure.text for figure in find_untold(BOATS, Reading(text, "en"))] == found, note


@pytest.mark.parametrize(
    ("text", "found", "note"),
    [
        ("Of those, 40 were children.", ["40"], "a part"),
        ("Of those, 40 were children and 3 boats sank.", [], "beside it something whole"),
        ("Of them 40 a day fell ill.", [], "a rate"),
    ],
)
def test_parts_of_a_count_before(text: str, found: list[str], note: str) -> None:
    assert [figure.text for figure in find_parts(Reading(text, "en"))] == found, note
