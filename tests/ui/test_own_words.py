"""What Streamlit writes in English only has words of the page's language in its place."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from claimdesk.messages import LANGUAGES, translate


def _draw(language: str) -> None:
    from claimdesk.ui.drawing import draw_style

    draw_style(clean=False, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_has_the_words_that_it_shows(language: str) -> None:
    style = AppTest.from_function(_draw, args=(language,)).run(timeout=20).get("html")[0].proto.body
    for name, text in (("upload", "Upload"), ("all", "Select all")):
        assert f'--word-{name}: "{translate(text, language)}";' in style
        assert f"content: var(--word-{name})" in style
