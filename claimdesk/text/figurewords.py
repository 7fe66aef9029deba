"""The words around numbers, read once a language from `figures.yaml`, `measures.yaml` and `counted.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimdesk.text.lexicon import load_words
from claimdesk.text.terms import Terms, read_terms


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Tables of one language by topic: `terms` of one or more words, `sets` of single words.

    `before` holds everything that may stand between a verb and its number, by what it does to the figure.
    """

    language: str
    terms: Mapping[str, Terms]
    sets: Mapping[str, frozenset[str]]
    before: Terms

    def ends_noun(self, word: str) -> bool:
        """Whether `word` cannot be among counted words: a function word, or a verb by its affixes."""
        return word in self.sets["stops"] or word in self.sets["reporting"] or self.is_verb(word)

    def is_verb(self, word: str) -> bool:
        """Whether `word` has the prefix of an Indonesian or the ending of an English verb, and is none of the
        nouns and adjectives that look the same."""
        if word in self.sets["not_verbs"] or len(word) < 5:
            return False
        if self.language == "id":
            return word.startswith(_VERB_PREFIXES)
        return word.endswith(("ed", "ing"))

    def takes_object(self, word: str) -> bool:
        """Whether `word` is a verb that what follows may be the object of: in Indonesian, one in *me-*."""
        return self.is_verb(word) and (self.language != "id" or word.startswith("me"))


_VERB_PREFIXES = ("di", "ber", "ter", "mem", "men", "mel", "mer", "mew", "mey")


# Topics of figures.yaml whose terms stand before a number, and what each makes of it.
_BEFORE = {
    "parts_before": "part", "rises": "rise", "falls": "fall", "increments_before": "more",
    "totals_link": "to", "totals_before": "total", "former_before": "former", "from": "from",
    "shifts": "shift", "links": "link",
}  # fmt: skip


@cache
def figure_words(language: str) -> FigureWords:
    """The tables of `language`."""
    topics = {topic: load_words(language, topic) for topic in ("figures", "measures", "counted")}
    words = {key: value for topic in topics.values() for key, value in topic.items()}
    before = {f"bound {name}": terms for name, terms in words["bounds"].items()}
    before |= {f"share {name}": terms for name, terms in words["shares"].items()}
    before |= {meaning: words.get(key, []) for key, meaning in _BEFORE.items()}
    return FigureWords(
        language=language,
        terms={key: read_terms(value) for key, value in words.items()},
        sets={key: frozenset(value) for key, value in words.items() if isinstance(value, list)},
        before=read_terms(before),
    )
