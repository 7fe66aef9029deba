"""Perturbations: a supporting passage changed so that it no longer supports, which no engine may overlook.

Each perturbation takes a supporting passage, made on the fly from the gold sets or from our own cases, and returns the
text changed in one way: the figure moved outside the claim's interval, the statement negated, denied, made
future, conditional or a question. What comes out is never stored.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

from claimdesk.model import Interval, Quote

_SPEAKER = re.compile(
    r"^(?P<who>[^,.]{3,80}? (?:mengatakan|menyatakan|menyebut|said|says))(?: bahwa| that)? "
)


def move_figure(text: str, figure: tuple[int, int], claimed: Interval) -> str | None:
    """The bare numeral at `figure` replaced by one well outside `claimed`; None where there is no outside."""
    if math.isinf(claimed.high):
        if claimed.low < 8:
            return None
        value = int(claimed.low // 8)
    else:
        value = int(claimed.high * 7) + 9
    start, end = figure
    return text[:start] + str(value) + text[end:]


def _frame(before: str, after: str = "") -> Callable[[str], str]:
    def change(text: str) -> str:
        stripped = text.rstrip(' .!”"')
        inner = stripped if stripped[:2].isupper() else stripped[:1].lower() + stripped[1:]
        return f"{before}{inner}{after}"

    return change


FRAMES: dict[str, dict[str, Callable[[str], str]]] = {
    "id": {
        "denied": _frame("Pemerintah membantah bahwa ", "."),
        "denied behind": _frame("Tidak benar bahwa ", "."),
        "asked": _frame("Apakah ", "?"),
        "conditional": _frame("Jika ", ", dunia harus bertindak."),
        "unconfirmed": _frame("Pemerintah tidak dapat mengonfirmasi bahwa ", "."),
    },
    "en": {
        "denied": _frame("The government denied that ", "."),
        "denied behind": _frame("It is not true that ", "."),
        "asked": _frame("Is it true that ", "?"),
        "conditional": _frame("If ", ", the world will have to act."),
        "unconfirmed": _frame("The government could not confirm that ", "."),
    },
}


def perturb(quote: Quote, language: str, claimed: Interval | None) -> Iterator[tuple[str, str]]:
    """Every perturbation of a supporting quote: its name and the changed text."""
    text = quote.text
    if quote.figure is not None and claimed is not None:
        number = quote.figure.number
        moved = move_figure(text, (number.start - quote.start, number.end - quote.start), claimed)
        if moved is not None:
            yield "figure moved", moved
    plain = _SPEAKER.sub("", text)
    for name, change in FRAMES[language].items():
        yield name, change(plain)
