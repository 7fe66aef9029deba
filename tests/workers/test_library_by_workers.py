"""Who does the work, and in which portions, changes nothing; a process that dies changes nothing either."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from desk_cases import make_article, make_claim, make_registry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdesk import desk
from claimdesk.errors import UsageError
from claimdesk.incremental import build_task
from claimdesk.library.portions import Portion, find_portions
from claimdesk.library.read import load_articles
from claimdesk.model import Evidence
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.store.results import open_results
from claimdesk.workers.library import match_library, on_processes
from claimdesk.workers.processes import run_processes
from claimdesk.workers.share import Share, Work, build_work

REGISTRY = make_registry(
    make_claim("sent", ["Zandia sent troops to Lorvania"], ["Zandia has no troops in Lorvania"]),
    make_claim("flood", ["people died in the flood"]),
)
SENTENCES = [
    "Zandia has sent troops to Lorvania, General Orsk said.",
    "Zandia denied that it sent troops to Lorvania.",
    "At least 300 people died in the flood.",
    "Rice costs more than a week ago.",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of twelve articles, one of which cannot be read."""
    home = tmp_path_factory.mktemp("articles")
    for at in range(12):
        text = " ".join(SENTENCES[(at + step) % 4] for step in range(at % 3 + 1))
        (home / f"n{at:02}.md").write_text(f"---\nlanguage: en\npublished: 2031-05-10\n---\n{text}\n")
    (home / "n05.md").write_bytes(b"\x00")
    return str(home)


@pytest.fixture(scope="module")
def whole(folder: str) -> Evidence:
    """What is found by one process that reads everything."""
    found = desk.match(REGISTRY, load_articles(folder))
    return Evidence(tuple(replace(entry, candidates=()) for entry in found.articles))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 13), rng=st.randoms(use_true_random=False))
def test_any_portions_in_any_order_give_the_same(
    size: int, rng: object, folder: str, whole: Evidence
) -> None:
    def run(work: Work, portions: Sequence[Portion]) -> list[tuple[int, Share]]:
        done = [(number, work(portion)) for number, portion in enumerate(portions)]
        rng.shuffle(done)  # type: ignore[attr-defined]
        return done

    portions, _ = find_portions(folder, size)
    found, problems = match_library(REGISTRY, portions, run=run)
    assert found == whole
    assert [problem.partition(": ")[0][-10:] for problem in problems] == ["n05.md:1:1"]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_gives_the_same(
    workers: int, folder: str, whole: Evidence, tmp_path: Path
) -> None:
    portions, _ = find_portions(folder, 2)
    for _ in ("cold", "warm"):
        found, _ = match_library(REGISTRY, portions, store=open_results(tmp_path), run=on_processes(workers))
        assert found == whole


def test_texts_are_left_out_where_nobody_needs_them(folder: str, whole: Evidence) -> None:
    portions, _ = find_portions(folder)
    found, _ = match_library(REGISTRY, portions, bodies=False)
    assert {entry.article.body for entry in found.articles} == {""}
    assert [entry.quotes for entry in found.articles] == [entry.quotes for entry in whole.articles]


def _die_at(marker: Path | None, name: str, work: Work, portion: Portion) -> Share:
    """Work that kills its process at the portion of that file: once, where there is a marker."""
    if name in portion.names and (marker is None or not marker.exists()):
        if marker is not None:
            marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(portion)


@pytest.mark.parametrize("name", ["n00.md", "n07.md", "n11.md"])
def test_the_portion_of_a_worker_that_died_is_redone(
    name: str, folder: str, whole: Evidence, tmp_path: Path
) -> None:
    def run(work: Work, portions: Sequence[Portion]) -> object:
        return run_processes(partial(_die_at, tmp_path / "died", name, work), portions, 2)

    portions, _ = find_portions(folder, 2)
    found, problems = match_library(REGISTRY, portions, run=run)  # type: ignore[arg-type]
    assert (tmp_path / "died").exists()
    assert found == whole
    assert len(problems) == 1


def test_a_portion_that_kills_every_worker_is_said_and_the_rest_is_matched(
    folder: str, whole: Evidence
) -> None:
    def run(work: Work, portions: Sequence[Portion]) -> object:
        return run_processes(partial(_die_at, None, "n07.md", work), portions, 2)

    portions, _ = find_portions(folder, 1)
    found, problems = match_library(REGISTRY, portions, run=run)  # type: ignore[arg-type]
    assert found.articles == tuple(entry for entry in whole.articles if entry.article.id != "n07")
    assert "n07.md to n07.md could not be matched, the workers that tried it died" in problems[1]


def _wait(path: Path, work: Work, portion: Portion) -> Share:
    path.joinpath(str(os.getpid())).touch()
    time.sleep(60)
    return work(portion)


def test_workers_end_with_their_parent(folder: str, tmp_path: Path) -> None:
    portions, _ = find_portions(folder, 1)
    work = build_work(build_task(REGISTRY, DEFAULT_SETTINGS, None), bodies=False)
    parent = os.fork()
    if parent == 0:
        list(run_processes(partial(_wait, tmp_path, work), portions, 2))
        os._exit(0)
    deadline = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(workers) == 2
    while any(map(_lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_worker_of_another_version_is_refused(folder: str) -> None:
    portions, _ = find_portions(folder)
    task = replace(build_task(REGISTRY, DEFAULT_SETTINGS, None), version="older")
    with pytest.raises(UsageError, match="another version"):
        build_work(task, bodies=True)(portions[0])


def test_a_second_article_of_an_id_is_said_and_left_out(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_text(make_article(SENTENCES[0]).body)
    portions = [find_portions(str(tmp_path / name))[0][0] for name in ("a", "b")]
    found, problems = match_library(REGISTRY, portions)
    assert len(found.articles) == 1
    assert problems[-1] == "one: a second article has this id; it was left out, rename it."
