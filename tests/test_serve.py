"""What `make run` starts: an open desk stays on this machine, unless somebody says that it should not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk import serve
from claimdesk.errors import ClaimdeskError, InputError, UsageError
from claimdesk.serve import OPEN, is_own_address, plan_service

ROOT = Path(__file__).resolve().parent.parent
AUTH = {
    "redirect_uri": "https://desk.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "claimdesk",
    "client_secret": "known to two",
    "server_metadata_url": "https://id.example/.well-known/openid-configuration",
}
ACCESS = '[access]\neditors = ["maya@desk.example"]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk's folder without settings for signing in, where its packages are there."""
    monkeypatch.delenv("CLAIMDESK_ACCESS", raising=False)
    monkeypatch.setenv("CLAIMDESK_CLAIMS", str(tmp_path / "claims.yaml"))
    monkeypatch.setattr(serve, "find_spec", lambda name: name)
    return tmp_path


def _set_up(folder: Path, access: str | None = ACCESS, **changed: str) -> None:
    (folder / ".streamlit").mkdir()
    lines = [f'{name} = "{value}"' for name, value in {**AUTH, **changed}.items()]
    (folder / ".streamlit/secrets.toml").write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
    if access is not None:
        (folder / "claimdesk.toml").write_text(access, encoding="utf-8")


@pytest.mark.parametrize("host", ["", "127.0.0.1", "localhost", "::1", "127.0.0.7"])
def test_on_this_machine_nobody_need_sign_in(host: str, folder: Path) -> None:
    service = plan_service({"HOST": host}, folder)
    assert is_own_address(service.host)
    assert not service.sign_in
    assert service.environment() == {}


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "desk.example", "127.1.example", "0"])
@pytest.mark.parametrize("said", ["", "yes", "1", "true"])
def test_a_network_is_refused_without_signing_in(host: str, said: str, folder: Path) -> None:
    with pytest.raises(UsageError, match="nobody needs to sign in"):
        plan_service({"HOST": host, "OPEN": said}, folder)


def test_who_says_it_in_plain_words_may(folder: Path) -> None:
    service = plan_service({"HOST": "0.0.0.0", "OPEN": OPEN, "NAMES": "desk.lan, 192.168.1.7"}, folder)
    assert (service.host, service.sign_in) == ("0.0.0.0", False)
    assert service.names == ("127.0.0.1", "localhost", "desk.lan", "192.168.1.7")


def test_a_network_with_signing_in(folder: Path) -> None:
    _set_up(folder)
    service = plan_service({"HOST": "0.0.0.0", "PORT": "80"}, folder)
    assert service.names == ("127.0.0.1", "localhost", "desk.example")
    assert service.environment() == {"CLAIMDESK_SIGN_IN": "yes"}
    command = " ".join(service.command())
    assert "--server.address 0.0.0.0 --server.port 80" in command
    assert command.endswith("--server.allowedHosts desk.example")


INCOMPLETE = [
    ({"client_secret": ""}, ACCESS, "lacks client_secret"),
    ({"cookie_secret": "short"}, ACCESS, "shorter than 32"),
    ({"redirect_uri": "http://desk.example/oauth2callback"}, ACCESS, "not https"),
    ({"redirect_uri": "https://desk.example/"}, ACCESS, "oauth2callback"),
    ({}, None, "no access file"),
    ({}, "[access", "no TOML"),
]


@pytest.mark.parametrize(("changed", "access", "said"), INCOMPLETE, ids=[said for *_, said in INCOMPLETE])
@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_signing_in_that_is_not_complete_is_refused(
    changed: dict[str, str], access: str | None, said: str, host: str, folder: Path
) -> None:
    _set_up(folder, access, **changed)
    with pytest.raises(InputError, match=said):
        plan_service({"HOST": host, "OPEN": OPEN}, folder)


def test_signing_in_needs_its_packages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _set_up(folder)
    monkeypatch.setattr(serve, "find_spec", lambda _name: None)
    with pytest.raises(InputError, match=r"claimdesk\[team\]"):
        plan_service({}, folder)


def test_secrets_that_cannot_be_read_are_refused(folder: Path) -> None:
    _set_up(folder)
    (folder / ".streamlit/secrets.toml").write_text("[auth", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        plan_service({}, folder)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "a", "8501 --server.address 0.0.0.0"])
def test_a_port_is_a_number(port: str, folder: Path) -> None:
    with pytest.raises(ClaimdeskError, match="PORT is"):
        plan_service({"PORT": port}, folder)


@pytest.fixture
def started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], str | None]]:
    """The commands that this process became instead of running them, each with its word on signing in."""
    became: list[tuple[list[str], str | None]] = []
    monkeypatch.chdir(folder)
    for name in ("HOST", "PORT", "NAMES", "OPEN", "CLAIMDESK_SIGN_IN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        os, "execve", lambda _, command, env: became.append((command[1:], env.get("CLAIMDESK_SIGN_IN")))
    )
    return became


def test_what_is_started(started: list[tuple[list[str], str | None]], folder: Path) -> None:
    serve.main()
    _set_up(folder)
    serve.main()
    (here, _), (team, sign_in) = started
    assert here[:4] == ["-m", "streamlit", "run", "dashboard.py"]
    assert here[4:8] == ["--server.address", "127.0.0.1", "--server.port", "8501"]
    assert "desk.example" not in here
    assert "desk.example" in team
    assert sign_in == "yes"


@pytest.mark.parametrize(
    ("arguments", "host", "said"),
    [(["8600"], "", "takes no arguments"), ([], "0.0.0.0", "opens this desk to a network")],
)
def test_what_is_refused_is_said_and_not_started(
    arguments: list[str], host: str, said: str,
    started: list[tuple[list[str], str | None]], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("HOST", host)
    assert serve.main(arguments) == 1
    assert said in capsys.readouterr().err
    assert started == []


def test_make_run_refuses_a_network() -> None:
    command = ["make", "--no-print-directory", "run", "HOST=0.0.0.0", "-o", ".venv/run.stamp"]
    command += [f"BIN={Path(sys.executable).parent}"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode != 0
    assert "opens this desk to a network" in ran.stderr
