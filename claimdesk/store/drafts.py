"""Edits that nobody saved yet, kept beside the registry so that a lost connection loses none.

One small file each in ``.claimdesk/drafts``, by person and by what is edited: a claim, a source, the text.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimdesk import access
from claimdesk.errors import ClaimdeskError
from claimdesk.files import put_file

_FOLDER = ".claimdesk/drafts"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was typed instead of `begun`, both in the form that JSON has; `what` names the thing edited."""

    what: str
    begun: Any
    typed: Any
    when: datetime


def keep_draft(registry: str | Path, by: str, what: str, begun: Any, typed: Any) -> bool:
    """Keep a draft in the place of the person's last one; whether that could be done.

    It cannot for who may not edit the registry: nobody else writes beside it.
    """
    path = _place(registry, by, what)
    now = datetime.now().replace(microsecond=0)
    row = {"what": what, "by": by, "begun": begun, "typed": typed, "when": now.isoformat()}
    try:
        access.require("editor", registry, by)
        path.parent.mkdir(parents=True, exist_ok=True)
        put_file(path, json.dumps(row).encode(), private=True, lasting=False)
    except (OSError, ClaimdeskError):
        return False
    return True


def load_draft(registry: str | Path, by: str, what: str) -> KeptDraft | None:
    """The person's draft of that thing; None where there is none that can be read."""
    return _read(_place(registry, by, what))


def drop_draft(registry: str | Path, by: str, what: str) -> None:
    """Forget a draft: it was saved, or is not wanted any more. Only for who may keep one."""
    with suppress(OSError, ClaimdeskError):
        access.require("editor", registry, by)
        _place(registry, by, what).unlink()


def list_drafts(registry: str | Path, by: str) -> list[KeptDraft]:
    """All drafts of a person for that registry, the newest first."""
    folder = _place(registry, by, "").parent
    try:
        paths = [folder / name for name in os.listdir(folder) if name.startswith(_digest(by))]
    except OSError:
        return []
    found = [
        draft
        for path in paths
        if (draft := _read(path)) is not None and path == _place(registry, by, draft.what)
    ]
    return sorted(found, key=lambda draft: draft.when, reverse=True)


def _read(path: Path) -> KeptDraft | None:
    try:
        row = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        return KeptDraft(row["what"], row["begun"], row["typed"], datetime.fromisoformat(row["when"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(registry: str | Path, by: str, what: str) -> Path:
    folder = Path(os.path.realpath(registry)).parent / _FOLDER
    name = Path(os.path.realpath(registry)).name
    return folder / f"{_digest(by)}-{_digest(name + chr(10) + what)}.json"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
