"""Every colour of the desk, once. The stylesheet, the charts and the cards read it; no other file names one.

Two hues carry evidence: blue speaks for a claim, orange against it; everything else is ink. Contrast (WCAG
2.1, light / dark): ink on paper 17.6 / 15.0, ink2 on paper 6.9 / 8.0, sup as text 7.6 / 9.8, con-text
6.1 / 8.6, signs on their fills at least 5.0 / 6.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# token: (light, dark)
_PAIRS: dict[str, tuple[str, str]] = {
    "paper": ("#FFFFFF", "#14171A"),
    "wash": ("#F4F3EF", "#1E2226"),
    "side": ("#F4F3EF", "#1A1D21"),
    "ink": ("#16191D", "#ECEAE4"),
    "ink2": ("#565B61", "#A9AEB3"),
    "rule": ("#D9D6CF", "#363B40"),
    "line": ("#8A8983", "#7E8388"),
    "sup": ("#0F5499", "#8CC4FF"),
    "con": ("#DD6610", "#E8702A"),
    "con-text": ("#A84300", "#FF9A5C"),
    "on-sup": ("#FFFFFF", "#101316"),
    "on-con": ("#16191D", "#101316"),
    "mark": ("#FFE79A", "#5C4A00"),
    "mark-line": ("#C79A00", "#E0B93A"),
    "band": ("#EEECE6", "#262B30"),
    "origin-1": ("#882255", "#EE99BB"),
    "origin-2": ("#117733", "#77CC88"),
    "origin-3": ("#5B4FA8", "#B8B0F5"),
}
# Shares of hue in paper for one, two, and three or more passages, in percent.
HEAT: Mapping[str, tuple[int, int, int]] = MappingProxyType({"sup": (18, 32, 46), "con": (26, 42, 58)})

LIGHT: Mapping[str, str] = MappingProxyType({name: pair[0] for name, pair in _PAIRS.items()})
DARK: Mapping[str, str] = MappingProxyType({name: pair[1] for name, pair in _PAIRS.items()})
# The same tokens as references, for drawings inside a page that carries the stylesheet.
REFERENCES: Mapping[str, str] = MappingProxyType({name: f"var(--{name})" for name in _PAIRS})


def render_tokens() -> str:
    """The tokens as CSS custom properties that follow the page's colour scheme, one declaration a line.

    Browsers without ``light-dark()`` keep the light value, which is declared first.
    """
    lines = [f"  --{name}: {light};" for name, (light, _) in _PAIRS.items()]
    heat = [
        f"  --{hue}-{step}: color-mix(in srgb, var(--{hue}) {share}%, var(--paper));"
        for hue, shares in HEAT.items()
        for step, share in enumerate(shares, start=1)
    ]
    paired = [f"    --{name}: light-dark({light}, {dark});" for name, (light, dark) in _PAIRS.items()]
    return "\n".join(
        [
            ":root, .stApp {",
            *lines,
            "}",
            "@supports (color: light-dark(red, blue)) {",
            "  :root, .stApp {",
            *paired,
            "  }",
            "}",
            ".stApp {",
            *heat,
            "}",
        ]
    )
