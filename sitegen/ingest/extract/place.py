"""Whose report it is: the place, settled by what the text names around it, or left open with the candidates named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.ingest.extract.issuer import Issuer, IssuerKind, find_issuer
from sitegen.ingest.extract.place_evidence import (
    AHEAD,
    ENOUGH,
    PlaceText,
    counties_with_siblings,
    weigh,
    weigh_county,
)
from sitegen.ingest.extract.place_mentions import CountyMention, find_counties
from sitegen.ingest.laid import LaidBulletin, LaidReport
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, TOWNSHIP, Division, load_gazetteer
from sitegen.lexicon.place_names import bare_name, split_township
from sitegen.lexicon.place_signs import load_place_signs
from sitegen.lexicon.unlisted import unlisted_township
from sitegen.model.facts import Facts
from sitegen.model.place import Place

UNIQUE = 3.0
"""For the only township of the country that bears the name, unless the text names counties or villages of others."""
OTHER_SORT = 1.5
"""Off for a township of the same stem and another sort: 泗溪镇 where 泗溪乡 is printed. Townships become towns."""
COMMON_VILLAGE = 50
"""A name that more townships than this have a village of says nothing against a township that has none."""

_SHOWN = 12
"""How many candidates a finding names at most."""
_CHANGING = ("乡", "镇", "街道", "地区")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFinding:
    """Whose report it is."""

    place: Place | None
    """None where the text does not settle it."""
    issuer: str | None
    """Who reports, as printed; None where nobody is named."""
    is_department: bool = False
    """The issuer is a department; the place is its county."""
    candidates: tuple[Place, ...] = ()
    """Where the place is not settled: the places of the name, the likeliest first."""
    why: str
    """One English sentence."""


def settle_place(bulletin: LaidBulletin, report: LaidReport, facts: Facts) -> PlaceFinding:
    """Return whose report it is; a place of a name that several bear needs evidence for itself and against the rest."""
    issuer = find_issuer(bulletin, report)
    text = _place_text(bulletin, report, facts)
    if known := _known(facts, issuer, len(bulletin.reports)):
        return PlaceFinding(
            place=known, issuer=issuer.name if issuer else known.name, why="known from outside the text"
        )
    if issuer is None:
        return PlaceFinding(place=None, issuer=None, why="nobody is named as the one who reports")
    if issuer.kind is IssuerKind.TOWNSHIP:
        return _settle_township(issuer.name, text)
    return _settle_county(issuer, text)


def _place_text(bulletin: LaidBulletin, report: LaidReport, facts: Facts) -> PlaceText:
    """Gather the text that can say whose report it is."""

    def lines(part: LaidReport) -> list[str]:
        said = [text for section in part.sections for text in (section.heading or "", *section.paragraphs)]
        return [part.title or "", *said, *part.captions, *(f"{credit.role} {credit.name}" for credit in part.credits)]

    around = [bulletin.title or "", *bulletin.preface, *bulletin.captions, *bulletin.datelines]
    whole = "\n".join([*around, *(line for part in bulletin.reports for line in lines(part))])
    known = tuple(name for name in (facts.place, facts.publication) if name)
    return PlaceText(whole=whole, own="\n".join(lines(report)), known=known)


def _known(facts: Facts, issuer: Issuer | None, reports: int) -> Place | None:
    """Return the place known from outside, where it can only be this report's."""
    gazetteer = load_gazetteer()
    division = gazetteer.by_full_name(facts.place) if facts.place else None
    if division is None or len(division.code) not in (COUNTY, TOWNSHIP):
        return None
    if len(division.code) == TOWNSHIP and issuer and issuer.kind is IssuerKind.TOWNSHIP:
        same = bare_name(issuer.name) == bare_name(division.name)
        return gazetteer.place_of(division, issuer.name) if same else None
    if len(division.code) == TOWNSHIP:
        return gazetteer.place_of(division) if reports == 1 and issuer is None else None
    return gazetteer.place_of(division) if issuer and issuer.kind is not IssuerKind.TOWNSHIP else None


def _settle_township(name: str, text: PlaceText) -> PlaceFinding:
    gazetteer = load_gazetteer()
    listed = list(next((m.listed for m in text.townships if m.name == name and m.listed), _listed(name)))
    others = [row for row in _of_stem(name) if row not in listed]
    printed_in = _counties_printed_before(name, text)
    if printed_in and not any(row.code.startswith(county.code) for county in printed_in for row in (*listed, *others)):
        if len(printed_in) == 1:
            place = unlisted_township(gazetteer, printed_in[0], name)
            return PlaceFinding(place=place, issuer=name, why=f"{printed_in[0].name} stands before the name")
        return PlaceFinding(place=None, issuer=name, why="the county before the name may be one of several")
    scores = weigh(listed, name, text)
    scores |= {code: score - OTHER_SORT for code, score in weigh(others, name, text).items()}
    if len(listed) == 1:
        scores[listed[0].code] += 0.0 if _contradicted(listed[0], text) else UNIQUE
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] >= ENOUGH and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= AHEAD):
        best = gazetteer.by_code(ranked[0][0])
        if best:
            why = f"{best.name} of {gazetteer.full_name(best).removesuffix(best.name)} scores {ranked[0][1]:g}"
            return PlaceFinding(place=gazetteer.place_of(best, name), issuer=name, why=why)
    candidates = _places(code for code, _ in ranked[:_SHOWN])
    if not ranked:
        return PlaceFinding(place=None, issuer=name, why="the division table has no township of this name")
    why = f"{len(ranked)} townships have this name, and the text does not tell which it is"
    return PlaceFinding(place=None, issuer=name, candidates=candidates, why=why)


def _listed(name: str) -> tuple[Division, ...]:
    return tuple(row for row in load_gazetteer().named(name) if len(row.code) == TOWNSHIP)


def _settle_county(issuer: Issuer, text: PlaceText) -> PlaceFinding:
    """Settle a county by its own name in the issuer's, else by the townships and counties that the text names."""
    gazetteer = load_gazetteer()
    is_department = issuer.kind is IssuerKind.DEPARTMENT
    level = next((word for word in ("县", "区", "市", "旗") if issuer.name.startswith(word)), "")
    named = tuple(row for mention in find_counties(issuer.name) for row in mention.counties) or tuple(
        {
            row: None
            for mention in text.counties
            if _bears(mention, issuer.name[1:], level, text)
            for row in mention.counties
        }
    )
    if len(named) == 1:
        place, why = gazetteer.place_of(named[0]), f"its name holds {named[0].name}"
        return PlaceFinding(place=place, issuer=issuer.name, is_department=is_department, why=why)
    siblings = counties_with_siblings(text)
    codes = {row.code for row in named} or {
        *(code for code, count in siblings.items() if count >= 2),
        *(row.code for mention in text.counties if not mention.elsewhere for row in mention.counties),
    }
    rows = [row for code in codes if (row := gazetteer.by_code(code)) and (named or row.name.endswith(level))]
    ranked = sorted(((row, weigh_county(row.code, text)) for row in rows), key=lambda item: (-item[1], item[0].code))
    if ranked and ranked[0][1] >= ENOUGH and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= AHEAD):
        why = f"the townships and names in the text are those of {ranked[0][0].name}"
        place = gazetteer.place_of(ranked[0][0])
        return PlaceFinding(place=place, issuer=issuer.name, is_department=is_department, why=why)
    candidates = _places(row.code for row, _ in ranked[:_SHOWN])
    why = "the text does not tell which county it is"
    return PlaceFinding(place=None, issuer=issuer.name, is_department=is_department, candidates=candidates, why=why)


def _bears(mention: CountyMention, department: str, level: str, text: PlaceText) -> bool:
    """Whether a county's name stands right before that of the department elsewhere in the text: 泰顺县人社局."""
    return bool(level) and not mention.elsewhere and text.whole.startswith(department, mention.span.end)


def _places(codes: Iterable[str]) -> tuple[Place, ...]:
    gazetteer = load_gazetteer()
    return tuple(gazetteer.place_of(row) for code in codes if (row := gazetteer.by_code(code)))


def _of_stem(name: str) -> tuple[Division, ...]:
    """Return the townships whose name differs from this one in its sort only: 泗溪镇 for 泗溪乡."""
    gazetteer, (stem, suffix) = load_gazetteer(), split_township(name)
    if suffix not in _CHANGING:
        return ()
    return tuple(
        row
        for other in _CHANGING
        for row in gazetteer.named(stem + other)
        if len(row.code) == TOWNSHIP and other != suffix
    )


def _counties_printed_before(name: str, text: PlaceText) -> tuple[Division, ...]:
    """Return the counties whose full name the text prints before a township's."""
    found: dict[str, Division] = {}
    for mention in text.townships:
        if bare_name(mention.name) == bare_name(name) and not mention.elsewhere and not mention.above_short:
            found |= {row.code: row for row in mention.above if len(row.code) == COUNTY}
    return tuple(found.values())


def _contradicted(candidate: Division, text: PlaceText) -> bool:
    """Whether a text names counties or villages of which none is this township's."""
    gazetteer = load_gazetteer()
    own = candidate.code[:COUNTY]
    if any(
        bare_name(mention.name) == bare_name(candidate.name)
        and mention.above
        and not (mention.elsewhere or any(own.startswith(row.code) for row in mention.above))
        for mention in text.townships
    ):
        return True
    if _governed_elsewhere(own, text):
        return True
    numbers = {gazetteer.number_of(row) for row in gazetteer.townships_of(own)}
    known = [found for found in text.villages.values() if len(found) <= COMMON_VILLAGE]
    return len(known) >= 3 and not any(numbers.intersection(found) for found in text.villages.values())


def _governed_elsewhere(own: str, text: PlaceText) -> bool:
    """Whether a county of another prefecture is named as the one that governs, 某县委, or again and again."""
    counties: Counter[str] = Counter()
    after = load_place_signs().own_after
    for mention in text.counties:
        if not mention.elsewhere:
            again = 1 + text.whole.startswith(after, mention.span.end)
            counties.update({row.code: again for row in mention.counties})
    if any(code[:PREFECTURE] == own[:PREFECTURE] for code in counties):
        return False
    return any(times >= 2 for times in counties.values())
