"""Zip archives, made well and made to do harm."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.library import archives
from claimdesk.library.archives import Member, MemberProblem, iter_members, show_name
from claimdesk.library.problems import RefusedError


def pack(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these names and contents."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def pack_special(mode: int) -> bytes:
    """An archive whose one member has a Unix file mode."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.create_system = 3
        info.external_attr = mode << 16
        archive.writestr(info, "../../secret")
    return file.getvalue()


def overlap(copies: int) -> bytes:
    """An archive whose list names the same packed zeros many times (as in Fifield's quoted overlaps)."""
    data = pack(("a.txt", b"0" * 100_000))
    end = data.rindex(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    listed = data[start:end] * copies
    count = min(copies, 65_535)  # only the size of the list is believed
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0)
    return data[:start] + listed + tail


def lock(data: bytes) -> bytes:
    """The archive with the mark of encryption on its first member."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def swap_byte(data: bytes, at: int) -> bytes:
    """The same with one byte changed."""
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


ONE = pack(("a.txt", b"water came over the dike " * 100))
WHOLE = [
    (b"", archives.NO_ZIP, "nothing"),
    (b"PK\x03\x04", archives.NO_ZIP, "the first four bytes of one"),
    (b"PK\x05\x06" * 10_000, archives.NO_ZIP, "ends only"),
    (ONE[: len(ONE) // 2], archives.NO_ZIP, "cut off"),
    (
        ONE[:-22] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 2**32 - 1, 0, 0),
        archives.NO_ZIP,
        "lies",
    ),
    (overlap(2), archives.OVERLAP, "two names for the same bytes"),
    (overlap(5_000), archives.OVERLAP, "five thousand names for the same bytes"),
    (pack(*((f"{n}.txt", b"") for n in range(20_001))), archives.TOO_MANY, "too many members"),
    (overlap(150_000), archives.TOO_MANY, "a list of members of 7 MB"),
]
MEMBERS = [
    (pack(("a.txt", b"0" * 5_000_000)), archives.TOO_PACKED, "5 MB of one digit in 5 kB"),
    (pack(("a.txt", b"a.zip bomb" * 2_100_000), method=0), archives.TOO_LARGE, "21 MB, not packed"),
    (pack(("a.zip", ONE)), archives.NESTED, "an archive"),
    (pack(("a.txt", ONE)), archives.NESTED, "an archive by another name"),
    (pack(("a.gz", b"\x1f\x8b\x08\x00")), archives.NESTED, "gzip"),
    (pack(("a.tar", b"\0" * 257 + b"ustar")), archives.NESTED, "tar"),
    (lock(ONE), archives.ENCRYPTED, "a password"),
    (pack_special(stat.S_IFLNK | 0o777), archives.LINK, "a symbolic link"),
    (pack_special(stat.S_IFIFO | 0o777), archives.SPECIAL, "a pipe"),
    (pack_special(stat.S_IFCHR | 0o777), archives.SPECIAL, "a device"),
    (pack(("a.txt", b"0" * 9_000_000), method=zipfile.ZIP_BZIP2), archives.METHOD, "bzip2, 9 MB in 40 bytes"),
    (pack(("a.txt", b"0" * 9_000_000), method=zipfile.ZIP_LZMA), archives.METHOD, "lzma"),
    (swap_byte(ONE, 45), archives.DAMAGED, "a changed byte in what is packed"),
    (swap_byte(ONE, 31), archives.DAMAGED, "another name before the bytes than in the list"),
]


@pytest.mark.parametrize(("data", "template", "note"), WHOLE, ids=[note for *_, note in WHOLE])
def test_an_archive_is_refused_as_a_whole(data: bytes, template: str, note: str) -> None:
    with pytest.raises(RefusedError) as refused:
        list(iter_members(data))
    assert refused.value.template == template, note


@pytest.mark.parametrize(("data", "template", "note"), MEMBERS, ids=[note for *_, note in MEMBERS])
def test_a_member_is_left_out_and_the_next_one_read(data: bytes, template: str, note: str) -> None:
    (problem,) = iter_members(data)
    assert isinstance(problem, MemberProblem), note
    assert problem.what.template == template


def test_members_come_in_their_order_with_their_bytes() -> None:
    made = [("b.txt", b"two"), ("folder/", b""), ("folder/a.HTML", b"<p>one"), ("empty.md", b"")]
    made += [("__MACOSX/._b.txt", b"\0"), ("folder/.DS_Store", b"\0"), ("b.txt", b"once more")]
    with pytest.warns(UserWarning, match="Duplicate"):
        data = pack(*made)
    found = list(iter_members(data))
    assert [(m.number, m.name, m.content, m.suffix) for m in found if isinstance(m, Member)] == [
        (1, "b.txt", b"two", ".txt"),
        (3, "a.HTML", b"<p>one", ".html"),
        (4, "empty.md", b"", ".md"),
        (7, "b.txt", b"once more", ".txt"),
    ]


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(ONE)
    assert list(iter_members(path)) == list(iter_members(str(path))) == list(iter_members(ONE))


NAMES = [
    ("../../etc/passwd", "passwd", "up and away"),
    ("C:\\Windows\\a.txt", "a.txt", "a drive"),
    ("/etc/a.txt", "a.txt", "from the root"),
    ("..", "(no name)", "only up"),
    ("", "(no name)", "none"),
    ("a\u202etxt.exe", "a\ufffdtxt.exe", "turned round by a bidi mark"),
    ("a\x1b[2J\n.txt", "a\ufffd[2J\ufffd.txt", "terminal codes"),
    ("x" * 500 + ".html", "x" * 107 + "…" + "x" * 7 + ".html", "too long"),
]


@pytest.mark.parametrize(("original", "shown", "note"), NAMES, ids=[note for *_, note in NAMES])
def test_names_are_only_shown(original: str, shown: str, note: str) -> None:
    assert show_name(original) == shown, note


TOTALS = [
    (b"ten bytes.", [Member, Member, MemberProblem], "members that are read"),
    (b"BZh bytes.", [MemberProblem, MemberProblem, MemberProblem], "members that are refused once unpacked"),
]


@pytest.mark.parametrize(("content", "found", "note"), TOTALS, ids=[note for *_, note in TOTALS])
def test_the_total_is_limited(
    content: bytes, found: list[type], note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST_TOTAL", 25)
    members = list(iter_members(pack(*((f"{n}.txt", content) for n in range(9)))))
    assert [type(member) for member in members] == found, note
    last = members[-1]
    assert isinstance(last, MemberProblem)
    assert last.what.template == archives.TOO_MUCH


@pytest.mark.parametrize("make", [lambda: overlap(5_000), lambda: overlap(150_000)])
def test_refusals_take_little_memory(make: Callable[[], bytes]) -> None:
    data = make()
    tracemalloc.start()
    try:
        with pytest.raises(RefusedError):
            list(iter_members(data))
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_no_damage_makes_it_fail_otherwise(data: st.DataObject) -> None:
    damaged = bytearray(ONE + pack(("b.html", b"<p>x"), ("c.pdf", b"%PDF-")))
    for at, value in data.draw(st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)))):
        damaged[at] = value
    with suppress(RefusedError):
        assert all(isinstance(member, Member | MemberProblem) for member in iter_members(bytes(damaged)))
