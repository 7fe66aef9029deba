"""Processes of this machine. One that dies takes nothing with it but the time: its portions are redone.

When a process dies, all portions under way are suspects, and are matched one by one by a single process. One
that it dies of twice is lost; the others go on as before.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess

from claimdesk.library.portions import Portion
from claimdesk.workers.share import Share, Work, lost

_AHEAD = 2  # portions under way for each process
_MOST_DEATHS = 2  # of a process that has nothing but this portion

_Numbered = tuple[int, Portion]


def run_processes(work: Work, portions: Sequence[Portion], workers: int) -> Iterator[tuple[int, Share]]:
    """The share of each portion with its number, as they are done."""
    waiting: deque[_Numbered] = deque(enumerate(portions))
    suspects: deque[_Numbered] = deque()
    deaths: Counter[int] = Counter()
    while waiting or suspects:
        if suspects:
            left = yield from _run(work, suspects, 1, 1)
        else:
            left = yield from _run(work, waiting, min(workers, len(waiting)), _AHEAD)
        for number, portion in left:
            deaths[number] += len(left) == 1
            if deaths[number] < _MOST_DEATHS:
                suspects.append((number, portion))
            else:
                yield number, lost(portion)


def _run(
    work: Work, waiting: deque[_Numbered], workers: int, ahead: int
) -> Generator[tuple[int, Share], None, list[_Numbered]]:
    """Work off `waiting`; returns what was under way when a process died, if one did."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(workers, context, _begin, (work,))
    under_way: dict[Future[Share], _Numbered] = {}
    try:
        while waiting or under_way:
            while waiting and len(under_way) < workers * ahead:
                under_way[pool.submit(_do, waiting[0][1])] = waiting[0]
                waiting.popleft()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                share = future.result()
                yield under_way.pop(future)[0], share
    except BrokenProcessPool:
        return sorted(under_way.values(), key=lambda row: row[0])
    finally:
        pool.shutdown(cancel_futures=True)
    return []


_work: Work


def _begin(work: Work) -> None:
    """A process begins: Ctrl-C is for its parent to hear, and without a parent it ends."""
    global _work
    _work = work
    gc.freeze()  # what it was given is no garbage, and is not looked at again
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _do(portion: Portion) -> Share:
    return _work(portion)
