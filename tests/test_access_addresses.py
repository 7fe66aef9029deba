"""Which role an address has, however it is written."""

from __future__ import annotations

import pytest
from test_access import ROLES

from claimdesk.access import Access, Person, parse_access

ADDRESSES = [
    ("maya@desk.example", "editor", "as written"),
    ("MAYA@Desk.Example", "editor", "in capitals"),
    ("ari@desk.example", "reviewer", "by domain"),
    ("intern@desk.example", "reader", "an address goes before its domain"),
    ("m\u0430ya@desk.example", None, "a Cyrillic a"),
    ("maya@des\u212a.example", None, "a Kelvin sign, which small letters would make a k"),
    ("maya@desk.example@evil.example", None, "two signs"),
    ("evil@evil.example\n@desk.example", None, "two lines"),
    ("@desk.example", "reviewer", "a domain alone is somebody of it"),
    ("maya@sub.desk.example", None, "a domain below it"),
    ("maya@desk.example.", None, "a full stop after it"),
    ("", None, "none"),
]


@pytest.mark.parametrize(("address", "role", "note"), ADDRESSES, ids=[note for *_, note in ADDRESSES])
def test_role_of_an_address(address: str, role: str | None, note: str) -> None:
    assert parse_access(ROLES).role(Person(address, verified=True)) == role, note


def test_an_address_that_nobody_vouches_for_has_no_role() -> None:
    person = Person("maya@desk.example")
    assert parse_access(ROLES).role(person) is None
    assert Access({"maya@desk.example": "editor"}, trust_unverified=True).role(person) == "editor"
