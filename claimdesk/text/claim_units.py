"""What a claim counts: its units, the fate and the rate that its wordings speak of, and its matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.model import Quantity
from claimdesk.text.bystanders import kinds_of
from claimdesk.text.contenders import Contenders
from claimdesk.text.figures import find_figures
from claimdesk.text.keys import fate_concepts, general_nouns, same_measure, telling_keys, word_keys
from claimdesk.text.lemmas import is_function_word, lemma
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.matters import find_matters, names_nothing, speaks_of_limit
from claimdesk.text.reading import read_wording
from claimdesk.text.stages import narrow_fates
from claimdesk.text.tokens import find_tokens


@cache
def _bare() -> frozenset[str]:
    """Nouns that say nothing at all of what is counted, in any language."""
    return frozenset(word for language in LANGUAGES for word in load_words(language, "units")["bare"])


@dataclass(frozen=True, slots=True)
class Unit:
    """One of a claim's units: the keys that each of its telling words offers, and the kind of figure.

    `telling`: it says by itself what is counted, unlike *people*, *percent* or *dollars*; `bare`: it is a
    measure of nothing that it names, such as *tonnes*.
    """

    words: tuple[frozenset[str], ...]
    currency: str = ""
    percent: bool = False
    measure: bool = False
    telling: bool = True
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What a claim counts: any of `units`; people in one of `fates`, if it speaks of one; `rates`: per what
    time; `matters`: what its percentage or sum of money is about; `words`: the keys of all its telling words;
    `limit`: it speaks of a limit; `kinds`: the kinds of people its units name, as `kinds_of` numbers them;
    `contenders`: who has shares of what it counts."""

    units: tuple[Unit, ...]
    fates: frozenset[str]
    rates: frozenset[str]
    matters: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    limit: bool = False
    kinds: frozenset[int] = frozenset()
    contenders: Contenders | None = None


def read_counted(quantity: Quantity, wordings: Sequence[str], others: Iterable[str] = ()) -> Counted:
    """What `quantity` counts, with the fates and rates that the claim's own `wordings` speak of.

    The first wording is the claim's statement; `others` are further words that tell what a sum is about.
    """
    units = tuple(_read_unit(unit) for unit in quantity.unit)
    keys = frozenset(key for unit in units for word in unit.words for key in word)
    rates, spoken, states = set[str](), set(keys), set[str]()
    matters, telling = set[str](), set[str]()
    for wording in (*wordings, *quantity.unit, *others):
        read = read_wording(wording)
        matters |= find_matters(read)
        telling |= telling_keys((token.lower for token in read.tokens if token.kind == "word"), read.language)
    limit = any(speaks_of_limit(read_wording(wording)) for wording in wordings[:1])
    for wording in wordings:
        read = read_wording(wording)
        words = [token.lower for token in read.tokens if token.kind == "word"]
        spoken.update(*word_keys(words, read.language))
        rates |= {figure.per for figure in read.figures if figure.per or names_nothing(figure)}
        states.update(*(figure.states for figure in read.figures))
    rates = rates if any(rates) else set()  # without a rate only where some wording leaves it out
    own = next((found for one in (keys, spoken, states) if (found := fate_concepts() & one)), frozenset())
    rows = frozenset(rates), frozenset(matters), frozenset(telling)
    return Counted(units, narrow_fates(own), *rows, limit, kinds_of(keys))


@cache
def _read_unit(unit: str) -> Unit:
    """A unit read in both languages at once, since nobody says in which one it is written."""
    words = [token.lower for token in find_tokens(unit) if token.kind == "word"]
    readings = [word_keys(words, language) for language in LANGUAGES]
    telling, general = [], []
    for word, *keys in zip(words, *readings, strict=True):
        if any(word in general_nouns(language) for language in LANGUAGES):
            general.append(frozenset().union(*keys))
        elif not any(is_function_word(word, language) for language in LANGUAGES):
            telling.append(frozenset().union(*keys))
    money = [figure for language in LANGUAGES for figure in find_figures(f"2 {unit}", language)]
    currency = next((figure.currency for figure in money if figure.currency), "")
    kinds = {figure.kind for figure in money}
    return Unit(
        tuple(telling or general),
        currency,
        percent="percent" in kinds,
        measure="measure" in kinds,
        bare=all(any(same_measure(lemma(word, language)) for language in LANGUAGES) for word in words),
        telling=not all(word in _bare() for word in words) and not currency and "percent" not in kinds,
    )
