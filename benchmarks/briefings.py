"""``python -m benchmarks.briefings``: how long cards and reports take, warm and from the command line.

Prints one table: least, median and most seconds of some runs. No two runs make the same file, since Typst
remembers what it laid out: cards go from claim to claim, reports from day to day. Reports repeat the shipped
claims until there are enough of them. A machine that does something else at the time makes all of it longer:
its load is printed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, cycle, islice
from pathlib import Path

from benchmarks.__main__ import ROOT, run_python, time_of
from claimdesk import check, load_articles, load_registry
from claimdesk.briefing.card import SHAPES
from claimdesk.briefing.export import FormName, Order, render_export
from claimdesk.model import Report

UNTIL, MADE = date(2024, 11, 13), date(2024, 11, 23)
CLAIM = "russia-10000"
COUNTS = (1, 10, 50)  # claims of a report
FORMS: tuple[FormName, ...] = ("pdf", "svg")


def _cards(report: Report, order: Order) -> Callable[[], object]:
    """A card, of the next claim that counts something in every run."""
    counting = cycle(entry for entry in report.claims if entry.claim.quantity)
    return lambda: render_export(replace(report, claims=(next(counting),)), order)


def _reports(report: Report, number: int, order: Order) -> Callable[[], object]:
    """A report on so many claims, the shipped ones over and over, made a day later in every run."""
    some = replace(report, claims=tuple(islice(cycle(report.claims), number)))
    days = (MADE + timedelta(days=day) for day in count())
    return lambda: render_export(some, replace(order, made=next(days)))


def main() -> None:
    """Print one row a measure."""
    os.chdir(ROOT)
    report = check(load_registry("claims.yaml"), load_articles("articles").articles, until=UNTIL)
    rows = [
        (f"card, {shape}, PNG at 2x", _cards(report, Order("png", MADE, shape=shape))) for shape in SHAPES
    ]
    rows += [(f"card, landscape, {form.upper()}", _cards(report, Order(form, MADE))) for form in FORMS]
    rows += [
        (f"report of {number} claims, PDF", _reports(report, number, Order("pdf", MADE, shape="report")))
        for number in COUNTS
    ]
    rows += [("report of 50 claims, Markdown", _reports(report, 50, Order("md", MADE, shape="report")))]
    command = [
        "-m",
        "claimdesk",
        "brief",
        "--claim",
        CLAIM,
        "--format",
        "png",
        "--no-log",
        "--out",
        os.devnull,
    ]
    rows += [("claimdesk brief, one card, whole process", run_python(*command))]
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, fonts {_fonts() / 1e6:.1f} MB")
    print(f"{'':44}{'least':>8}{'median':>8}{'most':>8}  seconds")
    for name, work in rows:
        least, median, most = time_of(work)
        print(f"{name:44}{least:8.3f}{median:8.3f}{most:8.3f}")


def _fonts() -> int:
    folder = Path(ROOT / "claimdesk" / "briefing" / "fonts")
    return sum(path.stat().st_size for path in folder.iterdir())


if __name__ == "__main__":
    main()
