"""The files that the search page loads beside the index: by them it narrows down, suggests and answers."""

import json
from collections.abc import Iterator

from sitegen.archive import Archive
from sitegen.search.facts import format_facts
from sitegen.search.names import format_names
from sitegen.search.reports import format_report_files


def make_search_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield each file by its name, as ``routes.search_file`` takes it; the same for all languages."""
    files = dict(format_report_files(archive))
    mark: str = json.loads(files["reports.json"])["mark"]
    facts = format_facts(archive, mark)
    yield from files.items()
    yield "names.json", format_names(archive, mark, len(facts))
    for number, shard in enumerate(facts):
        yield f"facts/{number}.json", shard
