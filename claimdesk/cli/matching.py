"""Matching for the command line: as many processes as there is work for, and a store beside the registry."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimdesk.errors import InputError, UsageError

if TYPE_CHECKING:
    from claimdesk.library.portions import Portion
    from claimdesk.model import Evidence, Registry
    from claimdesk.workers.library import Run

_SMALL = 200  # articles that one process has done before others have begun


def match_articles(
    arguments: argparse.Namespace, registry: Registry, texts: bool
) -> tuple[Evidence, tuple[str, ...]]:
    """Everything in `--articles` that bears on the claims, and what could not be read, which is said too.

    Without `texts`, articles come without theirs. Raises InputError and UsageError.
    """
    from claimdesk.cli.progress import show_progress
    from claimdesk.cli.streams import say
    from claimdesk.library.portions import find_portions

    if arguments.workers is not None and arguments.workers < 1:
        raise UsageError(f"--workers {arguments.workers}: give a number from 1 on.")
    if arguments.workers is not None and arguments.scheduler is not None:
        raise UsageError("Give --workers or --scheduler: a cluster has the workers that it has.")
    portions, unread = find_portions(arguments.articles)
    count = sum(portion.count for portion in portions)
    run = _choose_run(arguments, portions, count)
    from claimdesk.settings import DEFAULT_SETTINGS
    from claimdesk.store.results import open_results, results_beside
    from claimdesk.workers.library import match_library

    store = None if arguments.no_store else open_results(results_beside(arguments.claims))
    with show_progress(count) as progress:
        found, problems = match_library(registry, portions, DEFAULT_SETTINGS, store, run, texts, progress)
    problems = (*map(str, unread), *problems)
    for problem in (*problems, *(store.problems if store else ())):
        say(problem)
    if not found.articles:
        raise InputError(f"{arguments.articles}: none of its articles can be read. Mend them first.")
    return found, problems


def _choose_run(arguments: argparse.Namespace, portions: Sequence[Portion], count: int) -> Run:
    """The cluster that was asked for, else processes, else this process alone."""
    from claimdesk.workers.library import on_cluster, on_processes

    if arguments.scheduler is not None:
        return on_cluster(arguments.scheduler)
    if arguments.workers is not None:
        return on_processes(arguments.workers)
    return on_processes(1 if count <= _SMALL else min(_cores(), len(portions)))


def _cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
