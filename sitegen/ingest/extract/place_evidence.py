"""What a text says for one of several places of a name: whose county, neighbours, villages it names.

Every sign has a weight, and the weights of a place add up. A place is settled where its sum reaches ``ENOUGH`` and is
ahead of the next by ``AHEAD``: a county's full name before the township's own settles it, a common village does not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sitegen.ingest.extract.place_mentions import (
    CountyMention,
    TownshipMention,
    find_counties,
    find_townships,
    find_village_stems,
)
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, PROVINCE, Division, load_gazetteer
from sitegen.lexicon.place_names import bare_name, short_name
from sitegen.lexicon.place_signs import load_place_signs
from sitegen.lexicon.villages import townships_with_village

ENOUGH = 3.0
AHEAD = 1.5

KNOWN = 10.0
"""Named from outside the text."""
CHAIN, SHORT_CHAIN = 10.0, 6.0
"""The county's name right before the township's: 泰顺县泗溪镇, 泰顺泗溪镇."""
UPPER_CHAIN = 4.0
"""A prefecture's name there: 湘西州茶峒镇."""
NEIGHBOUR_CHAIN = 1.5
"""The county's name before that of another of its townships."""
COUNTY_NAME, COUNTY_AGAIN, COUNTY_MOST = 2.5, 0.5, 5.0
"""The county's full name elsewhere, once (it may be a partner); each further time, 某县委 as two; at most."""
OWN_AREA, PREFECTURE_NAME = 3.0, 2.0
"""A prefecture or province that governs or honours: 丽水市委, 获评浙江省卫生乡镇; a prefecture's name otherwise."""
PROVINCE_SIGN, PROVINCE_NAME = 3.0, 1.5
"""A platform that one province only has (浙里办); the province's name or that of a part of it (苏北)."""
SHORT_FREE, SHORT_FREE_MOST = 1.5, 3.5
"""The county's or prefecture's short name where a name can begin: “泰顺茶”; each time; at most."""
SHORT_NAME, SHORT_MOST = 0.5, 1.5
"""The same inside other words; each time; at most."""
MEDIA = 3.0
"""The county's short name before that of a paper: 泰顺日报."""
DOCUMENT = 2.5
"""A character of the county's name in the number of a document: 泰政发〔2009〕8号."""
SIBLINGS = ((1, 3.0), (3, 2.0), (8, 1.2), (20, 0.7), (999, 0.4))
"""For another township of the county, by how many townships of the country have its name."""
VILLAGES, VILLAGES_MOST = ((3, 3.0), (10, 2.5), (50, 1.8), (200, 1.2), (99999, 0.7)), 7.0
"""For a village of the township, by how many townships have one of that name; at most."""

_DOCUMENT = re.compile(
    r"([一-鿿])(?:政|委|党|府|办|农|教|民|财|建|环|水|林|卫|应急|人社|扶贫)(?:办|政)?(?:发|函|字|通|文|令)?[〔\[（(]\d{4}"
)


@dataclass(frozen=True)
class PlaceText:
    """The text of a bulletin, with what it names; each found once."""

    whole: str
    """All of the bulletin, one paragraph a line."""
    own: str
    """The report's own text with its title."""
    known: tuple[str, ...] = ()
    """Names from outside the text: of the place, of the paper."""

    @cached_property
    def townships(self) -> tuple[TownshipMention, ...]:
        """Townships named in the bulletin."""
        return find_townships(self.whole)

    @cached_property
    def counties(self) -> tuple[CountyMention, ...]:
        """Counties named in full in the bulletin."""
        return find_counties(self.whole)

    @cached_property
    def villages(self) -> dict[str, tuple[int, ...]]:
        """What may be a village of the report's text, with the numbers of the townships that have one of the name."""
        return {stem: found for stem, _ in find_village_stems(self.own) if (found := townships_with_village(stem))}

    @cached_property
    def sibling_names(self) -> dict[str, tuple[Division, ...]]:
        """Names of townships in the bulletin that stand without another county's name before them."""
        return {
            bare_name(mention.name): mention.listed
            for mention in self.townships
            if mention.listed and mention.sure and not mention.above
        }


def weigh(candidates: Iterable[Division], name: str, text: PlaceText) -> dict[str, float]:
    """Return how much a text says for each candidate township of a name, by code."""
    return {candidate.code: _weigh_one(candidate, name, text) for candidate in candidates}


def _weigh_one(candidate: Division, name: str, text: PlaceText) -> float:
    gazetteer = load_gazetteer()
    upper = [row for level in (COUNTY, PREFECTURE, PROVINCE) if (row := gazetteer.above(candidate, level))]
    codes = {row.code for row in upper}
    score = max((_chain(mention, codes) for mention in text.townships if _same(mention.name, name)), default=0.0)
    score += weigh_county(candidate.code[:COUNTY], text, apart_from=name)
    mine = gazetteer.number_of(candidate)
    villages = sum(_by_rarity(VILLAGES, len(found)) for found in text.villages.values() if mine in found)
    return score + min(villages, VILLAGES_MOST)


def weigh_county(county: str, text: PlaceText, apart_from: str = "") -> float:
    """Return how much a text says for a county's code, without what it says of the township ``apart_from``."""
    gazetteer = load_gazetteer()
    row = gazetteer.by_code(county)
    if row is None:
        return 0.0
    named = sum(
        1 + text.whole.startswith(load_place_signs().own_after, mention.span.end)
        for mention in text.counties
        if row in mention.counties and not mention.elsewhere and not mention.before_township
    )
    score = min(COUNTY_NAME + COUNTY_AGAIN * (named - 1), COUNTY_MOST) if named else 0.0
    score += NEIGHBOUR_CHAIN * any(
        row in mention.above and not mention.elsewhere and not _same(mention.name, apart_from)
        for mention in text.townships
    )
    score += (
        _siblings(county, text, apart_from) + _short_names(row, text, apart_from) + _documents(row, text, apart_from)
    )
    prefecture, province = gazetteer.above(row, PREFECTURE), gazetteer.above(row, PROVINCE)
    if prefecture and prefecture.name != row.name:
        score += _prefecture(prefecture, text, apart_from)
    if province:
        score += _province(province, text)
    return score + KNOWN * any(gazetteer.full_name(row) in known for known in text.known)


def counties_with_siblings(text: PlaceText) -> Counter[str]:
    """Count, by code, how many townships of a county a text names."""
    return Counter(row.code[:COUNTY] for rows in text.sibling_names.values() for row in rows)


def _chain(mention: TownshipMention, codes: set[str]) -> float:
    """What a name right before the township's says for the divisions of ``codes``."""
    rows = [row for row in mention.above if row.code in codes]
    if not rows or mention.elsewhere:
        return 0.0
    if len(rows[0].code) < COUNTY:
        return UPPER_CHAIN
    return SHORT_CHAIN if mention.above_short else CHAIN


def _same(one: str, other: str) -> bool:
    return bare_name(one) == bare_name(other)


def _siblings(county: str, text: PlaceText, apart_from: str) -> float:
    own = bare_name(apart_from)
    return sum(
        _by_rarity(SIBLINGS, len(rows))
        for name, rows in text.sibling_names.items()
        if name != own and any(row.code.startswith(county) for row in rows)
    )


def _prefecture(prefecture: Division, text: PlaceText, apart_from: str) -> float:
    """What the name of a prefecture says for it, whole or without its peoples (湘西州), or its short name."""
    forms = {prefecture.name, short_name(prefecture.name) + prefecture.name[-1]}
    if any(_is_own(form, text.whole) for form in forms if len(form) > 2):
        return OWN_AREA
    if any(form in text.whole for form in forms if len(form) > 2):
        return PREFECTURE_NAME
    return min(_short_names(prefecture, text, apart_from), PREFECTURE_NAME)


def _is_own(name: str, text: str) -> bool:
    """Whether a text speaks of a prefecture or province as what governs or honours the reporter."""
    signs = load_place_signs()
    return any(
        text.startswith(signs.own_after, at + len(name))
        or any(word in re.split("[，。；、\n]", text[:at])[-1][-10:] for word in signs.honours)
        for at in _places_of(name, text)
    )


def _province(province: Division, text: PlaceText) -> float:
    """What the names and signs of a province say for it."""
    signs = load_place_signs()
    if any(sign in text.whole for sign in signs.province_signs[province.name]):
        return PROVINCE_SIGN
    if _is_own(province.name, text.whole):
        return OWN_AREA
    names = (short_name(province.name), *signs.province_regions.get(province.name, ()))
    return PROVINCE_NAME if any(name in text.whole for name in names) else 0.0


def _short_names(area: Division, text: PlaceText, apart_from: str) -> float:
    """What the short name of a county or prefecture says in other words; nothing where the township has it too."""
    signs, short = load_place_signs(), short_name(area.name)
    if len(short) < 2 or short in apart_from or short == area.name:
        return 0.0
    said = "\n".join([text.whole, *text.known])
    met = [
        at
        for at in _places_of(short, said)
        if not said.startswith((*signs.other_names, *"县区市旗州"), at + len(short))
    ]
    if any(said.startswith(signs.media, at + len(short)) or said[:at].endswith("今日") for at in met):
        return MEDIA
    if short in signs.common_shorts:
        return 0.0
    free = sum(at == 0 or not "一" <= said[at - 1] <= "鿿" for at in met)
    return min(SHORT_FREE * free, SHORT_FREE_MOST) or min(SHORT_NAME * len(met), SHORT_MOST)


def _places_of(word: str, text: str) -> Iterator[int]:
    """Yield where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _documents(county: Division, text: PlaceText, apart_from: str) -> float:
    """What the numbers of documents say: 泰政发〔2009〕8号 for 泰顺县, unless the township begins like that too."""
    letters = set(_DOCUMENT.findall(text.whole)) - set(apart_from[:1])
    short = short_name(county.name)
    return DOCUMENT if short[0] in letters else DOCUMENT / 2 if letters & set(short) else 0.0


def _by_rarity(steps: tuple[tuple[int, float], ...], bearers: int) -> float:
    return next(weight for most, weight in steps if bearers <= most)
