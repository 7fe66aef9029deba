"""Desks to back up, and archives that nobody's backup made."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from claimdesk.model import Decision
from claimdesk.store.reviews import append_decision

ROOT = Path(__file__).resolve().parents[2]
REGISTRY = b"version: 1\ntitle: x\nclaims:\n  - {id: a, statement: b, supports: [c]}\n"


def make_desk(folder: Path) -> Path:
    """The shipped desk in `folder`, with decisions, other logs and what was received."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "claims.yaml", folder)
    shutil.copytree(ROOT / "articles", folder / "articles")
    (folder / "articles/raw").mkdir()
    (folder / "articles/raw" / f"{'0' * 64}.html").write_bytes(b"<p>\xff\x00 as received\r\n")
    for number in range(3):
        by = f"editor-{number}"
        decision = Decision(
            "troops-sent", "kompas-2024-11-12", 0, 4, "text", "confirmed", date(2024, 11, 13), by
        )
        append_decision(folder / "reviews.jsonl", decision)
    (folder / "claims.history.jsonl").write_bytes(b'{"entry": 1}\n')
    (folder / "issued.jsonl").write_bytes(b'{"entry": 2}\n')
    (folder / "reviews.jsonl.torn-0a1b2c3d").write_bytes(b'{"ent\0\0')
    (folder / "claimdesk.toml").write_text('[access]\nlocal = "editor"\n', encoding="utf-8")
    for name in (".claims.yaml.lock", ".claimdesk/results", "articles/.claimdesk/lock", "articles/.x.part"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"can be made anew")
    return folder


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    """What of a desk cannot be made anew."""
    return {name: data for name, data in tree.items() if not any(p.startswith(".") for p in Path(name).parts)}


def write_archive(path: Path, content: Mapping[str, bytes], **manifest: object) -> Path:
    """An archive of these files with a manifest that is right, but for what is given."""
    listed = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in content.items()
    ]
    written = {"version": 1, "made": "2024-11-13", "files": listed, **manifest}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(written))
    return path
