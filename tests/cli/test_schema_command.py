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
