"""The chained log: what was acknowledged stays, what was altered shows, what was cut short is mended."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.errors import InputError, OvertakenError
from claimdesk.logs import chain
from claimdesk.logs.chain import append_entry, load_chain

ENTRIES = [{"n": 1}, {"said": "“Tidak”\u2028\x85 baris"}, {"deep": [{"a": None, "b": 0.5}], "lone": "\ud800"}]


def _values(path: Path) -> list[object]:
    return [entry.value for entry in load_chain(path).entries]


def _fill(path: Path, entries: list[dict[str, object]] | None = None) -> bytes:
    for entry in entries if entries is not None else ENTRIES:
        append_entry(path, entry)
    return path.read_bytes()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.jsonl"


def test_what_was_appended_is_there_in_order(log: Path) -> None:
    data = _fill(log)
    found = load_chain(log)
    assert [entry.value for entry in found.entries] == ENTRIES
    assert [entry.line for entry in found.entries] == [1, 2, 3]
    assert found.problems == ()
    assert data.count(b"\n") == 3
    assert json.loads(data.split(b"\n")[0])["previous"] == chain.FIRST


def test_a_log_that_is_not_there_is_empty(log: Path) -> None:
    assert load_chain(log) == chain.Chain()


def test_every_flipped_byte_shows_and_nothing_else_is_lost(log: Path) -> None:
    data = _fill(log, [{"n": number} for number in range(3)])
    for place in range(len(data)):
        for bit in (0, 1, 3, 5, 7):
            log.write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
            found = load_chain(log)
            line = data.count(b"\n", 0, place) + 1
            assert any(problem.startswith(f"{log}:{line}: ") for problem in found.problems), (place, bit)
            kept = {entry.value["n"] for entry in found.entries}
            assert kept >= {0, 1, 2} - {line - 1, line}, (place, bit)


def test_nothing_is_appended_after_a_last_line_that_was_altered(log: Path) -> None:
    data = _fill(log)
    last = data.rindex(b"\n", 0, -1) + 1
    for place in range(last, len(data)):
        broken = data[:place] + bytes([data[place] ^ 2]) + data[place + 1 :]
        log.write_bytes(broken)
        with pytest.raises(InputError, match="last line is not as it was written"):
            append_entry(log, {"n": 4})
        assert log.read_bytes() == broken


# the lines as they are put back, which problem is said at which line
TAMPERED = [
    ([0, 2], 2, "a line taken out"),
    ([1, 2], 1, "the first line taken out"),
    ([0, 2, 1], 2, "lines that changed places"),
    ([0, 1, 1, 2], 3, "a line written twice"),
]


@pytest.mark.parametrize(("order", "line", "note"), TAMPERED)
def test_lines_that_were_moved_are_said_and_kept(log: Path, order: list[int], line: int, note: str) -> None:
    lines = _fill(log).split(b"\n")[:3]
    log.write_bytes(b"".join(lines[one] + b"\n" for one in order))
    found = load_chain(log)
    assert found.problems[0].startswith(f"{log}:{line}: "), note
    assert len(found.entries) == len(order)
    append_entry(log, {"n": 4})
    assert load_chain(log).problems == found.problems
    assert _values(log)[-1] == {"n": 4}


def test_a_line_cut_short_anywhere_is_left_out_and_written_over(log: Path) -> None:
    data = _fill(log)
    second = data.rindex(b"\n", 0, -1) + 1
    for cut in range(second + 1, len(data) - 1):
        for rest in (b"", b"\0\0\0"):
            log.write_bytes(data[:cut] + rest)
            found = load_chain(log)
            assert [entry.value for entry in found.entries] == ENTRIES[:2]
            assert f"{log}:3: writing this line was cut short" in found.problems[0]
            (aside,) = re.findall(r"log\.jsonl\.torn-[0-9a-f]{8}", found.problems[0])
            append_entry(log, {"n": 4})
            assert _values(log) == [*ENTRIES[:2], {"n": 4}]
            assert load_chain(log).problems == ()
            assert log.with_name(aside).read_bytes() == data[second:cut] + rest


def test_nothing_is_written_over_that_could_not_be_kept_beside_the_log(log: Path) -> None:
    torn = _fill(log)[:-2]
    log.write_bytes(torn)
    (aside,) = re.findall(r"log\.jsonl\.torn-[0-9a-f]{8}", load_chain(log).problems[0])
    log.with_name(aside).mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        append_entry(log, {"n": 4})
    assert log.read_bytes() == torn


def test_a_link_and_its_target_are_one_log_with_one_lock(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    _fill(log)
    link = tmp_path / "elsewhere" / "link.jsonl"
    link.parent.mkdir()
    link.symlink_to(log)
    append_entry(link, {"n": 4})
    assert _values(log) == [*ENTRIES, {"n": 4}]
    assert [path.name for path in link.parent.iterdir()] == ["link.jsonl"]
    monkeypatch.setattr(chain, "_LOCK_SECONDS", 0.1)
    with FileLock(log.with_name(".log.jsonl.lock")), pytest.raises(InputError, match="another program"):
        append_entry(link, {})


def test_an_entry_that_was_overtaken_is_not_added(log: Path) -> None:
    append_entry(log, {"n": 1}, "")
    base = load_chain(log).sha256
    append_entry(log, {"n": 2}, base)
    with pytest.raises(OvertakenError):
        append_entry(log, {"n": 3}, base)
    assert _values(log) == [{"n": 1}, {"n": 2}]


def test_only_the_end_of_the_last_line_is_missing(log: Path) -> None:
    log.write_bytes(_fill(log)[:-1])
    assert _values(log) == ENTRIES
    append_entry(log, {"n": 4})
    assert _values(log) == [*ENTRIES, {"n": 4}]
    assert load_chain(log).problems == ()


def test_nothing_but_a_beginning(log: Path) -> None:
    log.write_bytes(b'{"prev')
    assert "log.jsonl:1: writing this line was cut short" in load_chain(log).problems[0]
    append_entry(log, {"n": 1})
    assert _values(log) == [{"n": 1}]


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=99_999)), max_size=4))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, entries: list) -> None:
    log = tmp_path_factory.mktemp("log") / "log.jsonl"
    for entry in entries:
        append_entry(log, entry)
    assert _values(log) == entries


def test_a_line_longer_than_what_is_read_at_a_time(log: Path) -> None:
    _fill(log, [{"n": "x" * 200_000}, {"n": "y" * 65_536}, {"n": "z"}])
    assert load_chain(log).problems == ()


def test_many_programs_append_at_once_and_lose_nothing(log: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from claimdesk.logs.chain import append_entry\n"
        "for n in range(25): append_entry(Path(sys.argv[1]), {'by': sys.argv[2], 'n': n})"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(log), str(who)]) for who in range(4)]
    assert [writer.wait(60) for writer in writers] == [0] * 4
    found = load_chain(log)
    assert found.problems == ()
    for who in "0123":
        assert [one.value["n"] for one in found.entries if one.value["by"] == who] == list(range(25))


def test_a_killed_writer_loses_nothing_it_was_told_is_kept(log: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from claimdesk.logs.chain import append_entry\n"
        "n = 0\n"
        "while True: append_entry(Path(sys.argv[1]), {'n': n}); print(n, flush=True); n += 1"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(log)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(5)]
        writer.kill()
        told += [int(line) for line in writer.stdout.read().split()]
    append_entry(log, {"n": "after"})
    kept = _values(log)
    assert [one["n"] for one in kept][: len(told)] == told  # type: ignore[index]
    assert kept[-1] == {"n": "after"}
    assert load_chain(log).problems == ()


def test_a_full_disk_leaves_the_log_as_it_was(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _fill(log)
    write = os.write

    def fill_up(handle: int, rest: memoryview) -> int:
        if len(rest) < 40:
            raise OSError(28, "No space left on device")
        return write(handle, rest[:20])

    monkeypatch.setattr(os, "write", fill_up)
    with pytest.raises(InputError, match="No space left on device"):
        append_entry(log, {"n": 4})
    monkeypatch.undo()
    assert log.read_bytes() == data
    append_entry(log, {"n": 4})
    assert _values(log) == [*ENTRIES, {"n": 4}]


def test_what_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "folder", tmp_path / "nowhere" / "log.jsonl"):
        with pytest.raises(InputError, match=str(place)):
            append_entry(place, {})
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(InputError, match="cannot be read"):
        load_chain(tmp_path / "folder")


def test_a_log_that_another_program_holds_is_waited_for_and_then_said(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr(chain, "_LOCK_SECONDS", 0.1)
    with FileLock(log.with_name(".log.jsonl.lock")), pytest.raises(InputError, match="another program"):
        append_entry(log, {})


def test_the_last_entry_alone(log: Path) -> None:
    assert chain.load_last(log) is None
    for number in range(3):
        append_entry(log, {"number": number, "text": "x" * 40_000})
    assert (chain.load_last(log) or {})["number"] == 2
    log.write_bytes(log.read_bytes() + b'{"previous": "')
    assert (chain.load_last(log) or {})["number"] == 2, "a line that was cut short was never acknowledged"


def test_past_a_damaged_line_where_that_is_asked_for(log: Path) -> None:
    append_entry(log, {"number": 1})
    log.write_bytes(log.read_bytes().replace(b"1}", b"7}"))
    with pytest.raises(chain.DamagedError):
        chain.load_last(log)
    with pytest.raises(chain.DamagedError):
        append_entry(log, {"number": 2})
    append_entry(log, {"number": 2}, past_damage=True)
    found = load_chain(log)
    assert [entry.value["number"] for entry in found.entries] == [2]
    assert [problem.split(":")[1] for problem in found.problems] == ["1"], "the damage stays known"
