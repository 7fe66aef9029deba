"""`claimdesk lint`: problems on standard output, what they add up to on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdesk.cli import main


@pytest.mark.usefixtures("desk")
def test_a_registry_without_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "claims.yaml: 3 claims, no warnings.\n"


def test_the_shipped_registry_has_none(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(root / "claims.yaml")]) == 0
    assert "22 claims" in capsys.readouterr().err


def test_warnings_are_no_errors(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claim = "{id: rain, statement: It rained., supports: [heavy rain fell on the valley]}"
    (desk / "flood.yaml").write_text(f"claims:\n  - {claim}\n")
    assert main(["lint", "flood.yaml"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("flood.yaml:2:")
    assert captured.out.count("\n") == captured.out.count("(warning)") == 1
    assert captured.err == "flood.yaml: 1 claim, 1 warning.\n"


def test_all_problems_at_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "claims.yaml").write_text(
        "claims:\n  - {id: A B, statement: S, supports: [water is wet], colour: red}\n  - {id: b}\n"
    )
    assert main(["lint"]) == 1
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert [line.split(":")[1] for line in lines] == sorted(line.split(":")[1] for line in lines)
    assert all(line.startswith("claims.yaml:") for line in lines)
    for word in ("claims[0].id", "colour", "claims[1]", "statement"):
        assert word in captured.out
    assert captured.err == f"claims.yaml: {len(lines)} problems to mend before it can be used.\n"


def test_warnings_count_what_phrases_hit_in_the_articles(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = "{id: dam, statement: The dam was opened., as_of: 2021-05-09, supports: [the dam]}"
    (desk / "flood.yaml").write_text(f"claims:\n  - {claim}\n")
    assert main(["lint", "flood.yaml"]) == 0
    told = capsys.readouterr().out
    assert "it hits 2 of " in told, "one passage says so, another denies it"
    (desk / "articles").rename(desk / "elsewhere")
    assert main(["lint", "flood.yaml"]) == 0
    assert "hits" not in capsys.readouterr().out
    assert main(["lint", "flood.yaml", "--articles", "elsewhere"]) == 0
    assert capsys.readouterr().out == told


def test_a_desk_without_articles_has_its_registry_checked(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (desk / "articles").iterdir():
        file.unlink()
    claim = "{id: rain, statement: It rained., supports: [heavy rain fell on the valley]}"
    (desk / "claims.yaml").write_text(f"claims:\n  - {claim}\n")
    assert main(["lint"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("claims.yaml:2:")
    assert captured.err.startswith("articles holds no articles")
    assert captured.err.endswith("What phrases hit could not be counted.\nclaims.yaml: 1 claim, 1 warning.\n")
    assert main(["lint", "--articles", "articles"]) == 1, "it was asked for"
    assert "holds no articles" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_a_folder_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--articles", "nowhere"]) == 1
    assert "nowhere" in capsys.readouterr().err
