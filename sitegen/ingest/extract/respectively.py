"""Name numbers that are told after 分别, each by its subject."""

import re
from collections.abc import Sequence

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import read_lead
from sitegen.ingest.extract.telling import Finding, Named, Telling, is_light
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.ingest.extract.topics import with_topic
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

_PER_ONE = re.compile(r"[户人村亩]均")
_MIN_VERB = 2
_SHARE_OF, _SHARE_NAME = "占", "占比"
SHARE_UNITS = frozenset(["%", "‰", "百分点", "个百分点", "千分点", "个千分点", "倍", "成"])
_RESPECTIVELY = "分别"
_DIVIDERS = re.compile(r"、|和|与|及|以及|(?<=”)(?=“)")
_KINDS_TOGETHER = re.compile(r"^(?:这|上述|以上)?[两二三四五六](?:类|项|者|种|个|家|大|级|村|镇)的?")
_COME_FROM = re.compile(r"由|从|自")


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
    subjects = split_subjects(before_change(head, telling), telling.grammar)
    share = _SHARE_NAME if deed.startswith(_SHARE_OF) and frame.quantity.unit in SHARE_UNITS else ""
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
    subjects = split_subjects(before_change(before, telling), telling.grammar)
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


def before_change(lead: str, telling: Telling) -> str:
    """Return the words of a lead before its first word of change."""
    tokens = cut_tokens(lead.replace(_RESPECTIVELY, ""), telling.grammar)
    for at, token in enumerate(tokens):
        if token.kind & Word.CHANGE:
            return joined(tokens[:at])
    return joined(tokens)
