"""The catalogues hold every text that is marked in the code, translated, with the same placeholders."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from claimdesk.messages import LANGUAGES, terms, translate, translate_plural
from claimdesk.messages.catalogue import find_untranslated
from claimdesk.messages.update import catalogue_path, extract_texts, merge_texts
from claimdesk.model import (
    STATUSES,
    ArticleKind,
    BasisName,
    ConfidenceName,
    CueKind,
    DecisionKind,
    SourceKind,
    SpeechAct,
    Stance,
    Timing,
)
from claimdesk.text.boilerplate import load_rules

HINT = "run `python -m claimdesk.messages.update` and translate what it lists"


@pytest.fixture(scope="module")
def template(root: Path) -> Catalog:
    return extract_texts(root)


def _read(root: Path, language: str) -> Catalog:
    return read_po(BytesIO(catalogue_path(root, language).read_bytes()), locale=language)


def _texts(catalogue: Catalog) -> set[str | tuple[str, ...]]:
    return {tuple(one.id) if one.pluralizable else one.id for one in catalogue if one.id}


def _forms(message: Message) -> list[tuple[str, str]]:
    """Pairs of a translation and the text whose placeholders it must have: one form stands for the plural."""
    if not message.pluralizable:
        return [(message.string, message.id)]
    forms = list(message.string)
    originals = list(message.id) if len(forms) == len(message.id) else [message.id[-1]] * len(forms)
    return list(zip(forms, originals, strict=True))


def _placeholders(text: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_the_texts_of_the_code(root: Path, template: Catalog, language: str) -> None:
    assert _texts(_read(root, language)) == _texts(template), HINT


def test_everything_is_translated_into_indonesian(root: Path) -> None:
    assert find_untranslated(_read(root, "id")) == [], HINT


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_their_placeholders(root: Path, language: str) -> None:
    for message in _read(root, language):
        if message.id:
            for translation, original in _forms(message):
                if translation:
                    assert _placeholders(translation) == _placeholders(original), original


def test_an_update_keeps_translations_adds_new_texts_and_drops_old_ones() -> None:
    po = (
        b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'
        b'"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        b'msgid "claim"\nmsgstr "klaim"\n\nmsgid "gone"\nmsgstr "hilang"\n'
    )
    template = Catalog()
    template.add("claim")
    template.add(("{n} quote", "{n} quotes"))
    merged = merge_texts(template, "id", po)
    catalogue = read_po(BytesIO(merged), locale="id")
    assert catalogue.get("claim").string == "klaim"
    assert catalogue.get("gone") is None
    assert find_untranslated(catalogue) == ["{n} quote"]
    assert merged.startswith(po.partition(b"\n\n")[0])
    assert merge_texts(template, "id", merged) == merged


NAMES = [
    (terms.STATUS_TERMS, STATUSES),
    (terms.STANCE_TERMS, get_args(Stance)),
    (terms.CONFIDENCE_TERMS, get_args(ConfidenceName)),
    (terms.BASIS_TERMS, get_args(BasisName)),
    (terms.TIMING_TERMS, get_args(Timing)),
    (terms.SPEECH_ACT_TERMS, get_args(SpeechAct)),
    (terms.DECISION_TERMS, get_args(DecisionKind)),
    (terms.CUE_TERMS, get_args(CueKind)),
    (terms.ARTICLE_TERMS, get_args(ArticleKind)),
    (tuple(terms.BOILERPLATE_NAMES), {rule.name for name in ("id", "en") for rule in load_rules(name)}),
    (terms.ORIGIN_TERMS, (*get_args(SourceKind), "unlisted")),
    (tuple(terms.STATUS_MEANINGS), STATUSES),
    (tuple(terms.CONFIDENCE_MEANINGS), get_args(ConfidenceName)),
]


@pytest.mark.parametrize(("marked", "names"), NAMES)
def test_every_word_of_the_model_is_marked(marked: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert set(marked) == set(names)


def test_words() -> None:
    assert translate("contested", "id") == "diperdebatkan"
    assert translate("contested", "en") == "contested"
    assert translate("a text that nobody marked", "id") == "a text that nobody marked"
    assert translate("", "id") == ""


def test_plurals_are_those_of_the_language() -> None:
    one, many = "{count} origin supports it: {names:list}.", "{count} origins support it: {names:list}."
    assert [translate_plural(one, many, count, "en") for count in (0, 1, 2)] == [many, one, many]
    assert translate_plural(one, many, 1, "id") == translate_plural(one, many, 5, "id")
    assert [translate_plural("{n} x", "{n} xs", count, "id") for count in (1, 2)] == ["{n} x", "{n} xs"]
