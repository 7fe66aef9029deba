"""What is brought in: the bytes as received, what a parser read in them, and the facts proposed from it.

Pages and PDFs are read in a child process with limits; text, whose reading is ours, in this one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from claimdesk.library import extract_html, extract_pdf, extract_text
from claimdesk.library.decode import LARGEST
from claimdesk.library.extract import Extract
from claimdesk.library.problems import ArticleError, RefusedError
from claimdesk.library.proposal import propose_facts
from claimdesk.library.records import parse_record
from claimdesk.library.sandbox import run_parser

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I
)
_HEAD = 1_024  # bytes in which a file says what it is
_NAMES: dict[str, Callable[[], str]] = {
    ".html": extract_html.name_extractor,
    ".pdf": extract_pdf.name_extractor,
    ".txt": extract_text.name_extractor,
    ".md": extract_text.name_extractor,
}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source that holds text. `suffix` is its form (``.html``, ``.pdf``, ``.txt``, ``.md``).

    `name` is what it was called where it comes from, only ever shown; `url` and `charset` are what came with
    it. `retrieved` is when, in UTC; `extract` has the facts proposed.
    """

    content: bytes
    suffix: str
    extract: Extract
    retrieved: datetime
    name: str = ""
    url: str = ""
    charset: str = ""

    @property
    def extractor(self) -> str:
        """Method and versions by which the text was taken."""
        return name_extractor(self.suffix)


def read_incoming(
    content: bytes,
    name: str = "",
    url: str = "",
    charset: str = "",
    media_type: str = "",
    retrieved: datetime | None = None,
) -> Incoming:
    """Read what was received, now or when `retrieved` says.

    Raises RefusedError where no text can be had from it, ArticleError for what is neither text, page nor PDF.
    """
    suffix = find_suffix(content, name, media_type)
    extract = extract_body(content, suffix, name, url, charset)
    if extract.state != "text":
        raise RefusedError("{said}", said=extract.notes[0])
    if len(extract.body.encode(errors="surrogatepass")) > LARGEST:
        said = (
            f"Its text is longer than the {LARGEST // 1_000_000} MB an article may have. Give a part of it."
        )
        raise RefusedError("{said}", said=said)
    moment = retrieved or datetime.now(UTC)
    return Incoming(content, suffix, propose_facts(extract), moment, name, url, charset)


def extract_body(content: bytes, suffix: str, name: str, url: str = "", charset: str = "") -> Extract:
    """Text and stated facts of a source of the form `suffix`. Raises RefusedError and ArticleError."""
    if suffix in (".html", ".pdf"):
        return run_parser(suffix[1:], content, url or None, charset=charset or None)
    return extract_text.read_text(content, f"{PurePath(name).stem or 'text'}{suffix}")


def name_extractor(suffix: str) -> str:
    """Method and versions for sources in the form that `suffix` names."""
    return _NAMES[suffix]()


def find_suffix(content: bytes, name: str, media_type: str = "") -> str:
    """The form of a source: by its first bytes, else by what it is said to be, else plain text."""
    head = content[:_HEAD]
    said = PurePath(name).suffix.lower()
    if b"%PDF-" in head:
        return ".pdf"
    if (
        _PAGE.match(head.removeprefix(b"\xef\xbb\xbf"))
        or "html" in media_type
        or said in (".html", ".htm", ".xhtml")
    ):
        return ".html"
    if said == ".pdf" or media_type == "application/pdf":
        return ".pdf"
    return ".md" if said == ".md" or (said != ".txt" and _opens_with_facts(content)) else ".txt"


def _opens_with_facts(content: bytes) -> bool:
    """Whether a text without a name begins with front matter that states something."""
    if not content.startswith(b"---"):
        return False
    try:
        return bool(parse_record(content, "text.md").fields)
    except ArticleError:
        return False
