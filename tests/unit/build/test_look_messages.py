"""What is said of a look that cannot be used, in both languages."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateError

from sitegen.build.look import tell_look_error
from sitegen.problems import Language, Problem
from sitegen.render import JinjaThemeError, load_jinja_theme
from sitegen.render.words import MissingStringError, Words


def look(folder: Path, toml: str, strings: str) -> Problem:
    """Return the problem of a look of these two files."""
    for name in ("templates", "assets", "strings"):
        (folder / name).mkdir()
    (folder / "jinja-theme.toml").write_text(toml, encoding="utf-8")
    (folder / "strings/zh-Hans.yaml").write_text(strings, encoding="utf-8")
    with pytest.raises(JinjaThemeError) as caught:
        load_jinja_theme(folder)
    return tell_look_error(folder, caught.value)


@pytest.mark.parametrize(
    ("toml", "strings", "said"),
    [
        ("name = look\n", "a: b\n", "不合 TOML 的写法：第 1 行第 8 列有错"),
        ('name = "x"\n', "a: [b\n", "不合 YAML 的写法：第 2 行第 1 列有错"),
        ('name = "x"\n', "a: 3\n", "a 不是文字而是 3，请加半角引号"),
        ('name = "x"\nassets = "elsewhere"\n', "a: b\n", "缺少 assets 文件夹"),
    ],
)
def test_files_of_a_look(toml: str, strings: str, said: str, tmp_path: Path) -> None:
    problem = look(tmp_path, toml, strings)

    assert problem.code == "jinja-theme-broken"
    assert said in problem.what_in(Language.ZH)
    assert str(tmp_path) in problem.what


def test_a_missing_string_and_a_broken_template() -> None:
    with pytest.raises(MissingStringError) as missing:
        Words("zh-Hans", {})("nav.home")
    with pytest.raises(TemplateError) as broken:
        Environment(loader=DictLoader({"a.html": "{{ b }"})).get_template("a.html")

    assert "zh-Hans 的界面文字里没有“nav.home”" in tell_look_error(Path("look"), missing.value).what_zh
    assert "模板 a.html:1 出错，模板引擎的原话是“" in tell_look_error(Path("look"), broken.value).what_zh
