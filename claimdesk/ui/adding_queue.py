"""What was read and waits to be confirmed, what was added, and what failed: kept in the session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from claimdesk.errors import ClaimdeskError
from claimdesk.library.add import add_article, relate, settle_facts
from claimdesk.library.catalogue import Catalogue, open_catalogue
from claimdesk.library.incoming import Incoming, read_incoming
from claimdesk.library.relatives import Change, Relatives, find_changes, load_held
from claimdesk.library.sources import Piece
from claimdesk.messages.failures import render_why
from claimdesk.model import Article
from claimdesk.ui.inputs import find_places
from claimdesk.ui.typed_date import settle_day

_KEY = "adding-queue"
Why = ClaimdeskError | str


@dataclass(frozen=True, slots=True)
class Pending:
    """A source that was read. `others` are the articles it is like, by id; `changes` those to its version."""

    key: str
    incoming: Incoming
    related: Relatives
    others: Mapping[str, Article]
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Queue:
    """`done` are ids, titles and whether they are new; `empty`: nothing was given; `turn` of the uploads."""

    pending: list[Pending] = field(default_factory=list)
    failed: list[tuple[str, Why]] = field(default_factory=list)
    done: list[tuple[str, str, bool]] = field(default_factory=list)
    empty: bool = False
    turn: int = 0

    def start(self) -> None:
        """Forget what was said of the last sources."""
        self.failed, self.done, self.empty = [], [], False


def find_queue() -> Queue:
    """The session's queue."""
    queue: Queue = st.session_state.setdefault(_KEY, Queue())
    return queue


def take_pieces(pieces: Iterable[Piece], queue: Queue) -> None:
    """Read the pieces; each waits to be confirmed, or is here already, or failed."""
    found = list(pieces)
    queue.empty = not found
    try:
        with open_catalogue(find_places().articles) as catalogue:
            for piece in found:
                _take(catalogue, piece, queue)
    except ClaimdeskError as error:
        queue.failed.append(("", error))


def _take(catalogue: Catalogue, piece: Piece, queue: Queue) -> None:
    if piece.problem:
        queue.failed.append((piece.name, piece.problem))
        return
    try:
        incoming = read_incoming(
            piece.content, piece.name, piece.url, piece.charset, piece.media_type, piece.retrieved
        )
        related = relate(catalogue, incoming, settle_facts(incoming, {}))
    except ClaimdeskError as error:
        queue.failed.append((piece.name, error))
        return
    if related.present:
        _note_present(catalogue, related.present, queue)
        return
    ids = [related.revises, *(likeness.id for likeness in related.likenesses)]
    held = [one for identity in ids for one in catalogue.find("id", identity)]
    others = {one.id: article for one in held if (article := load_held(catalogue, one)) is not None}
    older = others.get(related.revises)
    changes = find_changes(older.body, incoming.extract.body) if older else ()
    key = hashlib.sha256(piece.content).hexdigest()[:12]
    if key not in {one.key for one in queue.pending}:
        queue.pending.append(Pending(key, incoming, related, others, changes))


def _note_present(catalogue: Catalogue, identity: str, queue: Queue) -> None:
    held = catalogue.find("id", identity)
    article = load_held(catalogue, held[0]) if held else None
    queue.done.append((identity, article.title if article else identity, False))


def confirm(queue: Queue, pending: Pending, given: Mapping[str, str], language: str) -> None:
    """Add what waits, with the facts that a person states. Where it fails, it goes on waiting."""
    queue.start()
    try:
        day = settle_day(given.get("published", ""), language)
    except ClaimdeskError as error:
        queue.failed.append((pending.incoming.name, error))
        return
    _add(queue, pending, {**given, "published": day})


def confirm_all(queue: Queue) -> None:
    """Add all that waits, with the facts as they are proposed."""
    queue.start()
    for pending in list(queue.pending):
        _add(queue, pending, {})


def leave_out(queue: Queue, pending: Pending) -> None:
    """Add nothing of it."""
    queue.start()
    queue.pending.remove(pending)


def _add(queue: Queue, pending: Pending, given: Mapping[str, str]) -> None:
    try:
        with open_catalogue(find_places().articles) as catalogue:
            added = add_article(catalogue, pending.incoming, given)
            if not added.is_new:
                _note_present(catalogue, added.id, queue)
    except ClaimdeskError as error:
        queue.failed.append((pending.incoming.name, error))
        return
    queue.pending.remove(pending)
    if added.article is not None:
        queue.done.append((added.id, added.article.title, True))


def say_error(why: Why, language: str) -> str:
    """Why something failed, in `language` where the sentence is known."""
    return " ".join(render_why(why, language))
