"""Articles: what was read, and a reader that shows in the text what the engine found."""

from claimdesk.ui.articles import draw_articles
from claimdesk.ui.frame import open_page

draw_articles(open_page("pages/2_Articles.py"))
