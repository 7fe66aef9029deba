"""Passages: exact, in order, complete, and cheap on hostile text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.passages import find_lines, find_passages

PIECES = st.sampled_from([
    "Air naik", "Dr", "H", "Rp 1.500.000", "pukul 18.27 WIB", "U.S", "kata Wati", "No", "5", "Tidak ada",
    "dll", ".", ".", "!", "?", "…", ". . .", "“", "”", '"', "'", "(", ")", "[", "]", ",", ":", " ", " ",
    "\u00a0", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\u200b", "\ufeff",
    "Baca juga: Jalan Putus", "share", "Tag: banjir", "https://contoh.id/a", "(asr)", "😀", "e\u0301",
    "Володимир", "Koran.Pada", "Contoh.com", "***", "1. ", "- ",
])  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS, st.sampled_from(["id", "en"]), st.booleans(), st.integers(1, 50))
def test_passages_are_in_order_trimmed_and_complete(
    body: str, language: str, title: bool, longest: int
) -> None:
    found = find_passages(body, language, title_in_body=title, longest=longest)
    assert [p.index for p in found] == list(range(len(found)))
    last = 0
    for passage in found:
        text = body[passage.start : passage.end]
        assert last <= passage.start < passage.end <= len(body)
        assert text == text.strip()
        assert len(text) <= longest
        assert passage.kind == "text" or passage.rule
        last = passage.end
    covered = {at for p in found for at in range(p.start, p.end)}
    hidden = {"\u00ad", "\u2060", "\ufeff", *map(chr, range(0x200B, 0x2010))}
    lost = [body[at] for at in range(len(body)) if at not in covered and not body[at].isspace()]
    assert set(lost) <= hidden


@given(TEXTS)
def test_lines_are_those_of_splitlines(body: str) -> None:
    assert [span.of(body) for span in find_lines(body)] == [line.strip() for line in body.splitlines()]


@given(TEXTS)
def test_passages_stay_inside_their_lines(body: str) -> None:
    lines = find_lines(body)
    for passage in find_passages(body, "id"):
        assert lines[passage.line].contains(passage.span)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n \n"])
def test_every_line_end_ends_a_passage(end: str) -> None:
    body = f"Air sungai naik{end}warga pindah"
    texts = [body[p.start : p.end] for p in find_passages(body, "id")]
    assert texts == ["Air sungai naik", "warga pindah"]


HEADINGS = [
    ("the title", "Sungai Meluap\nAir naik sejak pagi.", True, [0]),
    ("a long title", f"Sungai Meluap di {'Kota ' * 30}Contoh\nAir naik.", True, [0]),
    ("the title again", "Sungai Meluap\n\nSungai Meluap\nAir naik.", True, [0, 1]),
    ("a question as title", "Mengapa Sungai Meluap?\nAir naik.", True, [0]),
    ("a title below a date line", "Senin, 3 Mei 2021 - 10:15\nSungai Meluap\nAir naik.", True, [1]),
    ("no title: a sentence comes first", "Air naik sejak pagi di kota itu.\nWarga pindah.", True, []),
    ("a headline inside", "Air naik.\nWarga Pindah\nMereka pindah ke balai desa.", False, [1]),
    ("a quoted headline", "Air naik.\n“Kelalaian”\nMereka marah.", False, [1]),
    ("a headline before a link", "Air naik.\nWarga Pindah\nBaca juga: X\nMereka pindah.", False, [1]),
    ("no heading: the last line", "Air naik.\nWarga pindah", False, []),
    ("no heading: lower case", "Air naik di\nkota itu\nWarga pindah.", False, []),
    ("no heading: a colon", "Daftar korban:\nMereka pindah.", False, []),
    ("no heading: a list", "Korban\nDesa A 20 orang\nDesa B 30 orang\nData bisa berubah.", False, []),
    ("bullets are no headlines", "Rincian\n- Desa A 20 orang\n- Desa B 30 orang\nData berubah.", False, [0]),
]  # fmt: skip


@pytest.mark.parametrize(("note", "body", "title", "expected"), HEADINGS)
def test_headings(note: str, body: str, title: bool, expected: list[int]) -> None:
    lines = [line for line in body.splitlines() if line]
    found = [body[p.start : p.end] for p in find_passages(body, "id", title) if p.heading]
    assert found == [lines[number] for number in expected], note


def test_long_stretches_are_cut_at_white_space() -> None:
    body = "kata " * 5_000 + "akhir."
    found = find_passages(body, "id", longest=1_000)
    assert all(p.end - p.start <= 1_000 for p in found)
    assert [word for p in found for word in body[p.start : p.end].split()] == body.split()
    assert {p.line for p in found} == {0}


def test_a_stretch_without_white_space_is_cut_anyway() -> None:
    assert [p.end - p.start for p in find_passages("x" * 45, "id", longest=20)] == [20, 20, 5]


MEGABYTE = 1_000_000
HOSTILE = [
    "kata ", "?", "a.)", ". ", "A. ", '"."', "1", "(", "[x](y) ", "ab.Ab", '" ', ". '", "... ", "x", "!\" ",
    "\u200b", "Baca juga: ", "Judul Pendek\n", "Tag: a, ", "Oleh A B ", "Reporting by A, ", "Kata. “", "| ",
    "@a #b ", "Senin, ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_anything_is_read(piece: str) -> None:
    """No time is taken, but a quadratic reader would not come back from these."""
    body = piece * (MEGABYTE // len(piece))
    found = find_passages(body, "id", title_in_body=True)
    assert all(p.end - p.start <= 20_000 for p in found)
    assert sum(p.end - p.start for p in found) >= 0.4 * len(body.replace("\u200b", ""))


def test_gold_sentences(shared: Path) -> None:
    """Precision and recall of exact spans over the five real articles."""
    gold = json.loads((shared / "gold" / "sentences.json").read_text(encoding="utf-8"))
    expected, found = set(), set()
    for name, spans in gold.items():
        body = (shared / "articles" / name).read_bytes().decode()
        expected |= {(name, *span) for span in spans}
        found |= {(name, p.start, p.end) for p in find_passages(body, "id", title_in_body=True)}
    hits = len(expected & found)
    assert hits / len(found) >= 0.99
    assert hits / len(expected) >= 0.99


def test_joined_sentences(shared: Path) -> None:
    """Real sentences of a treebank, four to a line: where the splitter was not fitted to the text."""
    expected, found = set(), set()
    with open(shared / "noise" / "id_sentences.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [row["text"].strip() for row in rows if row["source"] == "UD_Indonesian-PUD"]
    texts = [text for text in texts if text.rstrip("\"'”’)]").endswith((".", "!", "?"))]
    for number in range(0, len(texts) - 3, 4):
        body = " ".join(texts[number : number + 4])
        starts = [0]
        for text in texts[number : number + 3]:
            starts.append(starts[-1] + len(text) + 1)
        expected |= {
            (number, start, start + len(t)) for start, t in zip(starts, texts[number:], strict=False)
        }
        found |= {(number, p.start, p.end) for p in find_passages(body, "id")}
    assert len(expected & found) / len(found) >= 0.99
    assert len(expected & found) / len(expected) >= 0.99
