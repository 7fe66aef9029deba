"""Registries and articles of few words, as hypothesis strategies: full of what may match by any way."""

from __future__ import annotations

from hypothesis import strategies as st

from claimdesk.model import Claim, Interval, Passage, PassageKind, Phrase, Quantity, Registry, Source

NAMES = ["Zandia", "Zandian", "Lorvania", "Badan Karsa", "Badan Ulin", "AS", "212"]
WORDS = [
    "tentara", "pasukan", "dikirim", "mengirim", "tiba", "perbatasan", "warga", "tewas", "meninggal",
    "korban", "banjir", "mangirim", "tidak", "membantah", "jembatan", "roboh", "runtuh", "runtuhh",
    "lima", "500", "3.000", "orang", "rumah", "di", "ke", "dan", "telah", "soldiers", "sent", "killed",
    "people", "Mereka", "tersebut", "itu", "kapal", ".", ",", "kehilangan nyawa", "500 orang",
    "3.000 tentara", "korban jiwa", "lebih", "dari", "Hal", "Tuduhan", "dibantah", "as", "United",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*WORDS, *NAMES]), min_size=1, max_size=10).map(" ".join)
GROUPS = st.lists(
    st.lists(st.sampled_from([*NAMES, "banjir", "jembatan"]), min_size=1, max_size=2).map(tuple), max_size=2
).map(tuple)
QUANTITIES = st.none() | st.builds(
    Quantity,
    st.just(Interval(100, float("inf"))),
    st.sampled_from([("orang", "people"), ("tentara",), ("rumah",), ("persen",)]),
)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """A few claims with phrases, groups and quantities, an alias group and a source."""
    claims = [
        Claim(
            f"c{number}",
            statement,
            tuple(Phrase(text, "supports") for text in draw(st.lists(TEXTS, min_size=1, max_size=3))),
            quantity=draw(QUANTITIES),
            must_mention=draw(GROUPS),
            threshold=draw(st.none() | st.sampled_from([0, 30, 66, 100])),
        )
        for number, statement in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=4)))
    ]
    aliases = draw(st.sampled_from([(), (("Zandia", "Zandian"), ("tentara", "pasukan"), ("AS", "United"))]))
    return Registry(
        "Test", tuple(claims), (Source("karsa", "Badan Karsa", aliases=("Badan Ulin",)),), aliases
    )


@st.composite
def articles(draw: st.DrawFn) -> tuple[Registry, list[str], str]:
    """A registry with sentences and a title: at random, or the words of a phrase without some, in one
    sentence or in two."""
    registry = draw(registries())
    sentences: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        claim = draw(st.sampled_from(registry.claims))
        words = draw(st.sampled_from(claim.phrases)).text.split()
        named = draw(st.sampled_from([name for group in claim.must_mention for name in group] or [""]))
        words = [word for word in [*words, named] if draw(st.integers(0, 4))]
        cut = draw(st.integers(0, len(words)))
        parts = [draw(TEXTS), " ".join(words[:cut]), " ".join(words[cut:])]
        sentences += [part for part in parts if part]
    return registry, sentences, draw(TEXTS)


def make_passages(sentences: list[str]) -> list[Passage]:
    """A passage for each sentence, each on its own line; some are link lines, some headings."""
    passages: list[Passage] = []
    start = 0
    for number, text in enumerate(sentences):
        kind: PassageKind = "link" if text.startswith("as") else "text"
        passages.append(Passage(number, start, start + len(text), number, kind, heading=text.isupper()))
        start += len(text) + 1
    return passages
