"""A scheduler and two workers on loopback: the same result, also when one of them is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from desk_cases import make_claim, make_registry

from claimdesk import desk
from claimdesk.errors import InputError
from claimdesk.library.portions import Portion, find_portions
from claimdesk.library.read import load_articles
from claimdesk.model import Evidence
from claimdesk.workers.cluster import run_cluster
from claimdesk.workers.library import match_library, on_cluster
from claimdesk.workers.share import Share, Work

pytest.importorskip("distributed", reason="Dask is not installed: pip install claimdesk[cluster]")

ROOT = Path(__file__).resolve().parent.parent.parent
REGISTRY = make_registry(make_claim("sent", ["Zandia sent troops to Lorvania"]))
TEXTS = [
    "Zandia sent troops to Lorvania, General Orsk said.",
    "Zandia denied that it sent troops to Lorvania.",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of eight articles."""
    home = tmp_path_factory.mktemp("articles")
    for at in range(8):
        (home / f"n{at}.md").write_text(f"---\nlanguage: en\npublished: 2031-05-10\n---\n{TEXTS[at % 2]}\n")
    return str(home)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    places = [ROOT, ROOT / "tests", Path(__file__).parent]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, places))}
    log = (tmp_path / "log").open("w+b")
    start = partial(
        subprocess.Popen, cwd=tmp_path, env=environment, stdout=log, stderr=log, start_new_session=True
    )
    dask = [sys.executable, "-m", "distributed.cli"]
    started = [
        start(
            [*dask[:2], f"{dask[2]}.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        )
    ]
    try:
        address = _await_address(tmp_path / "log")
        worker = [*dask[:2], f"{dask[2]}.dask_worker", address, "--nthreads", "1", "--nworkers", "1"]
        options = ["--no-dashboard", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(tmp_path)]
        started += [start([*worker, *options]) for _ in range(2)]
        yield address
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()
        log.close()


def _await_address(log: Path) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = re.search(r"Scheduler at:\s*(tcp://\S+)", log.read_text(errors="replace"))
        if found:
            return found[1]
        time.sleep(0.1)
    pytest.fail(f"the scheduler did not start: {log.read_text(errors='replace')[-2000:]}")


def _await_workers(address: str) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)


def _die_once(marker: Path, work: Work, portion: Portion) -> Share:
    """Work that kills the first worker that comes to the third article."""
    if portion.names == ("n2.md",) and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(portion)


def test_a_cluster_gives_the_same_also_when_a_worker_is_killed(
    cluster: str, folder: str, tmp_path: Path
) -> None:
    _await_workers(cluster)
    found = desk.match(REGISTRY, load_articles(folder))
    whole = Evidence(tuple(replace(entry, candidates=()) for entry in found.articles))
    portions, _ = find_portions(folder, 1)
    assert match_library(REGISTRY, portions, run=on_cluster(cluster)) == (whole, ())

    marker = tmp_path / "killed"
    killed = match_library(
        REGISTRY,
        portions,
        run=lambda work, portions: run_cluster(partial(_die_once, marker, work), portions, cluster),
    )
    assert marker.exists()
    assert killed == (whole, ())


def test_no_scheduler_there_is_said(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdesk.workers.cluster._PATIENCE", 1)
    portions, _ = find_portions(folder)
    with pytest.raises(InputError, match=r"--scheduler tcp://127.0.0.1:9: no scheduler answers there"):
        match_library(REGISTRY, portions, run=on_cluster("tcp://127.0.0.1:9"))
