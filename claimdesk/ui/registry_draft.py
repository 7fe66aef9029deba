"""What is half typed of a claim or a source, beside what the registry held when it was begun.

The widgets hold it while they are drawn, the session across pages, and a file beside the registry across
lost connections.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from claimdesk.model import SIDES
from claimdesk.store.drafts import drop_draft, keep_draft, load_draft
from claimdesk.ui.deciding import key_of
from claimdesk.ui.registry_fields import Form, changed_keys, fields_of, given_of, is_equal
from claimdesk.ui.reviewer import reviewer_name

# Fields of several inputs, and one more that is empty, for the next item.
_GROUPS = ("must_mention", "groups")
GROWING = (*SIDES, *_GROUPS)


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it stands, and as it was `begun`; `since` is when an earlier session kept it."""

    what: str
    path: str
    begun: Form
    form: Form
    since: datetime | None = None

    @property
    def key(self) -> str:
        """The end of the keys of its widgets."""
        return draft_key(self.what)

    @property
    def touched(self) -> bool:
        """Whether it says something else than what it began with."""
        return not is_equal(self.begun, self.form)


def draft_key(what: str) -> str:
    """The end of the keys of the widgets for a thing edited."""
    return key_of("registry", what)


def open_draft(path: str, what: str, now: Form, *, gone: bool = False) -> Draft:
    """The draft of `what`, a record that the registry at `path` holds as `now`.

    One that nobody touched follows the registry. One that was touched takes over what others changed in
    fields that it leaves alone; it stays as it is where the record is `gone`.
    """
    kept: Draft | None = st.session_state.get(_session_key(what))
    if kept is None:
        stored = load_draft(path, reviewer_name(), what)
        if stored is None or not _fits(stored.begun, now) or not _fits(stored.typed, now):
            return begin_draft(path, what, now)
        kept = Draft(what, path, stored.begun, stored.typed, stored.when)
        _show(kept)
    else:
        kept = Draft(what, path, kept.begun, _collect(kept), kept.since)
    if gone or kept.begun == now:
        return keep(kept)
    if not kept.touched:
        return begin_draft(path, what, now)
    return _follow(kept, now)


def begin_draft(path: str, what: str, now: Form, typed: Mapping[str, Any] | None = None) -> Draft:
    """A fresh draft of what the registry holds as `now`, with `typed` in some fields already."""
    draft = Draft(what, path, now, {**now, **(typed or {})})
    _show(draft)
    return keep(draft)


def keep(draft: Draft) -> Draft:
    """Keep the draft in the session, and beside the registry once it was touched."""
    former: Draft | None = st.session_state.get(_session_key(draft.what))
    st.session_state[_session_key(draft.what)] = draft
    if former is None or former.form != draft.form or former.begun != draft.begun:
        if draft.touched:
            keep_draft(draft.path, reviewer_name(), draft.what, draft.begun, draft.form)
        elif former is not None:
            drop_draft(draft.path, reviewer_name(), draft.what)
    return draft


def change_draft(draft: Draft, typed: Mapping[str, Any], begun: Mapping[str, Any] | None = None) -> Draft:
    """Put other values into fields of the draft, and into what it began with."""
    changed = Draft(
        draft.what, draft.path, {**draft.begun, **(begun or {})}, {**draft.form, **typed}, draft.since
    )
    _show(changed)
    return keep(changed)


def forget_draft(path: str, what: str) -> None:
    """Drop a draft that was saved or is not wanted any more."""
    drop_draft(path, reviewer_name(), what)
    ends = f"-{draft_key(what)}"
    for name in [name for name in st.session_state if str(name).endswith(ends)]:
        del st.session_state[name]


def find_clashes(draft: Draft, now: Form) -> list[str]:
    """The keys of the record that somebody else changed, otherwise than the draft does."""
    mine, theirs = changed_keys(draft.begun, draft.form), changed_keys(draft.begun, now)
    wanted, found = given_of(draft.form), given_of(now)
    return [key for key in mine if key in theirs and wanted[key] != found[key]]


def settle(draft: Draft, now: Form, key: str, theirs: bool) -> Draft:
    """Let one key of the record be as somebody else wrote it, or as the draft has it in spite of that."""
    values = {name: now[name] for name in fields_of(now, key)}
    draft = replace(draft, form=_collect(draft))
    return change_draft(draft, values if theirs else {}, values)


def _follow(draft: Draft, now: Form) -> Draft:
    """The draft with what others changed elsewhere than where it clashes with them."""
    clashes = find_clashes(draft, now)
    mine = changed_keys(draft.begun, draft.form)
    fine = [name for name in now if name.partition(".")[0] not in clashes]
    typed = {name: now[name] for name in fine if name.partition(".")[0] not in mine}
    return change_draft(draft, typed, {name: now[name] for name in fine})


def _fits(stored: Any, now: Form) -> bool:
    """Whether a stored form has the fields of today's."""
    return (
        isinstance(stored, dict)
        and stored.keys() == now.keys()
        and all(isinstance(stored[name], type(value)) for name, value in now.items())
    )


def input_key(draft: Draft, name: str, number: int | None = None) -> str:
    """The key of the widget for a field, or for one item of a growing field."""
    return f"field-{name}-{draft.key}" if number is None else f"field-{name}.{number}-{draft.key}"


def _show(draft: Draft) -> None:
    """Let the widgets show the form; those of items that are gone are emptied."""
    ends = f"-{draft.key}"
    for name in [name for name in st.session_state if str(name).startswith("field-")]:
        if str(name).endswith(ends):
            del st.session_state[name]
    for name, value in draft.form.items():
        for key, part in _parts(draft, name, value):
            st.session_state[key] = part


def _parts(draft: Draft, name: str, value: Any) -> Sequence[tuple[str, Any]]:
    if name not in GROWING:
        return [(input_key(draft, name), value)]
    return [(input_key(draft, name, number), part) for number, part in enumerate(value)]


def _collect(draft: Draft) -> Form:
    """The form as the widgets have it now; as it was, where one is not there."""
    form: Form = {}
    for name, value in draft.form.items():
        if name not in GROWING:
            form[name] = _get(input_key(draft, name), value)
            continue
        blank: Any = [] if name in _GROUPS else ""
        items = [_get(key, part) for key, part in _parts(draft, name, [*value, blank])]
        form[name] = items[:-1] if not items[-1] else items
    return form


def _get(key: str, value: Any) -> Any:
    found = st.session_state.get(key)
    return value if found is None else found


def _session_key(what: str) -> str:
    return f"draft-{draft_key(what)}"
