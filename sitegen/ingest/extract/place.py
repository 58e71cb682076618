"""Whose report it is: the place, settled by what the text names around it, or left open with the candidates named."""

from collections import Counter
from functools import lru_cache

from sitegen.ingest.extract.issuer import Issuer, IssuerKind, find_issuer
from sitegen.ingest.extract.place_county import settle_county
from sitegen.ingest.extract.place_evidence import AHEAD, ENOUGH, PlaceText, weigh
from sitegen.ingest.extract.place_finding import SHOWN, PlaceFinding, places_of
from sitegen.ingest.laid import LaidBulletin, LaidReport
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, TOWNSHIP, Division, load_gazetteer
from sitegen.lexicon.place_names import bare_name, split_township
from sitegen.lexicon.place_signs import load_place_signs
from sitegen.lexicon.unlisted import unlisted_township
from sitegen.model.facts import Facts
from sitegen.model.place import Place
from sitegen.problems import Words

__all__ = ["PlaceFinding", "settle_place"]

UNIQUE = 3.0
"""For the only township of the country that bears the name, unless the text names counties or villages of others."""
OTHER_SORT = 1.5
"""Off for a township of the same stem and another sort: 泗溪镇 where 泗溪乡 is printed. Townships become towns."""
COMMON_VILLAGE = 50
"""A name that more townships than this have a village of says nothing against a township that has none."""

_CHANGING = ("乡", "镇", "街道", "地区")


def settle_place(bulletin: LaidBulletin, report: LaidReport, facts: Facts) -> PlaceFinding:
    """Return whose report it is; a place of a name that several bear needs evidence for itself and against the rest."""
    issuer = find_issuer(bulletin, report)
    text = _place_text(bulletin, report, facts)
    if known := _known(facts, issuer, len(bulletin.reports)):
        return PlaceFinding(
            place=known,
            issuer=issuer.name if issuer else known.name,
            why=Words("known from outside the text", "来自正文以外的资料"),
        )
    if issuer is None:
        return PlaceFinding(
            place=None, issuer=None, why=Words("nobody is named as the one who reports", "文中没有写是谁的报告")
        )
    if issuer.kind is IssuerKind.TOWNSHIP:
        return _settle_township(issuer.name, text)
    return settle_county(issuer, text, bulletin.title or "", lambda: _counties_of_townships(bulletin, facts))


@lru_cache(maxsize=8)
def _counties_of_townships(bulletin: LaidBulletin, facts: Facts) -> tuple[Division, ...]:
    """Return the county of each township that reports in a bulletin and is settled; one may be there several times."""
    gazetteer = load_gazetteer()
    found: list[Division] = []
    for report in bulletin.reports:
        issuer = find_issuer(bulletin, report)
        if issuer and issuer.kind is IssuerKind.TOWNSHIP:
            place = _settle_township(issuer.name, _place_text(bulletin, report, facts)).place
            county = gazetteer.by_code(place.code[:COUNTY]) if place and place.code else None
            found += [county] if county else []
    return tuple(found)


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
            county = printed_in[0].name
            why = Words(f"{county} stands before the name", f"名称前面写着{county}")
            return PlaceFinding(place=place, issuer=name, why=why)
        why = Words("the county before the name may be one of several", "名称前面的区县名有好几个同名的")
        return PlaceFinding(place=None, issuer=name, why=why)
    scores = weigh(listed, name, text)
    scores |= {code: score - OTHER_SORT for code, score in weigh(others, name, text).items()}
    if len(listed) == 1:
        scores[listed[0].code] += 0.0 if _contradicted(listed[0], text) else UNIQUE
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] >= ENOUGH and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= AHEAD):
        best = gazetteer.by_code(ranked[0][0])
        if best:
            above = gazetteer.full_name(best).removesuffix(best.name)
            score = f"{ranked[0][1]:g}"
            why = Words(f"{best.name} of {above} scores {score}", f"{above}的{best.name}得 {score} 分")
            return PlaceFinding(place=gazetteer.place_of(best, name), issuer=name, why=why)
    candidates = places_of(code for code, _ in ranked[:SHOWN])
    if not ranked:
        why = Words("the division table has no township of this name", "行政区划表里没有叫这个名字的乡镇")
        return PlaceFinding(place=None, issuer=name, why=why)
    why = Words(
        f"{len(ranked)} townships have this name, and the text does not tell which it is",
        f"有 {len(ranked)} 个乡镇叫这个名字，文中看不出是哪一个",
    )
    return PlaceFinding(place=None, issuer=name, candidates=candidates, why=why)


def _listed(name: str) -> tuple[Division, ...]:
    return tuple(row for row in load_gazetteer().named(name) if len(row.code) == TOWNSHIP)


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
