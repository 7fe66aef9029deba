"""Every reason that the engine gives has a sentence, and every sentence gets the values it asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from claimdesk.evidence.confidence import CEILINGS
from claimdesk.evidence.explanation import ASIDE_CODES, SIDE_CODES, UNTIMED_CODES
from claimdesk.evidence.status import TABLE
from claimdesk.messages import LANGUAGES, render_reason
from claimdesk.messages.reasons import WORDINGS
from claimdesk.messages.templates import TEMPLATES, Template
from claimdesk.model import Reason, Value

# A value of each kind that a placeholder can ask for.
SAMPLES: dict[str, Value] = {
    "": "tentara",
    "list": "Kyiv\nSeoul\nMoscow",
    "date": "2031-05-10",
    "period": "2031-05-07/2031-05-13",
    "term": "contested",
    "note": "wrong place",
    "person": "editor-1",
    "stated": "2031-05/..",
    "hedge": "true",
    "rule": "share-bar",
}


def _forms(template: Template) -> tuple[str, ...]:
    return (template,) if isinstance(template, str) else template


def _placeholders(text: str) -> dict[str, str]:
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(text) if name is not None}


def _find_emitted(root: Path) -> Iterator[tuple[str, str, set[str] | None]]:
    """Place, code and value names of every `Reason.of` in the source; no names where they are computed.

    A code that is put together ends in an asterisk after its fixed start.
    """
    for path in sorted((root / "claimdesk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "Reason.of" and node.args):
                continue
            names = {keyword.arg for keyword in node.keywords}
            known = None if None in names else {name for name in names if name}
            place, code = f"{path.name}:{node.lineno}", node.args[0]
            if isinstance(code, ast.Constant):
                yield place, str(code.value), known
            elif isinstance(code, ast.JoinedStr) and isinstance(code.values[0], ast.Constant):
                yield place, f"{code.values[0].value}*", known


def test_every_code_in_the_source_has_a_sentence_and_its_values(root: Path) -> None:
    emitted = list(_find_emitted(root))
    assert len(emitted) > 20
    for place, code, names in emitted:
        if code.endswith("*"):
            assert any(known.startswith(code[:-1]) for known in TEMPLATES), f"{place}: no sentence for {code}"
            continue
        assert code in TEMPLATES, f"{place}: no sentence for {code}"
        for form in _forms(TEMPLATES[code]):
            asked = set(_placeholders(form))
            assert names is None or asked <= names, f"{place}: {code} lacks {asked - names}"


def test_every_code_of_the_tables_has_a_sentence() -> None:
    codes = {code for _, code, _ in TABLE} | {code for _, code, _ in CEILINGS}
    codes |= {*SIDE_CODES.values(), *UNTIMED_CODES.values(), *ASIDE_CODES.values()}
    assert codes <= set(TEMPLATES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_renders(language: str) -> None:
    for code, template in TEMPLATES.items():
        values = {
            name: SAMPLES[spec] for form in _forms(template) for name, spec in _placeholders(form).items()
        }
        for count in (1, 2):
            told = render_reason(Reason.of(code, **(values | {"count": count})), language)
            assert told.endswith("."), told
            assert not set("{}") & set(told), told


def test_every_wording_is_sampled_and_used() -> None:
    texts = "".join(form for template in TEMPLATES.values() for form in _forms(template))
    used = {spec or "" for _, name, spec, _ in Formatter().parse(texts) if name is not None}
    assert used == set(WORDINGS) == set(SAMPLES)


CASES = [
    (
        Reason.of("supports_current", count=1, names="Kyiv (11.000)", window="2024-11-01/2024-11-07"),
        "1 origin supports it within 1–7 Nov 2024: Kyiv (11,000).",
        "1 sumber mendukungnya pada 1–7 Nov 2024: Kyiv (11.000).",
    ),
    (
        Reason.of("supports_current", count=2, names="Kyiv\nSeoul", window="2024-10-30/2024-11-02"),
        "2 origins support it within 30 Oct – 2 Nov 2024: Kyiv and Seoul.",
        "2 sumber mendukungnya pada 30 Okt – 2 Nov 2024: Kyiv dan Seoul.",
    ),
    (
        Reason.of("confidence_one_party", level="low", carried="the status"),
        "Confidence is low: one party to the matter carries the status.",
        "Tingkat keyakinan rendah: status ini bertumpu pada satu pihak yang terlibat dalam perkara ini.",
    ),
    (
        Reason.of("decision_rejected", by="", on="2024-11-13", because="wrong place", note=""),
        "Rejected by a reviewer, 13 Nov 2024: wrong place.",
        "Ditolak oleh seorang peninjau, 13 Nov 2024: tempat keliru.",
    ),
    (
        Reason.of("verdict_differs", verdict="single source", status="contested"),
        "The verdict is “single source”, the evidence adds up to “contested”.",
        "Putusannya “satu sumber”, buktinya menunjukkan “diperdebatkan”.",
    ),
    (
        Reason.of("match_phrase", phrase="{weird} %s", score=93),
        "It matches the phrase “{weird} %s” at 93 of 100.",
        "Cocok dengan frasa “{weird} %s”, nilai 93 dari 100.",
    ),
]


@pytest.mark.parametrize(("reason", "english", "indonesian"), CASES)
def test_sentences(reason: Reason, english: str, indonesian: str) -> None:
    assert render_reason(reason, "en") == english
    assert render_reason(reason, "id") == indonesian


def test_an_unknown_code_is_shown_with_its_values() -> None:
    assert (
        render_reason(Reason.of("from_a_newer_version", score=3), "en") == "from_a_newer_version (score: 3)"
    )


def test_values_of_another_version_do_not_break_a_sentence() -> None:
    assert (
        render_reason(Reason.of("dated_text", date="in spring"), "en") == "Its own words date it: in spring."
    )
    assert render_reason(Reason.of("figure_agrees"), "en").startswith("The figure “” lies")


def test_an_unknown_language_reads_english() -> None:
    assert render_reason(Reason.of("undated"), "de") == render_reason(Reason.of("undated"), "en")
