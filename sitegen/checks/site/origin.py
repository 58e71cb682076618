"""Which file of the content folder a page of the site is made from."""

from pathlib import Path, PurePosixPath

from sitegen.problems.words import Words

_PARTS = ("reports", "places", "themes", "practices", "bulletins")
"""Folders of the site that have the names of folders of the content."""
_TEMPLATE = Words("the templates and the content as a whole", "模板和全部内容")


def find_origin(file: str, content: Path | None) -> Words:
    """Say what a page is made from: its own file where it has one, as the user would type it.

    Args:
        file: Of the page, below the site's folder.
        content: The content folder; None where it is not known.
    """
    if content is None:
        return _TEMPLATE
    parts = PurePosixPath(file).parent.parts
    if parts and parts[0] not in _PARTS and len(parts) > 1 and parts[1] in _PARTS:  # below the name of a language
        parts = parts[1:]
    while len(parts) > 1 and parts[0] in _PARTS:  # how one cites a report stands below the report
        own = content.joinpath(*parts).with_name(f"{parts[-1]}.md")
        if own.is_file():
            return Words(own.as_posix(), own.as_posix())
        parts = parts[:-1]
    return _TEMPLATE
