"""Briefing: cards and reports to hand on, as picture, document or data, and what became of them."""

from claimdesk.ui.briefing import draw_briefing
from claimdesk.ui.frame import open_page

draw_briefing(open_page("pages/4_Briefing.py"))
