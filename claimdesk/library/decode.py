"""From the bytes of a file to its text, nothing altered."""

from __future__ import annotations

import codecs
import re

from claimdesk.errors import Problem
from claimdesk.library.problems import ArticleError

LARGEST = 5_000_000  # bytes; a long news article has 100,000
# Byte order marks, the longer first: that of UTF-16 is the start of one of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_REMEDY = "save it as plain text in UTF-8"


def decode_text(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and a warning where its encoding had to be guessed.

    A byte order mark is no part of the text. Raises ArticleError for what is too large or not text.
    """
    if len(data) > LARGEST:
        what = f"the file is larger than the {LARGEST // 1_000_000} MB an article may have"
        raise ArticleError([Problem(path, 1, 1, "", what, "keep only the article's own text")])
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\x00" in data:
        raise _refused(data, data.index(b"\x00"), path, "this is not text, it holds a zero byte")
    try:
        text = data.decode(encoding or "utf-8")
        problems: tuple[Problem, ...] = ()
    except UnicodeDecodeError as error:
        if encoding:
            raise _refused(data, error.start, path, "this is not the Unicode its first bytes say") from None
        text, problems = _guess(data, error.start, path)
    control = _CONTROL.search(text)
    if control is not None and len(_CONTROL.findall(text)) > len(text) / 100:
        raise _refused(data, 0, path, "this is not text, it is full of control characters")
    return text, problems


def _guess(data: bytes, start: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text in the encoding that fits best: UTF-8 with torn characters, or an old western one."""
    from charset_normalizer import from_bytes

    text = data.decode("utf-8", "replace")
    torn = text.count("\ufffd")
    what = f"the text is not quite UTF-8; \ufffd stands for {torn} torn character(s)"
    if torn * 2 > sum(character > "\x7f" for character in text):
        best = from_bytes(data, cp_isolation=["cp1252", "mac_roman"]).best()
        if best is None:
            raise _refused(data, start, path, "this is not UTF-8, nor can its encoding be told")
        text = str(best)
        what = f"the text is not UTF-8; it was read as {best.encoding}, all but ASCII may be wrong"
    line, column = _place(data, start)
    return text, (Problem(path, line, column, "", what, _REMEDY, "warning"),)


def _refused(data: bytes, start: int, path: str, what: str) -> ArticleError:
    line, column = _place(data, start)
    return ArticleError([Problem(path, line, column, "", what, _REMEDY)])


def _place(data: bytes, start: int) -> tuple[int, int]:
    """Line and column of a byte, from 1."""
    return data.count(b"\n", 0, start) + 1, start - data.rfind(b"\n", 0, start)
