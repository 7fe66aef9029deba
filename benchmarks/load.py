"""``python -m benchmarks.load``: many people at once on a server of its own.

Each session is a WebSocket client that speaks the dashboard's protocol: it opens the desk, then opens page
after page as clicks would, with a pause for reading between them, and waits until each run is over. Told are
medians, 95th percentiles and errors; with ``--minutes``, how the server's memory grew after the first tenth.

    python -m benchmarks.load --sessions 50 --clicks 20
    python -m benchmarks.load --sessions 10 --minutes 30
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any
from urllib.parse import urlencode

from benchmarks.served import ROOT, serve

PATIENCE = 60  # seconds for one run
P95_WANTED, GROWTH_WANTED = 2.0, 0.10  # seconds, share


@dataclass
class Tally:
    """What all sessions saw: seconds of each run by page, and errors by what they say."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, page: str, seconds: float) -> None:
        """One run that ended well."""
        self.seconds.setdefault(page, []).append(seconds)


async def run_page(socket: Any, page: str, query: dict[str, str]) -> None:
    """Ask for a page and wait until it is whole. Raises RuntimeError for an error in it."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    asked = BackMsg()
    asked.rerun_script.query_string = urlencode(query)
    asked.rerun_script.page_name = page
    await socket.send(asked.SerializeToString())
    while True:
        told = ForwardMsg()
        told.ParseFromString(await socket.recv())
        kind = told.WhichOneof("type")
        if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(told.delta.new_element.exception.type)
        if kind == "page_not_found":
            raise RuntimeError(f"no page {page}")
        if kind == "script_finished" and told.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
        ):
            if told.script_finished:
                raise RuntimeError("the page cannot be run")
            return


async def hold_session(
    address: str,
    places: Sequence[tuple[str, dict[str, str]]],
    tally: Tally,
    number: int,
    until: Any,
    pause: float,
) -> None:
    """One person: page after page while ``until()`` holds."""
    from websockets.asyncio.client import connect
    from websockets.exceptions import WebSocketException
    from websockets.typing import Subprotocol

    random = Random(number)
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    try:
        # No pings of our own, as from a browser: on a busy machine a late answer is a number, not an error.
        async with connect(
            stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None
        ) as socket:
            page, query = places[0]
            while until():
                begun = monotonic()
                await asyncio.wait_for(run_page(socket, page, query), PATIENCE)
                tally.add(page or "Overview", monotonic() - begun)
                await asyncio.sleep(random.uniform(0.5, 1.5) * pause)
                page, query = random.choice(places)
    except (RuntimeError, OSError, WebSocketException, TimeoutError) as error:
        tally.errors[f"{type(error).__name__}: {error}"[:120]] += 1


def find_places(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """Addresses as people open them: every page, claims, articles, both languages, past days."""
    claims = re.findall(
        r"^  - id: (\S+)$", (folder / "claims.yaml").read_text(encoding="utf-8"), re.MULTILINE
    )
    articles = sorted(path.stem for path in (folder / "articles").glob("*.md"))
    places: list[tuple[str, dict[str, str]]] = [("", {}), ("", {"lang": "id"}), ("", {"until": "2024-11-05"})]
    places += [("Claim", {"id": claim}) for claim in claims]
    places += [("Articles", {"id": article}) for article in articles]
    pages = sorted(path.stem.partition("_")[2] for path in (ROOT / "pages").glob("*.py"))
    return places + [(page, {}) for page in pages]


def read_memory(pid: int) -> int:
    """Bytes that a process holds. Linux only."""
    text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"^VmRSS:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def find_server() -> int:
    """The one child of this process."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="utf-8").split()
    return int(children[0])


async def watch_memory(pid: int, seconds: float, kept: list[int]) -> None:
    """A hundred looks at the server's memory."""
    for _ in range(100):
        await asyncio.sleep(seconds / 100)
        kept.append(read_memory(pid))


async def press(address: str, arguments: argparse.Namespace, folder: Path) -> tuple[Tally, list[int]]:
    """All sessions at once; what they saw, and the server's memory meanwhile."""
    tally, memory, places = Tally(), [], find_places(folder)
    warm = Tally()
    one = iter(range(len(places)))
    await hold_session(address, places, warm, 0, lambda: next(one, None) is not None, 0)
    begun, seconds = monotonic(), arguments.minutes * 60
    counts = [iter(range(arguments.clicks)) for _ in range(arguments.sessions)]

    def go_on(number: int) -> bool:
        return monotonic() - begun < seconds if seconds else next(counts[number], None) is not None

    sessions = [
        hold_session(address, places, tally, number, lambda number=number: go_on(number), arguments.pause)
        for number in range(arguments.sessions)
    ]
    watcher = [watch_memory(find_server(), seconds, memory)] if seconds else []
    await asyncio.gather(*sessions, *watcher)
    return tally, memory


def summarise(tally: Tally, memory: Sequence[int]) -> dict[str, Any]:
    """Runs, seconds and errors, all pages together and each; growth of memory after the first tenth."""
    rows = {"all": [one for seconds in tally.seconds.values() for one in seconds], **tally.seconds}
    pages = {
        page: {
            "runs": len(seconds),
            "median": round(statistics.median(seconds), 3),
            "p95": round(statistics.quantiles(seconds, n=20)[-1], 3) if len(seconds) > 1 else seconds[0],
            "most": round(max(seconds), 3),
        }
        for page, seconds in rows.items()
        if seconds
    }
    found: dict[str, Any] = {"pages": pages, "errors": dict(tally.errors)}
    if len(memory) >= 20:
        tenth = len(memory) // 10
        start, end = (statistics.median(part) for part in (memory[tenth : 2 * tenth], memory[-tenth:]))
        found["memory"] = {"start": int(start), "end": int(end), "growth": round(end / start - 1, 4)}
    return found


def main() -> int:
    """Run it and print the summary as JSON; 1 where a figure to reach was not reached."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.load", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--clicks", type=int, default=20, help="pages each session opens")
    parser.add_argument("--minutes", type=float, default=0, help="that long instead, with memory")
    parser.add_argument("--pause", type=float, default=3.0, help="seconds between two clicks, about")
    parser.add_argument("--folder", type=Path, default=ROOT, help="with claims.yaml and articles")
    arguments = parser.parse_args()
    with serve(arguments.folder) as address:
        tally, memory = asyncio.run(press(address, arguments, arguments.folder))
    found = summarise(tally, memory)
    print(json.dumps(found, indent=1))
    reached = not found["errors"] and found["pages"]["all"]["p95"] <= P95_WANTED
    return int(not (reached and found.get("memory", {"growth": 0})["growth"] <= GROWTH_WANTED))


if __name__ == "__main__":
    sys.exit(main())
