"""Own paraphrases: what a phrase finds, what it must not find, and where only its topic was found."""

from __future__ import annotations

import pytest

from claimdesk.matching.nominate import Nominator, build_nominator
from claimdesk.model import Claim, Match, Passage, Phrase, Registry, Source
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.reading import Reading

SOURCES = (Source("line", "Amber Line", aliases=("Amber Line", "the operator")),)
ALIASES = (("Zandia", "Zandian"), ("Lorvania", "Lorvan"), ("truce", "gencatan senjata"))

# phrase, language of the passage, passage, what it shows
FOUND = [
    ("the skipper was arrested", "id", "Nakhoda digelandang ke kantor polisi.", "across languages"),
    ("the search has been called off", "en", "Teams halted the hunt at dusk.", "synonyms only"),
    (
        "gudang amunisi dihancurkan",
        "en",
        "The ammunition depot no longer exists.",
        "an expression that negates",
    ),
    ("there is no truce", "id", "Belum ada gencatan senjata.", "negations of both languages"),
    (
        "Zandia agreed to a truce",
        "en",
        "Zandia accepted a cessation of hostilities.",
        "an alias by its meaning",
    ),
    (
        "the operator promised repairs",
        "en",
        "Amber Line pledged repairs.",
        "a source by its small-written name",
    ),
    ("bangsal isolasi penuh", "id", "Semua kamar isolasi sudah terisi.", "no verb in the phrase"),
    ("sekolah di Sumberjati ditutup", "id", "Siswa Sumberjati belajar dari rumah; sekolah libur.", "closed"),
]
NOT_FOUND = [
    ("Zandia struck an ammunition depot", "en", "Zandia shelled a bakery.", "one word, one meaning"),
    (
        "tentara Zandia belum menyerang",
        "id",
        "Zandia belum membantah soal tentara itu.",
        "declining negates nothing",
    ),
    ("the lorry was empty", "en", "The lorry driver is a free man.", "false friends"),
]
TOPIC_ONLY = [
    (
        "Zandia said it downed a Lorvan drone",
        "en",
        "Zandia said a Lorvan drone was missing.",
        "who says it is not what is said",
    ),
    (
        "Zandia refused to release the captain",
        "en",
        "Zandia refused to name the captain.",
        "the verb after refusing tells",
    ),
    (
        "Zandia menyatakan menutup pelabuhan Sumberjati",
        "id",
        "Zandia menyatakan pelabuhan Sumberjati ramai.",
        "a verb of saying, in Indonesian",
    ),
    (
        "jumlah korban gempa Sumberjati simpang siur",
        "id",
        "Jumlah korban gempa Sumberjati bertambah.",
        "comment",
    ),
    (
        "Zandia shelled Lorvania",
        "en",
        "Zandia and Lorvania are close to peace, though the raid is recent.",
        "a noun",
    ),
]


def _match(text: str, language: str, phrase: str) -> tuple[Match, ...]:
    claim = Claim("one", "One.", (Phrase(phrase, "supports"),))
    registry = Registry("Test", (claim,), sources=SOURCES, aliases=ALIASES)
    nominator: Nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    passage = Passage(0, 0, len(text), 0)
    return nominator.nominate([passage], {0: Reading(text, language)}, Reading("", language))


@pytest.mark.parametrize(("phrase", "language", "text", "note"), FOUND)
def test_a_paraphrase_is_found(phrase: str, language: str, text: str, note: str) -> None:
    assert any(match.predicate for match in _match(text, language, phrase)), note


@pytest.mark.parametrize(("phrase", "language", "text", "note"), NOT_FOUND)
def test_what_only_sounds_alike_is_not(phrase: str, language: str, text: str, note: str) -> None:
    assert not any(match.predicate for match in _match(text, language, phrase)), note


@pytest.mark.parametrize(("phrase", "language", "text", "note"), TOPIC_ONLY)
def test_a_topic_without_what_is_said_of_it(phrase: str, language: str, text: str, note: str) -> None:
    matches = _match(text, language, phrase)
    assert matches
    assert not any(match.predicate for match in matches), note
