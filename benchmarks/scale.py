"""``python -m benchmarks.scale``: claims against sentences by the thousand and the million, cold.

Each row is a process of its own that reads articles from a file, builds the matcher, matches with `--workers`
processes with all gates, and writes what was found; seconds are those of all its processes, so that another
program on the machine matters little. The texts are made by `benchmarks.corpus`; making them is not counted.
Then the whole command, cold and warm; single requests; and nomination alone beside other programs: for each
sentence by itself, and for the whole library from its index, words compared anew, texts not read.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpus import make_articles, make_registry
from benchmarks.rivals import RIVALS
from benchmarks.scale_job import write_articles
from benchmarks.whole import measure_check

SIZES, CLAIMS = (10_000, 100_000, 1_000_000), (100, 1_000, 10_000)
HEAD = (
    f"{'sentences':>10} {'claims':>7} {'phrases':>8} {'wall s':>7} {'cpu s':>7} {'us/sentence':>11} "
    f"{'ready s':>7} {'MB':>6} {'nominees':>9} {'quotes':>8} {'decisive':>8}"
)


def main() -> None:
    """Print one table: the sizes, the exponents of growth, single requests, and others at the same work."""
    options = _read_options()
    sizes = options.sentences or (SIZES if options.all else SIZES[:2])
    claims = options.claims or (CLAIMS if options.all else CLAIMS[:2])
    rows: dict[tuple[int, int], dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        print(HEAD)
        for size in sizes:
            for number in claims:
                path = Path(folder) / f"{size}-{number}.jsonl"
                write_articles(path, make_articles(size, make_registry(number)))
                row = rows[size, number] = _run("match", path, number, options)
                print(_line(size, number, row), flush=True)
                if (size, number) != (max(sizes), min(claims, key=lambda one: abs(one - 1_000))):
                    path.unlink()
        print("\ngrowth of cpu seconds, less those until the matcher is ready, as an exponent")
        for number in claims:
            print(
                f"  in sentences, {number} claims:", *_slopes([rows[size, number] for size in sizes], sizes)
            )
        for size in sizes:
            found = [rows[size, number] for number in claims]
            print(f"  in claims, {size} sentences:", *_slopes(found, claims))
        number = min(claims, key=lambda one: abs(one - 1_000))
        path = Path(folder) / f"{max(sizes)}-{number}.jsonl"
        print(f"\nthe whole command, claimdesk check, {max(sizes)} sentences in Parquet, {number} claims")
        for name, values in measure_check(Path(folder), max(sizes), number, options.workers):
            print(f"  {name:<58} {values}", flush=True)
        print(f"\none request, milliseconds, of {max(sizes)} sentences and {number} claims")
        asked = _run("requests", path, number, options)
        indexed = asked.pop("rate")
        for name, values in asked.items():
            print(f"  {name:<58} {values}")
        print(
            "\nothers at the same work in this run, nomination alone: pairs of phrase and sentence a second"
        )
        ours = _run("nominate", path, number, options)
        print(f"  {'claimdesk, each sentence by itself':<44} {ours['rate']:>14,.0f}")
        print(f"  {'claimdesk, the library from its index':<44} {indexed:>14,.0f}")
        for rival in RIVALS:
            other = _run(rival, path, number, options)
            said = other.get("skipped") or f"{other['rate']:>14,.0f}  {other['note']}"
            ratios = [f"  x {own / other['rate']:,.2f}" for own in (ours["rate"], indexed) if "rate" in other]
            print(f"  {rival:<44} {said}{''.join(ratios)}", flush=True)


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--sentences", type=int, nargs="+", help=f"default {SIZES[:2]}")
    parser.add_argument("--claims", type=int, nargs="+", help=f"default {CLAIMS[:2]}")
    parser.add_argument(
        "--all", action="store_true", help=f"up to {SIZES[-1]} sentences and {CLAIMS[-1]} claims"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--decisive-only", action="store_true", help="write quotes for and against only")
    return parser.parse_args()


def _run(job: str, path: Path, claims: int, options: argparse.Namespace) -> dict[str, Any]:
    """What `benchmarks.scale_job` says of one job, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale_job", job, str(path), str(claims)]
    command += [str(options.workers), *(["--decisive-only"] if options.decisive_only else [])]
    done = subprocess.run(command, cwd=Path(__file__).parent.parent, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _line(size: int, claims: int, row: dict[str, Any]) -> str:
    return (
        f"{size:>10,} {claims:>7,} {row['phrases']:>8,} {row['wall']:>7.1f} {row['cpu']:>7.1f} "
        f"{row['cpu'] / size * 1e6:>11.0f} {row['ready']:>7.1f} {row['megabytes']:>6.0f} "
        f"{row['nominees']:>9,} {row['quotes']:>8,} {row['decisive']:>8,}"
    )


def _slopes(rows: list[dict[str, Any]], sizes: tuple[int, ...]) -> list[str]:
    """The exponent from each size to the next."""
    seconds = [row["cpu"] - row["ready"] for row in rows]
    return [
        f"{math.log(seconds[at] / seconds[at - 1]) / math.log(sizes[at] / sizes[at - 1]):.2f}"
        for at in range(1, len(sizes))
    ]


if __name__ == "__main__":
    main()
