"""A child process as its parent sees it: started with limits, asked, ended."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

# The child gets the parent's module path and nothing else: no environment, no site of its own.
_START = (
    "import json, sys; path, *limits = json.loads(sys.argv[1]); sys.path[:] = path; "
    "from claimdesk.library.child import serve; serve(*limits)"
)
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "PATH")  # without which a system may not start it at all


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: `seconds` for an answer, bytes of `memory` in all, bytes of `output`."""

    seconds: int = 9
    memory: int = 512_000_000
    output: int = 30_000_000


class ChildError(Exception):
    """The child ended before it answered; `code` is its exit code, `late` whether it took too long."""

    def __init__(self, code: int, late: bool) -> None:
        self.code = code
        self.late = late
        super().__init__(code)


class Child:
    """A process that answers one question at a time, asked by one thread at a time."""

    def __init__(self, parsers: Mapping[str, str], limits: Limits) -> None:
        self.limits = limits
        self.asked = 0
        self.used = time.monotonic()
        self.guards: tuple[str, ...] = ()
        started = [sys.path, dict(parsers), limits.seconds, limits.memory, limits.output]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _START, json.dumps(started)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def ask(self, question: dict[str, Any], content: bytes) -> dict[str, Any]:
        """The answer; the first one includes the start. Raises ChildError, after which it is of no use."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        late = threading.Event()
        watch = threading.Timer(self.limits.seconds, self._end_late, (late,))
        watch.start()
        try:
            if not self.asked:
                self.guards = tuple(self._read(self._process.stdout)["guards"])
            self.asked += 1
            line = json.dumps({**question, "length": len(content)}).encode("ascii")
            self._process.stdin.write(line + b"\n" + content)
            self._process.stdin.flush()
            return self._read(self._process.stdout)
        except (EOFError, OSError, ValueError, RecursionError):
            self.end()
            raise ChildError(self._process.returncode, late.is_set()) from None
        finally:
            watch.cancel()
            self.used = time.monotonic()

    def is_alive(self) -> bool:
        """Whether it still runs: the system may have ended it while it waited."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:  # what was still to be written goes nowhere
                pass
        self._process.wait()

    def _end_late(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _read(self, answers: IO[bytes]) -> dict[str, Any]:
        length = int.from_bytes(_read_exactly(answers, 8), "big")
        if length > self.limits.output:
            raise ValueError("the answer is longer than the child may give")
        answer = json.loads(_read_exactly(answers, length))
        if not isinstance(answer, dict):
            raise ValueError("the answer is no mapping")
        return answer


def _read_exactly(answers: IO[bytes], length: int) -> bytes:
    data = answers.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _environment() -> dict[str, str]:
    import os

    return {name: os.environ[name] for name in _KEPT if name in os.environ}
