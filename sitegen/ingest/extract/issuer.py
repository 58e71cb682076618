"""Who reports: a township, a department of a county, a county."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import cache

from sitegen.ingest.extract.issuer_lines import lines_around, reads_like_title, tells_of_a_time
from sitegen.ingest.extract.place_chains import chain_start, name_before
from sitegen.ingest.extract.place_mentions import TownshipMention, find_counties, find_townships
from sitegen.ingest.laid import LaidBulletin, LaidReport
from sitegen.lexicon.place_signs import counties_named, load_place_signs
from sitegen.model.span import Span

_CLAUSE_STARTS = "。，；：！？!?“\n "
_OWN_COUNTY = ("全县", "我县", "全区", "我区", "全市", "我市", "全旗", "我旗")
_LEAD = 200
"""Characters of the text in which who reports is expected to be named."""


class IssuerKind(Enum):
    """What sort of body reports."""

    TOWNSHIP = "township"
    DEPARTMENT = "department"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who reports, as printed."""

    name: str
    """``泗溪镇``, ``县人社局``, ``泰顺县``."""
    kind: IssuerKind


def find_issuer(bulletin: LaidBulletin, report: LaidReport) -> Issuer | None:
    """Return who a report is by: named in the title, in a line around it, else whom its text is about.

    None where nobody stands out.
    """
    for title in (report.title, bulletin.title if len(bulletin.reports) == 1 else None):
        if title and (issuer := _in_title(title)):
            return issuer
    for line in lines_around(bulletin, report):
        if issuer := _signed(line) or headed_by(line):
            return issuer
    text = "\n".join(text for section in report.sections for text in (section.heading or "", *section.paragraphs))
    return _in_text(text)


def _in_title(title: str) -> Issuer | None:
    """Who a title names: 泗溪镇：…; ——泰顺县泗溪镇2009年工作回望; 县人社局：…."""
    for part in re.split(r"——|\s+", title):
        head, colon, _ = part.partition("：")
        if (issuer := _whole(head)) and (colon or issuer.kind is IssuerKind.TOWNSHIP):
            return issuer
    named = [mention for mention in find_townships(title) if mention.sure and not mention.elsewhere]
    if named:
        return Issuer(named[0].name, IssuerKind.TOWNSHIP)
    if departments := _departments(title):
        return Issuer(departments[0][0], IssuerKind.DEPARTMENT)
    counties = [mention for mention in find_counties(title) if not mention.elsewhere]
    return Issuer(counties[0].name, IssuerKind.COUNTY) if counties else None


def _signed(line: str) -> Issuer | None:
    """Who a line names that holds nothing else: 安徽省金寨县古碑镇人民政府, 中共南安市梅山镇委员会, 泰顺县民政局.

    A township's name alone may be a caption; with its county's or the name of who signs for it, it is none. Who hands
    on what others report is passed over: 某县委宣传部.
    """
    for part in re.split(r"[\s　]+", line):
        name = _without_body(part)
        for mention in find_townships(name):
            if mention.span.end == len(name) and chain_start(name, mention.span.start) == 0:
                return Issuer(mention.name, IssuerKind.TOWNSHIP) if mention.above or name != part else None
        for department, span in _departments(part):
            publishes = department.endswith(load_place_signs().publishers)
            if span.end == len(part) and chain_start(part, span.start) == 0 and not publishes:
                return Issuer(department, IssuerKind.DEPARTMENT)
        for county in find_counties(name):
            if name != part and county.span.end == len(name) and chain_start(name, county.span.start) == 0:
                return Issuer(county.name, IssuerKind.COUNTY)
    return None


def headed_by(line: str) -> Issuer | None:
    """Return who a line that reads like a title begins with: 三都水族自治县卫生健康局2022年工作总结."""
    if not (reads_like_title(line) or tells_of_a_time(line)):
        return None
    for mention in find_townships(line):
        if mention.sure and chain_start(line, mention.span.start) == 0:
            return Issuer(mention.name, IssuerKind.TOWNSHIP)
    for department, span in _departments(line):
        if chain_start(line, span.start) == 0:
            return Issuer(department, IssuerKind.DEPARTMENT)
    return None


def _without_body(words: str) -> str:
    """Leave out who signs for a place: 泗溪镇人民政府, 中共泗溪镇委员会, 泗溪镇党委、政府."""
    bare = words.removeprefix("中共")
    body = next((body for body in load_place_signs().issuing_bodies if bare.endswith(body)), "")
    return bare.removesuffix(body)


def _whole(words: str) -> Issuer | None:
    """Who some words name, where they are a name from beginning to end, with or without who signs for it."""
    words = _without_body(words) if find_townships(words) else words
    for mention in find_townships(words):
        if mention.span.end == len(words) and (mention.span.start == 0 or mention.above):
            return Issuer(mention.name, IssuerKind.TOWNSHIP)
    for name, _ in _departments(words):
        if name == words:
            return Issuer(name, IssuerKind.DEPARTMENT)
    counties = find_counties(words)
    if counties and counties[-1].span.end == len(words):
        return Issuer(counties[-1].name, IssuerKind.COUNTY)
    return Issuer(words, IssuerKind.DEPARTMENT) if _looks_like_a_body(words) else None


def _looks_like_a_body(words: str) -> bool:
    """Whether some words are the name of a department that is not listed, 县畜牧服务中心, or of a zone, 临港开发区."""
    signs = load_place_signs()
    if not 3 <= len(words) <= 16 or not re.fullmatch("[一-鿿]+", words):
        return False
    of_county = words.startswith(signs.county_words) or (words[2:3] in "县区市旗" and bool(counties_named(words[:3])))
    return words.endswith(signs.zone_ends) or (of_county and words.endswith(signs.department_ends))


def _in_text(text: str) -> Issuer | None:
    """Whom a text is about: the township it names most, a department that its lead begins with, else the county."""
    ranked = _townships_by_weight(text)
    departments = Counter(name for name, _ in _departments(text))
    lead = next((name for name, span in _departments(text) if span.start < _LEAD), "")
    if departments[lead] >= 2 and (not ranked or departments[lead] > ranked[0][1]):
        return Issuer(lead, IssuerKind.DEPARTMENT)
    if not ranked and (opener := _opening_department(text)):
        return Issuer(opener, IssuerKind.DEPARTMENT)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return Issuer(ranked[0][0], IssuerKind.TOWNSHIP)
    counties = Counter(mention.name for mention in find_counties(text) if not mention.elsewhere)
    if not ranked and counties and sum(text.count(word) for word in _OWN_COUNTY) >= 2:
        return Issuer(counties.most_common(1)[0][0], IssuerKind.COUNTY)
    return None


def _opening_department(text: str) -> str | None:
    """Return the department of a county named in full that a clause of the first sentence begins with; None for two."""
    first = re.split("[。！？!?]", text, maxsplit=1)[0]
    found = {
        name
        for name, span in _departments(first)
        if find_counties(name) and (span.start == 0 or first[span.start - 1] in _CLAUSE_STARTS)
    }
    return found.pop() if len(found) == 1 else None


def _townships_by_weight(text: str) -> list[tuple[str, int]]:
    """Townships that may be who reports, by how often they are named, in the lead twice over.

    One of a list of townships is a neighbour. A name that may be a common word (新城镇) must stand free once and be
    named again, or stand after its county's; any other must be named twice, or in the lead, or begin a clause.
    """
    by_name: dict[str, list[TownshipMention]] = {}
    for mention in find_townships(text):
        if not mention.elsewhere and not _in_a_list(text, mention):
            by_name.setdefault(mention.name, []).append(mention)
    weights: Counter[str] = Counter()
    for name, mentions in by_name.items():
        weight = len(mentions) + sum(mention.span.start < _LEAD for mention in mentions)
        begins = any(m.span.start == 0 or text[m.span.start - 1] in _CLAUSE_STARTS for m in mentions)
        after_county = any(mention.above for mention in mentions)
        doubtful = not mentions[0].listed or name.endswith(load_place_signs().common_ends)
        if after_county or (begins and len(mentions) >= 2 if doubtful else begins or weight >= 2):
            weights[name] = weight
    return weights.most_common()


def _in_a_list(text: str, mention: TownshipMention) -> bool:
    """Whether a name is one of several: 支援雅阳镇、三魁镇."""
    return text[: chain_start(text, mention.span.start)].endswith("、") or text.startswith("、", mention.span.end)


def _departments(text: str) -> tuple[tuple[str, Span], ...]:
    """Departments with the county before them, 县人社局 or 泰顺县人社局, with their spans; none without a county."""
    words, found = load_place_signs().county_words, []
    for match in _department().finditer(text):
        above, short, start = name_before(text, match.start())
        if not above or short:
            start = match.start() - next((len(word) for word in words if text[: match.start()].endswith(word)), 0)
        if start < match.start():
            found.append((text[start : match.end()], Span(start, match.end())))
    return tuple(found)


@cache
def _department() -> re.Pattern[str]:
    return re.compile("|".join(load_place_signs().departments))
