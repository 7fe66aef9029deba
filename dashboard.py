"""Overview: what is contested, what changed, what waits for a person, and all claims."""

from claimdesk.ui.frame import open_page
from claimdesk.ui.overview import draw_overview

draw_overview(open_page("dashboard.py"))
