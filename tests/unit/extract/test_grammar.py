"""The word lists of the grammar agree with each other."""

import pytest

from sitegen.ingest.extract.tokens import cut_tokens
from sitegen.lexicon.files import read_words
from sitegen.lexicon.grammar import Word, load_grammar

VERBS = Word.STRONG | Word.WEAK


def test_no_verb_is_both_strong_and_weak() -> None:
    data = read_words("verbs.yaml")

    assert set(data["strong"].split()) & set(data["weak"].split()) == set()


@pytest.mark.parametrize("name", ["carried", "firm", "complete", "causing", "honours", "attributive"])
def test_a_list_about_verbs_holds_verbs(name: str) -> None:
    words = load_grammar().words
    listed = read_words("verbs.yaml")[name].split()

    assert [word for word in listed if not words.get(word, Word.NONE) & VERBS] == []


@pytest.mark.parametrize("file", ["verbs.yaml", "phrases.yaml"])
def test_no_list_says_a_word_twice(file: str) -> None:
    for name, listed in read_words(file).items():
        words = listed.split()

        assert [word for word in words if words.count(word) > 1] == [], name


def test_a_longer_word_wins() -> None:
    (token,) = cut_tokens("新修建", load_grammar())

    assert token.text == "新修建"


def test_a_noun_ending_makes_a_noun_of_a_verb() -> None:
    (verb, _), (noun,) = cut_tokens("覆盖农户", load_grammar()), cut_tokens("覆盖率", load_grammar())[:1]

    assert verb.is_verb
    assert noun.is_noun


def test_a_stem_whose_complement_begins_another_word_is_none() -> None:
    assert [token.text for token in cut_tokens("来访下降", load_grammar())] == ["来访", "下降"]


def test_a_quotation_is_one_token() -> None:
    assert [token.text for token in cut_tokens("推行“建改扩”机制", load_grammar())] == ["推行", "“建改扩”", "机制"]
