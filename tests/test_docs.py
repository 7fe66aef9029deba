"""The pages in docs/ say what is so: commands run, tables are those of the code, what they name is there.

Blocks of `sh` and `python` are run in order, in a folder with the shipped desk; a `text` block after one is
what it prints. `toml`, `ini` and `nginx` are read; `console` is not run.
"""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.quality import REFERENCE, render_found
from claimdesk.access import parse_access
from claimdesk.cli.table import TILES
from claimdesk.errors import UsageError
from claimdesk.messages.terms import STATUS_MEANINGS
from claimdesk.registry.guide import render_guide
from claimdesk.serve import OPEN, check_sign_in, plan_service
from claimdesk.settings import DEFAULT_SETTINGS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RUN = ["operations.md", "extending.md", "first-hour.md"]  # pages whose commands are run
OURS = [*RUN, "security.md", "method.md", "registry.md", "dependencies.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _rows(page: str, heading: str) -> list[list[str]]:
    lines = page[page.index(f"| {heading} |") :].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _blocks(name: str, *languages: str) -> list[str]:
    return [text for language, text in BLOCK.findall(_read(name)) if language in languages]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped desk."""
    place = tmp_path_factory.mktemp("docs")
    shutil.copy(ROOT / "claims.yaml", place)
    shutil.copytree(ROOT / "articles", place / "articles")
    return place


def _examples() -> list[tuple[str, str, str, str]]:
    found = []
    for name in RUN:
        blocks = [*BLOCK.findall(_read(name)), ("", "")]
        for (language, text), (following, shown) in pairwise(blocks):
            if language in ("sh", "python"):
                found.append((name, language, text, shown if following == "text" else ""))
    return found


@pytest.mark.parametrize(("name", "language", "text", "shown"), _examples())
def test_an_example_runs(name: str, language: str, text: str, shown: str, folder: Path) -> None:
    command = [sys.executable, "-c", text] if language == "python" else ["bash", "-ec", text]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{name}: {ran.stderr}"
    assert shown in ("", ran.stdout)


def test_the_page_of_the_registry_is_made_from_its_table() -> None:
    assert _read("registry.md") == render_guide(), "run: claimdesk schema --guide --out docs/registry.md"


def test_the_access_file_that_is_shown_can_be_read() -> None:
    (text,) = _blocks("security.md", "toml")
    access = parse_access(text)
    assert set(access.roles.values()) == {"editor", "reviewer", "reader"}
    assert access.local == "editor"


def test_the_settings_that_are_shown_are_all_that_signing_in_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (text,) = _blocks("operations.md", "toml")
    monkeypatch.setattr("claimdesk.serve.find_spec", lambda name: name)
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    (tmp_path / "claimdesk.toml").write_text("[access]", encoding="utf-8")
    assert check_sign_in(tomllib.loads(text)["auth"], tmp_path) == "desk.example"


def test_the_word_that_opens_a_desk_is_that_of_the_code(tmp_path: Path) -> None:
    assert f"OPEN={OPEN}" in _read("operations.md")
    with pytest.raises(UsageError):
        plan_service({"HOST": "0.0.0.0"}, tmp_path)


def test_the_service_unit_and_the_proxy() -> None:
    (unit,) = _blocks("operations.md", "ini")
    service = configparser.ConfigParser(strict=False, interpolation=None)
    service.read_string(unit)
    assert service["Service"]["ExecStart"].endswith("-m claimdesk.serve")
    (proxy,) = _blocks("operations.md", "nginx")
    assert proxy.count("{") == proxy.count("}")
    for words in ("Upgrade $http_upgrade", "frame-ancestors 'none'", "default-src 'self'", "Host $host"):
        assert words in proxy


def test_thresholds_are_those_of_the_code() -> None:
    stated = {name.strip("`"): float(value) for name, value in _rows(_read("method.md"), "setting | default")}
    assert stated == {name: float(value) for name, value in DEFAULT_SETTINGS.as_dict().items()}


def test_the_table_of_statuses_is_that_of_the_code() -> None:
    assert dict(_rows(_read("method.md"), "status | when")) == STATUS_MEANINGS


def test_what_is_found_is_what_was_measured() -> None:
    """The table is that of the frozen figures, and these are of a run that adds up."""
    figures = json.loads(REFERENCE.read_text(encoding="utf-8"))
    assert render_found(figures) in _read("method.md")
    events = [row for row in figures.values() if "claims" in row]
    assert len(events) > 8
    assert all(0 < row["found"] <= row["labelled"] for row in events)


def test_a_language_is_the_files_that_are_listed() -> None:
    stated = [name.strip("`") for name, _ in _rows(_read("extending.md"), "file | holds")]
    for language in ("en", "id"):
        assert stated == sorted(path.name for path in (ROOT / "claimdesk/lang" / language).iterdir())


def test_the_tiles_that_are_shown_are_those_of_the_code() -> None:
    rows = _rows(_read("first-hour.md"), "tile | status | tile | status")
    cells = [pair for row in rows for pair in (row[:2], row[2:]) if any(pair)]
    assert {status: tile.strip("`") for tile, status in cells} == TILES


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.png")), ids=lambda path: path.name)
def test_a_picture_is_shown_and_light(path: Path) -> None:
    pages = [ROOT / "README.md", *DOCS.glob("*.md")]
    assert any(f"{path.name})" in page.read_text(encoding="utf-8") for page in pages)
    assert path.stat().st_size < 150_000


@pytest.mark.parametrize("name", OURS)
def test_every_file_a_page_names_is_there(name: str) -> None:
    page = _read(name)
    named = re.findall(r"`((?:tests|claimdesk|docs)/[\w/.-]+\.\w+)`", page)
    linked = re.findall(r"\]\(([^)#:]+)\)", page)
    assert [one for one in named if not (ROOT / one).is_file()] == []
    assert [one for one in linked if not (DOCS / one).is_file()] == []


def test_who_is_trusted_is_tested() -> None:
    rows = _rows(_read("security.md"), "who or what | is trusted with | is not trusted with | tested by")
    assert len(rows) > 10
    assert all("`tests/" in tests for *_, tests in rows)
