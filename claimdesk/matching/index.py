"""Which articles of a library a few claims can bear on, from an index of its words on disk.

Made for a changed claim: the sieve's question is asked of the library's words instead of its passages, and
only the articles it leaves are read again. It leaves too many rather than too few. `matching.indexing` says
what stands in the index.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from claimdesk.matching.forms import Row
from claimdesk.matching.indexing import ARRAYS, checksum, hash_key, letter_bits
from claimdesk.matching.nominate import Nominator
from claimdesk.matching.postings import MOST_CREDIT, Postings
from claimdesk.matching.spots import NOTHING, Numbers, stand_in, union
from claimdesk.text.concepts import find_members
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.tokens import fold_word

_MOST_FORMS = 1 << 14  # forms of claims of which it is remembered what resembles them


@dataclass(frozen=True)
class LibraryIndex:
    """The index of a library as it lies on disk. Open it with `load_index`."""

    arrays: Mapping[str, NDArray[Any]]
    alike: dict[tuple[str, int], list[int]] = field(default_factory=dict)  # words, by form and least ratio

    def find_articles(self, nominator: Nominator) -> list[int]:
        """The numbers of all articles, in the order they were added, that `nominator` can find matches in.

        It is taught the library's words by the way.
        """
        claims = range(len(nominator.claims))
        demands = [nominator.sieve.demand(claim) for claim in claims]
        stands, mentioned = self.look_up(self.teach(nominator))
        wide = _Wide(stands)
        found: set[int] = set()
        for claim, demand in zip(claims, demands, strict=True):
            met: Numbers | None = None
            for group in sorted(nominator.mentions.of_claim[claim]):
                here = self._articles(mentioned.get(group, NOTHING))
                met = here if met is None else np.intersect1d(met, here)
            if met is None or (len(met) and not demand.figure_alone):
                reached = self._articles(_reach(demand.postings, wide))
                met = reached if met is None else np.intersect1d(met, reached)
            found.update(met.tolist())
        return sorted(found)

    def teach(self, nominator: Nominator) -> dict[int, Row]:
        """Let the nominator's sieve know all words of the library, so that it reads its articles faster;
        the words that may be meant, with what they may stand for."""
        found = self.find_meant(nominator)
        told: dict[str, dict[str, Row]] = {language: {} for language in LANGUAGES}
        for word, row in found.items():
            told[self._language(word)][self._form(word)] = row
        for language, forms in self.forms.items():
            nominator.sieve.learn(language, forms, told[language])
        return found

    def find_meant(self, nominator: Nominator) -> dict[int, Row]:
        """The words that `nominator` may mean, with what they may stand for."""
        found: dict[int, Row] = {}
        for word in sorted(self._by_key(nominator) | self._by_letters(nominator)):
            row = nominator.sieve.look_up(self._form(word), self._language(word))
            if row is not None:
                found[word] = row
        return found

    def look_up(self, words: Mapping[int, Row]) -> tuple[dict[int, Numbers], dict[int, Numbers]]:
        """The spots of each item and of each group of `must_mention`."""
        of_item: dict[int, list[Numbers]] = {}
        of_group: dict[int, list[Numbers]] = {}
        for word, row in words.items():
            if row is not None:
                start, end = self.arrays["starts"][word : word + 2]
                spots = self.arrays["spots"][start:end].astype(np.int64)
                for item in row[0]:
                    of_item.setdefault(item, []).append(spots)
                for group in row[1]:
                    of_group.setdefault(group, []).append(spots)
        return (
            {item: union(spots) for item, spots in of_item.items()},
            {group: union(spots) for group, spots in of_group.items()},
        )

    def _by_key(self, nominator: Nominator) -> set[int]:
        """The words that may be items or mentions by themselves, through concepts, or as part of a name."""
        vocabulary, mentions = nominator.coverage.vocabulary, nominator.mentions
        concepts = {*vocabulary.by_concept, *(key.partition("@")[0] for key in mentions.by_key if "@" in key)}
        keys = {f"stem {stem}" for stem in (*vocabulary.names.by_rarest(), *mentions.rarest)}
        for language in LANGUAGES:
            lemmas = {*vocabulary.by_key, *mentions.by_key, *find_members(concepts, language)}
            keys |= {f"{language} {word}" for word in lemmas}
        wanted = np.array(sorted(map(hash_key, keys)), np.uint64)
        lows = np.searchsorted(self.arrays["hashes"], wanted, "left")
        highs = np.searchsorted(self.arrays["hashes"], wanted, "right")
        ranges = (self.arrays["words"][low:high] for low, high in zip(lows, highs, strict=True) if low < high)
        return {int(word) for found in ranges for word in found}

    def _by_letters(self, nominator: Nominator) -> set[int]:
        """The unknown words that may resemble a form of the claims.

        The ratio of two forms is 1 less their insertions and deletions by their joint length, and every
        letter that only one of them has costs one of these.
        """
        vocabulary = nominator.coverage.vocabulary
        least = vocabulary.settings.word_similarity
        found: set[int] = set()
        for form in vocabulary.forms:
            words = self.alike.get((form, least))
            if words is None:
                if len(self.alike) >= _MOST_FORMS:
                    self.alike.clear()
                words = self.alike[form, least] = self._find_alike(form, least)
            found.update(words)
        return found

    def _find_alike(self, form: str, least: int) -> list[int]:
        """The unknown words whose ratio with `form` is `least` or more."""
        size = len(form)
        # The shorter form in full is the most that two can share.
        long_enough = -(-least * size // (200 - least)) if least else 1
        low = np.searchsorted(self.lengths, max(long_enough, 1), "left")
        high = np.searchsorted(self.lengths, (200 - least) * size // least, "right") if least else None
        apart = np.bitwise_count(self.letters[low:high] ^ np.uint32(letter_bits(form))).astype(np.int32)
        near = np.flatnonzero(apart * 100 <= (100 - least) * (self.lengths[low:high] + size)) + low
        words = [int(word) for word in self.by_length[near]]
        lowers = [fold_word(self._form(word)) for word in words]
        hits = process.extract(form, lowers, scorer=fuzz.ratio, score_cutoff=least, limit=None)
        return [words[at] for _, _, at in hits]

    @cached_property
    def forms(self) -> dict[str, frozenset[str]]:
        """All words as written, by language."""
        found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
        start = 0
        for end, language in zip(self.ends, self.arrays["languages"].tolist(), strict=True):
            found[LANGUAGES[language]].append(self.text[start:end].decode("utf-8", "surrogatepass"))
            start = end
        return {language: frozenset(forms) for language, forms in found.items()}

    @cached_property
    def by_length(self) -> NDArray[Any]:
        """The words by their length, those that are no typing errors first."""
        return np.argsort(self.arrays["lengths"], kind="stable")

    @cached_property
    def lengths(self) -> NDArray[Any]:
        """The lengths of the words `by_length`."""
        found: NDArray[Any] = np.asarray(self.arrays["lengths"])[self.by_length].astype(np.int32)
        return found

    @cached_property
    def letters(self) -> NDArray[Any]:
        """The letters of the words `by_length`."""
        found: NDArray[Any] = np.asarray(self.arrays["letters"])[self.by_length]
        return found

    @cached_property
    def text(self) -> bytes:
        """The text of all words."""
        return self.arrays["text"].tobytes()

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends in `text`."""
        ends: list[int] = self.arrays["ends"].tolist()
        return ends

    def _language(self, word: int) -> str:
        return LANGUAGES[int(self.arrays["languages"][word])]

    def _form(self, word: int) -> str:
        start = self.ends[word - 1] if word else 0
        return self.text[start : self.ends[word]].decode("utf-8", "surrogatepass")

    def _articles(self, spots: Numbers) -> Numbers:
        """The articles of sorted `spots`, each once."""
        articles: Numbers = np.searchsorted(self.arrays["firsts"], spots, "right") - 1
        return articles[np.diff(articles, prepend=-1) > 0]


class _Wide(dict[int, Numbers]):
    """Where each item stands or stood right before, made when first asked for; nowhere for any other."""

    def __init__(self, stands: Mapping[int, Numbers]) -> None:
        super().__init__()
        self._stands = stands

    def __missing__(self, item: int) -> Numbers:
        spots = self._stands.get(item, NOTHING)
        wide = self[item] = union([spots, spots + 1])
        return wide


def _reach(postings: Sequence[Postings], wide: _Wide) -> Numbers:
    """The spots where some phrase may be reached by what stands there and right before, sorted."""
    found = [NOTHING]
    for posting in postings:
        for number, weights in posting.weights.items():
            spots = union([wide[item] for item in _rarest(weights, posting.needed[number], wide)])
            total = np.zeros(len(spots), np.int64)
            for item, weight in weights.items():
                total += weight * stand_in(spots, wide[item])
            found.append(spots[total * MOST_CREDIT >= posting.needed[number]])
    return union(found)


def _rarest(weights: Mapping[int, int], needed: int, wide: _Wide) -> Iterator[int]:
    """Items of a phrase of which one must stand wherever it is reached: those rarest in the library."""
    left = 0
    for item, weight in sorted(weights.items(), key=lambda row: -len(wide[row[0]])):
        left += weight * MOST_CREDIT
        if left >= needed:  # with this item and those more common the threshold is in reach
            yield item


def load_index(folder: Path, key: str) -> LibraryIndex | None:
    """The index in `folder`, mapped into memory; None where there is none for `key` or it is damaged."""
    try:
        meta = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ARRAYS}
        sums = {name: checksum(values) for name, values in arrays.items()}
        return LibraryIndex(arrays) if (meta["key"], meta["sums"]) == (key, sums) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
