"""The search index: which pages, how their text is folded and cut into bigrams, and Pagefind's run over them."""

from sitegen.search.documents import SearchPage
from sitegen.search.index import IndexingError, write_index

__all__ = ["IndexingError", "SearchPage", "write_index"]
