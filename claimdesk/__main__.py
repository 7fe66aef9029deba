"""``python -m claimdesk``: the same as the `claimdesk` command."""

import sys

from claimdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
