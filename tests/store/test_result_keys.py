"""Keys change with everything that a result depends on, and with nothing else."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from desk_cases import at_least, make_article, make_claim, make_registry

from claimdesk.model import Article, Claim, ClaimedBy, Phrase, Registry, Source, Span, Verdict
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.store.keys import article_key, claim_key, frame_key

CLAIM = make_claim("c", ["Zandia sent troops"], must_mention=[["Zandia"]])
ARTICLE = make_article("Zandia sent troops to Lorvania.", title="Troops")
REGISTRY = make_registry(CLAIM)

OF_CLAIM: list[tuple[dict[str, Any], bool]] = [
    ({"id": "d"}, True),
    ({"statement": "Zandia sent men."}, True),
    ({"phrases": (Phrase("Zandia sent troops", "contradicts"),)}, True),
    ({"as_of": None}, True),
    ({"window_days": 4}, True),
    ({"quantity": at_least(5, "troops")}, True),
    ({"must_mention": ()}, True),
    ({"threshold": 70}, True),
    ({"topic": "War"}, False),
    ({"claimed_by": ClaimedBy("a")}, False),
    ({"verdict": Verdict("contested")}, False),
    ({"notes": "Ask again."}, False),
    ({"line": 7}, False),
]
OF_ARTICLE: list[tuple[dict[str, Any], bool]] = [
    ({"id": "two"}, True),
    ({"title": ""}, True),
    ({"outlet": "Other"}, True),
    ({"body": "Zandia sent troops to Lorvania!"}, True),
    ({"published": None}, True),
    ({"retrieved": date(2031, 5, 11)}, True),
    ({"url": "https://news.example/troops"}, True),
    ({"language": "id"}, True),
    ({"kind": "digest"}, True),
    ({"title_in_body": True}, True),
    ({"never_text": (Span(0, 3),)}, True),
    ({"sha256": "ab"}, False),
    ({"body_sha256": "ab"}, False),
    ({"notes": ("No date.",)}, False),
    ({"author": "Ana"}, False),
    ({"revises": "two"}, False),
    ({"copy_of": "two"}, False),
]
OF_FRAME: list[tuple[dict[str, Any], bool]] = [
    ({"aliases": REGISTRY.aliases[::-1]}, True),
    ({"aliases": (*REGISTRY.aliases, ("Belmar", "Belmara"))}, True),
    ({"sources": REGISTRY.sources[::-1]}, True),
    ({"sources": (*REGISTRY.sources, Source("wire", "Wire"))}, True),
    ({"claims": ()}, False),
    ({"title": "Other"}, False),
    ({"sha256": "ab"}, False),
    ({"path": "other.yaml"}, False),
]


@pytest.mark.parametrize(("change", "differs"), OF_CLAIM)
def test_of_a_claim(change: dict[str, Any], differs: bool) -> None:
    assert (claim_key(replace(CLAIM, **change), b"") != claim_key(CLAIM, b"")) is differs


@pytest.mark.parametrize(("change", "differs"), OF_ARTICLE)
def test_of_an_article(change: dict[str, Any], differs: bool) -> None:
    assert (article_key(replace(ARTICLE, **change)) != article_key(ARTICLE)) is differs


@pytest.mark.parametrize(("change", "differs"), OF_FRAME)
def test_of_the_frame(change: dict[str, Any], differs: bool) -> None:
    new = frame_key(replace(REGISTRY, **change), DEFAULT_SETTINGS)
    assert (new != frame_key(REGISTRY, DEFAULT_SETTINGS)) is differs


def test_of_settings() -> None:
    other = [
        Settings(**{name: value + 1})
        for name, value in DEFAULT_SETTINGS.as_dict().items()
        if name != "approximate"
    ]
    keys = {
        frame_key(REGISTRY, settings) for settings in (DEFAULT_SETTINGS, Settings(approximate=0.2), *other)
    }
    assert len(keys) == len(fields(Settings)) + 1


def test_a_claim_has_another_key_in_another_frame() -> None:
    assert claim_key(CLAIM, b"1") != claim_key(CLAIM, b"2")


@pytest.mark.parametrize(("kind", "cases"), [(Claim, OF_CLAIM), (Article, OF_ARTICLE)])
def test_every_field_is_decided(kind: type, cases: list[tuple[dict[str, Any], bool]]) -> None:
    """A field added to the model must be put into these tables, and so be thought about."""
    assert {field.name for field in fields(kind)} == {name for change, _ in cases for name in change}


def test_what_a_registry_has_is_known() -> None:
    names = {name for change, _ in OF_FRAME for name in change}
    assert {field.name for field in fields(Registry)} - names == {"second_person"}
