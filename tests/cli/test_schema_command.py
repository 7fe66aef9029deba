"""`claimdesk schema`."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdesk.cli import main


def test_it_prints_the_shipped_schema(root: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["schema"]) == 0
    captured = capsysbinary.readouterr()
    assert captured.out == (root / "claims.schema.json").read_bytes()
    assert captured.err == b""


def test_or_writes_it_to_a_file(
    root: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["schema", "--out", str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_bytes() == (root / "claims.schema.json").read_bytes()
    assert capsysbinary.readouterr() == (b"", b"")


@pytest.mark.parametrize("guide", [[], ["--guide"]])
def test_it_replaces_nothing_but_its_own_kind(
    guide: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "claims.yaml"
    out.write_text("claims: []\n")
    assert main(["schema", *guide, "--out", str(out)]) == 1
    assert f"{out}: this file is something else" in capsys.readouterr().err
    assert out.read_text() == "claims: []\n"
    out.write_text("")
    for _ in range(2):
        assert main(["schema", *guide, "--out", str(out)]) == 0
    assert out.read_text()
