from pathlib import Path

import pytest
from PIL import Image

from sitegen.store.images import find_image, inspect_image

FILE = "reports/yun/qing/2023.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("images/a.png", "images/2023/渠 一.png", "reports/yun/qing/b.png", "reports/yun/qing/a.png"):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (4, 2)).save(path)
    Image.new("RGB", (4, 2)).save(tmp_path / "out.png")
    return tmp_path / "content"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/images/a.png", "images/a.png"),
        ("../../../images/a.png", "images/a.png"),
        ("images/a.png", "images/a.png"),
        ("images/2023/渠 一.png", "images/2023/渠 一.png"),
        ("2023/渠 一.png", "images/2023/渠 一.png"),
        ("images\\2023\\渠 一.png", "images/2023/渠 一.png"),
        ("b.png", "reports/yun/qing/b.png"),
        ("./b.png", "reports/yun/qing/b.png"),
        ("a.png", "reports/yun/qing/a.png"),
    ],
)
def test_an_address_is_found_however_an_editor_writes_it(folder: Path, address: str, found: str) -> None:
    assert find_image(folder, FILE, address).path == (folder / found).resolve()


@pytest.mark.parametrize(
    ("address", "fault", "near"),
    [
        ("https://example.org/a.png", "image-external", None),
        ("//example.org/a.png", "image-external", None),
        ("http://[a", "image-external", None),
        ("C:\\Users\\a.png", "image-missing", "/images/a.png"),
        ("data:image/png;base64,AAAA", "image-external", None),
        ("../../../../out.png", "image-outside", None),
        ("/../out.png", "image-outside", None),
        ("link.png", "image-outside", None),
        ("/images/A.PNG", "image-missing", "/images/a.png"),
        ("渠一.png", "image-missing", "/images/2023/渠 一.png"),
        ("", "image-missing", None),
        ("images", "image-missing", None),
        ("长" * 3000, "image-missing", None),
        ("a\0.png/b", "image-missing", None),
    ],
)
def test_an_address_that_leads_to_no_picture(folder: Path, address: str, fault: str, near: str | None) -> None:
    (folder / "images/link.png").symlink_to(folder.parent / "out.png")

    found = find_image(folder, FILE, address)

    assert (found.path, found.fault) == (None, fault)
    assert found.near == near


def test_a_picture_that_lies_on_its_side_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", exif=exif)

    facts = inspect_image(tmp_path / "a.jpg")

    assert (facts.width, facts.height, facts.fault) == (20, 40, "")


def test_a_changed_file_is_looked_at_again(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20)).save(tmp_path / "a.png")
    before = inspect_image(tmp_path / "a.png")
    (tmp_path / "a.png").write_bytes(b"no picture at all")

    assert before.fault == ""
    assert inspect_image(tmp_path / "a.png").fault == "image-type"


def test_drawings_are_told_from_photographs(tmp_path: Path) -> None:
    Image.new("RGB", (300, 300), "red").save(tmp_path / "chart.png")
    noise = Image.merge("RGB", [Image.effect_noise((300, 300), 90) for _ in range(3)])
    noise.save(tmp_path / "photo.png")

    assert inspect_image(tmp_path / "chart.png").drawing
    assert not inspect_image(tmp_path / "photo.png").drawing
