"""Footnotes: a mark for each, and one for each mark."""

from collections.abc import Iterable

from sitegen.checks.finding import Finding, Findings
from sitegen.store.markdown import check_notes


def check_footnotes(texts: Iterable[tuple[str, str]]) -> Findings:
    """Find marks without a footnote, and footnotes that no mark leads to or whose label is taken.

    Args:
        texts: Files below the content folder, each with its Markdown.
    """
    for file, text in texts:
        notes = check_notes(text)
        for code, faults in (
            ("footnote-missing", notes.missing),
            ("footnote-unused", notes.unused),
            ("footnote-repeated", notes.repeated),
        ):
            for label, line in faults:
                yield Finding(code=code, file=file, body_line=line, mark=f"[^{label}]", values={"label": label})
