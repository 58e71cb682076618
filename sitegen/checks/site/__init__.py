"""A built site: whether all of it holds together, and what it costs its readers."""

from sitegen.checks.site.check import SiteResult, check_site

__all__ = ["SiteResult", "check_site"]
