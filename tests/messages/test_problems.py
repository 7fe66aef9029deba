"""A problem is said in the reader's language, with its place and values as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.errors import Problem
from claimdesk.messages.problem_texts import TEXTS
from claimdesk.messages.problems import find_text, render_form_advice, render_problem
from claimdesk.messages.warning_texts import WARNINGS

# what is said, in Indonesian: place and values as they stand
SAID = (
    ("claims.yaml:9:26 claims[0].quantity.at_least: `12.000` has a mark between its digits, write 12000",
     "claims.yaml:9:26 claims[0].quantity.at_least: "),
    ("claims.yaml:1:1: the file is empty, write at least one claim under `claims:`", "claims.yaml:1:1: "),
    ("claims.yaml: the file is read-only. Allow writing to it, then save again.", "claims.yaml: "),
    ("reviews.jsonl:3: this line is not as it was written and is left out. Put the file back from a backup.",
     "reviews.jsonl:3: "),
)  # fmt: skip


@pytest.mark.parametrize(("line", "place"), SAID)
def test_only_the_words_change_with_the_language(line: str, place: str) -> None:
    said = render_problem(line, "id")
    assert said.startswith(place)
    assert said != line


def test_the_owner_of_an_unknown_key_is_named_in_the_language() -> None:
    line = "claims.yaml:2:1 mood: a registry has no such key, known here: version, title"
    assert "registri tidak punya kunci" in render_problem(line, "id")


# what a check says, and how who fills in a form reads it
ON_A_FORM = (
    (("this is missing", "write `title: The dam`, say"), "This is missing, such as “The dam”."),
    (("it has none", "write at least one wording under supports or contradicts"),
     "It has none, write at least one wording, for it or against it."),
    (("this is missing", "write `title: A dam.`, say"), "This is missing, such as “A dam.”"),
    (("no number", "write one of: exactly, about"), "No number, choose one from the list."),
    (("`x` is no date", "write 2024-11-04"), "`x` is no date, write 2024-11-04."),
    (("the claim has no phrase", ""), "The claim has no phrase."),
    (("no `as_of`, so no statement can be earlier or later than the claim", "write as_of: YYYY-MM-DD"),
     "No day that it speaks of, so no statement can be earlier or later than the claim, give the day."),
)  # fmt: skip


@pytest.mark.parametrize(("found", "said"), ON_A_FORM)
def test_a_form_speaks_of_fields_and_lists(found: tuple[str, str], said: str) -> None:
    assert render_form_advice(Problem("claims.yaml", 1, 1, "", *found), "en") == said


@given(st.text(max_size=200))
def test_what_nobody_knows_stays(line: str) -> None:
    assert render_problem(line, "en") == line


@pytest.mark.parametrize("text", TEXTS + WARNINGS)
def test_a_text_is_known_as_itself(text: str) -> None:
    filled = text.replace("{{", "{").replace("}}", "}")
    assert find_text(filled)[0] == text
