"""A watched folder: what arrives is taken in once, when it is whole."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from claimdesk.errors import InputError, UsageError
from claimdesk.library import keep
from claimdesk.library.read import load_articles
from claimdesk.library.sources import Outcome
from claimdesk.library.watch import Watch, open_watch
from tests.library.retold import OTHER_REPORT, REPORT, REVISED


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """A watch on an empty folder."""
    (tmp_path / "in").mkdir()
    return open_watch(str(tmp_path / "in"), str(tmp_path / "articles"))


def _put(watch: Watch, name: str, text: str, age: float = 10) -> Path:
    """A file written so many seconds ago."""
    path = Path(watch.folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age,) * 2)
    return path


def _look(watch: Watch) -> list[Outcome]:
    return list(watch.look({}))


def test_a_file_is_taken_in_at_the_second_look_and_once(watch: Watch) -> None:
    _put(watch, "a.txt", REPORT)
    assert _look(watch) == []
    assert len(watch.waiting) == 1
    (outcome,) = _look(watch)
    assert outcome.added is not None
    assert outcome.added.is_new
    assert _look(watch) == []
    assert watch.waiting == ()
    assert (Path(watch.folder) / "a.txt").exists()


def test_a_file_that_is_being_written_waits(watch: Watch) -> None:
    _put(watch, "a.txt", REPORT[:100])
    assert _look(watch) == []
    _put(watch, "a.txt", REPORT[:300])
    assert _look(watch) == []
    _put(watch, "a.txt", REPORT, age=0)
    assert _look(watch) == []
    assert _look(watch) == []
    _put(watch, "a.txt", REPORT)
    _look(watch)
    assert [article.body for article in (_look(watch) and load_articles(watch.articles))] == [REPORT]


def test_a_file_of_a_clock_that_is_ahead_is_taken_in(watch: Watch) -> None:
    _put(watch, "a.txt", REPORT, age=-86_400)
    assert _look(watch) == []
    (outcome,) = _look(watch)
    assert outcome.added is not None


def test_it_goes_on_after_a_restart(watch: Watch) -> None:
    _put(watch, "a.txt", REPORT)
    _look(watch)
    assert len(_look(watch)) == 1
    again = open_watch(watch.folder, watch.articles)
    _put(watch, "below/b.txt", OTHER_REPORT)
    _look(again)
    assert [outcome.name for outcome in _look(again)] == [str(Path(watch.folder) / "below/b.txt")]
    assert len(load_articles(watch.articles)) == 2


def test_a_changed_file_is_taken_in_anew(watch: Watch) -> None:
    for text in (REPORT, REVISED):
        _put(watch, "a.txt", text, age=20 if text == REPORT else 10)
        _look(watch)
        assert len(_look(watch)) == 1
    assert len(load_articles(watch.articles)) == 2


def test_what_fails_is_said_once(watch: Watch) -> None:
    _put(watch, "a.txt", " ")
    _look(watch)
    assert [outcome.problem for outcome in _look(watch)] == ["There is no text in it."]
    assert _look(watch) == []


@pytest.mark.parametrize("inside", ["", "in/articles"])
def test_the_library_itself_is_not_watched(tmp_path: Path, inside: str) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(UsageError, match="Watch another one"):
        open_watch(str(tmp_path / "in"), str(tmp_path / (inside or "in")))
    with pytest.raises(UsageError, match="no such folder"):
        open_watch(str(tmp_path / "out"), str(tmp_path / "articles"))


def test_what_could_not_be_written_is_taken_in_later(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(watch, "a.txt", REPORT)
    _look(watch)
    with monkeypatch.context() as full:
        full.setattr(keep, "put_file", _refuse)
        with pytest.raises(InputError, match="the disk is full"):
            _look(watch)
    (outcome,) = _look(watch)
    assert outcome.added is not None


def _refuse(path: Path, data: bytes, **_more: object) -> None:  # noqa: ARG001
    raise OSError(errno.ENOSPC, "No space left on device")
