"""Figures just this side and just beyond a rule's edge: what a slip in the rule would turn round."""

from __future__ import annotations

import pytest

from claimdesk.text.figures import find_figures

# language, sentence, its figures as written with their lowest and highest number, note
EDGES = [
    ("en", "The match ended 2-3 in Belmar.", [], "a score"),
    ("en", "Arun lost 1–2 on Sunday.", [], "a score with a dash"),
    ("en", "He saw 2 or 20 men.", [("2 or 20", 2, 20)], "ten times as many at most are a range"),
    ("en", "He saw two or 21 men.", [("two", 2, 2), ("21", 21, 21)], "more are two figures"),
    (
        "id",
        "Separuh rumah rusak dan sepertiga jembatan runtuh.",
        [("Separuh", 50, 50), ("sepertiga", 33.33, 33.33)],
        "a share after another",
    ),
    ("en", "No coal miners have been killed.", [("No", 0, 0)], "two helpers between the noun and its fate"),
    ("en", "Not one miner has been killed.", [("Not one", 0, 0)], "the same of one"),
    ("id", "Tak satu penumpang pun.", [("Tak satu", 0, 0)], "persons at the end of what is said"),
    ("id", "Tidak ada penumpang dan awak.", [("Tidak ada", 0, 0)], "the same with others behind them"),
    ("en", "A quake of M 5.6 hit Belmar.", [("M 5.6", 5.6, 5.6)], "a magnitude"),
    ("id", "Gempa M 5,6 mengguncang Belmar.", [("M 5,6", 5.6, 5.6)], "a magnitude"),
    ("en", "Ships carried 1,234,567.89 tons.", [("1,234,567.89 tons", 1234567.89, 1234567.89)], "both marks"),
    ("id", "Rp1.234.567,89 hilang.", [("Rp1.234.567,89", 1234567.89, 1234567.89)], "both marks"),
    ("en", "In 12 of 20 towns people fell.", [("12", 12, 12), ("20", 20, 20)], "behind a word of place"),
    ("id", "Yang hilang separuh", [], "a share of nothing, where the text ends"),
    ("en", "They lost half", [], "the same"),
    ("id", "Ada 5, hingga 12 orang.", [("5", 5, 5), ("hingga 12", 0, 12)], "a comma parts a range"),
    ("en", "It costs $5 to €12 a day.", [("$5", 5, 5), ("€12", 12, 12)], "two currencies are no range"),
    (
        "en",
        "It is 5 metres to 12 kilometres long.",
        [("5 metres", 5, 5), ("12 kilometres", 12, 12)],
        "nor are two measures",
    ),
    (
        "en",
        "It is between 5 kilometres and 12 kilometres long.",
        [("between 5 kilometres and 12 kilometres", 5, 12)],
        "but twice the same measure is one",
    ),
    ("id", "Panjangnya 5 ton sampai 12 ton.", [("5 ton sampai 12 ton", 5, 12)], "the same"),
    (
        "en",
        "Between 5 and 10 men, 4 women and 3 children died.",
        [("Between 5 and 10", 5, 10), ("4", 4, 4), ("3", 3, 3)],
        "no number behind a range goes with it",
    ),
    (
        "en",
        "120\u00a0000 people fled.",
        [("120\u00a0000", 120000, 120000)],
        "three digits before a fixed space",
    ),
    ("en", "Ships carried 1,23.5 tons.", [], "groups of two digits are no number"),
    ("id", "Kapal memuat 1.234,567,8 ton beras.", [], "nor is one with two marks of decimals"),
    ("en", "No warning came before people died.", [], "a noun of its own ends what a negation counts"),
    ("id", "Tidak ada listrik sejak korban tewas.", [], "the same"),
]


@pytest.mark.parametrize(("language", "text", "figures", "note"), EDGES)
def test_edges(language: str, text: str, figures: list[tuple[str, float, float]], note: str) -> None:
    found = [(one.text, one.interval.low, one.interval.high) for one in find_figures(text, language)]
    assert found == figures, note


def test_a_share_that_is_worked_out_is_about() -> None:
    found = find_figures("10 percent of the 5,000 soldiers fled.", "en")
    assert [(one.interval.low, one.interval.high, one.approximate) for one in found] == [
        (10, 10, False),
        (450, 550, True),
    ]


# language, sentence, all counted words, note
COUNTED = [
    ("en", "Some 300 sheep dried off.", ("sheep",), "the shortest verb by its ending"),
    ("id", "Sekitar 300 rumah dibom.", ("rumah",), "the shortest verb by its prefix"),
]


@pytest.mark.parametrize(("language", "text", "unit", "note"), COUNTED)
def test_counted_words_end_before_a_verb(language: str, text: str, unit: tuple[str, ...], note: str) -> None:
    assert [one.unit for one in find_figures(text, language)] == [unit], note


# language, sentence, which of its figures are a part, which are of an earlier count, note
PARTS = [
    (
        "id",
        "Ada 60 orang tewas, 45 orang di antaranya anak-anak.",
        ["45"],
        [],
        "a classifier before *of them*",
    ),
    ("en", "The flood killed 60 people, 12 people of them children.", ["12"], [], "the same"),
    ("en", "Initially, 12 people were reported dead, now 20.", [], ["12"], "an adverb with a comma"),
    ("id", "Semula, 12 orang dilaporkan tewas, kini 20 orang.", [], ["12"], "the same"),
]


@pytest.mark.parametrize(("language", "text", "parts", "former", "note"), PARTS)
def test_parts_and_earlier_counts(
    language: str, text: str, parts: list[str], former: list[str], note: str
) -> None:
    found = find_figures(text, language)
    assert [one.text for one in found if one.part] == parts, note
    assert [one.text for one in found if "former" in one.states] == former, note
