"""What differs between two reports: by claim, and in it quote by quote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimdesk.model.evidence import Quote, Value
from claimdesk.model.report import ClaimReport

ClaimFate = Literal["added", "removed", "renamed", "kept"]
QuoteFate = Literal["gained", "lost", "changed"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in the model's words; None where there was or is nothing.

    `name` is that of the report's form: ``status``, ``verdict.rationale``, ``stance``, ``figure``.
    """

    name: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """A quote before and after: None before where it is gained, None after where it is lost.

    `fields` are what differs in one that is in both.
    """

    before: Quote | None
    after: Quote | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def fate(self) -> QuoteFate:
        """What became of it."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "changed"

    @property
    def quote(self) -> Quote:
        """The quote as it is now; as it was, where it is lost."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim before and after: None before where it is added, None after where it is removed.

    `fields` are what differs in its standing, in the order ``status``, ``confidence``, ``basis``,
    ``changed_since``, ``verdict.…``; of an added or removed claim all that it has. `edited` names the keys of
    the registry that differ: ``statement``, ``supports``, ``quantity`` …; nothing is said of an added or
    removed claim. `quotes` are in the order of the report, lost ones last.
    """

    before: ClaimReport | None
    after: ClaimReport | None
    fields: tuple[FieldChange, ...] = ()
    edited: tuple[str, ...] = ()
    quotes: tuple[QuoteChange, ...] = ()

    @property
    def id(self) -> str:
        """The claim's id as it is now; as it was, where it is removed."""
        found = self.after or self.before
        assert found is not None
        return found.claim.id

    @property
    def fate(self) -> ClaimFate:
        """What became of it. ``renamed`` and ``kept`` ones may have changed otherwise too."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "kept" if self.before.claim.id == self.after.claim.id else "renamed"

    def field(self, name: str) -> FieldChange | None:
        """The change of that field, if it changed."""
        return next((one for one in self.fields if one.name == name), None)

    def quotes_by(self, fate: QuoteFate) -> tuple[QuoteChange, ...]:
        """The quotes that were gained, or lost, or changed."""
        return tuple(one for one in self.quotes if one.fate == fate)


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """What differs between two reports.

    `claims` are those that differ, in the order of the new report, removed ones last; `compared` is how many
    were looked at. `added`, `removed` and `revised` are ids of articles: new, gone, and with another text;
    `moved` pairs the old and the new id of articles with the same text under another id.
    """

    claims: tuple[ClaimChange, ...] = ()
    compared: int = 0
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()

    def claim(self, claim_id: str) -> ClaimChange | None:
        """What changed for the claim of that id, new or old; None if nothing did."""
        named = (one for one in self.claims if one.id == claim_id)
        was = (one for one in self.claims if one.before and one.before.claim.id == claim_id)
        return next(named, None) or next(was, None)
