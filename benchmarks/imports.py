"""``python -m benchmarks.imports [ARTICLES]``: importing web pages into a library, thousand by thousand.

Pages are made from a seed (`benchmarks.corpus`), in three layouts, one in fifty a copy of an earlier one with
some words changed. Their words are shuffled, since the corpus draws its sentences from some 6,000: in ten
thousand articles each would stand fifty times, in more and more of them, as in no library. Each page goes the
whole way: read in a child process, facts proposed, compared with what is there, raw bytes, article and
catalogue written and synced. Rate and memory should not change with the number.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import SENTENCES, make_articles, make_registry
from claimdesk.library.catalogue import open_catalogue
from claimdesk.library.sources import Piece, take_in

_STEP = 1_000
_COPIES = 50  # one article in so many is a copy


def make_pages(count: int) -> Iterator[Piece]:
    """So many pages, one after the other."""
    rng = random.Random(3)
    kept: list[str] = []
    for number, article in enumerate(make_articles(count * SENTENCES, make_registry(100))):
        text = _shuffle(article.body, rng)
        if number % _COPIES == _COPIES - 1:
            text = rng.choice(kept).replace("yang", "yg", 3)
        elif number % _COPIES == 0:
            kept = [*kept[-20:], text]
        lines = [line for line in text.splitlines() if line.strip()]
        yield Piece(f"{number}.html", _wrap(lines, f"Berita {number}", number % 3))


def _shuffle(text: str, rng: random.Random) -> str:
    """The words of a text in another order, in as many lines of the same lengths."""
    words = text.split()
    rng.shuffle(words)
    left = iter(words)
    return "\n".join(" ".join(next(left) for _ in line.split()) for line in text.splitlines())


def _wrap(lines: list[str], title: str, layout: int) -> bytes:
    parts = [f"<p>{line}</p>" for line in lines] if layout == 0 else [f"<div>{line}</div>" for line in lines]
    body = "<br><br>".join(lines) if layout == 2 else "\n".join(parts)
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return (
        f'<html>{head}<body><ul><li><a href="/">Depan</a></li></ul><div class="content"><h1>{title}</h1>'
        f"{body}</div><footer>Kontak</footer></body></html>"
    ).encode()


def main() -> None:
    """Print a row a thousand: articles a second, processor time and the most memory of this process."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seconds = work = 0.0
    states: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, open_catalogue(Path(folder) / "articles") as catalogue:
        for number, piece in enumerate(make_pages(count), 1):
            started, worked = time.perf_counter(), time.process_time()
            outcome = take_in(catalogue, piece, {})
            seconds += time.perf_counter() - started
            work += time.process_time() - worked
            state = "failed" if outcome.added is None else "added" if outcome.added.is_new else "here"
            alike = outcome.added is not None and any(one.kind == "copy" for one in outcome.added.likenesses)
            for name in (state, *(["copies"] if alike else [])):
                states[name] = states.get(name, 0) + 1
            if number % _STEP == 0 or number == count:
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                done = number % _STEP or _STEP
                rate = f"{done / seconds:6.1f}/s  {1000 * work / done:6.1f} ms of processor each"
                print(f"{number:7} articles  {rate}  {memory:6.0f} MB  {states}", flush=True)
                seconds = work = 0.0


if __name__ == "__main__":
    main()
