"""What the engine says of each made event and of sentences of ours, kept, so that no rule changes unnoticed.

    python -m benchmarks.approved            # what differs from what was kept
    python -m benchmarks.approved --freeze   # keep what the engine says now, once it was looked at

Two tables for each event of ``tests/cases/events``: ``said.tsv`` has a row for each claim and passage that
bear on each other, decisive or held back; ``standing.tsv`` has what that adds up to, for each claim. An empty
cell of the first column repeats the one above; other empty cells are what is usual.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path

from benchmarks.approved_cells import write_date, write_figure, write_reasons
from benchmarks.approved_sentences import describe_changes, find_tables, keep_read
from benchmarks.gold import OWN_EVENTS
from claimdesk import desk
from claimdesk.library.read import load_articles
from claimdesk.model import Article, ClaimReport, Quote, Registry, Report
from claimdesk.registry.read import load_registry

SAID = (
    "claim", "passage", "stance", "score", "phrase", "matched", "act", "figure", "date", "timing", "origin",
    "reasons",
)  # fmt: skip
STANDING = ("claim", "status", "confidence", "supports", "contradicts", "rests on", "history", "reasons")
FREEZE = "python -m benchmarks.approved --freeze"

Rows = dict[tuple[str, str], dict[str, str]]  # claim and passage (or nothing) -> cells by column


def find_events() -> list[Path]:
    """The folders of the made events."""
    return sorted(path for path in OWN_EVENTS.iterdir() if (path / "claims.yaml").is_file())


@cache
def _load(event: Path) -> tuple[Registry, tuple[Article, ...]]:
    return load_registry(event / "claims.yaml"), tuple(load_articles(event / "articles").articles)


def report_on(event: Path) -> Report:
    """The report on the day after the last article of an event."""
    registry, articles = _load(event)
    last = max(article.published for article in articles if article.published)
    return desk.assess(
        desk.match(registry, articles, candidates=False), registry, until=last + timedelta(days=1)
    )


def render_tables(report: Report) -> dict[str, str]:
    """The two tables by the names of their files."""
    said = ((entry, quote) for entry in report.claims for quote in sorted(entry.quotes, key=_place))
    return {
        "said.tsv": _render(SAID, (_describe(entry, quote) for entry, quote in said)),
        "standing.tsv": _render(STANDING, map(_sum_up, report.claims)),
    }


def parse_table(text: str) -> Rows:
    """The rows of a kept table by claim and passage. Raises ValueError where a row has another length."""
    lines = [line.split("\t") for line in text.splitlines()]
    rows: Rows = {}
    claim = ""
    for line in lines[1:]:
        cells = dict(zip(lines[0], line, strict=True))
        claim = cells.pop("claim") or claim
        rows[claim, cells.pop("passage", "")] = cells
    return rows


def describe_differences(event: Path, report: Report, tables: Mapping[str, str]) -> Iterator[str]:
    """A line for each row of `tables` that is new, gone or changed; nothing where all is as it was kept."""
    bodies = {entry.article.id: entry.article.body for entry in report.articles}
    for name, text in tables.items():
        path = event / name
        before = parse_table(path.read_text(encoding="utf-8")) if path.is_file() else {}
        after = parse_table(text)
        for key in dict.fromkeys((*before, *after)):
            was, now = before.get(key, {}), after.get(key, {})
            changed = [
                f"    {column}: {was.get(column, '')!r} -> {now.get(column, '')!r}"
                for column in dict.fromkeys((*was, *now))
                if was.get(column) != now.get(column)
            ]
            if changed:
                how = "new" if not was else "gone" if not now else "changed"
                yield "\n".join((f"{how}: {key[0]} {_show(key[1], bodies)}".rstrip(), *changed))


def keep_said(event: Path) -> None:
    """Keep what the engine says of an event now."""
    for name, text in render_tables(report_on(event)).items():
        (event / name).write_text(text, encoding="utf-8")


def _render(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["\t".join(columns)]
    last = ""
    for claim, *cells in rows:
        lines.append("\t".join(("" if claim == last else claim, *cells)))
        last = claim
    return "\n".join(lines) + "\n"


def _place(quote: Quote) -> tuple[str, int]:
    return quote.article, quote.start


def _describe(entry: ClaimReport, quote: Quote) -> tuple[str, ...]:
    phrases = [phrase.text for phrase in entry.claim.phrases]
    flags = [name for name, holds in (("negated", quote.negated), ("hedged", quote.hedged)) if holds]
    act = quote.speech_act if quote.speech_act != "asserts" else ""
    cues = [f"{kind}@{span.start - quote.start}-{span.end - quote.start}" for kind, span in quote.cues]
    origins = [origin.id for origin in quote.origins]
    return (
        quote.claim,
        f"{quote.article}:{quote.start}",
        quote.stance,
        str(quote.score),
        str(phrases.index(quote.phrase) + 1) if quote.phrase else "",
        " ".join(f"{span.start - quote.start}-{span.end - quote.start}" for span in quote.matched),
        " ".join((*filter(None, (act,)), *flags, *cues)),
        write_figure(quote.figure, quote.start, quote.figure_verdict),
        write_date(quote.date),
        quote.timing,
        ", ".join((*origins, *(f"via {one}" for one in quote.via))),
        write_reasons(quote.reasons),
    )


def _sum_up(entry: ClaimReport) -> tuple[str, ...]:
    found = entry.assessment
    rests = (f"{origin}: {status}" for origin, status in sorted(found.fragility.without_origin.items()))
    history = (f"{change.on} {change.status}" for change in entry.history)
    return (
        entry.claim.id,
        found.status,
        found.confidence,
        ", ".join(found.supports),
        ", ".join(found.contradicts),
        "; ".join(rests),
        "; ".join(history),
        write_reasons(found.reasons),
    )


def _show(place: str, bodies: Mapping[str, str]) -> str:
    """A place with the words that begin there."""
    article, _, start = place.rpartition(":")
    body = bodies.get(article, "")
    return f"{place} «{body[int(start) :].split(chr(10))[0][:160]}»" if body else place


def main() -> None:
    """Print what differs, event by event; with ``--freeze`` keep it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--freeze", action="store_true", help="keep what the engine says now")
    wanted = parser.parse_args().freeze
    for event in find_events():
        report = report_on(event)
        for line in describe_differences(event, report, render_tables(report)):
            print(f"{event.name}: {line}")
        if wanted:
            keep_said(event)
    for path in find_tables():
        for line in describe_changes(path):
            print(f"{path.name}: {line}")
        if wanted:
            keep_read(path)


if __name__ == "__main__":
    main()
