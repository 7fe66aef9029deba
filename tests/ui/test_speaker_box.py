"""A speaker is found by any name, and one that would be a new origin is said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_report import build_report

from claimdesk.evidence.origin import build_origins
from claimdesk.model import Report, Source
from claimdesk.ui.markup import render_html
from claimdesk.ui.speakers import list_speakers, name_speaker, render_counted

HARBOUR = Source("harbour", "Harbour Office of Arun", "official", aliases=("Kantor Pelabuhan", "HOA"))
MASTER = Source("master", "Harbour master", "official", part_of="harbour", aliases=("Captain Umar",))


@pytest.fixture
def report() -> Report:
    found = build_report()
    registry = replace(found.registry, sources=(*found.registry.sources, HARBOUR, MASTER))
    return replace(found, registry=registry)


def test_every_name_of_a_source_can_be_chosen_and_means_the_source(report: Report) -> None:
    choices = list_speakers(report.registry, None, "Kompas")
    assert choices[0] == "Kompas"
    (other,) = [one for one in choices if one.startswith("Captain Umar")]
    assert name_speaker(other, report.registry) == "Harbour master"
    assert name_speaker("Harbour master", report.registry) == "Harbour master"
    assert len(choices) == len(set(choices))


COUNTED = (
    ("Harbour Office of Arun", "", "the source's own name: nothing to say"),
    ("Captain Umar", "Counts as Harbour Office of Arun.", "a name of a part counts as the whole"),
    ("HOA", "Counts as Harbour Office of Arun.", "a short name typed by hand"),
    ("Harbour Guild", "will count as a new origin of its own", "nobody of that name"),
    ("", "", "nobody at all"),
)


@pytest.mark.parametrize(("name", "said", "note"), COUNTED, ids=[note for *_, note in COUNTED])
def test_it_is_said_as_whom_a_speaker_counts(report: Report, name: str, said: str, note: str) -> None:
    node = render_counted(name, report, None, "en")
    shown = render_html([node]) if node else ""
    assert (said in shown) if said else not shown, note


def test_somebody_quoted_already_is_no_new_origin(report: Report) -> None:
    entry = next(one for one in report.claims if one.quotes)
    guild = build_origins(report.registry).find("Harbour Guild")
    quoted = replace(entry, quotes=(replace(entry.quotes[0], origin=guild), *entry.quotes[1:]))
    assert render_counted("Harbour Guild", report, entry, "en") is not None
    assert render_counted("Harbour Guild", report, quoted, "en") is None
