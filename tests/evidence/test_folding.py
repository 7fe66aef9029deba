"""What of one article or of its copies is one statement: headings folded, near-copies, separate origins."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import make_figure, make_origin, make_quote
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.evidence.copies import find_copies
from claimdesk.evidence.origin import fold_headings, separate_origins
from claimdesk.model import Quote, Reason, StatedDate

OUTLET = make_origin("Kilo Post", id="outlet:kilo-post", kind="outlet")
OWN = (Reason.of("origin_outlet", outlet="Kilo Post"),)
SAID = (Reason.of("origin_reported", speaker="Rescue Agency"),)


def own(start: int, **values: Any) -> Quote:
    """A quote in the outlet's own voice."""
    return make_quote(**({"start": start, "end": start + 5, "origin": OUTLET, "reasons": OWN} | values))


def said(start: int, **values: Any) -> Quote:
    """A quote of the Rescue Agency."""
    return make_quote(**({"start": start, "end": start + 5, "reasons": SAID} | values))


@pytest.mark.parametrize(
    ("quotes", "ids"),
    [
        pytest.param([own(0), said(10)], ["rescue-agency"] * 2, id="a headline is the statement behind it"),
        pytest.param([said(0), own(10)], ["rescue-agency"] * 2, id="so is what is said again"),
        pytest.param(
            [own(0, stance="contradicts"), said(10)], ["outlet:kilo-post", "rescue-agency"], id="stance"
        ),
        pytest.param([own(0), said(10, article="two")], ["outlet:kilo-post", "rescue-agency"], id="article"),
        pytest.param([own(0), said(10, claim="other")], ["outlet:kilo-post", "rescue-agency"], id="claim"),
        pytest.param(
            [own(0, figure=make_figure(5)), said(10, figure=make_figure(7))],
            ["outlet:kilo-post", "rescue-agency"],
            id="another figure is another statement",
        ),
        pytest.param(
            [
                own(0, figure=make_figure(5)),
                said(10),
                said(20, figure=make_figure(5), origin=make_origin("WHO")),
            ],
            ["who", "rescue-agency", "who"],
            id="the same figure goes before the nearest",
        ),
        pytest.param([own(0), own(10)], ["outlet:kilo-post"] * 2, id="nobody is credited"),
    ],
)
def test_fold(quotes: list[Quote], ids: list[str]) -> None:
    folded = fold_headings(quotes)
    assert [quote.origin.id for quote in folded] == ids
    for before, after in zip(quotes, folded, strict=True):
        changed = before.origin != after.origin
        assert any(reason.code == "origin_folded" for reason in after.reasons) == changed


def test_fold_takes_the_date_unless_it_is_stated() -> None:
    stated = StatedDate(*([make_quote().date.first] * 2), from_text=True)  # type: ignore[union-attr]
    base = said(10, date=replace(stated, from_text=False, precision="month"))
    assert fold_headings([own(0), base])[0].date == base.date
    assert fold_headings([own(0, date=stated), base])[0].date == stated


WORDS = "sedikitnya dua belas rumah hanyut terbawa arus sungai pada malam hari di tiga desa"
OTHER = "kementerian membantah kabar bahwa subsidi pupuk akan dicabut mulai tahun depan oleh pemerintah pusat"


def group_of(quotes: list[Quote], identity: str) -> frozenset[str]:
    """The ids that are not separate from `identity`."""
    return next(group for group in separate_origins(quotes) if identity in group)


@pytest.mark.parametrize(
    ("quotes", "group"),
    [
        pytest.param([said(0), own(10)], {"rescue-agency"}, id="two origins are separate"),
        pytest.param(
            [said(0, via=("afp",)), said(10, origin=make_origin("WHO"), via=("afp",))],
            {"rescue-agency", "who"},
            id="a relay that both share",
        ),
        pytest.param(
            [said(0), said(10, origin=make_origin("WHO"), via=("rescue-agency",))],
            {"rescue-agency", "who"},
            id="one is the other's basis",
        ),
        pytest.param(
            [
                said(0),
                own(0, article="two", text=WORDS),
                own(0, article="three", text=WORDS, origin=make_origin("B")),
            ],
            {"rescue-agency"},
            id="a copy elsewhere changes nothing",
        ),
        pytest.param(
            [said(0, text=WORDS), own(0, article="two", text=WORDS + " itu")],
            {"rescue-agency", "outlet:kilo-post"},
            id="a copy that dropped the name",
        ),
        pytest.param(
            [said(0, text=WORDS), said(0, article="two", text=WORDS, origin=make_origin("WHO"))],
            {"rescue-agency"},
            id="copies that credit two",
        ),
        pytest.param(
            [said(0, text=WORDS), own(0, article="two", text=OTHER)], {"rescue-agency"}, id="different texts"
        ),
    ],
)
def test_separate(quotes: list[Quote], group: set[str]) -> None:
    assert group_of(quotes, "rescue-agency") == group


def test_copies_of_outlets_are_one() -> None:
    quotes = [own(0, text=WORDS), own(0, article="two", text=WORDS, origin=make_origin("B"))]
    assert separate_origins(quotes) == (frozenset({"outlet:kilo-post", "b"}),)


def test_find_copies() -> None:
    passages = [
        ("one", WORDS),
        ("two", OTHER),
        ("three", f"{WORDS}, kata mereka"),
        ("one", WORDS),
        ("two", "Ya."),
    ]
    assert find_copies(passages) == ((0, 2, 3),)
    assert find_copies([("one", WORDS), ("one", WORDS)]) == ()


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.lists(st.sampled_from("uvwxyz"), max_size=14).map(" ".join)))
)
def test_copies_agree_with_all_pairs(passages: list[tuple[str, str]]) -> None:
    """Every group stands around one member that all others are near-copies of, and no pair is missed."""

    def shingles(text: str) -> set[tuple[str, ...]]:
        words = text.split()
        return {tuple(words[at : at + 3]) for at in range(len(words) - 2)} if len(words) >= 6 else set()

    def alike(left: int, right: int) -> bool:
        one, other = shingles(passages[left][1]), shingles(passages[right][1])
        return bool(one) and 100 * len(one & other) >= 77 * max(len(one), len(other), 1)

    groups = find_copies(passages)
    grouped = {index for group in groups for index in group}
    for group in groups:
        assert any(all(alike(leader, other) for other in group) for leader in group)
    for left in range(len(passages)):
        for right in range(left):
            equal = shingles(passages[left][1]) == shingles(passages[right][1]) != set()
            if equal and passages[left][0] != passages[right][0]:
                assert left in grouped
                assert right in grouped


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "a"]), st.sampled_from("12"))))
def test_groups_are_a_partition(rows: list[tuple[str, str, str]]) -> None:
    quotes = [
        said(0, origin=make_origin(name), via=(via,) if via else (), article=article)
        for name, via, article in rows
    ]
    groups = separate_origins(quotes)
    members = [identity for group in groups for identity in group]
    assert sorted(members) == sorted({quote.origin.id for quote in quotes})
