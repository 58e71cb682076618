"""The words of the catalogue in both languages."""

import re
import string

import pytest

from sitegen.problems import Language, Words
from sitegen.problems.catalogue import Entry, catalogue, make_problem


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("entry", catalogue().values(), ids=catalogue())
def test_both_languages_say_the_same_things_and_name_the_same_values(entry: Entry) -> None:
    for words in (entry.what, entry.fix, entry.near):
        assert bool(words.en) == bool(words.zh)
        assert blanks(words.en) == blanks(words.zh)
        assert not words.zh or words.zh == "{what}" or re.search("[\u4e00-\u9fff]", words.zh)


ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
"""Two words beside each other; a key or the name of a format stands alone."""
TYPED = re.compile(r"(?:sitegen|npm|iconv) [^；，。）]*|build --base-url|UTF-8 无 BOM|“[^”]*”")
"""Commands and what is quoted."""


@pytest.mark.parametrize("entry", catalogue().values(), ids=catalogue())
def test_the_chinese_holds_no_english_sentence(entry: Entry) -> None:
    for words in (entry.what, entry.fix, entry.near):
        assert not ENGLISH.search(TYPED.sub("", words.zh))


def test_words_as_values_are_told_in_the_language_of_the_message() -> None:
    problem = make_problem("file-unreadable", "a.md", why=Words("it is asleep", "它睡着了"))

    assert str(problem) == "a.md: error[file-unreadable]: the file cannot be read: it is asleep\n" + (
        "    fix:  look at its permissions"
    )
    assert problem.tell(Language.ZH) == "a.md: 错误[file-unreadable]：文件读不了：它睡着了\n    建议：检查文件的权限"


def test_problems_of_the_same_words_are_one() -> None:
    made = [make_problem("file-unreadable", why=Words("a", "甲")) for _ in range(2)]

    assert len(set(made)) == 1
