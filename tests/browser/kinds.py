"""The kinds of pages that an archive has."""

from pathlib import Path

_SINGLE = ("report", "cite", "bulletin", "not-found")
"""Kinds that stand once for all languages."""
_CHINESE = {
    "home": "index.html",
    "report": "reports/*/**/index.html",
    "cite": "reports/*/**/cite/index.html",
    "reports": "reports/index.html",
    "bulletin": "bulletins/*/index.html",
    "bulletins": "bulletins/index.html",
    "province": "places/*/index.html",
    "county": "places/*/*/index.html",
    "township": "places/*/*/*/index.html",
    "places": "places/index.html",
    "theme": "themes/*/index.html",
    "themes": "themes/index.html",
    "indicator": "indicators/*/index.html",
    "indicators": "indicators/index.html",
    "practice": "practices/*/index.html",
    "practices": "practices/index.html",
    "compare": "compare/index.html",
    "search": "search/index.html",
    "data": "data/index.html",
    "about": "about/index.html",
    "not-found": "404.html",
}
_ENGLISH = {f"{kind}-en": f"en/{pattern}" for kind, pattern in _CHINESE.items() if kind not in _SINGLE}
KINDS = _CHINESE | _ENGLISH
"""Where the pages of a kind stand in a built site, as a pattern."""


def find_longest(site: Path, pattern: str) -> str:
    """Return the address below the site's of the longest page of a kind."""
    files = [file for file in site.glob(pattern) if file.is_file()]
    if "cite" not in pattern:  # how one cites a report stands below the report
        files = [file for file in files if "cite" not in file.parts[-3:]]
    assert files
    longest = max(files, key=lambda file: (file.stat().st_size, file))
    return longest.relative_to(site).as_posix().removesuffix("index.html")
