"""How much of damaged reports layout gives back, kind by kind; a floor may be raised, never lowered."""

from pathlib import Path

import pytest

from sitegen.ingest.structure import lay_out
from tests.damage.clean import CleanReport, invent, read_clean
from tests.damage.damage import Damage, damage, only, printed, varied
from tests.damage.measure import mean, measure

GOLD = Path(__file__).parents[1] / "gold" / "more"
WRITTEN = tuple(read_clean((GOLD / f"A{n}.clean.md").read_text(encoding="utf-8")) for n in (1, 2))
INVENTED = tuple(map(invent, range(12)))

KINDS = {
    "none": (only(), 1.0),
    "wrapped at 20": (only(width=20), 1.0),
    "wrapped at 38": (only(width=38), 1.0),
    "justified": (only(width=15, justify=True), 1.0),
    "no blank lines": (only(width=20, airless=True), 0.85),
    "no blank lines, indented": (only(width=20, airless=True, indent=True), 0.92),
    "paragraphs on lines without blank ones": (only(airless=True), 0.9),
    "headings after": (only(headings_after="all"), 0.92),
    "some headings after": (only(headings_after="some"), 0.92),
    "lead last": (only(lead="last"), 0.95),
    "headings after and lead last": (only(headings_after="all", lead="last"), 0.98),
    "broken": (only(breaks=4), 0.97),
    "broken and wrapped": (only(breaks=4, width=18), 0.97),
    "captions between": (only(captions="between"), 1.0),
    "captions inside": (only(breaks=3, captions="inside"), 0.97),
    "captions at the end": (only(captions="end"), 1.0),
    "furniture": (only(furniture=True, width=20), 1.0),
    "doubled headline": (only(doubled=True), 1.0),
    "half-width marks": (only(half_width=True, straight_quotes=True, width=22), 1.0),
    "full-width digits": (only(wide_digits=True), 1.0),
    "Windows line ends": (only(crlf=True, width=25), 1.0),
    "credits": (only(credit=True, width=20), 1.0),
    "woven columns": (only(weave=1), 0.9),
}


def restored(reports: tuple[CleanReport, ...], kinds: list[Damage]) -> float:
    results = [
        measure(printed(report, what), lay_out(damage(report, what, seed)))
        for seed, what in enumerate(kinds)
        for report in (reports if len(kinds) == 1 else (reports[seed % len(reports)],))
    ]
    result = mean(results)
    return min(result.placed, result.title, result.captions, result.credits)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_damage_is_made_good(kind: str) -> None:
    what, floor = KINDS[kind]

    assert restored(INVENTED + WRITTEN, [what]) >= floor


def test_damage_of_all_kinds_is_made_good() -> None:
    assert restored(INVENTED + WRITTEN, [varied(seed) for seed in range(28)]) >= 0.9


def test_damage_is_the_same_for_a_seed() -> None:
    assert damage(INVENTED[0], varied(3), 3) == damage(INVENTED[0], varied(3), 3)
