"""Where a paragraph falls into clauses and items."""

from sitegen.ingest.extract.clauses import split_clauses
from sitegen.model.span import Span


def shown(text: str, *numbers: str) -> list[list[str]]:
    """The items of each clause."""
    spans = [Span(text.index(number), text.index(number) + len(number)) for number in numbers]
    return [[item.of(text) for item in clause.items] for clause in split_clauses(text, spans)]


def test_marks_divide_clauses_and_lists() -> None:
    assert shown("新增路灯3盏、座椅5张，改厕8户。") == [["新增路灯3盏", "座椅5张"], ["改厕8户"]]


def test_a_quotation_is_one_name() -> None:
    assert shown("推行“提、议、决、办、评”机制，办实事3件") == [["推行“提、议、决、办、评”机制"], ["办实事3件"]]


def test_speech_is_no_name() -> None:
    text = "“我家种了茶。一年卖3万元，够用。”老李说"

    assert shown(text, "3万元") == [["“我家种了茶"], ["一年卖3万元"], ["够用"], ["”老李说"]]


def test_a_bracket_with_a_number_divides() -> None:
    text = "项目9个（其中外资2个），资金5亿元"

    assert shown(text, "9个", "2个", "5亿元") == [["项目9个"], ["其中外资2个"], ["资金5亿元"]]


def test_a_bracket_without_a_number_does_not() -> None:
    assert shown("村（社区、居委会）12个") == [["村（社区、居委会）12个"]]


def test_a_mark_inside_a_number_divides_nothing() -> None:
    assert shown("产值1,260万元", "1,260万元") == [["产值1,260万元"]]


def test_a_semicolon_ends_a_sentence() -> None:
    text = "甲3个，乙4个；丙5个。"

    assert [clause.sentence for clause in split_clauses(text, [])] == [0, 0, 1]
