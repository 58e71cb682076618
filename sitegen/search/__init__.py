"""The search index: which pages, how their text is folded, and lists of where each pair of characters stands."""

from sitegen.search.index import IndexingError, write_index
from sitegen.search.memory import SearchMemory
from sitegen.search.texts import SearchPage

__all__ = ["IndexingError", "SearchMemory", "SearchPage", "write_index"]
