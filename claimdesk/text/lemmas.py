"""Lemmas: the form under which words of one family meet, and how much a word weighs in a phrase.

Indonesian lemmas are roots without voice (*menyerang*, *diserang* and *serangan* are *serang*): whoever
needs the actor looks at the forms. English lemmas are dictionary forms. The order is: overrides of
`lang/<language>/lemmas.yaml`, the dictionary of simplemma, and for Indonesian words that it does not know,
the stemmer of Sastrawi (Nazief and Adriani with the improvements of Asian 2007), which is believed only
where a prefix came off and a root is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import simplemma

from claimdesk.text.known import is_known_word
from claimdesk.text.lexicon import load_words

CONTENT_WEIGHT = 100
LIGHT_WEIGHT = 60

_CACHED_WORDS = 1 << 17
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_CLITIC = re.compile(r"(?:(?<=\w\w\w)-?nya|(?<=\w\w\w\w)-?(?:lah|kah|pun|ku|mu))$")
# What Sastrawi is asked about: verbs, and nouns that carry both halves of ke-an or pe-an. A bare pe- names
# who does it (petenis), a bare ke- or se- is an ordinal or part of a name (kediri, semarang).
_DERIVED = re.compile(r"(?:(?:me|di|ber|ter)[a-z]+|(?:ke|pe)[a-z]+an)$")
_SHORTEST_ROOT = 4
_LONGEST_WORD = 60
# Words after which 's is a short *is*, *has* or *us*, not a possessive.
_CONTRACTED = frozenset(
    ["it", "he", "she", "that", "what", "there", "who", "where", "here", "how", "let", "when", "why"]
)
_PEOPLE_PLURALS = ("ians", "icans")
_CODE_PLURAL = re.compile(r"(?<=\d)s$")  # F-16s
# British endings and the American ones that the dictionary has more of.
_SPELLINGS = (("ise", "ize"), ("isation", "ization"), ("our", "or"), ("tre", "ter"))


@lru_cache(maxsize=_CACHED_WORDS)
def lemma(word: str, language: str) -> str:
    """The lemma of `word`, a casefolded token such as `Token.lower`, in ``id`` or ``en``.

    A word that nothing is known of, a number, a mark or an empty string is its own lemma.
    """
    found = _overrides(language).get(word)
    if found is not None:
        return found
    if not 0 < len(word) <= _LONGEST_WORD or not word[0].isalpha():
        return word
    return _indonesian(word) if language == "id" else _english(word)


@lru_cache(maxsize=_CACHED_WORDS)
def word_weight(word: str, language: str) -> int:
    """What a lemma counts in a phrase: 0 for function words, 60 for light words, 100 for all others.

    Light words are news words that nearly every passage has (*kata*, *orang*, *say*, *people*).
    """
    if is_function_word(word, language):
        return 0
    return LIGHT_WEIGHT if word in _word_set(language, "light") else CONTENT_WEIGHT


def is_function_word(word: str, language: str) -> bool:
    """Whether a casefolded form or lemma belongs to a closed class that carries no meaning of its own.

    Negations, denials and words of doubt do not belong here: they change what a phrase says.
    """
    return word in _word_set(language, "words")


@cache
def _word_set(language: str, key: str) -> frozenset[str]:
    return frozenset(word for row in load_words(language, "function_words").get(key, ()) for word in row)


@cache
def _overrides(language: str) -> dict[str, str]:
    """Form to lemma. A lemma of its own family needs no entry among the forms."""
    listed = load_words(language, "lemmas")
    kept = {word: word for row in listed.get("keep", ()) for word in row}
    families: dict[str, list[str]] = listed.get("lemmas", {})
    return kept | {form: base for base, forms in families.items() for form in (base, *forms)}


def _indonesian(word: str) -> str:
    bare = _without_clitic(word)
    if bare != word:
        return lemma(bare, "id")
    if "-" in word:
        return _single_of(word)
    known = is_known_word(word, "id")
    base: str = simplemma.lemmatize(word, lang="id").casefold()
    if base != word and (known or len(base) >= _SHORTEST_ROOT):
        return base
    return word if known else _stemmed(word)


def _without_clitic(word: str) -> str:
    """Without *-nya*, *-lah* and the like, where what is left is a word and the whole is not."""
    bare = _CLITIC.sub("", word) if word.endswith(_CLITICS) else word
    if bare == word or bare in _overrides("id"):
        return bare
    if simplemma.is_known(word, lang="id"):
        return word
    is_word = simplemma.is_known(bare, lang="id") or "-" in bare or _stemmer().dictionary.contains(bare)
    return bare if is_word or lemma(bare, "id") != bare else word


def _single_of(word: str) -> str:
    """The lemma of the word that is doubled (*laporan-laporan*, *anak-anaknya*); other compounds stay."""
    first, _, second = word.partition("-")
    doubled = first == second or ("-" not in second and lemma(first, "id") == lemma(second, "id"))
    return lemma(first, "id") if doubled else word


def _stemmed(word: str) -> str:
    """Sastrawi's root where a prefix came off and enough is left: not *Berlin* -> lin, *alasan* -> alas."""
    if not _DERIVED.match(word):
        return word
    root: str = _stemmer().stem_word(word)
    return root if len(root) >= _SHORTEST_ROOT and not word.startswith(root) else word


@cache
def _stemmer() -> Any:
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return Stemmer(ArrayDictionary(StemmerFactory().get_words()))


def _english(word: str) -> str:
    owner = word.removesuffix("'s")
    if owner not in {word, "", *_CONTRACTED}:
        return lemma(owner, "en")
    if "'" in word:
        return word
    if _CODE_PLURAL.search(word):
        return word[:-1]
    base: str = simplemma.lemmatize(word, lang="en").casefold()
    if base == word and word.endswith(_PEOPLE_PLURALS):
        return word[:-1]
    return next((spelt for spelt in _american(base) if simplemma.is_known(spelt, lang="en")), base)


def _american(word: str) -> Iterator[str]:
    for british, american in _SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 1:
            yield word.removesuffix(british) + american
