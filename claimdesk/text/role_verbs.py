"""The forms of the verbs of `lang/<language>/roles.yaml`, each with its group and voice.

Indonesian stems take me- (with the nasal that fits), di- and ter-; English verbs their regular endings, or
the three forms given ("strike/struck/struck").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from claimdesk.model import Token
from claimdesk.text.lemmas import CONTENT_WEIGHT, lemma, word_weight
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, Words, compile_patterns, read_words

Voice = Literal["active", "passive", "participle", "bare", "noun", "plain", "enter", "inverse", "win"]
_NASALS = (
    ("p", "mem", True), ("t", "men", True), ("k", "meng", True), ("s", "meny", True),
    ("bfv", "mem", False), ("cdjz", "men", False), ("ghaiueo", "meng", False), ("lmnrwy", "me", False),
)  # fmt: skip
_HARMING = frozenset({"attack", "kill", "capture", "beat", "sanction", "warn"})
_VIOLENT = frozenset({"attack", "kill", "capture"})
_BE = 3  # tokens before a participle within which a form of "be" makes it passive
_WORDINGS: Mapping[str, Voice] = {"passive": "passive", "wordings": "active"}
_SETS = (
    "by", "from", "to", "direction", "recipients", "sources", "weapons", "place", "prepositions",
    "links", "joiners", "titles", "be", "transitive", "partitives", "carry", "relative", "breaks",
    "subordinators", "bounds", "copulas", "dummies", "degrees", "us", "ours", "own", "that",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb form says: the group of its verb and who its subject is."""

    group: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class RoleWords:
    """All lists of one language, made ready. `sets` are the lists that no group of verbs has for itself."""

    language: str
    forms: Mapping[str, tuple[Deed, ...]]
    nouns: tuple[tuple[Words, str], ...]
    wordings: Patterns[Deed]
    sources: Mapping[str, frozenset[str]]
    sets: Mapping[str, Words]
    kinds: tuple[tuple[str, Words], ...]
    endings: tuple[str, ...]

    def deeds(self, lower: str) -> tuple[Deed, ...]:
        """What the form `lower` can say, clitics aside."""
        return _deeds(self.language, lower)

    def kind(self, lower: str) -> str:
        """The kind of actor that the noun `lower` is; empty for none."""
        return _kind(self.language, lower)


@lru_cache(maxsize=100_000)
def _deeds(language: str, lower: str) -> tuple[Deed, ...]:
    words = role_words(language)
    found = words.forms.get(lower) or words.forms.get(lower.removesuffix("nya"), ())
    return found + tuple(Deed(group, "noun") for nouns, group in words.nouns if lower in nouns)


@lru_cache(maxsize=100_000)
def _kind(language: str, lower: str) -> str:
    return next((kind for kind, forms in role_words(language).kinds if lower in forms), "")


@cache
def role_words(language: str) -> RoleWords:
    """The verbs and word lists of `language`."""
    data = load_words(language, "roles")
    groups: Mapping[str, Mapping[str, list[str]]] = data.get("groups", {})
    forms: dict[str, list[Deed]] = {}
    for group, lists in groups.items():
        for form, voice in _forms(lists, language):
            forms.setdefault(form, []).append(Deed(group, voice))
    wordings = [
        (pattern, Deed(group, voice))
        for group, lists in groups.items()
        for key, voice in _WORDINGS.items()
        for pattern in lists.get(key, ())
    ]
    return RoleWords(
        language,
        {form: tuple(dict.fromkeys(deeds)) for form, deeds in forms.items()},
        tuple((read_words(lists["nouns"]), group) for group, lists in groups.items() if "nouns" in lists),
        compile_patterns(wordings, {}),
        {
            group: frozenset((*lists.get("source", ()), *lists.get("objects", ())))
            for group, lists in groups.items()
        },
        {name: read_words(data.get(name, ())) for name in _SETS},
        tuple((kind, read_words(forms)) for kind, forms in data.get("kinds", {}).items()),
        tuple(data.get("endings", ())),
    )


def _forms(lists: Mapping[str, list[str]], language: str) -> Iterator[tuple[str, Voice]]:
    for stem in lists.get("stems", ()):
        yield from _indonesian(stem) if language == "id" else _english(stem)
    voices: tuple[Voice, ...] = ("plain", "enter", "inverse", "win")
    for voice in voices:
        for form in lists.get(voice, ()):
            yield form, voice


def _indonesian(stem: str) -> Iterator[tuple[str, Voice]]:
    for letters, prefix, drops in _NASALS:
        if stem[0] in letters:
            yield prefix + (stem[1:] if drops else stem), "active"
            if drops:  # loan words keep their first letter: mentransfer, mensuplai
                yield prefix.removesuffix("y") + stem, "active"
    if len(stem) <= len("bom"):
        yield "menge" + stem, "active"
    yield stem, "bare"
    yield "di" + stem, "passive"
    yield "ter" + stem, "passive"


def _english(verb: str) -> Iterator[tuple[str, Voice]]:
    base, *given = verb.split("/")
    regular = base + ("d" if base.endswith("e") else "ed")
    if base.endswith("y") and base[-2] not in "aeiou":
        regular = base[:-1] + "ied"
    past, participle = given or (regular, regular)
    doubled = base + base[-1] if past.startswith(base + base[-1]) or past == base else base
    yield base, "active"
    yield base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s"), "active"
    yield (doubled.removesuffix("e") if not doubled.endswith("ee") else doubled) + "ing", "active"
    yield past, "active"
    yield participle, "participle"


def is_passive(tokens: Sequence[Token], language: str, at: int) -> bool:
    """Whether the verb at token `at` is passive by its form, or by a form of *be* before it."""
    words = role_words(language)
    lower = tokens[at].lower
    if language == "id":
        return lower.startswith(("di", "ter", "ber"))
    before = [token.lower for token in tokens[max(0, at - _BE) : at]]
    return not lower.endswith("ing") and any(word in words.sets["be"] for word in before)


def is_directed(language: str, tokens: Sequence[Token]) -> bool:
    """Whether one of `tokens` is an active verb of a deed that harms or hinders the one it goes to."""
    deeds = (deed for token in tokens for deed in role_words(language).deeds(token.lower))
    return any(deed.voice == "active" and deed.group in _HARMING for deed in deeds)


def is_violent(language: str, lower: str) -> bool:
    """Whether `lower` is a verb of attacking, killing or capturing."""
    deeds = role_words(language).deeds(lower)
    return any(deed.group in _VIOLENT and deed.voice != "noun" for deed in deeds)


def tells_thing(tokens: Sequence[Token], language: str) -> bool:
    """Whether English words before a verb hold a noun, its subject, and no *to*: *said | tear gas was*."""
    if language != "en" or any(token.lower == "to" for token in tokens):
        return False
    return any(
        token.kind == "word"
        and token.text[0].islower()
        and not token.lower.endswith("ly")
        and word_weight(lemma(token.lower, language), language) == CONTENT_WEIGHT
        for token in tokens
    )
