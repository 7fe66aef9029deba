"""Signing in with OpenID Connect, from the button to the provider and back, and what each role does then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openid import CLIENT, SECRET, Provider, run_provider

from benchmarks.served import STILL, find_port, serve
from claimdesk.store.reviews import load_reviews

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytest.importorskip("authlib", reason="signing in is optional, and its packages are not installed")

ACCESS = """
[access]
editors = ["maya@desk.example"]
reviewers = ["ari@desk.example"]
readers = ["@desk.example"]
[access.names]
"ari@desk.example" = "Ari"
"""


@dataclass(frozen=True)
class Team:
    """A desk for a team, and the provider that knows it."""

    address: str
    provider: Provider
    folder: Path


@pytest.fixture
def team(own_data: Path) -> Iterator[Team]:
    """A desk whose visitors sign in."""
    port = find_port()
    with run_provider() as provider:
        secrets = own_data / "secrets.toml"
        secrets.write_text(
            f"""[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider.address}/.well-known/openid-configuration"
""",
            encoding="utf-8",
        )
        (own_data / "claimdesk.toml").write_text(ACCESS, encoding="utf-8")
        with serve(own_data, "--secrets.files", str(secrets), port=port) as address:
            yield Team(address, provider, own_data)


def _sign_in(page: Page, team: Team, email: str, **claims: object) -> None:
    team.provider.person = {"email": email, "email_verified": True, **claims}
    page.goto(team.address)
    page.get_by_role("button", name="Sign in").click()


def _seen(page: Page) -> str:
    return page.locator(".stApp").inner_text()


def test_from_the_door_to_the_desk_and_out(page: Page, team: Team) -> None:
    page.goto(team.address)
    page.get_by_text("This desk is open to its team only.").wait_for()
    assert "Arun" not in _seen(page)
    _sign_in(page, team, "intern@desk.example")
    page.get_by_text("intern@desk.example").wait_for()
    page.locator("table.claims").wait_for()
    assert team.provider.seen.count("/token") == 1
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("This desk is open to its team only.").wait_for()


REFUSED = [
    ("stranger@elsewhere.example", {}, "You have no access to this desk."),
    ("maya@desk.example", {"email_verified": False}, "You have no access to this desk."),
    ("maya@desk.example", {"email_verified": "true"}, "You have no access to this desk."),
]


@pytest.mark.parametrize(("email", "claims", "said"), REFUSED)
def test_who_is_not_of_the_team_sees_nothing(
    email: str, claims: dict[str, object], said: str, page: Page, team: Team
) -> None:
    _sign_in(page, team, email, **claims)
    page.get_by_text(said).wait_for()
    assert "Arun" not in _seen(page)


def test_a_token_that_somebody_else_signed_lets_nobody_in(page: Page, team: Team) -> None:
    team.provider.foreign_key = True
    _sign_in(page, team, "maya@desk.example")
    page.wait_for_timeout(1500)
    page.goto(team.address)
    page.get_by_text("This desk is open to its team only.").wait_for()


def test_a_cookie_of_ones_own_making_lets_nobody_in(page: Page, context: BrowserContext, team: Team) -> None:
    forged = "eyJlbWFpbCI6Im1heWFAZGVzay5leGFtcGxlIn0=|1|0"
    context.add_cookies([{"name": "_streamlit_user", "value": forged, "url": team.address}])
    page.goto(team.address)
    page.get_by_text("This desk is open to its team only.").wait_for()


def test_a_decision_is_signed_by_who_signed_in(page: Page, team: Team) -> None:
    _open_claim(page, team, "ari@desk.example")
    page.get_by_role("button", name="Confirm").first.click()
    page.get_by_text("Confirmed by Ari").first.wait_for()
    assert [one.by for one in load_reviews(team.folder / "reviews.jsonl").decisions] == ["Ari"]


def test_who_may_only_read_is_offered_no_decision(page: Page, team: Team) -> None:
    _open_claim(page, team, "intern@desk.example")
    page.get_by_text("You may look at everything here, and change nothing.").wait_for()
    page.locator(".quote").first.wait_for()
    page.locator(STILL).wait_for()
    assert page.get_by_role("button", name="Confirm").count() == 0


def _open_claim(page: Page, team: Team, email: str) -> None:
    _sign_in(page, team, email)
    page.get_by_role("button", name="Sign out").wait_for()
    page.goto(f"{team.address}/Claim?id=displaced-3000")
