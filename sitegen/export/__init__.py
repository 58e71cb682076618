"""What machines read: data files, feeds, sitemap and robots.txt; text and bytes from an archive, never the clock."""

from sitegen.export.rows import COLUMNS, list_stats
from sitegen.export.site_files import export_site

__all__ = ["COLUMNS", "export_site", "list_stats"]
