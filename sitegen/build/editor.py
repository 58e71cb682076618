"""The browser editor below ``/admin/``, which a site has only where ``content/site.yaml`` turns it on.

Decap CMS comes from npm, as the archive's own ``package.json`` and its lock say: nothing is downloaded at build.
"""

from collections.abc import Iterator
from pathlib import Path

from sitegen.archive import Archive
from sitegen.editors.admin_files import make_admin_files
from sitegen.editors.decap import list_origins, make_config
from sitegen.editors.offered import read_offered
from sitegen.model.content import Content
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.routes import Routes
from sitegen.store.content import read_places

_SCRIPT = "decap-cms.js"
_PARTS = ("*.decap-cms.js", "*.wasm")
"""What the script loads when it is needed."""


def find_decap(content: Path) -> Path:
    """Return the folder of Decap's script, which may be missing: in node_modules beside the content folder."""
    return content.absolute().parent / "node_modules" / "decap-cms" / "dist"


def check_editor(found: Content, content: Path) -> tuple[Problem, ...]:
    """Say so where the editor is turned on and its script is not installed."""
    folder = find_decap(content)
    if found.settings.editor is None or (folder / _SCRIPT).is_file():
        return ()
    return (make_problem("editor-missing", (content / "site.yaml").as_posix(), folder=folder.parent.parent.name),)


def make_editor(archive: Archive, routes: Routes, content: Path, *, local: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the editor with their addresses; none where it is turned off or not installed."""
    editor, folder = archive.settings.editor, find_decap(content)
    if editor is None or not (folder / _SCRIPT).is_file():
        return
    address = routes.absolute(routes.home())
    config = make_config(
        editor,
        read_offered(content),
        content=content.absolute().name,
        address=address if "://" in address else "",
        local=local,
    )
    places = {place.id: place for place in read_places(content)}
    places |= {entry.place.id: entry.place for entry in archive.places.values()}
    reports = (entry.report for entry in archive.reports.values())
    made = make_admin_files(config, list_origins(editor, local=local), archive.settings.title, places.values(), reports)
    yield from ((routes.admin(name), data) for name, data in made)
    for path in sorted({folder / _SCRIPT, *(path for pattern in _PARTS for path in folder.glob(pattern))}):
        yield routes.admin(path.name), path.read_bytes()
