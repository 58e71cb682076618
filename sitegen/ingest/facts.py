"""What is known of a bulletin from outside its text."""

from sitegen.model.facts import NOTHING_KNOWN as NOTHING_KNOWN
from sitegen.model.facts import Facts as Facts
