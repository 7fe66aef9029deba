"""A phrase as the matcher weighs it, as far as the registry alone can tell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from claimdesk.text.cues import find_cues
from claimdesk.text.figures import find_figures
from claimdesk.text.language import detect_language
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.names import NameFinder
from claimdesk.text.tokens import find_tokens

# Smaller numbers are mostly days or names, and four digits that begin so are mostly years.
_SMALLEST_FIGURE = 32
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a phrase says.

    `words` are all its words and numbers, casefolded; `weighty` those that count in a match, each alias group
    as one word; `figures` the numbers that look like quantities, `counts` those with a
    counted noun; `cues` the kinds of words such as *not* and
    *denied*; `mixed` a word in two alphabets, or empty.
    """

    words: tuple[str, ...]
    weighty: tuple[str, ...]
    figures: tuple[str, ...]
    counts: tuple[str, ...]
    cues: frozenset[str]
    mixed: str

    @property
    def meaning(self) -> tuple[object, ...]:
        """What tells two phrases apart: order counts, since who did it to whom may be all that differs."""
        return self.weighty, self.figures, self.cues


def read_wording(text: str, names: NameFinder) -> Wording:
    """`text` as a wording; `names` finds the registry's aliases."""
    tokens = [token for token in find_tokens(text) if token.kind != "mark"]
    weighty: dict[int, str] = {}
    named: set[int] = set()
    for name in names.find(tokens):
        named.update(range(name.first, name.last))
        weighty[name.first] = f"alias {name.group}"
    words = {at: token for at, token in enumerate(tokens) if token.kind == "word" and at not in named}
    weighty |= {at: word.lower for at, word in words.items() if word.lower not in _function_words()}
    return Wording(
        words=tuple(token.lower for token in tokens),
        weighty=tuple(dict.fromkeys(weighty[at] for at in sorted(weighty))),
        figures=tuple(token.text for token in tokens if token.kind == "number" and _is_figure(token.text)),
        counts=tuple(
            figure.text
            for figure in find_figures(text, detect_language(text))
            if figure.kind == "count" and figure.unit and figure.interval.high > 1
        ),
        cues=frozenset(cue.kind for cue in find_cues(text, detect_language(text))),
        mixed=next((word.text for word in words.values() if _is_mixed(word.text)), ""),
    )


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """`name` as its words alone, casefolded, so that spellings of one name are equal."""
    return " ".join(token.lower for token in find_tokens(name) if token.kind != "mark")


def _is_figure(number: str) -> bool:
    return not _YEAR.fullmatch(number) and int(re.sub("[.,]", "", number)) >= _SMALLEST_FIGURE


def _is_mixed(word: str) -> bool:
    if word.isascii():
        return False
    alphabets = {unicodedata.name(char, "?").split()[0] for char in word if char.isalpha()}
    return len(alphabets & {"LATIN", "CYRILLIC", "GREEK"}) > 1


@cache
def _function_words() -> frozenset[str]:
    """Function words of all languages; none where the lists are not there."""
    found: set[str] = set()
    for language in LANGUAGES:
        for entry in load_words(language, "function_words").get("words", ()):
            found.update(map(str.casefold, [entry] if isinstance(entry, str) else entry))
    return frozenset(found)
