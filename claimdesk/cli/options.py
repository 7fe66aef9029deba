"""Options that several verbs have, each worded once."""

from __future__ import annotations

import argparse


def add_claims(parser: argparse.ArgumentParser) -> None:
    """The registry."""
    parser.add_argument(
        "--claims", default="claims.yaml", metavar="FILE", help="the registry; default: %(default)s"
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """The language of what is printed."""
    parser.add_argument(
        "--lang", choices=("en", "id"), default="en", help="language of the words; default: %(default)s"
    )


def add_editor(parser: argparse.ArgumentParser) -> None:
    """The name for the history."""
    parser.add_argument(
        "--by", metavar="NAME", help="who edits; default: CLAIMDESK_REVIEWER, else the system's user"
    )


def add_desk(parser: argparse.ArgumentParser) -> None:
    """What `reading.read_desk` reads, and how it matches."""
    add_claims(parser)
    add = parser.add_argument
    add("--articles", default="articles", metavar="DIR", help="folder of articles, Parquet file, or address")
    add_matching(parser, "the registry")
    add("--scheduler", metavar="ADDRESS", help="a Dask scheduler instead, such as tcp://10.0.0.1:8786")


def add_matching(parser: argparse.ArgumentParser, beside: str) -> None:
    """How evidence is matched and assessed; results and decisions are kept `beside` a registry."""
    add = parser.add_argument
    add("--reviews", metavar="FILE", help=f"people's decisions; default: reviews.jsonl beside {beside}")
    add("--until", metavar="DATE", help="read evidence up to this day, such as 2024-11-13; default: today")
    add("--workers", type=int, metavar="N", help="processes; default: one a core, for many articles")
    add("--no-store", action="store_true", help=f"match everything anew; else .claimdesk beside {beside}")
