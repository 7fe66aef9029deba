"""Single passages of an article are matched as they are with all others, and the index names them all."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from made_registries import articles, make_passages
from test_index import write_index

from claimdesk.matching.library_places import find_places
from claimdesk.matching.nominate import build_nominator
from claimdesk.model import Registry
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.claims import read_claims
from claimdesk.text.reading import Reading

POINTING = st.sampled_from(["Hal itu dibantah Badan Karsa .", "Kabar itu tidak benar ."])


@settings(max_examples=150, deadline=None)
@given(articles(), st.data())
def test_passages_asked_for_alone_match_as_they_do_with_all(
    drawn: tuple[Registry, list[str], str], data: st.DataObject
) -> None:
    registry, drawn_sentences, title = drawn
    pointed = [[one, data.draw(POINTING | st.just(""))] for one in drawn_sentences]
    sentences = [one for row in pointed for one in row if one]
    passages = make_passages(sentences)
    readings = {number: Reading(text, "id") for number, text in enumerate(sentences)}
    nominator = build_nominator(registry, read_claims(registry), DEFAULT_SETTINGS)
    among = data.draw(st.sets(st.integers(0, len(sentences) - 1)))
    whole = nominator.nominate(passages, readings, Reading(title, "id"))
    some = nominator.nominate(passages, readings, Reading(title, "id"), among)
    assert [match for match in some if match.passage in among] == [
        match for match in whole if match.passage in among
    ]
    assert set(some) <= set(whole)
    about = {match.about for match in some} - {-1}
    assert about <= {match.passage for match in some}


@settings(max_examples=150, deadline=None)
@given(articles())
def test_the_index_names_every_passage_that_a_phrase_nominates(
    drawn: tuple[Registry, list[str], str],
) -> None:
    registry, sentences, title = drawn
    passages = make_passages(sentences)
    texts = [passage.index for passage in passages if passage.kind == "text"]
    readings = {number: Reading(text, "id") for number, text in enumerate(sentences)}
    with tempfile.TemporaryDirectory() as folder:
        index = write_index([(["Karsa"], ""), (sentences, title)], Path(folder))
        for claim in registry.claims:
            alone = replace(registry, claims=(claim,))
            nominator = build_nominator(alone, read_claims(alone), DEFAULT_SETTINGS)
            matches = nominator.nominate(passages, readings, Reading(title, "id"))
            places = find_places(index, nominator).get(1, [])
            named = {texts[place] for place in places if place < len(texts)}
            assert {match.passage for match in matches if match.phrase >= 0 > match.about} <= named
