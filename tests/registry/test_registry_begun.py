"""A registry begun where there is none, put back where it was, and never in the place of another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimdesk import access
from claimdesk.errors import AccessError, ClaimdeskError, InputError, RegistryError
from claimdesk.registry.begin import begin_registry, compose_registry, load_last_version
from claimdesk.registry.history import load_history, verify_history
from claimdesk.registry.read import parse_registry

CLAIM = {"id": "dam", "statement": "The dam broke.", "as_of": "2021-05-10", "supports": ["the dam broke"]}
FIRST, OTHER = compose_registry("Flood", CLAIM), compose_registry("", {**CLAIM, "notes": "other"})


def _told(path: Path) -> list[tuple[str, str]]:
    return [(entry.kind, entry.by) for entry in load_history(path).entries]


def test_a_registry_of_one_claim() -> None:
    registry, warnings = parse_registry(FIRST, "")
    assert (registry.title, [claim.id for claim in registry.claims], list(warnings)) == ("Flood", ["dam"], [])
    assert b"title" not in OTHER
    with pytest.raises(RegistryError):
        compose_registry("", {"id": "dam"})


def test_it_is_begun_in_a_folder_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "claims.yaml"
    begin_registry(path, FIRST, "Ana")
    assert path.read_bytes() == FIRST
    assert _told(path) == [("begun", "Ana")]
    assert load_last_version(path) == FIRST


@pytest.mark.parametrize("forgotten", [False, True], ids=["with the old versions", "without them"])
@pytest.mark.parametrize("data", [FIRST, OTHER], ids=["as it was", "otherwise"])
def test_what_was_lost_is_put_back(data: bytes, forgotten: bool, tmp_path: Path) -> None:
    """Its history goes on, and is whole."""
    path = tmp_path / "claims.yaml"
    begin_registry(path, FIRST, "Ana")
    path.unlink()
    if forgotten:
        shutil.rmtree(tmp_path / ".claimdesk" / "versions")
    assert load_last_version(path) == (None if forgotten else FIRST)
    begin_registry(path, data, "Ben")
    assert path.read_bytes() == data == load_last_version(path)
    assert _told(path) == [("begun", "Ana"), *([("saved", "Ben")] if data == OTHER else [])]
    assert verify_history(path) == ()


REFUSED = [
    (FIRST, "there", InputError, "there is one already"),
    (b"claims: [", "", RegistryError, "no registry"),
    (FIRST, "reader", AccessError, "somebody who may only read"),
]


@pytest.mark.parametrize(("data", "where", "error", "note"), REFUSED, ids=[row[-1] for row in REFUSED])
def test_what_is_not_begun(
    data: bytes, where: str, error: type[ClaimdeskError], note: str, tmp_path: Path
) -> None:
    path = tmp_path / "claims.yaml"
    if where == "there":
        path.write_bytes(OTHER)
    if where == "reader":
        (tmp_path / access.FILE).write_text('[access]\nlocal = "reader"\n', encoding="utf-8")
    with pytest.raises(error):
        begin_registry(path, data, "Ana")
    assert (path.read_bytes() if path.exists() else b"") == (OTHER if where == "there" else b""), note
    assert _told(path) == []
