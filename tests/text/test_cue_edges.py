"""What a cue reaches, just this side and just beyond a rule's edge."""

from __future__ import annotations

import pytest

from claimdesk.model import Clause, Cue, CueKind, Span
from claimdesk.text.cues import find_cues, governing_cues

# language, sentence, kind of the cue, the words it reaches, note
EDGES = [
    (
        "en",
        "The dam broke and the town was flooded, but that report is not true.",
        "denial",
        "The dam broke and the town was flooded, but that report is",
        "what only points back reaches what it points to",
    ),
    (
        "id",
        "Karsa, kota itu, akan banjir jika hujan.",
        "condition",
        "kota itu, akan banjir jika hujan",
        "a condition reaches back to the last comma with words behind it",
    ),
]


@pytest.mark.parametrize(("language", "text", "kind", "reached", "note"), EDGES)
def test_edges(language: str, text: str, kind: str, reached: str, note: str) -> None:
    found = [one.scope.of(text) for one in find_cues(text, language) if one.kind == kind]
    assert [scope.strip(" ,.") for scope in found] == [reached], note


# A text as a ruler: what the cue at 40 to 44 governs is a matter of lengths alone.
# kind, its scope, the matched words, those that say what is done, whether it governs, note
REACH: list[tuple[CueKind, tuple[int, int], list[tuple[int, int]], list[tuple[int, int]], bool, str]] = [
    ("condition", (50, 80), [(0, 6), (60, 66)], [], False, "half of what matched is too little"),
    ("condition", (50, 80), [(0, 6), (60, 67)], [], True, "more than half is enough"),
    ("condition", (50, 80), [(0, 20), (50, 55)], [], True, "so is the word that its scope starts with"),
    ("condition", (50, 80), [(0, 20), (48, 51)], [], True, "wherever in that word"),
    ("condition", (50, 80), [(0, 20), (45, 50)], [], False, "but not the one before"),
    ("condition", (50, 80), [(0, 20), (51, 55)], [], False, "nor the one behind"),
    ("condition", (10, 30), [(0, 6), (10, 14)], [], False, "a scope before the cue starts with nothing"),
    ("condition", (50, 50), [(0, 6), (50, 54)], [], False, "an empty scope reaches nothing"),
    ("condition", (44, 80), [(0, 20), (44, 50)], [], True, "a scope may touch the cue"),
    ("negation", (20, 80), [(20, 30), (56, 60)], [], True, "a verb that stands close decides"),
    ("negation", (20, 80), [(20, 30), (57, 60), (90, 93)], [], False, "thirteen characters are not close"),
    ("negation", (20, 80), [(20, 30), (56, 60), (90, 99)], [], True, "close, whatever stands outside"),
    ("negation", (20, 80), [(20, 30), (60, 64), (90, 93)], [], True, "far, but most of the rest"),
    ("negation", (20, 80), [(60, 64), (90, 94)], [], False, "half of it is too little"),
    ("negation", (20, 80), [(20, 30)], [], True, "nothing but its subject matched"),
    ("negation", (20, 80), [(0, 5), (20, 30)], [], True, "more of its subject than of what is before"),
    ("negation", (20, 80), [(0, 10), (20, 30)], [], False, "no more of it"),
    ("denial", (20, 80), [(20, 30), (60, 64), (90, 99)], [], True, "a denial reaches all of its scope"),
    ("denial", (20, 80), [(0, 14), (60, 74)], [], False, "of which half is too little"),
    ("negation", (20, 80), [(0, 30), (60, 64)], [(60, 64)], False, "all that is done, but far"),
    ("negation", (50, 80), [(0, 30), (57, 60)], [(57, 60)], False, "what is done stands too far behind"),
    ("negation", (50, 80), [(0, 30), (56, 60)], [(56, 60)], True, "it stands near"),
    ("negation", (50, 80), [(0, 30), (56, 60), (10, 14)], [(56, 60), (10, 14)], False, "not all of it"),
    ("negation", (50, 80), [(50, 80)], [(0, 4)], True, "what governs needs no deed"),
    ("denial", (50, 80), [(0, 30), (57, 60)], [(57, 60)], True, "a denial of just what is done"),
    ("denial", (50, 80), [(50, 80), (0, 4)], [(0, 4)], False, "a denial of nothing that is done"),
    ("denial", (50, 80), [(50, 80), (0, 4)], [(0, 4), (60, 64)], True, "of a part, with most of the rest"),
    ("denial", (50, 80), [(0, 30), (60, 64)], [(0, 4), (60, 64)], False, "of a part, with little else"),
    ("urging", (50, 80), [(50, 80), (0, 4)], [(0, 4)], False, "an urging of nothing that is done"),
    ("urging", (50, 80), [(50, 80), (0, 4)], [(0, 4), (60, 64)], True, "an urging of some of it"),
    ("urging", (50, 80), [(50, 80), (45, 48)], [(45, 48)], True, "or of what stands before its scope"),
    ("urging", (50, 80), [(0, 30), (60, 64)], [(60, 64)], False, "where it governs"),
    ("hedge", (50, 80), [(50, 80), (0, 4)], [(0, 4)], True, "a hedge is of everything"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "scope", "matched", "done", "governs", "note"), REACH)
def test_what_lengths_decide(
    kind: CueKind,
    scope: tuple[int, int],
    matched: list[tuple[int, int]],
    done: list[tuple[int, int]],
    governs: bool,
    note: str,
) -> None:
    cue = Cue(kind, Span(40, 44), Span(*scope), "once")
    spans = [Span(*one) for one in sorted(matched)]
    found = governing_cues([cue], [Clause(Span(0, 100))], spans, [Span(*one) for one in done])
    assert bool(found) == governs, note


@pytest.mark.parametrize(
    ("matched", "governs", "note"),
    [
        ([(0, 9), (30, 34)], False, "the group that holds most decides, and the cue is not in it"),
        ([(0, 3), (30, 34)], True, "it is in it"),
        ([(0, 4), (30, 34)], False, "of two alike the first"),
        ([(20, 24)], True, "what starts where a clause is set against the others is of that clause"),
    ],
)
def test_clauses_set_against_one_another(matched: list[tuple[int, int]], governs: bool, note: str) -> None:
    cue = Cue("condition", Span(25, 28), Span(20, 40), "once")
    clauses = [Clause(Span(0, 20)), Clause(Span(20, 40), opposed=True)]
    spans = [Span(*one) for one in matched]
    assert bool(governing_cues([cue], clauses, spans)) == governs, note


@pytest.mark.parametrize(
    ("word", "verb", "governs", "note"),
    [
        ("no", (30, 39), True, "right behind its verb, of which it is the object"),
        ("None", (30, 40), True, "with nothing between, in capitals, too"),
        ("no", (30, 38), False, "further behind"),
        ("no", (30, 41), False, "not behind it"),
        ("without", (30, 39), False, "another negation"),
    ],
)
def test_a_negated_object_negates_its_verb(
    word: str, verb: tuple[int, int], governs: bool, note: str
) -> None:
    cue = Cue("negation", Span(40, 44), Span(60, 70), word)
    found = governing_cues([cue], [Clause(Span(0, 100))], [Span(0, 20), Span(*verb)], [Span(*verb)])
    assert bool(found) == governs, note
