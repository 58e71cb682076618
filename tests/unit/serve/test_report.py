"""What pages are told of problems."""

from sitegen.problems import Problem, Severity
from sitegen.problems.words import Language
from sitegen.serve.report import report_problems

OWN = Problem("a", "wrong", "content/a.md", 3, 5, text="「x」", fix="y", what_zh="错", fix_zh="改成 y")
NOTE = Problem("b", "worth knowing", "content/a.md", severity=Severity.NOTE)
OTHER = Problem("c", "odd", "content/b.md", 1, severity=Severity.WARNING)


def is_own(problem: Problem) -> bool:
    return problem.path == "content/a.md"


def test_those_of_the_page_come_first_the_worst_of_them_before_others() -> None:
    told = report_problems((OTHER, NOTE, OWN), is_own, Language.ZH, missing=False)

    assert [(p["severity"], p["where"], p["what"], p["fix"]) for p in told["own"]] == [
        ("error", "content/a.md:3:5", "错", "改成 y"),
        ("note", "content/a.md", "worth knowing", ""),
    ]
    assert [p["where"] for p in told["others"]] == ["content/b.md:1"]
    assert told["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert told["counted"] == "1 个错误 · 1 个警告 · 1 条提示"
    assert told["held"]


def test_an_error_elsewhere_holds_no_page() -> None:
    assert not report_problems((OWN,), lambda problem: False, Language.EN, missing=False)["held"]
    assert not report_problems((OWN,), is_own, Language.EN, missing=True)["held"]


def test_many_problems_of_other_files_are_cut() -> None:
    many = [Problem("c", f"{number}", f"{number:04}.md") for number in range(250)]

    told = report_problems(many, is_own, Language.EN, missing=False)

    assert len(told["others"]) == 200
    assert told["more"] == 50
    assert told["counted"] == "250 errors"
