"""Every package has a reason, a lowest version and a hash; and what is optional can be done without."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = {
    name: [Requirement(line) for line in lines] for name, lines in PROJECT["optional-dependencies"].items()
}
PAGE = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
FLOORS = {"streamlit": "1.54", "starlette": "1.1", "lxml": "6.1", "pypdf": "6.16.1", "filelock": "3.20.3"}


def _rows(heading: str) -> list[list[str]]:
    lines = PAGE[PAGE.index(f"| {heading} |") :].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _locked() -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==([\w.+!-]+) \\$", LOCK, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_every_dependency_has_its_reason() -> None:
    rows = _rows("dependency")
    assert [name for name, _ in rows] == [one.name for one in DIRECT]
    assert all(reason for _, reason in rows)


def test_every_optional_one_too() -> None:
    rows = _rows("optional")
    assert [(name, extra) for name, extra, _ in rows] == [
        (one.name, extra) for extra, lines in EXTRAS.items() for one in lines
    ]
    assert all(reason for *_, reason in rows)


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_no_version_with_a_known_advisory_is_allowed(name: str, floor: str) -> None:
    assert f"{name} {floor}" in PAGE
    (requirement,) = [one for one in DIRECT if canonicalize_name(one.name) == name]
    (lowest,) = [Version(bound.version) for bound in requirement.specifier if bound.operator == ">="]
    assert Version(floor) <= lowest <= Version(_locked()[name])


def test_the_lock_covers_what_is_asked_for() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for requirement in (Requirement(line) for line in lines if line and not line.startswith("#")):
        assert requirement.specifier.contains(_locked()[canonicalize_name(requirement.name)]), requirement


def test_everything_in_the_lock_has_hashes_and_no_address() -> None:
    blocks = [
        block for block in re.split(r"^(?=\w)", LOCK, flags=re.MULTILINE) if "==" in block.split("\n")[0]
    ]
    assert len(blocks) == len(_locked()) > 40
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCK
    assert "index" not in LOCK.replace("--no-emit-index-url", "")


BLOCKER = """
import sys
blocked = set({names!r})
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in blocked:
            raise ImportError(f"{{name}} is not there")
sys.meta_path.insert(0, Blocker())
"""
WITHOUT = ["streamlit", *(one.name.lower() for lines in EXTRAS.values() for one in lines)]
STEPS = [
    ("main(['check', '--until', '2024-11-13', '--format', 'json', '--no-store', '--out', OUT])", "check"),
    ("main(['check', '--format', 'table', '--no-store', '--claim', 'troops-sent', '--out', OUT])", "a table"),
    ("main(['lint'])", "lint"),
    ("main(['schema', '--out', OUT])", "schema"),
    ("main(['backup', OUT])", "backup"),
    ("import_all()", "every module outside the dashboard"),
]
ALL = """
from importlib import import_module
from pathlib import Path
def import_all():
    for path in sorted(Path("claimdesk").rglob("*.py")):
        if path.parts[1] not in ("ui", "__main__.py") and "cluster" not in path.name:
            import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    return 0
"""


@pytest.mark.parametrize(("step", "note"), STEPS, ids=[note for _, note in STEPS])
def test_the_library_runs_without_streamlit_and_all_that_is_optional(
    step: str, note: str, tmp_path: Path
) -> None:
    code = BLOCKER.format(names=WITHOUT) + ALL + f"OUT = {str(tmp_path / 'out')!r}\n"
    code += f"from claimdesk.cli import main\nsys.exit({step})"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{note}: {ran.stderr}"
