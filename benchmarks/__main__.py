"""``python -m benchmarks``: how long the main commands take here, each beside a bare Python start."""

from __future__ import annotations

import logging
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
RUNS = 7


def time_of(work: Callable[[], object], runs: int = RUNS) -> tuple[float, float, float]:
    """Least, median and most seconds of `runs` runs, after one that is not counted."""
    work()
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds), statistics.median(seconds), max(seconds)


def run_python(*arguments: str) -> Callable[[], object]:
    """A whole Python process with these arguments, its output thrown away."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def rerun_page(page: str, **parameters: str) -> Callable[[], object]:
    """A rerun of a page that has been open, as after a click; without the browser's share."""
    from streamlit.testing.v1 import AppTest

    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it warns of running without a server
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    if page != "dashboard.py":
        test.switch_page(page)
    for name, value in parameters.items():
        test.query_params[name] = value
    test.run()
    if test.exception:
        raise RuntimeError(f"{page} cannot be opened")
    return test.run


def main() -> None:
    """Print one row a measure: seconds at least, in the median and at most; and times a bare start."""
    articles = SHARED / "articles" if SHARED.is_dir() else ROOT / "articles"
    os.environ["CLAIMDESK_ARTICLES"] = str(articles)
    os.chdir(ROOT)
    check = ("-m", "claimdesk", "check", "--articles", str(articles), "--format", "json")
    rows = [
        ("bare start of Python", run_python("-c", "pass")),
        ("claimdesk --help, whole process", run_python("-m", "claimdesk", "--help")),
        ("claimdesk lint, whole process", run_python("-m", "claimdesk", "lint")),
        ("claimdesk check, five articles, whole process", run_python(*check)),
        ("rerun of Overview", rerun_page("dashboard.py")),
        ("rerun of Claim", rerun_page("pages/1_Claim.py", id="troops-sent")),
    ]
    bare = 0.0
    print(f"{'':48} {'min s':>8} {'median s':>9} {'max s':>8} {'x bare':>7}")
    for name, work in rows:
        least, median, most = time_of(work)
        bare = bare or median
        print(f"{name:48} {least:8.3f} {median:9.3f} {most:8.3f} {median / bare:7.1f}")


if __name__ == "__main__":
    main()
