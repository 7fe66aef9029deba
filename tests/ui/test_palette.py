"""Colours: named once, legible in both themes, and the same in Streamlit's own settings."""

from __future__ import annotations

import re
import tomllib

import pytest
from page_text import ROOT

from claimdesk.palette import DARK, HEAT, LIGHT, REFERENCES, render_tokens

# foreground, background, least contrast (WCAG 2.1: text 4.5, signs and borders 3)
PAIRS = (
    ("ink", "paper", 7), ("ink2", "paper", 4.5), ("ink2", "wash", 4.5), ("ink2", "side", 4.5),
    ("ink", "mark", 4.5), ("sup", "paper", 4.5), ("con-text", "paper", 4.5), ("on-sup", "sup", 4.5),
    ("on-con", "con", 4.5), ("con", "paper", 3), ("line", "paper", 3), ("line", "wash", 3),
    ("origin-1", "paper", 4.5), ("origin-2", "paper", 4.5), ("origin-3", "paper", 4.5),
    ("origin-1", "band", 4.5), ("origin-2", "band", 4.5), ("origin-3", "band", 4.5),
)  # fmt: skip


def channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(rgb: list[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(theme: dict[str, str], front: str, back: str, least: float) -> None:
    assert contrast(channels(theme[front]), channels(theme[back])) >= least


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("hue", "share"), [(hue, share) for hue, shares in HEAT.items() for share in shares])
def test_numbers_are_legible_on_every_tint(theme: dict[str, str], hue: str, share: int) -> None:
    mixed = [
        a * share / 100 + b * (1 - share / 100)
        for a, b in zip(channels(theme[hue]), channels(theme["paper"]), strict=True)
    ]
    assert contrast(channels(theme["ink"]), mixed) >= 4.5


def test_all_themes_have_the_same_tokens() -> None:
    assert set(LIGHT) == set(DARK) == set(REFERENCES)
    for name, light in LIGHT.items():
        assert f"--{name}: light-dark({light}, {DARK[name]});" in render_tokens()


def test_no_colour_is_named_elsewhere() -> None:
    files = [
        *(ROOT / "claimdesk").rglob("*.py"),
        *(ROOT / "claimdesk" / "ui").iterdir(),
        *(ROOT / "pages").glob("*.py"),
    ]
    for file in files:
        if file.is_file() and file.name != "palette.py" and file.suffix in (".py", ".css", ".js"):
            assert not re.search(
                r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|rgba?\(", file.read_text(encoding="utf-8")
            ), file


def test_every_token_in_the_stylesheet_exists() -> None:
    declared = set(re.findall(r"--([a-z0-9-]+):", render_tokens())) | {"serif", "sans", "mono"}
    declared |= {"word-upload", "word-all"}  # drawn in the page's language: tests/ui/test_own_words.py
    for sheet in (ROOT / "claimdesk" / "ui").glob("*.css"):
        used = set(re.findall(r"var\(--([a-z0-9-]+)\)", sheet.read_text(encoding="utf-8")))
        assert used <= declared, sheet.name


def test_streamlit_has_the_same_colours_and_safe_settings() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    for name, theme in (("light", LIGHT), ("dark", DARK)):
        written = config["theme"][name]
        expected = {
            "primaryColor": "ink", "backgroundColor": "paper", "secondaryBackgroundColor": "wash",
            "textColor": "ink", "linkColor": "ink", "borderColor": "line", "codeTextColor": "ink",
        }  # fmt: skip
        assert {key: written[key] for key in expected} == {
            key: theme[token] for key, token in expected.items()
        }
        assert written["sidebar"]["backgroundColor"] == theme["side"]
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["allowedHosts"] == ["127.0.0.1", "localhost"]
    assert config["server"]["maxUploadSize"] == 20
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"] == {
        "toolbarMode": "viewer", "showErrorDetails": "none", "showErrorLinks": False,
        "showSidebarNavigation": False,
    }  # fmt: skip
