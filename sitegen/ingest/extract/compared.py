"""Name numbers that are told by comparison: changes, shares, completions, ranks, and values told respectively."""

import re
from collections.abc import Sequence

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import read_lead, shorten
from sitegen.ingest.extract.tails import read_tail
from sitegen.ingest.extract.telling import (
    ON_AND_ON,
    Finding,
    Named,
    Telling,
    is_light,
    name_by_clause_before,
    name_own_or_carried,
    topic_of,
    with_topic,
)
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

_PER_ONE = re.compile(r"[户人村亩]均")
_MIN_VERB = 2
_SHARE_OF, _SHARE_NAME = "占", "占比"
_OVER = re.compile(r"^(?:分别)?(?:超额?|超出|超过|快于|慢于|高于|低于|高出|低出)")
"""Against what something is held: no name of its own."""
_SHARES = frozenset(["%", "‰", "百分点", "个百分点", "千分点", "个千分点", "倍", "成"])
_RANK_UNIT = "位"
_AGAINST = ("同比", "环比")
_RESPECTIVELY = "分别"
_DIVIDERS = re.compile(r"、|和|与|及|以及|(?<=”)(?=“)")
_KINDS_TOGETHER = re.compile(r"^(?:这|上述|以上)?[两二三四五六](?:类|项|者|种|个|家|大|级|村|镇)的?")
_FROM = re.compile(
    r"(?:由|从)(?:[^，。；]{0,8}的|[^，。；]{0,6}(?:前|初|年|月|底|末|期)|原来?|以前|过去|每[^，。；]{1,3})?$"
)
_SHARE = re.compile(r"占(?!比|地|用)(.+?)的?(?:比重|比例)?(?:达到?|为)?的?$")
_MERE_SHARE = re.compile(r"占()[到了]?$")
_RANKED = re.compile(r"(?:位居|位列|名列|居|列|排名|排|位于|在|由|从).*$")
_JUDGED = re.compile(r"在([^，。]{2,24}?)中(?:位?[列居]|排|获|名)")
_HOW_MANY = re.compile(r"^(?:全[国省市县区州旗])?(?:\d+|[一二三四五六七八九十百]+)?(?:余?[家个])?")
_LONG_JUDGEMENT = 5
"""Characters of 综合考评 and the like; shorter words are those ranked among."""
_TARGET = re.compile(r"(?:占|为|完成|达到|实现)?(?:全年|年度|年初|当年|年|总)?(目标|任务|计划|预算)[数的]?")
_COMPLETION_NOUN = re.compile(r"(?:完成|达标|执行|兑现)率")
_COMPLETED = re.compile(r"(?:已|全面|累计|提前|超额|共|全年)*(?:完成|达到|实现|占|为|达|相当于)")
_DIMENSIONS = re.compile(r"(宽|长|高|深|厚)(?=的|、|，|$|\d)的?")
_MERE_DIMENSION = re.compile(r"[、，]?(?:平均|全)?(宽|长|高|深|厚)度?[约为达]*")
_MEASURED = re.compile(r"(宽|长|高|深|厚)$")
_NOUGHT = "零"
_TAKEN = re.compile(r"(?:仅|只)?(?:用时?|历时|耗时|经过|花费?|用了|花了)(?:仅|了)?$|短短$")
_LASTING = ("稳定", "保持", "维持", "位居", "名列")
_TIME_TAKEN = "用时"
_SINCE_WHEN = re.compile(r"从|自")
_COME_FROM = re.compile(r"由|从|自")
_SINCE = re.compile(r"^(?:从|自)")
_GOES_ON = re.compile(r"^(?:的|来|以来|持续|保持|实现)*")
_LONG_DURATION = 18


def name_respectively(frame: Frame, telling: Telling) -> Finding | None:
    """城镇、农村居民收入分别增长5%、7%: the subjects before, the values after."""
    members = [f for f in telling.frames if f.clause == frame.clause]
    first = next((i for i, f in enumerate(members) if _RESPECTIVELY in f.lead), None)
    if first is None or frame not in members[first:]:
        return None
    runs = _runs(members[first:], telling.grammar)
    values = runs[0]
    # 分别由26%、31%降至11%和9%: the second run tells where each subject has come to.
    meant = runs[1] if frame not in values and len(runs) > 1 and _COME_FROM.search(values[0].lead) else values
    if frame not in meant or len(meant) != len(values) or len(values) < 2:
        return None
    order = meant.index(frame)
    head, _, deed = values[0].lead.partition(_RESPECTIVELY)
    subjects = split_subjects(_before_change(head, telling), telling.grammar)
    share = _SHARE_NAME if deed.startswith(_SHARE_OF) and frame.quantity.unit in _SHARES else ""
    said = share or _said_of_each(deed, frame, telling)
    if len(subjects) == len(values):
        return Finding(subjects[order] + said, subjects[order])
    told = _told_before(frame, telling)
    if len(subjects) == 1:
        together = _KINDS_TOGETHER.match(frame.clause_text)
        common = _KINDS_TOGETHER.sub("", subjects[0])
        if len(told) >= len(values) and (together or _PER_ONE.search(common) or common in telling.grammar.bare):
            return Finding(with_topic(told[order - len(values)].thing, common))
        return Finding(subjects[0] + said, subjects[0])
    if len(told) >= len(values):
        named = told[order - len(values)]
        return Finding(named.name + share, named.thing)
    if subjects or not frame.clause:
        return None
    before = telling.clauses[frame.clause - 1].span.of(telling.paragraph).partition("“")[0]
    subjects = split_subjects(_before_change(before, telling), telling.grammar)
    return Finding(subjects[order]) if len(subjects) == len(values) else None


def _runs(members: Sequence[Frame], grammar: Grammar) -> list[list[Frame]]:
    """Divide numbers where words stand between them; 减0.8%、增1.4% are one run."""
    runs = [[members[0]]]
    for follower in members[1:]:
        between = cut_tokens(_DIVIDERS.sub("", follower.lead).strip(), grammar)
        if all(token.kind & Word.CHANGE and not token.kind & Word.LINK for token in between):
            runs[-1].append(follower)
        else:
            runs.append([follower])
    return runs


def _told_before(frame: Frame, telling: Telling) -> list[Named]:
    """Return what the sentence, or it and the one before, has named in other clauses; each name once, in order."""
    levels = [
        named
        for named in telling.named
        if named.frame.kind is Kind.LEVEL
        and named.frame.clause != frame.clause
        and frame.sentence - named.frame.sentence <= 1
    ]
    return list({named.name: named for named in levels}.values())


def _said_of_each(deed: str, frame: Frame, telling: Telling) -> str:
    """Return what 分别 says of each subject, if it names anything: 生猪、肉牛分别``出栏``."""
    if frame.kind is not Kind.LEVEL:
        return ""
    lead = read_lead(deed, telling.grammar)
    return "" if len(lead.verb) < _MIN_VERB or is_light(lead.verb, telling) else lead.verb + lead.object


def name_from_to(frame: Frame, telling: Telling) -> Finding | None:
    """失业率由4%降到3%: both ends carry the name before 由."""
    opened = _FROM.search(frame.lead)
    if opened:
        own = read_lead(frame.lead[: opened.start()], telling.grammar, telling.selves)
        return name_own_or_carried(own, frame, telling)
    before = telling.named[-1] if telling.named else None
    if before and before.frame.clause == frame.clause and _FROM.search(before.frame.lead):
        return Finding(before.name, before.thing, before.verb)
    return None


def name_share(frame: Frame, telling: Telling) -> Finding | None:
    """入社农户80户，占农户总数的20%: a share of a whole carries both names."""
    if frame.kind is not Kind.LEVEL or frame.quantity.unit not in ("%", "‰"):
        return None
    match = _SHARE.search(frame.lead) or _MERE_SHARE.search(frame.lead)
    if not match:
        return None
    own = read_lead(frame.lead[: match.start()], telling.grammar, telling.selves)
    before = telling.neighbour(frame)
    subject = own.object or (before.name if before else "")
    return Finding(f"{subject}占{match[1] or '比'}", subject) if subject else None


def name_change(frame: Frame, telling: Telling) -> Finding | None:
    """税收598万元，同比增长3%: a change is named as its level; 降幅收窄 is a change of the 降幅."""
    if frame.kind is not Kind.CHANGE and not frame.lead.startswith(_AGAINST):
        return None
    own = _before_change(frame.lead, telling)
    over = _OVER.match(own)
    before = telling.neighbour(frame)
    if over and before and before.frame.kind is Kind.COMPLETION:
        return Finding(before.name, before.thing, before.verb)
    own = "" if over or not _names_something(own, telling.grammar) else own
    lead = read_lead(own, telling.grammar, telling.selves, after_number=_follows_directly(frame))
    if lead.object and not lead.is_empty:
        return name_own_or_carried(lead, frame, telling)
    if changed := _changed(frame.lead, telling.grammar):
        return Finding(changed)
    level = _level_of_unit(frame, telling)
    if not level:
        return name_by_clause_before(frame, telling, "")
    nouns = [w for w in telling.grammar.change_nouns if w in frame.lead]
    return Finding(level.name + (nouns[0] if nouns else ""), level.thing, level.verb)


def _changed(lead: str, grammar: Grammar) -> str:
    """Return what stands as the object of the change: 压减“三公”经费8%."""
    tokens = cut_tokens(lead, grammar)
    at = next((i for i in reversed(range(len(tokens))) if tokens[i].kind & Word.CHANGE), None)
    if at is None or tokens[at].text not in grammar.changing:
        return ""
    thing = tokens[at + 1 :]
    return joined(thing) if thing and all(t.is_noun for t in thing) and len(joined(thing)) > 1 else ""


def _level_of_unit(frame: Frame, telling: Telling) -> Named | None:
    """The level that a change is of: 办案9起，罚款14万元，减少6起 counts cases; 上升3位 moves the rank before."""
    level, unit = telling.level_before(frame), frame.quantity.unit
    if not level or unit in _SHARES or unit == level.frame.quantity.unit:
        return level
    if unit == _RANK_UNIT:
        return next((named for named in telling.told_in_sentence(frame) if named.frame.kind is Kind.RANK), level)
    alike = (
        named
        for named in telling.told_in_sentence(frame)
        if named.frame.kind is Kind.LEVEL and named.frame.quantity.unit == unit
    )
    return next(alike, level)


def _names_something(own: str, grammar: Grammar) -> bool:
    empty = Word.LINK | Word.TIME | Word.ADVERB | Word.SELF
    return any(not token.kind & empty and token.text != "的" for token in cut_tokens(own, grammar))


def name_completion(frame: Frame, telling: Telling) -> Finding | None:
    """完成目标任务的101%: a completion is named as what is completed."""
    if frame.kind is not Kind.COMPLETION or _COMPLETION_NOUN.search(frame.lead):
        return None
    cut = _COMPLETED.search(frame.lead)
    lead = read_lead(frame.lead[: cut.start()] if cut else frame.lead, telling.grammar, telling.selves)
    if lead.object:
        return Finding(lead.whole, lead.object, lead.verb)
    near = telling.neighbour(frame)
    level = telling.level_before(frame)
    if level and (near is level or level.frame.sentence == frame.sentence):
        return Finding(level.name, level.thing, level.verb)
    return name_by_clause_before(frame, telling, "") or (Finding(level.name, level.thing) if level else None)


def name_rank(frame: Frame, telling: Telling) -> Finding | None:
    """增幅6%，居全县第一: a rank is that of the number before it."""
    if frame.kind is not Kind.RANK:
        return None
    lead = read_lead(_RANKED.sub("", frame.lead), telling.grammar, telling.selves)
    if lead.object and lead.object not in telling.grammar.bare:
        return Finding(lead.whole, lead.object, lead.verb)
    judged = _JUDGED.search(frame.lead)
    by_what = _HOW_MANY.sub("", judged[1]) if judged else ""
    if len(by_what) >= _LONG_JUDGEMENT:
        return Finding(by_what)
    before = telling.neighbour(frame)
    if before:
        return Finding(before.name, before.thing, before.verb)
    return name_by_clause_before(frame, telling, lead.object)


def name_target(frame: Frame, telling: Telling) -> Finding | None:
    """占年度目标6亿元的74%: the target of what was named before, and how far that has come."""
    before = telling.neighbour(frame)
    if before and before.is_target and before.frame.clause == frame.clause:
        return Finding(before.thing) if frame.kind is Kind.COMPLETION else None
    match = _TARGET.fullmatch(frame.lead)
    if not before or not match or frame.kind is not Kind.LEVEL:
        return None
    return Finding(before.name + match[1], before.name)


def name_dimension(frame: Frame, telling: Telling) -> Finding | None:
    """6米宽、2公里长的环湖路: a dimension of the thing after 的."""
    if (mere := _MERE_DIMENSION.fullmatch(frame.lead)) and (topic := topic_of(frame, telling)):
        return Finding(with_topic(topic, mere[1]), topic)
    match = _DIMENSIONS.match(frame.tail) or (_MEASURED.search(frame.lead) if "的" in frame.rest else None)
    if not match:
        return None
    thing = frame.rest.rpartition("的")[2] if "的" in frame.rest else frame.rest[match.end() :].strip("、，")
    lead = telling.lead(frame)
    noun = read_tail(thing, telling.grammar, counts_people=False).noun or lead.object
    return Finding(noun + match[1], noun) if noun else None


def name_duration(frame: Frame, telling: Telling) -> Finding | None:
    """发案数连续3年下降, 从签约到投产仅用9个月: how long something has gone on or has taken."""
    if frame.quantity.unit not in telling.grammar.durations:
        return None
    if taken := _TAKEN.search(frame.lead):
        did = _SINCE.sub("", frame.lead[: taken.start()]).strip("，、")
        lead = read_lead(did, telling.grammar, telling.selves)
        whose = did if 1 < len(did) <= _LONG_DURATION else lead.object or topic_of(frame, telling)
        return Finding(whose + _TIME_TAKEN, _SINCE_WHEN.split(whose)[0] or whose) if whose else None
    if ON_AND_ON not in frame.lead:
        return None
    lead = read_lead(frame.lead.partition(ON_AND_ON)[0], telling.grammar, telling.selves)
    after = _said_for_so_long(frame, telling.grammar)
    subject = lead.object
    if _state_follows(frame, telling) or (not after and not subject):
        return _on_and_on(frame, subject)
    if not after:
        return Finding(subject)
    if not subject:
        if len(after) > 6:
            return Finding(shorten(after, telling.grammar))
        topic = telling.neighbour(frame)
        subject = topic.thing if topic else ""
    name = subject + ON_AND_ON + after
    return Finding(name if len(name) <= _LONG_DURATION else subject or after, subject)


def _said_for_so_long(frame: Frame, grammar: Grammar) -> str:
    """Return what has gone on: 下降, 位居全县前三, 稳定 where 稳定在 leads to the next number."""
    tokens = list(cut_tokens(_GOES_ON.sub("", frame.tail), grammar))
    while tokens and frame.followers and tokens[-1].kind & (Word.LINK | Word.SELF | Word.ADVERB):
        last = tokens.pop()
        if last.text.startswith(_LASTING):
            return joined(tuple(tokens)) + last.text[: len(_LASTING[0])]
    return joined(tuple(tokens))


def name_gone_on(frame: Frame, telling: Telling) -> Finding | None:
    """总产连续5年稳定在8万吨: the value is of the thing itself."""
    before = telling.named[-1] if frame.place_in_clause else None
    if not before or ON_AND_ON not in before.frame.lead or before.frame.quantity.unit not in telling.grammar.durations:
        return None
    own = read_lead(frame.lead, telling.grammar, telling.selves).object
    return Finding(before.thing) if before.thing != before.name and not own else None


def _state_follows(frame: Frame, telling: Telling) -> bool:
    """Whether a rank or a nought tells what has gone on."""
    later = [f for f in telling.frames[len(telling.named) + 1 :] if f.clause == frame.clause]
    return any(f.kind is Kind.RANK or f.quantity.printed.startswith(_NOUGHT) for f in later)


def _on_and_on(frame: Frame, subject: str) -> Finding | None:
    """连续5年零事故, 连续3年全省第一: a number says what has gone on."""
    rest = _GOES_ON.sub("", frame.clause_text.partition(frame.quantity.printed)[2].partition("、")[0])
    name = subject + ON_AND_ON + rest
    return Finding(name, subject or rest) if rest and len(name) <= _LONG_DURATION else Finding(subject)


def split_subjects(text: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the subjects before 分别; what the last one shares with shorter ones is given to them."""
    tokens = list(cut_tokens(text.strip("，、"), grammar))
    while tokens and tokens[0].kind & (Word.TIME | Word.SELF | Word.ADVERB) and not tokens[0].is_verb:
        tokens.pop(0)
    while tokens and (tokens[-1].kind & (Word.LINK | Word.ADVERB) or tokens[-1].text == "的"):
        tokens.pop()
    parts = [part for part in _DIVIDERS.split(joined(tuple(tokens))) if part]
    if len(parts) < 2:
        return tuple(parts)
    *others, last = parts
    head = next((h for h in grammar.heads if last.endswith(h)), "")
    if not head or any(other.endswith(grammar.heads) for other in others):
        return tuple(parts)
    shared = last[_modifier_length(last, min(len(others[-1]), len(last) - len(head)), grammar) :]
    return (*(other + shared for other in others), last)


def _modifier_length(last: str, wanted: int, grammar: Grammar) -> int:
    """How much of the last subject is its own: as much as the one before it has, but no short word is cut in two."""
    at = 0
    for token in cut_tokens(last, grammar):
        if at < wanted < at + len(token.text) and len(token.text) <= 3:
            return at + len(token.text)
        at += len(token.text)
    return wanted


def _before_change(lead: str, telling: Telling) -> str:
    tokens = cut_tokens(lead.replace(_RESPECTIVELY, ""), telling.grammar)
    for at, token in enumerate(tokens):
        if token.kind & Word.CHANGE:
            return joined(tokens[:at])
    return joined(tokens)


def _follows_directly(frame: Frame) -> bool:
    return frame.place_in_clause > 0 and not frame.lead.strip().startswith(("、", "，"))
