from pathlib import Path

import pytest

from sitegen.engine.sources import MAX_BYTES, SourceText, find_sources, read_source
from sitegen.model.ledger import Fate
from sitegen.problems import Problem

TEXT = "二〇二三年，全镇新修公路5公里。\n"


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "a.txt"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("raw", "code", "fix"),
    [
        (b"", "source-empty", "paste"),
        (b"\xef\xbb\xbf \n\r\n", "source-empty", "paste"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "file-binary", "text"),
        (b"PK\x03\x04" + b"\0" * 400, "file-binary", "text"),
        (TEXT.encode("gb18030"), "file-encoding", "iconv -f GB18030 -t UTF-8"),
        (TEXT.encode("utf-16"), "file-encoding", "iconv -f UTF-16 -t UTF-8"),
        (("ascii 2023\n" + TEXT).encode("utf-16-le"), "file-encoding", "iconv -f UTF-16 -t UTF-8"),
        (("ascii 2023\n" + TEXT).encode("utf-16-be"), "file-encoding", "iconv -f UTF-16 -t UTF-8"),
    ],
)
def test_what_is_no_utf8_text_is_a_problem_that_says_what_to_do(
    tmp_path: Path, raw: bytes, code: str, fix: str
) -> None:
    problem = read_source(written(tmp_path, raw))

    assert isinstance(problem, Problem)
    assert (problem.code, fix in problem.fix) == (code, True)


def test_a_file_of_50_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    problem = read_source(path)

    assert isinstance(problem, Problem)
    assert problem.code == "file-too-large"


def test_the_longest_allowed_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, ("镇" * (MAX_BYTES // 3)).encode())

    assert isinstance(read_source(path), SourceText)


def test_one_wrong_byte_is_shown_with_its_place(tmp_path: Path) -> None:
    problem = read_source(written(tmp_path, TEXT.encode() + "镇".encode() + b"\xff\xfe\xfd abc" * 3))

    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.column) == ("file-bytes", 2, 2)


def test_byte_order_mark_and_carriage_returns_are_read_right_and_stand_in_the_ledger(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()))

    assert isinstance(source, SourceText)
    assert source.text == TEXT
    assert [(entry.fate, entry.reason, entry.count) for entry in source.ledger] == [
        (Fate.DROPPED, "byte-order-mark", 1),
        (Fate.REPLACED, "line-ends", 1),
    ]


def test_a_folder_stands_for_its_text_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "index.yaml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    assert list(find_sources([tmp_path])) == [tmp_path / "a.txt", tmp_path / "b.txt"]


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = find_sources([tmp_path / "none.txt"])

    assert isinstance(problem, Problem)
    assert problem.code == "source-missing"
