"""Whose share a percentage is, where several contenders stand in one sentence.

A share of votes belongs to the contender named nearest before it, else to the first behind it: *Alda took
55.7 percent and Brann 44.3*. Who contends is what the claims of a registry say: the names before the figures
of their statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimdesk.model import Figure, Span
from claimdesk.text.lexicon import load_words
from claimdesk.text.matters import find_matters
from claimdesk.text.names import NameFinder, build_name_finder
from claimdesk.text.reading import Reading

SHARE = "vote_share"  # the matter of `lang/matters.yaml` that contenders have shares of
_OWN, _RIVALS = 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class Contenders:
    """The names of the claim's own contender and of all others. Build it with `build_contenders`."""

    names: NameFinder
    words: tuple[frozenset[str], frozenset[str]]

    def find_owner(self, figure: Figure, reading: Reading) -> int | None:
        """Whether `figure`, one of `reading`, is the claim's own contender's (0) or a rival's (1); None where
        none is named."""
        found = sorted(self._find(reading))
        clause = reading.clause_of(figure.span)
        before = [group for span, group in found if span.end <= figure.span.start]
        behind = [group for span, group in found if span.start >= figure.span.end and clause.contains(span)]
        return next(iter(before[-1:] or behind[:1]), None)

    def _find(self, reading: Reading) -> Iterator[tuple[Span, int]]:
        """The names with the number of their group, also in a pair of names: *Alda-Corin*."""
        for name in self.names.find(reading.tokens):
            yield name.span, name.group
        for token in reading.tokens:
            parts = token.lower.split("-") if "-" in token.text[1:-1] else ()
            yield from (
                (token.span, group) for group, own in enumerate(self.words) if not own.isdisjoint(parts)
            )

    def is_own(self, figure: Figure, reading: Reading) -> bool:
        """Whether `figure` is a share of the claim's own contender and of nothing else."""
        plain = load_words("", "units")["weightless"]
        named = [word for word in figure.unit if word.islower() and word not in plain]
        return not named and self.find_owner(figure, reading) == _OWN

    def is_rivals(self, figure: Figure, reading: Reading) -> bool:
        """Whether `figure` is a rival's share."""
        return self.find_owner(figure, reading) == _RIVALS


def find_contender(statement: Reading) -> str:
    """The contender whose share of votes a claim's statement tells: the name it starts with; else nothing."""
    share = any(figure.kind == "percent" for figure in statement.figures)
    if not share or SHARE not in find_matters(statement):
        return ""
    end = 0
    for token in statement.tokens:
        if token.text[0].isupper() or (end and token.kind == "mark" and token.start == end):
            end = token.end
        else:
            break
    return statement.text[:end]


def build_contenders(own: Iterable[str], rivals: Sequence[Iterable[str]]) -> Contenders | None:
    """The contenders by all wordings of their names; None where nobody else contends."""
    mine = dict.fromkeys(own)
    others = dict.fromkeys(name for names in rivals for name in names if name not in mine)
    rows = tuple(mine), tuple(others)
    own, rival = (frozenset(map(str.casefold, row)) for row in rows)
    return Contenders(build_name_finder(rows), (own, rival)) if mine and others else None
