"""Sequences that are read when they are first looked at: most articles' passages never are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class Deferred(Sequence[Item]):
    """A tuple, equal to one, made by `load` on first use. `length` spares even that where it is known."""

    __slots__ = ("_items", "_length", "_load")

    def __init__(self, load: Callable[[], tuple[Item, ...]], length: int | None = None) -> None:
        self._load: Callable[[], tuple[Item, ...]] | None = load
        self._items: tuple[Item, ...] = ()
        self._length = length

    def _read(self) -> tuple[Item, ...]:
        load = self._load  # another thread may be done with it meanwhile
        if load is not None:
            self._items = load()
            self._load = None
        return self._items

    def __len__(self) -> int:
        return len(self._read()) if self._length is None else self._length

    def __iter__(self) -> Iterator[Item]:
        return iter(self._read())

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        return self._read()[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Deferred) and self._read() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._read())

    def __repr__(self) -> str:
        return repr(self._read())

    def __reduce__(self) -> tuple[type[tuple[Item, ...]], tuple[tuple[Item, ...]]]:
        return tuple, (self._read(),)
