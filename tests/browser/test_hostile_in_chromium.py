"""Hostile text in a real browser: each page shows it as it is held; nothing runs, loads or breaks the layout.

Each text is on each page in one of the two languages, by its number and the page, so that both languages show
half of them there. Pages follow one another in one session, as clicks would; every tenth is opened anew.
A few texts by themselves, all of them with ``make payloads``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from hostile_desk import HostileDesk
from served import go_on, open_desk, wait_until_drawn

from benchmarks.served import serve
from claimdesk.model import Report

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

TimeoutError = pytest.importorskip("playwright.sync_api").TimeoutError

LANGUAGES = ("en", "id")
SESSION = 10  # pages
# Notes whatever becomes an element that could run or load something, and whatever calls a dialog.
GUARD = (Path(__file__).parent / "guard.js").read_text(encoding="utf-8")
# All that a page says: text that is there, shown or not, without the numbers of notes between the words of an
# article, and what stands in fields.
SAID = """
() => [...document.querySelectorAll("[data-testid=stMain], [data-testid=stSidebar]")].map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll(".reader sup").forEach((number) => number.remove());
    return copy.textContent;
}).concat([...document.querySelectorAll("input, textarea")].map((field) => field.value)).join("\\n")
"""
SAYS = f"""(texts) => {{
    const said = ({SAID})().replace(/\\r\\n?/g, "\\n");
    return texts.every((text) => said.includes(text));
}}"""
WIDE = """
() => document.querySelector("[data-testid=stMain]").scrollWidth
    - document.querySelector("[data-testid=stMain]").clientWidth
"""


@pytest.fixture(scope="module")
def folder(hostile_desk: HostileDesk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the desk of hostile texts, for a server of its own."""
    copied = tmp_path_factory.mktemp("served") / "desk"
    shutil.copytree(hostile_desk.folder, copied)
    return copied


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[str]:
    """The address of a dashboard on it."""
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="module")
def report(hostile_desk: HostileDesk) -> Report:
    """What the dashboard shows."""
    return hostile_desk.load()


@pytest.fixture
def guarded(watched: Page) -> Page:
    """A page of the browser that notes what runs; requests to other hosts and scripts' errors fail too."""
    watched.add_init_script(GUARD)
    watched.set_default_timeout(60_000)
    watched.set_viewport_size({"width": 1400, "height": 900})
    return watched


def look(page: Page, desk: str, place: str, language: str, number: int = 0) -> None:
    """Open a page, one of many by its number, which says whether anew. Fails as `check_quiet` does."""
    address = f"{place}{'&' if '?' in place else '?'}lang={language}"
    if number % SESSION:
        go_on(page, address)
    else:
        open_desk(page, desk, address, until="")
    check_quiet(page)


def choose_language(number: int, kind: int) -> str:
    """The language in which a page of a kind shows the text of a number."""
    return LANGUAGES[(number + kind) % len(LANGUAGES)]


def check_quiet(page: Page) -> None:
    """The page as it stands. Fails where something ran, loads from elsewhere, or runs over."""
    wait_until_drawn(page)
    assert page.evaluate("() => window.wrong") == []
    assert page.evaluate(WIDE) <= 0
    assert "Traceback" not in page.evaluate(SAID)


def check_said(page: Page, wanted: Iterable[str], about: object) -> None:
    """The page says all of it, in the end: some fields are filled after all else stands still.

    How long that takes depends on what else the machine does, so it is waited for as long as for a page.
    """
    texts = [_plain(text) for text in wanted]
    with suppress(TimeoutError):
        page.wait_for_function(SAYS, arg=texts, polling=100)
    assert find_missing(page.evaluate(SAID), texts) == [], about
    check_quiet(page)


def find_missing(said: str, wanted: Iterable[str]) -> list[str]:
    """The texts that are not there as they are, but for line ends, which fields and browsers have one of."""
    return [text for text in wanted if _plain(text) not in _plain(said)]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


INJECTED = (
    "<img src=https://example.invalid/x.png>",
    "<b onclick=alert(1)>x</b>",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg></svg>",
    "<iframe srcdoc=x></iframe>",
)


def test_the_guard_sees_what_is_let_in(page: Page, desk: str) -> None:
    page.add_init_script(GUARD)
    open_desk(page, desk, "Method", until="")
    for number, markup in enumerate(INJECTED, 1):
        page.evaluate("(markup) => document.querySelector('.desk').innerHTML += markup", markup)
        page.wait_for_function("(number) => window.wrong.length >= number", arg=number)
    page.evaluate("() => alert(1)")
    assert page.evaluate("() => window.wrong.at(-1)") == "alert"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists(guarded: Page, desk: str, hostile_desk: HostileDesk, language: str) -> None:
    held, count = hostile_desk.held, len(hostile_desk.texts)
    lists = {
        "?sort=registry": ["statement"],
        "Articles?": ["title", "outlet"],
        "Registry?": ["statement", "topic"],
        "Registry?part=history": ["topic", "judge"],
        "Registry?part=sources": ["source", "source alias"],
    }
    for place, fields in lists.items():
        said = ""
        for number in range(1, count // 50 + 2):
            look(guarded, desk, f"{place}&page={number}", language)
            said += guarded.evaluate(SAID)
        for name in fields:
            assert find_missing(said, held[name].values()) == [], (place, name)
    for part in ("names", "text"):
        look(guarded, desk, f"Registry?part={part}", language)
        check_said(guarded, [hostile_desk.texts[0]], part)
    look(guarded, desk, "Method", language)


def test_every_claim(guarded: Page, desk: str, hostile_desk: HostileDesk, report: Report) -> None:
    """What it says, its quotes, their decisions, and the panel of the verdict."""
    page = guarded
    for number, entry in enumerate(report.claims):
        claim, verdict, claimed = entry.claim, entry.claim.verdict, entry.claim.claimed_by
        assert verdict is not None
        assert claimed is not None
        wanted = [claim.statement, claim.notes, verdict.rationale, verdict.by, claimed.source]
        for one in entry.quotes:
            found = report.article(one.article)
            if one.decision and found is not None:
                notes = [str(reason.as_dict().get("note", "")) for reason in one.reasons]
                wanted += [one.text, one.origin.name, found.article.outlet, *notes]
        look(page, desk, f"Claim?id={claim.id}", choose_language(number, 0), number)
        check_said(page, wanted, claim.id)
        page.locator("[class*=st-key-do-judge] button").click()
        page.locator("[class*=st-key-rationale]").wait_for()
        check_said(page, [hostile_desk.held["rationale"].get(number, "")], number)


def test_every_article(guarded: Page, desk: str, hostile_desk: HostileDesk, report: Report) -> None:
    """What it says, and the panels that correct its facts, its text and the taught lines of its outlet."""
    page, held = guarded, hostile_desk.held
    numbers = {name: number for number, name in held["article"].items()}
    for order, entry in enumerate(report.articles):
        article = entry.article
        wanted = [article.title, article.outlet, article.id, *article.body.splitlines()]
        place = f"Articles?{urlencode({'id': article.id})}"
        look(page, desk, place, choose_language(order, 1), order)
        check_said(page, [text.strip() for text in wanted], article.id)
        number = numbers.get(article.id)
        if number is None:
            continue
        ways = page.locator("[class*=st-key-correct-way] button")
        if not ways.count():
            page.locator("[class*=st-key-tools-correct] summary").click()
            ways.first.wait_for()
        ways.nth(0).click()
        check_said(page, [held["title"].get(number, "")], number)
        ways.nth(1).click()
        check_quiet(page)
        ways.nth(2).click()
        check_said(page, [held["taught"].get(number, "")], number)


def test_every_form(guarded: Page, desk: str, hostile_desk: HostileDesk) -> None:
    """The fields of a form hold it, and so does what is said of its history."""
    held = hostile_desk.held
    forms = {
        "Registry?id=claim": ("statement", "topic", "phrase", "against", "claimed by", "notes", "judge"),
        "Registry?part=sources&id=source": ("source", "source alias"),
    }
    for kind, (place, names) in enumerate(forms.items()):
        for number in range(len(hostile_desk.texts)):
            look(guarded, desk, f"{place}-{number}", choose_language(number, kind), number)
            check_said(guarded, [held[name][number] for name in names if number in held[name]], number)


def test_briefings(guarded: Page, desk: str, hostile_desk: HostileDesk) -> None:
    """The claims that are chosen, the card, the buttons of files, and what was issued to whom."""
    held = hostile_desk.held
    for number in range(len(hostile_desk.texts)):
        look(guarded, desk, f"Briefing?claims=claim-{number}", choose_language(number, 0), number)
        check_said(guarded, [held["statement"].get(number, "")], number)
    check_said(guarded, list(held["recipient"].values())[-20:], "recipients")
    everything = ",".join(f"claim-{number}" for number in range(len(hostile_desk.texts)))
    for language in LANGUAGES:
        look(guarded, desk, f"Briefing?claims={everything}&shape=report", language)


def test_addresses(guarded: Page, desk: str, hostile_desk: HostileDesk) -> None:
    """What an address says is shown as typed."""
    places = ("?q={0}&topic={0}", "Claim?id={0}", "Articles?id={0}", "Registry?part=sources&id={0}")
    texts = [text for text in hostile_desk.texts if len(text) < 1_000]
    for kind, place in enumerate(places):
        for number, text in enumerate(texts):
            address = place.format(quote(text, safe=""))
            look(guarded, desk, address, choose_language(number, kind), number)
            check_said(guarded, [text], place)


@pytest.mark.parametrize("kind", range(len(LANGUAGES)))
def test_files_that_are_given(guarded: Page, desk: str, hostile_desk: HostileDesk, kind: int) -> None:
    """What is proposed of each, until it is left out."""
    page = guarded
    files: list[FilePayload] = [
        {
            "name": f"{number} {text[:80]}.txt".replace("/", " "),
            "mimeType": "text/plain",
            "buffer": text.encode(),
        }
        for number, text in enumerate(hostile_desk.texts)
        if number % len(LANGUAGES) == kind
    ]
    look(page, desk, "Articles", LANGUAGES[kind])
    page.locator("[class*=st-key-tools-adding] summary").click()
    page.locator("[class*=st-key-adding-way] button").nth(1).click()
    page.locator("input[type=file]").set_input_files(files)
    page.locator("[data-testid=stFileChipName]").first.wait_for()
    check_quiet(page)
    page.locator("[class*=st-key-do-adding-read] button").click()
    leave = page.locator("[class*=st-key-do-adding-leave]")
    leave.wait_for()
    check_quiet(page)
    for _ in files:
        now = leave.get_attribute("class")
        leave.locator("button").click()
        page.wait_for_function(
            "(now) => document.querySelector('[class*=st-key-do-adding-leave]')?.className !== now", arg=now
        )
        check_quiet(page)
        if not leave.count():
            break
