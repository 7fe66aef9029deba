"""Method: how a status is reached, with the tables, thresholds and cue lists that the engine uses."""

from claimdesk.ui.frame import open_page
from claimdesk.ui.method import draw_method

draw_method(open_page("pages/5_Method.py"))
