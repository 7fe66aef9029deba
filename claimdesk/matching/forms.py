"""The written forms of one language, each looked up once: most tell nothing, and are passed over together."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from claimdesk.text.tokens import find_forms

_MOST_FORMS = 1 << 18  # written forms remembered

# The items and the groups of `must_mention` that a written form may stand for; None where there are none.
Row = tuple[frozenset[int], frozenset[int]] | None


class Forms:
    """What written forms may stand for, by `look_up` when first seen; forgotten when they become too many."""

    def __init__(self, look_up: Callable[[str], Row]) -> None:
        self._look_up = look_up
        self._silent: set[str] = set()
        self._telling: dict[str, Row] = {}
        self._learned: Container[str] = ()
        self._told: Mapping[str, Row] = {}

    def learn(self, forms: Container[str], told: Mapping[str, Row]) -> None:
        """Take `look_up` for done for all `forms`: it gives `told`, and None for the others."""
        self._learned, self._told = forms, told

    def read(self, text: str) -> list[tuple[frozenset[int], frozenset[int]]]:
        """The rows of the forms in `text`, each form once; those that stand for nothing are left out."""
        forms = set(find_forms(text)).difference(self._silent)
        rows = [self._telling.get(form) or self._find(form) for form in forms]
        return [row for row in rows if row is not None]

    def _find(self, form: str) -> Row:
        """The row of a form that was not seen before."""
        row = self._told.get(form) if form in self._learned else self._look_up(form)
        if len(self._silent) + len(self._telling) >= _MOST_FORMS:
            self._silent.clear()
            self._telling.clear()
        if row is None:
            self._silent.add(form)
        else:
            self._telling[form] = row
        return row
