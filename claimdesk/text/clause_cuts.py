"""Cuts between clauses, and those that marks make: ends of sentences, colons, quotes that state something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimdesk.model import Token

Link = Literal[
    "start", "sentence", "opposed", "concession", "condition", "adverbial", "purpose", "result",
    "coordinate", "complement", "relative", "resume", "frame", "quote", "unquote",
]  # fmt: skip

SUBORDINATE: frozenset[Link] = frozenset({"concession", "condition", "adverbial", "purpose", "result"})
_BY_MARK: frozenset[Link] = frozenset({"start", "sentence", "quote", "unquote", "resume"})
_QUOTED_WORDS = 4  # fewer words between quote marks are a term, not a statement
_QUOTE_LOOK = 40  # tokens of a quote in which its words are counted
_ABBREVIATION = 3  # letters, at most, of a word that a full stop shortens


@dataclass(slots=True)
class Cut:
    """A cut before a token: the link of what follows; `head` is the token after its joining words."""

    link: Link
    opposed: bool
    head: int


Cuts = dict[int, Cut]


def note_cut(cuts: Cuts, at: int, link: Link, head: int, opposed: bool = False) -> None:
    """Note a cut before token `at`; a joining word tells more than the mark before it."""
    old = cuts.get(at)
    if old is None:
        cuts[at] = Cut(link, opposed and at > 0, head)
    elif old.link in _BY_MARK:
        kept = old.link in ("sentence", "start") and link not in SUBORDINATE
        cuts[at] = Cut(old.link if kept else link, (opposed or old.opposed) and at > 0, head)


def cut_marks(tokens: Sequence[Token], cuts: Cuts) -> None:
    """Cut after the end of a sentence, a semicolon and a colon with a space behind it."""
    for at, token in enumerate(tokens[:-1]):
        if token.text in "?!;" or (token.text == "." and at and _stops(tokens, at)):
            cuts[at + 1] = Cut("sentence", False, at + 1)
        elif token.text == ":" and tokens[at + 1].start > token.end:
            cuts[at + 1] = Cut("complement", False, at + 1)


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at `at` ends a sentence: no short word before it (*Dr.*), a capital behind it."""
    word = tokens[at - 1].text
    short = len(word) < _ABBREVIATION or (len(word) == _ABBREVIATION and not word.isupper())
    if tokens[at - 1].kind == "word" and short:
        return False
    following = next((token for token in tokens[at + 1 : at + 3] if token.kind != "mark"), None)
    spaced = tokens[at + 1].start > tokens[at].end
    return spaced and following is not None and following.text[0].isupper()


def cut_quotes(tokens: Sequence[Token], cuts: Cuts) -> None:
    """Cut around quotes of a few words and more, paired or not."""
    opened = -1
    for at, token in enumerate(tokens):
        if token.text not in '"“”„«»':
            continue
        if token.text in "“„«" or (token.text == '"' and _opens(tokens, at)):
            if _states(tokens, at + 1) or opened < 0:
                opened = at
        elif opened >= 0 or token.text in '"”»':
            _close_quote(tokens, opened, at, cuts)
            opened = -1
    if opened > 0 and _states(tokens, opened + 1):
        note_cut(cuts, opened, "quote", opened)


def _close_quote(tokens: Sequence[Token], opened: int, at: int, cuts: Cuts) -> None:
    """Cut around the quote that ends at `at`; no mark opened it where `opened` < 0."""
    if not _states(tokens, max(opened + 1, at - _QUOTE_LOOK), at):
        return
    if opened > 0:
        note_cut(cuts, opened, "quote", opened)
    after = at + 1
    if after < len(tokens) and tokens[after].text in ",.":
        after += 1
    if after < len(tokens):
        note_cut(cuts, after, "unquote", after)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the straight quote mark at `at` opens a quote, by the spaces beside it."""
    before = at == 0 or tokens[at - 1].end < tokens[at].start
    after = at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
    return before and after


def _states(tokens: Sequence[Token], first: int, last: int | None = None) -> bool:
    """Whether there are enough words from `first` on for a statement."""
    end = first + _QUOTE_LOOK if last is None else last
    return sum(token.kind != "mark" for token in tokens[first:end]) >= _QUOTED_WORDS
