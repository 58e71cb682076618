"""``_redirects``: former addresses for hosts that send browsers on by themselves (Netlify, Cloudflare Pages).

Every line stands for itself, without patterns: such hosts bound the number of patterns, and a pattern could catch the
address of another report. Hosts that do not read the file have a page at each of these addresses, which leads on too.
"""

from collections.abc import Iterator

from sitegen.archive import Archive
from sitegen.model.terms import ReportPath
from sitegen.render.citations import CITATION_FILES
from sitegen.render.pages.notices import list_moves
from sitegen.routes import Routes


def make_redirects(archive: Archive, routes: Routes) -> Iterator[tuple[str, bytes]]:
    """Yield the file with its address; nothing where no address leads to another."""
    lines = [f"{former} {to} {status}\n" for former, to, status in _list_redirects(archive, routes)]
    if lines:
        yield routes.redirects(), "".join(lines).encode()


def _list_redirects(archive: Archive, routes: Routes) -> Iterator[tuple[str, str, int]]:
    for move in list_moves(archive):
        yield move.former(routes), move.to(routes), 301
    for former, path in archive.moves.items():
        for ending in CITATION_FILES:
            to = routes.report_citation(path, ending) if path in archive.reports else routes.report(path)
            yield routes.report_citation(ReportPath(former), ending), to, 301
    for stem, entry in archive.bulletins.items():
        if not entry.whole:  # for as long as a report of it is not public
            yield routes.bulletin_source(stem), routes.bulletin(stem), 302
