"""`claimdesk fmt`, and the hooks that run it before a commit."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from claimdesk.cli import main
from claimdesk.registry.history import load_history

CRAMPED = "claims:\n- {id: a, statement: 'S',\n   supports: [it rains]}   # why\n"
LAID_OUT = "claims:\n  # why\n  - id: a\n    statement: S\n    supports:\n      - it rains\n"


def test_a_file_is_formatted_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk / "claims.yaml"
    path.write_text(CRAMPED)
    assert main(["fmt", "--check"]) == 1
    assert capsys.readouterr().out == (
        "claims.yaml:2: not in canonical form from here on. Run: claimdesk fmt claims.yaml\n"
    )
    assert path.read_text() == CRAMPED
    assert main(["fmt", "--by", "Ani"]) == 0
    assert path.read_text() == LAID_OUT
    assert main(["fmt"]) == main(["fmt", "--check"]) == 0
    assert capsys.readouterr().out == ""
    (_, saved) = load_history("claims.yaml").entries
    assert (saved.kind, saved.by, saved.changes) == ("saved", "Ani", ())


def test_several_files_one_of_which_is_no_registry(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.yaml", CRAMPED), ("b.yaml", "claims: ["), ("c.yaml", CRAMPED)):
        (desk / name).write_text(text)
    assert main(["fmt", "a.yaml", "b.yaml", "c.yaml", "none.yaml"]) == 1
    said = capsys.readouterr().err
    assert "b.yaml:2" in said
    assert "none.yaml" in said
    assert (desk / "a.yaml").read_text() == (desk / "c.yaml").read_text() == LAID_OUT
    assert (desk / "b.yaml").read_text() == "claims: ["


def test_a_check_leaves_nothing_behind(desk: Path) -> None:
    (desk / "claims.yaml").write_text(CRAMPED)
    before = sorted(desk.iterdir())
    assert main(["fmt", "--check"]) == 1
    assert main(["lint"]) == 0
    assert sorted(desk.iterdir()) == before


@pytest.mark.parametrize("name", ["claimdesk-lint", "claimdesk-fmt"])
def test_a_hook_runs_on_the_files_it_is_for(root: Path, desk: Path, name: str) -> None:
    hooks = {one["id"]: one for one in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())}
    hook = hooks[name]
    assert hook["language"] == "python", "pre-commit installs the package, with its command, by itself"
    scripts = (root / "pyproject.toml").read_text()
    program, *arguments = shlex.split(hook["entry"])
    assert f'{program} = "claimdesk.cli:main"' in scripts
    names = ["claims.yaml", "desk/claims.yml", "desk/notes.yaml", "claims.yaml.bak", "myclaims.yaml"]
    files = [one for one in names if re.search(hook["files"], one)]
    assert files == ["claims.yaml", "desk/claims.yml"]
    (desk / "desk").mkdir()
    for one in files:
        (desk / one).write_text(LAID_OUT)
    assert main([*arguments, *files]) == 0
    (desk / files[1]).write_text("claims:\n- {id: A B}\n" if name == "claimdesk-lint" else CRAMPED)
    assert main([*arguments, *files]) == 1


def test_the_shipped_registry_is_in_canonical_form(root: Path) -> None:
    assert main(["fmt", "--check", str(root / "claims.yaml")]) == 0
