"""What is kept stays whole and provable: killed, full, many at once, corrected, tampered with."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from claimdesk.errors import InputError, OvertakenError, UsageError
from claimdesk.library.add import add_article
from claimdesk.library.catalogue import open_catalogue
from claimdesk.library.correct import correct_body, correct_facts
from claimdesk.library.incoming import read_incoming
from claimdesk.library.read import load_articles
from claimdesk.library.verify import verify_article
from tests.library.layouts import wrap_modern
from tests.library.retold import OTHER_REPORT, REPORT, REVISED
from tests.library.test_add import add_text


def _add_many(folder: str, number: int) -> None:
    for at in range(10):
        text = REPORT if at == 5 else REPORT.replace("Contoh", f"Contoh{number}x{at}")
        add_text(Path(folder), text)


def test_several_programs_at_once(tmp_path: Path) -> None:
    """Thirty articles of one title, one of them three times."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add_many, args=(str(tmp_path), number)) for number in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    library = load_articles(tmp_path)
    assert len(library) == 28
    assert not library.problems
    assert all(verify_article(tmp_path / f"{one.id}.md").state == "extracted" for one in library)


_ENDLESS = """
import sys
from pathlib import Path
from tests.library.test_add import add_text
from tests.library.retold import REPORT
for at in range(10_000):
    add_text(Path(sys.argv[1]), REPORT.replace("Contoh", f"Contoh{at}"))
"""


def test_killed_in_the_middle(tmp_path: Path) -> None:
    """Whenever it is killed, the library is whole, and goes on."""
    for pause in (0.05, 0.11, 0.17):
        worker = subprocess.Popen([sys.executable, "-c", _ENDLESS, str(tmp_path)])
        limit = time.monotonic() + 60
        before = len(list(tmp_path.glob("*.md")))
        while len(list(tmp_path.glob("*.md"))) < before + 2 and time.monotonic() < limit:
            time.sleep(0.01)
        time.sleep(pause)
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        library = load_articles(tmp_path)
        assert not library.problems
        assert all(verify_article(tmp_path / f"{one.id}.md").state == "extracted" for one in library)
    assert add_text(tmp_path, OTHER_REPORT).is_new
    assert not list(tmp_path.rglob("*.part"))


def test_a_full_disk_leaves_the_library_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_text(tmp_path, OTHER_REPORT)
    before = sorted(path.name for path in tmp_path.rglob("*.*") if ".claimdesk" not in str(path))

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match=r"the disk is full\. Make room and try again\. Nothing was changed"):
        add_text(tmp_path, REPORT)
    monkeypatch.undo()
    assert sorted(path.name for path in tmp_path.rglob("*.*") if ".claimdesk" not in str(path)) == before


def test_a_correction_is_signed_and_the_original_stays(tmp_path: Path) -> None:
    added = add_text(tmp_path, REPORT)
    article = load_articles(tmp_path).articles[0]
    corrected = correct_body(tmp_path, added.id, REVISED, "Ana", article.sha256, date(2021, 5, 5))
    assert (corrected.body, corrected.title) == (REVISED, article.title)
    proof = verify_article(tmp_path / f"{added.id}.md")
    assert (proof.state, proof.said) == ("edited", "by Ana on 2021-05-05")
    with pytest.raises(OvertakenError):
        correct_body(tmp_path, added.id, REPORT, "Budi", article.sha256)
    correct_body(tmp_path, added.id, REPORT, "Budi", corrected.sha256)
    assert verify_article(tmp_path / f"{added.id}.md").state == "extracted"


@pytest.mark.parametrize("name", ["tangan.txt", "tangan.md"])
def test_a_correction_of_a_file_that_is_its_own_original(tmp_path: Path, name: str) -> None:
    front = "" if name.endswith(".txt") else "---\ntitle: Judul lain\n---\n"
    (tmp_path / name).write_text(front + REPORT, encoding="utf-8")
    before = load_articles(tmp_path).articles[0]
    correct_body(tmp_path, "tangan", REVISED, "Ana", before.sha256)
    after = load_articles(tmp_path)
    assert not after.problems
    assert [(one.id, one.title, one.outlet, one.body) for one in after] == [
        ("tangan", before.title, before.outlet, REVISED)
    ]
    assert verify_article(tmp_path / "tangan.md").state == "edited"


@pytest.mark.parametrize(("body", "by", "error"), [(" ", "Ana", UsageError), (REVISED, " ", UsageError)])
def test_corrections_that_are_none(tmp_path: Path, body: str, by: str, error: type[UsageError]) -> None:
    added = add_text(tmp_path, REPORT)
    with pytest.raises(error):
        correct_body(tmp_path, added.id, body, by, load_articles(tmp_path).articles[0].sha256)


@pytest.mark.parametrize("body", ["Air \ud800 naik.", "Air \0 naik."])
def test_a_text_that_no_file_gives_back_is_refused(tmp_path: Path, body: str) -> None:
    added = add_text(tmp_path, REPORT)
    before = (tmp_path / f"{added.id}.md").read_bytes()
    with pytest.raises(InputError, match="save it as plain text"):
        correct_body(tmp_path, added.id, body, "Maya", hashlib.sha256(before).hexdigest())
    assert (tmp_path / f"{added.id}.md").read_bytes() == before


def test_facts_that_a_person_states_are_proposed_no_more(tmp_path: Path) -> None:
    added = add_text(tmp_path, REPORT)
    before = load_articles(tmp_path).articles[0]
    stated = {"title": "Banjir", "published": "2021-05-04", "outlet": ""}
    after = correct_facts(tmp_path, added.id, stated, "Ana", before.sha256, date(2021, 5, 5))
    assert (after.title, after.published, after.body) == ("Banjir", date(2021, 5, 4), REPORT)
    assert after.notes[0] == "Read off the source and confirmed by nobody: language (its words)."
    assert verify_article(tmp_path / f"{added.id}.md").state == "extracted"
    head = (tmp_path / f"{added.id}.md").read_text(encoding="utf-8").partition(REPORT)[0]
    assert 'facts_by: "Ana"\nfacts_on: "2021-05-05"\n' in head
    for wrong in ({"published": "kemarin"}, {"colour": "red"}):
        with pytest.raises(UsageError):
            correct_facts(tmp_path, added.id, wrong, "Ana", after.sha256)
    with pytest.raises(OvertakenError):
        correct_facts(tmp_path, added.id, stated, "Ana", before.sha256)
    with pytest.raises(InputError, match="there is no article"):
        correct_facts(tmp_path, "../raw", stated, "Ana", before.sha256)
    with pytest.raises(UsageError, match="Say who corrects"):
        correct_facts(tmp_path, added.id, stated, " ", after.sha256)


def _tamper(folder: Path, identity: str, how: str) -> None:
    path = folder / f"{identity}.md"
    raw = next((folder / "raw").iterdir())
    text = path.read_text(encoding="utf-8")
    if how == "body":
        path.write_text(text.replace("340 warga", "940 warga"), encoding="utf-8")
    elif how == "body and hash":
        body = text.partition("\n---\n")[2].replace("340 warga", "940 warga")
        old = text.partition('body_sha256: "')[2][:64]
        new = hashlib.sha256(body.encode()).hexdigest()
        head = text.partition("\n---\n")[0].replace(f'body_sha256: "{old}', f'body_sha256: "{new}')
        path.write_text(f"{head}\n---\n{body}", encoding="utf-8")
    elif how == "raw":
        raw.write_bytes(raw.read_bytes().replace(b"340", b"940"))
    elif how == "raw gone":
        raw.unlink()


TAMPERED = [
    ("body", "the text is not the one that body_sha256 was taken of"),
    ("body and hash", "nobody signed it"),
    ("raw", "the file as received was changed"),
    ("raw gone", "the file as received is missing"),
]


@pytest.mark.parametrize(("how", "said"), TAMPERED)
@pytest.mark.parametrize("form", ["a.txt", "a.html"])
def test_what_was_tampered_with_is_found(tmp_path: Path, form: str, how: str, said: str) -> None:
    content = (
        REPORT.encode() if form == "a.txt" else wrap_modern(REPORT.splitlines()[2:], REPORT.splitlines()[0])
    )
    with open_catalogue(tmp_path) as catalogue:
        added = add_article(catalogue, read_incoming(content, form))
    assert verify_article(tmp_path / f"{added.id}.md").state == "extracted"
    _tamper(tmp_path, added.id, how)
    proof = verify_article(tmp_path / f"{added.id}.md")
    assert proof.state == "failed"
    assert said in proof.said
