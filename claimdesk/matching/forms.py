"""The written forms of one language, each looked up once: most tell nothing, and are passed over together."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from claimdesk.text.tokens import find_forms

_MOST_FORMS = 1 << 18  # written forms remembered, and as many with the marks around them

# The items and the groups of `must_mention` that a written form may stand for; None where there are none.
Telling = tuple[frozenset[int], frozenset[int]]
Row = Telling | None


class Forms:
    """What written forms may stand for, by `look_up` when first seen; forgotten when they become too many.

    No token holds white space, so that what stands between two spaces is remembered as it stands, marks and
    all, and hardly any text is cut into tokens.
    """

    def __init__(self, look_up: Callable[[str], Row]) -> None:
        self._look_up = look_up
        self._rows: dict[str, Row] = {}
        self._silent: set[str] = set()
        self._telling: dict[str, Sequence[Telling]] = {}
        self._learned: Container[str] = ()
        self._told: Mapping[str, Row] = {}

    def learn(self, forms: Container[str], told: Mapping[str, Row]) -> None:
        """Take `look_up` for done for all `forms`: it gives `told`, and None for the others."""
        self._learned, self._told = forms, told

    def read(self, text: str) -> list[Telling]:
        """The rows of the forms in `text`; those that stand for nothing are left out."""
        written = set(text.split())
        written -= self._silent
        return [row for one in written for row in self._telling.get(one) or self._find(one)]

    def _find(self, written: str) -> Sequence[Telling]:
        """The rows of forms that were not seen together before."""
        rows = [row for form in find_forms(written) if (row := self._row(form)) is not None]
        if len(self._silent) + len(self._telling) >= _MOST_FORMS:
            self._silent.clear()
            self._telling.clear()
        if rows:
            self._telling[written] = rows
        else:
            self._silent.add(written)
        return rows

    def _row(self, form: str) -> Row:
        if form in self._rows:
            return self._rows[form]
        if len(self._rows) >= _MOST_FORMS:
            self._rows.clear()
        row = self._told.get(form) if form in self._learned else self._look_up(form)
        self._rows[form] = row
        return row
