"""What a person may change in a registry: an editor everything, a reviewer verdicts in their own name.

A reviewer may judge anew what somebody else has judged, since both then stand in the history under the name
of who gave them; but take out only what they gave themselves. Comments are an editor's, but for those that
stand inside a verdict.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimdesk import access
from claimdesk.errors import RegistryError
from claimdesk.registry.characters import decode_text
from claimdesk.registry.layout import content_end, find_comments, line_end
from claimdesk.registry.nodes import Mapping, Node, Sequence
from claimdesk.registry.problems import Problems
from claimdesk.registry.read import parse_values
from claimdesk.registry.values import Values


def require_change(path: str | Path, base: bytes, edited: bytes, by: str | None = None) -> None:
    """Go on only if who acts may make of the registry at `path` what `edited` changes against `base`,
    and signs it with no other name than their own.

    Raises AccessError, InputError for an access file that cannot be read, and RegistryError for bytes that
    are no registry.
    """
    if not access.is_restricted(path):
        return
    access.require("reviewer", path, by)
    if access.allows("editor", path):
        return
    try:
        (old, was), (new, now) = (parse_values(data, str(path)) for data in (base, edited))
    except RegistryError:  # what is broken is mended as a whole
        access.require("editor", path)
        raise
    if _without_verdicts(old) != _without_verdicts(new) or _remarks(base, was) != _remarks(edited, now):
        access.require("editor", path)
    before, after = (_verdicts(values) for values in (old, new))
    for claim, verdict in after.items():
        if verdict != before[claim]:  # taken out, it must have been their own
            access.require("reviewer", path, str((verdict or before[claim]).get("by", "")))


def _verdicts(values: Values) -> dict[str, Any]:
    return {claim["id"]: claim.get("verdict") for claim in values["claims"]}


def _without_verdicts(values: Values) -> Values:
    claims = [{key: kept for key, kept in claim.items() if key != "verdict"} for claim in values["claims"]]
    return {**values, "claims": claims}


def _remarks(data: bytes, root: Node) -> list[str]:
    """The comments of a registry in their order, without those that stand inside verdicts."""
    text = decode_text(data, Problems(""))
    inside = [
        (key.start, line_end(text, content_end(text, value)))
        for claim in _claims(root)
        for key, value in claim.entries
        if key.text == "verdict"
    ]
    found, at = [], 0
    for start, end in find_comments(text, 0, len(text), root):
        while at < len(inside) and inside[at][1] <= start:
            at += 1
        if at == len(inside) or start < inside[at][0]:
            found.append(text[start:end].rstrip())
    return found


def _claims(root: Node) -> list[Mapping]:
    listed = root.get("claims") if isinstance(root, Mapping) else None
    items = listed.items if isinstance(listed, Sequence) else ()
    return [one for one in items if isinstance(one, Mapping)]
