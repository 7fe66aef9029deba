"""The body of an answer: read in pieces, unpacked within the limit, of a kind that can be an article."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterator
from http.client import HTTPResponse

from claimdesk.library.fetch_wire import Budget
from claimdesk.library.problems import RefusedError

MEDIA_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_UNSTATED = ("", "application/octet-stream", "binary/octet-stream")
_PIECE = 65_536  # bytes
_GZIP = b"\x1f\x8b"

OTHER_MEDIA = "{site} sends {media}, no web page, text or PDF; add the article as a file."
OTHER_PACKING = "{site} sends the page packed as “{packing}”, which was not asked for; add it as a file."
CUT_SHORT = "{site} broke off before the page was complete; try again, or add the page as a file."


def read_media(response: HTTPResponse, budget: Budget) -> tuple[str, str]:
    """Media type, empty where none is stated, and the charset stated with it. Raises RefusedError."""
    stated = response.headers.get("Content-Type", "")
    media = response.headers.get_content_type() if stated.strip() else ""
    if media not in MEDIA_TYPES and media not in _UNSTATED:
        raise RefusedError(OTHER_MEDIA, site=budget.site, media=media[:60])
    try:
        charset = response.headers.get_content_charset("")
        known = codecs.lookup(charset)
    except (LookupError, ValueError):
        return media, ""
    is_text = getattr(known, "_is_text_encoding", True)  # base64 and the like are codecs too
    return media, "" if not is_text or known.name == "utf-7" else known.name


def read_body(response: HTTPResponse, budget: Budget, limit: int) -> bytes:
    """The whole body, unpacked, of `limit` bytes at most. Raises RefusedError."""
    if response.length is not None and response.length > limit:
        raise budget.overrun()
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    pieces = _read_pieces(response, budget)
    if packing in ("gzip", "x-gzip"):
        pieces = _unpack(pieces, budget)
    elif packing not in ("", "identity"):
        raise RefusedError(OTHER_PACKING, site=budget.site, packing=packing[:40])
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise budget.overrun()
    return bytes(body)


def find_media(media: str, body: bytes, budget: Budget) -> str:
    """The media type; where none is stated, that which the body itself begins as. Raises RefusedError."""
    if media not in _UNSTATED:
        return media
    head = body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "application/pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    raise RefusedError(OTHER_MEDIA, site=budget.site, media="something of no stated kind")


def _read_pieces(response: HTTPResponse, budget: Budget) -> Iterator[bytes]:
    while piece := response.read(_PIECE):
        yield piece
    if response.length:
        raise RefusedError(CUT_SHORT, site=budget.site)


def _unpack(pieces: Iterator[bytes], budget: Budget) -> Iterator[bytes]:
    """gzip unpacked in pieces of limited size, however well it was packed; several members make one body."""
    unpacker = zlib.decompressobj(wbits=31)
    for piece in pieces:
        waiting = piece
        while waiting:
            if unpacker.eof:
                if not waiting.startswith(_GZIP):
                    return  # padding
                unpacker = zlib.decompressobj(wbits=31)
            yield unpacker.decompress(waiting, _PIECE)
            waiting = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            budget.remaining()
    if not unpacker.eof:
        raise RefusedError(CUT_SHORT, site=budget.site)
