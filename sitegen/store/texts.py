"""Every Markdown text of an archive with the file that it stands in."""

from collections.abc import Iterable, Iterator

from sitegen.model.content import Content, TextPage
from sitegen.model.place import Place
from sitegen.model.report import Bulletin, Practice, Report, Theme


def list_texts(
    *,
    reports: Iterable[Report],
    bulletins: Iterable[Bulletin],
    places: Iterable[Place],
    themes: Iterable[Theme],
    practices: Iterable[Practice],
    pages: Iterable[TextPage],
) -> Iterator[tuple[str, str]]:
    """Yield the files below the content folder and the Markdown of each, which may be empty."""
    yield from ((report_file(one.path), one.body) for one in reports)
    yield from ((bulletin_file(one.stem), one.preface) for one in bulletins)
    yield from ((place_file(one.id), one.text) for one in places)
    yield from ((theme_file(one.id), one.text) for one in themes)
    yield from ((practice_file(one.id), one.text) for one in practices)
    yield from ((page_file(one.id), one.body) for one in pages)


def list_all_texts(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the files of a content folder and the Markdown of each, those of drafts included."""
    return list_texts(
        reports=content.reports,
        bulletins=content.bulletins,
        places=content.places,
        themes=content.themes,
        practices=content.practices,
        pages=content.pages,
    )


def report_file(path: str) -> str:
    """Return the file of a report, below the content folder."""
    return f"reports/{path}.md"


def bulletin_file(stem: str) -> str:
    """Return the file of a bulletin."""
    return f"bulletins/{stem}.md"


def place_file(place: str) -> str:
    """Return the file of a place."""
    return f"places/{place}.md"


def theme_file(theme: str) -> str:
    """Return the file of a subject."""
    return f"themes/{theme}.md"


def practice_file(practice: str) -> str:
    """Return the file of a working method."""
    return f"practices/{practice}.md"


def page_file(page: str) -> str:
    """Return the file of a page that editors write."""
    return f"pages/{page}.md"
