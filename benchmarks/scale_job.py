"""One job of `benchmarks.scale` in a process of its own: its figures on standard output, as JSON."""

from __future__ import annotations

import gc
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.corpus import SENTENCES, make_articles, make_registry
from benchmarks.rivals import RIVALS
from claimdesk import desk
from claimdesk.changes import compare_reports
from claimdesk.matching.index import load_index
from claimdesk.matching.indexing import IndexWriter
from claimdesk.model import Article, Phrase, Registry
from claimdesk.preview import Preview, open_library
from claimdesk.text.passages import find_passages
from claimdesk.text.reading import Reading

REQUESTS = 100
SAMPLE = 30_000  # sentences that nomination and its rivals are timed on
Figures = dict[str, Any]


def write_articles(path: Path, articles: Iterable[Article]) -> None:
    """Articles as lines of JSON."""
    with path.open("w", encoding="utf-8") as file:
        for one in articles:
            row = [one.id, one.title, one.outlet, one.body, str(one.published)]
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_articles(path: Path, part: int = 0, parts: int = 1) -> Iterator[Article]:
    """Every `parts`-th article from number `part` on."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % parts == part:
                name, title, outlet, body, published = json.loads(line)
                yield Article(name, title, outlet, body, published=date.fromisoformat(published))


def match(path: Path, claims: int, workers: int, decisive_only: bool) -> Figures:
    """Match everything and write the quotes, cold."""
    started = time.perf_counter()
    registry = make_registry(claims)
    before = time.process_time()
    matcher = desk.build_matcher(registry)
    ready = time.process_time() - before
    with get_context("fork").Pool(workers) as pool:
        jobs = [
            pool.apply_async(_match_part, (matcher, path, part, workers, decisive_only))
            for part in range(workers)
        ]
        counted: Counter[str] = Counter()
        for job in jobs:
            counted.update(job.get())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + counted.pop("kilobytes")
    phrases = sum(len(claim.phrases) for claim in registry.claims)
    return {
        "wall": time.perf_counter() - started,
        "cpu": time.process_time() + counted.pop("microseconds") / 1e6,
        "ready": ready,
        "megabytes": peak / 1024,
        "phrases": phrases,
        **dict.fromkeys(("nominees", "quotes", "decisive"), 0),
        **counted,
    }


def _match_part(
    matcher: desk.Matcher, path: Path, part: int, parts: int, decisive_only: bool
) -> Counter[str]:
    counted: Counter[str] = Counter()
    started = time.process_time()
    with path.with_suffix(f".{os.getpid()}.out").open("w", encoding="utf-8") as out:
        for article in read_articles(path, part, parts):
            quotes = matcher.read(article, candidates=False).quotes
            counted["nominees"] += len({quote.passage for quote in quotes})
            counted["quotes"] += len(quotes)
            for quote in quotes:
                counted["decisive"] += quote.decisive
                if quote.decisive or not decisive_only:
                    row = [quote.claim, article.id, quote.start, quote.end, quote.stance, quote.score]
                    out.write(json.dumps(row) + "\n")
    Path(out.name).unlink()
    counted["microseconds"] = round((time.process_time() - started) * 1e6)
    counted["kilobytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return counted


def nominate(path: Path, claims: int) -> Figures:
    """Nomination alone: pairs of phrase and sentence a second of one process, nothing known beforehand."""
    registry = make_registry(claims)
    matcher = desk.build_matcher(registry)
    seconds, sentences = 0.0, 0
    for article in _sample(path):
        passages = find_passages(article.body, article.language)
        sentences += SENTENCES
        before = time.process_time()
        readings = {
            one.index: Reading(article.body[one.start : one.end], article.language) for one in passages
        }
        matcher.nominator.nominate(passages, readings, Reading(article.title, article.language))
        seconds += time.process_time() - before
    return {"rate": sum(len(claim.phrases) for claim in registry.claims) * sentences / seconds}


def requests(path: Path, claims: int) -> Figures:
    """Single requests against an index of the library, and one article against 10,000 claims."""
    registry = make_registry(claims)
    writer, articles = IndexWriter(), list(read_articles(path))
    before = time.process_time()
    for article in articles:
        desk.note_words(writer, article, find_passages(article.body, article.language))
    with tempfile.TemporaryDirectory() as folder:
        writer.save(Path(folder), "benchmark")
        built = time.process_time() - before
        size = sum(one.stat().st_size for one in Path(folder).iterdir()) / 2**20
        before = time.perf_counter()
        index = load_index(Path(folder), "benchmark")
        loaded = time.perf_counter() - before
    assert index is not None
    all_claims = desk.build_matcher(registry)
    before = time.process_time()
    desk.find_again(index, all_claims)
    asked = time.process_time() - before
    phrases = sum(len(claim.phrases) for claim in registry.claims)
    many = make_registry(10_000)
    matcher = desk.build_matcher(many)
    single = [
        _milliseconds(lambda article=article: matcher.read(article, candidates=False))
        for article in make_articles(SENTENCES * (REQUESTS + 20), many, seed=9)
    ]
    ahead, again, found = _change_phrases(registry, articles)
    return {
        "rate": phrases * SENTENCES * len(articles) / asked,
        "index: built, cpu s / on disk, MB / opened, s": f"{built:.1f} / {size:.0f} / {loaded:.2f}",
        "one article of 30 sentences, 10,000 claims: median, p95": _spread(single[20:]),
        "a claim's form opened, its passages read ahead: median, p95": _spread(ahead),
        "one phrase changed, as the dashboard shows it: median, p95": _spread(again),
        "  articles looked at again, median": str(round(statistics.median(found))),
    }


def _change_phrases(
    registry: Registry, articles: Sequence[Article]
) -> tuple[list[float], list[float], list[int]]:
    """The milliseconds that were worked ahead when a claim's form was opened, and that the first change of
    one of its phrases then took until all of it could be shown; and the articles looked at again for it."""
    changes = [_change(registry, number) for number in range(REQUESTS)]
    ids = {change.claims[0].id for change in changes}
    some = replace(registry, claims=tuple(claim for claim in registry.claims if claim.id in ids))
    report = desk.assess(desk.match(some, articles, candidates=False), some)
    library = open_library(report.articles)
    gc.freeze()  # as a server does with what it holds
    found: list[int] = []

    def show(shown: Registry) -> int:
        preview = Preview(library, report, shown, uses=shown.claims)
        while not preview.advance(60):
            pass
        after = preview.build_report()
        compare_reports(replace(report, articles=after.articles), after, {shown.claims[0].id})
        preview.use_of(shown.claims[0])
        return preview.total

    former = {claim.id: claim for claim in registry.claims}
    ahead, again = [], []
    for changed in changes:
        before = replace(changed, claims=(former[changed.claims[0].id],))
        ahead.append(_milliseconds(lambda before=before: show(before)))
        again.append(_milliseconds(lambda changed=changed: found.append(show(changed))))
    return ahead, again, found


def _change(registry: Registry, number: int) -> Registry:
    """The registry of one claim, with one of its phrases changed, beside all sources."""
    claim = registry.claims[number * 7 % len(registry.claims)]
    first = claim.phrases[0]
    phrases = (Phrase(f"{first.text} kemarin", first.side), *claim.phrases[1:])
    return replace(registry, claims=(replace(claim, phrases=phrases),))


def _milliseconds(work: Any) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1e3


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.0f}, {statistics.quantiles(values, n=20)[-1]:.0f}"


def _sample(path: Path) -> Iterator[Article]:
    for number, article in enumerate(read_articles(path)):
        if number * SENTENCES >= SAMPLE:
            return
        yield article


def main() -> None:
    """Run the job named on the command line."""
    job, path, claims, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    if job == "match":
        found = match(path, claims, workers, "--decisive-only" in sys.argv)
    elif job == "nominate":
        found = nominate(path, claims)
    elif job == "requests":
        found = requests(path, claims)
    else:
        phrases = [phrase.text for claim in make_registry(claims).claims for phrase in claim.phrases]
        sentences = [line for article in _sample(path) for line in article.body.split("\n")]
        found = RIVALS[job](phrases, sentences)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
