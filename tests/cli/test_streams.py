"""Standard output and error as shells give them: closed, full, cut off, in another encoding."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk.cli.streams import say

SCHEMA = f"{shlex.quote(sys.executable)} -m claimdesk schema"


def _run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    bash = ["bash", "-c", f"set -o pipefail; {command}"]
    return subprocess.run(bash, cwd=root, capture_output=True, text=True, check=False)


def test_a_reader_that_has_seen_enough_is_no_error(root: Path) -> None:
    ran = _run(f"{SCHEMA} | head -c 5", root)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, '{\n  "', "")


@pytest.mark.parametrize(
    ("where", "word", "note"),
    [
        (">&-", "closed", "standard output is closed"),
        ("> /dev/full", "No space left", "the disk is full"),
    ],
)
def test_output_that_goes_nowhere_is_an_error(where: str, word: str, note: str, root: Path) -> None:
    ran = _run(f"{SCHEMA} {where}", root)
    assert ran.returncode == 1, note
    assert word in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception" not in ran.stderr


def test_closed_standard_error_does_not_mix_messages_into_the_output(root: Path) -> None:
    ran = _run(f"{shlex.quote(sys.executable)} -m claimdesk lint 2>&-", root)
    assert ran.returncode == 0
    assert "claims," not in ran.stdout


def test_messages_are_made_visible(capsys: pytest.CaptureFixture[str]) -> None:
    say("a.md:1:1: the key \x1b[2J\nb.md:1:1: another")
    assert capsys.readouterr().err == "a.md:1:1: the key [U+001B][2J\nb.md:1:1: another\n"
