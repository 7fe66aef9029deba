"""What a text is known by: marks that copies of it share, and marks that its translations share too.

A copy shares runs of three words. Of these an eighth is kept, those whose hash divides by eight, so that the
share of equal marks tells how much of the smaller text stands in the other (Broder 1997). A translation
shares in each sentence the figures, the names and the concepts of `lang/`; two names or figures of one
sentence make a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from claimdesk.model import Span
from claimdesk.text.boilerplate import find_rule
from claimdesk.text.concepts import find_concepts
from claimdesk.text.lemmas import is_function_word, lemma
from claimdesk.text.passages import find_lines
from claimdesk.text.sentences import find_sentences
from claimdesk.text.speaker_words import fold
from claimdesk.text.tokens import find_tokens

WIDTH = 3  # words of a run
_KEPT = 8  # one run in so many is kept
_FEWEST = 6  # words of a sentence that is no chance likeness
_MOST_NAMES = 8  # names and figures of a sentence that make pairs


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body that is no boilerplate, with its words as they are compared.

    `gist` are its concepts, figures and names; `names` the latter two, which need no lexicon to be shared.
    """

    span: Span
    words: tuple[str, ...]
    gist: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()

    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of three words; none of a sentence too short to tell."""
        if len(self.words) < _FEWEST:
            return frozenset()
        return frozenset(zip(self.words, self.words[1:], self.words[2:], strict=False))


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers of 63 bits that stand for runs of words, and for pairs of names."""

    copies: frozenset[int]
    translations: frozenset[int]


def find_marked_sentences(body: str, language: str, gists: bool = True) -> tuple[Sentence, ...]:
    """The sentences of a body in order, without its boilerplate. `language` is ``id`` or ``en``.

    Without `gists` they have words only, which takes a third of the time and is enough to find copies.
    """
    return tuple(_read_sentence(body, span, language, gists) for span in _sentences(body, language))


def find_marks(sentences: Sequence[Sentence]) -> Marks:
    """The marks of a text."""
    runs = (_hash(*run) for sentence in sentences for run in sentence.runs())
    pairs = (
        _hash(*pair)
        for sentence in sentences
        for pair in combinations(sorted(set(sentence.names))[:_MOST_NAMES], 2)
    )
    return Marks(frozenset(run for run in runs if run % _KEPT == 0), frozenset(pairs))


def _sentences(body: str, language: str) -> Iterator[Span]:
    for line in find_lines(body):
        text = line.of(body)
        if not text or find_rule(text, "line", language) is not None:
            continue
        for sentence in find_sentences(text, language):
            if find_rule(sentence.of(text), "sentence", language) is None:
                yield sentence.shift(line.start)


def _read_sentence(body: str, span: Span, language: str, gists: bool) -> Sentence:
    tokens = [token for token in find_tokens(span.of(body)) if token.kind != "mark"]
    words = tuple(fold(token.lower) for token in tokens)
    if not gists:
        return Sentence(span, words)
    found = find_concepts([lemma(token.lower, language) for token in tokens], language)
    covered = {at for start, end, _ in found for at in range(start, end)}
    capital = {
        at for at, token in enumerate(tokens) if at and token.kind == "word" and token.text[0].isupper()
    }
    figures = [token.text.translate(_NO_MARKS) for token in tokens if token.kind == "number"]
    named = [
        fold(tokens[at].lower)
        for at in sorted(capital - covered)
        if not is_function_word(tokens[at].lower, language)
    ]
    countries = [name for start, end, name in found if not capital.isdisjoint(range(start, end))]
    names = tuple(dict.fromkeys([*(figure for figure in figures if len(figure) > 1), *named, *countries]))
    return Sentence(span, words, frozenset(name for *_, name in found).union(names), names)


_NO_MARKS = str.maketrans("", "", ".,")


def _hash(*words: str) -> int:
    hashed = blake2b("\x1f".join(words).encode(errors="surrogatepass"), digest_size=8)
    return int.from_bytes(hashed.digest(), "big") >> 1
