"""Lets tests share what stands beside them: ``from tests.strategies import reports``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
