"""The whole command: ``claimdesk check`` on a Parquet library made for it, cold and then with its store."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.corpus import SENTENCES, make_articles, make_registry
from claimdesk.model import Article, Registry

_GROUP = 3_000  # articles in a row group


def write_library(path: Path, sentences: int, registry: Registry) -> None:
    """The articles of `benchmarks.corpus` as one Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = map(_row, make_articles(sentences, registry))
    writer = None
    while some := list(islice(rows, _GROUP)):
        table = pa.Table.from_pylist(some)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def write_registry(path: Path, registry: Registry) -> None:
    """A registry of `benchmarks.corpus` as a file; JSON, which is YAML too."""
    sources = [{"id": one.id, "name": one.name} for one in registry.sources]
    rows = {"version": 1, "title": registry.title, "sources": sources, "claims": list(_claims(registry))}
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def measure_check(folder: Path, sentences: int, claims: int, workers: int) -> Iterator[tuple[str, str]]:
    """What to print of a cold and a warm run: seconds on the wall, of all processors, and the peak of memory.

    The memory is that of the process that needed most, times the number of processes: never too little.
    """
    registry = make_registry(claims)
    write_registry(folder / "claims.yaml", registry)
    write_library(folder / "library.parquet", sentences, registry)
    command = [sys.executable, "-m", "claimdesk", "check", "--workers", str(workers), "--decisive-only"]
    command += ["--claims", str(folder / "claims.yaml"), "--articles", str(folder / "library.parquet")]
    command += ["--format", "parquet", "--out", str(folder / "quotes.parquet")]
    for name in ("cold", "warm"):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        wall = time.perf_counter() - started
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        peak = used.ru_maxrss * (workers + 1 if name == "cold" else 1) / 1024
        yield f"{name}: wall s / cpu s / at most MB", f"{wall:.1f} / {cpu:.1f} / {peak:.0f}"


def _row(article: Article) -> dict[str, Any]:
    assert article.body.count("\n") + 1 == SENTENCES
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": str(article.published),
        "language": "id",
        "body": article.body,
    }


def _claims(registry: Registry) -> Iterator[dict[str, Any]]:
    for claim in registry.claims:
        row: dict[str, Any] = {"id": claim.id, "statement": claim.statement, "as_of": str(claim.as_of)}
        if claim.quantity is not None:
            low = int(claim.quantity.interval.low)
            row["quantity"] = {claim.quantity.wording: low, "unit": list(claim.quantity.unit)}
        row["must_mention"] = [list(group) for group in claim.must_mention]
        for side in ("supports", "contradicts"):
            row[side] = [phrase.text for phrase in claim.phrases if phrase.side == side]
        yield row
