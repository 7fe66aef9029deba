"""Limits that the child sets itself before it reads anything foreign.

Each is set where the system has it. Those that hold are told to the parent, so that nobody relies on others.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

GUARDS = ("memory", "processor", "files", "processes", "network")
_OPEN_FILES = 32
_NEAR = 0.9  # of the memory
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h


def raise_guards(memory: int) -> list[str]:
    """Set all limits there are; `memory` is bytes of address space. The names of those that hold."""
    with suppress(AttributeError, OSError):
        os.nice(10)  # the dashboard goes first
    return [*_set_limits(memory), *(["network"] if _leave_network() else [])]


def _set_limits(memory: int) -> list[str]:
    try:
        import resource
    except ImportError:  # Windows
        return []
    limits = {
        "memory": ("RLIMIT_AS", memory),
        "files": ("RLIMIT_FSIZE", 0),
        "open files": ("RLIMIT_NOFILE", _OPEN_FILES),
        "dumps": ("RLIMIT_CORE", 0),
        "processes": ("RLIMIT_NPROC", 0),
    }
    held = ["processor"]
    for name, (limit, most) in limits.items():
        with suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, limit), (most, most))
            held.append(name)
    idle = {"memory"} if sys.platform == "darwin" else set()  # taken there, and not kept
    if os.geteuid() == 0:
        idle.add("processes")  # no limit for root
    return [name for name in held if name in GUARDS and name not in idle]


def _leave_network() -> bool:
    """Move into a network of its own that leads nowhere, where Linux lets one."""
    if sys.platform != "linux":
        return False
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    return any(unshare(flags) == 0 for flags in (_CLONE_NEWUSER | _CLONE_NEWNET, _CLONE_NEWNET))


def find_strain(memory: int) -> bool:
    """Whether this process came near its limit of memory: libraries may hide that they ran out of it."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            peak = next(line for line in status if line.startswith("VmPeak:"))
    except (OSError, StopIteration):
        return False
    return int(peak.split()[1]) * 1024 > _NEAR * memory


def limit_processor(seconds: int) -> None:
    """From now on, the system ends this process after so many more seconds of processor time."""
    with suppress(ImportError):  # Windows
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, most))


@contextmanager
def die_with_parent(answers: int) -> Iterator[None]:
    """Within the block the process ends when nobody is left to read from the pipe `answers`.

    A signal on parental death would be that of the thread which started the child, and Streamlit's threads
    come and go: so the pipe itself signals. It says nothing else within the block, in which nothing is
    written to it; the pipe of questions may still announce the last one after it was read.
    """
    if sys.platform != "linux":
        yield
        return
    import fcntl
    import select

    flags = fcntl.fcntl(answers, fcntl.F_GETFL)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(answers, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(answers, fcntl.F_SETFL, flags | os.O_ASYNC)
    poll = select.poll()
    poll.register(answers, 0)
    if poll.poll(0):
        os._exit(1)
    try:
        yield
    finally:
        fcntl.fcntl(answers, fcntl.F_SETFL, flags)
