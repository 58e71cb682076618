"""Cut a run of words into tokens by the grammar's words; what the grammar does not know stays whole."""

import re
from dataclasses import dataclass

from sitegen.lexicon.grammar import Grammar, Word

_DATE = re.compile(
    r"(?:截[至止]到?)?(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?(?:份)?|“?十[一二三四五]五”?(?=以来|期间|末|时期)"
    r"|[头前][一二两三四五六七八九十]个?(?:月|季度|年))"
    r"(?:以来|年?末|年?底|初|度|全年|上半年|下半年|期间|时期|份|[一二三四]季度)*"
)
_CLOSED = re.compile(r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》|（[^（）]*）|\([^()]*\)|「[^「」]*」")
_VERB_KINDS = Word.STRONG | Word.WEAK
_FRESH = "新"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the grammar, or a run of characters that it does not know."""

    text: str
    kind: Word
    """``Word.NONE`` for a run that the grammar does not know, quotations among them."""

    @property
    def is_verb(self) -> bool:
        """Whether it can be a verb."""
        return bool(self.kind & _VERB_KINDS)

    @property
    def is_noun(self) -> bool:
        """Whether it is taken for a noun or part of one."""
        return self.kind is Word.NONE or bool(self.kind & Word.WHOLE)


def cut_tokens(text: str, grammar: Grammar) -> tuple[Token, ...]:
    """Return the tokens of ``text``; joined, they are the text again."""
    tokens: list[Token] = []
    unknown = ""
    at = 0
    while at < len(text):
        match = _DATE.match(text, at) or _CLOSED.match(text, at)
        word = match[0] if match else _word_at(text, at, grammar)
        kind = _kind_of(word, text[at + len(word) :], grammar, bool(match) and word[0] not in "“‘《（(「")
        if word and kind is not Word.NONE:
            if unknown:
                tokens.append(Token(unknown, Word.NONE))
                unknown = ""
            tokens.append(Token(word, kind))
        else:
            unknown += word or text[at]
        at += len(word) or 1
    if unknown:
        tokens.append(Token(unknown, Word.NONE))
    return tuple(tokens)


def joined(tokens: tuple[Token, ...]) -> str:
    """Return the text of tokens that stand side by side."""
    return "".join(token.text for token in tokens)


def _word_at(text: str, at: int, grammar: Grammar) -> str:
    """Return the longest word at a place; a stem whose complement begins a word of its own is none: 越级访|下降."""
    word = _longest_word(text, at, grammar)
    if grammar.words.get(word, Word.NONE) & Word.COMPOUND and len(_longest_word(text, at + 1, grammar)) > 1:
        return ""
    return word


def _longest_word(text: str, at: int, grammar: Grammar) -> str:
    for length in range(min(grammar.longest, len(text) - at), 0, -1):
        if text[at : at + length] in grammar.words:
            return text[at : at + length]
    return ""


def _kind_of(word: str, rest: str, grammar: Grammar, date: bool) -> Word:
    if date:
        return Word.TIME
    kind = grammar.words.get(word, Word.NONE)
    if kind & _VERB_KINDS:
        firm = word in grammar.firm or word.startswith(_FRESH)
        firm = firm or bool(kind & Word.COMPOUND)
        endings = grammar.measure_endings + (() if firm else grammar.noun_endings)
        ending = max((end for end in endings if rest.startswith(end)), key=len, default="")
        # 改造|户厕: an ending that begins a longer word is none.
        if ending and len(_longest_word(rest, 0, grammar)) <= len(ending):
            return Word.WHOLE
    if len(word) == 1 and kind & Word.ADVERB and rest and not _longest_known(rest, grammar) & ~Word.WHOLE:
        return Word.NONE
    return kind


def _longest_known(text: str, grammar: Grammar) -> Word:
    return grammar.words.get(_longest_word(text, 0, grammar), Word.NONE)
