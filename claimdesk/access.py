"""Who may do what: roles by e-mail address or domain, checked where something is written.

The access file, ``claimdesk.toml`` beside the registry or the file named in ``CLAIMDESK_ACCESS``::

    [access]
    editors = ["maya@desk.example"]      # everything: registry, articles, decisions
    reviewers = ["@desk.example"]        # decisions on quotes, verdicts in their own name
    readers = ["@partner.example"]       # look at everything, change nothing
    local = "editor"                     # who works on this machine without signing in; not given: nobody
    trust_unverified = false             # take addresses that the provider of sign-in does not vouch for
    [access.names]
    "maya@desk.example" = "Maya"         # what stands beside decisions instead of the address

An address goes before its domain. Without an access file who works on this machine may do everything, and
who has signed in from elsewhere nothing. A file that cannot be read gives nobody any right.
"""

from __future__ import annotations

import os
import re
import string
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from claimdesk.errors import AccessError, InputError

Role = Literal["reader", "reviewer", "editor"]

FILE = "claimdesk.toml"
_ROLES: tuple[Role, ...] = get_args(Role)  # each may do all that those before it may
_KEYS = {*(f"{role}s" for role in _ROLES), "local", "trust_unverified", "names"}
_ADDRESS = re.compile(r"[!-?A-~]*@[a-z0-9.-]+")  # ASCII only: look-alike letters are nobody's address
# Letters outside ASCII stay what they are: U+212A would become the k of somebody else's address.
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts. `address` is an e-mail address; empty for who works on this machine without signing in.

    `verified`: the provider of sign-in vouches for the address.
    """

    address: str = ""
    verified: bool = False


LOCAL = Person()


@dataclass(frozen=True, slots=True)
class Access:
    """An access file: role by address or ``@domain``, and name by address, addresses in small letters."""

    roles: Mapping[str, Role]
    names: Mapping[str, str] = field(default_factory=dict)
    local: Role | None = None
    trust_unverified: bool = False

    def role(self, person: Person | None) -> Role | None:
        """The role of somebody; None for who has no rights, and for nobody."""
        if person is None or person == LOCAL:
            return self.local if person else None
        address = person.address.translate(_LOWER)
        if not (person.verified or self.trust_unverified) or not _is_address(address):
            return None
        return self.roles.get(address, self.roles.get(address[address.index("@") :]))


_acting: ContextVar[Person | None] = ContextVar("acting", default=None)
_find_person: Callable[[], Person | None] = lambda: LOCAL  # noqa: E731


def ask_for_person(find: Callable[[], Person | None]) -> None:
    """Let `find` say who acts whenever that is checked, for this process: None is a visitor unknown."""
    global _find_person
    _find_person = find


@contextmanager
def acting_as(person: Person) -> Iterator[None]:
    """Let what is done meanwhile, in this thread, be done by `person`."""
    token = _acting.set(person)
    try:
        yield
    finally:
        _acting.reset(token)


def current_person() -> Person | None:
    """Who acts now; None for a visitor who has not signed in where that is needed."""
    return _acting.get() or _find_person()


def require(role: Role, path: str | Path, by: str | None = None) -> None:
    """Go on only if who acts has at least `role` for what is kept at `path`, and signs as nobody else.

    Args:
        by: the name that is to stand beside what is written, where there is one.

    Raises:
        AccessError: they may not. Nothing was written.
        InputError: an access file cannot be read, or is not what it should be.
    """
    person = current_person()
    if person is None:
        raise AccessError("Sign in first. Nothing was changed.")
    if not allows(role, path):
        who = person.address or "Who works on this machine without signing in"
        files = " and ".join(str(one) for one in find_access_files(path)) or f"{FILE}, which does not exist,"
        raise AccessError(
            f"{who} may not do this: {files} does not make them {_with_article(role)}. "
            "Ask who keeps that file. Nothing was changed."
        )
    own = signature(path)
    if by is not None and own not in ("", by):
        raise AccessError(
            f"You signed in as {own}, so this cannot be signed with {by or 'no name'}. Nothing was changed."
        )


def allows(role: Role, path: str | Path) -> bool:
    """Whether who acts has at least `role` for what is kept at `path`. Raises InputError, as `require`."""
    return reaches(find_role(path), role)


def reaches(own: Role | None, wanted: Role) -> bool:
    """Whether who has the role `own`, or none, may do what needs the role `wanted`."""
    return own is not None and _ROLES.index(own) >= _ROLES.index(wanted)


def find_role(path: str | Path) -> Role | None:
    """What who acts may be for what is kept at `path`; None for nobody. Raises InputError, as `require`."""
    person, files = current_person(), find_access_files(path)
    if not files:
        return _ROLES[-1] if person == LOCAL else None
    found = [load_access(file).role(person) for file in files]
    return next(role for role in (None, *_ROLES) if role in found)


def signature(path: str | Path) -> str:
    """The name that who acts signs with, of their own choice where it is empty: they did not sign in.

    It is the address, or what the access file calls it: names that somebody gives themselves at a provider
    of sign-in may be anybody's. Raises InputError, as `require`.
    """
    person = current_person()
    address = person.address.translate(_LOWER) if person else ""
    names = (load_access(file).names.get(address, "") for file in find_access_files(path))
    return next(filter(None, names), address)


def is_restricted(path: str | Path) -> bool:
    """Whether it makes a difference who acts."""
    return current_person() != LOCAL or bool(find_access_files(path))


def find_access_files(path: str | Path) -> tuple[Path, ...]:
    """The access files that hold for what is kept at `path`: each must allow what is done.

    The one that `CLAIMDESK_ACCESS` names, be it there or not; else those beside the desk's registry, beside
    `path`, and one folder above, as for an article.
    """
    named = os.environ.get("CLAIMDESK_ACCESS")
    if named:
        return (Path(named),)
    registry = Path(os.environ.get("CLAIMDESK_CLAIMS") or "claims.yaml")
    kept = Path(path).absolute()
    real = Path(os.path.realpath(kept))
    folders = (registry.absolute().parent, kept.parent, kept.parent.parent, real.parent, real.parent.parent)
    there = [folder / FILE for folder in folders if os.path.lexists(folder / FILE)]  # a link to nowhere too
    return tuple(dict.fromkeys(Path(os.path.realpath(file)) for file in there))


def load_access(path: Path) -> Access:
    """The access file at `path`. Raises InputError."""
    try:
        return parse_access(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        said = error.strerror or error
        raise InputError(f"{path}: cannot be read ({said}), so nobody has access. Put it back.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: this is no UTF-8 text, so nobody has access. Save it as UTF-8.") from error


@lru_cache(maxsize=16)  # it is asked for whenever a name or a right is
def parse_access(text: str, name: str = FILE) -> Access:
    """The access file of that text. Raises InputError, which says what to write instead."""
    try:
        written = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{name}: this is no TOML: {error}.") from error
    access = written.get("access")
    if set(written) != {"access"} or not isinstance(access, dict) or not set(access) <= _KEYS:
        known = ", ".join(sorted(_KEYS))
        raise InputError(f"{name}: write one table [access], with no other keys than {known}.")
    roles: dict[str, Role] = {}
    for role in _ROLES:
        for address in _parse_addresses(access.get(f"{role}s", []), f"{role}s", name):
            if roles.setdefault(address, role) != role:
                raise InputError(f"{name}: {address} stands under two roles. Keep one of them.")
    local, trusting = access.get("local"), access.get("trust_unverified", False)
    if local not in (None, *_ROLES):
        raise InputError(f"{name}: local is {local!r}. Write one of {', '.join(_ROLES)}, or leave it out.")
    if not isinstance(trusting, bool):
        raise InputError(f"{name}: trust_unverified is {trusting!r}. Write true or false.")
    names = _parse_names(access.get("names", {}), name)
    return Access(roles, names, cast("Role | None", local), trusting)


def _parse_names(written: Any, name: str) -> dict[str, str]:
    if not isinstance(written, dict):
        raise InputError(f"{name}: names is {written!r}. Write a table [access.names].")
    addresses = _parse_addresses(list(written), "names", name)
    names = dict(zip(addresses, written.values(), strict=True))
    known = [" ".join(one.casefold().split()) if isinstance(one, str) else "" for one in names.values()]
    if "" in known or len(set(known)) < len(known):
        raise InputError(f"{name}: give each address in names a name of its own, as text.")
    return names


def _parse_addresses(written: Any, key: str, name: str) -> Iterator[str]:
    if not isinstance(written, list):
        raise InputError(f'{name}: {key} is {written!r}. Write a list, such as ["maya@desk.example"].')
    for one in written:
        address = one.translate(_LOWER) if isinstance(one, str) else ""
        if not _is_address(address):
            raise InputError(f"{name}: {one!r} in {key} is no address. Write name@domain, or @domain.")
        yield address


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def _with_article(role: Role) -> str:
    return f"an {role}" if role == "editor" else f"a {role}"
