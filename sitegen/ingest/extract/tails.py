"""Read the words after a number: what it counts, and what was done by or with it."""

from dataclasses import dataclass

from sitegen.ingest.extract.tokens import Token, cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word

_STOPS = Word.ADVERB | Word.PREPOSITION | Word.LINK | Word.TIME | Word.CHANGE | Word.SELF
_SINGLE_STOPS = frozenset("为被在由对将让向从给把均都已也就每经于是有达占较比共")
"""Characters that end a noun; other function words of one character are too often part of one."""
_SKIPPED = Word.TIME | Word.ADVERB | Word.SELF | Word.LINK | Word.PREPOSITION
_OF = "的"
_JOINERS = ("和", "与", "及", "以及", "、")
_LONG_NOUN = 14
_RATE = "率"
_RATE_NAME = 3
"""Characters that the name of a rate usually has: 通畅率."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The words after a number in its clause, as a phrase."""

    noun: str = ""
    """What the number counts: ``书屋`` in 8个书屋."""
    deed: str = ""
    """The verb phrase after it: ``撤离`` in 20户全部撤离."""
    of: bool = False
    """The noun is joined by 的: 90亩的果园."""


def read_tail(
    text: str, grammar: Grammar, *, counts_people: bool = False, followed: bool = False, clause: str = ""
) -> Tail:
    """Read the words after a number.

    Args:
        text: From the number up to the next number or the end of the clause.
        grammar: The words of the lexicon.
        counts_people: The unit counts people or households, so that a verb right after it is theirs: 200人参加活动.
        followed: Another number follows ``text`` in the clause and may have its own noun there.
        clause: The words after the number to the clause's end, other numbers left out, for its verb phrase.
    """
    of = text.startswith(_OF)
    text = text.removeprefix(_OF)
    tokens = cut_tokens(text, grammar)
    end = _noun_end(tokens, grammar, counts_people and not of, followed)
    noun = joined(tokens[:end]).strip("、，和与及以")
    if _OF in text and not noun:
        noun, end = _noun_after_of(tokens, grammar, followed)
    rest = joined(tokens[end:])
    deed = read_deed(rest, grammar)
    if clause and (not rest.strip("、和与及") or (deed and all(t.is_verb for t in cut_tokens(deed, grammar)))):
        deed = read_deed(clause[len(joined(tokens[:end])) + of :], grammar) or deed
    return Tail(_shortened(noun, grammar, followed), deed, of)


def read_deed(text: str, grammar: Grammar) -> str:
    """Return the verb phrase at the start of ``text`` without adverbs (``撤离`` of 全部撤离), or nothing."""
    tokens = [token for token in cut_tokens(text, grammar) if token.text not in ("了", "着")]
    while tokens and tokens[0].kind & _SKIPPED and not tokens[0].is_verb:
        tokens.pop(0)
    if not tokens or not tokens[0].is_verb:
        return ""
    while len(tokens) > 1 and tokens[0].kind & Word.LIGHT and tokens[1].is_verb:
        tokens.pop(0)
    end = 1
    while end < len(tokens) and (tokens[end].kind & Word.ADVERB or not _is_stop(tokens[end])):
        if tokens[end].kind & Word.STRONG and 1 < end < len(tokens) - 1:
            while end > 2 and tokens[end - 1].is_verb:
                end -= 1
            break
        end += 1
    return joined(tuple(tokens[:end])).strip("、，")


def split_between(text: str, grammar: Grammar) -> tuple[str, str]:
    """Return which of the words between two numbers of a clause belong to the first, and which to the second.

    A list mark divides them (8个``书屋、``4个) unless the words after it are the subject of a verb
    (60名``学生、教师补贴车费``2万元); without a mark both have them all.
    """
    if text.startswith(_JOINERS):
        return "", text
    opening = cut_tokens(text, grammar)[:1]
    if opening and opening[0].kind & Word.STRONG:
        return text, text
    first, mark, rest = text.partition("、")
    if not mark:
        return _split_at_and(text, grammar)
    tokens = cut_tokens(rest.rpartition("、")[2], grammar)
    at = next((i for i, token in enumerate(tokens) if token.kind & (Word.STRONG | Word.WEAK)), 0)
    if first and at and at + 1 < len(tokens):
        return text, text
    return first, mark + rest


def _split_at_and(text: str, grammar: Grammar) -> tuple[str, str]:
    """Divide two nouns at 和 (食材和饮用水); words with a verb are one phrase."""
    first, mark, rest = text.partition("和")
    if not (first and mark and rest) or any(not token.is_noun for token in cut_tokens(first + "、" + rest, grammar)):
        return text, text
    return first, "、" + rest


def _noun_end(tokens: tuple[Token, ...], grammar: Grammar, counts_people: bool, followed: bool) -> int:
    end = 0
    while end < len(tokens) and not _ends_noun(tokens, end, counts_people, followed, grammar):
        end += 1
    last = len(tokens) - 1
    # A verb that closes the clause right after its noun makes one name with it: 7公里管网铺设.
    return end + 1 if 0 < end == last and tokens[end].is_verb and not followed and not counts_people else end


def _ends_noun(tokens: tuple[Token, ...], at: int, counts_people: bool, followed: bool, grammar: Grammar) -> bool:
    token, last = tokens[at], at == len(tokens) - 1
    if token.is_noun:
        return at > 0 and token.text in grammar.per_one
    if at == 0 and token.text in grammar.attributive and not last and tokens[1].is_noun:
        return False
    if token.kind & Word.STRONG:
        return True
    if token.kind & Word.WEAK:
        return counts_people if at == 0 else followed and not last and len(token.text) > 1
    return _is_stop(token) and not (token.text in ("和", "与", "及") and at and not last)


def _is_stop(token: Token) -> bool:
    if len(token.text) == 1:
        return token.text in _SINGLE_STOPS
    return bool(token.kind & _STOPS) and not token.is_noun


def _noun_after_of(tokens: tuple[Token, ...], grammar: Grammar, followed: bool) -> tuple[str, int]:
    for at, token in enumerate(tokens):
        if _OF in token.text and token.kind is Word.NONE:
            end = at + 1
            while end < len(tokens) and not _ends_noun(tokens, end, False, followed, grammar):
                end += 1
            return joined(tokens[:end]), end
    return "", 0


def _shortened(noun: str, grammar: Grammar, followed: bool) -> str:
    if _OF in noun and len(noun) > _LONG_NOUN:
        noun = noun.rpartition(_OF)[2]
    idle = next((end for end in grammar.idle_ends if noun.endswith(end)), "")
    noun = noun.removesuffix(idle) if len(noun) - len(idle) >= 2 else noun
    if followed and noun.endswith(_RATE) and len(noun) > _RATE_NAME + 1:
        return noun[:-_RATE_NAME]
    measure = next((end for end in grammar.abstract if followed and noun.endswith(end)), "")
    return noun.removesuffix(measure) if len(noun) - len(measure) >= 2 else noun
