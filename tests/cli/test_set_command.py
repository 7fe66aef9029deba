"""`claimdesk set`: one field from the shell, saved with its author, or a sentence and nothing touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk.cli import main
from claimdesk.registry import save
from claimdesk.registry.history import load_history, verify_history
from claimdesk.registry.read import load_registry

# What is given, and the lines that go and come.
EDITS = [
    (["dead-300", "notes", "To be watched: daily"], [], ["    notes: 'To be watched: daily'"], "a text"),
    (["dead-300", "quantity.at_least", "320"], ["    quantity: {at_least: 300, unit: [people, orang]}"],
     ["    quantity: {at_least: 320, unit: [people, orang]}"], "a number in brackets"),
    (["dead-300", "quantity.more_than", "320"], ["    quantity: {at_least: 300, unit: [people, orang]}"],
     ["    quantity: {more_than: 320, unit: [people, orang]}"], "another wording of a number"),
    (["dead-300", "quantity", "{between: [300, 400], unit: [jiwa]}"],
     ["    quantity: {at_least: 300, unit: [people, orang]}"],
     ["    quantity: {between: [300, 400], unit: [jiwa]}"], "a whole record"),
    (["dead-300", "supports", "at least 300 people died in the flood", "300 orang tewas"],
     ["    supports: [at least 300 people died in the flood]"],
     ["    supports: [at least 300 people died in the flood, 300 orang tewas]"], "a list, item by item"),
    (["dam-opened", "contradicts", "[villagers were warned, 'first, a siren']"], [],
     ["    contradicts:", "      - villagers were warned", "      - first, a siren"], "a list in brackets"),
    (["dam-opened", "must_mention", "Arun", "dam|bendungan"], [],
     ["    must_mention: [[Arun], [dam, bendungan]]"], "groups"),
    (["dam-opened", "verdict.status", "contested"], [],
     ["    verdict:", "      status: contested"], "a dotted field"),
    (["dam-opened", "claimed_by", "{source: rescue-agency, on: 2021-05-09}"], [],
     ["    claimed_by: {source: rescue-agency, on: 2021-05-09}"], "who claims it"),
    (["dam-opened", "as_of", "--unset"], ["    as_of: 2021-05-09"], [], "a field taken out"),
    (["dam-opened", "id", "dam"], ["  - id: dam-opened"], ["  - id: dam"], "another id"),
    (["rescue-agency", "aliases", "SAR", "--source"], [], ["    aliases: [SAR]"], "a source"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "gone", "come", "note"), EDITS, ids=[row[-1] for row in EDITS])
def test_an_edit_changes_its_lines_and_shows_them(
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    given: list[str],
    gone: list[str],
    come: list[str],
    note: str,
) -> None:
    before = (desk / "claims.yaml").read_text().splitlines()
    assert main(["set", *given, "--by", "Ani"]) == 0, note
    after = (desk / "claims.yaml").read_text().splitlines()
    assert [line for line in before if line not in after] == gone
    assert [line for line in after if line not in before] == come
    shown = capsys.readouterr().out.splitlines()
    assert [line[1:] for line in shown if line.startswith("-")] == gone
    assert [line[1:] for line in shown if line.startswith("+")] == come
    load_registry("claims.yaml")
    assert [(entry.kind, entry.by) for entry in load_history("claims.yaml").entries][1:] == [("saved", "Ani")]
    assert verify_history("claims.yaml") == ()


REFUSED = [
    (["dead-300", "notes"], "--unset", "no value"),
    (["dead-300", "notes", ""], "--unset", "an empty value would take the field out"),
    (["dead-300", "notes", "two", "texts"], "takes one", "two values for one"),
    (["dead-300", "notes", "x", "--unset"], "not both", "a value and none"),
    (["dead-300", "supports", "--unset"], "no phrase", "the last phrase"),
    (["dead-300", "statement", "--unset"], "claims[0].statement", "what a claim must have"),
    (["dead-300", "colour", "red"], "no field `colour`", "no such field"),
    (["dead-300", "verdict.colour", "red"], "no field `colour`", "no such field in a record"),
    (["dead-300", "notes.x", "red"], "no field `x`", "no record"),
    (["dead-300", "verdict", "contested"], "verdict.status", "a record without brackets"),
    (["dead-300", "quantity", "{at_least: [}"], "quantity:1", "brackets that do not parse"),
    (["dead-300", "quantity", "{at_most: 4, at_least: 3}"], "one wording", "two wordings"),
    (["dead-300", "quantity.at_least", "12.000"], "write 12000", "a number that YAML reads otherwise"),
    (["dead-300", "id", "dam-opened"], "dam-opened", "an id that is taken"),
    (["dead-300", "as_of", "yesterday"], "claims.yaml", "no day"),
    (["dead-30", "notes", "x"], "Did you mean dead-300?", "no such claim"),
    (["rescue", "name", "x", "--source"], "There is no source `rescue`", "no such source"),
    (["dead-300", "notes", "x", "--claims", "none.yaml"], "none.yaml", "no such file"),
    (["dead-300", "notes", "x", "--claims", "articles"], "folder", "a folder"),
]


@pytest.mark.parametrize(("given", "word", "note"), REFUSED, ids=[row[-1] for row in REFUSED])
def test_what_cannot_be_set_leaves_the_file_alone(
    desk: Path, capsys: pytest.CaptureFixture[str], given: list[str], word: str, note: str
) -> None:
    before = (desk / "claims.yaml").read_bytes()
    assert main(["set", *given]) == 1, note
    captured = capsys.readouterr()
    assert captured.out == ""
    assert word in captured.err
    assert (desk / "claims.yaml").read_bytes() == before
    assert load_history("claims.yaml").entries == ()


BROKEN = [
    (b"", "empty", "an empty file"),
    (b"claims: [", "claims.yaml:2", "what does not parse"),
    (b"#" * (16 * 1024 * 1024 + 1), "larger than", "too large a file"),
    (b"claims: []\n", "claims", "no claim"),
]


@pytest.mark.parametrize(("data", "word", "note"), BROKEN, ids=[row[-1] for row in BROKEN])
def test_a_registry_that_does_not_read_is_left_alone(
    desk: Path, capsys: pytest.CaptureFixture[str], data: bytes, word: str, note: str
) -> None:
    (desk / "claims.yaml").write_bytes(data)
    assert main(["set", "dead-300", "notes", "x"]) == 1, note
    assert word in capsys.readouterr().err
    assert (desk / "claims.yaml").read_bytes() == data


def test_a_read_only_file_is_left_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "claims.yaml").chmod(0o444)
    before = (desk / "claims.yaml").read_bytes()
    assert main(["set", "dead-300", "notes", "x"]) == 1
    assert "read-only" in capsys.readouterr().err
    assert (desk / "claims.yaml").read_bytes() == before


def test_a_full_disk_leaves_the_file_alone(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(*_: object) -> None:
        raise save.InputError("claims.yaml: cannot be saved, the disk is full.")

    monkeypatch.setattr(save, "replace_file", fill_up)
    before = (desk / "claims.yaml").read_bytes()
    assert main(["set", "dead-300", "notes", "x"]) == 1
    assert "the disk is full" in capsys.readouterr().err
    assert (desk / "claims.yaml").read_bytes() == before


@pytest.mark.usefixtures("desk")
def test_what_is_so_already_is_said_and_not_entered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "dead-300", "quantity.at_least", "300"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "already" in captured.err
    assert [entry.kind for entry in load_history("claims.yaml").entries] == ["begun"]


def test_an_edit_by_hand_before_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "dead-300", "notes", "x"]) == 0
    with open(desk / "claims.yaml", "a") as file:
        file.write("# by hand\n")
    assert main(["set", "dead-300", "notes", "y"]) == 0
    assert "edited with another program" in capsys.readouterr().err
    assert b"# by hand" in (desk / "claims.yaml").read_bytes()


def test_eight_at_once_lose_nothing(desk: Path, root: Path) -> None:
    code = (
        "import sys; from claimdesk.cli import main\n"
        "name = sys.argv[1]\n"
        "for number in range(5):\n"
        "    while main(['set', name, 'notes', f'{name} {number}', '--by', name]): pass\n"
    )
    text = (desk / "claims.yaml").read_text().split("claims:")[0] + "claims:\n"
    names = [f"c-{number}" for number in range(8)]
    text += "".join(f"  - id: {name}\n    statement: S.\n    supports: [rain fell]\n" for name in names)
    (desk / "claims.yaml").write_text(text)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, name], cwd=desk, env={"PYTHONPATH": str(root), "PATH": ""},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for name in names
    ]  # fmt: skip
    assert [process.wait() for process in running] == [0] * 8
    assert [claim.notes for claim in load_registry("claims.yaml").claims] == [f"{name} 4" for name in names]
    assert verify_history("claims.yaml") == ()
    saved = [
        entry for entry in load_history("claims.yaml").entries if entry.kind == "saved" and not entry.void
    ]
    for name in names:
        changes = [change for entry in saved if entry.by == name for change in entry.changes or ()]
        assert [change.after for change in changes] == [(f"{name} {number}",) for number in range(5)]
