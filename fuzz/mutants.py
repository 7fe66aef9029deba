"""``python -m fuzz.mutants``: how many changes of the rules would the tests near them notice?

    python -m fuzz.mutants --count 400          # at random, but the same for the same --seed
    python -m fuzz.mutants --only NAME          # one of them again, with what fails
    python -m fuzz.mutants claimdesk.text.cues  # all of a module's, or some of them with --count

The tests are collected once. Each mutant is tried in a process of its own, which is forked from there, puts
it in place, and runs the tests that reach its function, the quickest first, until one fails.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fuzz.mutate import Mutant, apply_mutant, find_function, find_mutants

# What decides stance, figures, cues and assessment.
MODULES = (
    *(
        f"claimdesk.evidence.{name}"
        for name in (
            "affirmation", "assessment", "bygone", "comparison", "confidence", "cue_gate", "doers",
            "figure_gate", "fragility", "opposition", "other_matter", "place_gate", "predication", "sides",
            "stance", "stands", "status", "timing",
        )
    ),
    *(
        f"claimdesk.text.{name}"
        for name in (
            "amounts", "bare", "bounds", "cues", "digits", "figures", "figurewords", "numbergrammar",
            "numberplace", "numberwords", "numerals", "other_events", "ranges", "rates", "scope_ground",
            "scopes", "shares", "stages", "tallies", "units", "wholes", "withdrawn", "zeros",
        )
    ),
    *(f"claimdesk.matching.{name}" for name in ("by_figure", "by_phrase", "running")),
)  # fmt: skip
TESTS = ("tests/evidence", "tests/text", "tests/matching", "tests/test_desk.py", "tests/test_approved.py")
_SLOW = "not megabyte and not hostile and not fuzz and not takes_no_time and not linear"
_ENOUGH = 30.0  # seconds of processor time of tests, without a mutant, that one mutant is given
_LONGEST = 10.0  # seconds of processor time that one mutant may take beyond thrice what its tests take
_FEW = 3  # tests
_KILLED, _LIVES, _LATE = "killed", "lives", "late"


def main() -> int:
    """Try them and tell what lives; 1 where less than the share asked for was noticed."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz.mutants", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("modules", nargs="*", help="default: those that decide")
    parser.add_argument("--count", type=int, help="at random; default: 400, or all of the modules given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--least", type=float, default=0.85, help="share to be noticed; default: %(default)s")
    arguments = parser.parse_args()
    trial = Trial(arguments)
    order = [*TESTS, "-q", "-x", "-k", _SLOW, "-p", "no:cacheprovider", "-p", "no:cov", "--no-header"]
    pytest.main(order, plugins=[trial])
    return trial.code


class Trial:
    """A plugin of pytest that tries mutants instead of running the tests once."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.code = 1

    def pytest_sessionstart(self) -> None:
        """No shrinking: that a property fails is enough."""
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutants", settings.get_profile("claimdesk"), phases=(Phase.explicit, Phase.generate)
        )
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All mutants that are wanted."""
        chosen = self._choose()
        begun = time.monotonic()
        reached = _find_reached(session, sorted({one.module for one in chosen}))
        print(f"\n{len(session.items)} tests, {time.monotonic() - begun:.0f} s without a mutant", flush=True)
        found: Counter[str] = Counter()
        for number, mutant in enumerate(chosen, 1):
            tests = _choose_tests(mutant, reached)
            state = _try(session, mutant, tests, bool(self.arguments.only))
            found[state] += 1
            if state == _LIVES:
                print(f"lives: {mutant.name} line {mutant.line}: {mutant.told}", flush=True)
            if number % 25 == 0:
                print(f"  {number} of {len(chosen)}: {dict(found)}", flush=True)
        noticed = 1 - found[_LIVES] / max(len(chosen), 1)
        print(f"{len(chosen)} mutants: {dict(found)}, {noticed:.1%} noticed", flush=True)
        self.code = int(noticed < self.arguments.least)
        return True

    def _choose(self) -> list[Mutant]:
        modules = self.arguments.modules or MODULES
        names = self.arguments.only
        if names:
            modules = dict.fromkeys(name.partition(":")[0] for name in names)
        found = [one for module in modules for one in find_mutants(module)]
        if names:
            return [one for one in found if one.name in names]
        count = self.arguments.count or (len(found) if self.arguments.modules else 400)
        if count >= len(found):
            return found
        print(f"\n{count} of {len(found)} mutants, seed {self.arguments.seed}", flush=True)
        return Random(self.arguments.seed).sample(found, count)


Reached = dict[str, list[tuple[float, int]]]  # module:function -> seconds and number of each test


def _find_reached(session: pytest.Session, modules: Sequence[str]) -> Reached:
    """Which tests reach which function, found in a process of its own, so that nothing is remembered here."""
    codes: dict[Any, str] = {}
    for module in modules:
        loaded = importlib.import_module(module)
        for mutant in find_mutants(module):
            if mutant.number >= 0:
                with suppress(LookupError, KeyError):
                    codes[find_function(loaded, mutant.owner).__code__] = f"{module}:{mutant.owner}"

    def work() -> str:
        reached: Reached = {}
        for number, (item, following) in enumerate(_pair(session.items)):
            seen: set[str] = set()
            begun = time.process_time()
            sys.setprofile(lambda frame, event, _, seen=seen: _note(frame, event, codes, seen))
            passed = _run(item, following)
            sys.setprofile(None)
            if not passed:
                print(f"fails without a mutant: {item.nodeid}")
                continue
            for name in seen:
                reached.setdefault(name, []).append((time.process_time() - begun, number))
        return json.dumps({name: sorted(tests) for name, tests in reached.items()})

    found: Reached = json.loads(_in_child(work, 3_000)[1] or "{}")
    return found


def _note(frame: Any, event: str, codes: dict[Any, str], seen: set[str]) -> None:
    if event == "call" and frame.f_code in codes:
        seen.add(codes[frame.f_code])


def _choose_tests(mutant: Mutant, reached: Reached) -> list[tuple[float, int]]:
    """Those that reach its function. For a table, or what is worked out once and then remembered, so that
    hardly a test seems to reach it, those that reach anything in its module."""
    own = reached.get(f"{mutant.module}:{mutant.owner}", [])
    if len(own) >= _FEW:
        return own
    of_module = (tests for name, tests in reached.items() if name.startswith(f"{mutant.module}:"))
    return sorted({tuple(one) for tests in of_module for one in tests}, key=lambda one: one[0])  # type: ignore[misc]


def _try(session: pytest.Session, mutant: Mutant, tests: Sequence[tuple[float, int]], told: bool) -> str:
    usual = 0.0
    given = []
    for seconds, number in tests:
        usual += seconds
        if usual < _ENOUGH or not given:
            given.append(session.items[number])

    def work() -> str:
        apply_mutant(mutant)
        for item, following in _pair(given):
            if not _run(item, following):
                return item.nodeid
        return ""

    ended, said = _in_child(work, _LONGEST + 3 * min(usual, _ENOUGH))
    if told:
        print(f"{mutant.name}: {said or 'nothing fails'}", flush=True)
    return _LATE if not ended else _KILLED if said else _LIVES


def _in_child(work: Callable[[], str], seconds: float) -> tuple[bool, str]:
    """What `work` returns in a forked process; that it ended in time, which counts processor time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            said = work().encode()
        except BaseException as error:
            said = f"raised {error!r}".encode()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(said)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    late = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
    return not late, said.decode() or ("died" if os.WIFSIGNALED(status) and not late else "")


def _run(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Whether a test passes, as pytest runs it; what the one after it needs, too, stays set up."""
    from _pytest.runner import runtestprotocol

    with open(os.devnull, "w") as nowhere:
        kept, sys.stdout = sys.stdout, nowhere
        try:
            reports = runtestprotocol(item, log=False, nextitem=following)
        finally:
            sys.stdout = kept
    return not any(report.failed for report in reports)


def _pair(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each item with the one after it."""
    return zip(items, [*items[1:], None], strict=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
