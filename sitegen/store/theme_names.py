"""Names of themes where an id is wanted: 乡村振兴 counts as ``rural-revitalisation``, in either language."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sitegen.model.content import Content
from sitegen.model.report import Report, Theme
from sitegen.model.terms import ThemeId


def settle_themes(content: Content) -> Content:
    """Return the content with the id for each theme that a report or an indicator names by its label.

    What has no such name is the same record as before.
    """
    ids = theme_ids(content.themes)
    return replace(
        content,
        reports=tuple(_settle(report, ids) if _names_any(report, ids) else report for report in content.reports),
        series=tuple(
            replace(series, theme=ids[series.theme]) if series.theme in ids else series for series in content.series
        ),
    )


def theme_ids(themes: Iterable[Theme]) -> Mapping[str, ThemeId]:
    """Return the id of each theme by its labels; what is an id itself, or the label of two themes, is none."""
    listed = tuple(themes)
    found: dict[str, set[ThemeId]] = {}
    for theme in listed:
        for label in (theme.label, theme.label_en):
            for form in (label, label.lower()):
                found.setdefault(form, set()).add(theme.id)
    known = {theme.id for theme in listed}
    return {label: next(iter(ids)) for label, ids in found.items() if len(ids) == 1 and label and label not in known}


def _names_any(report: Report, ids: Mapping[str, ThemeId]) -> bool:
    return (
        any(theme in ids for theme in report.themes)
        or any(theme in ids for section in report.sections for theme in section.themes)
        or any(stat.theme in ids for stat in report.stats)
        or any(practice.theme in ids for practice in report.practices)
    )


def _settle(report: Report, ids: Mapping[str, ThemeId]) -> Report:
    def one(theme: ThemeId) -> ThemeId:
        return ids.get(theme, theme)

    def many(themes: tuple[ThemeId, ...]) -> tuple[ThemeId, ...]:
        return tuple(dict.fromkeys(map(one, themes)))

    return replace(
        report,
        themes=many(report.themes),
        sections=tuple(replace(section, themes=many(section.themes)) for section in report.sections),
        practices=tuple(
            replace(practice, theme=one(practice.theme)) if practice.theme else practice
            for practice in report.practices
        ),
        stats=tuple(replace(stat, theme=one(stat.theme)) for stat in report.stats),
    )
