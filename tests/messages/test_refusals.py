"""Refusals of the library in the reader's language."""

from __future__ import annotations

import pytest

from claimdesk.library import addresses, archives, fetch, fetch_body, fetch_target, fetch_wire, sandbox
from claimdesk.library.problems import RefusedError
from claimdesk.messages import refusals
from claimdesk.messages.refusals import KINDS, REFUSALS, render_refusal

SENTENCES = {
    sentence
    for module in (archives, fetch, fetch_body, fetch_target, fetch_wire, sandbox)
    for name, sentence in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(sentence, str)
} | set(fetch.STATUSES.values())


def test_every_refusal_is_listed() -> None:
    assert set(REFUSALS) == SENTENCES
    assert {kind for _, kind in addresses.RANGES} <= set(KINDS)


def test_a_refusal_is_said_with_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = RefusedError(fetch_wire.NOT_PUBLIC, site="a.example", address="10.0.0.1", kind="private")
    assert render_refusal(refusal, "en") == str(refusal)
    monkeypatch.setattr(refusals, "translate", lambda text, language: f"{language}: {text}")
    said = render_refusal(refusal, "id")
    assert said.startswith("id: a.example")
    assert "10.0.0.1, which is id: private" in said


def test_an_unknown_sentence_stays_as_it_is() -> None:
    assert render_refusal(RefusedError("{said}", said="Read {this}."), "id") == "Read {this}."
