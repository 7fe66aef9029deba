"""How the clauses around a cue hang together, on clauses cut by hand: *link: words | link: words*."""

from __future__ import annotations

from typing import get_args

import pytest

from claimdesk.text.clause_cuts import Link
from claimdesk.text.clauses import Part
from claimdesk.text.scope_ground import (
    COMPLEMENT,
    HANGING,
    Ground,
    ScopeWords,
    VerdictWords,
    end_of,
    group_start,
    last_segment,
    main_after,
    main_part,
    subject_start,
)
from claimdesk.text.tokens import find_tokens

NONE: frozenset[str] = frozenset()
VERDICTS = VerdictWords(NONE, NONE, NONE, NONE, NONE, NONE)
WORDS = ScopeWords(*([NONE] * 8), frozenset(["and"]), NONE, NONE, NONE, NONE, (), (), (), VERDICTS)
VERBS = frozenset(["broke", "built", "denied", "flood", "goes", "said", "was", "were", "left", "rose"])


def make_ground(cut: str) -> Ground:
    """The clauses of `cut`; a link with ``!`` is opposed, ``(words)`` stand before a clause's head."""
    pieces = [piece.strip().partition(": ") for piece in cut.split(" | ")]
    parts: list[Part] = []
    for link, _, words in pieces:
        name = link.removesuffix("!")
        assert name in get_args(Link), link
        first = parts[-1].last if parts else 0
        joining, _, _ = words.partition(") ") if words.startswith("(") else ("", "", "")
        head = first + len(find_tokens(joining.strip("()")))
        last = first + len(find_tokens(words.replace("(", "").replace(")", "")))
        parts.append(Part(first, last, name, link.endswith("!"), head))  # type: ignore[arg-type]
    text = " ".join(words.replace("(", "").replace(")", "") for _, _, words in pieces)
    part_of = [number for number, part in enumerate(parts) for _ in range(part.first, part.last)]
    tokens = find_tokens(text)
    assert len(tokens) == len(part_of)
    return Ground(
        tokens, parts, part_of, WORDS, lambda token: token.lower in VERBS, lambda token: token.lower == "said"
    )


# clauses, the one the cue is in, which links it goes on over, the last clause that hangs on it, note
ENDS = [
    ("start: he denied | complement: (that) it broke", 0, HANGING, 1, "its complement"),
    ("start: he denied it | coordinate: (and) left", 0, HANGING, 0, "not what is joined"),
    ("start: he denied | complement!: (that) it broke", 0, HANGING, 0, "not what is set against it"),
    ("start: he denied one thing: | complement: it broke", 0, HANGING, 0, "nor what follows a colon"),
    ("start: he denied one thing: | complement: it broke", 0, COMPLEMENT, 1, "unless it is what is denied"),
    ("start: he denied, | frame: she said, | resume: it broke", 0, HANGING, 2, "who speaks only interrupts"),
    ("start: he denied, | frame: she said, | coordinate: it broke", 0, HANGING, 0, "and ends it"),
    ("start: he denied | complement: (that) the wall | relative: (which) rose, | resume: broke",
     0, HANGING, 3, "behind a relative clause"),
    ("start: he denied | adverbial: (if) water | relative: (which) rose, | resume: it broke",
     1, HANGING, 2, "the comma ends the fronted clause too"),
    ("start: he denied | adverbial: (if) water | relative: (which) rose | resume: it broke",
     1, HANGING, 3, "without one it goes on"),
    ("start: he denied | complement: (that) it broke | coordinate: (and) roads flood",
     0, COMPLEMENT, 2, "*and* goes on with what is denied"),
    ("start: he denied | complement: (that) it broke | coordinate: (and) he said so",
     0, COMPLEMENT, 1, "unless somebody says it"),
    ("start: he denied | complement: (that) it broke | adverbial: (before) was built",
     0, COMPLEMENT, 2, "an adverbial clause without a subject goes on"),
    ("start: he denied | complement: (that) it broke | adverbial: (before) rain rose",
     0, COMPLEMENT, 1, "one with a subject stands for itself"),
    ("start: he denied | complement: (that) it broke | adverbial: (before)",
     0, COMPLEMENT, 1, "and so does one of which nothing is there"),
]  # fmt: skip


@pytest.mark.parametrize(("cut", "at", "through", "last", "note"), ENDS)
def test_the_end_of_what_hangs_on_a_clause(
    cut: str, at: int, through: frozenset[Link], last: int, note: str
) -> None:
    ground = make_ground(cut)
    assert end_of(ground, at, through) == ground.parts[last].last, note


@pytest.mark.parametrize(
    ("cut", "at", "main", "note"),
    [
        ("start: it broke | relative: (which) he denied", 1, 0, "back over a relative clause"),
        ("start: he said | complement: (that) it broke", 1, 0, "and a complement"),
        ("start: the wall | relative: (which) rose | resume: broke", 2, 0, "and from where one resumes"),
        (
            "start: it rose | adverbial: (if) it broke | resume: it left",
            2,
            2,
            "but not behind another clause",
        ),
        ("start: it rose | coordinate: (and) it broke", 1, 1, "nor over what is joined"),
        ("start: it rose | relative!: (which) he denied", 1, 1, "nor over what is set against it"),
    ],
)
def test_the_clause_that_one_hangs_on(cut: str, at: int, main: int, note: str) -> None:
    assert main_part(make_ground(cut), at) == main, note


@pytest.mark.parametrize(
    ("cut", "at", "main", "note"),
    [
        ("start: (if) it goes on, | resume: it broke", 0, 1, "right behind it"),
        (
            "start: (if) it goes on | coordinate: (and) rose, | resume: it broke",
            0,
            2,
            "behind what is joined",
        ),
        ("start: (if) water | relative: (which) rose | resume: goes on", 0, 0, "the rest of itself is none"),
        ("start: (if) it goes on. | sentence: it rose, | resume: it broke", 0, 0, "another sentence"),
        ("start: (if) it goes on, | frame: he said, | resume: it broke", 0, 0, "or who speaks ends it"),
        ("start: it rose | adverbial: (if) it goes on, | resume: it broke", 1, 0, "it starts no sentence"),
    ],
)
def test_the_main_clause_behind_a_condition(cut: str, at: int, main: int, note: str) -> None:
    assert main_after(make_ground(cut), at) == main, note


@pytest.mark.parametrize(
    ("text", "first", "end", "start", "note"),
    [
        ("in Karsa, roads flood", 0, 5, 3, "two words behind the last comma"),
        ("in Karsa, yes", 0, 4, 0, "one is none"),
        ("in Karsa, roads flood, yes", 0, 7, 3, "one is counted with the stretch before"),
        ("in Karsa, roads flood", 3, 5, 3, "no further than asked"),
        ("roads flood", 0, 2, 0, "no comma"),
    ],
)
def test_the_last_stretch_between_commas(text: str, first: int, end: int, start: int, note: str) -> None:
    assert last_segment(make_ground(f"start: {text}"), first, end) == start, note


@pytest.mark.parametrize(
    ("cut", "predicate", "start", "note"),
    [
        ("start: the wall was broke", 3, 0, "auxiliaries are no other verb"),
        ("start: he said walls broke", 3, 2, "behind a verb of saying"),
        ("start: in Karsa, the old wall was broke", 7, 3, "behind a comma"),
        ("start: walls, and roads broke", 4, 0, "save in a list"),
        ("start: roads rose the wall broke", 4, 4, "another verb stands between"),
        ("start: the wall | relative: (which) rose | resume: broke", 4, 0, "over a relative clause"),
        ("start: the wall | relative: (which) rose", 3, 3, "but not inside of one"),
    ],
)
def test_where_a_subject_starts(cut: str, predicate: int, start: int, note: str) -> None:
    ground = make_ground(cut)
    assert ground.tokens[predicate].lower in VERBS
    assert subject_start(ground, predicate, NONE) == start, note


@pytest.mark.parametrize(
    ("cut", "at", "start", "note"),
    [
        ("start: it rose | coordinate: (and) it broke | coordinate: (and) left", 2, 0, "back to the start"),
        ("start: it rose | sentence: it broke | coordinate: (and) left", 2, 1, "of the sentence"),
        (
            "start: it rose | coordinate!: (but) it broke | coordinate: (and) left",
            2,
            1,
            "or of what is opposed",
        ),
    ],
)
def test_where_joined_clauses_start(cut: str, at: int, start: int, note: str) -> None:
    assert group_start(make_ground(cut), at) == start, note
