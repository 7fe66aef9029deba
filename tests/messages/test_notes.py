"""Whatever the library notes on an article is known to the catalogue, with its values."""

from __future__ import annotations

import pytest

from claimdesk.library.article import parse_article
from claimdesk.messages.notes import NOTES, find_note, render_note

PARAGRAPH = "Sungai meluap pada malam hari dan warga dua desa pindah ke balai kota. " * 3
# the file's name, its bytes
FILES = (
    ("a.txt", f"Banjir di Arun\n\n{PARAGRAPH}".encode()),
    ("a.txt", f"ARUN, KOMPAS.com - {PARAGRAPH}".encode()),
    ("a.txt", f"Banjir di Arun\nKompas.com - 05/03/2021, 10:20 WIB\n{PARAGRAPH}".encode()),
    ("a.txt", f"Banjir di Arun\nJumat, 25 Maret 2021 10:20 WIB\n{PARAGRAPH}".encode()),
    ("a.txt", f"Banjir di Arun\nKompas.com - 25 Maret 2021\nKamis, 26 Maret 2021\n{PARAGRAPH}".encode()),
    ("a.txt", f"The river rose.\n{'The river rose over the banks of the town at night. ' * 5}".encode()),
    ("a.txt", b"12 34 56 78"),
    ("a.txt", "Café à la carte. ".encode("cp1252") * 20),
    ("a.txt", b"The river rose over \xff the banks of the town. " + PARAGRAPH.encode()),
    ("a.md", f"---\nlanguage: id\n---\n{PARAGRAPH}".encode()),
)


def test_every_note_of_the_library_is_known() -> None:
    notes = {note for name, data in FILES for note in parse_article(data, name)[0].notes}
    assert len(notes) >= 10
    for note in notes:
        assert find_note(note)[0] in NOTES, note


# a note, what it is in English: the date in the language's form, all else as it stands
RENDERED = (
    ("Publication date 2021-03-05 was read off the line “5/3/2021”.",
     "Publication date 5 Mar 2021 was read off the line “5/3/2021”."),
    ("Outlet {x} was read off the line “a” was read off the line “b”.",
     "Outlet {x} was read off the line “a” was read off the line “b”."),
    ("Language not stated; by its words it is English.", "Language not stated; by its words it is English."),
    ("Publication date soon was read off the line “x”.", "Publication date soon was read off the line “x”."),
    ("Nobody knows this note.", "Nobody knows this note."),
)  # fmt: skip


@pytest.mark.parametrize(("note", "said"), RENDERED)
def test_values_of_a_note_stay(note: str, said: str) -> None:
    assert render_note(note, "en") == said


# what the front matter says of proposed facts, and how that is said in Indonesian
PROPOSED = (
    ("language (its words), title (the first line), published (the line “Terbit, url (x)”)",
     "bahasa (kata-katanya), judul (baris pertama), tanggal terbit (baris “Terbit, url (x)”)"),
    ("outlet (meta og:site_name)", "media (meta og:site_name)"),
    ("mood (its words), bare", "mood (its words), bare"),
)  # fmt: skip


@pytest.mark.parametrize(("written", "said"), PROPOSED)
def test_facts_and_their_places_are_said_in_the_readers_language(written: str, said: str) -> None:
    note = f"Read off the source and confirmed by nobody: {written}."
    assert render_note(note, "id").endswith(f": {said}.")
    assert render_note(note, "en") == note
