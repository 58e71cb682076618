"""The layout of a bulletin: its reports, headings and paragraphs in reading order, nothing lost."""

from sitegen.ingest.structure.layout import lay_out

__all__ = ["lay_out"]
