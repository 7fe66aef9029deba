"""The text of a PDF by pypdf, its lines put together to paragraphs.

Runs in a child process with limits: a PDF may be anything. What a PDF states of itself (title, dates of the
file) is about the file more often than about the article, so none of it is taken.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from io import BytesIO
from typing import Any

from claimdesk.library.extract import Extract, Fact, pack_extract

_FORM = "1"  # of what is done here; raise it when the same file gives another body
_PAGES = 200
_FULL = 75  # per cent of the widest line from which on a line may run on into the next
_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(\w+)-$")
_WORD = re.compile(r"\w+")
# What pypdf lets through where a file is not what its own tables say.
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)
JOINED = "The lines of the PDF were joined to paragraphs."
NO_TEXT = "No text could be extracted: the pages hold no text, as scanned ones do."
LOCKED = "No text could be extracted: the PDF is locked with a password."
BROKEN = "No text could be extracted: this is not a PDF that can be read."


def extract_pdf(content: bytes, url: str | None = None, charset: str | None = None) -> dict[str, Any]:  # noqa: ARG001
    """The text of a PDF as plain values: what `read_pdf` reads. It states its encoding itself."""
    return pack_extract(read_pdf(content, url))


def read_pdf(content: bytes, url: str | None = None) -> Extract:
    """The text of a PDF; its state is ``encrypted`` where it is locked, ``no_text`` where it holds none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    facts = {"url": Fact(url, "the address")} if url else {}
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Extract("encrypted", "", facts, (LOCKED,))
        pages = len(reader.pages)
        texts = [_mend(reader.pages[number].extract_text()) for number in range(min(pages, _PAGES))]
    except (PyPdfError, *_BROKEN):
        return Extract("no_text", "", facts, (BROKEN,))
    except NotImplementedError:  # a lock that pypdf does not know
        return Extract("encrypted", "", facts, (LOCKED,))
    lines = [line for text in texts for line in join_lines(text)]
    if not lines:
        return Extract("no_text", "", facts, (NO_TEXT,))
    notes = [JOINED]
    if pages > _PAGES:
        notes.append(f"Only the first {_PAGES} of {pages} pages were read.")
    return Extract("text", "\n\n".join(lines) + "\n", facts, tuple(notes))


def name_extractor() -> str:
    """Method and versions, as an article's front matter states them."""
    return f"pdf {_FORM}, pypdf {version('pypdf')}"


def _mend(text: str) -> str:
    """The text with halves of UTF-16 pairs, which a PDF's tables may give, put together or marked as lost."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def join_lines(text: str) -> list[str]:
    """The paragraphs of a page's lines: a line that is full and ends no sentence runs on into the next."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    widest = max(map(len, lines), default=0)
    found: list[str] = []
    runs_on = False
    for line in lines:
        if not line:
            runs_on = False
            continue
        if runs_on:
            found[-1] = _join(found[-1], line)
        else:
            found.append(line)
        runs_on = 100 * len(line) >= _FULL * widest and not _END.search(line)
    return found


def _join(head: str, tail: str) -> str:
    """Two lines of one paragraph; a hyphen at the end stays where the word is doubled (*anak-anak*)."""
    cut = _HYPHEN.search(head)
    if cut is None or not tail[:1].islower():
        return f"{head} {tail}"
    following = _WORD.match(tail)
    doubled = following is not None and following.group().startswith(cut.group(1)[:4])
    return f"{head}{tail}" if doubled else f"{head[:-1]}{tail}"
