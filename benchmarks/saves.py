"""``python -m benchmarks.saves``: what becomes of a registry when its savers are killed, fail and crowd.

Three ordeals, one row each: savers killed by SIGKILL at random moments; every system call of a save failing
or killing in turn (strace; left out where there is none); many savers at once while somebody appends lines by
hand.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.faults import inject_faults
from benchmarks.savers import BROKEN, SAVED, find_gaps, forked, noted, read_all, write_registry
from claimdesk.errors import ClaimdeskError
from claimdesk.registry.edit import change_claim
from claimdesk.registry.read import load_bytes
from claimdesk.registry.save import save_registry, sweep


def _save_on(path: Path, acknowledge: int) -> int:
    """Save again and again, each time one edit further, and say so after each."""
    while True:
        base = load_bytes(path)
        number = noted(base) + 1
        save_registry(path, base.replace(b"edit %d" % (number - 1), b"edit %d" % number), base=base)
        os.write(acknowledge, b"%d\n" % number)


def kill_savers(folder: Path, times: int, seed: int = 1) -> Counter[str]:
    """Kill a saver so many times; counts of torn files, lost acknowledged edits, and leftovers at the end."""
    path, chance = folder / "claims.yaml", random.Random(seed)
    first = write_registry(path)
    counts = Counter(killed=0, torn=0, lost=0, edits=0)
    for _ in range(times):
        with forked(lambda _, write: _save_on(path, write)) as (child, answers, _):
            time.sleep(chance.uniform(0.0005, 0.09))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            said = read_all(answers)
        counts["killed"] += 1
        data = path.read_bytes()
        try:
            number = noted(data)
        except ClaimdeskError:
            number = -1
        counts["torn"] += data != first.replace(b"edit 0", b"edit %d" % number)
        counts["lost"] += bool(said) and number < int(said.split()[-1])
        counts["edits"] += len(said.split())
    counts["found"] = len(sweep(path))
    counts["gaps in the history"] = find_gaps(path)
    counts["left over"] = len([name for name in os.listdir(folder) if name.endswith((".part", ".swap"))])
    return counts


def _edit_own(path: Path, claim: int, times: int) -> int:
    """Edit one claim so many times, again where a save is refused; BROKEN once an edit of ours is gone."""
    number = 1
    while number <= times:
        base = load_bytes(path)
        try:
            if (found := noted(base, claim)) != number - 1:
                print(f"claim {claim} notes edit {found}, {number - 1} was the last saved", file=sys.stderr)
                return BROKEN
            save_registry(path, change_claim(base, f"claim-{claim}", "notes", f"edit {number}"), base=base)
        except ClaimdeskError as refusal:
            print(f"refused and tried again: {refusal}", file=sys.stderr)
            continue
        number += 1
    return SAVED


def crowd(folder: Path, savers: int, times: int) -> Counter[str]:
    """So many savers with so many edits each, and lines appended by hand; counts of what was lost."""
    path, chance = folder / "claims.yaml", random.Random(2)
    write_registry(path, savers)
    children = set()
    for claim in range(savers):
        child = os.fork()
        if child == 0:
            code = BROKEN
            try:
                code = _edit_own(path, claim, times)
            except BaseException:
                traceback.print_exc()  # nobody above this process would say it
            finally:
                os._exit(code)
        children.add(child)
    counts = Counter(savers=savers, edits=savers * times, broken=0, appended=0)
    while children:
        for child in list(children):  # ours alone: another program's may end meanwhile, and as it likes
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                children.discard(done)
                counts["broken"] += status != 0
                print(f"saver {child} ended with {os.waitstatus_to_exitcode(status)}", file=sys.stderr)
        with open(path, "a", encoding="utf-8") as file:
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, 0.004))  # open and not yet written: the worst moment
            file.write(f"# by hand {counts['appended']}\n")
        counts["appended"] += 1
        time.sleep(chance.uniform(0, 0.1))
    data = path.read_bytes()
    counts["edits lost"] = sum(times - noted(data, claim) for claim in range(savers))
    sweep(path)
    found = list(folder.glob("claims.yaml.found-*"))
    counts["found"] = len(found)
    everywhere = data + b"".join(one.read_bytes() for one in found)
    counts["lines lost"] = sum(
        b"# by hand %d\n" % number not in everywhere for number in range(counts["appended"])
    )
    counts["gaps in the history"] = find_gaps(path, savers)
    return counts


def main() -> None:
    """Print one row an ordeal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.saves", description=__doc__)
    parser.add_argument("--kills", type=int, default=10_000, help="how often savers are killed")
    parser.add_argument("--edits", type=int, default=250, help="edits of each of 8 savers")
    given = parser.parse_args()
    ordeals: list[tuple[str, Callable[[Path], Counter[str]]]] = [
        ("killed at random", lambda folder: kill_savers(folder, given.kills)),
        ("a crowd, and a hand", lambda folder: crowd(folder, 8, given.edits)),
    ]
    if shutil.which("strace"):
        ordeals.insert(1, ("each call fails", inject_faults))
    for name, ordeal in ordeals:
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            counts = ordeal(Path(folder))
            listed = ", ".join(f"{count:,} {what}" for what, count in counts.items())
            print(f"| {name} | {listed} | {time.perf_counter() - began:.0f} s |", flush=True)


if __name__ == "__main__":
    main()
