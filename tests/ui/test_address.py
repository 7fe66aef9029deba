"""Addresses: what is understood, what is not, and what a link keeps."""

from __future__ import annotations

from datetime import date

import pytest

from claimdesk.ui.address import Address, parse_address

TODAY = date(2026, 11, 22)

# parameters, language, until, clean, unknown
CASES: tuple[tuple[dict[str, str], str, date | None, bool, dict[str, str]], ...] = (
    ({}, "en", None, False, {}),
    ({"lang": "id"}, "id", None, False, {}),
    ({"lang": ""}, "en", None, False, {}),
    ({"lang": "fr"}, "en", None, False, {"lang": "fr"}),
    ({"until": "2024-11-13"}, "en", date(2024, 11, 13), False, {}),
    ({"until": "2026-11-22"}, "en", TODAY, False, {}),
    ({"until": "2026-11-23"}, "en", None, False, {"until": "2026-11-23"}),  # has not come yet
    ({"until": "1899-12-31"}, "en", None, False, {"until": "1899-12-31"}),
    ({"until": "2024-02-30"}, "en", None, False, {"until": "2024-02-30"}),
    ({"until": "20241113"}, "en", None, False, {"until": "20241113"}),
    ({"until": "٢٠٢٤-١١-١٣"}, "en", None, False, {"until": "٢٠٢٤-١١-١٣"}),
    ({"view": "clean"}, "en", None, True, {}),
    ({"view": "other"}, "en", None, False, {}),
)


@pytest.mark.parametrize(("parameters", "language", "until", "clean", "unknown"), CASES)
def test_parse(
    parameters: dict[str, str], language: str, until: date | None, clean: bool, unknown: dict[str, str]
) -> None:
    assert parse_address(parameters, TODAY) == Address(language, until, clean, unknown, {})


def test_other_parameters_are_kept_for_the_page() -> None:
    address = parse_address({"id": "kursk-10000", "q": "x", "lang": "id"}, TODAY)
    assert address.rest == {"id": "kursk-10000", "q": "x"}


def test_links_keep_language_day_and_view_and_leave_out_what_is_usual() -> None:
    address = Address("id", date(2024, 11, 13), clean=True)
    assert address.link(id="a b") == {"id": "a b", "lang": "id", "until": "2024-11-13", "view": "clean"}
    assert Address().link(id="") == {}
    assert address.today().until is None


def test_hrefs_are_encoded() -> None:
    assert Address().href("Claim", id='"><script>') == "Claim?id=%22%3E%3Cscript%3E"
    assert Address().href("./") == "./"
