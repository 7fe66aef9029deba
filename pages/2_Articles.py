"""Articles: what was read, and a reader that shows in the text what the engine found."""

from claimdesk.ui.article import draw_article
from claimdesk.ui.articles import draw_articles
from claimdesk.ui.frame import open_page

desk = open_page("pages/2_Articles.py")
if desk.chosen:
    draw_article(desk)
else:
    draw_articles(desk)
