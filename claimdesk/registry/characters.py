"""The characters of a registry file: bytes to text, or which byte or character stands in the way."""

from __future__ import annotations

import re
import unicodedata

from claimdesk.registry.problems import Problems

# 10,000 claims with five phrases each measure 12 MB.
MAX_BYTES = 16 * 1024 * 1024
BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile(r"\r\n?|\n")
# YAML takes U+0085, U+2028 and U+2029 for line ends, editors do not: line numbers would be wrong after one.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def decode_text(data: bytes, problems: Problems) -> str:
    """The text of a registry file without its byte order mark, line ends kept.

    Raises RegistryError for more than `MAX_BYTES`, for a byte that is not UTF-8 and for control characters.
    """
    if len(data) > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES // 1024**2} MB, more than 10,000 claims need"
        problems.add(1, 1, (), what, "split the registry, or check that this is the right file")
        problems.refuse()
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        _report_byte(error, data, problems)
        problems.refuse()
    _report_unwanted(text, problems)
    problems.refuse_if_any()
    return text


def _report_byte(error: UnicodeDecodeError, data: bytes, problems: Problems) -> None:
    if data.startswith(_UTF16):
        problems.add(1, 1, (), "the file is UTF-16 text", "save it as UTF-8")
        return
    before = error.object[: error.start].decode("utf-8")
    line, start, _ = _advance(before, 1, 0, 0, len(before))
    what = f"byte 0x{error.object[error.start]:02x} is not UTF-8 text"
    remedy = "save the file as UTF-8 and write the letter here again"
    problems.add(line, len(before) - start + 1, (), what, remedy)


def _report_unwanted(text: str, problems: Problems) -> None:
    line, start, at = 1, 0, 0
    for match in _UNWANTED.finditer(text):
        line, start, at = _advance(text, line, start, at, match.start())
        char = match.group()
        named = unicodedata.name(char, "a control character").lower()
        what = f"the invisible character U+{ord(char):04X}, {named}"
        problems.add(line, at - start + 1, (), what, "delete it or write a space instead")


def _advance(text: str, line: int, start: int, at: int, to: int) -> tuple[int, int, int]:
    """Line number and line start at `to`, known at `at`; going on from the last place keeps this linear."""
    for end in _LINE_END.finditer(text, at, to):
        line, start = line + 1, end.end()
    return line, start, to
