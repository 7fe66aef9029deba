"""What a figure counts against what a claim counts.

Words are compared by lemma and concepts, so that *orang meninggal* and *deaths* are one unit. General nouns
(*orang*, *people*) ask for nothing beside a state. People in another fate than the claim's do not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from claimdesk.model import Figure
from claimdesk.text.bystanders import counts_tellers, is_other_kind, site_of
from claimdesk.text.claim_units import Counted, Unit
from claimdesk.text.keys import any_fate, fate_concepts, harms, telling_keys, word_keys
from claimdesk.text.lexicon import load_words
from claimdesk.text.matters import is_limit, matters_of, names_nothing, told_matters
from claimdesk.text.reading import Reading
from claimdesk.text.stages import widen_stages
from claimdesk.text.understood import find_understood, is_of_one_day


def counts(figure: Figure, counted: Counted, reading: Reading) -> bool:
    """Whether `figure`, one of `reading`, counts what the claim counts."""
    told = figure.per or ("day" if "day" in counted.rates and is_of_one_day(figure, reading) else "")
    if (told or counted.rates) and told not in counted.rates:
        return False
    if names_nothing(figure):
        fits = any(_unit_fits(unit, figure, frozenset()) for unit in counted.units)
        share = _is_share(figure, counted, reading) if fits else None
        return fits and (_matter_fits(figure, counted, reading) if share is None else share)
    site = site_of(figure, reading.language)
    if counts_tellers(figure, reading) or (site and not _is_asked(site, counted, reading.language)):
        return False
    keys = widen_stages(_told_keys(figure, reading), counted.fates)
    if _spares_all(figure, keys, counted, reading.language):
        return True
    if not suits_matter(figure, counted, reading):
        return False
    if is_other_kind(figure, counted.kinds, reading.language):
        return False
    if keys & fate_concepts() - counted.fates and not keys & counted.fates:
        return False
    return any(_unit_fits(unit, figure, keys) for unit in counted.units) and _fate_fits(keys, counted)


def _spares_all(figure: Figure, keys: frozenset[str], counted: Counted, language: str) -> bool:
    """Whether nobody came to harm: no casualties and nobody hurt are no dead either."""
    if figure.interval.high > 0 or counted.fates.isdisjoint(harms()):
        return False
    unharmed = load_words(language, "units")["unharmed"]
    return "casualty" in keys or any(word.casefold() in unharmed for word in figure.unit)


def _is_asked(site: str, counted: Counted, language: str) -> bool:
    """Whether a noun for a place or means is in the units of the claim."""
    keys = word_keys([site], language)[0]
    return any(keys & word for unit in counted.units for word in unit.words)


def is_telling(figure: Figure, counted: Counted, reading: Reading) -> bool:
    """Whether the counted thing says by itself what it is about: deaths do, people do not, percent and money
    where the words around them tell the claim's own matter."""
    if names_nothing(figure):
        fits = not counted.matters.isdisjoint(matters_of(figure, reading))
        return fits or _is_share(figure, counted, reading) is True
    keys = _told_keys(figure, reading)
    if counted.fates & fate_concepts().intersection(figure.states):
        return True  # what befell people tells them as well as a noun does
    return any(unit.telling and _unit_fits(unit, figure, keys) for unit in counted.units)


def is_near(figure: Figure, counted: Counted, reading: Reading) -> bool:
    """Whether a percentage or sum of which no matter is told stands by words of the claim: those of what it
    counts (*10 percent of the oil*), else those of its clause."""
    if not names_nothing(figure):
        return True
    own = telling_keys(figure.unit, reading.language)
    if not own:
        clause = reading.clause_of(figure.span)
        words = (
            token.lower for token in reading.tokens if token.kind == "word" and clause.contains(token.span)
        )
        own = telling_keys(words, reading.language)
    return not own.isdisjoint(counted.words)


def _is_share(figure: Figure, counted: Counted, reading: Reading) -> bool | None:
    """Whether a percentage is the share of the claim's own contender, or of a rival; None for neither."""
    shares = counted.contenders if figure.kind == "percent" else None
    if shares is None:
        return None
    return True if shares.is_own(figure, reading) else False if shares.is_rivals(figure, reading) else None


def _matter_fits(figure: Figure, counted: Counted, reading: Reading) -> bool:
    """Whether what a percentage or sum is about can be what the claim's is about."""
    if is_limit(figure, reading) and not counted.limit:
        return False
    matters, asked = matters_of(figure, reading), told_matters(figure, counted.matters)
    return not (matters and asked) or not matters.isdisjoint(asked)


def suits_matter(figure: Figure, counted: Counted, reading: Reading) -> bool:
    """Whether a figure of tonnes, litres and the like can be of what the claim counts, where its units name
    nothing but the measure: *stocks exceed a million tonnes* is no figure of what was harvested."""
    bare = figure.kind == "measure" and any(unit.bare for unit in counted.units)
    return not bare or _matter_fits(figure, counted, reading)


def fits_unit(figure: Figure, counted: Counted, language: str) -> bool:
    """Whether what `figure` counts is a unit of the claim by its own name, whatever befell it."""
    keys = figure_keys(figure, language)
    return any(unit.telling and _unit_fits(unit, figure, keys) for unit in counted.units)


def figure_keys(figure: Figure, language: str) -> frozenset[str]:
    """Lemmas and concepts of everything that `figure` counts, its states among them."""
    words = [word.casefold() for word in figure.unit]
    return frozenset(figure.states).union(*word_keys(words, language)) if words else frozenset(figure.states)


@lru_cache(maxsize=64)  # many claims ask about one figure
def _told_keys(figure: Figure, reading: Reading) -> frozenset[str]:
    """The keys of `figure`, and what goes without saying of it."""
    return figure_keys(figure, reading.language) | find_understood(figure, reading)


def points_back(figure: Figure, reading: Reading) -> bool:
    """Whether it is a figure named before: *10.000 tentara itu*, *those 10,000*; the demonstrative of *data
    kami saat ini 637* belongs to the noun before it."""
    words = frozenset(load_words(reading.language, "units")["named_before"])
    if reading.language == "en":
        beside = [token.lower for token in reading.tokens if token.end <= figure.span.start][-1:]
    else:
        end = max(figure.span.end, figure.unit_span.end if figure.unit_span else 0)
        beside = [token.lower for token in reading.tokens if token.start >= end][:1]
    return not words.isdisjoint(beside)


def part_words(language: str) -> frozenset[str]:
    """The words that join a part to its whole: *12 of the 20*."""
    return frozenset(load_words(language, "units")["part"])


def find_topic(readings: Iterable[Reading]) -> frozenset[str]:
    """The fate that the first figure with one counts, in the headline and the lead."""
    for reading in readings:
        for figure in reading.figures:
            fates = figure_keys(figure, reading.language) & fate_concepts()
            if fates:
                return fates
    return frozenset()


def _unit_fits(unit: Unit, figure: Figure, keys: frozenset[str]) -> bool:
    if unit.currency or figure.currency:
        return unit.currency == figure.currency
    if unit.percent or figure.kind == "percent":
        return unit.percent and figure.kind == "percent"
    if figure.kind == "measure" and not unit.measure:
        return False
    return bool(unit.words) and all(word & keys for word in unit.words)


def _fate_fits(keys: frozenset[str], counted: Counted) -> bool:
    return not counted.fates or bool(keys & (counted.fates | any_fate()))
