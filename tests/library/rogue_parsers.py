"""Parsers that misbehave, each in a way of its own, for the child to be tried with."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import time
from typing import Any

from claimdesk.errors import InputError


def echo(content: bytes, url: str | None, charset: str | None) -> dict[str, Any]:
    return {"length": len(content), "url": url, "charset": charset, "process": os.getpid()}


def spin(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    while True:
        pass


def pause(content: bytes, url: str | None, charset: str | None) -> dict[str, Any]:  # noqa: ARG001
    time.sleep(1)
    return {"length": len(content)}


def sleep(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    time.sleep(60)


def swell(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    bytes(600_000_000)


def crash(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    ctypes.string_at(0)


def leave(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    os._exit(0)


def recurse(content: bytes, url: str | None, charset: str | None) -> None:
    recurse(content, url, charset)


def babble(content: bytes, url: str | None, charset: str | None) -> str:  # noqa: ARG001
    print("this is not an answer", flush=True)
    print("nor is this", file=sys.stderr, flush=True)
    return "quiet"


def flood(content: bytes, url: str | None, charset: str | None) -> str:  # noqa: ARG001
    return "x" * 40_000_000


def refuse(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    raise InputError("This file is of no use. Take another.")


def pickle(content: bytes, url: str | None, charset: str | None) -> object:  # noqa: ARG001
    return object()


def write(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    with open(url or "", "wb") as file:
        file.write(content)


def fork(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    if os.fork() == 0:
        os._exit(0)


def connect(content: bytes, url: str | None, charset: str | None) -> None:  # noqa: ARG001
    host, port = (url or "").split(":")
    socket.create_connection((host, int(port)), timeout=3).sendall(content)


def environ(content: bytes, url: str | None, charset: str | None) -> list[str]:  # noqa: ARG001
    return sorted(os.environ)
