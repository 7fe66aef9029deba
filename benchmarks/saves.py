"""``python -m benchmarks.saves``: what becomes of a registry when its savers are killed, fail and crowd.

Three ordeals, one row each: savers killed by SIGKILL at random moments; every system call of a save failing
or killing in turn (strace; left out where there is none); many savers at once while somebody appends lines by
hand.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimdesk.errors import ClaimdeskError
from claimdesk.registry.edit import change_claim
from claimdesk.registry.read import load_bytes, parse_values
from claimdesk.registry.save import save_registry, sweep

_CANNOT_FAIL = {"exit_group", "exit", "getpid", "gettid", "geteuid", "getuid", "getegid", "getgid"}
SAVED, REFUSED, BROKEN = 0, 3, 4
_CLAIM = """\
  - id: claim-{number}
    statement: The river has left its bed, {number}.   # a remark
    supports: [the river left its bed]
    notes: edit 0
"""


def write_registry(path: Path, claims: int = 1) -> bytes:
    """A small registry at `path`, all of whose claims note ``edit 0``."""
    data = ("claims:\n" + "\n".join(_CLAIM.format(number=number) for number in range(claims))).encode()
    path.write_bytes(data)
    return data


@contextmanager
def forked(work: Callable[[int, int], int]) -> Iterator[tuple[int, int, int]]:
    """A process that runs ``work(read, write)`` with pipes from and to here and exits with its result.

    Gives its number, where to read what it writes, and where to write what it reads.
    """
    from_child, to_parent = os.pipe()
    from_parent, to_child = os.pipe()
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            os.close(from_child)
            os.close(to_child)
            code = work(from_parent, to_parent)
        finally:
            os._exit(code)
    os.close(to_parent)
    os.close(from_parent)
    try:
        yield child, from_child, to_child
    finally:
        os.close(from_child)
        os.close(to_child)


def _save_on(path: Path, acknowledge: int) -> int:
    """Save again and again, each time one edit further, and say so after each."""
    while True:
        base = load_bytes(path)
        number = noted(base) + 1
        save_registry(path, base.replace(b"edit %d" % (number - 1), b"edit %d" % number), base=base)
        os.write(acknowledge, b"%d\n" % number)


def noted(data: bytes, claim: int = 0) -> int:
    """The number of the last edit of a claim. Raises ClaimdeskError for bytes that are no registry."""
    values, _ = parse_values(data, "claims.yaml")
    return int(values["claims"][claim]["notes"].split()[-1])


def kill_savers(folder: Path, times: int, seed: int = 1) -> Counter[str]:
    """Kill a saver so many times; counts of torn files, lost acknowledged edits, and leftovers at the end."""
    path, chance = folder / "claims.yaml", random.Random(seed)
    first = write_registry(path)
    counts = Counter(killed=0, torn=0, lost=0, edits=0)
    for _ in range(times):
        with forked(lambda _, write: _save_on(path, write)) as (child, answers, _):
            time.sleep(chance.uniform(0.0005, 0.045))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            said = _read_all(answers)
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
    counts["left over"] = len([name for name in os.listdir(folder) if name.endswith((".part", ".swap"))])
    return counts


def _read_all(pipe: int) -> bytes:
    parts = []
    while select.select([pipe], [], [], 0)[0] and (part := os.read(pipe, 1 << 16)):
        parts.append(part)
    return b"".join(parts)


def _save_once(path: Path, base: bytes, edited: bytes, start: int, acknowledge: int) -> int:
    os.read(start, 1)
    try:
        save_registry(path, edited, base=base)
    except ClaimdeskError:
        return REFUSED
    os.write(acknowledge, b"saved")
    return SAVED


def run_traced(path: Path, fault: list[str], log: Path) -> tuple[int, bool]:
    """One save under strace: its exit code, negative for a signal, and whether the file is right."""
    base = write_registry(path)
    edited = base.replace(b"edit 0", b"edit 1")
    with forked(lambda read, write: _save_once(path, base, edited, read, write)) as (child, answers, start):
        command = ["strace", "-f", "-o", str(log), *fault, "-p", str(child)]
        tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert tracer.stderr is not None
        while "attached" not in tracer.stderr.readline():
            pass
        os.write(start, b"x")
        _, status = os.waitpid(child, 0)
        tracer.communicate()
        said = _read_all(answers)
    code = os.waitstatus_to_exitcode(status)
    data = path.read_bytes() if path.exists() else b""
    right = (
        data in (base, edited) and not (said and data != edited) and not (code == REFUSED and data != base)
    )
    return code, right


def inject_faults(folder: Path) -> Counter[str]:
    """Let each system call of a save fail in each way, and kill at each; counts of what became of it."""
    path, log = folder / "claims.yaml", folder / "trace"
    run_traced(path, [], log)  # makes the lock file, which is there on every save but the first
    run_traced(path, [], log)
    calls = Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(encoding="utf-8"), re.MULTILINE))
    # The first read and the last write are this script's own; what asks for a number cannot fail.
    calls.subtract(read=1, write=1)
    calls = Counter({name: count for name, count in calls.items() if name not in _CANNOT_FAIL})
    counts = Counter(faults=0, wrong=0)
    for name, number in [(name, number) for name, count in calls.items() for number in range(1, count + 1)]:
        number += name == "read"
        for kind in ("error=ENOSPC", "error=EIO", "error=EROFS", "signal=SIGKILL"):
            code, right = run_traced(path, ["-e", f"inject={name}:{kind}:when={number}"], log)
            counts["faults"] += 1
            counts[{SAVED: "saved", REFUSED: "refused", -9: "killed"}.get(code, "broken")] += 1
            if not right or code not in (SAVED, REFUSED, -9):
                counts["wrong"] += not right
                print(
                    f"{name} {kind} {number}: exit {code}, file {'right' if right else 'WRONG'}",
                    file=sys.stderr,
                )
            sweep(path)
    return counts


def _edit_own(path: Path, claim: int, times: int) -> int:
    """Edit one claim so many times, again where a save is refused; BROKEN once an edit of ours is gone."""
    number = 1
    while number <= times:
        base = load_bytes(path)
        try:
            if noted(base, claim) != number - 1:
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
            finally:
                os._exit(code)
        children.add(child)
    counts = Counter(savers=savers, edits=savers * times, broken=0, appended=0)
    while children:
        done, status = os.waitpid(-1, os.WNOHANG)
        if done:
            children.discard(done)
            counts["broken"] += status != 0
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
