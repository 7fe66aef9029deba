"""The child process in which foreign parsers run: what it may use, and the questions it answers.

A question is a line of JSON, `{"kind", "url", "charset", "length"}`, and `length` bytes of content. An answer
is eight bytes of length, big-endian, and JSON: ``result`` (what the parser returned, as plain values),
``refused`` (the sentence of an InputError), or ``failed`` (``memory``, ``output`` or the name of an error).
The first answer is unasked: ``guards``, the names of the limits that hold on this system.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, BinaryIO

from claimdesk.errors import InputError
from claimdesk.library.child_guards import die_with_parent, find_strain, limit_processor, raise_guards

IDLE_SECONDS = 120  # without a question, after which the child ends
_OUT_OF_MEMORY = b'{"failed": "memory"}'


def serve(parsers: Mapping[str, str], seconds: int, memory: int, output: int) -> None:
    """Answer questions on standard input until it ends.

    `parsers` are functions as ``module:name`` by kind, each called with content (bytes), url and charset, the
    last two of which may be None. `seconds` of processor time for an answer, bytes of `memory`, of `output`.
    """
    questions, answers = _take_pipes()
    logging.disable()
    guards = raise_guards(memory)
    _write(answers, {"guards": guards})
    while True:
        _set_alarm(IDLE_SECONDS)
        line = questions.readline()
        if not line:
            return
        question = json.loads(line)
        content = questions.read(question["length"])
        _set_alarm(2 * seconds)
        limit_processor(seconds)
        with die_with_parent(answers.fileno()):
            answer = _answer(parsers, question, content, output)
        if find_strain(memory):
            answer = _OUT_OF_MEMORY
        answers.write(len(answer).to_bytes(8, "big") + answer)
        answers.flush()


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes to the parent; a parser that reads or prints meets an empty device."""
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to hear
    return questions, answers


def _answer(parsers: Mapping[str, str], question: dict[str, Any], content: bytes, output: int) -> bytes:
    try:
        parse = _find_parser(parsers[question["kind"]])
        result = parse(content, question["url"], question["charset"])
        answer = json.dumps({"result": result}).encode("ascii")
    except InputError as error:
        answer = json.dumps({"refused": str(error)[:1_000]}).encode("ascii")
    except MemoryError:
        answer = _OUT_OF_MEMORY
    except Exception as error:  # whatever a foreign parser may raise
        answer = json.dumps({"failed": type(error).__name__[:100]}).encode("ascii")
    return answer if len(answer) <= output else b'{"failed": "output"}'


def _find_parser(place: str) -> Callable[[bytes, str | None, str | None], Any]:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)  # type: ignore[no-any-return]


def _write(answers: BinaryIO, answer: dict[str, Any]) -> None:
    data = json.dumps(answer).encode("ascii")
    answers.write(len(data).to_bytes(8, "big") + data)
    answers.flush()


def _set_alarm(seconds: float) -> None:
    """The child ends by itself after so long, where the system has alarms."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
