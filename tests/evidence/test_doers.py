"""Who does a deed in a phrase, and whether a passage names the same."""

from __future__ import annotations

import pytest
from desk_cases import ALIASES

from claimdesk.evidence.doers import denies_fact, find_agent, find_disowned, find_doer, lacks_doer
from claimdesk.text.actors import as_aliases
from claimdesk.text.reading import Reading

# language, phrase, its doer by a known name, the common words for what did it, note
DOERS = [
    ("en", "Zandia struck the market in Ostrava", "Zandia", [], "before the verb"),
    ("en", "the market in Ostrava was struck by a Lorvan rocket", "Lorvan", [], "behind *by*"),
    ("id", "Zandia menyerang pasar Ostrava", "Zandia", [], "before the verb"),
    ("id", "pasar Ostrava diserang oleh Lorvania", "Lorvania", [], "behind *oleh*"),
    ("en", "an attack on Zandia by Lorvania killed 3", "Lorvania", [], "*by* goes before what it is done to"),
    ("en", "Zandia said the market was empty", "Zandia", [], "who says something does a deed too"),
    ("en", "the market in Zandia was empty", "", [], "a place does nothing"),
    ("en", "Zandia opened the market", "", [], "no harm is done, and nothing said"),
    ("en", "the army struck the market", "", [], "no known name"),
    ("en", "Zandia denied that a camp was hit", "", [], "a fact that anybody may deny"),
    ("id", "Zandia membantah bahwa kamp diserang", "", [], "the same"),
    ("en", "Zandia denied that it was warned", "Zandia", [], "what is denied is of the denier"),
    ("en", "Zandia denied that its own camp was hit", "Zandia", [], "the same"),
    ("en", "Zandia denied attacking the camp", "Zandia", [], "no fact, but a deed of its own"),
    ("en", "the market was struck by a stray rocket", "", ["stray", "rocket"], "a thing"),
    ("en", "the market was struck by rockets from the hills", "", ["rockets"], "up to the next preposition"),
    ("en", "the camp was attacked by gunmen who fled", "", ["gunmen"], "or to a clause of its own"),
    ("en", "the camp was attacked by gunmen, then burned", "", ["gunmen"], "or to a mark"),
    ("id", "pasar dihantam roket nyasar", "", ["roket", "nyasar"], "Indonesian needs no *by*"),
    ("id", "pasar dihantam oleh roket", "", ["roket"], "but may have one"),
    ("id", "roket menghantam pasar", "", [], "not behind an active verb"),
    ("en", "the market was struck near Ostrava", "", [], "no *by*"),
    ("id", "pasar dihantam roket Lorvania", "", [], "a name makes it somebody's"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "doer", "agent", "note"), DOERS)
def test_who_does_it(language: str, text: str, doer: str, agent: list[str], note: str) -> None:
    phrase = Reading(text, language)
    found = find_doer(phrase, as_aliases(ALIASES))
    named = " ".join(token.text for token in phrase.tokens[found.first : found.last]) if found else ""
    assert (named, [phrase.tokens[at].text for at in find_agent(phrase)]) == (doer, agent), note


@pytest.mark.parametrize(
    ("text", "denies", "note"),
    [
        ("Zandia denied that a camp was hit", True, "of something else"),
        ("Zandia denied that it was warned", False, "of itself"),
        ("Zandia denied that its own camp was hit", False, "of what it owns"),
        ("Zandia denied any role", False, "no *that*"),
        ("Zandia denied", False, "nothing behind it"),
        ("Zandia said that a camp was hit", False, "no denial"),
    ],
)
def test_denials_of_a_fact(text: str, denies: bool, note: str) -> None:
    assert denies_fact(Reading(text, "en")) is denies, note


# phrase, language of the passage, the passage, who is credited with it, whether the doer is missing, note
LACKING = [
    ("Zandia struck the market", "en", "The market was struck.", "", True, "the deed alone"),
    ("Zandia struck the market", "en", "Lorvania struck the market.", "", True, "somebody else"),
    ("Zandia struck the market", "en", "The market was struck by Zandian jets.", "", False, "another name"),
    ("Zandia struck the market", "id", "Pasar diserang pasukan Zandia.", "", False, "in the other language"),
    ("Zandia struck the market", "en", "They struck the market.", "", False, "a pronoun may be anybody"),
    ("Zandia struck the market", "en", "The market was struck.", "Zandian army", False, "who says it"),
    ("Zandia struck the market", "en", "The market was struck.", "Lorvania", True, "who else says it"),
    ("Zandia struck the market", "en", "That is not true.", "", False, "it only points back"),
    ("Zandia struck the market", "en", "Where anti-zandia slogans hang, the market was struck.", "", False,
     "within a word"),
    ("the market is empty", "en", "The hall is empty.", "", False, "no deed"),
    ("the market was struck by a stray rocket", "en", "The market was struck.", "", True, "not the thing"),
    ("the market was struck by a stray rocket", "en", "A rocket fell on it.", "", False, "with it"),
    ("the market was struck by a stray rocket", "id", "Roket menghantam pasar.", "", False,
     "in the other language"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "language", "text", "speakers", "lacks", "note"), LACKING)
def test_a_passage_without_the_doer(
    phrase: str, language: str, text: str, speakers: str, lacks: bool, note: str
) -> None:
    found = lacks_doer(Reading(phrase, "en"), Reading(text, language), ALIASES, speakers)
    assert found is lacks, note


@pytest.mark.parametrize(
    ("language", "text", "disowned", "note"),
    [
        ("en", "It was not us who fired, it was a Lorvan rocket.", ["It was not us who"], "beside the doer"),
        ("id", "Bukan kami yang menembak, itu roket Lorvania.", ["Bukan kami yang"], "the same"),
        ("en", "It was not us who fired, it was a Zandian rocket.", [], "beside somebody else"),
        ("en", "It was not a Lorvan rocket.", [], "of the doer's"),
    ],
)
def test_negations_of_the_speakers_own_doing(
    language: str, text: str, disowned: list[str], note: str
) -> None:
    passage = Reading(text, language)
    found = find_disowned(Reading("a Lorvan rocket hit the market", "en"), passage, ALIASES)
    assert [span.of(text) for span in found] == disowned, note
