"""What a parser may do in its child process, whatever it tries."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import rogue_parsers

from claimdesk.library import sandbox
from claimdesk.library.child_guards import GUARDS
from claimdesk.library.child_process import Child, Limits
from claimdesk.library.extract import Extract
from claimdesk.library.problems import RefusedError
from claimdesk.library.sandbox import Sandbox, run_parser

NAMES = [name for name, value in vars(rogue_parsers).items() if callable(value) and name.islower()]
PARSERS = {name: f"rogue_parsers:{name}" for name in NAMES}
SHORT = Limits(seconds=1, output=1_000_000)
LONG = Limits(seconds=60, output=1_000_000)  # for a machine that does much else
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture
def children() -> Iterator[Sandbox]:
    made = Sandbox(PARSERS)
    yield made
    made.close()


def ask(children: Sandbox, kind: str, content: bytes = b"water", url: str | None = None) -> Any:
    return children.run(kind, content, url, None, SHORT if kind in ("spin", "sleep") else LONG)


BAD = [
    ("spin", sandbox.TOO_SLOW, "an endless loop"),
    ("sleep", sandbox.TOO_SLOW, "an endless wait"),
    ("swell", sandbox.TOO_MUCH_MEMORY, "more memory than there is"),
    ("flood", sandbox.TOO_LONG, "more text than is taken"),
    ("crash", sandbox.CRASHED, "a fault in compiled code"),
    ("leave", sandbox.CRASHED, "an end without an answer"),
    ("recurse", sandbox.DAMAGED, "recursion without end"),
    ("pickle", sandbox.DAMAGED, "an answer that is no plain value"),
    ("refuse", "{said}", "a sentence of its own"),
    ("nobody", sandbox.DAMAGED, "no such parser"),
]


@pytest.mark.parametrize(("kind", "template", "note"), BAD, ids=[note for *_, note in BAD])
def test_bad_behaviour_ends_in_a_sentence_and_the_next_file_is_read(
    kind: str, template: str, note: str, children: Sandbox
) -> None:
    with pytest.raises(RefusedError) as refused:
        ask(children, kind)
    assert refused.value.template == template, note
    assert ask(children, "echo")["length"] == 5


def test_one_child_answers_many_questions(children: Sandbox) -> None:
    assert len({ask(children, "echo")["process"] for _ in range(50)}) == 1


def test_a_child_is_replaced_after_many_questions(children: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_MOST_QUESTIONS", 10)
    assert len({ask(children, "echo")["process"] for _ in range(30)}) == 3


def test_what_a_parser_prints_is_no_answer(children: Sandbox) -> None:
    assert ask(children, "babble") == "quiet"


def test_a_parser_gets_no_environment(children: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hunter2")
    assert "SECRET_KEY" not in ask(children, "environ")


@linux
def test_a_parser_writes_no_file(children: Sandbox, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        ask(children, "write", url=str(tmp_path / "a"))
    assert (tmp_path / "a").read_bytes() == b""


@linux
def test_a_parser_reaches_no_network(children: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        with pytest.raises(RefusedError):
            ask(children, "connect", url=f"127.0.0.1:{server.getsockname()[1]}")
        if "network" not in children.guards:
            pytest.skip("this system lets nobody leave its network")
        with pytest.raises(TimeoutError):
            server.accept()


@linux
def test_the_guards_that_hold_are_told(children: Sandbox) -> None:
    ask(children, "echo")
    assert {"memory", "processor", "files"} <= set(children.guards) <= set(GUARDS)


def test_any_thread_may_ask(children: Sandbox) -> None:
    with ThreadPoolExecutor(8) as threads:
        sizes = list(threads.map(lambda size: ask(children, "echo", b"x" * size)["length"], range(200)))
    assert sizes == list(range(200))


def test_a_child_outlives_the_thread_that_began_it(children: Sandbox) -> None:
    first: list[Any] = []
    thread = threading.Thread(target=lambda: first.append(ask(children, "echo")))
    thread.start()
    thread.join()
    assert ask(children, "echo")["process"] == first[0]["process"]


@linux
def test_a_child_that_dies_while_it_waits_costs_nothing(children: Sandbox) -> None:
    process = ask(children, "echo")["process"]
    os.kill(process, signal.SIGKILL)
    assert _is_gone(process)
    assert ask(children, "echo")["length"] == 5


@linux
@pytest.mark.parametrize("kind", ["echo", "spin"])
def test_a_child_dies_with_its_parent(kind: str) -> None:
    code = (
        "import sys, threading, os, time\n"
        "from claimdesk.library.sandbox import Sandbox, Limits\n"
        "from test_sandbox import PARSERS\n"
        "made = Sandbox(PARSERS)\n"
        "print(made.run('echo', b'', None, None, Limits(60))['process'], flush=True)\n"
        f"made.run({kind!r}, b'', None, None, Limits(60))\n"
        "time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["", *sys.path])}
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    parent.kill()
    parent.wait()
    assert _is_gone(child)


@linux
def test_a_question_that_is_announced_late_ends_nothing() -> None:
    """The system may signal what stands in the pipe of questions after the child has read it."""
    child = Child(PARSERS, LONG)
    questions = child._process.stdin
    assert questions is not None
    asked = {"url": None, "charset": None}
    assert "result" in child.ask({"kind": "echo", **asked}, b"")  # it has started
    late = threading.Timer(0.3, lambda: (questions.write(b" "), questions.flush()))
    late.start()
    assert child.ask({"kind": "pause", **asked}, b"water") == {"result": {"length": 5}}
    late.join()
    assert "result" in child.ask({"kind": "echo", **asked}, b"")
    child.end()


def _is_gone(process: int) -> bool:
    for _ in range(100):
        try:
            if " Z " in Path(f"/proc/{process}/stat").read_text():
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_fork_has_children_of_its_own(children: Sandbox) -> None:
    ours = ask(children, "echo")["process"]
    forked = os.fork()
    if forked == 0:
        os._exit(0 if ask(children, "echo")["process"] != ours else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
    assert ask(children, "echo")["process"] == ours


def test_a_file_too_large_is_not_even_sent(children: Sandbox) -> None:
    with pytest.raises(RefusedError) as refused:
        ask(children, "echo", b"x" * (sandbox.LARGEST + 1))
    assert refused.value.template == sandbox.TOO_LARGE


def test_pages_are_read_and_answers_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "<p>The river left its bed in the night and took the lower bridge with it, people said.</p>"
    found = run_parser("html", f"<html><article>{line}</article>".encode())
    assert isinstance(found, Extract)
    assert found.state == "text"
    monkeypatch.setattr(sandbox, "_SANDBOX", Sandbox({"html": "rogue_parsers:babble"}))
    with pytest.raises(RefusedError, match="no extract"):
        run_parser("html", b"")
