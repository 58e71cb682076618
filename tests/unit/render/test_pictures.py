"""Pictures of places: which there are, what stands on them, and that they are drawn alike each time."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.archive import Archive, relate
from sitegen.build.pictures import write_pictures
from sitegen.build.place import move_into_place, open_place
from sitegen.model.report import Settings
from sitegen.model.terms import PlaceId
from sitegen.render.pictures import HEIGHT, WIDTH, PictureWords, chosen, draw, find_picture, is_drawn, list_pictures
from sitegen.render.pictures.face import covers
from sitegen.routes import Routes
from tests.unit.archive.make import LIUWAN, OTHER_LIUWAN, PLACES, make_content, make_report

TOWNSHIP = PlaceId("yun/qing/liuwan-zhen")
WORDS = PictureWords(TOWNSHIP, "云岭省 · 青溪县", "柳湾镇", "档案")
DIVISIONS = Path(chosen.__file__).parents[2] / "lexicon" / "divisions.tsv"


def make_archive(title: str = "档案", name: str = "柳湾镇") -> Archive:
    places = tuple(replace(place, name=name) if place.id == TOWNSHIP else place for place in PLACES)
    reports = (
        make_report("yun/qing/liuwan-zhen/2023", LIUWAN),
        make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN),
    )
    return relate(make_content(*reports, places=places, settings=Settings(title, "", "/")))


def test_a_picture_names_place_chain_and_archive() -> None:
    assert find_picture(make_archive(), TOWNSHIP) == WORDS
    assert find_picture(make_archive()) == PictureWords(None, "", "档案", "")


def test_each_place_has_one_and_the_archive_too() -> None:
    found = [words.place for words in list_pictures(make_archive())]

    assert found[0] is None
    assert sorted(place for place in found if place) == [
        "yun",
        "yun/bei",
        "yun/bei/liuwan-zhen",
        "yun/qing",
        "yun/qing/liuwan-zhen",
    ]


@pytest.mark.parametrize("name", ["柳湾\U0002b73f镇", "ދިވެހި", "湾" * 61])
def test_a_name_that_cannot_be_drawn_has_the_archives_picture(name: str) -> None:
    assert find_picture(make_archive(name=name), TOWNSHIP) == find_picture(make_archive())


def test_what_cannot_be_drawn_is_left_out() -> None:
    archive = make_archive(title="ދިވެހި")

    assert find_picture(archive) is None
    assert find_picture(archive, TOWNSHIP) == replace(WORDS, below="")
    assert None not in {words.place for words in list_pictures(archive)}


def test_very_many_townships_share_the_pictures_of_their_counties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "MOST_PLACES", 2)

    assert find_picture(make_archive(), TOWNSHIP) == find_picture(make_archive(), PlaceId("yun/qing"))


def test_every_name_of_the_division_table_can_be_drawn() -> None:
    names = "".join(row.split("\t")[1] for row in DIVISIONS.read_text("utf-8").splitlines() if row[:1].isdigit())

    assert len(set(names)) > 2500
    assert [char for char in set(names) if not covers(char)] == []


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        PictureWords(None, "", "档案", ""),
        PictureWords(None, "云" * 60, "湾" * 60, "档" * 60),
        PictureWords(None, "", "Archive of all the bulletins of a very large place", ""),
    ],
)
def test_a_picture_is_drawn_inside_its_edges_and_the_same_again(words: PictureWords) -> None:
    data = draw(words)
    picture = Image.open(BytesIO(data)).convert("RGB")
    paper = picture.getpixel((0, 0))
    edges = [*((x, y) for x in range(WIDTH) for y in (0, 20, HEIGHT - 21, HEIGHT - 1))]
    edges += [(x, y) for y in range(HEIGHT) for x in (0, 40, WIDTH - 41, WIDTH - 1)]

    assert picture.size == (WIDTH, HEIGHT)
    assert {picture.getpixel(edge) for edge in edges} == {paper}
    assert len(picture.getcolors(100_000) or ()) > 2
    assert len(data) < 60_000
    assert draw(words) == data


def test_a_picture_knows_its_words_and_whether_it_is_whole() -> None:
    data = draw(WORDS)
    middle = len(data) // 2

    assert is_drawn(data, WORDS)
    assert not is_drawn(data, replace(WORDS, below="另一个档案"))
    assert not is_drawn(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :], WORDS)
    assert not is_drawn(data[:middle], WORDS)
    assert not is_drawn(b"", WORDS)


def test_pictures_of_the_last_site_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw_and_note(words: PictureWords) -> bytes:
        drawn.append(words.name)
        return draw(words)

    monkeypatch.setattr("sitegen.build.pictures.draw", draw_and_note)
    routes, out = Routes("/"), tmp_path / "public"
    for name in ("柳湾镇", "柳湾镇", "新湾镇"):
        with open_place(out) as site:
            write_pictures(site, make_archive(name=name), routes)
            move_into_place(site)

    assert drawn == ["档案", "云岭省", "青溪县", "柳湾镇", "北原县", "柳湾镇", "新湾镇"]
    assert is_drawn((out / routes.file(routes.picture(TOWNSHIP))).read_bytes(), replace(WORDS, name="新湾镇"))
