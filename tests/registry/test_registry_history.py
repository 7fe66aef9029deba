"""The history of a registry: every save with its author, hand edits found, and nothing altered unseen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from saving import Edit, Told, by_hand, save, set_field, told

from benchmarks.savers import write_registry
from claimdesk.errors import ConflictError, InputError
from claimdesk.registry import journal, versions
from claimdesk.registry import save as saving_room
from claimdesk.registry.history import history_beside, load_history, verify_history
from claimdesk.registry.records import add_record, move_record, remove_record, rename_record
from claimdesk.registry.save import save_registry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A registry of three claims."""
    file = tmp_path / "claims.yaml"
    write_registry(file, 3)
    return file


def test_a_save_is_entered_with_its_author_and_what_it_changed(path: Path) -> None:
    save(path, set_field("verdict", {"status": "contested", "rationale": "Both."}))
    save(path, set_field("supports", ["the river left its bed", "a flood"], 1), by="  Budi \n ")
    assert told(path) == [
        ("begun", "", []),
        ("saved", "Ani", [
            ("claim-0", "verdict.status", (), ("contested",)),
            ("claim-0", "verdict.rationale", (), ("Both.",)),
        ]),
        ("saved", "Budi", [("claim-1", "supports", (), ("a flood",))]),
    ]  # fmt: skip
    entries = load_history(path).entries
    assert all(one.after == other.before for one, other in pairwise(entries))
    assert verify_history(path) == ()


LONG = "word " * 100
CHANGES: list[tuple[Edit, list[Told], str]] = [
    (lambda data: add_record(data, "claims", {"id": "new", "statement": "It snows.", "supports": ["snow"]}),
     [("new", "", (), ("It snows.",))], "a claim more"),
    (lambda data: remove_record(data, "claims", "claim-1"),
     [("claim-1", "", ("The river has left its bed, 1.",), ())], "a claim less"),
    (lambda data: rename_record(data, "claims", "claim-1", "flood"),
     [("flood", "id", ("claim-1",), ("flood",))], "another id"),
    (lambda data: move_record(data, "claims", "claim-2", after=None),
     [("claim-2", "order", (), ())], "another place"),
    (lambda data: add_record(data, "sources", {"id": "sar", "name": "Rescue"}),
     [("sar", "", (), ("Rescue",))], "a source"),
    (lambda data: b"title: Floods\n" + data, [("", "title", (), ("Floods",))], "the registry itself"),
    (set_field("as_of", "2031-05-10"), [("claim-0", "as_of", (), ("2031-05-10",))], "a day"),
    (set_field("quantity", {"at_least": "12000.5", "unit": ["people"]}),
     [("claim-0", "quantity.at_least", (), ("12000.5",)), ("claim-0", "quantity.unit", (), ("people",))],
     "a number and its unit"),
    (set_field("must_mention", [["river", "stream"], ["bed"]]),
     [("claim-0", "must_mention", (), ("river | stream", "bed"))], "groups"),
    (lambda data: set_field("notes", LONG + "b")(set_field("notes", LONG + "a")(data)),
     [("claim-0", "notes", ("edit 0",), (LONG[:199] + "…",))], "a long text"),
    (lambda data: data.replace(b"# a remark", b"# another", 1), [], "a comment"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "wanted", "note"), CHANGES, ids=[row[-1] for row in CHANGES])
def test_what_changed(path: Path, change: Edit, wanted: list[object], note: str) -> None:
    save(path, change)
    assert told(path)[-1] == ("saved", "Ani", wanted), note
    by_hand(path, lambda data: data + b"# by hand\n")
    save(path, set_field("notes", "then"))
    assert [kind for kind, *_ in told(path)] == ["begun", "saved", "outside", "saved"]


def test_of_long_texts_the_place_that_differs_is_shown(path: Path) -> None:
    save(path, set_field("notes", LONG + "here " + LONG))
    save(path, set_field("notes", LONG + "there " + LONG))
    ((_, _, before, after),) = told(path)[-1][2] or []
    assert all(" word here word" in text for text in before)
    assert all(" word there word" in text for text in after)
    assert max(map(len, (*before, *after))) <= 200


def test_reordered_items_are_all_shown(path: Path) -> None:
    save(path, set_field("supports", ["a b", "c d"]))
    save(path, set_field("supports", ["c d", "a b"]))
    assert told(path)[-1][2] == [("claim-0", "supports", ("a b", "c d"), ("c d", "a b"))]


def test_an_edit_by_hand_is_found_with_what_it_changed(path: Path) -> None:
    save(path, set_field("notes", "ours"))
    by_hand(path, set_field("notes", "theirs", 2))
    (problem,) = verify_history(path)
    assert "another program" in problem
    base = path.read_bytes()
    saved = save_registry(path, set_field("notes", "again")(base), base=base)
    assert [one.kind for one in saved.noticed] == ["outside"]
    assert told(path)[-2:] == [
        ("outside", "", [("claim-2", "notes", ("edit 0",), ("theirs",))]),
        ("saved", journal.default_author(), [("claim-0", "notes", ("ours",), ("again",))]),
    ]
    assert verify_history(path) == ()


SPOILED: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.write_bytes(b"claims: ["), "what is no registry"),
    (lambda path: [one.unlink() for one in (path.parent / ".claimdesk/versions").iterdir()], "forgotten"),
]


@pytest.mark.parametrize(("spoil", "note"), SPOILED, ids=[row[-1] for row in SPOILED])
def test_what_changed_by_hand_may_not_be_known(
    path: Path, spoil: Callable[[Path], object], note: str
) -> None:
    save(path, set_field("notes", "ours"))
    good = path.read_bytes()
    spoil(path)
    if path.read_bytes() == good:
        by_hand(path, set_field("notes", "theirs"))
    with pytest.raises(ConflictError):
        save_registry(path, set_field("notes", "again")(good), base=good)
    assert told(path)[-1] == ("outside", "", None), note
    assert [problem for problem in verify_history(path) if "history" in problem] == []


def test_an_author_is_who_is_set_else_who_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(journal.REVIEWER, " Cici  Dewi ")
    assert journal.default_author() == "Cici Dewi"
    monkeypatch.setenv(journal.REVIEWER, "")
    monkeypatch.setattr(journal.getpass, "getuser", lambda: "dodi")
    assert journal.default_author() == "dodi"

    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr(journal.getpass, "getuser", nobody)
    assert journal.default_author() == ""


def test_a_save_that_fails_is_entered_as_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise InputError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(saving_room, "replace_file", fail)
        with pytest.raises(InputError, match="the disk is full"):
            save(path, set_field("notes", "ours"))
    assert path.read_bytes() == before
    assert verify_history(path) == ()
    save(path, set_field("notes", "again"))
    entries = load_history(path).entries
    assert [(one.kind, one.void) for one in entries] == [
        ("begun", False), ("saved", True), ("refused", False), ("saved", False),
    ]  # fmt: skip


def test_without_a_history_there_is_no_save(path: Path) -> None:
    history_beside(path).mkdir()
    before = path.read_bytes()
    with pytest.raises(InputError, match="who changed what"):
        save(path, set_field("notes", "ours"))
    assert path.read_bytes() == before


def test_work_goes_on_behind_a_damaged_line_that_stays_known(path: Path) -> None:
    save(path, set_field("notes", "one"))
    log = history_beside(path)
    log.write_bytes(log.read_bytes().replace(b'"Ani"', b'"Eve"'))
    save(path, set_field("notes", "two"))
    assert [kind for kind, *_ in told(path)] == ["begun", "begun", "saved"]
    assert [problem.split(":")[1] for problem in verify_history(path)] == ["2"]


def test_link_and_file_have_one_history_which_is_as_private(path: Path, tmp_path: Path) -> None:
    path.chmod(0o600)
    link = tmp_path / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    save(link, set_field("notes", "ours"))
    assert load_history(link) == load_history(path) != load_history(tmp_path / "other.yaml")
    private = [history_beside(path), *(path.parent / ".claimdesk/versions").iterdir()]
    assert {one.stat().st_mode & 0o777 for one in private} == {0o600}


def test_old_versions_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "KEPT", 3)
    for number in range(5):
        save(path, set_field("notes", f"n {number}"))
    entries = load_history(path).entries
    kept = [versions.load_version(path, one.after) for one in entries]
    assert kept[:-3] == [None] * (len(entries) - 3)
    assert kept[-1] == path.read_bytes()
    assert not set(kept[-3:]) & {None}


def test_a_huge_edit_is_entered_in_part(path: Path) -> None:
    many = "claims:\n" + "".join(
        f"  - id: c-{number}\n    statement: S {number}.\n    supports: [it rains]\n" for number in range(300)
    )
    path.write_text(many)
    save(path, lambda data: data.replace(b"it rains", b"it snows"))
    entry = load_history(path).entries[-1]
    assert (len(entry.changes or ()), entry.more) == (200, 100)
