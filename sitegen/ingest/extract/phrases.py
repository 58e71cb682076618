"""Read the words before and after a number: what was done, to what, and what the number counts."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from sitegen.ingest.extract.tokens import Token, cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word

_FRONT = Word.TIME | Word.ADVERB | Word.SELF
_BEHIND = Word.LINK | Word.ADVERB
_STOPS = Word.ADVERB | Word.PREPOSITION | Word.LINK | Word.TIME | Word.CHANGE | Word.SELF
_SINGLE_STOPS = frozenset("为被在由对将让向从给把均都已也就每经于是有达占较比")
"""Characters that end a noun; other function words of one character are too often part of one."""
_OF = "的"
_AND_OTHERS = "等"
_JOINERS = ("、", "和", "与", "及", "以及", "或", "并", "共", "计", "，")
_NO_JOINERS = ("和谐", "和美", "与会", "共同", "共建", "共享", "计划", "并网")
_LONG_SUBJECT = 14
"""Characters of subject, verb and object together; a longer one loses its subject."""
_LONG_NAME = 18
_PLACE_END = re.compile(r"(?:村|社区|镇|乡|街道|县|区|市|州|旗|沿线|沿岸)$")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a number in its clause, as a phrase."""

    subject: str = ""
    """What stands before the verb and is short enough to be part of a name."""
    verb: str = ""
    """The verb, or several side by side: ``核查整改``; empty for a phrase without one."""
    object: str = ""
    """What stands after the verb; the whole phrase where there is no verb."""
    preposition: str = ""
    """``为`` in 为509名脱贫户: the number counts those for whom something is done."""

    @property
    def is_bare_verb(self) -> bool:
        """Whether the number itself stands where the verb's object is due: 带动100余户."""
        return bool(self.verb) and not self.object

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it names a thing."""
        return not (self.verb or self.object)


@dataclass(frozen=True, slots=True)
class Tail:
    """The words after a number in its clause, as a phrase."""

    noun: str = ""
    """What the number counts: ``小院`` in 54个小院."""
    deed: str = ""
    """The verb phrase after it: ``撤离`` in 26户全部撤离."""
    of: bool = False
    """The noun is joined by 的: 500亩的智慧茶园."""


def read_lead(text: str, grammar: Grammar, selves: Collection[str] = (), *, after_number: bool = False) -> Lead:
    """Read the words before a number.

    Args:
        text: From the number before it or the start of the clause, up to the number.
        grammar: The words of the lexicon.
        selves: Names by which the report speaks of itself, besides those of the grammar.
        after_number: Another number stands before ``text`` in the clause: its first noun belongs to that one.
    """
    text = _without_joiners(text)
    tokens = _without_front(cut_tokens(text, grammar), selves)
    if len(tokens) == 1 and tokens[0].kind & Word.PREPOSITION and not tokens[0].is_verb:
        return Lead(preposition=tokens[0].text)
    tokens = _without_behind(tokens)
    if not tokens:
        return Lead(object=text if text in grammar.bare else "")
    tokens = _without_late_verb(tokens)
    start = _verb_start(tokens, grammar)
    if start is None:
        return _nominal(tokens, grammar)
    end = start
    while end < len(tokens) and tokens[end].is_verb:
        end += 1
    subject = "" if after_number else _subject(tokens[:start])
    verbs = tokens[start:end]
    while len(verbs) > 1 and verbs[0].kind & Word.LIGHT:
        verbs = verbs[1:]
    verb, thing = joined(verbs), joined(tokens[end:])
    thing = thing.lstrip("了着过")
    if len(thing) == 1:
        verb, thing = "", verb + thing
    thing = shorten(thing, grammar, verb)
    if len(subject + verb + thing) > _LONG_SUBJECT:
        subject = ""
    return Lead(subject, verb, thing)


def read_tail(text: str, grammar: Grammar, *, counts_people: bool, whole_clause: str = "") -> Tail:
    """Read the words after a number.

    Args:
        text: From the number up to the next number or the end of the clause.
        grammar: The words of the lexicon.
        counts_people: The unit counts people or households, so that a verb right after it is theirs: 200人参加活动.
        whole_clause: The words after the number to the clause's end, other numbers left out, for its verb phrase.
    """
    of = text.startswith(_OF)
    tokens = cut_tokens(text.removeprefix(_OF), grammar)
    end = 0
    while end < len(tokens) and not _ends_noun(tokens, end, counts_people and not of, grammar.per_one):
        end += 1
    noun = joined(tokens[:end]).strip("、，和与及以")
    if _OF in text and not noun:
        noun, end = _noun_after_of(tokens, grammar)
    rest = whole_clause[len(joined(tokens[:end])) + of :] if whole_clause else joined(tokens[end:])
    return Tail(_of_tail(noun), read_deed(rest, grammar), of)


def read_deed(text: str, grammar: Grammar) -> str:
    """Return the verb phrase at the start of ``text`` without adverbs (``撤离`` of 全部撤离), or nothing."""
    tokens = [token for token in cut_tokens(text, grammar) if token.text not in ("了", "着")]
    while tokens and tokens[0].kind & (_FRONT | Word.LINK | Word.PREPOSITION) and not tokens[0].is_verb:
        tokens.pop(0)
    if not tokens or not tokens[0].is_verb:
        return ""
    while len(tokens) > 1 and tokens[0].kind & Word.LIGHT:
        tokens.pop(0)
    end = 1
    while end < len(tokens) and not _is_stop(tokens[end]):
        if tokens[end].kind & Word.STRONG and 1 < end < len(tokens) - 1:
            break
        end += 1
    return joined(tuple(tokens[:end])).strip("、，")


def shorten(thing: str, grammar: Grammar, verb: str = "") -> str:
    """Shorten the name of a thing that is long for a table, by what stands before 等, 的 or the last ``、``."""
    thing = re.sub(r"（[^（）]*）|\([^()]*\)", "", thing) if len(thing) > _LONG_SUBJECT else thing
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
    if len(thing) > _LONG_NAME and _OF in thing[:-2]:
        thing = thing.rpartition(_OF)[2] if not thing.endswith(_OF) else thing
    return thing


def split_between(text: str, grammar: Grammar) -> tuple[str, str]:
    """Return which of the words between two numbers of a clause belong to the first, and which to the second.

    A list mark divides them (8个``光伏电站、``4个) unless the words after it are the subject of a verb (509名``脱贫户、监测户
    补贴保费``2万元); without a mark both have them all.
    """
    first, mark, rest = text.partition("、")
    if not mark:
        return text, text
    tokens = cut_tokens(rest.rpartition("、")[2], grammar)
    at = next((i for i, token in enumerate(tokens) if token.kind & (Word.STRONG | Word.WEAK)), 0)
    if first and at and at + 1 < len(tokens):
        return text, text
    return first, mark + rest


def _without_joiners(text: str) -> str:
    text = text.strip(" 、，")
    for joiner in _JOINERS:
        if text.startswith(joiner) and not text.startswith(
            ("和谐", "和美", "与会", "共同", "共建", "共享", "计划", "并网")
        ):
            return text.removeprefix(joiner)
    return text


def _without_front(tokens: tuple[Token, ...], selves: Collection[str]) -> tuple[Token, ...]:
    while tokens:
        first = tokens[0]
        own = next((name for name in selves if first.is_noun and first.text.startswith(name)), "")
        if own:
            rest = first.text[len(own) :].lstrip("的")
            tokens = ((Token(rest, first.kind),) if rest else ()) + tokens[1:]
        elif (
            first.kind & _FRONT
            and not (first.is_verb and len(tokens) > 1 and tokens[1].is_noun and len(first.text) > 1)
        ) or first.text in ("的", "了", "内", "里"):
            tokens = tokens[1:]
        else:
            break
    return tokens


def _without_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    while tokens and (
        (tokens[-1].kind & _BEHIND and not (tokens[-1].kind & Word.STRONG and len(tokens) == 1))
        or tokens[-1].text in "的了"
    ):
        tokens = tokens[:-1]
    return tokens


def _without_late_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop a compound verb at the end of a phrase that has its subject: 长街宴摆出 names 长街宴."""
    if len(tokens) > 1 and tokens[-1].kind & Word.COMPOUND and any(t.is_noun for t in tokens[:-1]):
        head = tokens[:-1]
        if not any(t.kind & Word.STRONG for t in head):
            return _without_behind(head)
    return tokens


def _verb_start(tokens: tuple[Token, ...], grammar: Grammar) -> int | None:
    """Return where the phrase's last verb with an object starts, or a bare verb's place; None for a noun phrase."""
    for at in reversed(range(len(tokens))):
        if tokens[at].kind & Word.STRONG and len(joined(tuple(t for t in tokens[at + 1 :] if not t.is_verb))) > 1:
            return _first_of_run(tokens, at)
    if tokens[0].is_verb and (len(tokens) == 1 or all(t.is_verb for t in tokens) or tokens[0].kind & Word.WEAK):
        return 0
    if tokens[0].kind & Word.PREPOSITION:
        for at in range(1, len(tokens)):
            if tokens[at].is_verb and len(joined(tokens[at + 1 :])) > 1:
                return at
        if tokens[-1].is_verb:
            return len(tokens) - 1
    if tokens[-1].kind & Word.STRONG:
        return _first_of_run(tokens, len(tokens) - 1)
    return None


def _first_of_run(tokens: tuple[Token, ...], at: int) -> int:
    while at > 0 and tokens[at - 1].is_verb and (at == 1 or len(tokens[at - 1].text) > 1):
        at -= 1
    return at


def _subject(tokens: tuple[Token, ...]) -> str:
    while tokens and tokens[-1].kind & (Word.ADVERB | Word.TIME | Word.LINK):
        tokens = tokens[:-1]
    if not tokens or any(t.kind & (Word.PREPOSITION | Word.STRONG | Word.LINK) for t in tokens):
        return ""
    subject = joined(tuple(t for t in tokens if not t.kind & (Word.ADVERB | Word.TIME | Word.SELF)))
    return "" if _PLACE_END.search(subject) else subject.removeprefix("、")


def _nominal(tokens: tuple[Token, ...], grammar: Grammar) -> Lead:
    """A phrase without a verb that opens it: a name as it stands, shortened."""
    if tokens[0].kind & Word.PREPOSITION and len(tokens) > 1:
        tokens = tokens[1:]
        tail = joined(tokens)
        known = [name for name in grammar.bare if tail.endswith(name)]
        if known:
            return Lead(object=max(known, key=len))
    return Lead(object=shorten(joined(tuple(t for t in tokens if not t.kind & (Word.TIME | Word.SELF))), grammar))


def _ends_noun(tokens: tuple[Token, ...], at: int, counts_people: bool, bare: Collection[str]) -> bool:
    token = tokens[at]
    if token.kind & Word.WHOLE or token.kind is Word.NONE:
        return at > 0 and token.text in bare
    if at == 0 and token.kind & Word.ADVERB and len(token.text) > 1 and len(tokens) > 1 and tokens[1].is_noun:
        return False
    if token.kind & Word.STRONG:
        return True
    if token.kind & Word.WEAK:
        return at == 0 and counts_people
    return _is_stop(token) and not (token.text in ("和", "与", "及") and at and at + 1 < len(tokens))


def _is_stop(token: Token) -> bool:
    if len(token.text) == 1:
        return token.text in _SINGLE_STOPS
    return bool(token.kind & _STOPS) and not token.kind & Word.WHOLE


def _noun_after_of(tokens: tuple[Token, ...], grammar: Grammar) -> tuple[str, int]:
    for at, token in enumerate(tokens):
        if _OF in token.text and token.kind is Word.NONE:
            end = at + 1
            while end < len(tokens) and not _ends_noun(tokens, end, False, grammar.per_one):
                end += 1
            return joined(tokens[:end]), end
    return "", 0


def _of_tail(noun: str) -> str:
    if _OF in noun and len(noun) > _LONG_SUBJECT:
        return noun.rpartition(_OF)[2]
    return noun
