"""Laws of layout: nothing is lost, nothing raises, line ends do not matter."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest.repair import repair_characters
from sitegen.ingest.structure import lay_out
from sitegen.ingest.structure.account import make_ledger
from sitegen.ingest.structure.layout import lay_out_traced
from sitegen.model.ledger import Fate
from tests.damage.clean import invent
from tests.damage.damage import damage, varied

ROOT = Path(__file__).parents[2]
BULLETINS = (*sorted((ROOT / "seeds").glob("*.txt")), *(ROOT / "tests" / "gold" / "more" / f"A{n}.txt" for n in (1, 2)))

PAGES = st.text(alphabet="党建引领发展，。“”（）：,.\"'()12%  \n\n\n　#*-—一、镇乡本报讯记者张三摄\r\t\0", max_size=300)


def assert_accounted(source: str) -> None:
    """Every character that is not white space is kept once or dropped once, and each new form is in the ledger."""
    laid = lay_out_traced(source)
    kept: Counter[int] = Counter()
    roles: set[int] = set()
    forms: dict[int, str] = {}
    for piece in laid.pieces():
        for offset, character in zip(piece.at, piece.text, strict=True):
            if not source[offset].isspace():
                kept[offset] += 1
                forms[offset] = character
    for report in (laid, *laid.reports):
        roles.update(offset for credit in report.credits for offset in credit.role.at)
    ledger = make_ledger(source, laid.pieces(), laid.account)
    dropped = Counter(c for e in ledger.entries if e.fate is Fate.DROPPED for c in e.text if not c.isspace())
    replaced = [entry for entry in ledger.entries if entry.fate is Fate.REPLACED]
    before = Counter(c for c in source if not c.isspace())
    after = Counter(forms.values())
    for entry in replaced:
        after.subtract({entry.to: entry.count})
        for character in entry.text:
            after[character] += entry.count

    assert [offset for offset, times in kept.items() if times > 1 and offset not in roles] == []
    assert [entry.text for entry in ledger.entries if entry.reason == "left-over"] == []
    assert before == +(after + dropped)


@pytest.mark.parametrize("path", BULLETINS, ids=lambda path: path.name[:3])
def test_bulletins_are_accounted_for(path: Path) -> None:
    assert_accounted(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(30))
def test_damaged_reports_are_accounted_for(seed: int) -> None:
    assert_accounted(damage(invent(seed), varied(seed), seed))


@given(PAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_accounted_for(source: str) -> None:
    assert_accounted(source)


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_text_raises(source: str) -> None:
    assert lay_out(source).reports is not None


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_repairing_twice_changes_nothing_more(source: str) -> None:
    once = repair_characters(source)

    assert once == repair_characters(once)


@pytest.mark.parametrize("seed", range(6))
def test_line_ends_do_not_matter(seed: int) -> None:
    source = damage(invent(seed), varied(seed), seed).replace("\r\n", "\n")
    unix, windows = lay_out(source), lay_out(source.replace("\n", "\r\n"))

    assert unix.reports == windows.reports


@pytest.mark.parametrize("seed", range(6))
def test_full_width_digits_read_like_ascii_ones(seed: int) -> None:
    source = damage(invent(seed), varied(seed), seed).replace("\r\n", "\n")
    wide = source.translate(str.maketrans("0123456789", "０１２３４５６７８９"))

    assert [r.sections for r in lay_out(source).reports] == [r.sections for r in lay_out(wide).reports]
