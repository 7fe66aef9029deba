"""The project's files agree with one another and with what is installed and imported."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "claimdesk"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PROJECT["project"]["dependencies"]
OPTIONAL = [line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
# dask is part of distributed and what its command is called; trafilatura fails without lxml_html_clean.
# Streamlit imports authlib and httpx where visitors sign in; starlette is named for its lowest version only.
NOT_IMPORTED = {"dask", "lxml-html-clean", "authlib", "httpx", "starlette"}


def _read(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


ALL = sorted({*_read("requirements.txt"), *_read("requirements-dev.txt"), *DEPENDENCIES})


def test_requirements_are_the_dependencies_and_pytest() -> None:
    others = set(_read("requirements.txt")) - set(DEPENDENCIES)
    assert set(DEPENDENCIES) <= set(_read("requirements.txt"))
    assert [Requirement(line).name for line in others] == ["pytest"]


@pytest.mark.parametrize("line", ALL)
def test_a_requirement_is_bounded_and_met_by_what_is_installed(line: str) -> None:
    requirement = Requirement(line)
    assert sorted(bound.operator for bound in requirement.specifier) == ["<", ">="]
    assert requirement.specifier.contains(version(requirement.name))


def _imported() -> set[str]:
    """Top names of the packages outside the standard library that claimdesk imports."""
    names = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"claimdesk"}


def test_what_is_imported_is_a_dependency_and_the_other_way_round() -> None:
    homes = packages_distributions()
    imported = {canonicalize_name(homes.get(name, [name])[0]) for name in _imported()}
    declared = {canonicalize_name(Requirement(line).name) for line in (*DEPENDENCIES, *OPTIONAL)}
    assert imported == declared - NOT_IMPORTED


def test_an_optional_requirement_is_of_the_version_that_was_tested() -> None:
    assert {bound.operator for line in OPTIONAL for bound in Requirement(line).specifier} == {"=="}


def test_every_file_beside_the_code_is_shipped_with_it() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["claimdesk"]
    shipped = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    present = {
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    }
    assert shipped == present


def test_every_pattern_of_shipped_files_finds_some() -> None:
    for pattern in PROJECT["tool"]["setuptools"]["package-data"]["claimdesk"]:
        assert any(PACKAGE.glob(pattern)), pattern


def test_the_two_commands_need_no_more_than_python_and_make() -> None:
    # Make tells a make inside it about itself: this one must not know that `make test` runs it.
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--no-print-directory", "--dry-run", "run", "test"]
    dry = subprocess.run(command, cwd=ROOT, env=clean, capture_output=True, text=True, check=True)
    started = {line.split()[0].strip("@") for line in dry.stdout.splitlines()}
    assert started <= {"python3", "test", "touch", ".venv/bin/python"}


def test_ci_installs_a_browser_and_runs_every_check() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci/run", os.X_OK)
    subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=True)
    for words in ("set -euo pipefail", "CI=true", "install .*chromium", "make check"):
        assert re.search(words, script), words
