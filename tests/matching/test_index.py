"""The index of a library: it names every article in which a claim is found, and no damaged index is used."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_registries import TEXTS, articles, make_passages

from claimdesk.matching.index import LibraryIndex, load_index
from claimdesk.matching.indexing import IndexWriter
from claimdesk.matching.nominate import build_nominator, find_lead
from claimdesk.model import Claim, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.reading import Reading

Library = list[tuple[list[str], str]]


def write_index(library: Library, folder: Path) -> LibraryIndex:
    """An index of articles given as sentences and title."""
    writer = IndexWriter()
    for sentences, title in library:
        kinds = {"text": [], "link": []}  # type: dict[str, list[Reading]]
        passages = make_passages(sentences)
        for passage in passages:
            kinds[passage.kind].append(Reading(sentences[passage.index], "id"))
        lead = find_lead([passage for passage in passages if passage.kind == "text"])
        writer.add(kinds["text"], kinds["link"], Reading(title, "id"), lead)
    writer.save(folder, "key")
    index = load_index(folder, "key")
    assert index is not None
    return index


@settings(max_examples=100, deadline=None)
@given(articles(), st.lists(st.tuples(st.lists(TEXTS, min_size=1, max_size=4), TEXTS), max_size=3), st.data())
def test_no_article_of_a_claim_is_missed_and_claims_stand_alone(
    drawn: tuple[Registry, list[str], str], others: Library, data: st.DataObject
) -> None:
    registry, sentences, title = drawn
    library = [*others, (sentences, title)]
    changed = data.draw(st.sampled_from(registry.claims))
    number = registry.claims.index(changed)
    alone = replace(registry, claims=(changed,))
    whole = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    single = build_nominator(alone, read_claims(alone), DEFAULT_SETTINGS)
    found = {}
    for at, (texts, heading) in enumerate(library):
        passages = make_passages(texts)
        readings = {number: Reading(text, "id") for number, text in enumerate(texts)}
        matches = whole.nominate(passages, readings, Reading(heading, "id"))
        leads = [lead for lead in whole.find_leads(passages, readings) if lead[0] == changed.id]
        own = tuple(replace(match, claim=0) for match in matches if match.claim == number)
        assert single.nominate(passages, readings, Reading(heading, "id")) == own
        assert list(single.find_leads(passages, readings)) == leads
        if own or leads:
            found[at] = own
    with tempfile.TemporaryDirectory() as folder:
        assert set(found) <= set(write_index(library, Path(folder)).find_articles(single))
    for at, own in found.items():  # also with what its sieve learned from the index
        passages = make_passages(library[at][0])
        readings = {number: Reading(text, "id") for number, text in enumerate(library[at][0])}
        assert single.nominate(passages, readings, Reading(library[at][1], "id")) == own


LIBRARY: Library = [
    (["Jembatan Karsa roboh.", "Warga panik."], ""),
    (["Jembatan lama roboh."], "Karsa"),
    (["Jembatan Karsa dibangun."], ""),
    (["Harga beras naik."], "Karsa"),
    (["Jembatn Karsa robohh."], ""),
    (["Zandia dan Lorvania bertemu.", "Gempa mengguncang."], ""),
]
CLAIM = Claim("bridge", "Jembatan roboh.", (Phrase("jembatan Karsa roboh", "supports"),))


def _claim(*phrases: str) -> Claim:
    return Claim("some", "Berita.", tuple(Phrase(phrase, "supports") for phrase in phrases), threshold=90)


CASES = [
    # claim, articles that it can be found in; note
    (CLAIM, [0, 1, 2, 4]),  # two words of three are enough, and a typing error is no other word
    (replace(CLAIM, must_mention=(("Karsa",),), threshold=90), [0, 1, 2, 4]),  # a headline may supply a noun
    (replace(CLAIM, must_mention=(("Ulin",),)), []),  # nobody mentions the place
    (replace(CLAIM, must_mention=(("panik",), ("Karsa",))), [0]),  # both must be mentioned
    (
        replace(CLAIM, phrases=(Phrase("jembatan Karsa runtuh", "supports"),), threshold=90),
        [0, 1, 2, 4],
    ),  # a synonym
    (Claim("two", "Gempa.", (Phrase("gempa Zandia Lorvania", "supports"),)), [5]),  # names stand before
    (_claim("mengguncang Zandia", "jembatan dibangun", "jembatan roboh"), [0, 1, 2, 4, 5]),
    (_claim("jembatan roboh", "jembatan dibangun", "mengguncang Zandia"), [0, 1, 2, 4, 5]),  # in any order
]


@pytest.mark.parametrize(("claim", "articles"), CASES)
def test_articles_that_hold_too_little_are_left_out(
    claim: Claim, articles: list[int], tmp_path: Path
) -> None:
    registry = Registry("Test", (claim,), aliases=(("Zandia", "Zandian"), ("Lorvania", "Lorvanian")))
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    assert write_index(LIBRARY, tmp_path).find_articles(nominator) == articles


def test_an_empty_library_has_an_index(tmp_path: Path) -> None:
    registry = Registry("Test", (CLAIM,))
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    assert write_index([], tmp_path).find_articles(nominator) == []


@pytest.mark.parametrize("damage", ["key", "missing", "flipped", "cut", "half"])
def test_no_damaged_index_is_used(damage: str, tmp_path: Path) -> None:
    write_index(LIBRARY, tmp_path)
    spots = tmp_path / "spots.npy"
    data = bytearray(spots.read_bytes())
    if damage == "missing":
        spots.unlink()
    elif damage == "flipped":
        data[-1] ^= 1
        spots.write_bytes(data)
    elif damage == "cut":
        spots.write_bytes(data[:-4])
    elif damage == "half":
        (tmp_path / "index.json").unlink()
    assert load_index(tmp_path, "other" if damage == "key" else "key") is None
