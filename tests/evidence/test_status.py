"""The status table against a slow reading of its words, over every combination of what origins can say."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import combinations_with_replacement, product
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from evidence.builders import AS_OF, make_claim, make_origin, make_quote, nobody, say_on

from claimdesk.evidence.stands import Stand, Statement, find_stands, fold_statements
from claimdesk.evidence.status import TABLE, status_of
from claimdesk.evidence.timing import timing_of
from claimdesk.model import STATUSES, StatedDate


class Said(NamedTuple):
    """One statement of one origin; the ones of an origin are in the order they were made."""

    side: str
    timing: str
    hedged: bool


KINDS = [
    Said(side, timing, hedged)
    for side, timing, hedged in product(
        ("supports", "contradicts"), ("earlier", "current", "later", "undated"), (False, True)
    )
]
MENTION: tuple[Said, ...] = ()  # an origin that bears on the claim and takes no side


def status_by_words(origins: Sequence[Sequence[Said]]) -> str:
    """DESIGN.md section 5, sentence by sentence; each origin is separate from all others."""
    if not origins:
        return "no evidence"
    stands, reversed_, supporters, plain = [], [], [], 0
    for said in origins:
        in_time = [one for timing in ("earlier", "current") for one in said if one.timing == timing]
        later = [one for one in said if one.timing == "later"]
        undated = [one for one in said if one.timing == "undated"]
        standing = in_time[-1:] + later[-1:] + undated
        stands.append(standing)
        supports = [one for one in said if one.side == "supports"]
        if supports:
            supporters.append(said)
        dated = in_time + later
        if any(one.side == "supports" for one in dated) and dated[-1].side == "contradicts":
            reversed_.append(said)
        if any(one.side == "supports" for one in standing) and not all(one.hedged for one in supports):
            plain += 1
    for_it = sum(any(one.side == "supports" for one in standing) for standing in stands)
    against = {one.timing for standing in stands for one in standing if one.side == "contradicts"}
    if supporters and len(reversed_) == len(supporters):
        return "superseded"
    if for_it and "later" in against and "current" not in against:
        return "superseded"
    if for_it and "current" in against:
        return "contested"
    if against and not for_it and ("current" in against or not supporters):
        return "contradicted"
    if for_it >= 2 and plain >= 1:
        return "corroborated"
    if for_it == 1 and plain == 1:
        return "single source"
    return "unverified"


def _stands(origins: Iterable[Sequence[Said]]) -> list[Stand]:
    """The engine's stands of the same, with a day for each statement."""
    return [
        fold_statements(
            make_origin(f"Origin {number}"),
            [Statement(*one, day, day) for day, one in enumerate(said, 1)],  # type: ignore[arg-type]
        )
        for number, said in enumerate(origins)
    ]


def status_by_table(origins: Iterable[Sequence[Said]]) -> str:
    """The engine's word on it."""
    return status_of(_stands(origins))[0]


def test_every_side_timing_hedge_and_number_of_origins() -> None:
    profiles = [MENTION, *((kind,) for kind in KINDS)]
    for number in range(5):
        for origins in combinations_with_replacement(profiles, number):
            assert status_by_table(origins) == status_by_words(origins), origins


def test_every_sequence_of_three_statements_of_one_origin() -> None:
    for length in range(4):
        for said in product(KINDS, repeat=length):
            assert status_by_table([said]) == status_by_words([said]), said


def test_every_pair_of_origins_that_each_speak_twice() -> None:
    plain_against = [kind for kind in KINDS if kind.side == "supports" or not kind.hedged]
    profiles = [MENTION, *((kind,) for kind in plain_against), *product(plain_against, repeat=2)]
    for origins in combinations_with_replacement(profiles, 2):
        assert status_by_table(origins) == status_by_words(origins), origins


def test_every_row_of_the_table_is_reached_and_every_status_has_one() -> None:
    turning = [kinds for kinds in product(KINDS, repeat=2) if kinds[0].side != kinds[1].side]
    profiles = [MENTION, *product(KINDS, repeat=1), *turning]
    reached = {
        status_of(_stands(origins))[1].code
        for number in range(3)
        for origins in combinations_with_replacement(profiles, number)
    }
    assert reached == {code for _, code, _ in TABLE}
    assert {status for status, _, _ in TABLE} == set(STATUSES)


DAY = timedelta(days=1)
CASES = [
    # quotes, not separate, status, why
    ([], [], "no evidence", "nobody says anything"),
    ([make_quote(stance="mentions")], [], "unverified", "it bears on it and decides nothing"),
    ([make_quote("A"), make_quote("B")], [], "corroborated", "two origins"),
    ([make_quote("A"), make_quote("A", article="wire-2")], [], "single source", "one origin in two outlets"),
    ([make_quote("A"), make_quote("B")], ["a", "b"], "single source", "two that share a basis"),
    ([make_quote("A", also=(make_origin("B"),))], [], "corroborated", "two speakers of one statement"),
    (
        [make_quote("A", hedged=True), make_quote("B", hedged=True)],
        [],
        "unverified",
        "two that both hedge",
    ),
    ([make_quote("A", hedged=True), make_quote("B")], [], "corroborated", "one of two hedges"),
    (
        [make_quote(nobody("wire-1")), make_quote(nobody("wire-2"), article="wire-2")],
        [],
        "single source",
        "two without a name may be one person",
    ),
    (
        [make_quote(nobody("wire-1")), make_quote("B", article="wire-2")],
        [],
        "corroborated",
        "one without a name beside one with a name",
    ),
    (
        [make_quote(nobody("wire-1")), make_quote("B"), make_quote(nobody("wire-2"))],
        ["b", "unnamed:wire-1", "unnamed:wire-2"],
        "single source",
        "those who share a basis with a name count as it",
    ),
    (
        [make_quote("A", hedged=True), make_quote("A")],
        [],
        "single source",
        "hedged only if all its statements are",
    ),
    (
        [say_on(AS_OF - DAY, "A"), say_on(AS_OF, "A", "contradicts")],
        [],
        "superseded",
        "its only supporter turned within the window",
    ),
    (
        [say_on(AS_OF - DAY, "A", "contradicts"), say_on(AS_OF, "A")],
        [],
        "single source",
        "a denial that its origin has taken back is no stand",
    ),
    (
        [say_on(AS_OF, "A"), say_on(AS_OF, "A", "contradicts")],
        [],
        "contested",
        "two statements of one day: neither is known to be the later",
    ),
    (
        [make_quote("A"), make_quote("B", "contradicts", timing="earlier")],
        [],
        "single source",
        "an earlier count does not contest",
    ),
    (
        [make_quote("A", timing="undated"), make_quote("B", "contradicts")],
        [],
        "contested",
        "undated support is support",
    ),
    (
        [make_quote("A"), make_quote("B", "contradicts", timing="undated")],
        [],
        "single source",
        "undated statements never contest",
    ),
    (
        [make_quote("A", timing="earlier"), make_quote("A", "contradicts", timing="undated")],
        [],
        "single source",
        "nor supersede",
    ),
]


@pytest.mark.parametrize(("quotes", "together", "status", "why"), CASES)
def test_cases(quotes: list, together: list[str], status: str, why: str) -> None:
    groups = [frozenset(together)] if together else []
    assert status_of(find_stands(quotes), groups)[0] == status, why


@pytest.mark.parametrize("event", ["cianjur_2022", "derna_2023"])
def test_labelled_events_get_an_acceptable_status(shared: Path, event: str) -> None:
    """People's labels of every sentence, added up by the table, give the status that people accept."""
    folder = shared / "gold" / "events" / event
    wanted = json.loads((folder / "status.json").read_text(encoding="utf-8"))
    claims = yaml.safe_load((folder / "claims.yaml").read_text(encoding="utf-8"))["claims"]
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    published = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1])["published"]
        for path in (folder / "articles").glob("*.md")
    }
    labels = defaultdict(list)
    for row in rows:
        if row["label"] != "skip":
            labels[row["claim"]].append(row)
    for entry in claims:
        claim = make_claim(id=entry["id"], as_of=entry["as_of"])
        quotes = []
        for row in labels[claim.id]:
            day = published[row["article"]]
            stated = StatedDate(day, day)
            origins = [make_origin(name) for name in row["origin"].split(", ")]
            quotes.append(
                make_quote(
                    origins[0],
                    row["label"],
                    also=tuple(origins[1:]),
                    hedged=row["hedged"],
                    date=stated,
                    timing="earlier" if row["earlier"] else timing_of(stated, claim),
                )
            )
        assert status_of(find_stands(quotes))[0] in wanted[claim.id]["acceptable"], claim.id
