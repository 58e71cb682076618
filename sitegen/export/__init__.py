"""What machines read: data files, feeds, sitemap and robots.txt; bytes from an archive, never the clock."""

from sitegen.export.indexes import make_indexes
from sitegen.export.rows import COLUMNS, list_stats
from sitegen.export.tables import DataFile, make_data_files

__all__ = ["COLUMNS", "DataFile", "list_stats", "make_data_files", "make_indexes"]
