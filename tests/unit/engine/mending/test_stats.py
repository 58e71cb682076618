"""Stats as editors write them, and what is filled in."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.checks.subject import Known
from sitegen.engine.mending.report import mend_report
from sitegen.lexicon import load_series, load_themes
from sitegen.model.content import Content
from sitegen.model.terms import ReportPath
from sitegen.store.site import DEFAULT

CASES = yaml.safe_load((Path(__file__).parents[3] / "spec/mending/stats.yaml").read_text(encoding="utf-8"))
KNOWN = Known.of(Content(settings=DEFAULT, reports=(), themes=load_themes(), series=load_series()))
FILE = """---
# 已核对
themes: [economy]
sections: [{{heading: 抓产业, themes: [economy]}}]
stats:
- {stat}  # 待核
---
## 抓产业

{text}
"""


def mended(text: str) -> str:
    return mend_report(text, ReportPath("zhejiang/jiashan/xitang-zhen/2023"), KNOWN)[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_stat_is_completed_as_expected(case: dict[str, Any]) -> None:
    text = FILE.format(stat=case["stat"], text=case["text"])
    expected = FILE.format(stat=case.get("mended", case["stat"]), text=case["text"])

    assert mended(text) == expected
    assert mended(expected) == expected


def test_the_other_of_two_numbers_with_the_same_words() -> None:
    first = "{id: aaaaa1, indicator: 甲, value: 120, unit: 个, printed: 120个, at: 1, theme: economy, quote: Q}"
    second = "{id: aaaaa2, indicator: 乙, value: 120, unit: 个, printed: 120个, theme: economy, quote: Q}"
    stats = [stat.replace("Q", "大棚120个、池120个") for stat in (first, second)]
    text = FILE.format(stat="\n- ".join(stats), text="大棚120个、池120个。")

    assert mended(text) == text.replace("printed: 120个, theme", "printed: 120个, at: 2, theme")


def test_new_ids_are_unique_and_those_of_others_stay() -> None:
    line = "{indicator: 大棚, printed: 120个, quote: 大棚120个, theme: economy, value: 120, unit: 个}"
    first = mended(FILE.format(stat=line, text="大棚120个。")).partition("{id: ")[2][:6]
    both = mended(FILE.format(stat=f"{line}\n- {{id: {first}, {line[1:]}", text="大棚120个。"))

    assert both.count(f"id: {first}") == 1
    assert both.count("{id: ") == 2
