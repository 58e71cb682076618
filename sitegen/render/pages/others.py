"""Pages of which there is one: data, about, and what answers where nothing is."""

from sitegen.model.reading import ReadingScore
from sitegen.render.body import render_body
from sitegen.render.context import Site
from sitegen.render.described import describe_archive
from sitegen.render.foreign import CONTENT_LANGUAGE, holds_chinese
from sitegen.render.page import DataFile, PageKind
from sitegen.render.variables import AboutPage, DataPage, NotFoundPage
from sitegen.render.views import Fact, FileItem, ReadingRow, ReadingTable
from sitegen.render.words import Words
from sitegen.store.texts import page_file


def show_data(site: Site) -> DataPage:
    """Return the variables of the page on open data."""
    words = site.words
    files = (
        FileItem(
            file.name,
            site.routes.data_file(file.name),
            *_describe(file, words),
            words.size(file.size) if file.size is not None else "",
        )
        for file in site.data_files
    )
    return DataPage(
        site=site.view(),
        page=site.page(
            PageKind.DATA,
            site.routes.data(),
            words("data.heading"),
            description=words("data.intro"),
            crumbs=(site.home_crumb(),),
            described=(describe_archive(site),),
        ),
        files=tuple(files),
    )


def _describe(file: DataFile, words: Words) -> tuple[str, str]:
    """Return what a data file is called and what is in it."""
    key = f"data.file.{file.name.replace('.', '-')}"
    return (
        (words(f"{key}.title"), words(f"{key}.about")) if words.has(f"{key}.title") else (file.title, file.description)
    )


def show_about(site: Site) -> AboutPage:
    """Return the variables of the page about the archive."""
    words, archive = site.words, site.archive
    page, language = site.text_page("about")
    if page is None:
        language = CONTENT_LANGUAGE if holds_chinese(site.description) else words.language
    dress = site.dress(page_file(page.id if page else "about"), language)
    text = render_body(page.body if page else site.description, dress)
    counted = (
        ("bulletins", len(archive.open_bulletins)),
        ("reports", len(archive.reports)),
        ("places", sum(1 for entry in archive.places.values() if entry.reports)),
        ("stats", archive.stat_count),
        ("indicators", len(archive.indicators)),
        ("practices", len(archive.practices)),
    )
    return AboutPage(
        site=site.view(),
        page=site.page(
            PageKind.ABOUT,
            site.routes.about(),
            page.title if page else words("about.heading"),
            description=site.description,
            crumbs=(site.home_crumb(),),
        ),
        text=text.html,
        headings=text.headings,
        text_language=language,
        counts=tuple(Fact(words(f"count.{what}"), words.number(count)) for what, count in counted),
        reading=_reading_table(archive.reading, words) if archive.reading else None,
    )


def _reading_table(score: ReadingScore, words: Words) -> ReadingTable:
    rows = (
        ReadingRow(
            words(f"reading.{measure.name.replace('_', '-')}"),
            "—" if measure.value is None else f"{measure.value * 100:.1f}%",
            measure.count,
        )
        for measure in score.measures
    )
    return ReadingTable(score.bulletins, score.wrong_places, tuple(rows))


def show_not_found(site: Site) -> NotFoundPage:
    """Return the variables of the page that answers where nothing is."""
    words = site.words
    return NotFoundPage(
        site=site.view(),
        page=site.page(
            PageKind.NOT_FOUND,
            site.routes.not_found(),
            words("not-found.heading"),
            description=words("not-found.intro"),
            indexed=False,
        ),
        browse=site.browse(),
        elsewhere=tuple(site.home_in(other, "not-found.elsewhere") for other in site.languages if other is not words),
    )
