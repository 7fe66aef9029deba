"""The fuzz targets run, find what is wrong, and are the same each time; `make fuzz` runs them for long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from fuzz import growth, targets
from fuzz.growth import SHORT, find_growth
from fuzz.guided import Choices
from fuzz.targets import ON_TEXT, TARGETS, run_input
from fuzz.texts import make_text

ROOT = Path(__file__).resolve().parent.parent
INPUTS = int(os.environ.get("CLAIMDESK_FUZZ_INPUTS", "40"))  # of each target; .ci/run gives more


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_in_a_process_of_its_own(target: str) -> None:
    command = [sys.executable, "-m", "fuzz", target, "--inputs", str(INPUTS)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert f"{target}: {INPUTS:,} inputs" in ran.stdout
    assert "0 failures" in ran.stdout


def test_the_same_number_is_the_same_input() -> None:
    assert make_text(Random("x 1")) == make_text(Random("x 1")) != make_text(Random("x 2"))


def test_what_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "find_hidden", lambda text: [1 / 0] if text else [])
    with pytest.raises(ZeroDivisionError):
        run_input("hidden", 1)


def test_a_child_that_dies_is_told(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\n"
        "if 'fuzz.child' in sys.orig_argv:\n"
        "    sys.stderr.write('4711\\n'); sys.stderr.flush(); os.abort()\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "fuzz", "hidden", "--inputs", "5"]
    ran = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "input 4711: the process ended with -6" in ran.stdout


@pytest.mark.parametrize(("power", "told"), [(1, False), (1.2, False), (2, True)])
def test_quadratic_time_is_found(power: float, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock of our own, which goes on by the length of the text to that power."""
    clock = [0.0]

    def work(text: str, _: str) -> None:
        clock[0] += (len(text) / SHORT) ** power

    monkeypatch.setattr(growth, "process_time", lambda: clock[0])
    monkeypatch.setitem(ON_TEXT, "work", work)
    assert bool(list(find_growth(1, ["work"]))) is told


def test_choices_are_read_off_bytes() -> None:
    assert Choices(b"\xff\x00").getrandbits(8) == 255
    one, same, other = (make_text(Choices(data * 300)) for data in (b"ab", b"ab", b"xz"))
    assert one == same != other


def test_every_target_of_the_issue_is_there() -> None:
    wanted = {"reader", "passages", "figures", "dates", "cues", "anchoring", "front-matter", "registry"}
    assert wanted <= set(TARGETS)
