"""Read the words before a number: what was done, and to what."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from sitegen.ingest.extract.tokens import Token, cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word

_FRONT = Word.TIME | Word.ADVERB | Word.SELF
_BEHIND = Word.LINK | Word.ADVERB | Word.TIME
_OF = "的"
_AND_OTHERS = "等"
_JOINERS = ("、", "和", "与", "及", "以及", "或", "并", "共", "计", "但", "，")
_NO_JOINERS = ("和谐", "和美", "与会", "共同", "共建", "共享", "计划", "并网")
_LONG_SUBJECT = 14
"""Characters of subject, verb and object together; a longer one loses its subject."""
_LONG_NAME = 18
_LONG_ACTOR = 6
"""Characters of those whom 带动 and the like set to work."""
_PLACE_END = re.compile(
    r"(?:(?<![农山乡])村|社区|(?<![城乡集场])镇|(?<!城)[乡市]|街道|县|(?<![园景小校山库地灾城片林牧矿辖])区|州|旗|沿[线岸])$"
)
_OUT_OF = re.compile(r"(?<=..)[由从][^，。、；]{1,12}?[到至为]$")
"""What a value has come from, where that is no number of its own: 车程``从半天缩到``20分钟."""
_ORDER = re.compile(r"^[一二三四五六七八九十]是(?=..)")
_NOUN_OPENERS = frozenset("用自就随因沿")
"""Prepositions that at the head of a phrase without a verb are part of a noun: 自谋职业."""
_WHOLE_VERB = "通过"
_LONG_WHOLE = 12
"""Characters of what stands before 完成投资 and is kept whole, verbs included."""
_UP_TO = ("到", "至")
_WITH_SOMEONE = frozenset("为对在把将向给与让使")
_WHEREABOUTS = ("上", "里", "内", "旁")
_RATE_END = re.compile(r"[率度]$")
_DIMENSION = re.compile(r"^[宽长高深厚]的")
_BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a number in its clause, as a phrase."""

    subject: str = ""
    """What stands before the verb and is short enough to be part of a name."""
    verb: str = ""
    """The verb, or several side by side: ``排查整改``; empty for a phrase without one."""
    object: str = ""
    """What stands after the verb; the whole phrase where there is no verb."""

    @property
    def is_bare_verb(self) -> bool:
        """Whether the number itself stands where the verb's object is due: 带动50户."""
        return bool(self.verb) and not self.object

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it names a thing."""
        return not (self.verb or self.object)

    @property
    def whole(self) -> str:
        """Subject, verb and object."""
        return self.subject + self.verb + self.object


def read_lead(
    text: str,
    grammar: Grammar,
    selves: Collection[str] = (),
    *,
    after_number: bool = False,
    before_noun: bool = False,
) -> Lead:
    """Read the words before a number.

    Args:
        text: From the number before it or the start of the clause, up to the number.
        grammar: The words of the lexicon.
        selves: Names by which the report speaks of itself, besides those of the grammar.
        after_number: Another number stands before ``text`` in the clause: its first noun belongs to that one.
        before_noun: A noun follows the number, so that a verb at the end of ``text`` has its object there.
    """
    text = _without_each(_OUT_OF.sub("", _without_joiners(text)), grammar)
    tokens = _without_behind(_without_front(cut_tokens(text, grammar), selves))
    if not tokens:
        return Lead(object=text if text in grammar.bare else "")
    if not before_noun:
        tokens = _without_late_verb(_without_up_to(tokens))
    if not tokens:
        return Lead()
    which = tokens[0].text in grammar.attributive - grammar.carried and len(tokens) > 1 and tokens[1].is_noun
    rate = _RATE_END.search(tokens[-1].text) and not tokens[0].is_verb
    start = None if rate or which else _verb_start(tokens)
    if start is None and after_number:
        start = next((at for at in range(1, len(tokens) - 1) if tokens[at].is_verb and len(tokens[at].text) > 1), None)
    if start is None:
        return _nominal(tokens, grammar)
    tokens, start = _by_those_who_act(tokens, start, grammar, after_number)
    before, end = tokens[:start], start + 1
    while end < len(tokens) and tokens[end].is_verb and len(tokens[end].text) > 1:
        end += 1
    while start + 1 < end and tokens[start].kind & Word.LIGHT:
        start += 1
    while end == len(tokens) and end - start > 1 and not before_noun and not tokens[end - 1].kind & Word.STRONG:
        end -= 1
    verbs, thing = tokens[start:end], joined(_without_times(tokens[end:])).lstrip("了着过")
    verb = joined(verbs)
    verb = verb if verb.endswith(_WHOLE_VERB) else verb.rstrip("了着过")
    if len(thing) == 1:
        verb, thing = "", verb + thing
    thing = shorten(thing, grammar, verb)
    subject = _average(before, grammar) or ("" if after_number else _subject(before, grammar))
    if not subject and verb + thing in grammar.bare and not after_number:
        subject = _whole_subject(tokens, start, grammar)
    return Lead(subject if len(subject + verb + thing) <= _LONG_SUBJECT else "", verb, thing)


def shorten(thing: str, grammar: Grammar, verb: str = "") -> str:
    """Shorten the name of a thing that is long for a table, by what stands before 等, 的 or the last ``、``."""
    thing = _BRACKETED.sub("", thing) if len(thing) > _LONG_SUBJECT else thing
    if _AND_OTHERS in thing:
        listed, _, kind = thing.rpartition(_AND_OTHERS)
        if not kind and "、" in listed:
            return ""
        if len(kind) >= 4 and kind not in grammar.generic and len(thing) > 10:
            return kind
        if len(kind) >= 2 and len(verb + thing) > _LONG_NAME and "、" in listed:
            return listed.rpartition("、")[2] + _AND_OTHERS + kind
    if len(thing) > _LONG_NAME and "、" in thing:
        thing = thing.rpartition("、")[2]
    if len(thing) > _LONG_NAME and _OF in thing[:-2] and not thing.endswith(_OF):
        thing = thing.rpartition(_OF)[2]
    return thing


def _without_joiners(text: str) -> str:
    text = _ORDER.sub("", _DIMENSION.sub("", text.strip(" 、，")))
    joiner = next((j for j in _JOINERS if text.startswith(j) and not text.startswith(_NO_JOINERS)), "")
    return text.removeprefix(joiner)


def _without_each(text: str, grammar: Grammar) -> str:
    """Drop what a price is for one of: 收购价每公斤."""
    each = next((end for unit in grammar.each if text.endswith(end := "每" + unit)), "")
    return text.removesuffix(each) or text


def _without_front(tokens: tuple[Token, ...], selves: Collection[str]) -> tuple[Token, ...]:
    while tokens:
        first = tokens[0]
        own = next((name for name in selves if joined(tokens).startswith(name)), "")
        if own:
            tokens = _from(tokens, len(own))
        elif (first.kind & _FRONT and not _is_verb_with_object(tokens)) or first.text in ("的", "了", "内", "里"):
            tokens = tokens[1:]
        else:
            break
    return tokens


def _from(tokens: tuple[Token, ...], start: int) -> tuple[Token, ...]:
    """Return the tokens without their first ``start`` characters."""
    while tokens and start >= len(tokens[0].text):
        start -= len(tokens[0].text)
        tokens = tokens[1:]
    return (Token(tokens[0].text[start:], Word.NONE), *tokens[1:]) if tokens and start else tokens


def _is_verb_with_object(tokens: tuple[Token, ...]) -> bool:
    return tokens[0].is_verb and len(tokens[0].text) > 1 and len(tokens) > 1 and tokens[1].is_noun


def _without_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    while tokens and (
        tokens[-1].text in ("的", "了")
        or (tokens[-1].kind & Word.CHANGE and tokens[-1].text.endswith("了"))
        or (tokens[-1].kind & _BEHIND and not (tokens[-1].kind & Word.STRONG and len(tokens) == 1))
    ):
        tokens = tokens[:-1]
    return tokens


def _without_up_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop 到 at the end of a phrase, with what is left of its verb: 摊|到 names nothing."""
    if tokens and tokens[-1].text in _UP_TO:
        tokens = tokens[:-2] if len(tokens) > 1 and len(tokens[-2].text) == 1 else tokens[:-1]
    return tokens


def _without_times(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if not token.kind & (Word.TIME | Word.SELF))


def _without_late_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop a compound verb at the end of a phrase that has its subject: 晚会办了 names 晚会."""
    head = tokens[:-1]
    if (
        tokens
        and tokens[-1].kind & Word.COMPOUND
        and any(t.is_noun for t in head)
        and not head[0].kind & Word.PREPOSITION
        and not any(t.kind & Word.STRONG for t in head)
    ):
        return _without_behind(head)
    return tokens


def _verb_start(tokens: tuple[Token, ...]) -> int | None:
    """Return where the phrase's last verb with an object starts, or a bare verb; None for a noun phrase."""
    last = len(tokens) - 1
    if tokens[last].kind & Word.STRONG and tokens[0].kind & Word.PREPOSITION and last:
        return last
    for at in reversed(range(len(tokens))):
        if tokens[at].kind & Word.STRONG and _has_object(tokens[at + 1 :]):
            return _first_of_run(tokens, at)
    if all(token.is_verb for token in tokens) or (tokens[0].kind & Word.WEAK and len(tokens[0].text) > 1):
        return 0
    if tokens[0].kind & Word.PREPOSITION:
        return next((at for at in range(1, last) if tokens[at].is_verb and len(tokens[at].text) > 1), None)
    if tokens[0].kind & Word.WEAK and tokens[1].is_noun:
        return 0
    return _first_of_run(tokens, last) if tokens[last].kind & Word.STRONG else None


def _has_object(tokens: tuple[Token, ...]) -> bool:
    """Whether what follows a verb can be its object; a verb that does not open phrases may be one: 实现就业."""
    return len(joined(tuple(t for t in tokens if not t.kind & (Word.STRONG | Word.ADVERB)))) > 1


def _first_of_run(tokens: tuple[Token, ...], at: int) -> int:
    while at > 0 and tokens[at - 1].is_verb and (at == 1 or len(tokens[at - 1].text) > 1):
        at -= 1
    return at


def _by_those_who_act(
    tokens: tuple[Token, ...], start: int, grammar: Grammar, after_number: bool
) -> tuple[tuple[Token, ...], int]:
    """Pass from 带动 and those who are set to work to their own deed: 带动群众种植中药材 is 种植中药材."""
    if tokens[start].text not in grammar.causing and not after_number:
        return tokens, start
    for at in range(start + 1, len(tokens) - 1):
        if tokens[at].is_verb and len(tokens[at].text) > 1:
            actor = joined(tokens[start + 1 : at])
            return (tokens, at) if 1 < len(actor) <= _LONG_ACTOR else (tokens, start)
    return tokens, start


def _average(tokens: tuple[Token, ...], grammar: Grammar) -> str:
    """Return the word that makes an average of what follows, with what stands between: 人均|享受补助."""
    at = next((at for at, token in enumerate(tokens) if token.text in grammar.per_one), None)
    return "" if at is None else joined(tokens[at:])


def _subject(tokens: tuple[Token, ...], grammar: Grammar) -> str:
    by_means = bool(tokens) and tokens[0].kind & Word.PREPOSITION and len(tokens[0].text) > 1
    tokens = tokens[1 if by_means else 0 :]
    if joined(tokens).endswith(_WHEREABOUTS):
        return ""
    if any(_divides_subject(token, at) for at, token in enumerate(tokens)):
        return ""
    tokens = tuple(token for token in tokens if not token.kind & (_FRONT | Word.LINK))
    subject = shorten(joined(tokens), grammar).removeprefix("、")
    return "" if _PLACE_END.search(subject) or "、" in subject else subject


def _whole_subject(tokens: tuple[Token, ...], start: int, grammar: Grammar) -> str:
    """Return all that stands before 完成 and a bare name: 灌区续建配套|完成投资 says too little without it."""
    light = next((at for at in range(start + 1) if tokens[at].kind & Word.LIGHT), 0)
    before = tokens[:light]
    if not before or before[0].is_verb or before[0].kind & (Word.PREPOSITION | _FRONT):
        return ""
    subject = joined(before)
    return subject if 1 < len(subject) <= _LONG_WHOLE and not _PLACE_END.search(subject) else ""


def _divides_subject(token: Token, at: int) -> bool:
    """Whether a subject cannot go on over a token: a verb, or a preposition that is not just part of a noun."""
    if token.kind & Word.ADVERB or not token.kind & (Word.PREPOSITION | Word.STRONG):
        return False
    return at == 0 or len(token.text) > 1 or token.text in _WITH_SOMEONE


def _nominal(tokens: tuple[Token, ...], grammar: Grammar) -> Lead:
    """A phrase without a verb that opens it: a name as it stands, shortened."""
    if tokens[0].kind & Word.PREPOSITION and len(tokens) > 1 and tokens[0].text not in _NOUN_OPENERS:
        rest = joined(tokens[1:])
        known = [name for name in grammar.bare if rest.endswith(name)]
        if known:
            return Lead(object=max(known, key=len))
        tokens = tokens[1:]
    if len(tokens) == 1 and tokens[0].kind & Word.PREPOSITION and len(tokens[0].text) == 1:
        return Lead()
    return Lead(object=shorten(_without_each(joined(_without_times(tokens)), grammar), grammar))
