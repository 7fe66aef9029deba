"""Where data sets are: paths of this machine, and addresses that fsspec reads."""

from __future__ import annotations

import os
from typing import Any

from claimdesk.errors import InputError


def is_remote(place: str) -> bool:
    """Whether `place` is an address (``s3://bucket/news``), no path."""
    return "://" in place


def list_names(place: str) -> list[str]:
    """The names of what is directly in a folder. Raises InputError where it cannot be read."""
    try:
        if not is_remote(place):
            return os.listdir(place)
        system, path = _resolve(place)
        return [name.rstrip("/").rpartition("/")[2] for name in system.ls(path, detail=False)]
    except OSError as error:
        raise InputError(f"{place} cannot be read ({describe(error)}); check the address.") from None


def open_place(place: str) -> Any:
    """The file at `place`, open for reading bytes. Raises OSError, or InputError without fsspec."""
    if not is_remote(place):
        return open(place, "rb")
    system, path = _resolve(place)
    return system.open(path, "rb")


def describe(error: Exception) -> str:
    """What an error says, in a few words and on one line."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(said.split())[:200]


def _resolve(place: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        remedy = "pip install claimdesk[cluster]"
        raise InputError(f"{place}: addresses are read with fsspec, which is missing. {remedy}") from None
    try:
        system, path = url_to_fs(place)
    except (ImportError, ValueError) as error:
        raise InputError(f"{place} cannot be read ({describe(error)}); check the address.") from None
    return system, path
