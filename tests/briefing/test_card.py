"""Cards fit their pages, show both sides, and say the same in every format; checked in Typst's own layout."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from briefing_days import MADE
from hostile_texts import TEXTS

from claimdesk.briefing.card import SHAPES, ShapeName, cut_short, measure_card, render_card
from claimdesk.briefing.outline import Outline, outline_claim
from claimdesk.briefing.passages import QuoteOutline, Run
from claimdesk.model import Report

NAMES: tuple[ShapeName, ...] = get_args(ShapeName)
WORDS = [
    "pasukan",
    "bantuan",
    "belum",
    "tiba",
    "di",
    "lembah",
    "menurut",
    "laporan",
    "badan",
    "bencana",
    "dan",
    "wali",
    "kota",
    "yang",
    "membantah",
    "kabar",
    "itu",
    "sejak",
    "pertengahan",
    "bulan",
    "lalu",
]


@pytest.mark.parametrize("shape", NAMES)
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_shipped_card_fits(report: Report, language: str, shape: ShapeName) -> None:
    for entry in report.claims:
        outline = outline_claim(entry, report, language, MADE)
        found = measure_card(outline, shape, MADE)
        assert found["over"] <= 0.01, entry.claim.id
        shown = {(one["article"], one["start"]) for one in found["shown"]}
        for side in outline.sides:
            assert not side.quotes or shown & {(one.article, one.start) for one in side.quotes}, (
                entry.claim.id
            )


def _write(random_: random.Random, length: int) -> str:
    words = ""
    while len(words) < length:
        words += f"{random_.choice(WORDS)} "
    return words[:length].strip()


def _quote(random_: random.Random, model: QuoteOutline, number: int, side: str) -> QuoteOutline:
    length = random_.choice((40, 90, 150, 300, 3000))
    excerpts = ((Run(_write(random_, 120)), Run(" …")),) if length > 160 else ()
    return replace(
        model,
        start=number,
        stance=side,
        origin=f"origin-{random_.randrange(12)}",
        who=_write(random_, random_.choice((8, 20, 60))),
        words=(Run(_write(random_, length)),),
        excerpts=excerpts,
        brief=_write(random_, random_.choice((8, 40))),
    )


def _invent(seed: int, model: Outline) -> Outline:
    """An outline of 1 to 12 quotes a side and a statement of 10 to 400 characters."""
    random_ = random.Random(seed)
    (quote,) = model.sides[0].quotes[:1]
    counts = random_.choice(((1, 0), (0, 2), (1, 1), (3, 2), (6, 6), (12, 1), (12, 12)))
    sides = tuple(
        replace(
            side,
            quotes=tuple(_quote(random_, quote, number, side.stance) for number in range(count)),
            limits=random_.choice(((), (_write(random_, 120),))),
        )
        for side, count in zip(model.sides, counts, strict=True)
    )
    statement = _write(random_, random_.choice((10, 40, 80, 150, 250, 400)))
    figures = random_.choice((model.figures, ()))
    verdict = random_.choice(("", _write(random_, 60)))
    rationale = _write(random_, random_.choice((30, 200, 4000))) if verdict else ""
    model = replace(model, verdict=verdict, rationale=rationale)
    return replace(model, statement=statement, sides=sides, mentions=None, figures=figures)


CUT = [
    # text, code points, what is left, why
    ("", 10, "", "nothing"),
    ("Both count.", 11, "Both count.", "it fits"),
    ("Both of them count.", 13, "Both of them …", "whole words"),
    ("Both of them count.", 15, "Both of them …", "no part of a word"),
    ("Both, though, count.", 9, "Both …", "no comma before the sign"),
    ("Bothofthemcount", 8, "Bothoft …", "a word that is too long is cut"),
]


@pytest.mark.parametrize(("text", "most", "left", "why"), CUT)
def test_a_long_rationale_is_cut_with_a_sign(text: str, most: int, left: str, why: str) -> None:
    assert cut_short(text, most) == left, why


@pytest.mark.parametrize("seed", range(25))
def test_invented_cards_fit(report: Report, seed: int) -> None:
    entry = report.claim("russia-12000")
    assert entry is not None
    outline = _invent(seed, outline_claim(entry, report, "id", MADE))
    for shape in NAMES:
        assert measure_card(outline, shape, MADE)["over"] <= 0.01, shape


@pytest.mark.parametrize("number", range(0, len(TEXTS), 8))
def test_hostile_texts_fit_and_break_nothing(report: Report, number: int) -> None:
    model = outline_claim(report.claims[0], report, "en", MADE)
    quote = model.sides[0].quotes[0]
    for text in TEXTS[number : number + 8]:
        said = replace(quote, who=text[:80], words=(Run(text, ("hit",)),), excerpts=(), brief=text[:60])
        side = replace(model.sides[0], quotes=(said,))
        outline = replace(model, statement=f"X {text[:300]}", sides=(side, model.sides[1]))
        assert measure_card(outline, "landscape", MADE)["over"] <= 0.01, text[:60]


ROW = 12.6  # points of height that a figure takes


@pytest.mark.parametrize("shape", ["square", "portrait"])
def test_no_figure_is_left_out_above_empty_space(report: Report, shape: ShapeName) -> None:
    entry = report.claim("russia-12000")
    assert entry is not None
    outline = outline_claim(entry, report, "en", MADE)
    row = outline.figures[0]
    few = tuple(replace(side, quotes=side.quotes[:1]) for side in outline.sides)
    for number in range(1, SHAPES[shape].rows + 4):
        fuller = replace(outline, sides=few, gaps=(), figures=(row,) * number)
        found = measure_card(fuller, shape, MADE)
        assert found["over"] <= 0.01
        assert found["figures"] == number or found["over"] > -ROW, number


MARKUP = [
    "#import \"x\"", "#panic()", "$x^2$", "*bold* _it_ `code`", "\\ \\u{202e} ~", "// not a comment",
    "<label> @ref", "= Head", "- item", "\"quoted\" 'single' -- --- ...",
]  # fmt: skip


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_as_it_is(report: Report, text: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    outline = replace(outline_claim(report.claims[0], report, "en", MADE), statement=text)
    page = pypdf.PdfReader(io.BytesIO(render_card(outline, "pdf", "landscape", "light", MADE))).pages[0]
    assert text.replace(" ", "") in "".join(page.extract_text().split())


def test_quotes_are_text_in_the_pdf(report: Report) -> None:
    pypdf = pytest.importorskip("pypdf")
    for entry in report.claims[:6]:
        outline = outline_claim(entry, report, "en", MADE)
        reader = pypdf.PdfReader(io.BytesIO(render_card(outline, "pdf", "portrait", "dark", MADE)))
        assert len(reader.pages) == 1
        text = "".join(reader.pages[0].extract_text().split())
        quotes = {(one.article, one.start): one for side in outline.sides for one in side.quotes}
        shown = [one for one in measure_card(outline, "portrait", MADE)["shown"] if one["whole"]]
        assert shown
        for one in shown:
            assert "".join(quotes[one["article"], one["start"]].text.split()) in text


@pytest.mark.parametrize("form", ["png", "pdf", "svg"])
def test_the_same_card_has_the_same_bytes(report: Report, form: str) -> None:
    assert form in ("png", "pdf", "svg")
    outline = outline_claim(report.claims[1], report, "en", MADE)
    first, second = (render_card(outline, form, "square", "light", MADE) for _ in range(2))  # type: ignore[arg-type]
    assert first == second
    later = outline_claim(report.claims[1], report, "en", date(2024, 11, 24))
    assert render_card(later, form, "square", "light", date(2024, 11, 24)) != first  # type: ignore[arg-type]


@pytest.mark.parametrize("shape", NAMES)
def test_a_png_has_four_pixels_to_a_point(report: Report, shape: ShapeName) -> None:
    data = render_card(outline_claim(report.claims[0], report, "en", MADE), "png", shape, "dark", MADE)
    size = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert size == (4 * SHAPES[shape].width, 4 * SHAPES[shape].height)
