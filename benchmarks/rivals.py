"""What others take to find sentences for phrases: each gives its rate and a note, or why it was skipped."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

BEST = 10  # hits a query
_PHRASES, _SENTENCES = 500, 2_000  # what a comparison of every pair is timed on

Figures = dict[str, Any]
Rival = Callable[[Sequence[str], Sequence[str]], Figures]


def compare_all(phrases: Sequence[str], sentences: Sequence[str]) -> Figures:
    """Rapidfuzz: every phrase against every sentence, on one core."""
    from rapidfuzz import fuzz, process

    phrases, sentences = phrases[:_PHRASES], sentences[:_SENTENCES]
    before = time.process_time()
    process.cdist(phrases, sentences, scorer=fuzz.token_set_ratio, score_cutoff=66, workers=1)
    return _figures(phrases, sentences, before, f"{len(phrases)} x {len(sentences)}")


def search_tantivy(phrases: Sequence[str], sentences: Sequence[str]) -> Figures:
    """Tantivy: an index in memory, one query a phrase."""
    try:
        import tantivy
    except ImportError:
        return {"skipped": "skipped: tantivy is not installed"}
    before = time.process_time()
    schema = tantivy.SchemaBuilder().add_text_field("body").build()
    index = tantivy.Index(schema)
    writer = index.writer(num_threads=1)
    for sentence in sentences:
        writer.add_document(tantivy.Document(body=sentence))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    for phrase in phrases:
        query, _ = index.parse_query_lenient(phrase, ["body"])
        searcher.search(query, BEST)
    return _figures(phrases, sentences, before, f"index and best {BEST} a phrase, no typing errors")


def search_bm25(phrases: Sequence[str], sentences: Sequence[str]) -> Figures:
    """BM25 in numpy (bm25s): an index in memory, one query a phrase."""
    try:
        import bm25s
    except ImportError:
        return {"skipped": "skipped: bm25s is not installed"}
    before = time.process_time()
    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(sentences), stopwords=None, show_progress=False), show_progress=False)
    queries = bm25s.tokenize(list(phrases), stopwords=None, show_progress=False)
    index.retrieve(queries, k=BEST, show_progress=False)
    return _figures(phrases, sentences, before, f"index and best {BEST} a phrase, no typing errors")


def scan_bytes(phrases: Sequence[str], sentences: Sequence[str]) -> Figures:
    """The least that anyone who reads the text must do: look at every word once."""
    before = time.process_time()
    words = {word for sentence in sentences for word in sentence.casefold().split()}
    return _figures(phrases, sentences, before, f"{len(words)} different words, nothing compared")


def _figures(phrases: Sequence[str], sentences: Sequence[str], before: float, note: str) -> Figures:
    return {"rate": len(phrases) * len(sentences) / (time.process_time() - before), "note": note}


RIVALS: dict[str, Rival] = {
    "rapidfuzz cdist(token_set_ratio), one core": compare_all,
    "tantivy": search_tantivy,
    "bm25s": search_bm25,
    "bare scan of the words": scan_bytes,
}
