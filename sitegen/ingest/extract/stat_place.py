"""The place that one number is for, where that is not the report's own: a village, the county, a county's township."""

import re
from dataclasses import dataclass

from sitegen.ingest.extract.place_mentions import find_townships, find_village_stems
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, PROVINCE, Division, load_gazetteer
from sitegen.lexicon.place_signs import load_place_signs
from sitegen.lexicon.villages import townships_with_village
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.span import Span

_SENTENCE_END = re.compile(r"[。！？!?\n]")
_PART_END = re.compile(r"[；;]")
_CLAUSE_END = re.compile(r"[，,；;：:]")
_LONGEST_VILLAGE, _LONGEST_GACHA = 5, 9
"""Characters of a name that need not be in the index to be a village's."""
_LIST = re.compile(r"(?:[、和与及同至到—-]|以及|等地?)+")


@dataclass(frozen=True, slots=True)
class _Village:
    """A village named in a sentence."""

    name: str
    span: Span


def find_stat_place(clause: str, paragraph: str, at: Span, place: Place | None) -> str | None:
    """Return the full name of the place that a number is for, or None where that is the report's own.

    A village that opens a sentence holds for what follows up to ；, another one for its own clause and those that say
    more of the same (同比增长5%), until words such as 全镇 or 12个村 lead back. Several villages for one number are the
    township, and so is what the village index and the text's form do not show to be a village. Of a speech it is the
    speaker's village.

    Args:
        clause: The words around the number that belong together; a village inside them counts wherever it stands.
        paragraph: The whole paragraph.
        at: Where the number stands in ``paragraph``.
        place: The report's own place; without it no full name can be made, and the answer is None.
    """
    if place is None:
        return None
    start = max((m.end() for m in _SENTENCE_END.finditer(paragraph, 0, at.start)), default=0)
    end = _SENTENCE_END.search(paragraph, at.end)
    sentence = paragraph[start : end.start() if end else len(paragraph)]
    number = Span(at.start - start, at.end - start)
    if area := _wider_area(sentence, number, place):
        return area
    own = paragraph.rfind(clause, 0, at.end) - start if clause else number.start
    found = _village_of(sentence, number, place, own) or _speaker(paragraph, at, place)
    if place.level is PlaceLevel.COUNTY:
        return _in_county(sentence, number, place, found)
    return place.full_name + found.name if found else None


def _village_of(sentence: str, number: Span, place: Place, own: int) -> _Village | None:
    """Return the one village that holds for a number; None where there is none or several."""
    part = max((m.end() for m in _PART_END.finditer(sentence, 0, number.start)), default=0)
    villages = [v for v in _villages(sentence, place) if part <= v.span.start and v.span.end <= number.start]
    if not villages:
        return None
    last = villages[-1]
    between = sentence[last.span.end : number.start]
    if _leads_back(sentence, last.span.end, number):
        return None
    leads = not sentence[part : last.span.start].strip("“”‘’（( ")
    if not leads and not 0 <= own <= last.span.start and not _goes_on(between):
        return None
    if between.startswith("等") or (not leads and re.search("[、和及与]", between)):
        return None  # one of several villages; a thing in that village among others
    listed = len(villages) > 1 and _LIST.fullmatch(sentence[villages[-2].span.end : last.span.start])
    return None if listed or _is_listed_before(sentence, last) else last


def _goes_on(between: str) -> bool:
    """Whether all clauses after a village's own say more of the same: 前坪村达到38万元，同比增长5%."""
    later = _CLAUSE_END.split(between)[1:]
    return all(clause.strip().startswith(load_place_signs().goes_on) for clause in later)


def _leads_back(sentence: str, start: int, number: Span) -> bool:
    """Whether words between a village and a number speak of the township again: 全镇, 12个村; not in 排全镇第一."""
    signs = load_place_signs()
    for match in re.finditer("|".join(signs.whole_township), sentence[start : number.start]):
        before, after = sentence[: start + match.start()], sentence[start + match.end() :]
        if not (before.endswith(signs.rank_verbs) or after.startswith(signs.ranks)):
            return True
    some = re.compile(rf"[\d一二三四五六七八九十百余多]个(?:{'|'.join(signs.sets_of_villages)})")
    first_clause = _CLAUSE_END.search(sentence, start)
    found = some.search(sentence, first_clause.end()) if first_clause else None
    return found is not None and found.start() < number.end


def _is_listed_before(sentence: str, village: _Village) -> bool:
    """Whether a name stands before a village's in a list, without a suffix of its own: 前坪、后垟、下塘村."""
    return bool(re.search("[一-鿿]{2,3}、$", sentence[: village.span.start])) and not re.search(
        r"\d[^，、]*、$", sentence[: village.span.start]
    )


def _villages(sentence: str, place: Place) -> tuple[_Village, ...]:
    """Return the villages that a sentence names: those of the index, and what stands free where only a name can."""
    numbers, stems = _numbers(place), find_village_stems(sentence)
    found: dict[int, Span] = {}
    for stem, span in stems:
        if numbers.intersection(townships_with_village(stem)):
            found.setdefault(span.end, span)
    for stem, span in stems:
        if _stands_free(sentence, span, place) and _names_only(stem):
            found.setdefault(span.end, span)
    return tuple(_Village(found[end].of(sentence), found[end]) for end in sorted(found))


def _stands_free(sentence: str, span: Span, place: Place) -> bool:
    """Whether a name of a usual length begins where a clause does, or after 其中 or the township's name."""
    before = sentence[: span.start]
    longest = _LONGEST_GACHA if span.of(sentence).endswith("嘎查") else _LONGEST_VILLAGE
    begins = before.endswith((place.name, *load_place_signs().village_leads))
    return len(span) <= longest and (not before or begins or not re.search("[一-鿿0-9]$", before))


def _names_only(stem: str) -> bool:
    """Whether a village somewhere has a stem, and it is no slogan (幸福社区)."""
    slogans = load_place_signs().common_villages
    return bool(townships_with_village(stem)) and not stem.startswith(slogans) and not stem.endswith(slogans)


def _numbers(place: Place) -> frozenset[int]:
    """Numbers in the village index of a township, or of all townships of a county."""
    gazetteer = load_gazetteer()
    division = gazetteer.by_code(place.code) if place.code else None
    if division is None:
        return frozenset()
    rows = gazetteer.townships_of(division.code) if len(division.code) == COUNTY else (division,)
    return frozenset(gazetteer.number_of(row) for row in rows)


def _speaker(paragraph: str, at: Span, place: Place) -> _Village | None:
    """Return the village of whoever says the words in quotation marks that a number stands in."""
    opening = paragraph.rfind("“", 0, at.start)
    closing = paragraph.find("”", at.end)
    if opening < 0 or closing < 0 or closing - opening < 20 or "”" in paragraph[opening : at.start]:
        return None
    end = _SENTENCE_END.search(paragraph, closing)
    after = paragraph[closing + 1 : end.start() if end else len(paragraph)]
    villages = _villages(after, place)
    if len(villages) != 1 or not any(
        word in after[villages[0].span.end :][:14] for word in load_place_signs().speakers
    ):
        return None
    return villages[0]


def _wider_area(sentence: str, number: Span, place: Place) -> str | None:
    """Return the county, city or province that the words before a number open with: 全县森林覆盖率71.3%.

    It holds for later clauses too where its own clause has a number, up to ； or to words such as 全镇.
    """
    signs, gazetteer = load_place_signs(), load_gazetteer()
    division = gazetteer.by_code(place.code) if place.code else None
    start = max((m.end() for m in _PART_END.finditer(sentence, 0, number.start)), default=0)
    clauses = _CLAUSE_END.split(sentence[start : number.start])
    for clause in reversed(clauses):
        words = clause.lstrip("“（(")
        if division is None or any(word in clause for word in signs.whole_township):
            return None
        if word := next((word for word in signs.wider_areas if words.startswith(word)), None):
            own = clause is clauses[-1] or re.search(r"\d", clause)
            area = _area(division, signs.wider_areas[word])
            if not own or words.removeprefix(word).startswith(signs.among) or not area or area.code == division.code:
                return None
            return gazetteer.full_name(area)
    return None


def _area(division: Division, level: str) -> Division | None:
    """Return what 全县, 全市 … means in a report of a township or county."""
    gazetteer = load_gazetteer()
    county = gazetteer.by_code(division.code[:COUNTY])
    if level == "county":
        return county
    if level == "province":
        return gazetteer.by_code(division.code[:PROVINCE])
    prefecture = gazetteer.by_code(division.code[:PREFECTURE]) or gazetteer.by_code(division.code[:PROVINCE])
    return county if level == "city" and county and county.name.endswith("市") else prefecture


def _in_county(sentence: str, number: Span, county: Place, village: _Village | None) -> str | None:
    """Return the township of a county, with its village, that opens the clause of a number in the county's report.

    A clause that says more of the same (同比增长8%) is of the township of the one before it.
    """
    starts = [0, *(match.end() for match in _CLAUSE_END.finditer(sentence, 0, number.start))]
    while len(starts) > 1 and sentence.startswith(load_place_signs().goes_on, starts[-1]):
        starts.pop()
    part = starts[-1]
    for mention in find_townships(sentence):
        row = next((row for row in mention.listed if county.code and row.code.startswith(county.code)), None)
        if row and mention.span.start == part and not _LIST.match(sentence[mention.span.end :]):
            return county.full_name + mention.name + (village.name if village else "")
    return None
