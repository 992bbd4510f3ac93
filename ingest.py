"""Read the guides and bring the index up to date: ``python ingest.py [PATH ...] [--index DIR]``."""

import sys

from assistant.commands.ingest import main

if __name__ == "__main__":
    sys.exit(main())
