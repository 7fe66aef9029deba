"""Speakers: the case tables of both languages, real text, and what holds for any text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.model import Attribution, Passage, Span
from claimdesk.text.passages import find_passages
from claimdesk.text.quotations import find_quotations
from claimdesk.text.speakers import find_attributions, find_dateline_agency

CASES = Path(__file__).resolve().parent.parent / "cases"


def load_cases() -> list[Any]:
    """The rows of both tables as parameters, named by language and note."""
    found = []
    for language in ("id", "en"):
        rows = yaml.safe_load((CASES / f"speakers_{language}.yaml").read_text(encoding="utf-8"))["cases"]
        for number, row in enumerate(rows, 1):
            found.append(pytest.param(language, row, id=f"{language}-{number}-{row['note']}"))
    return found


def read(text: str, language: str, row: dict[str, Any]) -> Mapping[int, tuple[Attribution, ...]]:
    """The attributions of a case; a heading is one passage."""
    passages = find_passages(text, language)
    if row.get("heading"):
        passages = (Passage(0, 0, len(text), 0, heading=True),)
    return find_attributions(text, passages, language, row.get("names", ()))


@pytest.mark.parametrize(("language", "row"), load_cases())
def test_case(language: str, row: dict[str, Any]) -> None:
    text = row["text"]
    found = [one for group in read(text, language, row).values() for one in group]
    speaking = []
    for words, speakers in row["says"].items():
        start = text.index(words)
        holding = [one for one in found if one.scope.contains(Span(start, start + len(words)))]
        assert sorted({one.speaker for one in holding}) == sorted(speakers), words
        speaking += holding
    assert {one.speaker for one in speaking if one.unnamed} == set(row.get("unnamed", ()))
    assert {base for one in speaking for base in one.via} == set(row.get("via", ()))


@pytest.mark.parametrize(
    ("body", "language", "agency"),
    [
        ("JAKARTA (Antara) - Harga naik.", "id", "Antara"),
        ("Judul\n\nKYIV (Reuters) — Prices rose.", "en", "Reuters"),
        ("BUENOS AIRES, June 6 (AFP) -- Prices rose.", "en", "AFP"),
        ("JAKARTA (Golf) - Harga naik.", "id", ""),
        ("Harga naik (Antara).", "id", ""),
        ("", "id", ""),
    ],
)
def test_dateline_agency(body: str, language: str, agency: str) -> None:
    assert find_dateline_agency(body, language) == agency


@pytest.mark.parametrize(
    ("body", "found", "closed"),
    [
        ('Ia berkata, "satu dua".', ['"satu dua"'], [True]),
        ("“satu” dan „dua“ dan «tiga»", ["“satu”", "„dua“", "«tiga»"], [True] * 3),
        ('"satu,” kata Oscar.', ['"satu,”'], [True]),
        ('"satu, kata Oscar.\nDua.', ['"satu, kata Oscar.'], [False]),
        ('Satu," kata Oscar.', ['Satu,"'], [False]),
        ('"Satu, kata A. "Dua," kata B.', ['"Satu, kata A. ', '"Dua,"'], [False, True]),
        ("'One,' said the officials' aide. It's 'odd.'", ["'One,'", "'odd.'"], [True, True]),
        ("the officials' aide", [], []),
        ("", [], []),
    ],
)
def test_quotations(body: str, found: list[str], closed: list[bool]) -> None:
    quotations = find_quotations(body)
    assert [quotation.span.of(body) for quotation in quotations] == found
    assert [quotation.closed for quotation in quotations] == closed


def test_links_and_boilerplate_credit_nobody() -> None:
    body = "Baca juga: Polisi mengatakan jalan ditutup"
    passage = Passage(0, 0, len(body), 0, kind="link")
    assert find_attributions(body, [passage], "id") == {}


PIECES = (
    "kata", "ujarnya", "mengatakan", "bahwa", "menurut", "dia", "said", "according to", "the", "he", "by",
    "5", "Oscar", "Tango", "BPBD", "Kepala", "dan", "yang", "data", "dikutip dari", "AFP", "oleh", "dibantah",
    "sedangkan", "Hal itu", "disampaikan", "it's", ",", ".", '"', "“", "”", "(", ")", ":", "-", "\n",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(NEWS, st.sampled_from(["id", "en"]))
def test_any_text(body: str, language: str) -> None:
    passages = find_passages(body, language)
    found = find_attributions(body, passages, language, ["BPBD", "Kepala BPBD"])
    assert found == find_attributions(body, passages, language, ["Kepala BPBD", "BPBD"])
    assert list(found) == sorted(found)
    by_index = {passage.index: passage for passage in passages}
    for index, attributions in found.items():
        assert attributions
        for one in attributions:
            assert by_index[index].span.contains(one.scope)
            assert len(one.scope) > 0
            assert by_index[one.said_in].span.contains(one.span)
            assert one.span.of(body) == one.speaker


SENTENCES = (
    "Menteri Oscar tiba.", "Menurut dia, 5 rumah rusak.", "Sebanyak 12 orang luka.",
    '"Kami siap,', 'Terima kasih."',
    "Hal itu disampaikan Tango.", '"Jalan ditutup," kata juru bicara BPBD.', "Ia mengatakan jalan dibuka.",
    "Menteri itu membantah.", "Hujan turun.", '"Kami menunggu."', "Oscar dan Tango mengatakan jalan aman.",
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(" \n")), max_size=14), st.data())
def test_who_is_asked_about_first_makes_no_difference(
    drawn: list[tuple[str, str]], data: st.DataObject
) -> None:
    body = "".join(sentence + end for sentence, end in drawn)
    passages = find_passages(body, "id")
    wanted = dict(find_attributions(body, passages, "id", ["BPBD"]))
    found = find_attributions(body, passages, "id", ["BPBD"])
    for passage in data.draw(st.permutations(passages)):
        assert found.get(passage.index, ()) == wanted.get(passage.index, ())


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        *("kata ", "Budi mengatakan bahwa ", "X said that ", "Budi dan ", "the head of the office of ", "a"),
        *("menurut Budi ", "citing data from X ", "data BNPB 5 ", '"', '" a ', "([", "Budi (AS ", "Dr. A. "),
        *("BNPB: ", ", ujarnya, "),
    ],
)
def test_hostile_text_ends(piece: str, language: str) -> None:
    body = piece * (60_000 // len(piece))
    dict(find_attributions(body, [Passage(0, 0, len(body), 0)], language, ["BNPB", "Kepala BNPB"]))


def test_speakers_of_the_articles(shared: Path) -> None:
    """On each real article most sentences with a verb of speech are credited, and no link or dateline is."""
    for file in sorted((shared / "articles").glob("*.txt")):
        body = file.read_text(encoding="utf-8")
        passages = find_passages(body, "id", title_in_body=True)
        found = find_attributions(body, passages, "id")
        spoken = [p for p in passages if p.kind == "text" and " mengatakan " in body[p.start : p.end]]
        credited = [p for p in spoken if p.index in found]
        assert len(credited) >= 0.9 * len(spoken)
        assert not [p for p in passages if p.kind != "text" and p.index in found]
