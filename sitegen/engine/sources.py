"""Bulletins as received: which files there are, and their text or what is wrong with them."""

import codecs
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.ledger import Fate, LedgerEntry
from sitegen.problems import Problem, Words
from sitegen.problems.borrowed import tell_system_error
from sitegen.problems.catalogue import make_problem
from sitegen.store.decode import decode

MAX_BYTES = 8 * 1024 * 1024
"""A newspaper page has some 20 KB, a year's collection some MB; more is no bulletin."""


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
                what = Words("the folder holds no text file", "文件夹里没有 .txt 文件")
                yield make_problem("source-missing", path.as_posix(), what=what)
        elif path.is_file():
            yield path
        else:
            what = Words("there is no such file or folder", "没有这个文件或文件夹")
            yield make_problem("source-missing", path.as_posix(), what=what)


def read_source(path: Path) -> SourceText | Problem:
    """Return the text of a bulletin, or what keeps it from being read."""
    name = path.as_posix()
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return make_problem("file-unreadable", name, why=tell_system_error(error))
    if size > MAX_BYTES:
        return make_problem("file-too-large", name, size=size, most=MAX_BYTES)
    if not raw.strip(codecs.BOM_UTF8 + codecs.BOM_UTF16_LE + b" \t\r\n"):
        return make_problem("source-empty", name)
    text, problems = decode(raw, name)
    if text is None:
        return problems[0]
    if sum(char < " " and char not in "\t\n\f\v" for char in text) > len(text) / 100:
        return make_problem("file-binary", name)
    return SourceText(path, hashlib.sha256(raw).hexdigest(), text, tuple(_taken_away(raw)))


def _taken_away(raw: bytes) -> Iterator[LedgerEntry]:
    if raw.startswith(codecs.BOM_UTF8):
        yield LedgerEntry(fate=Fate.DROPPED, reason="byte-order-mark", line=1, text="\ufeff")
    if ends := raw.count(b"\r"):
        yield LedgerEntry(fate=Fate.REPLACED, reason="line-ends", line=0, text="\r", to="\n", count=ends)
