from dataclasses import replace
from datetime import date
from decimal import Decimal

from sitegen.ingest.keep import keep_ids
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, StatId, ThemeId
from tests.unit.archive.make import make_report


def stat(ident: str, printed: str, quote: str, indicator: str = "路灯", **more: object) -> Stat:
    fields: dict[str, object] = {"value": Decimal(1), "unit": "盏", "theme": ThemeId("infrastructure")} | more
    return Stat(id=StatId(ident), printed=printed, quote=quote, indicator=indicator, **fields)  # type: ignore[arg-type]


def report(*stats: Stat, added: date | None = None) -> Report:
    return make_report("a/b/c/2023", None, None, stats=stats, added=added)


def ids(made: Report) -> list[str]:
    return [stat.id for stat in made.stats]


def test_same_words_keep_their_id() -> None:
    old = report(stat("aaaaaa", "4盏", "新装路灯4盏"))
    new = report(stat("bbbbbb", "4盏", "新装路灯4盏"))

    assert ids(keep_ids(old, new)) == ["aaaaaa"]


def test_a_longer_quote_and_a_better_name_keep_the_id() -> None:
    old = report(stat("aaaaaa", "4盏", "新装路灯4盏"), stat("cccccc", "5盏", "路灯5盏"))
    longer = stat("bbbbbb", "4盏", "去年新装路灯4盏")
    renamed = stat("dddddd", "5盏", "修复路灯5盏", indicator="修复路灯")

    assert ids(keep_ids(old, report(longer, renamed))) == ["aaaaaa", "cccccc"]


def test_an_exact_match_goes_before_a_likely_one() -> None:
    old = report(stat("aaaaaa", "4盏", "东村路灯4盏"), stat("cccccc", "4盏", "西村路灯4盏"))
    new = report(stat("bbbbbb", "4盏", "西村路灯4盏"), stat("dddddd", "4盏", "东村的路灯4盏"))

    assert ids(keep_ids(old, new)) == ["cccccc", "aaaaaa"]


def test_a_new_stat_never_takes_an_old_id() -> None:
    old = report(stat("aaaaaa", "4盏", "路灯4盏"))
    new = report(stat("aaaaaa", "9公里", "公路9公里", indicator="公路", unit="公里", value=Decimal(9)))

    made = ids(keep_ids(old, new))

    assert made != ["aaaaaa"]


def test_another_kind_of_number_is_another_stat() -> None:
    old = report(stat("aaaaaa", "8%", "增长8%", indicator="税收", kind=Kind.CHANGE, unit="%", value=Decimal(8)))
    new = report(replace(old.stats[0], id=StatId("bbbbbb"), quote="占8%", kind=Kind.LEVEL, value=Decimal(-8)))

    assert ids(keep_ids(old, new)) == ["bbbbbb"]


def test_the_date_of_the_first_reading_stays() -> None:
    first, today = date(2024, 1, 2), date(2026, 1, 2)

    assert keep_ids(report(added=first), report(added=today)).added == first
