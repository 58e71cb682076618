"""What the reader takes, the schema takes: nothing that is right is ever marked in an editor."""

from collections.abc import Iterable

from hypothesis import given

from sitegen.editors.json_schema import make_schema
from sitegen.editors.offered import Offered, make_offered, offer_lexicon
from sitegen.lexicon import load_series
from sitegen.model.report import Bulletin, Practice, Report, Series, Settings, Theme
from sitegen.store.bulletins import write_bulletin
from sitegen.store.indicators import write_indicators
from sitegen.store.practices import write_practice
from sitegen.store.report_file import write_report
from sitegen.store.site import write_site
from sitegen.store.themes import write_theme
from tests import strategies as made
from tests.property.test_store import modest
from tests.unit.editors.reading import find_faults, read_value

LEXICON = offer_lexicon()


def offer(themes: Iterable[str | None]) -> Offered:
    """An archive that has these themes."""
    return make_offered([Theme(theme, "某", "some", "某。") for theme in {*themes} - {None}], load_series())


@modest
@given(made.reports())
def test_any_report_fits(report: Report) -> None:
    used = [
        *report.themes,
        *(theme for section in report.sections for theme in section.themes),
        *(practice.theme for practice in report.practices),
        *(stat.theme for stat in report.stats),
    ]
    value = read_value(write_report(report), front=True)

    assert find_faults(make_schema("report", offer(used)), value) == []


@modest
@given(made.bulletins, made.themes, made.practices, made.settings_of_sites)
def test_any_other_file_fits(bulletin: Bulletin, theme: Theme, practice: Practice, settings: Settings) -> None:
    for name, text, front in (
        ("bulletin", write_bulletin(bulletin), True),
        ("theme", write_theme(theme), True),
        ("practice", write_practice(practice), True),
        ("site", write_site(settings), False),
    ):
        assert find_faults(make_schema(name, LEXICON), read_value(text, front=front)) == []


@modest
@given(made.series)
def test_any_indicator_fits(series: Series) -> None:
    value = read_value(write_indicators([series]), front=False)

    assert find_faults(make_schema("indicators", offer([series.theme])), value) == []
