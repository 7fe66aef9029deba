"""Coverage: what the articles state that no claim covers, as candidates for new claims.

A passage that counts something or credits somebody with a statement is a candidate, unless a claim quotes it
for or against itself.
Rank: a figure with its unit 3, a total or a state of people 1 more each, a named speaker 2, a hedge or an
open act 1 less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimdesk.model import Article, Attribution, Candidate, Figure, Passage, Quote, Reason
from claimdesk.text.reading import Reading


def find_candidates(
    article: Article,
    passages: Sequence[Passage],
    readings: Mapping[int, Reading],
    attributions: Mapping[int, tuple[Attribution, ...]],
) -> tuple[Candidate, ...]:
    """Candidates of one article, covered or not, highest rank first, then in the order of the text."""
    found = []
    for passage in passages:
        if passage.kind != "text" or passage.heading:
            continue
        reading = readings[passage.index]
        figure = _telling_figure(reading)
        speaker = next((one.speaker for one in attributions.get(passage.index, ()) if not one.unnamed), "")
        rank = _rank(figure, speaker, reading)
        if rank <= 0:
            continue
        why = (
            Reason.of("candidate_figure", figure=figure.text)
            if figure
            else Reason.of("candidate_statement", speaker=speaker)
        )
        text = article.body[passage.start : passage.end]
        found.append(Candidate(article.id, passage.start, passage.end, text, rank, why))
    return tuple(sorted(found, key=lambda candidate: (-candidate.rank, candidate.start)))


def drop_covered(candidates: Sequence[Candidate], quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
    """The candidates where no quote of their article speaks for or against a claim."""
    covered = {quote.start for quote in quotes if quote.decisive}
    return tuple(candidate for candidate in candidates if candidate.start not in covered)


def _telling_figure(reading: Reading) -> Figure | None:
    """The first figure that says what it counts."""
    return next((figure for figure in reading.figures if figure.unit and figure.kind != "measure"), None)


def _rank(figure: Figure | None, speaker: str, reading: Reading) -> int:
    if figure is None and not speaker:
        return 0
    rank = 2 if speaker else 0
    if figure is not None:
        rank += 3 + figure.total + bool(figure.states)
    return rank - any(cue.kind not in ("negation", "denial") for cue in reading.cues)
