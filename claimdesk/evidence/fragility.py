"""What a status rests on: computed again without each origin, and from reviewed quotes alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimdesk.evidence.stands import Groups, Stand, find_stands
from claimdesk.evidence.status import status_of
from claimdesk.model import BasisName, Fragility, Quote, StatusName

REVIEWED = ("confirmed", "corrected", "added")  # decisions that leave a quote in as a person's own


def find_fragility(
    status: StatusName, stands: Sequence[Stand], quotes: Iterable[Quote], groups: Groups = ()
) -> Fragility:
    """The origins without which `status` would change and what it would be; the status of reviewed quotes.

    A quote with several origins stays for the others when one is left out. `quotes` holds no rejected one.
    """
    without: dict[str, StatusName] = {}
    for left_out in stands:
        other, _ = status_of([stand for stand in stands if stand is not left_out], groups)
        if other != status:
            without[left_out.origin.id] = other
    reviewed = find_stands(quote for quote in quotes if quote.decision in REVIEWED)
    return Fragility(without, status_of(reviewed, groups)[0])


def basis_of(quotes: Iterable[Quote]) -> BasisName:
    """How far people reviewed the decisive quotes, rejected ones included.

    Rejecting alone leaves the rest suggested; where no decisive quote is left to review, all are reviewed.
    """
    decisive = [quote for quote in quotes if quote.decisive]
    if not any(quote.decision for quote in decisive):
        return "suggested"
    if all(quote.decision for quote in decisive):
        return "reviewed"
    return "partly reviewed" if any(quote.decision in REVIEWED for quote in decisive) else "suggested"
