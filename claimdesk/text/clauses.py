"""Clauses: stretches of a passage that say one thing, found by the words that join them.

No grammar is read: conjunctions, quotes, commas after fronted clauses and verb-like words are looked up in
`lang/<language>/clauses.yaml`. Doubtful places are not cut. `find_parts` also tells how each clause hangs on
what goes before, which the scopes of cues need (`text.scopes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.model import Clause, Span, Token
from claimdesk.text.clause_cuts import SUBORDINATE, Cut, Cuts, Link, cut_marks, cut_quotes
from claimdesk.text.clause_links import cut_coordinates, cut_ends, cut_links, cut_relatives
from claimdesk.text.clause_words import clause_words
from claimdesk.text.tokens import find_tokens


@dataclass(frozen=True, slots=True)
class Part:
    """A clause as tokens ``[first, last)`` with its link to what goes before.

    `head` is the token after its joining words; `opposed` as in `Clause`.
    """

    first: int
    last: int
    link: Link
    opposed: bool
    head: int


def find_clauses(text: str, language: str, tokens: Sequence[Token] | None = None) -> tuple[Clause, ...]:
    """The clauses of `text`, in order; each token is in exactly one of them.

    `language` is ``id`` or ``en``. `opposed` is set where a clause is set against the one before it.
    """
    tokens = find_tokens(text) if tokens is None else tokens
    return tuple(
        Clause(Span(tokens[part.first].start, tokens[part.last - 1].end), part.opposed)
        for part in find_parts(tokens, language)
    )


def find_parts(tokens: Sequence[Token], language: str) -> tuple[Part, ...]:
    """The clauses of `tokens`, in order, with their links. Linear time."""
    if not tokens:
        return ()
    words = clause_words(language)
    cuts: Cuts = {0: Cut("start", False, 0)}
    cut_marks(tokens, cuts)
    cut_quotes(tokens, cuts)
    for cut_more in (cut_links, cut_relatives, cut_ends, cut_coordinates):
        cut_more(tokens, words, cuts)
    return tuple(_parts(tokens, cuts))


def _parts(tokens: Sequence[Token], cuts: Cuts) -> Iterator[Part]:
    """Parts from cuts; one that would hold joining words only is one with the next (*tetapi jika*)."""
    first, kept = 0, cuts[0]
    for at in sorted(cuts)[1:]:
        cut = cuts[at]
        if at <= kept.head or all(token.kind == "mark" for token in tokens[first:at]):
            weak = kept.link in ("start", "resume")
            link = cut.link if weak or (cut.link in SUBORDINATE and kept.link != "complement") else kept.link
            kept = Cut(link, kept.opposed or (cut.opposed and first > 0), max(kept.head, cut.head))
            continue
        yield Part(first, at, kept.link, kept.opposed, min(kept.head, at))
        first, kept = at, cut
    yield Part(first, len(tokens), kept.link, kept.opposed, min(kept.head, len(tokens)))


def looks_like_verb(language: str, token: Token) -> bool:
    """Whether `token` is a verb by form or list: good for telling clauses from noun phrases, no more."""
    return clause_words(language).verb(token)


def says(language: str, token: Token) -> bool:
    """Whether `token` is a verb or noun of saying, thinking or denying."""
    return token.lower in clause_words(language).sets["said"]
