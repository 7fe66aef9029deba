"""What sets one statement against another within a passage: `lang/<language>/contrasts.yaml`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimdesk.model import Span
from claimdesk.text.clauses import find_clauses
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns
from claimdesk.text.tokens import find_tokens


@dataclass(frozen=True, slots=True)
class Contrasts:
    """`turns` are set against all that stands before them; `first` is a concession that opens the passage,
    with the clause that it concedes something to.
    """

    turns: tuple[Span, ...] = ()
    first: Span | None = None


def find_contrasts(text: str, language: str) -> Contrasts:
    """The stretches of `text` that turn what stands beside them.

    A turn is whole clauses: from that of its word to the next turn, or to the end. `language` is ``id`` or
    ``en``; linear time.
    """
    tokens = find_tokens(text)
    clauses = [clause.span for clause in find_clauses(text, language, tokens)]
    ends = [clause.end for clause in clauses]
    found = [
        (bisect_right(ends, tokens[one.last - 1].start), one.value)
        for one in find_patterns(_patterns(language), tokens)
    ]
    starts = sorted({at for at, kind in found if at > 0 and kind != "never"})
    turns = tuple(
        Span(clauses[at].start, clauses[until - 1].end) for at, until in pairwise([*starts, len(clauses)])
    )
    conceded = (0, "concession") in found and len(clauses) > 1
    return Contrasts(turns, Span(clauses[0].start, clauses[1].end) if conceded else None)


@cache
def _patterns(language: str) -> Patterns[str]:
    data = load_words(language, "contrasts")
    return compile_patterns(((pattern, kind) for kind in data for pattern in data[kind]), {})
