"""Bulletins as received: which files there are, and their text or what is wrong with them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.ledger import Fate, LedgerEntry
from sitegen.problems import Problem

MAX_BYTES = 8 * 1024 * 1024
"""A newspaper page has some 20 KB, a year's collection some MB; more is no bulletin."""
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SourceText:
    """One bulletin, decoded."""

    path: Path
    sha256: str
    """Of the bytes as received."""
    text: str
    """Without a byte order mark, lines ended by a line feed."""
    ledger: tuple[LedgerEntry, ...]
    """What decoding took away."""

    @property
    def stem(self) -> str:
        """The base name without its ending."""
        return self.path.name.rsplit(".", 1)[0]


def find_sources(given: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield the files that are meant: each file as given, of each folder its ``*.txt``, sorted; else a problem."""
    for path in given:
        if path.is_dir():
            found = sorted(child for child in path.glob("*.txt") if child.is_file())
            yield from found
            if not found:
                yield _problem(
                    path, "source-missing", "the folder holds no bulletin", "a bulletin is a text file *.txt"
                )
        elif path.is_file():
            yield path
        else:
            yield _problem(
                path, "source-missing", "there is no such file or folder", "look at the spelling of the path"
            )


def read_source(path: Path) -> SourceText | Problem:
    """Return the text of a bulletin, or what keeps it from being read."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return _problem(
            path, "source-unreadable", f"the file cannot be read: {error.strerror}", "look at its permissions"
        )
    if size > MAX_BYTES:
        what = f"the file has {size:,} bytes; a bulletin has at most {MAX_BYTES:,}"
        return _problem(path, "source-too-long", what, "cut it into one file for each bulletin")
    if not raw.strip(b"\xef\xbb\xbf\xfe\xff \t\r\n"):
        return _problem(path, "source-empty", "the file holds no text", "paste the bulletin's text, or remove the file")
    return _decode(path, raw)


def _decode(path: Path, raw: bytes) -> SourceText | Problem:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error)
    control = sum((char < " " and char not in "\t\r\n\f\v") or char == "\x7f" for char in text)
    if "\0" in text or control > len(text) / 100:
        if _is_utf16(raw):
            return _wrong_encoding(path, "UTF-16")
        return _problem(path, "source-binary", "the file is no text", "save the bulletin as plain text in UTF-8")
    ledger = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        ledger.append(LedgerEntry(fate=Fate.DROPPED, reason="byte-order-mark", line=1, text=_BOM))
    if ends := text.count("\r"):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        ledger.append(LedgerEntry(fate=Fate.REPLACED, reason="line-ends", line=0, text="\r", to="\n", count=ends))
    return SourceText(path, hashlib.sha256(raw).hexdigest(), text, tuple(ledger))


def _not_utf8(path: Path, raw: bytes, error: UnicodeDecodeError) -> Problem:
    if _is_utf16(raw):
        return _wrong_encoding(path, "UTF-16")
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    if han > len(text) / 3:
        return _wrong_encoding(path, "GB18030")
    line = raw[: error.start].count(b"\n") + 1
    column = len(raw[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    what = f"byte {raw[error.start]:#04x} is not UTF-8, and the file is no text in GB18030 or UTF-16 either"
    return _problem(path, "source-binary", what, "save the bulletin as plain text in UTF-8", line, column)


def _is_utf16(raw: bytes) -> bool:
    """Whether the bytes have UTF-16's mark, or zeros in every other place as ASCII in UTF-16 has."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = raw[:4096]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    return len(head) >= 8 and max(zeros) > len(head) / 20 and min(zeros) <= max(zeros) / 20


def _wrong_encoding(path: Path, encoding: str) -> Problem:
    return _problem(
        path,
        "source-encoding",
        f"the file seems to be in {encoding}; a bulletin is read in UTF-8",
        f"convert it: iconv -f {encoding} -t UTF-8 '{path.name}' > 'utf8-{path.name}'; or save it as UTF-8",
    )


def _problem(path: Path, code: str, what: str, fix: str, line: int = 0, column: int = 0) -> Problem:
    return Problem(code=code, what=what, path=path.as_posix(), line=line, column=column, fix=fix)
