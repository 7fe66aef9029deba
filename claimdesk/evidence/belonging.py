"""Whose official somebody is, where the registry lists person and body without `part_of`.

An alias that names both says it (*Kepala BNPB Suharyanto*), and so does the article that calls the person an
official of the body (*juru bicara Pentagon Pat Ryder*, *the ministry … its spokesman …*). Only the article at
hand is looked at, so that no origin depends on what else is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdesk.evidence.name_words import Word, read_words
from claimdesk.evidence.names import NameRuns
from claimdesk.evidence.sources import SourceFinder

_REACH = 250  # characters between a body and "its spokesman"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says of the registry's sources: the body of each person, by ids, and all that it
    names."""

    bodies: Mapping[str, str]
    named: frozenset[str]


def listed_belonging(finder: SourceFinder) -> dict[str, str]:
    """The body of each listed person that one of his aliases names, by ids."""
    found: dict[str, str] = {}
    for person in sorted(finder.persons):
        source = finder.sources[person]
        for alias in (source.name, *source.aliases):
            body = named_body(read_words(alias), person, finder)
            if body:
                found.setdefault(person, body)
    return found


def named_body(words: Sequence[Word], person: str, finder: SourceFinder) -> str:
    """The body that `words` call `person` an official of; empty where there is none."""
    if not any(word.tags & {"person"} for word in words) or any(word.tags & {"former"} for word in words):
        return ""
    for one in finder.find(words):
        if one.source != person and _is_body(one.source, finder):
            return one.source
    return ""


def _is_body(source: str, finder: SourceFinder) -> bool:
    return source not in finder.persons and finder.sources[source].kind not in ("outlet", "agency")


def read_sources(runs: NameRuns, finder: SourceFinder) -> Reading:
    """The sources that an article names, and whose officials it calls them; its first word counts."""
    found: dict[str, str] = {}
    met: set[str] = set()
    body, where = "", -_REACH
    for run in runs.runs:
        sources = finder.find(run.words)
        met.update(one.source for one in sources)
        for person in (one.source for one in sources if one.source in finder.persons):
            own = named_body(run.words, person, finder)
            if not own and run.owned and run.start - where < _REACH:
                own = body
            if own:
                found.setdefault(person, own)
        bodies = [one.source for one in sources if _is_body(one.source, finder)]
        if bodies:
            body, where = bodies[0], run.start
    return Reading(found, frozenset(met))
