"""The text of a PDF by pypdf, its lines put together to paragraphs.

Runs in a child process with limits: a PDF may be anything. What a PDF states of itself (title, dates of the
file) is about the file more often than about the article, so none of it is taken.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from io import BytesIO

from claimdesk.library.extract import Extract, build_extract

_FORM = "1"  # of what is done here; raise it when the same file gives another body
_PAGES = 200
_FULL = 75  # per cent of the widest line from which on a line may run on into the next
_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(\w+)-$")
_WORD = re.compile(r"\w+")
NO_TEXT = "No text could be extracted: the pages hold no text, as scanned ones do."
LOCKED = "No text could be extracted: the PDF is locked with a password."
BROKEN = "No text could be extracted: this is not a PDF that can be read."


def extract_pdf(content: bytes, url: str | None = None) -> Extract:
    """The text of a PDF. An empty body where it is locked, broken or holds pictures only. Raises nothing but
    what a lack of memory or time raises."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    stated = {"url": (url or "", "the address")}
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return build_extract("", stated, (LOCKED,), extractor_name())
        pages = len(reader.pages)
        texts = [reader.pages[number].extract_text() for number in range(min(pages, _PAGES))]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        return build_extract("", stated, (BROKEN,), extractor_name())
    except NotImplementedError:
        return build_extract("", stated, (LOCKED,), extractor_name())
    body = "\n\n".join(line for text in texts for line in join_lines(text)) + "\n"
    if not body.strip():
        return build_extract("", stated, (NO_TEXT,), extractor_name())
    notes = ["The lines of the PDF were joined to paragraphs."]
    if pages > _PAGES:
        notes.append(f"Only the first {_PAGES} of {pages} pages were read.")
    return build_extract(body, stated, tuple(notes), extractor_name())


def extractor_name() -> str:
    """Method and versions, as an article's front matter states them."""
    return f"pdf {_FORM}, pypdf {version('pypdf')}"


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
