"""axe-core finds no serious barrier on any page, in either theme, wide or narrow."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from served import open_desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright")

AXE = "axe-core@4.14.1"
PLACES = (
    "",
    "?q=nothing+like+it&status=contested",
    "Claim",
    "Claim?id=displaced-3000",
    "Claim?id=displaced-3000&view=clean",
    "Claim?id=no-such-one&lang=xx",
    "Articles",
    "Articles?id=warta-3&claim=displaced-3000",
    "Registry",
    "Registry?id=displaced-3000",
    "Registry?part=sources&id=relief",
    "Registry?part=text",
    "Method",
)
RUN = """async () => (await axe.run()).violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`)"""


@pytest.fixture(scope="module")
def axe(pytestconfig: pytest.Config) -> str:
    """The script of axe-core, fetched once by npm and kept in pytest's cache; skipped where that fails."""
    folder = pytestconfig.cache.mkdir("axe")
    script = Path(folder) / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("no npm to fetch axe-core with")
        command = [
            npm,
            "install",
            "--prefix",
            str(folder),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            AXE,
        ]
        fetched = subprocess.run(command, capture_output=True, timeout=120, check=False)
        if fetched.returncode or not script.is_file():
            pytest.skip(f"npm could not fetch {AXE}")
    return script.read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (400, "light")])
def test_no_serious_barrier(watched: Page, desk: str, axe: str, width: int, scheme: str) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = {}
    for place in PLACES:
        open_desk(watched, desk, place)
        watched.evaluate(axe)
        found[place] = watched.evaluate(RUN)
    assert not any(found.values()), found
