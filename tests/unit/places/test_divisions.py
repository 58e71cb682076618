"""The division table and the permanent ids that are made from it."""

import hashlib
import time

import pytest

from sitegen.lexicon.gazetteer import PREFECTURE, Gazetteer, load_gazetteer
from sitegen.lexicon.unlisted import unlisted_township
from sitegen.model.place import PlaceLevel

GOLDEN_IDS = "e0aeddc7816677f33cea0dc5ee0c2d760eab76f095d05b7ada896decd476fadf"
"""Of all ids with their codes. When the table changes, addresses change: see what moves before you write a new one."""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def all_ids(gazetteer: Gazetteer) -> list[tuple[str, str]]:
    codes = sorted(gazetteer.codes())
    rows = [row for code in codes if len(code) != PREFECTURE and (row := gazetteer.by_code(code))]
    return [(row.code, gazetteer.id_of(row)) for row in rows]


def test_every_place_has_an_id_of_its_own(gazetteer: Gazetteer) -> None:
    ids = [place_id for _, place_id in all_ids(gazetteer)]

    assert len(ids) == len(set(ids))


def test_ids_are_plain_ascii(gazetteer: Gazetteer) -> None:
    odd = [
        place_id for _, place_id in all_ids(gazetteer) if set(place_id) - set("abcdefghijklmnopqrstuvwxyz0123456789-/")
    ]

    assert odd == []


def test_ids_stay_what_they_are(gazetteer: Gazetteer) -> None:
    lines = "".join(f"{code} {place_id}\n" for code, place_id in all_ids(gazetteer))

    assert hashlib.sha256(lines.encode()).hexdigest() == GOLDEN_IDS


@pytest.mark.parametrize(
    ("full_name", "place_id"),
    [
        ("重庆市南川区兴隆镇", "chongqing/nanchuan/xinglong-zhen"),
        ("重庆市巫山县邓家土家族乡", "chongqing/wushan/dengjia-xiang"),
        ("安徽省六安市金安区", "anhui/jinan"),
        ("河北省张家口市蔚县", "hebei/yuxian"),
        ("河南省鹤壁市浚县", "henan/xunxian"),
        ("陕西省", "shaanxi"),
        ("山西省", "shanxi"),
        ("浙江省温州市乐清市", "zhejiang/yueqing"),
        ("云南省红河哈尼族彝族自治州元阳县新街镇", "yunnan/yuanyang/xinjie-zhen"),
        ("湖北省仙桃市张沟镇", "hubei/xiantao/zhanggou-zhen"),
        ("广东省东莞市虎门镇", "guangdong/dongguan/humen-zhen"),
        ("河北省石家庄市桥西区", "hebei/shijiazhuang-qiaoxi"),
        ("新疆维吾尔自治区伊犁哈萨克自治州伊宁县", "xinjiang/yining-654021"),
        ("内蒙古自治区锡林郭勒盟镶黄旗", "neimenggu/xianghuang"),
    ],
)
def test_id_of_a_place(gazetteer: Gazetteer, full_name: str, place_id: str) -> None:
    division = gazetteer.by_full_name(full_name)

    assert division is not None
    assert gazetteer.place_of(division).id == place_id
    assert gazetteer.full_name(division) == full_name or "族" in full_name


@pytest.mark.parametrize("name", ["西湖镇", "重庆市兴隆镇", "无此县无此镇", "", "江津区江津区西湖镇", "鼓楼区"])
def test_a_name_that_is_nobodys_or_several_is_not_resolved(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.by_full_name(name) is None


def test_province_and_prefecture_may_be_left_out(gazetteer: Gazetteer) -> None:
    whole = gazetteer.by_full_name("浙江省嘉兴市桐乡市梧桐街道")

    assert whole is not None
    assert gazetteer.by_full_name("桐乡市梧桐街道") == whole
    assert gazetteer.by_full_name("嘉兴市桐乡市梧桐街道") == whole
    assert gazetteer.by_full_name("浙江省桐乡市梧桐街道") == whole


def test_a_place_keeps_its_printed_ethnic_part(gazetteer: Gazetteer) -> None:
    division = gazetteer.by_full_name("巫山县邓家乡")
    assert division is not None

    place = gazetteer.place_of(division, "邓家土家族乡")

    assert place.full_name == "重庆市巫山县邓家土家族乡"
    assert [above.id for above in gazetteer.places_above(place)] == ["chongqing", "chongqing/wushan"]


def test_a_prefecture_is_a_field_and_no_place(gazetteer: Gazetteer) -> None:
    (prefecture,) = gazetteer.named("嘉兴市")
    (county,) = gazetteer.named("桐乡市")

    with pytest.raises(ValueError, match="嘉兴市"):
        gazetteer.place_of(prefecture)
    assert gazetteer.place_of(county).prefecture == "嘉兴市"


def test_a_township_of_earlier_years_gets_an_id_in_its_county(gazetteer: Gazetteer) -> None:
    county = gazetteer.by_full_name("重庆市巫山县")
    assert county is not None

    place = unlisted_township(gazetteer, county, "从前土家族乡")

    assert (place.id, place.level, place.code) == ("chongqing/wushan/congqian-xiang", PlaceLevel.TOWNSHIP, None)
    assert [above.id for above in gazetteer.places_above(place)] == ["chongqing", "chongqing/wushan"]


def test_the_table_is_read_once_and_fast() -> None:
    load_gazetteer.cache_clear()
    start = time.process_time()
    first = load_gazetteer()

    assert time.process_time() - start < 1.0  # 0.2 s on an idle machine
    assert load_gazetteer() is first
