"""Pictures of a text: what is made of them, what is kept, what is left out."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from sitegen.build import build
from sitegen.build.image_files import make_image_files, plan_image
from sitegen.store.images import inspect_image

PAGE = "---\ntitle: 关于本站\n---\n"


def make(path: Path) -> dict[str, Image.Image]:
    image = plan_image("a", inspect_image(path))
    made = {}
    for name, data in make_image_files(path, image):
        opened = Image.open(BytesIO(data))
        opened.load()
        made[name.partition("/")[2]] = opened
    assert made[f"{image.width}.webp"].size == (image.width, image.height)
    return made


def photograph(width: int, height: int) -> Image.Image:
    return Image.merge("RGB", [Image.effect_noise((width // 8, height // 8), 90).resize((width, height))] * 3)


@pytest.mark.parametrize(
    ("size", "files"),
    [
        (
            (2400, 1600),
            {"400.webp": (400, 267), "800.webp": (800, 534), "1600.webp": (1600, 1067), "800.jpg": (800, 534)},
        ),
        ((900, 600), {"400.webp": (400, 267), "800.webp": (800, 533), "900.webp": (900, 600), "800.jpg": (800, 533)}),
        ((400, 300), {"400.webp": (400, 300), "400.jpg": (400, 300)}),
        ((8, 8), {"8.webp": (8, 8), "8.jpg": (8, 8)}),
    ],
)
def test_a_picture_is_made_narrower_and_never_wider(
    size: tuple[int, int], files: dict[str, tuple[int, int]], tmp_path: Path
) -> None:
    photograph(*size).save(tmp_path / "a.jpg")

    assert files == {name: image.size for name, image in make(tmp_path / "a.jpg").items()}


def test_a_strip_as_long_as_a_screen_recording_is_not_beyond_webp(tmp_path: Path) -> None:
    Image.new("RGB", (800, 24_000), "white").save(tmp_path / "a.png")

    assert max(image.height for image in make(tmp_path / "a.png").values()) == 16_000


def test_a_photograph_is_turned_upright_and_tells_nothing_else(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the top of the picture is the left side of the file
    exif.get_ifd(0x8825)[1] = "N"
    taken = Image.new("RGB", (600, 400), "blue")
    taken.paste("red", (0, 0, 300, 400))
    taken.save(tmp_path / "a.jpg", exif=exif, comment=b"secret", xmp=b"<GPSLatitude>", quality=95)

    made = make(tmp_path / "a.jpg")

    for image in made.values():
        red, _, blue = image.convert("RGB").getpixel((image.width // 2, 20))
        assert red > 200
        assert blue < 50
        assert image.width < image.height
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


def test_colours_of_a_profile_and_of_a_press_become_those_of_screens(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (80, 80), (200, 30, 30)).save(tmp_path / "srgb.jpg", icc_profile=lab, quality=95)
    Image.new("RGB", (80, 80), (200, 30, 30)).save(tmp_path / "odd.jpg", icc_profile=b"no profile", quality=95)
    Image.new("CMYK", (80, 80), (0, 220, 220, 0)).save(tmp_path / "press.jpg", quality=95)
    for name in ("srgb", "odd", "press"):
        made = make(tmp_path / f"{name}.jpg")["80.webp"]
        assert made.mode == "RGB"
        red, green, blue = made.getpixel((40, 40))
        assert red > 180, name
        assert max(green, blue) < 70, name


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "PA"])
def test_every_sort_of_dots_lies_on_white(mode: str, tmp_path: Path) -> None:
    image = Image.new(mode, (40, 40))
    if mode in ("LA", "RGBA", "PA"):
        image.putalpha(0)
    elif mode == "I;16":
        image = Image.frombytes("I;16", (40, 40), b"\xff\xff" * 1600)
    else:
        image = Image.new("RGB", (40, 40), "white").convert(mode)
    image.save(tmp_path / "a.png") if mode != "PA" else image.convert("RGBA").save(tmp_path / "a.png")

    assert {made.convert("RGB").getpixel((20, 20)) for made in make(tmp_path / "a.png").values()} == {(255, 255, 255)}


def test_of_a_moving_picture_the_first_frame_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])

    made = make(tmp_path / "a.gif")

    assert {image.convert("RGB").getpixel((20, 20)) for image in made.values()} == {(255, 0, 0)}
    assert not any(getattr(image, "is_animated", False) for image in made.values())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "images").mkdir(parents=True)
    (folder / "pages").mkdir()
    photograph(1000, 500).save(folder / "images/a.jpg")
    (folder / "pages/about.md").write_text(f"{PAGE}![渠](/images/a.jpg)\n", encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_build_and_one_with_a_damaged_cache_give_the_same_bytes(content: Path, tmp_path: Path) -> None:
    assert build(content, tmp_path / "one").moved
    first = read(tmp_path / "one")
    cache = tmp_path / ".cache/sitegen/images"
    kept = sorted(path for path in cache.rglob("*") if path.is_file())
    kept[0].write_bytes(kept[1].read_bytes())
    kept[1].write_bytes(kept[1].read_bytes()[:-1])
    kept[2].unlink()
    assert build(content, tmp_path / "one").moved

    assert [name for name in first if name.startswith("images/")] != []
    assert first == read(tmp_path / "one")


def test_what_no_text_shows_leaves_site_and_cache(content: Path, tmp_path: Path) -> None:
    assert build(content, tmp_path / "one").moved
    (content / "pages/about.md").write_text(f"{PAGE}文字。\n", encoding="utf-8")
    result = build(content, tmp_path / "one")

    assert {problem.code for problem in result.problems} == {"image-unused"}
    assert not (tmp_path / "one/images").exists()
    assert [path for path in (tmp_path / ".cache").rglob("*") if path.is_file()] == []


def test_a_page_shows_the_words_of_a_picture_that_cannot_be_shown(content: Path, tmp_path: Path) -> None:
    (content / "images/a.jpg").write_bytes(b"no picture")
    result = build(content, tmp_path / "one")

    assert "image-type" in {problem.code for problem in result.problems}
    assert (
        '<figure class="image"><figcaption>渠</figcaption></figure>' in (tmp_path / "one/about/index.html").read_text()
    )


def test_the_kept_page_of_a_broken_report_keeps_its_pictures(content: Path, tmp_path: Path) -> None:
    report = content / "reports/zhejiang/jiashan/xitang-zhen/2023.md"
    report.parent.mkdir(parents=True)
    whole = (
        '---\ntitle: 水利\nplace: 浙江省嘉兴市嘉善县西塘镇\nissuer: 西塘镇\nperiod: "2023"\nthemes: [economy]\n'
        "sections:\n- {heading: null, themes: [economy]}\n---\n新渠通水。\n\n![渠](/images/a.jpg)\n"
    )
    report.write_text(whole, encoding="utf-8")
    assert build(content, tmp_path / "one").moved
    first = read(tmp_path / "one/images")
    (content / "pages/about.md").write_text(PAGE, encoding="utf-8")
    report.write_text(whole.replace("themes: [economy]\n", "themes: [economy\n", 1), encoding="utf-8")
    result = build(content, tmp_path / "one")

    assert "report-kept" in {problem.code for problem in result.problems}
    assert first == read(tmp_path / "one/images")
