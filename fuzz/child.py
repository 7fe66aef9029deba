"""Some inputs of one target in a process of its own: ``python -m fuzz.child TARGET FIRST COUNT``.

Prints the number of each input before it is tried, so that one that kills the process is known, and what
failed; an input that takes longer than `LONGEST` is a failure too.
"""

from __future__ import annotations

import json
import signal
import sys
import traceback
from time import process_time
from types import FrameType

from fuzz.targets import run_input

LONGEST = 10  # seconds of one input
_SHOWN = 6  # lines of a traceback


class Slow(BaseException):
    """An input took longer than `LONGEST`."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Slow(f"longer than {LONGEST} s")


def main(target: str, first: int, count: int) -> None:
    """Try the inputs `first` to ``first + count`` and print a line a failure, and at last the slowest."""
    signal.signal(signal.SIGVTALRM, _stop)
    slowest, at = 0.0, first
    for seed in range(first, first + count):
        sys.stderr.write(f"{seed}\n")
        begun = process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        try:
            run_input(target, seed)
        except (Exception, Slow):
            lines = traceback.format_exc().strip().splitlines()
            sys.stdout.write(json.dumps({"seed": seed, "why": lines[-1], "where": lines[-_SHOWN:-1]}) + "\n")
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if process_time() - begun > slowest:
            slowest, at = process_time() - begun, seed
    sys.stdout.write(json.dumps({"slowest": slowest, "slowest_seed": at}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
