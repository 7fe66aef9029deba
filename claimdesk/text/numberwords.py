"""The words of spelled numbers and the part each plays in the grammar of `text.numerals`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimdesk.model import Token
from claimdesk.text.currencies import currency_signs
from claimdesk.text.lexicon import load_words
from claimdesk.text.terms import term_before

Values = tuple[Decimal, ...]

# Keys of numbers.yaml that map words to values, and the role their words have.
_VALUED = {
    "digits": "digit",
    "teens": "teen",
    "tens": "ten",
    "scales": "scale",
    "fractions": "fraction",
    "around": "around",
}
# Keys that list words, with role and value.
_LISTED = {"belas": 10, "puluh": 10, "hundred": 100, "point": 0, "and": 0, "of": 0, "few": 0, "articles": 1}

_JOINTS = frozenset({"and", "of", "point"})


class Atom(NamedTuple):
    """A number word at token `token`: its role ("" for any other word) and values.

    `written` is a number in digits; `scaled` says that a percent or measure follows it.
    """

    role: str
    token: int
    values: Values = ()
    written: str = ""
    scaled: bool = False


@cache
def _roles(language: str) -> Mapping[str, tuple[tuple[str, Values], ...]]:
    words = load_words(language, "numbers")
    roles: dict[str, tuple[tuple[str, Values], ...]] = {}
    for key, role in _VALUED.items():
        for word, value in words.get(key, {}).items():
            roles[word] = ((role, (Decimal(str(value)),)),)
    for key, value in _LISTED.items():
        for word in words.get(key, ()):
            roles[word] = (("article" if key == "articles" else key, (Decimal(value),)),)
    for word, values in words["vague"].items():
        roles[word] = (("vague", tuple(Decimal(value) for value in values)),)
    for word, value in words.get("ones", {}).items():
        scale = ("hundred" if value == 100 else "scale", (Decimal(value),))
        roles[word] = (("digit", (Decimal(1),)), scale)
    return roles


@lru_cache(maxsize=1 << 16)
def is_number_word(word: str, language: str) -> bool:
    """Whether a casefolded word plays a part in numbers that others do not join."""
    return any(role not in _JOINTS for role, _ in _word_atoms(word, language))


@cache
def _letters(language: str, key: str) -> Mapping[str, Decimal]:
    return {letter: Decimal(value) for letter, value in load_words(language, "numbers")[key].items()}


@cache
def _listed(language: str, key: str) -> frozenset[str]:
    return frozenset(load_words(language, "numbers").get(key, ()))


def number_atoms(row: Sequence[Token], language: str) -> list[Atom]:
    """One atom a token; more for a hyphened or joined number word ("twenty-one", "seratus")."""
    atoms: list[Atom] = []
    for at, token in enumerate(row):
        if token.kind == "number":
            following = row[at + 1].lower if at + 1 < len(row) else ""
            scaled = following in _listed(language, "decimals_before")
            atoms.append(Atom("number", at, written=token.lower, scaled=scaled))
        elif token.lower == ",":
            atoms.append(Atom("comma", at))
        elif token.kind == "word":
            parts = _letter_scale(row, at, language) or _word_atoms(token.lower, language)
            atoms += [Atom(role, at, values) for role, values in parts] or [Atom("", at)]
        else:
            atoms.append(Atom("", at))
    return atoms


def _word_atoms(word: str, language: str) -> tuple[tuple[str, Values], ...]:
    roles = _roles(language)
    if word in roles or "-" not in word:
        return roles.get(word, ())
    parts = [roles.get(part, ()) for part in word.split("-")]
    if not all(parts):
        return ()
    flat = tuple(atom for part in parts for atom in part)
    if [role for role, _ in flat] == ["digit", "digit"]:
        (low,), (high,) = flat[0][1], flat[1][1]
        return (("pair", (low, high)),) if low < high else ()
    return flat


def _letter_scale(row: Sequence[Token], at: int, language: str) -> tuple[tuple[str, Values], ...]:
    """The scale that a single letter after a number stands for: "12k", "Rp5 M", "5m people"."""
    letter = row[at].lower
    if len(letter) > 1 or at == 0 or row[at - 1].kind != "number":
        return ()
    scale = None
    if term_before(currency_signs(), row, at - 1)[1]:
        scale = _letters(language, "money_scales").get(letter)
    elif row[at - 1].end == row[at].start:
        following = row[at + 1].lower if at + 1 < len(row) else ""
        millions = letter == "m" and following in _listed(language, "million_before")
        scale = _letters(language, "money_scales" if millions else "glued_scales").get(letter)
        if row[at].text.isupper() and len(row[at - 1].text) == 1:  # 4K is a picture, 5K a run
            return ()
    return (("scale", (scale,)),) if scale is not None else ()
