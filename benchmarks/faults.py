"""Every system call of a save failing, or killing, in turn; by strace, where there is one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

from benchmarks.savers import REFUSED, SAVED, find_gaps, forked, read_all, write_registry
from claimdesk.errors import ClaimdeskError
from claimdesk.registry.save import save_registry, sweep

_CANNOT_FAIL = {"exit_group", "exit", "getpid", "gettid", "geteuid", "getuid", "getegid", "getgid"}


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
    save_registry(path, base, base=base)  # so that each history ends with the same content
    edited = base.replace(b"edit 0", b"edit 1")
    with forked(lambda read, write: _save_once(path, base, edited, read, write)) as (child, answers, start):
        command = ["strace", "-f", "-o", str(log), *fault, "-p", str(child)]
        tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert tracer.stderr is not None
        while "attached" not in tracer.stderr.readline():
            pass
        with suppress(BrokenPipeError):  # a slow machine: killed on the way to its start
            os.write(start, b"x")
        _, status = os.waitpid(child, 0)
        tracer.communicate()
        said = read_all(answers)
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
    counts = Counter({"faults": 0, "wrong": 0, "gaps in the history": 0})
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
            counts["gaps in the history"] += find_gaps(path)
    return counts
