from pathlib import Path
from shutil import copytree

from sitegen.build import build
from sitegen.render import default_folder
from sitegen.render.jinja_theme import find_folder


def test_a_look_beside_the_content_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    copytree(default_folder(), tmp_path / "themes/default")
    (tmp_path / "themes/default/assets/icon.svg").write_text("<svg/>", encoding="utf-8")

    assert build(tmp_path / "content", tmp_path / "public").moved
    assert (tmp_path / "public/assets/icon.svg").read_text(encoding="utf-8") == "<svg/>"


def test_without_one_it_is_that_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "themes/default").mkdir(parents=True)

    assert find_folder(tmp_path / "content") == default_folder()
