"""What opposes a phrase without a cue: another who denies, an exception, a word of the other side."""

from __future__ import annotations

import pytest
from desk_cases import ALIASES

from claimdesk.evidence.opposition import find_opposition
from claimdesk.text.reading import Reading

# phrase, passage, what opposes it and its word, note
OPPOSED = [
    ("Zandia denied attacking the port", "Lorvania denied attacking the port.", "agent Lorvania",
     "another denies it"),
    ("Zandia denied attacking the port", "Zandian officials denied attacking the port.", "", "the same does"),
    ("Zandia denied attacking the port", "In Lorvania, Zandia denied attacking the port.", "",
     "a place denies nothing"),
    ("Zandia denied attacking the port", "Zandia, in talks with Lorvania, denied attacking the port.", "",
     "nor who stands behind a preposition"),
    ("Zandia denied attacking the port", "Officials denied attacking the port.", "", "nobody known by name"),
    ("Zandia denied that a port was hit", "Lorvania denied that a port was hit.", "",
     "who denies a fact does not matter"),
    ("Zandia attacked the port", "Lorvania denied attacking the port.", "", "the phrase denies nothing"),
    ("the road at Arun is open", "The road at Arun is closed.", "antonym closed turns", "the other side"),
    ("the road at Arun is open", "The road at Arun is open and the bridge closed.", "", "both are said"),
    ("the road at Arun is open", "The road at Arun is not closed.", "antonym closed turns",
     "also where it is negated"),
    ("the road is open but the bridge closed", "The road is closed.", "", "the phrase says both"),
    ("the road at Arun is open", "The toll on the road at Arun fell.", "", "a word of another pair"),
    ("the match at Arun was held", "The match at Arun was called off.", "", "a negation has its own gate"),
    ("all schools in Belmar are closed", "All schools in Belmar are closed except two.",
     "exception except turns", "an exception"),
    ("all schools in Belmar are closed", "All but two schools in Belmar are closed.",
     "exception All but turns", "the same before it"),
    ("all schools in Belmar are closed", "Some schools in Belmar are closed.", "exception Some", "some"),
    ("all schools in Belmar are closed", "Nobody came but all schools in Belmar are closed.", "",
     "a *but* that excepts nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "text", "opposed", "note"), OPPOSED)
def test_what_opposes(phrase: str, text: str, opposed: str, note: str) -> None:
    asked, passage = Reading(phrase, "en"), Reading(text, "en")
    words = {token.lower for token in asked.tokens}
    matched = [token.span for token in passage.tokens if token.lower in words]
    found = find_opposition(asked, passage, matched, aliases=ALIASES)
    told = f"{found.kind} {found.word}{' turns' if found.turns else ''}" if found else ""
    assert told == opposed, note
