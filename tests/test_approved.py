"""What the engine says of the made events is what it said when somebody last looked at it, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.approved import (
    FREEZE,
    describe_differences,
    find_events,
    parse_table,
    render_tables,
    report_on,
)
from benchmarks.approved_sentences import describe_changes, find_tables, keep_read

ADVICE = (
    "Look at each: is it what a careful reader would say? If so, keep all with\n"
    f"    .venv/bin/{FREEZE}\n"
    "and commit the tables with the change that brought them about."
)
EVENTS = find_events()
TABLES = find_tables()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_the_engine_says_what_was_kept(event: Path) -> None:
    report = report_on(event)
    differences = list(describe_differences(event, report, render_tables(report)))
    if differences:
        told = "\n".join(differences)
        pytest.fail(
            f"{len(differences)} rows of {event.name} are not as they were kept:\n{told}\n{ADVICE}",
            pytrace=False,
        )


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_sentences_are_read_as_they_were(path: Path) -> None:
    changes = list(describe_changes(path))
    if changes:
        told = "\n".join(changes)
        pytest.fail(
            f"{len(changes)} sentences of {path.name} are read otherwise:\n{told}\n{ADVICE}", pytrace=False
        )


def test_a_table_is_read_as_it_was_written() -> None:
    rows = parse_table("claim\tpassage\tstance\na\tx:0\tsupports\n\tx:9\tmentions\nb\tx:0\t\n")
    assert rows == {
        ("a", "x:0"): {"stance": "supports"},
        ("a", "x:9"): {"stance": "mentions"},
        ("b", "x:0"): {"stance": ""},
    }


def test_rows_that_differ_are_told_with_their_words(tmp_path: Path) -> None:
    report = report_on(EVENTS[0])
    tables = render_tables(report)
    for name, text in tables.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(describe_differences(tmp_path, report, tables)) == []
    lines = tables["said.tsv"].splitlines()
    cells = lines[1].split("\t")
    lines[1] = "\t".join([*cells[:2], "another", *cells[3:]])
    changed = {"said.tsv": "\n".join([lines[0], lines[1], *lines[3:]]) + "\n"}
    told = list(describe_differences(tmp_path, report, changed))
    assert [line.split(":")[0] for line in told] == ["changed", "gone"]
    assert f"{cells[0]} {cells[1]} «" in told[0]
    assert f"    stance: '{cells[2]}' -> 'another'" in told[0]


def test_a_new_sentence_is_an_empty_cell_that_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "numbers-odd_en.tsv"
    path.write_text("text\tnumbers\ntwelve boats\t\nno boat\t\n", encoding="utf-8")
    assert [line.splitlines()[0] for line in describe_changes(path)] == ["twelve boats"]
    keep_read(path)
    assert (
        path.read_text(encoding="utf-8") == "text\tnumbers\ntwelve boats\t[12, 12]@0-6 spelled\nno boat\t\n"
    )
    assert list(describe_changes(path)) == []
