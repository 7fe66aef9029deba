"""Coverage through postings against a slow reference that scores every phrase in full."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.matching.coverage import Coverage
from claimdesk.matching.vocabulary import Vocabulary, build_vocabulary, weigh_words
from claimdesk.model import Claim, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.reading import Reading

WORDS = [
    *(
        "tentara",
        "pasukan",
        "Zandia",
        "Lorvan",
        "dikirim",
        "mengirim",
        "kirim",
        "tiba",
        "perbatasan",
        "warga",
    ),
    *(
        "tewas",
        "meninggal",
        "banjir",
        "mangirim",
        "membantah",
        "tidak",
        "jembatan",
        "roboh",
        "runtuh",
        "lima",
    ),
    *("500", "di", "ke", "dan", "telah", "soldiers", "sent", "killed", "border", "Zandian"),
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
ALIASES = (("Zandia", "Zandian"), ("tentara", "pasukan"))


def slow_score(
    vocabulary: Vocabulary, phrase: int, own: Reading, earlier: Reading | None, credit: int
) -> int:
    """The weighted share of the phrase's items found, straight from the definition."""
    row = vocabulary.phrases[phrase]
    total = 0
    for item, weight in row.items:
        here = slow_credit(vocabulary, item, own)
        there = slow_credit(vocabulary, item, earlier) * credit // 100 if earlier else 0
        entity = vocabulary.items[item].is_name or (
            item in {word for word, _ in row.owners} and item not in row.predicate
        )
        total += weight * (max(here, there) if entity else here)
    return total // row.weight


def slow_credit(vocabulary: Vocabulary, item: int, reading: Reading) -> int:
    wanted = vocabulary.items[item]
    best = 0
    for word, _, _, _ in weigh_words(reading, vocabulary.names):
        if word.key == wanted.key:
            best = 100
        elif set(word.concepts) & set(wanted.concepts):
            best = max(best, DEFAULT_SETTINGS.concept_credit)
        elif word.form and not any(
            word.key == other.key or set(word.concepts) & set(other.concepts) for other in vocabulary.items
        ):
            similar = dict(vocabulary.similar(word.form, reading.language))
            best = max(best, similar.get(item, 0))
    return best


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, st.none() | TEXTS, st.sampled_from([0, 50, 85]))
def test_postings_score_what_the_definition_says(
    phrases: list[str], text: str, before: str | None, credit: int
) -> None:
    claim = Claim("one", "One.", tuple(Phrase(phrase, "supports") for phrase in phrases))
    registry = Registry("Test", (claim,), aliases=ALIASES)
    vocabulary = build_vocabulary(registry, ALIASES, DEFAULT_SETTINGS)
    coverage = Coverage(vocabulary)
    own = Reading(text, "id")
    earlier = Reading(before, "id") if before else None
    credits = coverage.credits(own)
    scores = coverage.scores(
        range(len(vocabulary.phrases)), credits, coverage.credits(earlier) if earlier else {}, credit
    )
    for number, row in enumerate(vocabulary.phrases):
        if any(item in credits for item, _ in row.items):
            assert scores[number] == slow_score(vocabulary, number, own, earlier, credit)
        else:
            assert number not in scores


def test_a_typing_error_is_its_word_and_a_real_word_is_itself() -> None:
    claim = Claim("one", "One.", (Phrase("tentara dikirim ke perbatasan", "supports"),))
    vocabulary = build_vocabulary(Registry("Test", (claim,)), (), DEFAULT_SETTINGS)
    assert vocabulary.similar("perbatsan", "id")
    assert not vocabulary.similar("pembatasan", "id")


def test_matched_spans_are_the_words_that_scored() -> None:
    claim = Claim("one", "One.", (Phrase("tentara Zandia tewas", "supports"),))
    coverage = Coverage(build_vocabulary(Registry("Test", (claim,)), ALIASES, DEFAULT_SETTINGS))
    text = "Pasukan dari Zandia banyak yang meninggal."
    spans = coverage.find_matched(coverage.vocabulary.phrases[0], Reading(text, "id"))
    assert [span.of(text) for span in spans] == ["Pasukan", "Zandia", "meninggal"]
