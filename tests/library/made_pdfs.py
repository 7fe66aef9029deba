"""PDFs put together by hand, so that a test can say what is wrong with them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F 12 Tf 10 10 Td (Banjir besar datang ke kota.) Tj ET"


def make_pdf(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a right table of where they are."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    return bytes(out)


def make_stream(data: bytes, packings: int = 1, more: bytes = b"") -> bytes:
    """A stream object of `data`, packed so many times."""
    for _ in range(packings):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode " * packings
    return b"<</Length %d/Filter[%s]%s>>\nstream\n%s\nendstream" % (len(data), filters, more, data)


def make_pages(
    contents: bytes = TEXT, pages: int = 1, packings: int = 1, *, repeat: int = 1, font: bytes = FONT
) -> bytes:
    """A PDF in which so many pages show the same contents, each so many times over."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>"
        b"/Contents[%s]>>" % (b"4 0 R " * repeat)
    )
    kids = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages)
    return make_pdf([b"<</Type/Catalog/Pages 2 0 R>>", kids, page, make_stream(contents, packings), font])


def make_scan() -> bytes:
    """A PDF whose one page is a picture."""
    picture = make_stream(b"\x80" * 10_000, more=b"/Type/XObject/Subtype/Image/Width 100/Height 100")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>"
    return make_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            picture,
            make_stream(b"q 9 0 0 9 0 0 cm /I Do Q"),
        ]
    )


def make_locked(password: str = "secret") -> bytes:
    """A PDF that opens with a password only."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pages())))
    writer.encrypt(password, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
