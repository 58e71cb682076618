"""The files of a content folder that would be mended, and how; nothing is written here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sitegen.checks.subject import Known
from sitegen.engine.mending.canonical import Formed, form_document, form_indicators, form_report, form_settings
from sitegen.engine.mending.draft import Filling
from sitegen.engine.mending.indicators import mend_indicators
from sitegen.engine.mending.report import Filled, mend_report
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.store.content import find_files, read_content
from sitegen.store.decode import decode
from sitegen.store.edits import plain_text
from sitegen.store.fields import BULLETIN, PAGE, PLACE, PRACTICE, SITE, THEME
from sitegen.store.front_matter import split_front_matter
from sitegen.store.ingest_record import read_record

_BOM = "\ufeff"
_GROUPS = {"bulletins": BULLETIN, "places": PLACE, "themes": THEME, "practices": PRACTICE, "pages": PAGE}
_SINGLE = ("site.yaml", "indicators.yaml")


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file that is to be replaced."""

    path: Path
    before: bytes
    after: bytes
    filled: tuple[Filled, ...] = ()
    """What was filled in, by line; where the file is only written in canonical form, nothing."""
    formed: bool = False
    """Written in canonical form, and different by that."""


class NotContentError(Exception):
    """A path is no content file and no folder of them; holds the path."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no file of the content folder")
        self.path = path


def find_mendings(
    folder: Path, given: Sequence[Path] = (), *, fill: bool, form: bool, known: Known | None = None
) -> tuple[tuple[MendedFile, ...], tuple[Problem, ...]]:
    """Return the files of a content folder that change, by path, and why others stay in their form.

    Files that cannot be read stay as they are, and so do reports that nobody has touched since ingest wrote them.

    Args:
        folder: The content folder.
        given: Files and folders in it; all of it if empty.
        fill: Whether to fill in what can be worked out.
        form: Whether to write files in canonical form, after that.
        known: What the folder knows, where it was read already.

    Raises:
        NotContentError: if one of the given paths is no content file.
    """
    paths = _choose(folder, given)
    mender = _Mender(folder, fill=fill, form=form, known=known)
    files = [made for path in paths if (made := mender.mend(path))]
    return tuple(files), tuple(mender.problems)


def _choose(folder: Path, given: Sequence[Path]) -> list[Path]:
    known = {path.resolve(): path for path in sorted(_find_content_files(folder))}
    if not given:
        return list(known.values())
    chosen: dict[Path, None] = {}
    for path in given:
        root = path.resolve()
        found = [shown for whole, shown in known.items() if whole == root or (path.is_dir() and root in whole.parents)]
        if not found and not path.is_dir():
            raise NotContentError(path)
        chosen |= dict.fromkeys(found)
    return sorted(chosen)


def _find_content_files(folder: Path) -> Iterator[Path]:
    for part in ("reports", *_GROUPS):
        yield from find_files(folder / part, ".md")
    yield from (folder / name for name in _SINGLE if (folder / name).is_file())


@dataclass
class _Mender:
    folder: Path
    fill: bool
    form: bool
    known: Known | None
    problems: list[Problem] = field(default_factory=list)

    def mend(self, path: Path) -> MendedFile | None:
        """Return how a file is to change, None where it stays."""
        try:
            raw = path.read_bytes()
        except OSError:
            return None  # the check that follows says so
        if decode(raw, path.as_posix())[0] is None:
            return None
        text = raw.decode("utf-8")
        part, name = self._name(path)
        if part == "reports" and text in self._written:
            return None
        mended, filled = self._fill(text, part, name) if self.fill else (text, ())
        formed = self._form(mended, part, name, path) if self.form else mended
        after = formed.encode()
        return MendedFile(path, raw, after, filled, formed != mended) if after != raw else None

    def _name(self, path: Path) -> tuple[str, str]:
        inside = path.relative_to(self.folder)
        part = inside.parts[0]
        return part, inside.relative_to(part).with_suffix("").as_posix() if len(inside.parts) > 1 else ""

    def _fill(self, text: str, part: str, name: str) -> tuple[str, tuple[Filled, ...]]:
        if part == "reports":
            mended, filled = mend_report(text, ReportPath(name), self._known)
        elif part == "indicators.yaml":
            mended, filled = mend_indicators(text, self._known)
        else:
            mended, filled = text, ()
        if mended.startswith(_BOM):
            return mended.removeprefix(_BOM), (Filled(1, Filling((), "bom", "")), *filled)
        return mended, filled

    def _form(self, text: str, part: str, name: str, path: Path) -> str:
        formed = self._form_as(part, name, plain_text(text), path.as_posix())
        if isinstance(formed, Problem):
            self.problems.append(formed)
        return formed if isinstance(formed, str) else text

    def _form_as(self, part: str, name: str, text: str, path: str) -> Formed:
        if part == "reports":
            written = self._written_by_path.get(name)
            known = split_front_matter(written).body if written else None
            return form_report(text, path, ReportPath(name), known)
        if part == "indicators.yaml":
            return form_indicators(text, path)
        return form_settings(SITE, text, path) if part == "site.yaml" else form_document(_GROUPS[part], text, path)

    @cached_property
    def _known(self) -> Known:
        return self.known or Known.of(read_content(self.folder)[0])

    @cached_property
    def _written_by_path(self) -> dict[str, str]:
        """What ingest last wrote for each report."""
        found: dict[str, str] = {}
        for path in sorted(find_files(self.folder / ".ingest", ".json")):
            text, _ = decode(path.read_bytes(), path.as_posix())
            record = read_record(text, path.as_posix())[0] if text is not None else None
            found |= {part.path: part.text for part in record.parts} if record else {}
        return found

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(self._written_by_path.values())
