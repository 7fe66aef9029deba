"""An address of a page that there is not is told from the addresses of pages."""

from __future__ import annotations

import pytest

from claimdesk.ui.drawing import find_unknown_page

# the browser's address, the part that all pages share, the unknown page
ADDRESSES = (
    ("http://127.0.0.1:8501", "", ""),
    ("http://127.0.0.1:8501/?id=x", "", ""),
    ("http://127.0.0.1:8501/Claim?id=x", "", ""),
    ("http://127.0.0.1:8501/claim", "", "claim"),
    ("http://127.0.0.1:8501/Nope?lang=id", "", "Nope"),
    ("http://127.0.0.1:8501/%3Cb%3E", "", "<b>"),
    ("http://127.0.0.1:8501/desk/", "desk", ""),
    ("http://127.0.0.1:8501/desk/Method", "/desk", ""),
    ("http://127.0.0.1:8501/desk/Nope", "desk", "Nope"),
    ("", "", ""),
)


@pytest.mark.parametrize(("url", "base", "page"), ADDRESSES)
def test_a_page_that_there_is_not(url: str, base: str, page: str) -> None:
    assert find_unknown_page(url, base) == page
