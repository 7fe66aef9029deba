"""What all tests share: real input where it is there, and the same random choices every time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from hostile_desk import HostileDesk

ROOT = Path(__file__).resolve().parent.parent
settings.register_profile(
    "claimdesk", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("claimdesk")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real input beside the repository; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared here: real articles and gold labels are not part of the repository")
    return folder


@pytest.fixture(scope="session")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> HostileDesk:
    """A desk of hostile texts, one in each field of each claim and article. Nobody writes into it."""
    from hostile_desk import build_hostile_desk
    from hostile_texts import CHOSEN

    return build_hostile_desk(tmp_path_factory.mktemp("hostile"), CHOSEN)
