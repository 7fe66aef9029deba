"""Hostile files, small ones here: each ends in a text, a state or a sentence. The large ones are measured by
benchmarks/hostile_imports.py."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hostile_files import FILES, Make
from made_pdfs import make_pdf, make_stream

from claimdesk.errors import InputError
from claimdesk.library.archives import iter_members
from claimdesk.library.article import parse_article
from claimdesk.library.extract import STATES
from claimdesk.library.sandbox import run_parser

SMALL = 0.002


def test_there_are_a_hundred() -> None:
    assert len(FILES) >= 100


@pytest.mark.parametrize(("kind", "note", "make"), FILES, ids=[f"{kind}: {note}" for kind, note, _ in FILES])
def test_a_hostile_file_ends_in_a_state_or_a_sentence(kind: str, note: str, make: Make) -> None:
    data = make(SMALL)
    with suppress(InputError):
        if kind == "zip":
            assert all(str(getattr(member, "what", "read")) for member in iter_members(data))
        elif kind == "text":
            assert parse_article(data, "a.txt")[0].body
        else:
            assert run_parser(kind, data).state in STATES, note


@pytest.mark.parametrize(
    ("note", "state"),
    [("scanned", "no_text"), ("locked", "encrypted"), ("locked in a way nobody knows", "encrypted")],
)
def test_what_has_no_text_says_so(note: str, state: str) -> None:
    make = next(make for kind, name, make in FILES if (kind, name) == ("pdf", note))
    assert run_parser("pdf", make(1)).state == state


def test_no_file_of_this_machine_is_read() -> None:
    make = next(make for _, note, make in FILES if note == "outside entities")
    assert "root:" not in run_parser("html", make(1)).body


def test_half_a_pair_of_a_character_is_marked_as_lost() -> None:
    """A PDF's own table may give half of a UTF-16 pair, which no file of text can hold."""
    table = make_stream(
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <41> <D800> <42> <D83DDE00> endbfchar endcmap"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    page = b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
    text = make_stream(b"BT /F 12 Tf 10 10 Td (xAx xBx) Tj ET")
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    assert run_parser("pdf", make_pdf([*tree, page, text, font, table])).body == "x\ufffdx x\U0001f600x\n"
