"""The house keeps its shape: imports go down only, heavy packages stay put, files stay readable."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "claimdesk"
FILES = sorted(PACKAGE.rglob("*.py"))
PAGES = [ROOT / "dashboard.py", *sorted(ROOT.glob("pages/*.py"))]

# From the ground up. A room may import every floor below its own; rooms of one floor do not know each other,
# but for the pairs below.
FLOORS = (
    {"model", "errors", "settings", "access", "files"},
    {"text", "logs"},
    {"registry", "library", "matching", "evidence"},
    {
        "desk",
        "assessing",
        "hits",
        "missed",
        "changes",
        "phrasing",
        "preview",
        "store",
        "incremental",
        "matched",
        "workers",
    },
    {"messages", "tables", "columns", "figure_rows", "charts", "palette", "reporting", "briefing", "backup"},
    {"cli", "ui", "serve"},
)
SAME_FLOOR = {
    "model": {"errors"},
    "settings": {"errors"},
    "access": {"errors"},
    "assessing": {"store"},
    "desk": {"assessing", "store"},
    "hits": {"desk"},
    "missed": {"desk"},
    "preview": {"desk"},
    "incremental": {"desk", "store"},
    "matched": {"incremental", "store"},
    "workers": {"incremental", "desk", "store"},
    "tables": {"columns", "reporting"},
    "figure_rows": {"messages"},
    "charts": {"messages", "tables", "columns", "figure_rows", "palette"},
    "reporting": {"messages"},
    "briefing": {"messages", "tables", "columns", "figure_rows", "palette", "reporting"},
}
DOORS = {"__init__", "__main__"}  # the package's own: they lead to every room
# Packages that some rooms only may import; a room or a file.
ROOMS_OF = {
    "streamlit": {"ui"},
    "pandas": {"tables", "charts", "ui", "cli/output.py"},
    "altair": {"charts"},
    "rapidfuzz": {"matching", "library"},
    "yaml": {"registry", "library", "text/lexicon.py"},
    "simplemma": {"text", "library"},
    "Sastrawi": {"text"},
    "babel": {"messages", "text"},
    "charset_normalizer": {"library"},
    "trafilatura": {"library"},
    "lxml": {"library"},
    "pypdf": {"library"},
    "argparse": {"cli"},
    "typst": {"briefing"},
}
LONGEST_FILE, LONGEST_PAGE, LONGEST_FUNCTION = 250, 40, 50  # lines

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> list[str]:
    """Dotted names of all modules a file imports, those in functions and for types only included."""
    found = []
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def test_every_room_has_its_floor() -> None:
    assert {_room(path) for path in FILES} - DOORS - set().union(*FLOORS) == set()


@each_file
def test_imports_go_down_only(path: Path) -> None:
    room = _room(path)
    if room in DOORS:
        return
    for name in _imports(path):
        if not name.startswith("claimdesk.") or (target := name.split(".")[1]) == room:
            continue
        assert _floor(target) < _floor(room) or target in SAME_FLOOR.get(room, set()), f"{name} is not below"


@each_file
def test_packages_stay_in_their_rooms(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in _imports(path):
        rooms = ROOMS_OF.get(name.split(".")[0], {_room(path)})
        assert _room(path) in rooms or place in rooms, name


def _modules_after(code: str) -> set[str]:
    """The top names of all modules that are loaded once `code` has run."""
    code += "; import sys; print(*{name.split('.')[0] for name in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


HEAVY = {"pandas", "altair", "streamlit", "pyarrow", "simplemma", "yaml", "babel"}
LIGHT = [
    ("import claimdesk, claimdesk.cli", HEAVY, "to start"),
    (
        "from claimdesk import check, load_articles, load_registry",
        {*HEAVY} - {"simplemma", "yaml"},
        "the library",
    ),
    ("from claimdesk.cli import main; main(['lint'])", {*HEAVY} - {"simplemma", "yaml"}, "lint"),
    (
        "from claimdesk.cli import main; main(['check', '--out', '/dev/null'])",
        {"pandas", "altair", "streamlit", "pyarrow"},
        "check as JSON",
    ),
]


@pytest.mark.parametrize(("code", "without", "note"), LIGHT, ids=[note for *_, note in LIGHT])
def test_heavy_packages_are_loaded_where_they_are_used_only(code: str, without: set[str], note: str) -> None:
    assert _modules_after(code) & without == set(), note


def test_the_library_runs_without_streamlit() -> None:
    code = (
        "import sys; sys.modules['streamlit'] = None; import claimdesk.desk, claimdesk.charts, claimdesk.cli"
    )
    assert "altair" in _modules_after(code)


@pytest.mark.parametrize("path", [*FILES, *PAGES], ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_readable(path: Path) -> None:
    most = LONGEST_PAGE if path in PAGES else LONGEST_FILE
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


@each_file
def test_functions_stay_short(path: Path) -> None:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@each_file
def test_public_names_have_docstrings(path: Path) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree), "the module says nothing of itself"
    public = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_")]
    for node in (node for owner in public for node in owner.body):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def _tracked() -> list[Path]:
    """The text files of the repository, those not yet committed included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout here: which files are the repository's is not known")
    names = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in names if path.is_file() and path.suffix not in {".png", ".ico", ".otf", ".ttf"}]


# Put together from parts, so that this file passes too.
MARKERS = {
    "unfinished work": "|".join(rf"\b{a}{b}\b" for a, b in (("TO", "DO"), ("FIX", "ME"), ("XX", "X"))),
    "a path of one machine": r"(?<![\w./:*-])/(?:"
    + "|".join(("home", "Users", "root", "work", "mnt"))
    + r")/\w",
    "unescaped HTML": "unsafe_allow" + r"_html\s*=\s*True",
    "a merge conflict": r"^[<>|]{7} ",
}


@pytest.mark.parametrize("note", MARKERS)
def test_no_file_holds(note: str) -> None:
    pattern = re.compile(MARKERS[note], re.MULTILINE)
    for path in _tracked():
        found = pattern.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.relative_to(ROOT)}: {found and found.group()}"
