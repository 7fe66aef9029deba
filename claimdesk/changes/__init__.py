"""Two reports compared."""

from claimdesk.changes.reports import compare_reports

__all__ = ["compare_reports"]
