"""Writing the index of a library's words, which `matching.index` reads.

Every word, as written and by language, has the places where it stands: `spots`, one for each passage,
numbered through the library. Two passages have neighbouring spots only where one is the nearest earlier text
of the other. Words are found by `hashes` of their lemma and stems, and by their `letters` where a typing
error may be another word of a claim.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimdesk.text.known import is_known_word
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import LANGUAGES
from claimdesk.text.names import stems
from claimdesk.text.reading import Reading
from claimdesk.text.tokens import find_forms, fold_word

ARRAYS = (
    *("text", "ends", "languages", "hashes", "words", "starts", "spots", "letters", "lengths"),
    *("firsts", "leads"),  # of each article the spot of its title and of its lead; the end of all
)
TEXTS = 2  # spots from an article's first, its title's, to that of its first passage of kind ``text``


class IndexWriter:
    """Collects the words of articles; `save` writes the index."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], int] = {}
        self._pairs = (array("i"), array("i"))
        self._firsts = array("i")
        self._leads = array("i")
        self._spot = 0

    def add(self, texts: Sequence[Reading], links: Sequence[Reading], title: Reading, lead: int = 0) -> None:
        """The next article: its passages of kind ``text``, its link lines, its title; `lead` is the number of
        the first text that is no heading."""
        self._firsts.append(self._spot)
        self._leads.append(self._spot + TEXTS + lead)
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
        for name, values in self.arrays().items():
            np.save(folder / f"{name}.npy", values)
            sums[name] = checksum(values)
        (folder / "index.json").write_text(json.dumps({"key": key, "sums": sums}), encoding="utf-8")

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The index as it is now; `matching.index.LibraryIndex` reads it, without any file."""
        numbers, spots = (np.array(values, np.int32) for values in self._pairs)
        order = np.argsort(numbers, kind="stable")
        encoded = [form.encode("utf-8", "surrogatepass") for _, form in self._words]
        keys, holders = array("Q"), array("i")
        for at, word in enumerate(self._words):
            for key in _keys(*word):
                keys.append(hash_key(key))
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
            "letters": np.array([letter_bits(lower) for lower, _ in lowers], np.uint32),
            "lengths": np.minimum(lengths, 0xFFFF).astype(np.uint16),
            "firsts": np.array([*self._firsts, self._spot], np.int64),
            "leads": np.array(self._leads, np.int64),
        }


def checksum(values: NDArray[Any]) -> int:
    """A sum that tells a damaged array from a whole one."""
    return zlib.crc32(values.tobytes())


def _keys(language: str, form: str) -> Iterable[str]:
    """What a word is found by: its lemma, itself and its stems."""
    lower = fold_word(form)
    return {f"{language} {lemma(lower, language)}", *(f"stem {stem}" for stem in (form, *stems(lower)))}


def hash_key(key: str) -> int:
    """Sixty-four bits that stand for a key; two keys that share them only leave too many words."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def letter_bits(lower: str) -> int:
    """The letters of a word as bits; letters beyond a to z share bits, which never sets words apart."""
    mask = 0
    for character in lower:
        mask |= 1 << (ord(character) % 32)
    return mask
