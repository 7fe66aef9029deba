"""Roles: who may write what, checked in the library, whoever calls it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from claimdesk import access
from claimdesk.access import LOCAL, Person
from claimdesk.backup.restore import restore_backup
from claimdesk.backup.save import save_backup
from claimdesk.briefing.issued import Issue, log_issue
from claimdesk.errors import AccessError, InputError
from claimdesk.library.add import add_article
from claimdesk.library.catalogue import open_catalogue
from claimdesk.library.correct import correct_body, correct_facts
from claimdesk.library.incoming import read_incoming
from claimdesk.library.teach import forget_line, teach_line
from claimdesk.model import Claim, Decision, Phrase, Verdict
from claimdesk.registry.edit import change_claim, change_registry
from claimdesk.registry.save import save_registry
from claimdesk.store.reviews import append_decision, load_reviews
from claimdesk.store.seconds import Rule, append_rule, append_second

ROLES = """
[access]
editors = ["Maya@desk.example"]
reviewers = ["@desk.example", "guest@partner.example"]
readers = ["@partner.example", "intern@desk.example"]
[access.names]
"ari@desk.example" = "Ari"
"""
REGISTRY = b"""version: 1
title: Flood
claims:
  - id: dam
    statement: The dam was opened.
    supports: [pintu air dibuka]
  - id: toll
    statement: 12 people died.
    supports: [12 orang tewas]
"""
WIRE = b"It rained for three days.\n"
WIRE_SHA256 = hashlib.sha256(WIRE).hexdigest()
ISSUE = Issue(date(2024, 5, 1), date(2024, 5, 1), "png", "square", "en", "", "", "", ())
EDITOR, REVIEWER, READER, STRANGER = (
    Person(address, verified=True)
    for address in ("maya@desk.example", "ari@desk.example", "intern@desk.example", "maya@desk.example.net")
)
BY = {EDITOR: "maya@desk.example", REVIEWER: "Ari", READER: "intern@desk.example", LOCAL: "anybody"}
SHOWN = {EDITOR: "editor", REVIEWER: "reviewer", READER: "reader", STRANGER: "stranger", LOCAL: "local"}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with an access file. Elsewhere in the process somebody may have been asked for: not here."""
    monkeypatch.delenv("CLAIMDESK_ACCESS", raising=False)
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    monkeypatch.setattr(access, "_find_person", lambda: LOCAL)
    (tmp_path / "claimdesk.toml").write_text(ROLES, encoding="utf-8")
    (tmp_path / "claims.yaml").write_bytes(REGISTRY)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "wire.txt").write_bytes(WIRE)
    (tmp_path / "articles" / "boilerplate.yaml").write_bytes(b'"Contoh":\n  - "Follow us here"\n')
    return tmp_path


def _decision(by: str) -> Decision:
    return Decision("dam", "wire", 0, 4, "text", "confirmed", on=date(2024, 5, 1), by=by)


def _claim(by: str) -> Claim:
    return Claim("dam", "It was.", (Phrase("x", "supports"),), verdict=Verdict("contested", None, "", by))


def _write(what: str, folder: Path, by: str) -> None:
    registry, reviews = folder / "claims.yaml", folder / "reviews.jsonl"
    verdict = {"status": "contested", "rationale": "Two sides.", "by": by, "on": date(2024, 5, 1)}
    actions = {
        "decision": lambda: append_decision(reviews, _decision(by)),
        "second word": lambda: append_second(reviews, _claim("somebody"), by, date(2024, 5, 1)),
        "rule": lambda: append_rule(reviews, Rule(True, date(2024, 5, 1), by)),
        "verdict": lambda: save_registry(
            registry, change_claim(REGISTRY, "dam", "verdict", verdict), base=REGISTRY
        ),
        "phrase": lambda: save_registry(
            registry, change_claim(REGISTRY, "dam", "supports", ["x y"]), base=REGISTRY
        ),
        "title": lambda: save_registry(registry, change_registry(REGISTRY, "title", "x"), base=REGISTRY),
        "article": lambda: _add(folder / "articles"),
        "text of an article": lambda: correct_body(folder / "articles", "wire", "New.", by, WIRE_SHA256),
        "facts of an article": lambda: correct_facts(
            folder / "articles", "wire", {"outlet": "Contoh"}, by, WIRE_SHA256
        ),
        "taught line": lambda: teach_line(folder / "articles", "Contoh", "Share this now"),
        "issued card": lambda: log_issue(folder / "issued.jsonl", ISSUE),
        "backup": lambda: save_backup(folder / "all.zip", registry, folder / "articles"),
        "restored desk": lambda: _restore(folder),
        "line untaught": lambda: forget_line(folder / "articles", "Contoh", "Follow us here"),
    }
    actions[what]()


# What is written -> who may.
WRITES = {
    "decision": {EDITOR, REVIEWER},
    "second word": {EDITOR, REVIEWER},
    "verdict": {EDITOR, REVIEWER},
    "rule": {EDITOR},
    "phrase": {EDITOR},
    "title": {EDITOR},
    "article": {EDITOR},
    "text of an article": {EDITOR},
    "facts of an article": {EDITOR},
    "taught line": {EDITOR},
    "line untaught": {EDITOR},
    "issued card": {EDITOR, REVIEWER},
    "backup": {EDITOR},
    "restored desk": {EDITOR},
}


def _add(folder: Path) -> None:
    with open_catalogue(folder) as catalogue:
        add_article(catalogue, read_incoming(b"The dam was opened at noon.\n", "a.txt"))


def _restore(folder: Path) -> None:
    with access.acting_as(EDITOR):
        save_backup(folder / ".all.zip", folder / "claims.yaml", folder / "articles")
    restore_backup(folder / ".all.zip", folder / "there" / "claims.yaml", folder / "there" / "articles")


def _kept(folder: Path) -> dict[str, bytes]:
    """All files, but hidden ones and those in hidden folders."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = {path: path.relative_to(folder).as_posix() for path in paths}
    return {name: path.read_bytes() for path, name in names.items() if "/." not in f"/{name}"}


@pytest.mark.parametrize("what", WRITES)
@pytest.mark.parametrize("person", SHOWN, ids=SHOWN.values())
def test_every_write_asks_for_its_role(what: str, person: Person, desk: Path) -> None:
    before = _kept(desk)
    with access.acting_as(person):
        if person in WRITES[what]:
            _write(what, desk, BY[person])
            assert _kept(desk) != before
        else:
            with pytest.raises(AccessError, match="may not do this"):
                _write(what, desk, BY.get(person, ""))
            assert _kept(desk) == before


@pytest.mark.parametrize("what", ["decision", "second word", "verdict"])
def test_nobody_signs_as_somebody_else(what: str, desk: Path) -> None:
    before = _kept(desk)
    with access.acting_as(REVIEWER), pytest.raises(AccessError, match="signed in as Ari"):
        _write(what, desk, "maya@desk.example")
    assert _kept(desk) == before


def _judge(desk: Path, base: bytes, verdict: dict[str, object] | None) -> bytes:
    edited = change_claim(base, "dam", "verdict", verdict)
    return save_registry(desk / "claims.yaml", edited, base=base).data


def test_a_reviewer_takes_out_a_verdict_of_their_own_only(desk: Path) -> None:
    verdict = {"status": "contested", "rationale": "Two sides.", "on": date(2024, 5, 1)}
    with access.acting_as(EDITOR):
        judged = _judge(desk, REGISTRY, verdict | {"by": "maya@desk.example"})
    with access.acting_as(REVIEWER):
        with pytest.raises(AccessError, match="signed in as Ari"):
            _judge(desk, judged, None)
        assert (desk / "claims.yaml").read_bytes() == judged
        again = _judge(desk, judged, verdict | {"by": "Ari"})
        assert b"verdict" not in _judge(desk, again, None)


VERDICT = b"    verdict: {status: contested, by: Ari}"
REMARKS = [
    # text, with what, may a reviewer, why
    (b"# the desk's list\n", b"", False, "a comment is taken out"),
    (b"# the desk's list", b"# my list", False, "a comment is worded otherwise"),
    (b"title: Flood", b"title: Flood  # so they say", False, "a comment comes in"),
    (b"Ari}", b"Ari}  # for now", True, "inside the verdict it is theirs"),
    (b"contested, by", b"unverified, by", True, "their verdict alone"),
]


@pytest.mark.parametrize(("text", "new", "allowed", "why"), REMARKS)
def test_a_reviewer_leaves_the_comments_of_others(
    text: bytes, new: bytes, allowed: bool, why: str, desk: Path
) -> None:
    base = b"# the desk's list\n" + REGISTRY.replace(b"  - id: toll", VERDICT + b"\n  # below\n  - id: toll")
    (desk / "claims.yaml").write_bytes(base)
    edited = base.replace(text, new)
    assert edited != base
    with access.acting_as(REVIEWER):
        if allowed:
            assert save_registry(desk / "claims.yaml", edited, base=base).data == edited, why
        else:
            with pytest.raises(AccessError, match="does not make them an editor"):
                save_registry(desk / "claims.yaml", edited, base=base)
            assert (desk / "claims.yaml").read_bytes() == base, why


def test_a_visitor_who_has_not_signed_in_writes_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "_find_person", lambda: None)
    for what in WRITES:
        with pytest.raises(AccessError, match="Sign in first"):
            _write(what, desk, "x")


def test_without_an_access_file_only_who_sits_here_may(desk: Path) -> None:
    (desk / "claimdesk.toml").unlink()
    _write("phrase", desk, "")
    with access.acting_as(EDITOR), pytest.raises(AccessError, match="does not exist"):
        _write("decision", desk, "maya@desk.example")
    _write("decision", desk, "anybody")
    assert [one.by for one in load_reviews(desk / "reviews.jsonl").decisions] == ["anybody"]


def test_what_local_may_is_what_the_file_says(desk: Path) -> None:
    (desk / "claimdesk.toml").write_text('[access]\nlocal = "reviewer"\n', encoding="utf-8")
    _write("decision", desk, "anybody")
    with pytest.raises(AccessError):
        _write("rule", desk, "anybody")


BROKEN = [
    ("editors = [", "no TOML"),
    ('[acces]\neditors = ["a@b.c"]', "with no other keys"),
    ("", "one table"),
    ('[access]\neditor = ["a@b.c"]', "with no other keys"),
    ('[access]\neditors = "a@b.c"', "Write a list"),
    ('[access]\neditors = ["desk.example"]', "is no address"),
    ('[access]\neditors = ["m\\u0430ya@desk.example"]', "is no address"),
    ('[access]\neditors = ["a@b.c"]\nreaders = ["A@B.c"]', "two roles"),
    ('[access]\nlocal = "owner"', "local is 'owner'"),
    ('[access]\ntrust_unverified = "yes"', "true or false"),
    ('[access.names]\n"a@b.c" = "Ari"\n"d@b.c" = "ari "', "name of its own"),
    ("access = " + "[" * 5000, "no TOML"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_an_access_file_that_cannot_be_read_gives_nobody_any_right(text: str, said: str, desk: Path) -> None:
    (desk / "claimdesk.toml").write_text(text, encoding="utf-8")
    for person in (LOCAL, EDITOR):
        with access.acting_as(person), pytest.raises(InputError, match=said):
            _write("decision", desk, "x")


def test_an_access_file_that_is_a_link_to_nowhere_gives_nobody_any_right(desk: Path) -> None:
    (desk / "claimdesk.toml").unlink(missing_ok=True)
    (desk / "claimdesk.toml").symlink_to(desk / "gone.toml")
    for person in (LOCAL, EDITOR):
        with access.acting_as(person), pytest.raises(InputError, match="nobody has access"):
            _write("decision", desk, "x")


def test_every_access_file_that_holds_must_allow_it(desk: Path) -> None:
    """Articles may lie elsewhere: the desk's own file holds for them too, and so does one beside them."""
    elsewhere = desk / "elsewhere" / "articles"
    elsewhere.mkdir(parents=True)
    with access.acting_as(READER), pytest.raises(AccessError):
        access.require("editor", elsewhere / "wire.md")
    with access.acting_as(EDITOR):
        access.require("editor", elsewhere / "wire.md")
        (elsewhere.parent / "claimdesk.toml").write_text(
            '[access]\nreaders = ["@desk.example"]', encoding="utf-8"
        )
        with pytest.raises(AccessError):
            access.require("editor", elsewhere / "wire.md")


def test_the_named_access_file_must_be_there(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_ACCESS", str(desk / "other.toml"))
    with pytest.raises(InputError, match="nobody has access"):
        access.require("reader", desk / "claims.yaml")
