"""The text of PDFs: its paragraphs, and a word on each that gives none."""

from __future__ import annotations

import pytest
from made_pdfs import make_locked, make_pages, make_pdf, make_scan

from claimdesk.library.extract_pdf import BROKEN, JOINED, LOCKED, NO_TEXT, join_lines, read_pdf

LINE = b"BT /F 12 Tf 10 700 Td (%s) Tj 0 -14 Td (%s) Tj ET"
SECOND = LINE % (b"Banjir besar datang ke kota dan orang-", b"orang naik ke atap.")
JOINED_UP = "Banjir besar datang ke kota dan orang-orang naik ke atap.\n"

# The file, its state, its body, what is noted; and what it is.
FILES = [
    (make_pages(), "text", "Banjir besar datang ke kota.\n", (JOINED,), "a page"),
    (make_pages(pages=2), "text", "Banjir besar datang ke kota.\n\n" * 2, (JOINED,), "two pages"),
    (make_pages(SECOND), "text", JOINED_UP, (JOINED,), "lines"),
    (make_scan(), "no_text", "", (NO_TEXT,), "a scan"),
    (make_locked(), "encrypted", "", (LOCKED,), "locked with a password"),
    (make_locked(""), "text", "Banjir besar datang ke kota.\n", (JOINED,), "locked, but not against reading"),
    (b"%PDF-1.7\n", "no_text", "", (BROKEN,), "cut off"),
    (b"<html></html>", "no_text", "", (BROKEN,), "another file"),
    (make_pdf([b"<</Type/Catalog>>"]), "no_text", "", (BROKEN,), "no pages"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "state", "body", "notes", "note"), FILES, ids=[row[-1] for row in FILES])
def test_what_a_file_gives(content: bytes, state: str, body: str, notes: tuple[str, ...], note: str) -> None:
    found = read_pdf(content)
    assert (found.state, found.body.rstrip(), found.notes) == (state, body.rstrip(), notes), note
    assert found.facts == {}


def test_the_address_is_its_only_fact_and_a_long_one_is_read_to_a_bound() -> None:
    found = read_pdf(make_pages(pages=201), "https://contoh.com/a.pdf")
    assert {name: fact.value for name, fact in found.facts.items()} == {"url": "https://contoh.com/a.pdf"}
    assert found.notes == (JOINED, "Only the first 200 of 201 pages were read.")
    assert found.body.count("Banjir") == 200


# The lines of a page, and its paragraphs.
PARAGRAPHS = [
    ("Air naik dua meter malam\nitu dan surut.", ["Air naik dua meter malam itu dan surut."]),
    ("Air naik dua meter malam itu.\nListrik padam di dua desa.", None),
    ("Banjir\nAir naik dua meter pada malam itu dan belum", None),
    ("Air naik dua meter pada ma-\nlam itu.", ["Air naik dua meter pada malam itu."]),
    ("Mereka membawa anak-\nanak ke bukit.", ["Mereka membawa anak-anak ke bukit."]),
    ("They flew the long way to Tel-\nAviv.", ["They flew the long way to Tel- Aviv."]),
    ("Air naik dua meter pada malam\n\nitu dan surut.", ["Air naik dua meter pada malam", "itu dan surut."]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paragraphs"), PARAGRAPHS)
def test_lines_that_run_on_are_joined(text: str, paragraphs: list[str] | None) -> None:
    """None: each line is a paragraph."""
    assert join_lines(text) == (text.split("\n") if paragraphs is None else paragraphs)
