"""What is known of a bulletin from outside its text, under its older name."""

from sitegen.model.facts import NOTHING_KNOWN, Facts

__all__ = ["NOTHING_KNOWN", "Facts"]
