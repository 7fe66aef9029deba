"""``python -m benchmarks.hostile_imports``: the hundred hostile files of the tests, at their worst.

One import after the other in a thread, as a session of the dashboard would run them, while another session's
page is rerun in the same process all the time. Prints what took longest, the most memory that any child had,
and the reruns: in quiet and beside the imports.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.__main__ import rerun_page
from claimdesk.errors import ClaimdeskError
from claimdesk.library.archives import Member, iter_members
from claimdesk.library.article import parse_article
from claimdesk.library.sandbox import find_guards, run_parser

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 12  # of the slowest files
QUIET = 10  # reruns


# In a process of its own, or the memory that making them takes would be seen in all that is measured.
WRITE = """
import json, pathlib, sys
sys.path.insert(0, sys.argv[2])
from hostile_files import FILES
folder = pathlib.Path(sys.argv[1])
for number, (kind, note, make) in enumerate(FILES):
    (folder / str(number)).write_bytes(make(1))
print(json.dumps([(kind, note) for kind, note, _ in FILES]))
"""


def write_files(folder: Path) -> list[tuple[str, str, Path]]:
    """All files at their worst: kind, note and path."""
    command = [sys.executable, "-c", WRITE, str(folder), str(ROOT / "tests" / "library")]
    made = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return [(kind, note, folder / str(number)) for number, (kind, note) in enumerate(made)]


def bring_in(kind: str, data: bytes) -> str:
    """What becomes of a file, in a few words."""
    try:
        if kind == "zip":
            return _bring_in_members(data)
        if kind == "text":
            return f"{len(parse_article(data, 'a.txt')[0].body)} characters"
        found = run_parser(kind, data)
        return f"{found.state}, {len(found.body)} characters"
    except ClaimdeskError as error:
        return str(error).splitlines()[0]


def _bring_in_members(data: bytes) -> str:
    read = Counter(isinstance(member, Member) for member in iter_members(data))
    return f"{read[True]} members read, {read[False]} left out"


def measure(
    files: list[tuple[str, str, Path]], rerun: Callable[[], object]
) -> tuple[list[tuple[float, str]], list[float]]:
    """Seconds of each import with what became of it, and seconds of each rerun meanwhile."""
    took: list[tuple[float, str]] = []

    def import_all() -> None:
        for kind, note, path in files:
            data = path.read_bytes()
            started = time.perf_counter()
            became = bring_in(kind, data)
            took.append((time.perf_counter() - started, f"{kind}: {note}: {became[:90]}"))

    importing = threading.Thread(target=import_all)
    importing.start()
    reruns = []
    while importing.is_alive():
        reruns.append(time_once(rerun))
    return took, reruns


def time_once(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Make the files, and measure in a process that has no other children."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_files(Path(folder))
        given = json.dumps([(kind, note, str(path)) for kind, note, path in files])
        subprocess.run([sys.executable, "-m", "benchmarks.hostile_imports", given], check=True, cwd=ROOT)


def report(files: list[tuple[str, str, Path]]) -> None:
    """Print the three figures that the import has to reach, and the slowest files."""
    rerun = rerun_page("dashboard.py")
    rerun()
    print(f"load of the machine {os.getloadavg()[0]:.1f}")
    quiet = [time_once(rerun) for _ in range(QUIET)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took, reruns = measure(files, rerun)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    for seconds, note in sorted(took, reverse=True)[:SHOWN]:
        print(f"{seconds:6.2f} s  {note}")
    print(f"{len(took)} files, the slowest {max(took)[0]:.2f} s; guards: {', '.join(find_guards())}")
    print(f"largest child {children / 1000:.0f} MB, growth of the dashboard {grown / 1000:.0f} MB")
    for name, times in (("in quiet", quiet), ("beside the imports", reruns)):
        shown = f"median {statistics.median(times):.2f} s, slowest {max(times):.2f} s, {len(times)} runs"
        print(f"rerun {name}: {shown}")
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        report([(kind, note, Path(path)) for kind, note, path in json.loads(sys.argv[1])])
    else:
        main()
