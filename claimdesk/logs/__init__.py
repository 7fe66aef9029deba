"""Logs that only grow: decisions of people, and what was changed in a registry."""
