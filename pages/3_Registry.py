"""Registry: claims, sources and names as a form or as text, with what an edit changes before it is saved."""

from claimdesk.ui.frame import open_page
from claimdesk.ui.registry import draw_registry

draw_registry(open_page("pages/3_Registry.py"))
