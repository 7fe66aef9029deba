"""A Dask cluster. A worker that dies is no matter: the scheduler gives its portions to another.

Dask is an optional requirement: ``pip install claimdesk[cluster]``, here and where the workers run.
"""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from claimdesk.errors import InputError
from claimdesk.library.portions import Portion
from claimdesk.workers.share import Share, Work, lost

_AHEAD = 4  # portions under way for each thread of the cluster
_PATIENCE = 20  # seconds until a scheduler that does not answer is given up


def run_cluster(work: Work, portions: Sequence[Portion], address: str) -> Iterator[tuple[int, Share]]:
    """The share of each portion with its number, as they are done by the workers of a scheduler.

    Raises InputError without Dask, and where there is no such scheduler or it has no workers.
    """
    with _connect(address) as client:
        # A task of its own, so that it is sent to each worker once, and made anew where its holder dies.
        shared = client.submit(_same, work, pure=False)
        try:
            yield from _run(client, shared, portions)
        except CancelledError as error:
            raise InputError(
                f"--scheduler {address} gave up: {error}. Is the same Claimdesk installed where its workers "
                "run? What was done is kept; run the command again."
            ) from None


def _connect(address: str) -> Any:
    """A client of the scheduler, once it has a worker."""
    try:
        from distributed import Client
    except ImportError:
        raise InputError("--scheduler needs Dask. Install it: pip install claimdesk[cluster]") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(f"--scheduler {address}: no scheduler answers there ({error}).") from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        client.close()
        said = f"--scheduler {address}: it has no workers. Start some: dask worker {address}"
        raise InputError(said) from None
    return client


def _run(client: Any, shared: Any, portions: Sequence[Portion]) -> Iterator[tuple[int, Share]]:
    """Never more portions under way than the cluster is busy with for a while."""
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    waiting = iter(enumerate(portions))
    numbers: dict[Any, tuple[int, Portion]] = {}

    def submit(most: int) -> list[Any]:
        futures = []
        for number, portion in islice(waiting, most):
            futures.append(client.submit(_do, shared, portion, pure=False))
            numbers[futures[-1]] = number, portion
        return futures

    threads = sum(client.nthreads().values())
    under_way = as_completed(submit(_AHEAD * threads), loop=client.loop)
    for future in under_way:
        number, portion = numbers.pop(future)
        try:
            yield number, future.result()
        except KilledWorker:
            yield number, lost(portion)
        under_way.update(submit(1))


def _same(work: Work) -> Work:
    return work


def _do(work: Work, portion: Portion) -> Share:
    return work(portion)
