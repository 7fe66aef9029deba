"""One word for one word: which words of a passage stand for which items of a phrase.

Coverage through postings lets a word stand for every item that it resembles (*shelled* for *struck* and for
*ammunition*). For the few phrases that pass, the words are shared out: a word stands for one item, or for
several that mean the same (*korban jiwa meninggal*). A negation stands for a negation only where it negates
something itself: *belum membantah atau mengonfirmasi* has none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from claimdesk.matching.vocabulary import NEGATION, Item
from claimdesk.model import Span
from claimdesk.text.reading import Reading

# By item of a phrase the places of the words that can stand for it, each with its credit.
Places = Mapping[int, Sequence[tuple[int, Span]]]


def share_out(
    places: Places, weights: Mapping[int, int], items: Sequence[Item], reading: Reading
) -> dict[int, int]:
    """The credit, 1 to 100, of every item of a phrase after each word was given to one meaning.

    Args:
        places: where words of the passage can stand for items of the phrase.
        weights: what the items of the phrase weigh.
        items: the vocabulary, by number of the item.
        reading: the passage.
    """
    pairs = sorted(
        (-weights[item] * credit, span.start, item, credit)
        for item, row in places.items()
        for credit, span in row
        if NEGATION not in items[item].concepts or _negates(span, reading)
    )
    credits: dict[int, int] = {}
    holder: dict[int, int] = {}
    for _, place, item, credit in pairs:
        held = holder.get(place)
        if item in credits or (held is not None and not _same(items[held], items[item])):
            continue
        holder.setdefault(place, item)
        credits[item] = credit
    return credits


def _negates(span: Span, reading: Reading) -> bool:
    return any(cue.kind == "negation" and cue.span.overlaps(span) for cue in reading.cues)


def _same(one: Item, other: Item) -> bool:
    """Whether two items of a phrase mean the same."""
    shared: Collection[str] = set(one.concepts).intersection(other.concepts)
    return one.key == other.key or bool(shared)
