"""Names in Latin letters."""

import pytest

from sitegen.lexicon.pinyin import slug


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("重庆", "chongqing"),
        ("长沙", "changsha"),
        ("长子县", "zhangzixian"),
        ("厦门", "xiamen"),
        ("六安", "luan"),
        ("乐清", "yueqing"),
        ("乐山", "leshan"),
        ("蔚县", "yuxian"),
        ("浚县", "xunxian"),
        ("东阿", "donge"),
        ("都匀", "duyun"),
        ("朝阳", "chaoyang"),
        ("塔什库尔干", "tashikuergan"),
        ("吕梁", "lvliang"),
        ("人社局", "rensheju"),
        ("积分制", "jifenzhi"),
        ("“1+2+3”工作法", "1-2-3-gongzuofa"),
        ("3D打印 Lab", "3d-dayin-lab"),
        ("——", ""),
        ("", ""),
    ],
)
def test_slug(name: str, spelled: str) -> None:
    assert slug(name) == spelled
