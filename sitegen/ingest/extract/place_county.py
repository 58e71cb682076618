"""Which county a department or a county's own report is of."""

from collections.abc import Callable, Iterable

from sitegen.ingest.extract.issuer import Issuer, IssuerKind
from sitegen.ingest.extract.place_chains import name_before
from sitegen.ingest.extract.place_evidence import AHEAD, ENOUGH, PlaceText, counties_with_siblings, weigh_county
from sitegen.ingest.extract.place_finding import SHOWN, PlaceFinding, places_of
from sitegen.ingest.extract.place_mentions import CountyMention, find_counties
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, Division, load_gazetteer
from sitegen.lexicon.place_signs import load_place_signs
from sitegen.problems import Words

_LEVELS = ("县", "区", "市", "旗")


def settle_county(
    issuer: Issuer, text: PlaceText, title: str, counties_of_townships: Callable[[], tuple[Division, ...]]
) -> PlaceFinding:
    """Settle the county of a department, or of a county's own report.

    Asked in this order: the county's name in the issuer's own, that name before the department's elsewhere, the
    bulletin's title, the townships that report beside it, the townships and counties that the text names.

    Args:
        issuer: No township.
        text: All of the bulletin.
        title: The bulletin's; empty where it has none.
        counties_of_townships: Gives the county of each township that reports in the same bulletin.
    """
    level = next((word for word in _LEVELS if issuer.name.startswith(word)), "")
    named = _in_name(issuer.name, text) or (_before_department(issuer.name, level, text) if level else ())
    if len(named) == 1:
        return _settled(issuer, named[0], Words(f"its name holds {named[0].name}", f"名称里有{named[0].name}"))
    if not named and _is_of_prefecture(issuer.name, level, text):
        return _open(issuer, (), Words("it is of a prefecture, which has no page", "它属于地级市，地级市没有页面"))
    if not named:
        titled = _distinct(row for mention in _fitting(find_counties(title), level) for row in mention.counties)
        if len(titled) == 1:
            why = Words(f"the bulletin's title names {titled[0].name}", f"通报的标题写着{titled[0].name}")
            return _settled(issuer, titled[0], why)
        townships = [row for row in counties_of_townships() if not titled or row in titled]
        beside = _distinct(townships)
        enough = len(townships) >= 2 or level != "市"  # 市 may be the prefecture, which shows one township of many
        if len(beside) == 1 and enough and (_fits(beside[0], level, text) or level == "县"):
            why = Words(
                f"the townships beside it are those of {beside[0].name}", f"同一份通报里的乡镇属于{beside[0].name}"
            )
            return _settled(issuer, beside[0], why)
        named = titled
    return _by_weight(issuer, level, named, text)


def _by_weight(issuer: Issuer, level: str, named: tuple[Division, ...], text: PlaceText) -> PlaceFinding:
    """Weigh what the text says for each county it names, or for those of ``named`` where a name is shared."""
    gazetteer = load_gazetteer()
    siblings = counties_with_siblings(text)
    codes = {row.code for row in named} or {
        *(code for code, count in siblings.items() if count >= 2),
        *(row.code for mention in text.counties if not _is_partner(mention, text) for row in mention.counties),
    }
    rows = [row for code in codes if (row := gazetteer.by_code(code)) and (named or _fits(row, level, text))]
    if level == "市" and not named:
        alone = len({row.code for mention in text.counties if not mention.elsewhere for row in mention.counties}) <= 1
        rows = [row for row in rows if _governs(row, text) or (alone and siblings[row.code] >= 2)]
    ranked = sorted(((row, weigh_county(row.code, text)) for row in rows), key=lambda item: (-item[1], item[0].code))
    shared = min((score for _, score in ranked), default=0.0) if len(named) > 1 else 0.0  # for the name that all bear
    if ranked and ranked[0][1] - shared >= ENOUGH and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= AHEAD):
        best = ranked[0][0]
        why = Words(f"the townships and names in the text are those of {best.name}", f"文中的乡镇和地名属于{best.name}")
        return _settled(issuer, best, why)
    why = Words("the text does not tell which county it is", "文中看不出是哪个区县")
    return _open(issuer, tuple(row for row, _ in ranked[:SHOWN]), why)


def _settled(issuer: Issuer, county: Division, why: Words) -> PlaceFinding:
    department = issuer.kind is IssuerKind.DEPARTMENT
    return PlaceFinding(place=load_gazetteer().place_of(county), issuer=issuer.name, is_department=department, why=why)


def _open(issuer: Issuer, rows: tuple[Division, ...], why: Words) -> PlaceFinding:
    return PlaceFinding(
        place=None,
        issuer=issuer.name,
        is_department=issuer.kind is IssuerKind.DEPARTMENT,
        candidates=places_of(row.code for row in rows),
        why=why,
    )


def _in_name(issuer: str, text: PlaceText) -> tuple[Division, ...]:
    """Return the counties whose name an issuer's holds; of several, the one that the text names with what holds it."""
    mentions = find_counties(issuer)
    rows = _distinct(row for mention in mentions for row in mention.counties)
    names = {mention.name for mention in mentions}
    told = _distinct(m.counties[0] for m in text.counties if m.name in names and len(m.counties) == 1)
    return told if len(rows) > 1 and len(told) == 1 else rows


def _before_department(issuer: str, level: str, text: PlaceText) -> tuple[Division, ...]:
    """Return the counties whose name stands right before that of the department elsewhere in the text: 泰顺县人社局."""
    department = issuer.removeprefix(level)
    return _distinct(
        row
        for mention in text.counties
        if text.whole.startswith(department, mention.span.end) and not _is_partner(mention, text)
        for row in mention.counties
    )


def _is_partner(mention: CountyMention, text: PlaceText) -> bool:
    """Whether a text speaks of a county as of one that something is done with, at least as often as otherwise."""
    spoken = [other.elsewhere for other in text.counties if other.counties == mention.counties]
    return mention.elsewhere or 2 * sum(spoken) >= len(spoken)


def _is_of_prefecture(issuer: str, level: str, text: PlaceText) -> bool:
    """Whether a department is a prefecture's: 潍坊市教育局, or 市教育局 where the text has that elsewhere."""
    department = issuer.removeprefix(level)
    starts = [end for end in range(2, len(issuer)) if _is_prefecture(issuer, end)] if not level else []
    if starts or level not in ("市", "州", ""):
        return bool(starts)
    at = text.whole.find(department)
    while at >= 0 and level:
        if _is_prefecture(text.whole, at):
            return True
        at = text.whole.find(department, at + 1)
    return False


def _is_prefecture(text: str, end: int) -> bool:
    """Whether a prefecture's full name ends there: 潍坊市, and no county of the name."""
    rows, short, _ = name_before(text, end)
    return bool(rows) and not short and all(len(row.code) <= PREFECTURE for row in rows)


def _fits(county: Division, level: str, text: PlaceText) -> bool:
    """Whether a county is of the sort that a department's name says (县 in 县财政局), or was as the text prints it."""
    if county.name.endswith(level):
        return True
    return any(county in mention.counties and mention.name.endswith(level) for mention in text.counties)


def _fitting(mentions: Iterable[CountyMention], level: str) -> list[CountyMention]:
    return [mention for mention in mentions if not mention.elsewhere and mention.name.endswith(level)]


def _governs(county: Division, text: PlaceText) -> bool:
    """Whether a text names a county-level city as what governs, 青州市委; a prefecture's text only names it."""
    return any(
        county in mention.counties and text.whole.startswith(load_place_signs().own_after, mention.span.end)
        for mention in text.counties
    )


def _distinct(rows: Iterable[Division]) -> tuple[Division, ...]:
    return tuple(dict.fromkeys(row for row in rows if len(row.code) == COUNTY))
