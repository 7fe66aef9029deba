"""A small desk on disk, and the steps a person takes on its claim page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from page_text import ROOT
from streamlit.testing.v1 import AppTest

from claimdesk.model import Decision
from claimdesk.store.reviews import Reviews, load_reviews

CLAIM = "pages/1_Claim.py"
REGISTRY = """\
version: 1
title: Flood
sources:
  - {id: mayor, name: Mayor of Arun}
  - {id: wire, name: Wire Agency, kind: agency, aliases: [Wire]}
claims:
  - id: bridge
    statement: The bridge at Arun collapsed.
    as_of: 2021-03-05
    supports: [the bridge collapsed]
"""
FIRST = "The bridge collapsed, the Mayor of Arun said."
SECOND = "The bridge has not collapsed, the Dam Authority said."
MISSED = "Its remains lie in the river."
HEAD = "---\ntitle: Bridge\noutlet: Wire\npublished: 2021-03-05\nlanguage: en\n---\n"
BODY = f"{FIRST}\n\nRain fell.\n\n{SECOND}\n\n{MISSED}\n"


def open_page(script: str = "dashboard.py", **parameters: str) -> AppTest:
    """A page of the desk, at that address."""
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20)
    if script != "dashboard.py":
        at.switch_page(script)
    for name, value in parameters.items():
        at.query_params[name] = value
    return run(at)


def open_claim(**parameters: str) -> AppTest:
    return open_page(CLAIM, **{"id": "bridge", **parameters})


def run(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception, at.exception
    return at


def press(at: AppTest, label: str, number: int = 0) -> AppTest:
    button = [one for one in at.button if one.label == label][number]
    button.click()
    return run(at)


def type_into(at: AppTest, key: str, text: str) -> AppTest:
    field = next(one for one in at.text_input if str(one.key).startswith(key))
    field.set_value(text)
    return run(at)


def read_log(place: Path) -> Reviews:
    found = load_reviews(place / "reviews.jsonl")
    assert found.problems == ()
    return found


def last(place: Path) -> Decision:
    return read_log(place).decisions[-1]


def choose(at: AppTest, words: str) -> AppTest:
    at.session_state[next(one.key for one in at.expander if one.label == "Add a passage by hand")] = True
    run(at)
    type_into(at, "words-", words)
    return press(at, "Choose this")


def field_of(fields: Iterable[Any], key: str) -> Any:
    """The first field whose key begins so."""
    return next(one for one in fields if str(one.key).startswith(key))
