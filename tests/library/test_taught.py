"""Lines that people taught to be no text: found as a whole, in their outlet, in linear time."""

from __future__ import annotations

import builtins
import io
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import HOSTILE

from claimdesk.errors import InputError, UsageError
from claimdesk.library.read import load_articles
from claimdesk.library.taught import load_taught, parse_taught
from claimdesk.library.teach import forget_line, teach_line
from claimdesk.model import Article
from claimdesk.text.passages import find_passages

BODY = "Air naik di desa.\nIkuti  kanal Harian CONTOH di sini\nAir surut. Unduh aplikasi kami sekarang.\n"


def _mark(entry: str, outlet: str = "Contoh.com", of: str = "contoh") -> list[str]:
    taught = parse_taught(f'{of}:\n  - "{entry}"\n'.encode(), "boilerplate.yaml")
    assert not taught.problems
    article = taught.mark(Article("a", "Judul", outlet, BODY))
    return [span.of(BODY) for span in article.never_text]


LINE, SENTENCE = "Ikuti  kanal Harian CONTOH di sini", "Unduh aplikasi kami sekarang."
CASES = [
    ("a whole line", "ikuti kanal harian contoh di sini", [LINE]),
    ("with a star", "Ikuti kanal * di sini", [LINE]),
    ("stars around", "*harian contoh*", [LINE]),
    ("a whole sentence of a line", "Unduh aplikasi * sekarang.", [SENTENCE]),
    ("a part of a line", "kanal Harian", []),
    ("the order counts", "*sini*Ikuti*", []),
    ("pieces do not overlap", "Ikuti kanal Harian CONTOH di sini * di sini", []),
    ("a pattern's characters are plain", "Ikuti kanal .+ di sini", []),
    ("all of one line and of another", "* surut.*", ["Air surut. " + SENTENCE]),
]


@pytest.mark.parametrize(("note", "entry", "found"), CASES)
def test_entries(note: str, entry: str, found: list[str]) -> None:
    assert _mark(entry) == found, note


OUTLETS = [
    ("www.contoh.com", "contoh", True),
    ("Contoh", "CONTOH.com", True),
    ("Contoh Kota", "contoh", False),
    ("", "contoh", False),
    ("", "'*'", True),
    ("Lain", "'*'", True),
    ("***", "'---'", False),
    ("---", "'---'", True),
]


@pytest.mark.parametrize(("outlet", "of", "holds"), OUTLETS)
def test_outlets(outlet: str, of: str, holds: bool) -> None:
    assert bool(_mark(LINE, outlet, of)) is holds


def test_passages_of_taught_lines_are_boilerplate() -> None:
    taught = parse_taught(f'"*": ["{LINE}", "{SENTENCE}"]'.encode(), "x")
    article = taught.mark(Article("a", "", "", BODY))
    kinds = {
        passage.span.of(BODY): (passage.kind, passage.rule)
        for passage in find_passages(BODY, "id", never_text=article.never_text)
    }
    assert kinds == {
        "Air naik di desa.": ("text", ""),
        LINE: ("boilerplate", "taught"),
        "Air surut.": ("text", ""),
        SENTENCE: ("boilerplate", "taught"),
    }


def test_hostile_entries_take_no_time() -> None:
    body = "a" * 900 + "b\n"
    taught = parse_taught(('"*": ["' + "*a" * 200 + 'c"]').encode(), "x")
    assert taught.mark(Article("a", "", "", body * 200)).never_text == ()


WRONG = [
    ("a list", b"- x\n"),
    ("a word", b"x"),
    ("lines without a list", b"contoh: baris\n"),
    ("nested", b"contoh: [[x]]\n"),
    ("an alias", b"contoh: &a [xxxx]\nlain: *a\n"),
    ("does not parse", b"contoh: ["),
    ("not text", b"\xff\xfe"),
    ("nested beyond sense", b"[" * 100_000),
    ("too short", b"contoh: ['a*b']"),
]


@pytest.mark.parametrize(("note", "data"), WRONG)
def test_a_file_that_is_wrong_is_a_warning(note: str, data: bytes) -> None:
    problems = parse_taught(data, "boilerplate.yaml").problems
    assert [problem.severity for problem in problems] == ["warning"], note


def test_teaching_and_forgetting(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\noutlet: Contoh.com\n---\n{BODY}", encoding="utf-8")
    assert load_articles(tmp_path).articles[0].never_text == ()
    teach_line(tmp_path, "Contoh.com", LINE)
    taught = teach_line(tmp_path, "contoh", 'Kata "siapa": * # itu')
    assert taught.lines == {"Contoh.com": ("Ikuti kanal Harian CONTOH di sini", 'Kata "siapa": * # itu')}
    assert [span.of(BODY) for span in load_articles(tmp_path).articles[0].never_text] == [LINE]
    forget_line(tmp_path, "Contoh.com", "Ikuti kanal Harian CONTOH di sini")
    assert load_articles(tmp_path).articles[0].never_text == ()


@pytest.mark.parametrize(("note", "text"), HOSTILE)
def test_whatever_is_taught_is_read_back_or_refused(tmp_path: Path, note: str, text: str) -> None:
    before = teach_line(tmp_path, "contoh", "Iklan").lines
    line = f"baris {text}"
    try:
        taught = teach_line(tmp_path, text, line)
    except (InputError, UsageError):
        assert load_taught(tmp_path).lines == before, note
        return
    assert load_taught(tmp_path) == taught, note
    assert taught.lines == {**before, text.strip(): (" ".join(line.split()),)}, note
    assert forget_line(tmp_path, text, " ".join(line.split())).lines == before, note


def test_an_outlet_too_long_to_be_written_down_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="shorter name"):
        teach_line(tmp_path, "W" * 2000, "Ikuti kanal")
    assert not (tmp_path / "boilerplate.yaml").exists()


REFUSED = [("contoh", "a *"), ("contoh", "x" * 2000), (" ", "Ikuti kanal")]


@pytest.mark.parametrize(("outlet", "line"), REFUSED)
def test_what_cannot_be_taught(tmp_path: Path, outlet: str, line: str) -> None:
    with pytest.raises(UsageError):
        teach_line(tmp_path, outlet, line)


def test_a_broken_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "boilerplate.yaml").write_bytes(b"- x\n")
    with pytest.raises(InputError, match="this is no list of lines by outlet"):
        teach_line(tmp_path, "contoh", LINE)
    assert (tmp_path / "boilerplate.yaml").read_bytes() == b"- x\n"


WRITTEN = """# Ours, since March.
Contoh:
  # the bar of channels
  - "Ikuti kanal * kami"   # asked for by the desk
  - Baca lainnya

# For all.
"*":
  - Iklan
"""


def test_what_somebody_wrote_around_the_lines_stays(tmp_path: Path) -> None:
    path = tmp_path / "boilerplate.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    teach_line(tmp_path, "contoh", "Unduh aplikasi kami")
    more = WRITTEN.replace("lainnya\n", 'lainnya\n  - "Unduh aplikasi kami"\n')
    assert path.read_text(encoding="utf-8") == more
    teach_line(tmp_path, "Lain", "Simak juga")
    assert path.read_text(encoding="utf-8") == f'{more}"Lain":\n  - "Simak juga"\n'
    forget_line(tmp_path, "Lain", "Simak juga")
    forget_line(tmp_path, "contoh", "Unduh aplikasi kami")
    assert path.read_text(encoding="utf-8") == WRITTEN
    forget_line(tmp_path, "*", "Iklan")
    assert path.read_text(encoding="utf-8") == WRITTEN.replace('"*":\n  - Iklan\n', "")


def test_lines_in_brackets_are_written_anew(tmp_path: Path) -> None:
    (tmp_path / "boilerplate.yaml").write_text("Contoh: [Baca lainnya, Iklan]\n", encoding="utf-8")
    teach_line(tmp_path, "contoh", "Unduh aplikasi")
    assert load_taught(tmp_path).lines == {"Contoh": ("Baca lainnya", "Iklan", "Unduh aplikasi")}
    forget_line(tmp_path, "contoh", "Iklan")
    assert load_taught(tmp_path).lines == {"Contoh": ("Baca lainnya", "Unduh aplikasi")}


def test_a_file_without_the_right_to_read_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "boilerplate.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    really_open = open

    def refuse(opened: Any, *args: Any, **more: Any) -> object:
        if opened == path:
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(opened, *args, **more)

    with monkeypatch.context() as locked:
        locked.setattr(builtins, "open", refuse)
        locked.setattr(io, "open", refuse)
        with pytest.raises(InputError, match="cannot be read"):
            teach_line(tmp_path, "contoh", LINE)
    assert path.read_text(encoding="utf-8") == WRITTEN
