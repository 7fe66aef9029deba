"""What who looks at the page may not do is not offered, or stands there with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import field_of, open_claim, open_page
from page_text import read_page
from registry_steps import fill, open_registry
from streamlit.testing.v1 import AppTest

from claimdesk import access

LIMITS = {
    "reader": "You may look at everything here, and change nothing.",
    "reviewer": "You may decide on quotes and give verdicts; registry and articles are for editors.",
    "editor": None,
}
EDITORS = "Editors do this: ask who keeps the access file."


def _act_as(place: Path, role: str) -> None:
    (place / access.FILE).write_text(f'[access]\nlocal = "{role}"\n', encoding="utf-8")


def _labels(at: AppTest) -> set[str]:
    return {button.label for button in at.button}


@pytest.mark.parametrize("role", LIMITS)
def test_decisions_are_for_reviewers(place: Path, role: str) -> None:
    _act_as(place, role)
    at = open_claim()
    decided = {"Confirm", "Reject", "Give a verdict"} & _labels(at)
    assert len(decided) == (0 if role == "reader" else 3)
    captions = [caption.value for caption in at.sidebar.caption]
    assert captions == ([LIMITS[role]] if LIMITS[role] else [])


@pytest.mark.parametrize("role", LIMITS)
def test_the_registry_is_for_editors(place: Path, role: str) -> None:
    _act_as(place, role)
    at = fill(open_registry(), "notes", "Seen from the air.")
    saving = field_of(at.button, "do-save-")
    assert (saving.disabled, saving.help or "") == ((False, "") if role == "editor" else (True, EDITORS))
    assert ({"Duplicate", "Rename", "Move", "Delete"} <= _labels(at)) == (role == "editor")
    assert (place / ".claimdesk" / "drafts").is_dir() == (role == "editor")


@pytest.mark.parametrize("role", LIMITS)
def test_passages_are_offered_as_phrases_to_editors(place: Path, role: str) -> None:
    _act_as(place, role)
    quotes = read_page(open_claim())
    assert "Read in article" in quotes
    assert ("Use as phrase" in quotes) == (role == "editor")
    article = open_page("pages/2_Articles.py", id="wire")
    sent = "".join(one.proto.json for one in article.get("bidi_component"))
    assert ("Make a phrase or a claim of it" in sent) == (role == "editor")
