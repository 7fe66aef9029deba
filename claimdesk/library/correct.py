"""Body and facts corrected by a person: signed, the file as received kept, all else as it was."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from claimdesk import access
from claimdesk.errors import InputError, OvertakenError, UsageError
from claimdesk.library.add import GIVEN, check_names, list_proposed, settle_facts
from claimdesk.library.article import parse_article
from claimdesk.library.fields import read_fields
from claimdesk.library.frontmatter import Field
from claimdesk.library.incoming import read_incoming
from claimdesk.library.keep import keep_raw, lock_library, replace_article
from claimdesk.library.read import load_bytes
from claimdesk.library.records import Record, clean_value, parse_record, render_record
from claimdesk.model import Article

# Between two facts in front matter's `proposed`.
_PROPOSED = re.compile(rf", (?=(?:{'|'.join(GIVEN)}) \()")


def correct_body(
    folder: str | Path, identity: str, body: str, by: str, base: str, on: date | None = None
) -> Article:
    """Give the article of that id another body, signed by the person `by` on a day (default: today).

    `base` is the SHA-256 of the file that the person looked at (`Article.sha256`). The file as received
    stays; of an article that is its own, a copy is kept first. Decisions on quotes find their words again
    by themselves (`evidence.anchors`).

    Raises UsageError for an empty body or signature, OvertakenError where the file is another by now,
    AccessError for who may not or signs as somebody else, and InputError where it cannot be read or written.
    Nothing is changed then.
    """
    signed = _sign(Path(folder) / identity, "edited", by, on)
    if not body.strip():
        raise UsageError("The corrected text is empty. To remove an article, delete its file.")
    return _rewrite(Path(folder), identity, base, lambda record: Record({**record.fields, **signed}, body))


def correct_facts(
    folder: str | Path,
    identity: str,
    facts: Mapping[str, str],
    by: str,
    base: str,
    on: date | None = None,
) -> Article:
    """State facts of an article (`add.GIVEN`), which are proposed no more; an empty one is not known.

    Signed as by `correct_body`, and raises as that does; UsageError also for a value that cannot be.
    """
    signed = _sign(Path(folder) / identity, "facts", by, on)
    check_names(facts)
    stated = {name: clean_value(value) for name, value in facts.items()}
    _, problems = read_fields({name: Field(value, 1, 1) for name, value in stated.items() if value}, "")
    if problems:
        raise UsageError(f"{problems[0].key_path}: {problems[0].what}; {problems[0].remedy}.")
    return _rewrite(Path(folder), identity, base, lambda record: _state(record, {**stated, **signed}))


def _sign(path: Path, what: str, by: str, on: date | None) -> dict[str, str]:
    """Front matter that says who corrects `what`, and when. Raises AccessError, and UsageError for nobody."""
    name = clean_value(by)
    access.require("editor", path, name)
    if not name:
        raise UsageError("Say who corrects the article.")
    return {f"{what}_by": name, f"{what}_on": (on or date.today()).isoformat()}


def _state(record: Record, stated: Mapping[str, str]) -> Record:
    proposed = _PROPOSED.split(record.fields.get("proposed", ""))
    left = [one for one in proposed if one and one.partition(" (")[0] not in stated]
    return Record({**record.fields, **stated, "proposed": ", ".join(left)}, record.body)


def _rewrite(folder: Path, identity: str, base: str, change: Callable[[Record], Record]) -> Article:
    """Put what `change` makes of an article's record in its place."""
    with lock_library(folder):
        path = find_article(folder, identity)
        data = load_bytes(str(path))
        if hashlib.sha256(data).hexdigest() != base:
            raise OvertakenError(f"{path}: somebody else changed the article. Look at it as it is now.")
        record = parse_record(data, str(path))
        if "sha256" not in record.fields:
            record = Record({**_received(folder, data, path), **record.fields}, record.body)
        target = path.with_suffix(".md")
        corrected = render_record(change(record), str(target))
        replace_article(target, corrected)
        if target != path:
            with suppress(OSError):  # then there are two of one id, and the reader says so
                path.unlink()
        return parse_article(corrected, str(target))[0]


def find_article(folder: Path, identity: str) -> Path:
    """The file of the article of that id. Raises InputError."""
    if Path(identity).name == identity:
        for suffix in (".md", ".txt"):
            if (folder / f"{identity}{suffix}").is_file():
                return folder / f"{identity}{suffix}"
    raise InputError(f"{folder}: there is no article {identity}.")


def _received(folder: Path, data: bytes, path: Path) -> dict[str, str]:
    """Front matter for a file that was itself received: what can be read off it, and the copy kept of it."""
    incoming = read_incoming(data, path.name)
    facts = settle_facts(incoming, {})
    return {
        **{name: fact.value for name, fact in facts.items()},
        "sha256": keep_raw(folder, data, incoming.suffix),
        "extractor": incoming.extractor,
        "proposed": list_proposed(facts),
    }
