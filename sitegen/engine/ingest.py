"""Write what ingest reads into a content folder, and never over a person's work."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sitegen.engine.on_disk import ReportFile, find_report_files
from sitegen.engine.plan import WritePlan
from sitegen.engine.reconcile import EditedReport, reconcile
from sitegen.engine.sources import SourceText, find_sources, read_source
from sitegen.ingest.pipeline import Reading, ingest_bulletin
from sitegen.model.facts import NOTHING_KNOWN, Facts
from sitegen.model.ledger import Ledger
from sitegen.model.report import Bulletin, Source
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.store.bulletins import write_bulletin
from sitegen.store.content import read_terms
from sitegen.store.decode import decode
from sitegen.store.ingest_record import IngestRecord, read_record, write_record
from sitegen.store.markdown import escape
from sitegen.store.places import write_place
from sitegen.store.source_index import read_source_index

Progress = Callable[[str, int, int], None]
"""Told before each source, and at the end: its name, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What became of one source."""

    path: Path
    reports: int
    stats: int
    left: int
    """Reports that a person edited, moved or removed, and that stay as they are."""


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What ``ingest`` did."""

    sources: tuple[SourceSummary, ...]
    changed: tuple[Path, ...]
    """Files that are new or changed."""
    problems: tuple[Problem, ...]


def ingest(given: Iterable[Path], content: Path, *, today: date, progress: Progress | None = None) -> IngestResult:
    """Read sources into ``content``; a source that cannot be read is a problem and the others are still read.

    Everything is read and decided first, then written. Nothing is written outside ``content``.

    Args:
        given: Files and folders; a folder stands for its ``*.txt``.
        content: The content folder; made where it is not there.
        today: The day that new reports get as their ``added``.
        progress: Called before each source.
    """
    run = _read_all(given, content, today, progress)
    return IngestResult(tuple(run.summaries), run.plan.carry_out(), tuple(run.problems))


def find_edited(
    given: Iterable[Path], content: Path, *, today: date, progress: Progress | None = None
) -> tuple[tuple[EditedReport, ...], tuple[Problem, ...]]:
    """Read sources as ``ingest`` does, write nothing, and return the reports that it would leave to their editors."""
    run = _read_all(given, content, today, progress)
    return tuple(run.edited), tuple(run.problems)


def _read_all(given: Iterable[Path], content: Path, today: date, progress: Progress | None) -> "_Run":
    terms, problems = read_terms(content)
    reading = Reading(themes=terms.themes, series=terms.series, practices=terms.practices, added=today, escape=escape)
    run = _Run(content, reading)
    run.problems += problems
    found = tuple(dict.fromkeys(find_sources(given)))
    run.problems += [item for item in found if isinstance(item, Problem)]
    paths = [item for item in found if isinstance(item, Path)]
    for done, path in enumerate(paths):
        if progress:
            progress(path.name, done, len(paths))
        source = read_source(path)
        if isinstance(source, Problem):
            run.problems.append(source)
        else:
            run.take(source)
    if progress:
        progress("writing", len(paths), len(paths))
    return run


@dataclass(slots=True)
class _Run:
    """One run: what it reads with, what it has found out, what it will write."""

    content: Path
    reading: Reading
    files: dict[ReportPath, ReportFile] = field(default_factory=dict)
    records: dict[str, IngestRecord] = field(default_factory=dict)
    plan: WritePlan = field(default_factory=WritePlan)
    taken: set[ReportPath] = field(default_factory=set)
    seen: dict[str, Path] = field(default_factory=dict)
    known: dict[Path, Mapping[str, Facts]] = field(default_factory=dict)
    summaries: list[SourceSummary] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    edited: list[EditedReport] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Look once at what the content folder holds."""
        self.files = {file.path: file for file in find_report_files(self.content)}
        self.taken = set(self.files)
        for path in sorted((self.content / ".ingest").glob("*.json")):
            record, problems = read_record(path.read_text(encoding="utf-8"), path.as_posix())
            self.problems += problems
            if record:
                self.records[record.stem] = record

    def take(self, source: SourceText) -> None:
        """Read one source and plan what it changes."""
        if source.sha256 in self.seen:
            other = self.seen[source.sha256].as_posix()
            self.problems.append(make_problem("source-doubled", source.path.as_posix(), other=other))
            return
        self.seen[source.sha256] = source.path
        bare = Source(source.path.name, source.sha256, 0)
        ingested = ingest_bulletin(source.text, bare, source.path.as_posix(), self._facts(source), self.reading)
        self.problems += ingested.problems
        record = self._record_of(source)
        before = record.parts if record else ()
        settled = reconcile(ingested.reports, before, self._files_of(source, record), self.taken)
        for path in settled.removals:
            self.plan.remove(self._report_file(path))
        for path, text in settled.writes.items():
            self.plan.write(self._report_file(path), text)
        self.edited += settled.edited
        self.taken = (self.taken - settled.removals) | set(settled.writes)
        self.problems += [replace(note, path=(self.content / note.path).as_posix()) for note in settled.notes]
        for place in ingested.places:
            file = self.content / "places" / f"{place.id}.md"
            if not file.exists():
                self.plan.write(file, write_place(place))
        self._write_record(
            source,
            record,
            IngestRecord(
                stem=source.stem,
                file=source.path.name,
                sha256=source.sha256,
                parts=tuple(settled.parts),
                bulletin=self._write_bulletin(ingested.bulletin, record),
                ledger=Ledger((*source.ledger, *ingested.ledger.entries)),
            ),
        )
        stats = sum(len(report.stats) for report in ingested.reports)
        self.summaries.append(SourceSummary(source.path, len(ingested.reports), stats, settled.left))

    def _facts(self, source: SourceText) -> Facts:
        """What ``index.yaml`` beside the source says of it."""
        index = source.path.parent / "index.yaml"
        if index not in self.known:
            found: Mapping[str, Facts] = {}
            if index.is_file():
                text, problems = decode(index.read_bytes(), index.as_posix())
                self.problems += problems
                if text is not None:
                    found, problems = read_source_index(text, index.as_posix())
                    self.problems += problems
            self.known[index] = found
        return self.known[index].get(source.path.name, NOTHING_KNOWN)

    def _record_of(self, source: SourceText) -> IngestRecord | None:
        """The record of this bulletin, also where its file was renamed since."""
        renamed = (record for record in self.records.values() if record.sha256 == source.sha256)
        return self.records.get(source.stem) or next(renamed, None)

    def _files_of(self, source: SourceText, record: IngestRecord | None) -> dict[ReportPath, ReportFile]:
        """The report files that name this bulletin, by hash or by name, and those of its record."""
        hashes = {source.sha256, record.sha256 if record else source.sha256}
        written = {part.path for part in record.parts} if record else set()
        return {
            path: file
            for path, file in self.files.items()
            if file.sha256 in hashes or file.file == source.path.name or path in written
        }

    def _write_bulletin(self, bulletin: Bulletin, record: IngestRecord | None) -> str:
        """Plan the bulletin's own file unless a person edited it; return what ingest last wrote there."""
        path = self.content / "bulletins" / f"{bulletin.stem}.md"
        text = write_bulletin(bulletin)
        base = record.bulletin if record and record.stem == bulletin.stem else None
        if path.is_file() and path.read_text(encoding="utf-8") not in (base, text):
            self.problems.append(make_problem("bulletin-edited", path.as_posix()))
            return base if base is not None else text
        self.plan.write(path, text)
        return text

    def _write_record(self, source: SourceText, before: IngestRecord | None, record: IngestRecord) -> None:
        folder = self.content / ".ingest"
        self.plan.write(folder / f"{record.stem}.json", write_record(record))
        if before and before.stem != record.stem and not (source.path.parent / before.file).exists():
            self.plan.remove(folder / f"{before.stem}.json")
            self.plan.remove(self.content / "bulletins" / f"{before.stem}.md")

    def _report_file(self, path: ReportPath) -> Path:
        return self.content / "reports" / f"{path}.md"
