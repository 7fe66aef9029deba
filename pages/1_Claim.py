"""One claim: what it says, how it stands, who says what on both sides, and why."""

from claimdesk.ui.claim import draw_claim
from claimdesk.ui.frame import open_page

draw_claim(open_page("pages/1_Claim.py"))
