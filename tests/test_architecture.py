"""The house keeps its shape: imports go down only, heavy packages stay put, files stay readable."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "claimdesk"
FILES = sorted(PACKAGE.rglob("*.py"))

# A room may import its own floor's rules and every floor below; rooms of one floor do not know each other.
FLOORS = (
    ("model", "errors", "settings"),
    ("text",),
    ("registry", "library", "matching", "evidence"),
    ("desk", "store"),
    ("messages", "tables", "charts", "palette", "reporting", "briefing"),
    ("cli", "ui"),
)
SAME_FLOOR = {
    "model": {"errors"},
    "desk": {"store"},
    "reporting": {"messages"},
    "tables": {"messages", "reporting"},
    "charts": {"messages", "tables", "palette"},
    "briefing": {"messages", "tables", "charts", "palette", "reporting"},
}
# What may be imported where, besides the standard library.
ROOMS_OF = {
    "streamlit": {"ui"},
    "pandas": {"tables", "charts", "ui"},
    "altair": {"charts"},
    "rapidfuzz": {"matching", "library"},
    "yaml": {"registry", "library", "text/lexicon.py"},
    "babel": {"messages", "text"},
}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _floor(room: str) -> int:
    return next((number for number, rooms in enumerate(FLOORS) if room in rooms), len(FLOORS))


def _imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


def _module_level(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rows = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    return [alias.name for n in rows if isinstance(n, ast.Import) for alias in n.names] + [
        node.module or "" for node in rows if isinstance(node, ast.ImportFrom)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_only(path: Path) -> None:
    room = _room(path)
    if room in {"__init__", "__main__"}:
        return
    for name in _imports(path):
        if not name.startswith("claimdesk.") or (target := name.split(".")[1]) == room:
            continue
        allowed = _floor(target) < _floor(room) or target in SAME_FLOOR.get(room, set())
        assert allowed, f"{path.relative_to(ROOT)} imports {name}, which is not below it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_packages_stay_in_their_rooms(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in _imports(path):
        rooms = ROOMS_OF.get(name.split(".")[0])
        assert rooms is None or _room(path) in rooms or place in rooms, f"{place} imports {name}"


def test_the_command_line_starts_light() -> None:
    heavy = {"pandas", "altair", "streamlit", "pyarrow", "trafilatura"}
    code = "import sys, claimdesk, claimdesk.cli; print(*sorted(m.split('.')[0] for m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not heavy & set(loaded.split())


def test_the_library_runs_without_streamlit() -> None:
    code = "import sys; sys.modules['streamlit'] = None; import claimdesk, claimdesk.cli, claimdesk.tables"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "path", [*FILES, *ROOT.glob("pages/*.py"), ROOT / "dashboard.py"], ids=lambda p: str(p.relative_to(ROOT))
)
def test_files_stay_readable(path: Path) -> None:
    most = 40 if path.parent.name == "pages" or path.name == "dashboard.py" else 250
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_names_have_docstrings_and_functions_stay_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path.name} says nothing of itself"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{path.name}: {node.name} is too long"


def test_pandas_is_imported_where_it_is_used_only() -> None:
    eager = [path for path in FILES if _room(path) == "cli" and "pandas" in _module_level(path)]
    assert not eager
