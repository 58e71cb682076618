"""A theme may be named by its label where an id is wanted."""

from pathlib import Path

import pytest

from sitegen.checks import check_folder
from sitegen.lexicon.indicators import load_series
from sitegen.lexicon.themes import load_themes
from sitegen.model.content import Content
from sitegen.model.report import Report, Settings, Theme
from sitegen.model.terms import ThemeId
from sitegen.store.theme_names import settle_themes, theme_ids

REPORT = """---
title: 西塘镇2023年工作
place: 浙江省嘉兴市嘉善县西塘镇
issuer: 西塘镇
period: "2023"
themes: [{a}, {b}]
sections:
- {{heading: null, themes: [{a}]}}
- {{heading: 抓治理, themes: [{b}]}}
practices:
- {{name: 积分制, theme: {b}, quote: 推行“积分制”}}
stats:
- {{id: aaaaa1, indicator: 新建大棚, printed: 120个, theme: {a}, quote: 新建大棚120个}}
- {{id: aaaaa2, indicator: 调解纠纷, printed: 45件, quote: 调解纠纷45件}}
---
新建大棚120个。

## 抓治理

推行“积分制”，调解纠纷45件。
"""


def read(folder: Path, a: str, b: str) -> tuple[Report, ...]:
    path = folder / "content/reports/zhejiang/jiashan/xitang-zhen/2023.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(a=a, b=b), encoding="utf-8")
    content, problems = check_folder(folder / "content")

    assert problems == ()
    return content.reports


@pytest.mark.parametrize("form", ["label", "label_en", "in small letters"])
def test_labels_of_both_languages_are_read_as_ids(form: str, tmp_path: Path) -> None:
    themes = {theme.id: theme for theme in load_themes()}
    labels = {
        "label": lambda theme: theme.label,
        "label_en": lambda theme: theme.label_en,
        "in small letters": lambda theme: theme.label_en.lower(),
    }
    a, b = (labels[form](themes[ThemeId(id_)]) for id_ in ("agriculture", "governance"))

    assert a != "agriculture" or form == "in small letters"
    assert read(tmp_path, a, b) == read(tmp_path, "agriculture", "governance")


def test_an_id_and_the_label_of_two_themes_name_nothing_else() -> None:
    themes = [
        Theme(ThemeId("economy"), "经济发展", "Economy", "", ""),
        Theme(ThemeId("trade"), "经济发展", "Commerce", "", ""),
        Theme(ThemeId("water"), "economy", "Water works", "", ""),
    ]

    assert theme_ids(themes) == {
        "Commerce": "trade",
        "commerce": "trade",
        "Economy": "economy",
        "Water works": "water",
        "water works": "water",
    }


def test_what_names_no_label_is_the_same_record() -> None:
    content = Content(settings=Settings("x", "", "/"), reports=(), themes=load_themes(), series=load_series())

    assert all(a is b for a, b in zip(settle_themes(content).series, content.series, strict=True))
