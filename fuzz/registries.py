"""Pieces of YAML that are put where they do not belong, and a registry to put them into."""

from __future__ import annotations

YAML = tuple(
    piece.encode()
    for piece in (
        "&a ", "*a", "!!python/object:os.system ", "<<: ", "[", "]", "{", "}", "- ", "? ", ": ", "|\n",
        ">-\n", "'", '"', "#", "---\n", "...\n", "\t", "\r", "\0", "\ufeff", "12:30", "1e999", "0x1F", ".inf",
        "~", "no", "\xff", "    - id: a\n      statement: b\n      supports: [c]\n", "must_mention: [[]]\n",
        "quantity: {between: [2, 1]}\n", "aliases: [[a]]\n", "version: 2\n", "window_days: -1\n", "[" * 500,
        "- " * 500,
    )
)  # fmt: skip
REGISTRY = b"""version: 1
title: Fuzz
sources:
  - {id: bnpb, name: BNPB, kind: official, aliases: [Kepala BNPB]}
aliases:
  - [Korea Utara, North Korea, Korut]
claims:
  - id: toll
    statement: At least 300 people died.
    as_of: 2024-11-04
    quantity: {at_least: 300, unit: [orang, jiwa, korban, people]}
    supports: [300 orang tewas akibat gempa]
    contradicts: [tidak ada korban jiwa]
  - id: sent
    statement: North Korea has sent troops.
    as_of: 2024-11-04
    must_mention: [[Korea Utara]]
    supports: [Korea Utara mengirim tentara ke Rusia, North Korea sent troops to Russia]
    contradicts: [Korea Utara membantah mengirim tentara]
  - id: dam
    statement: The dam was opened without a warning.
    supports: [pintu air bendungan dibuka tanpa peringatan]
"""
