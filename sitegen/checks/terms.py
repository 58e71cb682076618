"""Ids that a report uses: themes and indicators that there are, stat ids that no other stat has."""

from collections.abc import Iterator

from sitegen.checks.finding import Finding, Findings, Pointer
from sitegen.checks.subject import Known, Subject, names_of
from sitegen.lexicon.indicators import load_name_rules
from sitegen.lexicon.misspelt import index_names
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import SeriesId, ThemeId
from sitegen.problems.near import find_misspelt
from sitegen.problems.words import join_words
from sitegen.store.sections import union_of


def check_themes(subject: Subject, known: Known) -> Findings:
    """Find themes that there are not; and a list of themes that is not the union of the sections'."""
    unknown = False
    for at, theme in _named_themes(subject.report):
        if theme not in known.themes:
            unknown = True
            yield _unknown_theme(subject.file, at, theme, known)
    wanted = union_of(subject.report.sections)
    if not unknown and subject.report.themes != wanted:
        yield subject.finding("themes-differ", "themes", wanted=", ".join(wanted))


def check_series(subject: Subject, known: Known) -> Findings:
    """Find indicators that there are not, and stats in another unit than that in which the indicator is compared."""
    for number, stat in enumerate(subject.report.stats):
        if stat.series is None:
            yield from _misspelt_indicator(subject, stat, number, known)
            continue
        series = known.series.get(stat.series)
        if series is None:
            near = nearest_series(stat.series, known)
            yield subject.finding("series-unknown", "stats", number, "series", near=near, id=stat.series)
        elif _class_of(series.unit) != _class_of(stat.unit):
            yield subject.finding(
                "series-unit-differs", "stats", number, "unit", id=stat.series, wanted=series.unit, unit=stat.unit
            )


def check_ids(subject: Subject, known: Known) -> Findings:
    """Find ids that two stats of the report have."""
    seen = set()
    for number, stat in enumerate(subject.report.stats):
        if stat.id in seen:
            yield subject.finding("id-repeated", "stats", number, "id", id=stat.id)
        seen.add(stat.id)


def check_series_themes(content: Content) -> Findings:
    """Find indicators of ``indicators.yaml`` whose theme there is not."""
    known = Known.of(content)
    for series in content.series:
        if series.theme not in known.themes:
            yield _unknown_theme("indicators.yaml", (), series.theme, known)


def check_practice_indicators(content: Content) -> Findings:
    """Find indicators that a practice's file names and that there are not."""
    known = Known.of(content)
    for practice in content.practices:
        for number, series in enumerate(practice.indicators):
            if series not in known.series:
                yield Finding(
                    code="series-unknown",
                    file=f"practices/{practice.id}.md",
                    at=("indicators", number),
                    near=nearest_series(series, known),
                    values={"id": series},
                )


def _named_themes(report: Report) -> Iterator[tuple[Pointer, ThemeId]]:
    """Every theme that a report names, with its place in the front matter."""
    for number, theme in enumerate(report.themes):
        yield ("themes", number), theme
    for row, section in enumerate(report.sections):
        for number, theme in enumerate(section.themes):
            yield ("sections", row, "themes", number), theme
    for row, practice in enumerate(report.practices):
        if practice.theme is not None:
            yield ("practices", row, "theme"), practice.theme
    for row, stat in enumerate(report.stats):
        yield ("stats", row, "theme"), stat.theme


def check_practice_names(subject: Subject, known: Known) -> Findings:
    """Note names of practices that are spelt nearly like that of one with a page."""
    for number, practice in enumerate(subject.report.practices):
        if near := known.practices.find(practice.name):
            yield subject.finding("practice-near", "practices", number, "name", name=practice.name, meant=near)


def _misspelt_indicator(subject: Subject, stat: Stat, number: int, known: Known) -> Findings:
    """Note an indicator without series that is spelt nearly like the name of one in the same unit."""
    name = known.indicators.find(stat.indicator)
    if name is None:
        return
    for series in known.series.values():
        if name in names_of(series) and _class_of(series.unit) == _class_of(stat.unit):
            values = {"indicator": stat.indicator, "meant": name, "series": series.id}
            yield subject.finding("indicator-near", "stats", number, "indicator", **values)
            return


def nearest_series(said: str, known: Known) -> SeriesId | None:
    """Return the indicator that is meant where a name of it stands, or its id or a name is misspelt."""
    ids: dict[str, set[SeriesId]] = {}
    for series in known.series.values():
        for name in (*names_of(series), series.name_en.lower()):
            ids.setdefault(name, set()).add(series.id)
    meant = next((form for form in (said, said.lower()) if form in ids), known.indicators.find(said))
    if meant:
        return next(iter(ids[meant])) if len(ids[meant]) == 1 else None
    near = find_misspelt(said, known.series)
    return SeriesId(near) if near else None


def _class_of(unit: str) -> str:
    """The unit that stands for all that may share an indicator: ``公里`` for ``千米`` and ``米``."""
    return load_name_rules().unit_classes.get(unit, unit)


def _unknown_theme(file: str, at: Pointer, theme: ThemeId, known: Known) -> Finding:
    values = {"id": theme, "ids": join_words(known.themes)}
    return Finding(code="theme-unknown", file=file, at=at, near=nearest_theme(theme, known), values=values)


def nearest_theme(said: str, known: Known) -> ThemeId | None:
    """Return the theme that is meant where its label in either language or its id is misspelt."""
    by_label = {label: item.id for item in known.themes.values() for label in (item.label, item.label_en)}
    label = index_names(by_label).find(said) or find_misspelt(said, by_label)
    near = by_label[label] if label else find_misspelt(said, known.themes)
    return ThemeId(near) if near else None
