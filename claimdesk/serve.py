"""Starting the dashboard: on this machine for whoever sits at it, or on a network for who signs in.

``make run`` calls this. Nobody puts an open desk on a network by accident: without signing in, an address
other than this machine's own is refused, unless `OPEN` says in plain words that it is meant.
"""

from __future__ import annotations

import ipaddress
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claimdesk.access import find_access_files, load_access
from claimdesk.errors import ClaimdeskError, InputError, UsageError

OPEN = "anyone-may-read-and-change-everything"
_SECRETS = Path(".streamlit/secrets.toml")
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_LEAST_SECRET = 32  # characters that sign who somebody is
_OWN = ("127.0.0.1", "localhost")
_FOR_ALL = ("0.0.0.0", "::")


@dataclass(frozen=True, slots=True)
class Service:
    """What is started: where it listens, by which names it answers, and whether visitors sign in."""

    host: str
    port: int
    names: tuple[str, ...]
    sign_in: bool

    def command(self) -> list[str]:
        """The command of the server."""
        options = {"server.address": self.host, "server.port": str(self.port)}
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        for name, value in options.items():
            command += [f"--{name}", value]
        for name in self.names:
            command += ["--server.allowedHosts", name]
        return command

    def environment(self) -> dict[str, str]:
        """What the server's environment holds besides."""
        return {"CLAIMDESK_SIGN_IN": "yes"} if self.sign_in else {}


def plan_service(environment: Mapping[str, str], folder: Path) -> Service:
    """What to start in `folder` by ``HOST``, ``PORT``, ``NAMES`` (by commas) and ``OPEN`` of the environment.

    Raises UsageError for an address on a network without signing in, InputError for settings of signing in
    that are not complete.
    """
    host = environment.get("HOST", "").strip() or "127.0.0.1"
    port = environment.get("PORT", "").strip() or "8501"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16):
        raise UsageError(f"PORT is {port!r}. Give a number from 1 to 65535.")
    given = tuple(name.strip() for name in environment.get("NAMES", "").split(",") if name.strip())
    auth = load_sign_in(folder / _SECRETS)
    if auth is not None:
        given = (*given, check_sign_in(auth, folder))
    elif not is_own_address(host) and environment.get("OPEN") != OPEN:
        raise UsageError(
            f"HOST={host} opens this desk to a network, and nobody needs to sign in. Set signing in up "
            "(docs/operations.md), or leave HOST out. If all who can reach this machine are meant to read "
            f"and change everything, say so: OPEN={OPEN}"
        )
    if host not in _FOR_ALL:
        given = (*given, host)
    return Service(host, int(port), tuple(dict.fromkeys((*_OWN, *given))), auth is not None)


def is_own_address(host: str) -> bool:
    """Whether only this machine reaches it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False  # a name leads where its server of names says


def load_sign_in(path: Path) -> dict[str, Any] | None:
    """The table ``[auth]`` of Streamlit's secrets; None where there is none. Raises InputError."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("auth")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error}). Mend it, or take it away.") from error
    if found is not None and not isinstance(found, dict):
        raise InputError(f"{path}: auth is no table. Write [auth] and its settings below it.")
    return found


def check_sign_in(auth: Mapping[str, Any], folder: Path) -> str:
    """The name that visitors reach the desk by, where everything is there that signing in needs.

    Raises InputError, which says what is missing.
    """
    place = folder / _SECRETS
    missing = [name for name in _NEEDED if not isinstance(auth.get(name), str) or not auth[name]]
    if missing:
        raise InputError(f"{place}: [auth] lacks {', '.join(missing)}. See docs/operations.md.")
    if len(auth["cookie_secret"]) < _LEAST_SECRET:
        raise InputError(
            f"{place}: cookie_secret is shorter than {_LEAST_SECRET} characters, and who guesses it is "
            "anybody. Make one: python -c 'import secrets; print(secrets.token_hex(32))'"
        )
    back = urlsplit(auth["redirect_uri"])
    if back.path.rpartition("/")[2] != "oauth2callback" or not back.hostname:
        raise InputError(
            f"{place}: redirect_uri is {auth['redirect_uri']!r}. Write https://NAME/oauth2callback."
        )
    if back.scheme != "https" and not is_own_address(back.hostname):
        raise InputError(f"{place}: redirect_uri is not https: who listens on the way signs in too.")
    if find_spec("authlib") is None or find_spec("httpx") is None:
        raise InputError("Signing in needs two more packages: pip install 'claimdesk[team]'")
    files = find_access_files(folder / "claims.yaml")
    if not files:
        raise InputError(
            f"{folder / 'claimdesk.toml'}: there is no access file, so nobody who signs in may do anything. "
            "See docs/operations.md."
        )
    for file in files:
        load_access(file)
    return str(back.hostname)


def main(arguments: Sequence[str] = ()) -> int:
    """Become the server of the dashboard in this folder; 1 after a sentence where that may not be."""
    try:
        if arguments:
            raise UsageError("This takes no arguments, but HOST, PORT, NAMES and OPEN of the environment.")
        service = plan_service(os.environ, Path())
    except ClaimdeskError as error:
        sys.stderr.write(f"{error}\n")
    else:
        os.execve(sys.executable, service.command(), {**os.environ, **service.environment()})
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
