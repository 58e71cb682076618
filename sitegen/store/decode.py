"""The bytes of a content file as text, or what keeps it from being read."""

import codecs

from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem

MAX_BYTES = 16_000_000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BOM = "\ufeff"


def decode(raw: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a file with line feeds only, None where it is no UTF-8; and what is to be said of it.

    A byte order mark is taken away with a warning; line ends of other systems are read without one.
    """
    if len(raw) > MAX_BYTES:
        return None, (make_problem("file-too-large", path, size=len(raw), most=MAX_BYTES),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(raw, error, path),)
    if "\0" in text:
        code = "file-encoding" if _has_utf16_zeros(raw) else "file-binary"
        return None, (make_problem(code, path, encoding="UTF-16", name=path.rpartition("/")[2]),)
    problems: tuple[Problem, ...] = ()
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        problems = (make_problem("file-bom", path, 1, 1),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, problems


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
    column = len(before.decode("utf-8", "replace")) + 1
    name = path.rpartition("/")[2]
    if raw.startswith(_UTF16) or _has_utf16_zeros(raw):
        return make_problem("file-encoding", path, encoding="UTF-16", name=name)
    if b"\0" in raw:
        return make_problem("file-binary", path)
    if _reads_as_gb18030(raw):
        return make_problem("file-encoding", path, line, column, encoding="GB18030", name=name)
    return make_problem("file-bytes", path, line, column, byte=f"0x{raw[error.start]:02X}")


def _reads_as_gb18030(raw: bytes) -> bool:
    """Whether the whole file is GB18030 and mostly common Chinese characters where it is not ASCII."""
    try:
        wide = [char for char in raw.decode("gb18030") if char > "\x7f"]
    except UnicodeDecodeError:
        return False
    common = sum("\u4e00" <= char <= "\u9fff" or char in "，。、；：？！“”‘’（）《》【】—…·" for char in wide)
    return common > len(wide) * 0.9


def _has_utf16_zeros(raw: bytes) -> bool:
    """Whether zeros stand in every other place only, as ASCII in UTF-16 has them."""
    head = raw[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) / 20 and min(even, odd) <= max(even, odd) / 20
