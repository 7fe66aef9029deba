"""What an edit of the registry would change in a report, before it is saved.

Only the articles in which a changed claim can find something else than before are looked at again, and what
was read off them stays open for the next look. A preview goes on article by article, so that whoever types
never waits for it: `Preview.advance` it as long as there is time.
"""

from claimdesk.preview.edited import PhraseUse, Preview
from claimdesk.preview.library import OpenedLibrary, open_library

__all__ = ["OpenedLibrary", "PhraseUse", "Preview", "open_library"]
