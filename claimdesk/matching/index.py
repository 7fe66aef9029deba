"""Which articles of a library a few claims can bear on, from an index of its words on disk.

Made for a changed claim: the sieve's question is asked of the library's words instead of its passages, and
only the articles it leaves are read again. It leaves too many rather than too few.

On disk every word, as written and by language, has the places where it stands: `spots`, one for each passage,
numbered through the library. Two passages have neighbouring spots only where one is the nearest earlier text
of the other. Words are found by hashes of their lemma and stems, and by their letters where a typing error
may be another word of a claim.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimdesk.matching.nominate import Nominator
from claimdesk.matching.postings import MOST_CREDIT, Postings
from claimdesk.text.concepts import find_members
from claimdesk.text.known import is_known_word
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.names import stems
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import find_forms, fold_word

Numbers = NDArray[np.int64]
_NOTHING: Numbers = np.zeros(0, np.int64)
_ARRAYS = ("text", "ends", "languages", "hashes", "words", "starts", "spots", "letters", "lengths", "firsts")


class IndexWriter:
    """Collects the words of articles; `save` writes the index."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], int] = {}
        self._pairs = (array("i"), array("i"))
        self._firsts = array("i")
        self._spot = 0

    def add(self, texts: Sequence[Reading], links: Sequence[Reading], title: Reading) -> None:
        """The next article: its passages of kind ``text``, its link lines, its title."""
        self._firsts.append(self._spot)
        self._note(title)
        self._spot += 1
        for reading in texts:
            self._note(reading)
        for reading in links:
            self._spot += 1
            self._note(reading)
        self._spot += 1

    def _note(self, reading: Reading) -> None:
        words, (numbers, spots) = self._words, self._pairs
        for form in set(find_forms(reading.text)):
            numbers.append(words.setdefault((reading.language, form), len(words)))
            spots.append(self._spot)
        self._spot += 1

    def save(self, folder: Path, key: str) -> None:
        """Write the index; `key` stands for all that it was made from. The last file makes it valid."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.json").unlink(missing_ok=True)
        sums = {}
        for name, values in self._arrays().items():
            np.save(folder / f"{name}.npy", values)
            sums[name] = _sum(values)
        (folder / "index.json").write_text(json.dumps({"key": key, "sums": sums}), encoding="utf-8")

    def _arrays(self) -> dict[str, NDArray[Any]]:
        numbers, spots = (np.array(values, np.int32) for values in self._pairs)
        order = np.argsort(numbers, kind="stable")
        encoded = [form.encode("utf-8", "surrogatepass") for _, form in self._words]
        keys, holders = array("Q"), array("i")
        for at, word in enumerate(self._words):
            for key in _keys(*word):
                keys.append(_hash(key))
                holders.append(at)
        by_hash = np.argsort(np.array(keys, np.uint64), kind="stable")
        lowers = [(fold_word(form), language) for language, form in self._words]
        lengths = [0 if not low.isalpha() or is_known_word(low, of) else len(low) for low, of in lowers]
        return {
            "text": np.frombuffer(b"".join(encoded), np.uint8),
            "ends": np.cumsum([len(form) for form in encoded], dtype=np.int64),
            "languages": np.array([LANGUAGES.index(language) for language, _ in self._words], np.uint8),
            "hashes": np.array(keys, np.uint64)[by_hash],
            "words": np.array(holders, np.int32)[by_hash],
            "starts": np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=len(encoded)))]),
            "spots": spots[order],
            "letters": np.array([_letters(lower) for lower, _ in lowers], np.uint32),
            "lengths": np.minimum(lengths, 0xFFFF).astype(np.uint16),
            "firsts": np.array(self._firsts, np.int64),
        }


@dataclass(frozen=True, slots=True)
class LibraryIndex:
    """The index of a library as it lies on disk. Open it with `load_index`."""

    arrays: Mapping[str, NDArray[Any]]

    def find_articles(self, nominator: Nominator) -> list[int]:
        """The numbers of all articles, in the order they were added, that `nominator` can find matches in."""
        stands, mentioned = self._look_up(nominator)
        found: set[int] = set()
        for claim in range(len(nominator.claims)):
            met: Numbers | None = None
            for group in sorted(nominator.mentions.of_claim[claim]):
                here = self._articles(mentioned.get(group, _NOTHING))
                met = here if met is None else np.intersect1d(met, here)
            demand = nominator.sieve.demand(claim)
            if met is None or (len(met) and not demand.figure_alone):
                reached = self._articles(_reach(demand.postings, stands))
                met = reached if met is None else np.intersect1d(met, reached)
            found.update(met.tolist())
        return sorted(found)

    def _look_up(self, nominator: Nominator) -> tuple[dict[int, Numbers], dict[int, Numbers]]:
        """The spots of each item and of each group of `must_mention`."""
        of_item: dict[int, list[Numbers]] = {}
        of_group: dict[int, list[Numbers]] = {}
        for word in sorted(self._by_key(nominator) | self._by_letters(nominator)):
            row = nominator.sieve.look_up(self._form(word), LANGUAGES[int(self.arrays["languages"][word])])
            if row is not None:
                start, end = self.arrays["starts"][word : word + 2]
                spots = self.arrays["spots"][start:end].astype(np.int64)
                for item in row[0]:
                    of_item.setdefault(item, []).append(spots)
                for group in row[1]:
                    of_group.setdefault(group, []).append(spots)
        return (
            {item: np.unique(np.concatenate(spots)) for item, spots in of_item.items()},
            {group: np.unique(np.concatenate(spots)) for group, spots in of_group.items()},
        )

    def _by_key(self, nominator: Nominator) -> set[int]:
        """The words that may be items or mentions by themselves, through concepts, or as part of a name."""
        vocabulary, mentions = nominator.coverage.vocabulary, nominator.mentions
        concepts = {*vocabulary.by_concept, *(key.partition("@")[0] for key in mentions.by_key if "@" in key)}
        keys = {f"stem {stem}" for stem in (*vocabulary.names.by_rarest(), *mentions.rarest)}
        for language in LANGUAGES:
            lemmas = {*vocabulary.by_key, *mentions.by_key, *find_members(concepts, language)}
            keys |= {f"{language} {word}" for word in lemmas}
        wanted = np.array(sorted(map(_hash, keys)), np.uint64)
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
        letters, lengths = self.arrays["letters"], self.arrays["lengths"].astype(np.int32)
        found: set[int] = set()
        for form in vocabulary.forms:
            apart = np.bitwise_count(letters ^ np.uint32(_letters(form)))
            most = (100 - vocabulary.settings.word_similarity) * (lengths + len(form))
            found.update(np.flatnonzero((lengths > 0) & (apart.astype(np.int32) * 100 <= most)).tolist())
        return found

    def _form(self, word: int) -> str:
        start = int(self.arrays["ends"][word - 1]) if word else 0
        return bytes(self.arrays["text"][start : self.arrays["ends"][word]]).decode("utf-8", "surrogatepass")

    def _articles(self, spots: Numbers) -> Numbers:
        return np.unique(np.searchsorted(self.arrays["firsts"], spots, "right") - 1)


def _reach(postings: Sequence[Postings], stands: Mapping[int, Numbers]) -> Numbers:
    """The spots where some phrase may be reached by what stands there and right before."""
    wide = {item: np.union1d(spots, spots + 1) for item, spots in stands.items()}
    found = [_NOTHING]
    for posting in postings:
        for number, weights in posting.weights.items():
            rare = [
                wide[item] for item in weights if number in posting.by_item.get(item, ()) and item in wide
            ]
            spots = np.unique(np.concatenate(rare)) if rare else _NOTHING
            total = np.zeros(len(spots), np.int64)
            for item, weight in weights.items():
                if item in wide:
                    total += weight * np.isin(spots, wide[item], assume_unique=True)
            found.append(spots[total * MOST_CREDIT >= posting.needed[number]])
    return np.concatenate(found)


def load_index(folder: Path, key: str) -> LibraryIndex | None:
    """The index in `folder`, mapped into memory; None where there is none for `key` or it is damaged."""
    try:
        meta = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}
        sums = {name: _sum(values) for name, values in arrays.items()}
        return LibraryIndex(arrays) if (meta["key"], meta["sums"]) == (key, sums) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sum(values: NDArray[Any]) -> int:
    return zlib.crc32(values.tobytes())


def _keys(language: str, form: str) -> Iterable[str]:
    """What a word is found by: its lemma, itself and its stems."""
    lower = fold_word(form)
    return {f"{language} {lemma(lower, language)}", *(f"stem {stem}" for stem in (form, *stems(lower)))}


def _hash(key: str) -> int:
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _letters(lower: str) -> int:
    """The letters of a word as bits; letters beyond a to z share bits, which never sets words apart."""
    mask = 0
    for character in lower:
        mask |= 1 << (ord(character) % 32)
    return mask
