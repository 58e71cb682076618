"""Name what each number of a paragraph measures, in the report's words.

Each rule reads a number's frame and the names given before it, and gives a name or passes. The first name counts.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from sitegen.ingest.extract.clauses import Clause
from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.phrases import Lead, Tail, read_deed, read_lead, read_tail, shorten, split_between
from sitegen.ingest.extract.run_in import find_run_in as find_run_in
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word, load_grammar
from sitegen.model.terms import Kind

_RESPECTIVELY = "分别"
_DIVIDERS = re.compile(r"、|和|与|及|以及")
_KINDS_TOGETHER = re.compile(r"^(?:这|上述|以上)?[两二三四五六]\s*(?:类|项|者|种|个|家|大|级|村|镇)(?:的)?")
_FROM = re.compile(r"(?:由|从)(?:[^，。；]{0,8}的)?$")
_RANKED = re.compile(r"(?:位居|位列|名列|居|列|排名|排|位于|在|由|从).*$")
_DIMENSIONS = re.compile(r"(宽|长|高|深|厚)(?=的|、|，|$|\d)的?")
_SHARE_OF = re.compile(r"(占比?)(.*?)(?:的|达|为|比重|比例)*$")
_COMPLETION_NOUN = re.compile(r"(?:完成|达标|执行|兑现)率")
_COMPLETED = re.compile(r"(?:已|全面|累计|提前|超额|共|全年)*(?:完成|达到|实现|占|为|达|相当于)")
_PART_WORDS = re.compile(r"^(?:其中|当中)")
_GRADES = re.compile(r"^(?:国家|省部?|市|州|县|区|镇|乡|村|街道|社区)级$|^(?:男|女)?性?$")
_MIN_NAME = 2
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Named:
    """A number that has its name."""

    name: str
    thing: str
    """The name without its verb, and without what a following name does not need: ``脆李`` of 脆李产出."""
    verb: str
    frame: Frame


@dataclass(slots=True)
class Telling:
    """What the paragraph has said so far; rules read it, ``name_numbers`` alone writes it."""

    grammar: Grammar
    selves: Collection[str]
    clauses: Sequence[Clause]
    frames: Sequence[Frame]
    paragraph: str
    named: list[Named] = field(default_factory=list)

    def level_before(self, frame: Frame) -> Named | None:
        """The nearest quantity that is no change, share or rank, in this sentence or the one before."""
        for named in reversed(self.named):
            if frame.sentence - named.frame.sentence > 1:
                return None
            if named.frame.kind is Kind.LEVEL:
                return named
        return None

    def neighbour(self, frame: Frame) -> Named | None:
        """The number named last, where it stands in the same sentence."""
        last = self.named[-1] if self.named else None
        return last if last and last.frame.sentence == frame.sentence else None

    def lead(self, frame: Frame) -> Lead:
        """Read the words before a number."""
        words = split_between(frame.lead, self.grammar)[1] if frame.place_in_clause else frame.lead
        return read_lead(words, self.grammar, self.selves, after_number=_follows_directly(frame))

    def tail(self, frame: Frame) -> Tail:
        """Read the words after a number."""
        people = frame.quantity.unit in self.grammar.people
        words = split_between(frame.tail, self.grammar)[0] if frame.followers else frame.tail
        return read_tail(words, self.grammar, counts_people=people, whole_clause=frame.rest)


@dataclass(frozen=True, slots=True)
class Finding:
    """A name as a rule gives it."""

    name: str
    thing: str = ""
    """Empty: the name is the thing."""
    verb: str = ""


Rule = Callable[[Frame, Telling], Finding | None]


def name_numbers(
    paragraph: str, clauses: Sequence[Clause], frames: Sequence[Frame], selves: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the name of what each number measures, in order; empty where the words give none.

    Args:
        paragraph: Repaired text.
        clauses: Its clauses.
        frames: A frame per number, in order.
        selves: Names by which the report speaks of itself (西湖镇); left out of names.
    """
    telling = Telling(load_grammar(), selves, clauses, frames, paragraph)
    for frame in frames:
        finding = next((found for _, rule in RULES if (found := rule(frame, telling))), Finding(""))
        name = tidy(finding.name)
        telling.named.append(Named(name, tidy(finding.thing) or name, finding.verb, frame))
    return tuple(named.name for named in telling.named)


def tidy(name: str) -> str:
    """Take from a name what is left of the sentence around it: marks at its ends, half pairs, 了."""
    name = re.sub(r"\s", "", name).strip("，。；：、！？,.;:·—-+的")
    for opener, closer in (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("(", ")")):
        if name.count(opener) != name.count(closer):
            name = name.replace(opener, "").replace(closer, "")
    return name.strip("、，和与及")


# rules ------------------------------------------------------------------------------------------


def name_respectively(frame: Frame, telling: Telling) -> Finding | None:
    """城镇、农村居民人均收入分别增长8.5%、9.2%: the subjects before, the values after."""
    members = [f for f in telling.frames if f.clause == frame.clause]
    first = next((i for i, f in enumerate(members) if _RESPECTIVELY in f.lead), None)
    if first is None or frame not in members[first:]:
        return None
    values = [members[first]]
    for follower in members[first + 1 :]:
        if _DIVIDERS.sub("", follower.lead).strip():
            break
        values.append(follower)
    if frame not in values or len(values) < 2:
        return None
    order = values.index(frame)
    head, _, deed = values[0].lead.partition(_RESPECTIVELY)
    subjects = split_subjects(_before_change(head, telling), telling.grammar)
    if len(subjects) == len(values):
        verb = read_lead(deed, telling.grammar) if frame.kind is Kind.LEVEL else Lead()
        return Finding(subjects[order] + (verb.verb if len(verb.verb) > 1 and not verb.object else ""), subjects[order])
    earlier = [n for n in telling.named if n.frame.clause != frame.clause and n.frame.kind is Kind.LEVEL]
    earlier = [n for n in earlier if frame.sentence - n.frame.sentence <= 1][-len(values) :]
    if len(earlier) != len(values):
        return Finding(subjects[0]) if len(subjects) == 1 else None
    common = _KINDS_TOGETHER.sub("", subjects[0]) if len(subjects) == 1 else ""
    if not common:
        return Finding(earlier[order].name, earlier[order].thing)
    return Finding(_with_topic(earlier[order].thing, common))


def name_from_to(frame: Frame, telling: Telling) -> Finding | None:
    """贫困发生率由28.7%降到23.9%: both ends carry the name before 由."""
    opened = _FROM.search(frame.lead)
    if opened:
        own = read_lead(frame.lead[: opened.start()], telling.grammar, telling.selves)
        return _own_or_carried(own, frame, telling)
    before = telling.named[-1] if telling.named else None
    if before and before.frame.clause == frame.clause and _FROM.search(before.frame.lead):
        return Finding(before.name, before.thing, before.verb)
    return None


def name_share(frame: Frame, telling: Telling) -> Finding | None:
    """入社农户两千六百户，占农户总数的15.5%: a share of a whole carries both names."""
    if frame.kind is not Kind.LEVEL or frame.quantity.unit not in ("%", "‰"):
        return None
    match = re.search(r"占(?!比|地|用)(.+?)的?(?:比重|比例)?(?:达到?|为)?(?:的)?$", frame.lead)
    if not match:
        return None
    own = read_lead(frame.lead[: match.start()], telling.grammar, telling.selves)
    before = telling.neighbour(frame)
    subject = own.object or (before.name if before else "")
    return Finding(f"{subject}占{match[1]}") if subject else None


def name_change(frame: Frame, telling: Telling) -> Finding | None:
    """税收598万元，同比增长3%: a change is named as its level; 降幅收窄 is a change of the 降幅."""
    if frame.kind is not Kind.CHANGE:
        return None
    own = _before_change(frame.lead, telling)
    lead = read_lead(own, telling.grammar, telling.selves, after_number=_follows_directly(frame))
    if lead.object and not lead.is_empty:
        return _own_or_carried(lead, frame, telling)
    level = telling.level_before(frame)
    if not level:
        return _from_words_before(frame, telling, "")
    nouns = [w for w in telling.grammar.change_nouns if w in frame.lead]
    return Finding(level.name + (nouns[0] if nouns else ""), level.thing, level.verb)


def name_completion(frame: Frame, telling: Telling) -> Finding | None:
    """完成目标任务的101%: a completion is named as what is completed."""
    if frame.kind is not Kind.COMPLETION or _COMPLETION_NOUN.search(frame.lead):
        return None
    cut = _COMPLETED.search(frame.lead)
    lead = read_lead(frame.lead[: cut.start()] if cut else frame.lead, telling.grammar, telling.selves)
    if lead.object:
        return Finding(_full(lead), lead.object, lead.verb)
    near = telling.neighbour(frame)
    level = telling.level_before(frame)
    if level and (near is level or level.frame.sentence == frame.sentence):
        return Finding(level.name, level.thing, level.verb)
    return _from_words_before(frame, telling, "") or (Finding(level.name, level.thing) if level else None)


def name_rank(frame: Frame, telling: Telling) -> Finding | None:
    """增幅8.7%，居全县第一: a rank is that of the number before it."""
    if frame.kind is not Kind.RANK:
        return None
    lead = read_lead(
        re.sub(r"(?:位居|位列|居|列|排名|排|名列|位于|在|由|从).*$", "", frame.lead), telling.grammar, telling.selves
    )
    if lead.object and lead.object not in telling.grammar.bare:
        return Finding(_full(lead), lead.object, lead.verb)
    before = telling.neighbour(frame)
    if before:
        return Finding(before.name, before.thing, before.verb)
    return _from_words_before(frame, telling, lead.object)


def name_dimension(frame: Frame, telling: Telling) -> Finding | None:
    """8米宽、1.1公里长的绕镇路: a dimension of the thing after 的."""
    match = _DIMENSIONS.match(frame.tail)
    if not match:
        return None
    thing = frame.rest.rpartition("的")[2] if "的" in frame.rest else frame.rest[match.end() :].strip("、，")
    lead = telling.lead(frame)
    noun = read_tail(thing, telling.grammar, counts_people=False).noun or lead.object
    return Finding(noun + match[1], noun) if noun else None


def name_duration(frame: Frame, telling: Telling) -> Finding | None:
    """总磷浓度连续11年持续下降: how long something has gone on."""
    if frame.quantity.unit not in telling.grammar.durations or "连续" not in frame.lead:
        return None
    lead = read_lead(frame.lead.partition("连续")[0], telling.grammar, telling.selves)
    after = re.sub(r"^(?:的|来|以来|持续|保持|实现)*", "", frame.tail)
    subject = lead.object
    if not subject:
        if len(after) > 6:
            return Finding(shorten(after, telling.grammar))
        topic = telling.neighbour(frame)
        subject = topic.thing if topic else ""
    name = subject + "连续" + after
    return Finding(name if len(name) <= _LONGEST - 6 else subject or after, subject)


def name_beneficiaries(frame: Frame, telling: Telling) -> Finding | None:
    """为509名脱贫户补贴保费, 在27个村建成54个小院: those for whom or where something is done."""
    lead = telling.lead(frame)
    if not lead.preposition:
        return None
    tail = telling.tail(frame)
    deed = tail.deed or _deed_of_clause(frame, telling)
    if not tail.noun:
        return Finding(deed, deed) if deed else None
    name = f"{deed}的{tail.noun}"
    return Finding(name if deed and len(name) <= 18 else tail.noun, tail.noun)


def name_part(frame: Frame, telling: Telling) -> Finding | None:
    """其中省级5个: a part that is only told by its grade or deed takes the noun of its whole."""
    if not _PART_WORDS.search(frame.clause_text) and not re.search(r"(?:其中|当中)：?$", _text_before(frame, telling)):
        return None
    lead = telling.lead(frame)
    whole = telling.named[-frame.place_in_clause - 1] if len(telling.named) > frame.place_in_clause else None
    if not whole or (not lead.object and not lead.verb) or frame.quantity.unit != whole.frame.quantity.unit:
        return None
    if _GRADES.match(lead.object) and not lead.verb:
        return Finding(lead.object + whole.thing, whole.thing)
    if lead.verb and len(lead.verb + lead.object) <= 8 and not telling.tail(frame).noun:
        return Finding(f"{lead.verb}{lead.object}的{whole.thing}", whole.thing)
    return None


def name_pair(frame: Frame, telling: Telling) -> Finding | None:
    """706户2257人: a number with nothing of its own carries the name of the number before it."""
    before = telling.named[-1] if telling.named else None
    if not before or before.frame.clause != frame.clause or not telling.lead(frame).is_empty:
        return None
    if _DIVIDERS.sub("", frame.lead).strip("共计约 "):
        return None
    tail = telling.tail(frame)
    if tail.noun and (not tail.of or len(tail.noun) > 1):
        return None
    return Finding(before.name, before.thing, before.verb)


def name_by_noun_after(frame: Frame, telling: Telling) -> Finding | None:
    """建成54个小院: the noun after the number, with the verb before it."""
    lead, tail = telling.lead(frame), telling.tail(frame)
    unit = frame.quantity.unit
    if not tail.noun or (unit in telling.grammar.classifiers_of_none and not (lead.is_bare_verb or tail.of)):
        return None
    if lead.is_empty:
        listed = _carried_verb(frame, telling) if frame.place_in_clause and frame.lead.strip() in "、和与及" else ""
        if len(tail.noun) <= 2 and tail.deed and not listed and not frame.followers:
            topic = _topic(frame, telling) if unit in telling.grammar.people else ""
            return Finding(_with_topic(topic, tail.noun + tail.deed), tail.noun)
        return Finding(_act(listed, tail.noun), tail.noun, listed)
    if lead.is_bare_verb:
        verb = "" if _is_light(lead.verb, telling) and len(tail.noun) >= 3 else lead.verb
        name = (lead.subject if len(verb + tail.noun) <= 6 else "") + verb + tail.noun
        shared = frame.rest.strip()[len(tail.noun) :]
        if len(tail.noun) <= 2 and frame.followers and frame.tail.strip() == tail.noun and 2 < len(shared) <= 16:
            name = f"{verb}{shared}的{tail.noun}"
        return Finding(name, tail.noun, verb)
    return _between(lead, tail, frame, telling)


def name_by_deed_after(frame: Frame, telling: Telling) -> Finding | None:
    """望霞危岩区26户45人全部撤离, 带动近千人就业: no noun follows, but what they did."""
    if frame.quantity.unit not in telling.grammar.people:
        return None
    lead, tail = telling.lead(frame), telling.tail(frame)
    deed = tail.deed or (_deed_of_clause(frame, telling) if not tail.noun and frame.followers else "")
    if not deed or tail.noun:
        return None
    if lead.is_bare_verb:
        return Finding(lead.verb + deed, deed, lead.verb)
    if lead.is_empty:
        return Finding(_with_topic(_topic(frame, telling), deed), deed)
    name = lead.object + deed
    return Finding(name, lead.object) if not lead.verb and len(name) <= 16 and _is_intransitive(tail, frame) else None


def name_by_words_before(frame: Frame, telling: Telling) -> Finding | None:
    """新建水利设施1处、蓄水池3个: the phrase before the number, with its own verb or that of the list."""
    lead = telling.lead(frame)
    if lead.is_empty:
        return None
    return _own_or_carried(lead, frame, telling)


def name_occasions(frame: Frame, telling: Telling) -> Finding | None:
    """先后4次召开党委会: how often what follows was done."""
    if frame.quantity.unit not in telling.grammar.occasions:
        return None
    if not telling.lead(frame).is_empty:
        return None
    deed = read_deed(frame.rest, telling.grammar)
    return Finding(deed, deed) if len(deed) > _MIN_NAME else None


def name_by_topic(frame: Frame, telling: Telling) -> Finding | None:
    """Nothing of its own: the number before it, or the thing that the clause before speaks of."""
    before = telling.neighbour(frame)
    if before:
        return Finding(before.name, before.thing, before.verb)
    return _from_words_before(frame, telling, "")


RULES: tuple[tuple[str, Rule], ...] = (
    ("respectively", name_respectively),
    ("from-to", name_from_to),
    ("share", name_share),
    ("change", name_change),
    ("completion", name_completion),
    ("rank", name_rank),
    ("dimension", name_dimension),
    ("duration", name_duration),
    ("part", name_part),
    ("pair", name_pair),
    ("beneficiaries", name_beneficiaries),
    ("occasions", name_occasions),
    ("deed-after", name_by_deed_after),
    ("noun-after", name_by_noun_after),
    ("words-before", name_by_words_before),
    ("topic", name_by_topic),
)


# parts of rules ---------------------------------------------------------------------------------


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


def _own_or_carried(lead: Lead, frame: Frame, telling: Telling) -> Finding | None:
    """Name by the words before: as they stand, with a verb carried down a list, or with the topic they need."""
    grammar = telling.grammar
    if lead.is_empty:
        return name_by_topic(frame, telling)
    whole = lead.subject + lead.verb + lead.object
    if lead.is_bare_verb:
        if len(whole) >= 4 or lead.verb in grammar.complete:
            return Finding(whole, whole, lead.verb)
        topic = _topic(frame, telling)
        return Finding(_with_topic(topic, whole), topic or whole, lead.verb)
    light = _is_light(lead.verb, telling)
    if not lead.subject and (whole in grammar.bare or (lead.object in grammar.bare and (not lead.verb or light))):
        topic, own = _topic(frame, telling), lead.object if light else whole
        return Finding(_with_topic(topic, own), topic or own)
    if not lead.verb:
        verb = _carried_verb(frame, telling)
        return Finding(_act(verb, lead.object), lead.object, verb)
    return Finding(_full_without_light(lead, telling), lead.object, lead.verb)


def _full(lead: Lead) -> str:
    return lead.subject + lead.verb + lead.object


def _full_without_light(lead: Lead, telling: Telling) -> str:
    if _is_light(lead.verb, telling) and len(lead.subject + lead.object) >= 2:
        return lead.subject + lead.object if len(lead.object) >= 3 or lead.subject else lead.object
    return _full(lead)


def _is_light(verb: str, telling: Telling) -> bool:
    return bool(telling.grammar.words.get(verb, Word.NONE) & Word.LIGHT)


def _act(verb: str, thing: str) -> str:
    return verb + thing


def _between(lead: Lead, tail: Tail, frame: Frame, telling: Telling) -> Finding | None:
    """A phrase before and a noun after: 渝西管网12.7公里管网铺设."""
    if tail.of or _is_place(lead.object) or (len(tail.noun) > 2 and re.search(r"、|和", frame.lead)):
        verb = "" if _is_light(lead.verb, telling) else lead.verb
        return Finding(_act(verb, tail.noun), tail.noun, verb)
    if len(tail.noun) > 8 or len(lead.object) > 10 or lead.object in telling.grammar.bare:
        return None
    if lead.verb and not _is_light(lead.verb, telling) and frame.followers == 0 and frame.rest.strip() != tail.noun:
        return None
    shared = next(
        (n for n in range(min(len(lead.object), len(tail.noun)), 1, -1) if lead.object[-n:] == tail.noun[:n]), 0
    )
    verb = "" if _is_light(lead.verb, telling) else lead.verb
    return Finding(_act(verb, lead.object + tail.noun[shared:]), lead.object + tail.noun[shared:], verb)


def _is_place(text: str) -> bool:
    return bool(re.search(r"(?:村|社区|镇|乡|街道|县|区|市)$", text))


def _carried_verb(frame: Frame, telling: Telling) -> str:
    """The verb of the list that this number stands in: 新增监控点位45个、摄像头64个."""
    before = telling.named[-1] if telling.named else None
    if not before or not before.verb or frame.quantity.unit in telling.grammar.classifiers_of_none - {"元"}:
        return ""
    if frame.lead.endswith(telling.grammar.abstract) or _PART_WORDS.search(frame.clause_text):
        return ""
    if before.frame.clause == frame.clause:
        return "" if _is_light(before.verb, telling) else before.verb
    if before.frame.clause != frame.clause - 1 or before.frame.sentence != frame.sentence:
        return ""
    plain = not any(token.is_verb for token in cut_tokens(frame.lead, telling.grammar)) and not frame.tail.strip()
    return before.verb if plain and before.verb in telling.grammar.carried else ""


def _topic(frame: Frame, telling: Telling) -> str:
    """What the words before speak of: the thing of the number before, or the subject of the clause before."""
    before = telling.neighbour(frame)
    if before:
        return _without_tail(before.thing if len(before.thing) > 1 else before.name, telling.grammar)
    finding = _from_words_before(frame, telling, "")
    return finding.name if finding else ""


def _from_words_before(frame: Frame, telling: Telling, own: str) -> Finding | None:
    """Name by the clause before, of the same sentence, that holds no number."""
    if frame.clause == 0:
        return Finding(own) if own else None
    clause = telling.clauses[frame.clause - 1]
    if clause.sentence != frame.sentence:
        return Finding(own) if own else None
    text = clause.span.of(telling.paragraph)
    subject, is_, _ = text.partition("是")
    lead = read_lead(subject if is_ and 1 < len(subject) <= 8 else text, telling.grammar, telling.selves)
    thing = lead.object or lead.subject
    return Finding(thing + own, thing) if 1 < len(thing) <= _LONGEST else Finding(own) if own else None


def _without_tail(thing: str, grammar: Grammar) -> str:
    tail = next((t for t in grammar.tails if thing.endswith(t)), "")
    return thing.removesuffix(tail) if tail and len(thing) - len(tail) >= 2 else thing


def _with_topic(topic: str, own: str) -> str:
    if not topic or own.startswith(topic) or len(topic + own) > _LONGEST:
        return own
    return _overlapped(topic, own)


def _overlapped(first: str, second: str) -> str:
    """Join two names, what ends the first and begins the second said once: 渝西管网 and 管网铺设."""
    shared = next((n for n in range(min(len(first), len(second)), 1, -1) if first[-n:] == second[:n]), 0)
    return first + second[shared:]


def _deed_of_clause(frame: Frame, telling: Telling) -> str:
    """The verb phrase that the numbers of a clause share: 将3801户4995人纳入微治理."""
    for follower in telling.frames:
        if follower.clause == frame.clause and follower.place_in_clause > frame.place_in_clause:
            tail = telling.tail(follower)
            if tail.deed:
                return tail.deed
    return ""


def _is_intransitive(tail: Tail, frame: Frame) -> bool:
    return frame.followers == 0 and len(tail.deed) <= 8


def _follows_directly(frame: Frame) -> bool:
    return frame.place_in_clause > 0 and not frame.lead.strip().startswith(("、", "，"))


def _text_before(frame: Frame, telling: Telling) -> str:
    start = telling.clauses[frame.clause].span.start
    return telling.paragraph[max(0, start - 4) : start]
