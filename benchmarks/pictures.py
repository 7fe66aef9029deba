"""``python -m benchmarks.pictures``: the pictures of the documentation, of the pages as they are now.

Takes them in chromium from a copy of the shipped desk and writes them to docs/, in few colours, so that they
stay light. The card is made by the desk itself.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from benchmarks.served import ARGUMENTS, CHROMIUM, ROOT, STILL, serve
from claimdesk import check, load_articles, load_registry
from claimdesk.briefing.card import render_data
from claimdesk.briefing.outline import outline_claim
from claimdesk.briefing.typesetting import typeset

if TYPE_CHECKING:
    from playwright.sync_api import Page

DOCS = ROOT / "docs"
UNTIL = date(2024, 11, 13)
WIDTH = 1280  # CSS pixels of a page
COLOURS = 96  # of a picture
CARD_DOTS = 190.0  # per inch of the card
CARD = "officers-killed-donetsk"
PHRASE = "prajurit Korea Utara sedang dilatih di pangkalan militer Rusia"


def _edit(page: Page) -> None:
    """A phrase is written, and what it changes stands beside the form."""
    field = page.get_by_placeholder("Another wording").last
    field.fill(PHRASE)
    field.press("Tab")
    page.locator(".standing-row").nth(1).wait_for()
    field.evaluate("one => document.activeElement.blur()")
    page.evaluate("document.querySelectorAll('[data-testid=stMain]').forEach(one => one.scrollTo(0, 850))")


def _rest(page: Page) -> None:
    """Nothing is done."""


# File, address, height of the picture, what is done before it is taken.
PICTURES: tuple[tuple[str, str, int, Callable[[Page], None]], ...] = (
    ("overview", f"?until={UNTIL}", 1000, _rest),
    ("claim", f"Claim?id={CARD}", 960, _rest),
    ("reader", "Articles?id=kompas-2024-11-12&claim=combat-begun", 820, _rest),
    ("registry", "Registry?id=untrained", 900, _edit),
)


def main() -> int:
    """Write all pictures, and say how large each is."""
    from playwright.sync_api import sync_playwright

    os.environ["CLAIMDESK_REVIEWER"] = "editor-1"
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        shutil.copy(ROOT / "claims.yaml", place)
        shutil.copytree(ROOT / "articles", Path(place) / "articles")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with serve(Path(place)) as desk:
            for name, address, height, act in PICTURES:
                page = browser.new_page(viewport={"width": WIDTH, "height": height})
                page.goto(f"{desk}/{address}")
                page.locator(".stMain .desk").first.wait_for()
                _settle(page)
                act(page)
                _settle(page)
                page.mouse.move(WIDTH - 4, 4)
                _write(name, page.screenshot())
        browser.close()
    _write("card", _render_card())
    return 0


def _settle(page: Page) -> None:
    """Wait until nothing is drawn any more."""
    page.locator(STILL).wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # charts and marks come after the page


def _render_card() -> bytes:
    report = check(load_registry(ROOT / "claims.yaml"), load_articles(ROOT / "articles"), until=UNTIL)
    entry = report.claim(CARD)
    assert entry is not None
    outline = outline_claim(entry, report, "en", UNTIL)
    return typeset("card.typ", render_data(outline, "landscape", "light"), "png", UNTIL, CARD_DOTS)


def _write(name: str, picture: bytes) -> None:
    path = DOCS / f"{name}.png"
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {image.width} × {image.height}, {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    sys.exit(main())
