"""The progress bar: after a second, on a terminal, gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from claimdesk.cli import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, to be set."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def _run(clock: list[float], seconds: float, steps: int = 10) -> None:
    with progress.show_progress(steps) as show:
        for step in range(1, steps + 1):
            clock[0] = seconds * step / steps
            show(step)


def test_short_work_shows_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    _run(clock, 0.9)
    assert sys.stderr.getvalue() == ""


def test_longer_work_shows_how_far_it_is_and_clears_up(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    _run(clock, 2.0)
    drawn = sys.stderr.getvalue().split("\r")
    assert drawn[0] == ""
    assert drawn[1].strip() == f"[{'#' * 15:<30}] 5 of 10 articles"
    assert drawn[-2].strip() == f"[{'#' * 30}] 10 of 10 articles"
    assert drawn[-1] == "\x1b[K"


def test_it_is_drawn_ten_times_a_second_at_most(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    _run(clock, 2.0, steps=2000)
    assert 8 <= sys.stderr.getvalue().count("[#") <= 11


def test_a_file_gets_no_bar(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    _run(clock, 60.0)
    assert sys.stderr.getvalue() == ""


def test_closed_standard_error_is_no_problem(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    _run(clock, 60.0)
