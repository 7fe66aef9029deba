"""How a status is reached: the tables, thresholds and word lists that the engine uses, not a copy of them."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from claimdesk.evidence.comparison import FigureVerdict
from claimdesk.evidence.confidence import CEILINGS
from claimdesk.evidence.stance import STANCE, Bearing
from claimdesk.messages import render_number, render_reason, translate
from claimdesk.messages.terms import CONFIDENCE_MEANINGS
from claimdesk.model import STATUSES, BasisName, ConfidenceName, Reason, Report, Stance
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.quality import render_quality
from claimdesk.ui.signs import STANCE_SIGNS, render_bars, render_box, render_stance, render_tile
from claimdesk.ui.why import render_status_table
from claimdesk.ui.words import as_head, basis_phrase, confidence_phrase


def draw_method(desk: Desk) -> None:
    """The whole page below its frame."""
    language = desk.language
    draw(
        el("h1", "lede", translate("How a claim gets its status", language)),
        el("p", "words", _introduction(language)),
    )
    draw(
        _section(translate("Status", language), translate("The first row that fits", language)),
        render_status_table(set(), language),
        _section(translate("Signs", language), translate("A word always stands beside its sign", language)),
        _render_signs(language),
        _section(
            translate("Stance", language), translate("What a passage does, against its figure", language)
        ),
        _render_stances(language),
        _section(translate("Confidence", language), translate("Every row that holds is a ceiling", language)),
        _render_ceilings(language),
        _section(
            translate("Thresholds", language), translate("The same for every claim that sets none", language)
        ),
        _render_thresholds(desk.report, language),
        _section(
            translate("Measured quality", language),
            translate("Against labelled articles; 1 is without a fault", language),
        ),
        render_quality(language),
        _section(translate("Cues", language), translate("Words that change what a passage does", language)),
    )
    for name in LANGUAGES:
        _draw_cues(name, language)


def _introduction(language: str) -> str:
    return translate(
        "A fuzzy match only nominates a sentence. Its figure, its cues and its date then say whether it "
        "supports or contradicts the claim, and the origins behind the sentences, not the outlets, add up to "
        "a status. Every step is a rule on this page; none is a guess of a model.",
        language,
    )


def _section(title: str, hint: str) -> Node:
    return el("div", "section", el("h2", "", title), el("p", "hint", hint))


def _render_signs(language: str) -> Node:
    """The pattern sheet: every sign with its word."""
    levels: tuple[ConfidenceName, ...] = get_args(ConfidenceName)
    bases: tuple[BasisName, ...] = get_args(BasisName)
    stances: tuple[Stance, ...] = get_args(Stance)
    return el(
        "div",
        "three",
        el("ul", "", *(_render_sign(render_tile(one), as_head(one, language)) for one in STATUSES)),
        el(
            "ul",
            "",
            *(_render_sign(render_bars(one), confidence_phrase(one, language)) for one in levels),
            *(_render_sign(render_box(one), basis_phrase(one, language)) for one in bases),
        ),
        el("ul", "", *(_render_sign(render_stance(one), as_head(one, language)) for one in stances)),
    )


def _render_sign(sign: Node, word: str) -> Node:
    return el("li", "sign-row", el("span", "sign-seat", sign), word)


def _render_stances(language: str) -> Node:
    """The stance table: rows are what the words do, columns how the figure compares."""
    bearings = {
        "for": translate("says so", language),
        "against": translate("says the opposite", language),
        "denied": translate("denies it", language),
        "negated": translate("negates it", language),
        "open": translate("leaves it open", language),
    }
    figures: tuple[FigureVerdict, ...] = get_args(FigureVerdict)
    heads = [el("th", "", translate("Figure:", language), scope="col")]
    heads += [el("th", "number", translate(figure, language), scope="col") for figure in figures]
    rows = []
    for bearing in get_args(Bearing):
        cells = [STANCE[bearing, figure] for figure in figures]
        rows.append(
            el(
                "tr",
                "",
                el("th", "ink", bearings.get(bearing, bearing), scope="row"),
                *(el("td", "number", _stance_cell(stance, language)) for stance in cells),
            )
        )
    return el("table", "listing stances", el("thead", "", el("tr", "", *heads)), el("tbody", "", *rows))


def _stance_cell(stance: Stance, language: str) -> Node:
    css = {"supports": "sup", "contradicts": "con", "mentions": "mention"}[stance]
    return el("span", f"sign {css}", STANCE_SIGNS[stance], title=translate(stance, language))


def _render_ceilings(language: str) -> Node:
    """What keeps confidence down, row by row, then what the levels mean."""
    rows = [
        el(
            "tr",
            "",
            el("td", "status", el("div", "", render_bars(level), translate(level, language))),
            el("td", "", render_reason(Reason.of(code, level=level, carried="the status"), language)),
        )
        for level, code, _ in CEILINGS
    ]
    meanings = [
        el(
            "li",
            "step",
            el("b", "term", as_head(level, language)),
            el("span", "", translate(meaning, language)),
        )
        for level, meaning in CONFIDENCE_MEANINGS.items()
    ]
    return el("div", "", el("table", "listing", el("tbody", "", *rows)), el("ul", "meanings", *meanings))


def explain_threshold(name: str, language: str) -> str:
    """What a setting is, in one sentence; empty for one that nobody has explained."""
    return {
        "nominate": translate("Least score at which a phrase nominates a passage, of 100.", language),
        "word_similarity": translate(
            "Least likeness at which two word forms count as one word, of 100.", language
        ),
        "word_length": translate(
            "Least length of words that are compared by likeness, in characters.", language
        ),
        "concept_credit": translate(
            "Credit of a word found through another word of its meaning, of 100.", language
        ),
        "context_credit": translate("Credit of a word found only in the sentence before, of 100.", language),
        "pointing_credit": translate("The same in a sentence that points back at the one before.", language),
        "topic_least": translate(
            "Least score of a passage by itself at which headline and lead may supply a noun, of 100.",
            language,
        ),
        "near": translate(
            "Least score of some phrase at which a figure of people, percent or money nominates, of 100.",
            language,
        ),
        "figure_score": translate("Score of a passage that its figure alone nominates, of 100.", language),
        "approximate": translate("How wide “about” is, as a share of the number, each way.", language),
        "max_sentence": translate("Longest stretch without an end that is read as one sentence.", language),
    }.get(name, "")


def _render_thresholds(report: Report, language: str) -> Node:
    rows = [
        el(
            "tr",
            "",
            el("td", "mono", name),
            el(
                "td",
                "number",
                render_number(value, language) if isinstance(value, int | float) else str(value),
            ),
            el("td", "", explain_threshold(name, language)),
        )
        for name, value in report.settings.items()
    ]
    return el("table", "listing thresholds", el("tbody", "", *rows))


def _draw_cues(name: str, language: str) -> None:
    """The cue patterns of one language of articles, as the engine loads them."""
    title = {
        "id": translate("In Indonesian articles", language),
        "en": translate("In English articles", language),
    }
    rows = [
        el(
            "tr",
            "",
            el("td", "term", translate(kind, language)),
            el("td", "cues", own(" · ".join(words)), lang=name),
        )
        for kind, words in find_cues(name).items()
    ]
    with st.expander(title[name]):
        draw(el("table", "listing", el("tbody", "", *rows)))


def find_cues(name: str) -> dict[str, list[str]]:
    """The patterns of each kind of cue in the lexicon of a language, alternatives parted by a slash."""
    found: dict[str, list[str]] = {}
    for entry in load_words(name, "cues").get("cues", ()):
        kinds = entry["kind"] if isinstance(entry["kind"], list) else [entry["kind"]]
        for kind in kinds:
            found.setdefault(kind, []).extend(str(words).replace("|", "/") for words in entry["words"])
    return found
