"""Without Dask, `--scheduler` says what to install."""

from __future__ import annotations

import sys

import pytest

from claimdesk.errors import InputError
from claimdesk.workers.cluster import run_cluster
from claimdesk.workers.share import Share


def test_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"pip install claimdesk\[cluster\]"):
        list(run_cluster(lambda _: Share(), [], "tcp://127.0.0.1:1"))
