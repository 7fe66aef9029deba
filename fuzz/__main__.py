"""``python -m fuzz``: every target in child processes, 1,000 inputs each, until the time is over.

    python -m fuzz --seconds 60                 # a minute for each target
    python -m fuzz registry desk --inputs 100000
    python -m fuzz --replay registry 4711       # one input again, with its traceback
    python -m fuzz --growth --seconds 60        # texts with which time grows faster than their length
    python -m fuzz --guided figures             # led by coverage, where atheris is installed

Exits with 1 where anything failed. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from time import monotonic
from typing import Any

from fuzz.growth import find_growth
from fuzz.targets import ON_TEXT, TARGETS, run_input

PER_CHILD = 1_000
_PATIENCE = 900  # seconds of a child
_TOLD = 5  # failures of a target that are told


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("targets", nargs="*", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=20, help="for each target; default: %(default)s")
    parser.add_argument("--inputs", type=int, help="that many for each target, however long it takes")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first input")
    parser.add_argument("--replay", action="store_true", help="TARGET SEED: that input once more, here")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--guided", action="store_true")
    return parser.parse_args()


def _run_child(target: str, first: int, count: int) -> Iterator[dict[str, Any]]:
    """What a child tells; that it died, with the input it died of."""
    command = [sys.executable, "-m", "fuzz.child", target, str(first), str(count)]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
        out, err, code = ran.stdout, ran.stderr, ran.returncode
    except subprocess.TimeoutExpired as late:
        out, err, code = (late.stdout or b"").decode(), (late.stderr or b"").decode(), "time"
    yield from map(json.loads, out.splitlines())
    if code != 0:
        yield {"seed": int(err.split()[-1]) if err.split()[-1:] and err.split()[-1].isdigit() else first,
               "why": f"the process ended with {code}", "where": err.splitlines()[-3:]}  # fmt: skip


def _fuzz(target: str, arguments: argparse.Namespace) -> int:
    """The number of failures of a target, which are told."""
    begun, done, failures, slowest = monotonic(), 0, [], (0.0, 0)
    while done < arguments.inputs if arguments.inputs else monotonic() - begun < arguments.seconds:
        count = min(PER_CHILD, (arguments.inputs or sys.maxsize) - done)
        for told in _run_child(target, arguments.seed + done, count):
            if "slowest" in told:
                slowest = max(slowest, (told["slowest"], told["slowest_seed"]))
            else:
                failures.append(told)
        done += count
    print(
        f"{target}: {done:,} inputs in {monotonic() - begun:.0f} s, {len(failures)} failures, "
        f"slowest {slowest[0] * 1000:.0f} ms (input {slowest[1]})",
        flush=True,
    )
    for failure in failures[:_TOLD]:
        print(f"  input {failure['seed']}: {failure['why'][:300]}")
        print("\n".join(f"    {line}" for line in failure["where"]))
    return len(failures)


def _grow(arguments: argparse.Namespace) -> int:
    functions = arguments.targets or list(ON_TEXT)
    begun, done, found = monotonic(), 0, 0
    while monotonic() - begun < arguments.seconds:
        for one in find_growth(arguments.seed + done, functions):
            found += 1
            print(
                f"  {one.function} ({one.language}): {one.seconds:.2f} s, ×{one.ratio:.1f}: {one.fragment!r}",
                flush=True,
            )
        done += 1
    print(f"growth: {done:,} texts, {found} with which time grew faster than their length")
    return found


def main() -> int:
    """Run what was asked for; 1 where something failed."""
    arguments = _parse()
    if arguments.replay:
        run_input(arguments.targets[0], int(arguments.targets[1]))
        return 0
    if arguments.growth:
        return int(_grow(arguments) > 0)
    if arguments.guided:
        from fuzz.guided import run_guided

        return run_guided(arguments.targets[0], int(arguments.seconds))
    return int(sum(_fuzz(target, arguments) for target in arguments.targets or TARGETS) > 0)


if __name__ == "__main__":
    sys.exit(main())
