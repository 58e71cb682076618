"""Laws of the audit: they hold for any archive."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.archive.audit import audit_content
from sitegen.archive.audit.reach import Reach, add_up, power_of_ten, reach_of
from sitegen.archive.audit.slips import find_slip
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.model.terms import Bound, Kind, ReportPath
from tests.unit.archive.auditing import cases, content_of, read_marked
from tests.unit.archive.make import make_stat

CASES = cases()
REPORTS = st.sampled_from(CASES).map(content_of).map(lambda content: content.reports)
SIZES = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)


def together(*groups: tuple[Report, ...]) -> Content:
    """The reports of several cases as one archive, each in a place of its own."""
    moved = [
        replace(report, path=ReportPath(f"p{number}/{report.path}"), place=f"{report.place}{number}")
        for number, group in enumerate(groups)
        for report in group
    ]
    return replace(content_of(CASES[0]), reports=tuple(moved))


@settings(max_examples=60, deadline=None)
@given(REPORTS, REPORTS)
def test_a_report_of_another_series_and_place_changes_nothing(
    one: tuple[Report, ...], other: tuple[Report, ...]
) -> None:
    strange = read_marked("整修【古桥|3座】。", place="青岭省东山县白石乡", number=9)
    content = together(one, other)

    assert audit_content(replace(content, reports=(*content.reports, strange))) == audit_content(content)


@settings(max_examples=60, deadline=None)
@given(st.lists(REPORTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(groups: list[tuple[Report, ...]], random: object) -> None:
    content = together(*groups)
    shuffled = list(content.reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert audit_content(replace(content, reports=tuple(shuffled))) == audit_content(content)


@settings(max_examples=60, deadline=None)
@given(
    st.decimals(min_value=-(10**6), max_value=10**6, places=2, allow_nan=False),
    st.sampled_from(Bound),
    st.sampled_from(Kind),
    st.text("0123456789.,%万余近约", max_size=8),
)
def test_no_stat_makes_the_audit_raise(value: Decimal, bound: Bound, kind: Kind, printed: str) -> None:
    report = content_of(CASES[0]).reports[0]
    stats = tuple(
        make_stat(f"a0000{n}", value=value * n, bound=bound, kind=kind, printed=printed, quote=f"硬化{printed}公里")
        for n in range(3)
    )
    audit_content(replace(content_of(CASES[0]), reports=(replace(report, stats=stats),)))

    reach = reach_of(make_stat("a00000", value=value, bound=bound, printed=printed))
    assert reach.low <= reach.high


@given(SIZES, SIZES)
def test_a_sum_holds_its_members(first: Decimal, second: Decimal) -> None:
    both = add_up((Reach(first, first + 1), Reach(second, second)))

    assert both.meets(Reach(first + second, first + second))
    assert both.change_from(Reach(first, first)).meets(Reach(second, second))


@given(st.integers(1, 10**7), st.integers(1, 4))
def test_a_power_of_ten_is_seen_from_both_ends(value: int, power: int) -> None:
    ratio = Decimal(value) / (Decimal(value) * 10**power)

    assert power_of_ten(ratio, Decimal("1.01")) == power
    assert power_of_ten(1 / ratio, Decimal("1.01")) == power


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_slips_are_seen_from_both_ends(one: int, other: int) -> None:
    assert find_slip(Decimal(one), Decimal(other)) is find_slip(Decimal(other), Decimal(one))
    assert find_slip(Decimal(one), Decimal(one)) is None
