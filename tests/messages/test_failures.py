"""Why something could not be done is said in the reader's language, whatever room it comes from."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from claimdesk import access
from claimdesk.errors import ClaimdeskError
from claimdesk.library.add import add_article
from claimdesk.library.catalogue import open_catalogue
from claimdesk.library.incoming import read_incoming
from claimdesk.library.problems import RefusedError
from claimdesk.library.teach import teach_line
from claimdesk.logs.chain import append_entry
from claimdesk.messages.failures import render_why
from claimdesk.messages.problems import find_text
from claimdesk.registry.begin import begin_registry
from claimdesk.registry.save import save_registry

GOOD = b"version: 1\nclaims:\n  - {id: dam, statement: The dam leaks., supports: [the dam leaks]}\n"
CODES = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES)
BODY = b"The dam leaks.\n\nIt is being looked at, the mayor said on Monday.\n"


def _save(folder: Path) -> None:
    (folder / "claims.yaml").write_bytes(GOOD)
    save_registry(folder / "claims.yaml", GOOD.replace(b"leaks.", b"leaked."), base=GOOD)


def _add(folder: Path) -> None:
    with open_catalogue(folder) as catalogue:
        add_article(catalogue, read_incoming(BODY, "wire.txt"), {"title": "Dam"})


ACTIONS = (
    _save,
    lambda folder: begin_registry(folder / "claims.yaml", GOOD),
    _add,
    lambda folder: teach_line(folder, "Ledger", "Read more on our page today"),
    lambda folder: append_entry(folder / "issued.jsonl", {"n": 1}),
)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_disk_that_refuses_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: object, code: int
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ClaimdeskError) as error:
        action(tmp_path)  # type: ignore[operator]
    (line,) = str(error.value).splitlines()
    assert find_text(line)[0]
    assert render_why(error.value, "en") == (line,)


def test_who_may_not_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_bytes(GOOD)
    (tmp_path / "claimdesk.toml").write_text("[access]\n", encoding="utf-8")
    with pytest.raises(ClaimdeskError) as error:
        access.require("editor", tmp_path / "claims.yaml")
    template, values = find_text(str(error.value))
    assert template.startswith("{who} may not")
    assert values["role"] == "an editor"


def test_a_refusal_is_known_by_its_text_alone() -> None:
    refusal = RefusedError(
        "{site} cannot be found; check the address and the connection.", site="news.example"
    )
    said = render_why(refusal, "id")
    assert said != (str(refusal),)
    assert render_why(str(refusal), "id") == said


def test_every_line_of_an_error_is_said() -> None:
    lines = "claims.yaml:1:1: the file is empty, save it as UTF-8\nclaims.yaml: unheard of"
    first, second = render_why(lines, "id")
    assert first.startswith("claims.yaml:1:1: ")
    assert second == "claims.yaml: unheard of"
