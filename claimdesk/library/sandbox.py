"""Foreign parsers, run where they can do no harm: in child processes with limits.

A child answers many questions, so that ten thousand files cost one start of Python each few hundred. After
anything but a clean answer it is replaced.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
from collections.abc import Mapping
from typing import Any

from claimdesk.library.child_process import Child, ChildError, Limits
from claimdesk.library.extract import Extract, parse_extract
from claimdesk.library.problems import RefusedError

PARSERS = {
    "html": "claimdesk.library.extract_html:extract_html",
    "pdf": "claimdesk.library.extract_pdf:extract_pdf",
}
LARGEST = 20_000_000  # bytes of a file
_MOST_CHILDREN = 2
_MOST_QUESTIONS = 500  # to one child: what a parser leaks goes with it
_KEEP_SECONDS = 60  # unused, well below the child's own IDLE_SECONDS

_SAVE = "Save its text as a plain .txt file and add that."
TOO_LARGE = "The file is larger than the {megabytes} MB that are read. " + _SAVE
TOO_SLOW = "Reading the file took longer than {seconds} s, so it was stopped. " + _SAVE
TOO_MUCH_MEMORY = "Reading the file takes more than {megabytes} MB of memory, so it was stopped. " + _SAVE
TOO_LONG = "The file holds more than the {megabytes} MB of text that are taken. " + _SAVE
CRASHED = "The file made its reader crash ({detail}), so nothing was taken from it. " + _SAVE
DAMAGED = "The file is damaged and cannot be read ({detail}). " + _SAVE


class Sandbox:
    """Children that wait for questions; any thread may ask."""

    def __init__(self, parsers: Mapping[str, str]) -> None:
        self._parsers = parsers
        self._slots = threading.BoundedSemaphore(_MOST_CHILDREN)
        self._lock = threading.Lock()
        self._waiting: list[Child] = []
        self._owner = os.getpid()
        self.guards: tuple[str, ...] = ()
        atexit.register(self.close)

    def run(self, kind: str, content: bytes, url: str | None, charset: str | None, limits: Limits) -> Any:
        """What the parser of that kind returns, as plain values. Raises RefusedError."""
        if len(content) > LARGEST:
            raise RefusedError(TOO_LARGE, megabytes=LARGEST // 1_000_000)
        with self._slots:
            child = self._take(limits)
            try:
                answer = child.ask({"kind": kind, "url": url, "charset": charset}, content)
            except ChildError as error:
                raise _refusal_of_death(error, limits) from None
            self.guards = child.guards
            if "result" not in answer:
                child.end()
                raise _refusal_of_answer(answer, limits)
            self._give_back(child)
            return answer["result"]

    def close(self) -> None:
        """End the children that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        if self._owner == os.getpid():
            for child in waiting:
                child.end()

    def _take(self, limits: Limits) -> Child:
        if self._owner != os.getpid():  # a fork: the children are those of the process it came from
            self._owner, self._waiting = os.getpid(), []
        oldest = time.monotonic() - _KEEP_SECONDS
        with self._lock:
            for child in [one for one in self._waiting if one.used < oldest or not one.is_alive()]:
                self._waiting.remove(child)
                child.end()
            for child in self._waiting:
                if child.limits == limits:
                    self._waiting.remove(child)
                    return child
        return Child(self._parsers, limits)

    def _give_back(self, child: Child) -> None:
        if child.asked >= _MOST_QUESTIONS:
            child.end()
            return
        with self._lock:
            self._waiting.append(child)
            spare = self._waiting[:-_MOST_CHILDREN]
            del self._waiting[:-_MOST_CHILDREN]
        for other in spare:
            other.end()


def run_parser(
    kind: str,
    content: bytes,
    url: str | None = None,
    *,
    charset: str | None = None,
    seconds: int = 9,
    memory: int = 512_000_000,
) -> Extract:
    """What the parser of `kind` (``html``, ``pdf``) reads in a file's bytes.

    `url` is where the file comes from and `charset` what came with it, if known. `seconds` in all, bytes of
    `memory`. Any thread may call it; more than two at a time wait for each other. Raises RefusedError.
    """
    value = _SANDBOX.run(kind, content, url, charset, Limits(seconds, memory))
    try:
        return parse_extract(value)
    except ValueError as error:
        raise RefusedError(DAMAGED, detail=error) from None


def find_guards() -> tuple[str, ...]:
    """The limits of child_guards.GUARDS that held for the last file read; none before the first."""
    return _SANDBOX.guards


def _refusal_of_death(error: ChildError, limits: Limits) -> RefusedError:
    if error.late or -error.code in _OVERTIME:
        return RefusedError(TOO_SLOW, seconds=limits.seconds)
    return RefusedError(CRASHED, detail=error.code)


def _refusal_of_answer(answer: Mapping[str, Any], limits: Limits) -> RefusedError:
    match answer:
        case {"refused": str(said)}:
            return RefusedError("{said}", said=said)
        case {"failed": "memory"}:
            return RefusedError(TOO_MUCH_MEMORY, megabytes=limits.memory // 1_000_000)
        case {"failed": "output"}:
            return RefusedError(TOO_LONG, megabytes=limits.output // 1_000_000)
        case {"failed": str(name)}:
            return RefusedError(DAMAGED, detail=name)
    return RefusedError(DAMAGED, detail="no answer")


_OVERTIME = {14, 24}  # SIGALRM, SIGXCPU; named by no module of Windows
_SANDBOX = Sandbox(PARSERS)
