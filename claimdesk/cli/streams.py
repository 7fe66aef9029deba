"""Standard output and standard error, also where they are closed, full or cut off."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from contextvars import ContextVar
from itertools import pairwise

from claimdesk.cli.terminal import make_visible
from claimdesk.errors import UsageError

_language: ContextVar[str] = ContextVar("language", default="en")


def speak_as_asked(argv: Sequence[str]) -> None:
    """Let `say` and `word` use the language that `argv` asks for with ``--lang``, right or wrong as it is."""
    asked = [one.removeprefix("--lang=") for one in argv if one.startswith("--lang=")]
    asked += [after for one, after in pairwise(argv) if one == "--lang"]
    _language.set(asked[-1] if asked else "en")


def word(text: str) -> str:
    """A message of the desk, written in English, in the language that was asked for."""
    language = _language.get()
    if language == "en":
        return text
    from claimdesk.messages.failures import render_why

    return "\n".join(render_why(text, language))


def write_output(data: bytes) -> None:
    """Write to standard output. A reader that has seen enough (``| head``) is no error.

    Raises UsageError where standard output is closed or cannot take it all.
    """
    if sys.stdout is None:
        raise UsageError("Standard output is closed. Name a file with --out FILE.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered would be tried again at exit, and fail with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise UsageError(f"Standard output took not all of it ({error.strerror}).") from error


def write_text(text: str) -> None:
    """Write to standard output in its own encoding; a character that it lacks becomes a question mark."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    write_output(text.encode(encoding, "replace"))


def say(text: str) -> None:
    """Write a message to standard error, line by line, with nothing in it that a terminal acts on.

    It is in the language that was asked for, or in English, and then put into that.
    """
    text = word(text)
    if sys.stderr is not None:
        with suppress(OSError):
            print("\n".join(make_visible(line) for line in text.split("\n")), file=sys.stderr, flush=True)


def shows_terminal(stream: object) -> bool:
    """Whether `stream`, standard output or error or None where closed, is a terminal."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
