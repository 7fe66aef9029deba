"""Of changed phrases a preview reads single passages, and shows what a report made anew would show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_registries import TEXTS, articles

from claimdesk import desk
from claimdesk.model import Article, Claim, Interval, Phrase, Quantity, Registry
from claimdesk.preview import Preview, open_library

UNTIL = date(2031, 1, 1)
SPOKEN = st.sampled_from(
    [
        "Hal itu dibantah Badan Karsa.",
        "Kabar itu tidak benar, kata Badan Ulin.",
        "Badan Karsa membenarkan hal itu.",
        "Mereka dikirim ke perbatasan.",
        "Badan Karsa menyebut angka 2.500.",
        "Jumlahnya 700 menurut Badan Ulin.",
    ]
)
SIDES = st.sampled_from(["supports", "contradicts"])


@st.composite
def edits(draw: st.DrawFn) -> tuple[Registry, Claim, list[Article]]:
    """A registry, one of its claims with other phrases, and articles with passages that point back."""
    registry, sentences, title = draw(articles())
    claim = draw(st.sampled_from(registry.claims))
    words = [*draw(st.sampled_from(claim.phrases)).text.split(), *draw(TEXTS).split()]
    texts = draw(st.lists(TEXTS | st.lists(st.sampled_from(words), min_size=1, max_size=6).map(" ".join)))
    phrases = [Phrase(text, draw(SIDES)) for text in texts]
    phrases += [phrase for phrase in claim.phrases if draw(st.booleans())]
    lines = [line for one in sentences for line in [one, *([draw(SPOKEN)] if draw(st.booleans()) else [])]]
    bodies = [lines, draw(st.permutations(lines)), draw(st.lists(TEXTS | SPOKEN, max_size=3))]
    library = [
        Article(f"n{at}", title if at else "", f"Warta {at}", "\n".join(body), language="id")
        for at, body in enumerate(bodies)
        if body
    ]
    # Of two that are the same, the registry would refuse the second.
    unlike = {phrase.text: phrase for phrase in phrases} or {claim.phrases[0].text: claim.phrases[0]}
    return registry, replace(claim, phrases=tuple(unlike.values())), library


def _example(phrases: tuple[str, ...], edited: tuple[str, ...], lines: list[str]) -> object:
    claim = Claim("c", "Jembatan roboh.", tuple(Phrase(text, "supports") for text in phrases))
    after = replace(claim, phrases=tuple(Phrase(text, "supports") for text in edited))
    body = "\n".join(lines)
    return Registry("Test", (claim,)), after, [Article("n", "", "Warta", body, language="id")]


POINTED = _example(
    ("jembatan roboh",), ("jembatan dibuka",), ["Jembatan Karsa roboh.", "Hal itu dibantah Badan Karsa."]
)
DENIED_TWICE = _example(
    ("jembatan dibuka",),
    ("jembatan roboh",),
    ["Jembatan Karsa roboh.", "Hal itu dibantah Badan Karsa.", "Kabar itu tidak benar, kata Badan Ulin."],
)
HEADLINE = _example(
    ("jembatan Karsa roboh",),
    ("jembatan Karsa roboh", "jembatan di Karsa telah ambruk"),
    ["JEMBATAN KARSA ROBOH", "Badan Ulin mengatakan jembatan di Karsa telah ambruk."],
)


@settings(max_examples=150, deadline=None)
@given(edits())
@example(POINTED)
@example(DENIED_TWICE)
@example(HEADLINE)
def test_changed_phrases_find_what_a_report_made_anew_finds(
    case: tuple[Registry, Claim, list[Article]],
) -> None:
    _check(*case)


def _check(registry: Registry, claim: Claim, library: list[Article]) -> None:
    report = desk.check(registry, library, until=UNTIL)
    changed = replace(registry, claims=(claim,))
    preview = Preview(open_library(report.articles), report, changed)
    assert preview.advance(600)
    found = preview.build_report().claim(claim.id) or report.claim(claim.id)
    anew = desk.check(changed, library, until=UNTIL).claim(claim.id)
    assert found is not None
    assert anew is not None
    assert (found.quotes, found.assessment) == (anew.quotes, anew.assessment)


QUANTITY = Quantity(Interval(100, float("inf")), ("orang",))
PLACED = Claim("c", "Jembatan Karsa roboh.", (), must_mention=(("Karsa",),))
CALM = ("Warga tenang.", "Beras naik.", "Hujan turun.")
ARRIVING = [
    # claim without the phrase that comes, the phrase, title, lines; note
    (Claim("c", "Rapat.", (), quantity=QUANTITY), "rapat di Karsa", "", [*CALM, "Di Karsa 500 orang."]),
    # it is near enough to let a figure in
    (PLACED, "jembatan roboh", "Kabar dari Karsa", [*CALM, "Jembatan roboh."]),  # the title has it
    (PLACED, "jembatan roboh", "", ["Karsa sepi.", *CALM, "Jembatan roboh."]),  # the lead has it
    (PLACED, "jembatan roboh", "", [*CALM, "Karsa sepi.", "Ya.", "Jembatan roboh."]),  # one of the two before
    (PLACED, "jembatan roboh", "", ["Jembatan roboh.", "Ya.", "Karsa sepi.", *CALM]),  # for the lead, behind
    (Claim("c", "Kapal.", ()), "kapal perang karam di Ulin", "Kapal perang", [*CALM, "Karam di Ulin."]),
    # its nouns stand in the title
    (
        Claim("c", "Rapat.", ()),
        "polisi terlibat dalam kerusuhan pasar Karsa",
        "Kerusuhan pasar Karsa",
        [*CALM, "Polisi terlibat."],
    ),  # who is involved needs less of the words, since the title has what in
]  # fmt: skip


@pytest.mark.parametrize(("claim", "phrase", "title", "lines"), ARRIVING)
def test_a_phrase_that_comes_is_found_wherever_it_has_a_say(
    claim: Claim, phrase: str, title: str, lines: list[str]
) -> None:
    before = replace(claim, phrases=(Phrase("panen jagung raya", "supports"),))
    after = replace(claim, phrases=(*before.phrases, Phrase(phrase, "supports")))
    article = Article("n", title, "Warta", "\n".join(lines), language="id")
    assert desk.match(Registry("Test", (after,)), [article]).articles[0].quotes
    _check(Registry("Test", (before,)), after, [article])
