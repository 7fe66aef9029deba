"""A target led by coverage, with atheris: the bytes it makes are the choices of the random numbers.

An input it finds is kept by libFuzzer as ``crash-*`` in the folder it runs in.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from random import Random

from claimdesk.errors import ClaimdeskError

_WIDTH = 7  # bytes behind one random number


class Choices(Random):
    """Random numbers read off bytes; where these end, the same ones every time."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0
        super().__init__(0)

    def getrandbits(self, k: int) -> int:
        """The next `k` bits."""
        width = (k + 7) // 8
        piece = self._data[self._at : self._at + width]
        self._at += width
        if len(piece) < width:
            return super().getrandbits(k)
        return int.from_bytes(piece, "big") >> (width * 8 - k)

    def random(self) -> float:
        """The next number from 0 to 1."""
        return self.getrandbits(_WIDTH * 8 - 3) / (1 << (_WIDTH * 8 - 3))


def run_guided(target: str, seconds: int) -> int:
    """Run atheris on a target for that long; it ends the process. 1 where it is not installed."""
    try:
        import atheris
    except ImportError:
        sys.stderr.write("atheris is not installed: leave --guided out.\n")
        return 1
    with atheris.instrument_imports(include=["claimdesk"]):
        from fuzz.targets import TARGETS

    def try_one(data: bytes) -> None:
        with suppress(ClaimdeskError):
            TARGETS[target](Choices(data))

    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20"], try_one)
    atheris.Fuzz()
    return 0
