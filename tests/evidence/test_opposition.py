"""What opposes a phrase without a cue: another who denies, an exception, a word of the other side."""

from __future__ import annotations

import pytest
from desk_cases import ALIASES

from claimdesk.evidence.opposition import find_opposition, shares_clause
from claimdesk.model import Span
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
    ("the road at Arun is open", "Closed.", "", "nothing that matched stands with it"),
    ("the road at Arun is open", "The road is closed, and Arun is cut off.", "antonym closed turns",
     "half of what matched is enough"),
    ("Zandia won the election in Arun", "Zandia lost the election in Arun.", "antonym lost turns",
     "said of the same"),
    ("Zandia won the election in Arun", "Lorvania lost the election in Arun.", "antonym lost",
     "said of another, who may have lost to it"),
    ("Zandia won the election in Arun", "It was lost, the election in Arun.", "antonym lost", "of nobody"),
    ("Zandia won the election in Arun", "Lorvania saw how Zandia lost the election in Arun.",
     "antonym lost turns", "said of the last name before it"),
    ("Zandia won the election in Arun", "Zandia lost the election in Arun to Lorvania.",
     "antonym lost turns", "whoever stands behind it"),
    ("40 people in Belmar survived", "40 people in Belmar died.", "antonym died", "others of those counted"),
    ("people in Belmar survived", "People in Belmar died.", "antonym died turns", "nobody is counted"),
    ("people in Belmar survived", "40 people in Belmar died.", "antonym died", "some are"),
    ("the price of rice rose 5 percent", "The price of rice fell 5 percent.", "antonym fell turns",
     "a percentage counts nobody"),
    ("the reporter was released", "The reporter was detained.", "antonym detained", "one follows the other"),
    ("Belmar denied attacking the port", "Belmarian troops denied attacking the port.", "", "of one root"),
    ("Zandian troops denied attacking the port", "Zandia denied attacking the port.", "", "the same"),
    ("Zandia denied attacking the port", "Zandia and then Lorvania denied attacking the port.",
     "agent Lorvania", "the nearest before it"),
    ("Zandia denied attacking the port", "Denied by Lorvania was attacking the port.", "", "none before it"),
    ("all schools in Belmar are closed", "Some say all schools in Belmar are closed.", "",
     "some, and all as well"),
    ("all schools in Belmar are closed", "Some boats left, but schools in Belmar are closed.", "",
     "some of others"),
    ("all schools in Belmar are closed", "Boats left, but some schools in Belmar are closed.",
     "exception some", "some of these"),
    ("all but two schools in Belmar are closed", "All schools in Belmar are closed except two.", "",
     "the phrase has an exception, too"),
    ("all schools in Belmar are closed", "No schools in Belmar are closed except two.", "",
     "an exception from none"),
    ("all schools in Belmar are closed", "All schools in Belmar are closed, none open, except two.", "",
     "the same, nearer than all"),
    ("all schools in Belmar are closed", "All schools in Belmar are closed, and it rained, except on Monday.",
     "", "another clause stands between"),
    ("all schools in Belmar are closed", "Not one opened: all schools in Belmar are closed except two.",
     "exception except turns", "a negation before all"),
    ("all schools in Belmar are closed", "Except for two, all schools in Belmar are closed.",
     "exception Except for turns", "before all"),
    ("all schools in Belmar are closed", "Schools in Belmar are closed, all except two.",
     "exception except turns", "all behind its noun"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "text", "opposed", "note"), OPPOSED)
def test_what_opposes(phrase: str, text: str, opposed: str, note: str) -> None:
    asked, passage = Reading(phrase, "en"), Reading(text, "en")
    words = {token.lower for token in asked.tokens}
    matched = [token.span for token in passage.tokens if token.lower in words]
    found = find_opposition(asked, passage, matched, aliases=ALIASES)
    told = f"{found.kind} {found.word}{' turns' if found.turns else ''}" if found else ""
    assert told == opposed, note


# phrase and passage with the words that are compared in [brackets], whether they share a clause, note
SHARED = [
    ("the old road at Arun is [open]", "The old road at Arun is [closed].", True, "all of it"),
    ("the road at Arun is [open]", "The road in Belmar is [closed].", True, "half of it"),
    ("the old road at Arun is [open]", "The road in Belmar is [closed].", False, "a third"),
    ("the old road at Arun is [open]", "The road stayed dry and the harbour is [closed].", False,
     "what it shares stands in another clause"),
    ("the harbour burned, and the road at Arun is [open]", "The harbour that burned is [closed].", False,
     "it shares another clause of the phrase"),
    ("the road at Arun is not [open]", "The road at Arun is [closed].", True, "a cue is none of its words"),
    ("the road is reportedly and officially [open]", "The road is [closed].", True, "nor is a hedge"),
    ("it is [open]", "It is [closed].", False, "words without weight are nothing to share"),
    ("the road is [open]", "[Closed].", False, "nothing is shared"),
]  # fmt: skip


def _unmark(marked: str) -> tuple[Reading, Span]:
    before, _, rest = marked.partition("[")
    word, _, after = rest.partition("]")
    return Reading(before + word + after, "en"), Span(len(before), len(before) + len(word))


@pytest.mark.parametrize(("phrase", "passage", "shared", "note"), SHARED)
def test_what_shares_a_clause(phrase: str, passage: str, shared: bool, note: str) -> None:
    assert shares_clause(*_unmark(phrase), *_unmark(passage)) == shared, note
