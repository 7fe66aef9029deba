"""Does the time grow faster than the text? Short texts at random are repeated to two lengths, 1 to 4.

Linear is a ratio of four, quadratic of sixteen. Only what takes long enough to be measured counts, and it is
measured again before it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from time import process_time

from claimdesk.errors import ClaimdeskError
from fuzz.targets import ON_TEXT
from fuzz.texts import make_language, make_text

SHORT, LONG = 5_000, 20_000  # code points; no passage is longer
_LEAST = 0.5  # seconds for the long one below which nothing is said
_RATIO = 8.0
_FRAGMENT = 60


@dataclass(frozen=True, slots=True)
class Growth:
    """A text with which a function's time grew faster than in proportion: `ratio` where four is linear."""

    function: str
    fragment: str
    language: str
    seconds: float
    ratio: float


def make_fragment(random: Random) -> str:
    """A short piece of text, without a line's end more often than not."""
    text = make_text(random)
    start = random.randint(0, max(0, len(text) - 1))
    piece = text[start : start + random.randint(1, _FRAGMENT)]
    return "".join(piece.split("\n")) or "a" if random.random() < 0.8 else piece


def measure_growth(function: str, fragment: str, language: str) -> Growth:
    """How the time of `function` grows with repetitions of `fragment`."""
    times = []
    for length in (SHORT, LONG):
        text = (fragment * (length // len(fragment) + 1))[:length]
        begun = process_time()
        try:
            ON_TEXT[function](text, language)
        except ClaimdeskError:  # refused
            return Growth(function, fragment, language, 0, 0)
        times.append(process_time() - begun)
    return Growth(function, fragment, language, times[1], times[1] / max(times[0], 1e-4))


def find_growth(seed: int, functions: list[str]) -> Iterator[Growth]:
    """What grows too fast with the fragment of that number."""
    random = Random(f"growth {seed}")
    fragment, language = make_fragment(random), make_language(random)
    for function in functions:
        found = measure_growth(function, fragment, language)
        if found.seconds >= _LEAST and found.ratio >= _RATIO:
            again = measure_growth(function, fragment, language)
            if again.ratio >= _RATIO:
                yield again
