from pathlib import Path

import pytest

from sitegen.render import JinjaThemeError, assets, default_folder, load_jinja_theme
from sitegen.render.jinja_theme import fingerprints


def make_theme(folder: Path, strings: str = "nav: {home: 首页}") -> Path:
    for name in ("templates", "assets/deep", "strings"):
        (folder / name).mkdir(parents=True)
    (folder / "jinja-theme.toml").write_text('name = "plain"\n', encoding="utf-8")
    (folder / "strings" / "zh-Hans.yaml").write_text(strings, encoding="utf-8")
    (folder / "assets" / "site.css").write_text("a{}", encoding="utf-8")
    (folder / "assets" / "deep" / "x.js").write_text("1", encoding="utf-8")
    (folder / "assets" / ".keep").write_text("", encoding="utf-8")
    return folder


def test_strings_have_dotted_keys_and_assets_their_path(tmp_path: Path) -> None:
    theme = load_jinja_theme(make_theme(tmp_path))

    assert theme.strings == {"zh-Hans": {"nav.home": "首页"}}
    assert assets(theme) == {"deep/x.js": b"1", "site.css": b"a{}"}


def test_the_mark_of_an_asset_changes_with_it(tmp_path: Path) -> None:
    theme = load_jinja_theme(make_theme(tmp_path))
    before = fingerprints(theme)
    (theme.assets / "site.css").write_text("b{}", encoding="utf-8")
    after = fingerprints(theme)

    assert before["site.css"] != after["site.css"]
    assert before["deep/x.js"] == after["deep/x.js"]


def test_a_folder_without_description_is_no_theme(tmp_path: Path) -> None:
    with pytest.raises(JinjaThemeError, match=r"no jinja-theme\.toml"):
        load_jinja_theme(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    make_theme(tmp_path)
    (tmp_path / "jinja-theme.toml").write_text('templates = "elsewhere"\n', encoding="utf-8")

    with pytest.raises(JinjaThemeError, match="elsewhere"):
        load_jinja_theme(tmp_path)


def test_a_string_that_yaml_reads_as_something_else_is_named(tmp_path: Path) -> None:
    with pytest.raises(JinjaThemeError, match=r"nav\.home is no text"):
        load_jinja_theme(make_theme(tmp_path, "nav: {home: 2023}"))


def test_the_theme_that_comes_along_is_small() -> None:
    theme = load_jinja_theme(default_folder())

    assert len(assets(theme)["site.css"]) <= 20_000
