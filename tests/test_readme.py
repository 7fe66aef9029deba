"""README.md says what is so: its examples run, its tables are those of the code.

Blocks of `sh` and `python` are run in the order they stand in, in a folder with the shipped registry and
articles; a `text` block after one is what it prints. A comment `save as NAME` puts a block into a file first.
Blocks of `console` are not run.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk.cli import build_parser
from claimdesk.cli.check import FORMATS
from claimdesk.cli.table import TILES
from claimdesk.messages.terms import STATUS_MEANINGS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:<!-- save as (\S+) -->\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _column(heading: str, number: int = 0) -> list[str]:
    """A column of the table whose head begins with `heading`, without the marks of code."""
    lines = README[README.index(f"| {heading}") :].partition("\n\n")[0].splitlines()[2:]
    return [line.strip("|").split("|")[number].strip() for line in lines]


def _verbs() -> dict[str, argparse.ArgumentParser]:
    actions = build_parser()._subparsers._group_actions
    return dict(actions[0].choices)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is shipped, and what README says to save."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copy(ROOT / "claims.yaml", place)
    shutil.copytree(ROOT / "articles", place / "articles")
    for name, _language, text in BLOCK.findall(README):
        if name:
            (place / name).parent.mkdir(exist_ok=True)
            (place / name).write_text(text, encoding="utf-8")
    return place


def _examples() -> list[tuple[str, str, str]]:
    """Language, text and expected output (empty where none is shown) of every block that is run."""
    blocks = [(language, text) for _name, language, text in BLOCK.findall(README)]
    follow = [text if language == "text" else "" for language, text in blocks[1:]] + [""]
    pairs = zip(blocks, follow, strict=True)
    return [(language, text, shown) for (language, text), shown in pairs if language in ("sh", "python")]


@pytest.mark.parametrize(("language", "text", "shown"), _examples())
def test_an_example_runs(language: str, text: str, shown: str, folder: Path) -> None:
    command = [sys.executable, "-c", text] if language == "python" else ["bash", "-ec", text]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path, "COLUMNS": "100", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert shown in ("", ran.stdout)


def test_the_registry_of_the_example_has_no_problems(folder: Path) -> None:
    command = [sys.executable, "-m", "claimdesk", "lint", "flood.yaml"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_every_verb_is_listed() -> None:
    listed = [cell.strip("`").split()[1] for cell in _column("command")]
    assert listed == list(_verbs())


def test_every_option_of_check_is_listed() -> None:
    options = [action.option_strings[-1] for action in _verbs()["check"]._actions]
    listed = [cell.strip("`").split()[0] for cell in _column("option")]
    assert sorted(listed) == sorted(set(options) - {"--help"})
    assert all(f"`{form}`" in README for form in FORMATS)


def test_signs_and_meanings_of_a_status_are_those_that_are_shown() -> None:
    rows = zip(_column("sign", 0), _column("sign", 1), _column("sign", 2), strict=True)
    stated = {status: (sign.strip("`"), meaning) for sign, status, meaning in rows}
    assert stated == {status: (TILES[status], STATUS_MEANINGS[status]) for status in TILES}


def test_every_make_target_is_there() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\w+)", README, re.MULTILINE)
    assert targets
    assert all(re.search(rf"^{target}:", rules, re.MULTILINE) for target in targets)


def test_every_file_it_names_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []
