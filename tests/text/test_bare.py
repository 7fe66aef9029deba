"""Bare figures: the sentence says that something is counted, and an earlier one what."""

import pytest

from claimdesk.text.bare import find_bare
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
